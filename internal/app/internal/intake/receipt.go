package intake

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Receipt gives what a reporter is told at once: who has the report, what
// happens by when, whom to call.
func (a Room) Receipt(ctx context.Context, who vpt.Actor, number string) (vpt.Receipt, error) {
	var out vpt.Receipt
	var r vpt.Report
	err := a.desk.Read(ctx, who, policy.ReportRead, a.desk.OfReport(number, &r), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		c, err := tx.ShownCase(r.Casefile)
		if err != nil {
			return err
		}
		out = vpt.Receipt{
			Number: r.Number, OccurredOn: r.OccurredOn, OnBehalf: r.OnBehalf, Help: r.Help, Choice: r.Choice, Clocks: c.Clocks,
			HelpNumbers: k.Org.Settings.HelpNumbers, Emergency: k.Org.Settings.Emergency, Now: tx.Now(), Zone: k.Zone,
			Circle: k.CircleName(c.Unit),
		}
		out.Owner, out.Deputy, err = casework.OwnerNames(a.desk, tx, k, c.Owner)
		return err
	})
	return out, err
}

// MyReports lists the reports that the actor made, or in which she is named as
// affected.
func (a Room) MyReports(ctx context.Context, who vpt.Actor) (vpt.MyReports, error) {
	var out vpt.MyReports
	err := a.desk.List(ctx, who, policy.ReportList, "mijn-meldingen", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		out = vpt.MyReports{Kinds: k.Codes[vpt.KindList], Now: tx.Now(), Zone: k.Zone}
		if scope.Person() == "" { // a service has no reports of its own
			return 0, nil
		}
		out.Lines, err = tx.ReportLines(scope.Person())
		return len(out.Lines), err
	})
	return out, err
}

// MyTalks lists the care talks that are for the actor or that she holds:
// markers only, for whom and when.
func (a Room) MyTalks(ctx context.Context, who vpt.Actor) (vpt.MyTalks, error) {
	var out vpt.MyTalks
	err := a.desk.List(ctx, who, policy.TalkList, "mijn-gesprekken", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		talks, reports, err := tx.TalksOfPerson(scope.Person())
		if err != nil {
			return 0, err
		}
		out = vpt.MyTalks{Now: tx.Now(), Zone: k.Zone}
		for i, t := range talks {
			if t.IsCheck() {
				continue
			}
			k.PlaceTalk(&t)
			out.Talks = append(out.Talks, vpt.MyTalk{CareTalk: t, Report: reports[i], Holding: t.For != scope.Person()})
		}
		return len(out.Talks), nil
	})
	return out, err
}
