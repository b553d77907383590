package casework

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PauseClock lets a clock of a case stand still for a while, for a reason that
// handlers read. A term that has passed stays missed.
func (a Room) PauseClock(ctx context.Context, who vpt.Actor, in vpt.PauseClock) error {
	return OnCase(ctx, a.desk, who, policy.CasePause, in.Case, in.Once, WhileOpen(), func(d *Deed) error {
		had, err := d.Tx.Pauses(d.Case.ID)
		if err != nil {
			return err
		}
		if err := in.Validate(d.Case.Clock(in.Clock), had, d.Known.Cal, d.Tx.Now()); err != nil {
			return err
		}
		p := vpt.ClockPause{ID: vpt.PauseID(store.NewID()), Clock: in.Clock, Why: in.Why, Until: in.Until, By: who.Person}
		p.DueWas = d.Case.Pause(in.Clock, in.Until, d.Known.Cal, d.Tx.Now())
		if err := d.Tx.InsertPause(d.Case.ID, p); err != nil {
			return err
		}
		d.Work.Changed("pause:" + string(in.Clock))
		return d.clockEvent(vpt.EventPaused, p)
	})
}

// ResumeClock lets a clock run on before the end of its pause.
func (a Room) ResumeClock(ctx context.Context, who vpt.Actor, in vpt.ResumeClock) error {
	return OnCase(ctx, a.desk, who, policy.CasePause, in.Case, in.Once, WhileOpen(), func(d *Deed) error {
		had, err := d.Tx.Pauses(d.Case.ID)
		if err != nil {
			return err
		}
		p, ok := vpt.PauseOf(had, in.Clock, d.Known.Today(d.Tx))
		if !ok || !d.Case.Clock(in.Clock).Running() {
			return vpt.Fail(vpt.KindConflict, "staat-niet-stil")
		}
		d.Case.Resume(p, d.Known.Cal, d.Tx.Now())
		d.Work.Changed("resume:" + string(in.Clock))
		if err := d.Tx.EndPause(p.ID); err != nil {
			return err
		}
		return d.clockEvent(vpt.EventResumed, p)
	})
}

// clockEvent puts a pause on the timeline. A reporter sees those of the clocks
// that she waits for.
func (d *Deed) clockEvent(kind vpt.EventKind, p vpt.ClockPause) error {
	visible := vpt.VisibleHandlers
	if slices.Contains(ClocksOfReporter(), p.Clock) {
		visible = vpt.VisibleReporter
	}
	return d.Event(kind, visible, func(e *vpt.Event) { e.Ref, e.Detail = string(p.ID), string(p.Clock) })
}

// ClocksOfReporter are the clocks of which a reporter sees until when they run.
func ClocksOfReporter() []vpt.ClockKind { return []vpt.ClockKind{vpt.ClockReaction, vpt.ClockFeedback} }

// pauses adds when clocks of the case stood or stand still, and who said so.
func (v *Viewing) pauses(out *vpt.CaseView) (err error) {
	if out.Pauses, err = v.Tx.Pauses(out.Case.ID); err != nil {
		return err
	}
	for i, p := range out.Pauses {
		name, err := v.Name(p.By)
		if err != nil {
			return err
		}
		out.Pauses[i].ByName = name.Name
	}
	return nil
}
