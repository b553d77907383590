package casework

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// WriteNote adds a remark, for handlers only or shared with the reporter.
func (a Room) WriteNote(ctx context.Context, who vpt.Actor, in vpt.WriteNote) error {
	return OnCase(ctx, a.desk, who, policy.CaseNote, in.Case, in.Once, UntilMerged(), func(d *Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		id, err := d.Note(in.Text, in.Visible)
		if err != nil {
			return err
		}
		d.Work.Changed("note")
		if in.Visible == vpt.VisibleReporter {
			return News(a.desk, d, vpt.EventNote, string(id), "")
		}
		return d.Event(vpt.EventNote, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(id) })
	})
}

// Note keeps a text of the actor with the case.
func (d *Deed) Note(text vpt.Private, visible vpt.Visibility) (vpt.NoteID, error) {
	n := vpt.Note{ID: vpt.NoteID(store.NewID()), Author: d.Who.Person, Visible: visible, Text: text}
	return n.ID, d.Tx.InsertNote(d.Case.ID, n)
}
