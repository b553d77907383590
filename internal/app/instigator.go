package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// RecordInstigator records what is known of the instigator of a case. Who it
// was may be recorded only when the organisation has arranged for that.
func (a *App) RecordInstigator(ctx context.Context, who vpt.Actor, in vpt.RecordInstigator) error {
	return a.onCase(ctx, who, policy.CaseInstigator, in.Case, in.Once, whileOpen(), func(d *deed) error {
		today := d.k.today(d.tx)
		if err := in.Validate(d.k.org.Settings.Instigator.Open(today)); err != nil {
			return err
		}
		var p vpt.Problems
		relation := d.k.refs(&p, "relation", vpt.RelationList, []string{in.Relation})
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
		} else if err := ofThisCase(d, i.ID); err != nil {
			return err
		}
		if err := d.tx.SaveInstigator(d.c.ID, i); err != nil {
			return err
		}
		if d.c.Track(vpt.TrackInstigator).State == vpt.TrackOpen {
			d.c.SetTrack(vpt.TrackInstigator, vpt.TrackBusy, vpt.Private{})
		}
		d.w.changed("instigator")
		return d.event(vpt.EventInstigator, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(i.ID) })
	})
}

// ofThisCase refuses an instigator of another case: each case has its own.
func ofThisCase(d *deed, id vpt.InstigatorID) error {
	known, err := d.tx.Instigators(d.c.ID)
	if err == nil && !slices.ContainsFunc(known, func(i vpt.Instigator) bool { return i.ID == id }) {
		err = vpt.ErrNotFound
	}
	return err
}
