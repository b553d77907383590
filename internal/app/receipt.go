package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Receipt gives what a reporter is told at once: who has the report, what
// happens by when, whom to call.
func (a *App) Receipt(ctx context.Context, who vpt.Actor, number string) (vpt.Receipt, error) {
	var out vpt.Receipt
	var r vpt.Report
	err := a.read(ctx, who, policy.ReportRead, a.ofReport(number, &r), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		c, err := tx.ShownCase(r.Casefile)
		if err != nil {
			return err
		}
		out = vpt.Receipt{
			Number: r.Number, OccurredOn: r.OccurredOn, OnBehalf: r.OnBehalf, Help: r.Help, Choice: r.Choice, Clocks: c.Clocks,
			HelpNumbers: k.org.Settings.HelpNumbers, Emergency: k.org.Settings.Emergency, Now: tx.Now(), Zone: k.zone,
			Circle: k.circleName(c.Unit),
		}
		out.Owner, out.Deputy, err = a.ownerNames(tx, k, c.Owner)
		return err
	})
	return out, err
}

// ownerNames gives the owner of a case and who acts for her now.
func (a *App) ownerNames(tx *store.Tx, k *known, owner vpt.PersonID) (own, deputy vpt.PersonName, err error) {
	if own, err = tx.PersonName(owner); err != nil {
		return own, deputy, err
	}
	deputies, err := a.deputiesOf(tx, owner, k.today(tx))
	if err != nil || len(deputies) == 0 {
		return own, deputy, err
	}
	deputy, err = tx.PersonName(deputies[0])
	return own, deputy, err
}

// MyReports lists the reports that the actor made, or in which she is named as
// affected.
func (a *App) MyReports(ctx context.Context, who vpt.Actor) (vpt.MyReports, error) {
	var out vpt.MyReports
	err := a.list(ctx, who, policy.ReportList, "mijn-meldingen", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.knowledge(tx)
		if err != nil {
			return 0, err
		}
		out = vpt.MyReports{Kinds: k.codes[vpt.KindList], Now: tx.Now(), Zone: k.zone}
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
func (a *App) MyTalks(ctx context.Context, who vpt.Actor) (vpt.MyTalks, error) {
	var out vpt.MyTalks
	err := a.list(ctx, who, policy.TalkList, "mijn-gesprekken", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.knowledge(tx)
		if err != nil {
			return 0, err
		}
		talks, reports, err := tx.TalksOfPerson(scope.Person())
		if err != nil {
			return 0, err
		}
		out = vpt.MyTalks{Now: tx.Now(), Zone: k.zone}
		for i, t := range talks {
			if t.IsCheck() {
				continue
			}
			k.placeTalk(&t)
			out.Talks = append(out.Talks, vpt.MyTalk{CareTalk: t, Report: reports[i], Holding: t.For != scope.Person()})
		}
		return len(out.Talks), nil
	})
	return out, err
}
