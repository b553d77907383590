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
		id, err := d.note(in.Text, in.Visible)
		if err != nil {
			return err
		}
		d.w.changed("note")
		if in.Visible == vpt.VisibleReporter {
			return a.news(d, vpt.EventNote, string(id), "")
		}
		return d.event(vpt.EventNote, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(id) })
	})
}

// note keeps a text of the actor with the case.
func (d *deed) note(text vpt.Private, visible vpt.Visibility) (vpt.NoteID, error) {
	n := vpt.Note{ID: vpt.NoteID(store.NewID()), Author: d.who.Person, Visible: visible, Text: text}
	return n.ID, d.tx.InsertNote(d.c.ID, n)
}
