package chain

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// CheckHalt records whether Halt is worth discussing with a complaint, and the
// markers of what came of it. It never refers: police or prosecutor do. One
// check stands per case; doing it again writes over it.
func (a Room) CheckHalt(ctx context.Context, who vpt.Actor, in vpt.CheckHalt) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseHalt, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		instigators, err := d.Tx.Instigators(d.Case.ID)
		if err != nil {
			return err
		}
		happened := d.Case.Incident.OccurredOn
		born, _ := vpt.BornOf(instigators, happened)
		check, err := in.Check(born, happened, d.Known.Today(d.Tx))
		if err != nil {
			return err
		}
		earlier, err := d.Tx.HaltChecks(d.Case.ID)
		if err != nil {
			return err
		}
		check.ID, check.By = vpt.HaltCheckID(store.NewID()), who.Person
		if len(earlier) > 0 {
			check.ID = earlier[0].ID
		}
		if err := d.Tx.SaveHaltCheck(d.Case.ID, check); err != nil {
			return err
		}
		d.Work.Changed("halt:" + string(check.Advice))
		return d.Event(vpt.EventHalt, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(check.ID), string(check.Advice) })
	})
}
