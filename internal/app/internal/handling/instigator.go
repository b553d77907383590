package handling

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// RecordInstigator records what is known of the instigator of a case. Who it
// was may be recorded only when the organisation has arranged for that.
func (a Room) RecordInstigator(ctx context.Context, who vpt.Actor, in vpt.RecordInstigator) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseInstigator, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		today := d.Known.Today(d.Tx)
		if err := in.Validate(d.Known.Org.Settings.Instigator.Open(today)); err != nil {
			return err
		}
		var p vpt.Problems
		relation := d.Known.Refs(&p, "relation", vpt.RelationList, []string{in.Relation})
		if err := p.Err(); err != nil {
			return err
		}
		i := vpt.Instigator{
			ID: in.ID, Kind: in.Kind, Relation: relation[0], Description: in.Description, Name: in.Name, BornOn: in.BornOn,
			Address: in.Address, Reference: in.Reference, NotifiedOn: in.NotifiedOn, Postponed: in.Postponed,
			RetainUntil: today.AddYears(vpt.RetentionYears),
		}
		if i.ID == "" {
			i.ID = vpt.InstigatorID(store.NewID())
		} else if err := casework.OfThisCase(d, i.ID); err != nil {
			return err
		}
		if err := d.Tx.SaveInstigator(d.Case.ID, i); err != nil {
			return err
		}
		if d.Case.Track(vpt.TrackInstigator).State == vpt.TrackOpen {
			d.Case.SetTrack(vpt.TrackInstigator, vpt.TrackBusy, vpt.Private{})
		}
		d.Work.Changed("instigator")
		return d.Event(vpt.EventInstigator, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(i.ID) })
	})
}
