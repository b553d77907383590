package intake

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// What follows is for services: programs with a token of one organisation.
// They have actions of their own in the policy table, so that no scope of a
// token opens a reading that was made for people.

// maxFiledAgo is how old a report may be when a service hands it over: older
// ones belong in an import of a register, which starts no terms.
const maxFiledAgo = 366 * 24 * time.Hour

// clockSkew is how far the clock of another machine may run ahead of ours.
const clockSkew = 2 * time.Minute

// filed gives the input with what only a service may say settled: the names of
// unit and site become ids, a service that is limited to a unit stays in it,
// and the moment of filing is ours unless it says an earlier one. For all
// others these fields are ours to fill.
func filed(k *desk.Known, who vpt.Actor, in vpt.ReportIncident, now time.Time) (vpt.ReportIncident, vpt.Problems) {
	var p vpt.Problems
	if who.Kind != vpt.ActorService {
		in.UnitName, in.SiteName, in.FiledAt = "", "", now
		return in, p
	}
	in.Origin = vpt.OriginAPI
	if in.UnitName != "" {
		if in.Unit = unitCalled(k, in.UnitName); in.Unit == "" {
			p.Add("unit", "onbekende-keuze")
		}
	}
	if in.SiteName != "" {
		if in.Site = siteCalled(k, in.SiteName); in.Site == "" && in.Place.IsZero() {
			in.Place = vpt.NewPrivate(in.SiteName)
		}
	}
	if who.Unit != "" {
		if in.Unit == "" && !p.Any() {
			in.Unit = who.Unit
		}
		if in.Unit != "" && !slices.Contains(who.Units, in.Unit) {
			p.Add("unit", "onbekende-keuze") // as if it were not there
		}
	}
	switch {
	case in.FiledAt.IsZero():
		in.FiledAt = now
	case in.FiledAt.After(now.Add(clockSkew)):
		p.Add("filedAt", "in-de-toekomst")
	case in.FiledAt.Before(now.Add(-maxFiledAgo)):
		p.Add("filedAt", "te-oud")
	case in.FiledAt.After(now):
		in.FiledAt = now
	}
	in.FiledAt = in.FiledAt.UTC().Truncate(time.Microsecond)
	return in, p
}

func unitCalled(k *desk.Known, name string) vpt.UnitID {
	for _, u := range k.Units {
		if u.Name == name && !u.Retired {
			return u.ID
		}
	}
	return ""
}

func siteCalled(k *desk.Known, name string) vpt.SiteID {
	for _, s := range k.Sites {
		if s.Name == name && !s.Retired {
			return s.ID
		}
	}
	return ""
}

