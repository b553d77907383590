package desk

import (
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// OfOrganisation is the object of acts on the organisation itself.
func OfOrganisation(who vpt.Actor) Locate {
	return About(policy.Subject{Kind: "organisatie", ID: string(who.Organisation)})
}

// OfAccount finds an account, so that one of another organisation is not found.
func OfAccount(id vpt.PersonID) Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		_, err := tx.PersonByID(id)
		return AccountSubject(id), err
	}
}

// AccountSubject tells policy about an account.
func AccountSubject(id vpt.PersonID) policy.Subject {
	return policy.Subject{Kind: "account", ID: string(id), Person: id}
}

// OfCase finds a case by its number and puts it into into: where it belongs,
// whose it is, and how people stand to it. Since an act may run twice, into is
// overwritten.
func (d *Desk) OfCase(number string, into *vpt.Casefile) Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		c, err := tx.CaseByNumber(number)
		if err != nil {
			return policy.Subject{}, err
		}
		*into = c
		return CaseSubject(tx, c)
	}
}

// CaseSubject tells policy about a case.
func CaseSubject(tx *store.Tx, c vpt.Casefile) (policy.Subject, error) {
	s, err := tx.StandingInCase(c.ID)
	return policy.Subject{
		Kind: "zaak", ID: string(c.ID), Unit: c.Unit, Owner: c.Owner,
		Reporters: s.Reporters, Affected: s.Affected, Witnesses: s.Witnesses,
	}, err
}

// OfReport finds a report by its number and puts it into into. Only its own
// reporter and those whom it names stand to it: after merging, a case has
// reports that are strangers to each other.
func (d *Desk) OfReport(number string, into *vpt.Report) Locate {
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
