package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// The terms for what is owed around a decision, in working days.
const (
	secondWithin  = 2
	deliverWithin = 2
)

// ConcludeMeasure decides on a draft. While a gate is owed it refuses, naming
// each. Where a second pair of eyes is needed the measure waits for it.
func (a *App) ConcludeMeasure(ctx context.Context, who vpt.Actor, in vpt.ConcludeMeasure) error {
	return a.onCase(ctx, who, policy.CaseMeasure, in.Case, in.Once, untilMerged(), func(d *deed) error {
		m, err := d.measure(in.ID)
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
		weighing, err := weigh(d.tx, d.k, d.c, &m, vpt.MandateOf(who))
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
func (a *App) askSecond(d *deed, m vpt.Measure, needed vpt.Mandate) error {
	role := vpt.RoleCoordinator
	if needed == vpt.MandateDirector {
		role = vpt.RoleDirector
	}
	m.State = vpt.MeasureWaiting
	if err := d.tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.w.changed("measure.waiting")
	if err := d.endDuties(m.ID, vpt.DutyPrepared); err != nil {
		return err
	}
	err := d.owe(vpt.DutySecond, string(m.ID), d.k.cal.WorkingDays(d.tx.Now(), secondWithin), func(duty *vpt.Duty) { duty.Role = role })
	if err != nil {
		return err
	}
	found, err := a.notifyRole(d.tx, d.who, role, d.c.Unit, vpt.MailSecond, measurePath(d.c.Number, m.ID))
	if err == nil && !found && d.k.tree.CircleOf(d.c.Unit) != "" {
		err = vpt.Fail(vpt.KindConflict, "kring-zonder-rol")
	}
	if err != nil {
		return err
	}
	return d.step(m, string(vpt.MeasureWaiting))
}

// measurePath is where a measure is seen.
func measurePath(number string, id vpt.MeasureID) string {
	return "/zaken/" + number + "/maatregelen/" + string(id)
}

// SecondMeasure is the second pair of eyes: it agrees, and the measure is
// decided by who has the mandate; or sends the draft back with the reason. No
// author of a measure can be it.
func (a *App) SecondMeasure(ctx context.Context, who vpt.Actor, in vpt.SecondMeasure) error {
	return a.onCase(ctx, who, policy.MeasureSecond, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		m, err := d.measure(in.ID)
		if err != nil {
			return err
		}
		if m.State != vpt.MeasureWaiting {
			return errMeasureState
		}
		if own, err := d.wrote(m); err != nil {
			return err
		} else if own {
			return vpt.Fail(vpt.KindConflict, "eigen-maatregel")
		}
		m.SecondBy, m.SecondAt, m.SecondWhy = who.Person, d.tx.Now(), in.Why
		if err := d.endDuties(m.ID, vpt.DutySecond); err != nil {
			return err
		}
		if !in.Agree {
			return a.sendBack(d, m)
		}
		weighing, err := weigh(d.tx, d.k, d.c, &m, vpt.MandateOf(who))
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
		return a.notify(d.tx, d.who, m.PreparedBy, vpt.MailAgreed, measurePath(d.c.Number, m.ID))
	})
}

// sentBack is the detail of the line that a draft was given back. Who does that
// writes nothing of it, and may agree with what comes of it.
func sentBack(m vpt.Measure) string { return "teruggestuurd " + m.Kind.Code }

// wrote reports whether the actor is an author of a measure.
func (d *deed) wrote(m vpt.Measure) (bool, error) {
	if m.PreparedBy == d.who.Person {
		return true, nil
	}
	authors, err := d.tx.Authors(string(m.ID), vpt.EventDraft, sentBack(m))
	return slices.Contains(authors, d.who.Person), err
}

// sendBack gives a measure back to its author.
func (a *App) sendBack(d *deed, m vpt.Measure) error {
	m.State = vpt.MeasureDraft
	if err := d.tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.w.changed("measure.back")
	err := d.owe(vpt.DutyPrepared, string(m.ID), d.k.cal.WorkingDays(d.tx.Now(), secondWithin), func(duty *vpt.Duty) { duty.Person = m.PreparedBy })
	if err != nil {
		return err
	}
	if err := a.notify(d.tx, d.who, m.PreparedBy, vpt.MailBack, measurePath(d.c.Number, m.ID)); err != nil {
		return err
	}
	return d.event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(m.ID), sentBack(m) })
}

// decided makes a measure a decision: from now on it counts, and what it owes
// has a day.
func (a *App) decided(d *deed, m vpt.Measure, w vpt.Weighing, write bool) error {
	today := d.k.today(d.tx)
	m.State, m.DecidedBy, m.DecidedAt, m.DecidedOn = vpt.MeasureDecided, d.who.Person, d.tx.Now(), today
	if err := d.tx.UpdateMeasure(m); err != nil {
		return err
	}
	d.c.Impose(m.Kind.Code, d.tx.Now())
	d.w.changed("measure:" + m.Kind.Code)
	if err := d.endDuties(m.ID, vpt.DutyPrepared); err != nil {
		return err
	}
	if m.ReviewOn != "" {
		if err := d.owe(vpt.DutyReview, string(m.ID), d.endOfDay(m.ReviewOn), nil); err != nil {
			return err
		}
	}
	if !w.Hearing.Heard() && w.Hearing.ID != "" { // urgent: the talk comes after
		if err := d.owe(vpt.DutyHear, string(w.Hearing.ID), w.Hearing.PlannedAt, nil); err != nil {
			return err
		}
	}
	if write {
		if err := d.writeLetter(letter.Code(m.Letter()), vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	return a.news(d, vpt.EventMeasure, string(m.ID), m.Kind.Code)
}
