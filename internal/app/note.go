package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// WriteNote adds a remark, for handlers only or shared with the reporter.
func (a *App) WriteNote(ctx context.Context, who vpt.Actor, in vpt.WriteNote) error {
	return a.onCase(ctx, who, policy.CaseNote, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		n := vpt.Note{ID: vpt.NoteID(store.NewID()), Author: who.Person, Visible: in.Visible, Text: in.Text}
		if err := d.tx.InsertNote(d.c.ID, n); err != nil {
			return err
		}
		d.w.changed("note")
		if in.Visible == vpt.VisibleReporter {
			return a.news(d, vpt.EventNote, string(n.ID), "")
		}
		return d.event(vpt.EventNote, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(n.ID) })
	})
}
