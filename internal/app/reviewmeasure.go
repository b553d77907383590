package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// ReviewMeasure records that a measure was looked at again: it stays, with a
// next day to look, or it is lifted.
func (a *App) ReviewMeasure(ctx context.Context, who vpt.Actor, in vpt.ReviewMeasure) error {
	return a.onCase(ctx, who, policy.CaseMeasure, in.Case, in.Once, untilMerged(), func(d *deed) error {
		m, err := d.measure(in.ID)
		if err != nil {
			return err
		}
		if m.State != vpt.MeasureDecided {
			return errMeasureState
		}
		if err := in.Validate(d.k.today(d.tx), m); err != nil {
			return err
		}
		if in.Outcome == vpt.ReviewLifted {
			return a.lift(d, m, in.Why, in.Letter)
		}
		m.ReviewOn = in.NextOn
		if err := d.tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.w.changed("measure.review")
		if err := d.endDuties(m.ID, vpt.DutyReview); err != nil {
			return err
		}
		if in.NextOn != "" {
			if err := d.owe(vpt.DutyReview, string(m.ID), d.endOfDay(in.NextOn), nil); err != nil {
				return err
			}
		}
		return d.noteOn(m, "herbeoordeeld", in.Why)
	})
}

// lift ends a measure before its time.
func (a *App) lift(d *deed, m vpt.Measure, why vpt.Private, write bool) error {
	m.State, m.LiftedOn, m.LiftedBy, m.LiftedWhy = vpt.MeasureLifted, d.k.today(d.tx), d.who.Person, why
	if err := d.tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.w.changed("measure.lifted")
	if err := d.endDuties(m.ID, vpt.DutyReview); err != nil {
		return err
	}
	if write {
		if err := d.writeLetter(letter.Lifting, vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	return a.news(d, vpt.EventLifted, string(m.ID), m.Kind.Code)
}

// noteOn keeps why something was decided about a measure: as a note of
// handlers, which the line on the timeline stands for.
func (d *deed) noteOn(m vpt.Measure, what string, why vpt.Private) error {
	if why.IsZero() {
		return d.step(m, what)
	}
	id, err := d.note(why, vpt.VisibleHandlers)
	if err != nil {
		return err
	}
	return d.event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(id), what+" "+m.Kind.Code })
}
