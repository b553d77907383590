package app

import (
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ofCase finds a case by its number and puts it into into: where it belongs,
// whose it is, and how people stand to it. Since an act may run twice, into is
// overwritten.
func (a *App) ofCase(number string, into *vpt.Casefile) locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		c, err := tx.CaseByNumber(number)
		if err != nil {
			return policy.Subject{}, err
		}
		*into = c
		return caseSubject(tx, c)
	}
}

// caseSubject tells policy about a case.
func caseSubject(tx *store.Tx, c vpt.Casefile) (policy.Subject, error) {
	s, err := tx.StandingInCase(c.ID)
	return policy.Subject{
		Kind: "zaak", ID: string(c.ID), Unit: c.Unit, Owner: c.Owner,
		Reporters: s.Reporters, Affected: s.Affected, Witnesses: s.Witnesses,
	}, err
}

// ofReport finds a report by its number and puts it into into. Only its own
// reporter and those whom it names stand to it: after merging, a case has
// reports that are strangers to each other.
func (a *App) ofReport(number string, into *vpt.Report) locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		r, err := tx.ReportByNumber(number)
		if err != nil {
			return policy.Subject{}, err
		}
		*into = r
		return reportSubject(tx, r)
	}
}

// reportSubject tells policy about a report.
func reportSubject(tx *store.Tx, r vpt.Report) (policy.Subject, error) {
	s, err := tx.StandingInReport(r)
	return policy.Subject{
		Kind: "melding", ID: string(r.ID), Unit: r.Unit,
		Reporters: s.Reporters, Affected: s.Affected, Witnesses: s.Witnesses,
	}, err
}