// ServiceReports lists reports in reach of a service, without accounts.
func (a Room) ServiceReports(ctx context.Context, who vpt.Actor, f vpt.ServiceFilter) (vpt.ServiceReports, error) {
	var out vpt.ServiceReports
	err := a.desk.List(ctx, who, policy.ServiceReportList, filterText("meldingen", f), func(tx *store.Tx, scope policy.Scope) (int, error) {
		if err := f.Validate(); err != nil {
			return 0, err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		rows, next, err := tx.ServiceReports(scope, paged(f))
		if err != nil {
			return 0, err
		}
		out = vpt.ServiceReports{Next: next, Lines: make([]vpt.ServiceReportLine, 0, len(rows))}
		for _, row := range rows {
			out.Lines = append(out.Lines, line(k, who, row))
		}
		return len(rows), nil
	})
	return out, err
}

// line names the unit and leaves out the case unless the service may read it.
func line(k *desk.Known, who vpt.Actor, row store.ServiceReportRow) vpt.ServiceReportLine {
	l := row.ServiceReportLine
	l.Unit = k.UnitName(row.UnitID)
	if !who.Allows(vpt.ScopeCasesRead) {
		l.Case = ""
	}
	return l
}

// ServiceReport gives one report in reach of a service.
func (a Room) ServiceReport(ctx context.Context, who vpt.Actor, number string) (vpt.ServiceReport, error) {
	var r vpt.Report
	return a.serviceReport(ctx, who, policy.ServiceReportRead, a.desk.OfReport(number, &r), &r)
}

// SentReport gives a report that the service sent itself; it needs no other
// scope than that of sending. Other reports are not found.
func (a Room) SentReport(ctx context.Context, who vpt.Actor, number string) (vpt.ServiceReport, error) {
	var r vpt.Report
	find := func(tx *store.Tx) (policy.Subject, error) {
		on, err := a.desk.OfReport(number, &r)(tx)
		if err != nil {
			return on, err
		}
		sender, err := tx.RouteName(r.ID)
		if err == nil && (sender == "" || sender != who.Name) {
			err = desk.ErrDenied
		}
		return on, err
	}
	return a.serviceReport(ctx, who, policy.ServiceReportSent, find, &r)
}

func (a Room) serviceReport(ctx context.Context, who vpt.Actor, action policy.Action, find desk.Locate, r *vpt.Report) (vpt.ServiceReport, error) {
	var out vpt.ServiceReport
	err := a.desk.Read(ctx, who, action, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		row := store.ServiceReportRow{UnitID: r.Unit, ServiceReportLine: vpt.ServiceReportLine{
			Number: r.Number, Legacy: r.Legacy, Kinds: r.Kinds, ReportedAt: r.ReportedAt, ReportedOn: r.ReportedOn,
			OccurredOn: r.OccurredOn, OccurredTime: r.OccurredTime, Channel: r.Channel, Help: r.Help,
		}}
		if row.Case, row.State, row.Verdict, err = tx.CaseStanding(r.Casefile); err != nil {
			return err
		}
		site, _ := k.Site(r.Site)
		out = vpt.ServiceReport{
			ServiceReportLine: line(k, who, row), Site: site.Name, Place: r.Place, Account: r.Account, Instigator: r.Instigator, Choice: r.Choice,
		}
		parties, err := tx.Parties(r.Casefile)
		if err != nil {
			return err
		}
		for _, one := range parties {
			if one.Report == r.ID && one.Role == vpt.RoleAffected {
				itself := one.Person != "" && one.Person == r.Reporter
				out.Affected = append(out.Affected, vpt.ServiceAffected{Reporter: itself, Name: one.Name})
			}
		}
		return nil
	})
	return out, err
}

// ServiceCases lists where cases in reach of a service stand.
func (a Room) ServiceCases(ctx context.Context, who vpt.Actor, f vpt.ServiceFilter) (vpt.ServiceCases, error) {
	var out vpt.ServiceCases
	err := a.desk.List(ctx, who, policy.ServiceCaseList, filterText("zaken", f), func(tx *store.Tx, scope policy.Scope) (int, error) {
		if err := f.Validate(); err != nil {
			return 0, err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		cases, next, err := tx.ServiceCases(scope, paged(f))
		for i := range cases {
			cases[i].Unit = k.UnitName(cases[i].UnitID)
		}
		out = vpt.ServiceCases{Cases: cases, Next: next}
		return len(cases), err
	})
	return out, err
}

// ServiceCase gives where one case stands.
func (a Room) ServiceCase(ctx context.Context, who vpt.Actor, number string) (vpt.ServiceCase, error) {
	var c vpt.ServiceCase
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		c, err = tx.ServiceCase(number)
		return policy.Subject{Kind: "zaak", ID: string(c.ID), Unit: c.UnitID}, err
	}
	err := a.desk.Read(ctx, who, policy.ServiceCaseRead, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		c.Unit = k.UnitName(c.UnitID)
		return nil
	})
	if err != nil {
		return vpt.ServiceCase{}, err
	}
	return c, nil
}

func paged(f vpt.ServiceFilter) vpt.ServiceFilter {
	if f.Limit == 0 {
		f.Limit = vpt.ServicePageDefault
	}
	return f
}

// filterText says in the log how a list was narrowed; an invalid filter is left
// out, for it may hold anything.
func filterText(list string, f vpt.ServiceFilter) string {
	if f.Validate() != nil {
		return list
	}
	text := list + " via koppeling"
	if f.From != "" || f.Until != "" {
		text += " " + string(f.From) + "/" + string(f.Until)
	}
	if f.State != "" {
		text += " " + string(f.State)
	}
	return text
}
