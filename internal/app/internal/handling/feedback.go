package handling

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/chain"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SendFeedback tells the reporters what was done, or records that they do not
// want to be told. Either stops the feedback clock.
func (a Room) SendFeedback(ctx context.Context, who vpt.Actor, in vpt.SendFeedback) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseFeedback, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		f := vpt.Feedback{ID: store.NewID(), Text: in.Text, Waived: in.Waived, By: who.Person}
		if err := d.Tx.InsertFeedback(d.Case.ID, f); err != nil {
			return err
		}
		d.Case.Meet(vpt.ClockFeedback, d.Tx.Now())
		d.Work.Changed("feedback")
		if in.Waived {
			return d.Event(vpt.EventNoFeedback, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = f.ID })
		}
		return casework.News(a.desk, d, vpt.EventFeedback, f.ID, "")
	})
}

// CloseCase closes a case in which nothing is left to do, with a message to
// the reporter. Talks that are planned go on.
func (a Room) CloseCase(ctx context.Context, who vpt.Actor, in vpt.CloseCase) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseClose, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := endLight(d, in.NotNeeded); err != nil {
			return err
		}
		blocks := d.Case.WhatBlocksClosing()
		switch may := d.Case.LightEnds(d.Known.Org.Settings.Learning); {
		case len(blocks) > 0 && len(d.Case.BlocksBut(may)) == 0:
			return casework.Invalid("notNeeded", blocks[0])
		case len(blocks) > 0:
			return vpt.Fail(vpt.KindConflict, blocks[0])
		}
		d.Case.State, d.Case.Closing, d.Case.ClosedAt = vpt.CaseClosed, in.Message, d.Tx.Now()
		d.Work.Changed("state", "closing")
		return casework.News(a.desk, d, vpt.EventClosed, "", "")
	})
}

// endLight ends tracks of which nothing more is needed, each with its reason and
// its line, as by hand.
func endLight(d *casework.Deed, ends []vpt.TrackEnd) error {
	may := d.Case.LightEnds(d.Known.Org.Settings.Learning)
	for _, end := range ends {
		if !slices.Contains(may, end.Track) {
			return casework.Invalid("notNeeded", "onbekende-keuze")
		}
		d.Case.SetTrack(end.Track, vpt.TrackNotApplicable, end.Why)
		d.Work.Changed("track:" + string(end.Track))
		err := d.Event(vpt.EventTrack, vpt.VisibleHandlers, func(e *vpt.Event) {
			e.Ref, e.Detail = string(end.Track), string(vpt.TrackNotApplicable)
		})
		if err != nil {
			return err
		}
	}
	if len(ends) == 0 {
		return nil
	}
	return chain.OweDamage(d)
}

// ReopenCase opens a closed case again, with a reason for the handlers.
func (a Room) ReopenCase(ctx context.Context, who vpt.Actor, in vpt.ReopenCase) error {
	closed := []vpt.CaseState{vpt.CaseClosed}
	return casework.OnCase(ctx, a.desk, who, policy.CaseReopen, in.Case, in.Once, closed, func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		n := vpt.Note{ID: vpt.NoteID(store.NewID()), Author: who.Person, Visible: vpt.VisibleHandlers, Text: in.Why}
		if err := d.Tx.InsertNote(d.Case.ID, n); err != nil {
			return err
		}
		d.Case.State, d.Case.ClosedAt = vpt.CaseOpen, time.Time{}
		d.Work.Changed("state")
		return casework.News(a.desk, d, vpt.EventReopened, string(n.ID), "")
	})
}
