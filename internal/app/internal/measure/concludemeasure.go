package measure

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// secondWithin is how many working days a second pair of eyes has.
const secondWithin = 2

// ConcludeMeasure decides on a draft. While a gate is owed it refuses, naming
// each. Where a second pair of eyes is needed the measure waits for it.
func (a Room) ConcludeMeasure(ctx context.Context, who vpt.Actor, in vpt.ConcludeMeasure) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		m, err := measure(d, in.ID)
		if err != nil {
			return err
		}
		if m.State != vpt.MeasureDraft {
			return errMeasureState
		}
		if err := vpt.UnlessChanged("measure", in.Seen, m.Seen()); err != nil {
			return err
		}
		m.PreparedBy = who.Person
		weighing, err := casework.Weigh(d.Tx, d.Known, d.Case, &m, vpt.MandateOf(who))
		if err != nil {
			return err
		}
		if err := owed(weighing); err != nil {
			return err
		}
		needed, second := weighing.NeedsSecond()
		if !second {
			return a.decided(d, m, weighing, in.Letter)
		}
		return a.askSecond(d, m, needed)
	})
}

// owed refuses while a gate is owed, but for the second pair of eyes, which is
// asked for.
func owed(w vpt.Weighing) error {
	var p vpt.Problems
	for _, gate := range w.Owed() {
		if gate != vpt.GateSecond {
			p.Add("gate."+string(gate), "poort-"+string(gate))
		}
	}
	return p.Err()
}

// askSecond lets a measure wait for somebody with the mandate.
func (a Room) askSecond(d *casework.Deed, m vpt.Measure, needed vpt.Mandate) error {
	role := vpt.RoleCoordinator
	if needed == vpt.MandateDirector {
		role = vpt.RoleDirector
	}
	m.State = vpt.MeasureWaiting
	if err := d.Tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.Work.Changed("measure.waiting")
	if err := endDuties(d, m.ID, vpt.DutyPrepared); err != nil {
		return err
	}
	err := d.Owe(vpt.DutySecond, string(m.ID), d.Known.Cal.WorkingDays(d.Tx.Now(), secondWithin), func(duty *vpt.Duty) { duty.Role = role })
	if err != nil {
		return err
	}
	found, err := a.desk.NotifyRole(d.Tx, d.Who, role, d.Case.Unit, vpt.MailSecond, casework.MeasurePath(d.Case.Number, m.ID))
	if err == nil && !found && d.Known.Tree.CircleOf(d.Case.Unit) != "" {
		err = vpt.Fail(vpt.KindConflict, "kring-zonder-rol")
	}
	if err != nil {
		return err
	}
	return step(d, m, string(vpt.MeasureWaiting))
}

// SecondMeasure is the second pair of eyes: it agrees, and the measure is
// decided by who has the mandate; or sends the draft back with the reason. No
// author of a measure can be it.
func (a Room) SecondMeasure(ctx context.Context, who vpt.Actor, in vpt.SecondMeasure) error {
	return casework.OnCase(ctx, a.desk, who, policy.MeasureSecond, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		m, err := measure(d, in.ID)
		if err != nil {
			return err
		}
		if m.State != vpt.MeasureWaiting {
			return errMeasureState
		}
		if own, err := wrote(d, m); err != nil {
			return err
		} else if own {
			return vpt.Fail(vpt.KindConflict, "eigen-maatregel")
		}
		m.SecondBy, m.SecondAt, m.SecondWhy = who.Person, d.Tx.Now(), in.Why
		if err := endDuties(d, m.ID, vpt.DutySecond); err != nil {
			return err
		}
		if !in.Agree {
			return a.sendBack(d, m)
		}
		weighing, err := casework.Weigh(d.Tx, d.Known, d.Case, &m, vpt.MandateOf(who))
		if err != nil {
			return err
		}
		if slices.Contains(weighing.Owed(), vpt.GateSecond) {
			return vpt.Fail(vpt.KindConflict, "mandaat-te-laag")
		}
		if err := owed(weighing); err != nil {
			return err
		}
		if err := a.decided(d, m, weighing, true); err != nil {
			return err
		}
		return a.desk.Notify(d.Tx, d.Who, m.PreparedBy, vpt.MailAgreed, casework.MeasurePath(d.Case.Number, m.ID))
	})
}

// sentBack is the detail of the line that a draft was given back. Who does that
// writes nothing of it, and may agree with what comes of it.
func sentBack(m vpt.Measure) string { return "teruggestuurd " + m.Kind.Code }

// wrote reports whether the actor is an author of a measure.
func wrote(d *casework.Deed, m vpt.Measure) (bool, error) {
	if m.PreparedBy == d.Who.Person {
		return true, nil
	}
	authors, err := d.Tx.Authors(string(m.ID), vpt.EventDraft, sentBack(m))
	return slices.Contains(authors, d.Who.Person), err
}

// sendBack gives a measure back to its author.
func (a Room) sendBack(d *casework.Deed, m vpt.Measure) error {
	m.State = vpt.MeasureDraft
	if err := d.Tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.Work.Changed("measure.back")
	err := d.Owe(vpt.DutyPrepared, string(m.ID), d.Known.Cal.WorkingDays(d.Tx.Now(), secondWithin), func(duty *vpt.Duty) { duty.Person = m.PreparedBy })
	if err != nil {
		return err
	}
	if err := a.desk.Notify(d.Tx, d.Who, m.PreparedBy, vpt.MailBack, casework.MeasurePath(d.Case.Number, m.ID)); err != nil {
		return err
	}
	return d.Event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(m.ID), sentBack(m) })
}

// decided makes a measure a decision: from now on it counts, and what it owes
// has a day.
func (a Room) decided(d *casework.Deed, m vpt.Measure, w vpt.Weighing, write bool) error {
	today := d.Known.Today(d.Tx)
	m.State, m.DecidedBy, m.DecidedAt, m.DecidedOn = vpt.MeasureDecided, d.Who.Person, d.Tx.Now(), today
	if err := d.Tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.Case.Impose(m.Kind.Code, d.Tx.Now())
	d.Work.Changed("measure:" + m.Kind.Code)
	if err := endDuties(d, m.ID, vpt.DutyPrepared); err != nil {
		return err
	}
	if m.ReviewOn != "" {
		if err := d.Owe(vpt.DutyReview, string(m.ID), d.EndOfDay(m.ReviewOn), nil); err != nil {
			return err
		}
	}
	if !w.Hearing.Heard() && w.Hearing.ID != "" { // urgent: the talk comes after
		if err := d.Owe(vpt.DutyHear, string(w.Hearing.ID), w.Hearing.PlannedAt, nil); err != nil {
			return err
		}
	}
	if write {
		if err := post.WriteLetter(d, letter.Code(m.Letter()), vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	return casework.News(a.desk, d, vpt.EventMeasure, string(m.ID), m.Kind.Code)
}
