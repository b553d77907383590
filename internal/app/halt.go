package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// CheckHalt records whether Halt is worth discussing with a complaint, and the
// markers of what came of it. It never refers: police or prosecutor do. One
// check stands per case; doing it again writes over it.
func (a *App) CheckHalt(ctx context.Context, who vpt.Actor, in vpt.CheckHalt) error {
	return a.onCase(ctx, who, policy.CaseHalt, in.Case, in.Once, untilMerged(), func(d *deed) error {
		instigators, err := d.tx.Instigators(d.c.ID)
		if err != nil {
			return err
		}
		happened := d.c.Incident.OccurredOn
		born, _ := vpt.BornOf(instigators, happened)
		check, err := in.Check(born, happened, d.k.today(d.tx))
		if err != nil {
			return err
		}
		earlier, err := d.tx.HaltChecks(d.c.ID)
		if err != nil {
			return err
		}
		check.ID, check.By = vpt.HaltCheckID(store.NewID()), who.Person
		if len(earlier) > 0 {
			check.ID = earlier[0].ID
		}
		if err := d.tx.SaveHaltCheck(d.c.ID, check); err != nil {
			return err
		}
		d.w.changed("halt:" + string(check.Advice))
		return d.event(vpt.EventHalt, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(check.ID), string(check.Advice) })
	})
}
