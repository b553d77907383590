package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PauseClock lets a clock of a case stand still for a while, for a reason that
// handlers read. A term that has passed stays missed.
func (a *App) PauseClock(ctx context.Context, who vpt.Actor, in vpt.PauseClock) error {
	return a.onCase(ctx, who, policy.CasePause, in.Case, in.Once, whileOpen(), func(d *deed) error {
		had, err := d.tx.Pauses(d.c.ID)
		if err != nil {
			return err
		}
		if err := in.Validate(d.c.Clock(in.Clock), had, d.k.cal, d.tx.Now()); err != nil {
			return err
		}
		p := vpt.ClockPause{ID: vpt.PauseID(store.NewID()), Clock: in.Clock, Why: in.Why, Until: in.Until, By: who.Person}
		p.DueWas = d.c.Pause(in.Clock, in.Until, d.k.cal, d.tx.Now())
		if err := d.tx.InsertPause(d.c.ID, p); err != nil {
			return err
		}
		d.w.changed("pause:" + string(in.Clock))
		return d.clockEvent(vpt.EventPaused, p)
	})
}

// ResumeClock lets a clock run on before the end of its pause.
func (a *App) ResumeClock(ctx context.Context, who vpt.Actor, in vpt.ResumeClock) error {
	return a.onCase(ctx, who, policy.CasePause, in.Case, in.Once, whileOpen(), func(d *deed) error {
		had, err := d.tx.Pauses(d.c.ID)
		if err != nil {
			return err
		}
		p, ok := vpt.PauseOf(had, in.Clock, d.k.today(d.tx))
		if !ok || !d.c.Clock(in.Clock).Running() {
			return vpt.Fail(vpt.KindConflict, "staat-niet-stil")
		}
		d.c.Resume(p, d.k.cal, d.tx.Now())
		d.w.changed("resume:" + string(in.Clock))
		if err := d.tx.EndPause(p.ID); err != nil {
			return err
		}
		return d.clockEvent(vpt.EventResumed, p)
	})
}

// clockEvent puts a pause on the timeline. A reporter sees those of the clocks
// that she waits for.
func (d *deed) clockEvent(kind vpt.EventKind, p vpt.ClockPause) error {
	visible := vpt.VisibleHandlers
	if slices.Contains(clocksOfReporter(), p.Clock) {
		visible = vpt.VisibleReporter
	}
	return d.event(kind, visible, func(e *vpt.Event) { e.Ref, e.Detail = string(p.ID), string(p.Clock) })
}

// clocksOfReporter are the clocks of which a reporter sees until when they run.
func clocksOfReporter() []vpt.ClockKind { return []vpt.ClockKind{vpt.ClockReaction, vpt.ClockFeedback} }

// pauses adds when clocks of the case stood or stand still, and who said so.
func (v *viewing) pauses(out *vpt.CaseView) (err error) {
	if out.Pauses, err = v.tx.Pauses(out.Case.ID); err != nil {
		return err
	}
	for i, p := range out.Pauses {
		name, err := v.name(p.By)
		if err != nil {
			return err
		}
		out.Pauses[i].ByName = name.Name
	}
	return nil
}
