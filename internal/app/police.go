package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// RecordPolice records a notice or complaint to the police, or why there is
// none. Either stops the clock of the police track.
func (a *App) RecordPolice(ctx context.Context, who vpt.Actor, in vpt.RecordPolice) error {
	return a.onCase(ctx, who, policy.CasePolice, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		r := vpt.PoliceRecord{
			ID: vpt.PoliceRecordID(store.NewID()), Casefile: d.c.ID, Kind: in.Kind, DoneOn: in.DoneOn, Reference: in.Reference,
			Note: in.Note, RecordedBy: who.Person, RecordedAt: d.tx.Now(),
		}
		if err := d.tx.InsertPoliceRecord(r); err != nil {
			return err
		}
		d.c.TellPolice(in.Kind, in.Note, d.when(in.DoneOn))
		d.w.changed("police:" + string(in.Kind))
		if in.Kind == vpt.PoliceNone {
			return d.event(vpt.EventNoPolice, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(r.ID) })
		}
		return a.news(d, vpt.EventPolice, string(r.ID), string(in.Kind))
	})
}
