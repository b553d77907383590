package app

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SendFeedback tells the reporters what was done, or records that they do not
// want to be told. Either stops the feedback clock.
func (a *App) SendFeedback(ctx context.Context, who vpt.Actor, in vpt.SendFeedback) error {
	return a.onCase(ctx, who, policy.CaseFeedback, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		f := vpt.Feedback{ID: store.NewID(), Text: in.Text, Waived: in.Waived, By: who.Person}
		if err := d.tx.InsertFeedback(d.c.ID, f); err != nil {
			return err
		}
		d.c.Meet(vpt.ClockFeedback, d.tx.Now())
		d.w.changed("feedback")
		if in.Waived {
			return d.event(vpt.EventNoFeedback, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = f.ID })
		}
		return a.news(d, vpt.EventFeedback, f.ID, "")
	})
}

// CloseCase closes a case in which nothing is left to do, with a message to
// the reporter. Talks that are planned go on.
func (a *App) CloseCase(ctx context.Context, who vpt.Actor, in vpt.CloseCase) error {
	return a.onCase(ctx, who, policy.CaseClose, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := d.endLight(in.NotNeeded); err != nil {
			return err
		}
		blocks := d.c.WhatBlocksClosing()
		switch may := d.c.LightEnds(d.k.org.Settings.Learning); {
		case len(blocks) > 0 && len(d.c.BlocksBut(may)) == 0:
			return invalid("notNeeded", blocks[0])
		case len(blocks) > 0:
			return vpt.Fail(vpt.KindConflict, blocks[0])
		}
		d.c.State, d.c.Closing, d.c.ClosedAt = vpt.CaseClosed, in.Message, d.tx.Now()
		d.w.changed("state", "closing")
		return a.news(d, vpt.EventClosed, "", "")
	})
}

// endLight ends tracks of which nothing more is needed, each with its reason and
// its line, as by hand.
func (d *deed) endLight(ends []vpt.TrackEnd) error {
	may := d.c.LightEnds(d.k.org.Settings.Learning)
	for _, end := range ends {
		if !slices.Contains(may, end.Track) {
			return invalid("notNeeded", "onbekende-keuze")
		}
		d.c.SetTrack(end.Track, vpt.TrackNotApplicable, end.Why)
		d.w.changed("track:" + string(end.Track))
		err := d.event(vpt.EventTrack, vpt.VisibleHandlers, func(e *vpt.Event) {
			e.Ref, e.Detail = string(end.Track), string(vpt.TrackNotApplicable)
		})
		if err != nil {
			return err
		}
	}
	if len(ends) == 0 {
		return nil
	}
	return d.oweDamage()
}

// ReopenCase opens a closed case again, with a reason for the handlers.
func (a *App) ReopenCase(ctx context.Context, who vpt.Actor, in vpt.ReopenCase) error {
	closed := []vpt.CaseState{vpt.CaseClosed}
	return a.onCase(ctx, who, policy.CaseReopen, in.Case, in.Once, closed, func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		n := vpt.Note{ID: vpt.NoteID(store.NewID()), Author: who.Person, Visible: vpt.VisibleHandlers, Text: in.Why}
		if err := d.tx.InsertNote(d.c.ID, n); err != nil {
			return err
		}
		d.c.State, d.c.ClosedAt = vpt.CaseOpen, time.Time{}
		d.w.changed("state")
		return a.news(d, vpt.EventReopened, string(n.ID), "")
	})
}
