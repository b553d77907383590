package measure

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// ReviewMeasure records that a measure was looked at again: it stays, with a
// next day to look, or it is lifted.
func (a Room) ReviewMeasure(ctx context.Context, who vpt.Actor, in vpt.ReviewMeasure) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		m, err := measure(d, in.ID)
		if err != nil {
			return err
		}
		if m.State != vpt.MeasureDecided {
			return errMeasureState
		}
		if err := in.Validate(d.Known.Today(d.Tx), m); err != nil {
			return err
		}
		if in.Outcome == vpt.ReviewLifted {
			return a.lift(d, m, in.Why, in.Letter)
		}
		m.ReviewOn = in.NextOn
		if err := d.Tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.Work.Changed("measure.review")
		if err := endDuties(d, m.ID, vpt.DutyReview); err != nil {
			return err
		}
		if in.NextOn != "" {
			if err := d.Owe(vpt.DutyReview, string(m.ID), d.EndOfDay(in.NextOn), nil); err != nil {
				return err
			}
		}
		return noteOn(d, m, "herbeoordeeld", in.Why)
	})
}

// lift ends a measure before its time.
func (a Room) lift(d *casework.Deed, m vpt.Measure, why vpt.Private, write bool) error {
	m.State, m.LiftedOn, m.LiftedBy, m.LiftedWhy = vpt.MeasureLifted, d.Known.Today(d.Tx), d.Who.Person, why
	if err := d.Tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.Work.Changed("measure.lifted")
	if err := endDuties(d, m.ID, vpt.DutyReview); err != nil {
		return err
	}
	if write {
		if err := post.WriteLetter(d, letter.Lifting, vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	return casework.News(a.desk, d, vpt.EventLifted, string(m.ID), m.Kind.Code)
}

// noteOn keeps why something was decided about a measure: as a note of
// handlers, which the line on the timeline stands for.
func noteOn(d *casework.Deed, m vpt.Measure, what string, why vpt.Private) error {
	if why.IsZero() {
		return step(d, m, what)
	}
	id, err := d.Note(why, vpt.VisibleHandlers)
	if err != nil {
		return err
	}
	return d.Event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(id), what+" "+m.Kind.Code })
}
