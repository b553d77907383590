package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// RecordRemedy records what a citizen does about a measure, and starts the
// clock for the answer.
func (a *App) RecordRemedy(ctx context.Context, who vpt.Actor, in vpt.RecordRemedy) error {
	return a.onCase(ctx, who, policy.CaseRemedy, in.Case, in.Once, untilMerged(), func(d *deed) error {
		m, err := d.measure(in.Measure)
		if err != nil {
			return err
		}
		if !m.Decided() {
			return errMeasureState
		}
		if err := in.Validate(d.k.today(d.tx), m.Remedy); err != nil {
			return err
		}
		r := vpt.Remedy{
			ID: vpt.RemedyID(store.NewID()), Measure: m.ID, Kind: in.Kind, ReceivedOn: in.ReceivedOn, DueOn: vpt.RemedyDue(in.Kind, in.ReceivedOn, false),
			Summary: in.Summary, By: who.Person,
		}
		if err := d.tx.SaveRemedy(d.c.ID, r); err != nil {
			return err
		}
		d.w.changed("remedy:" + string(r.Kind))
		if err := d.oweAnswer(r); err != nil {
			return err
		}
		if err := a.notifyCase(d.tx, who, d.c.Unit, vpt.MailRemedy, measurePath(d.c.Number, m.ID)); err != nil {
			return err
		}
		return d.remedied(r, string(r.Kind))
	})
}

// oweAnswer gives the coordinator the day of the answer. Who decided on the
// measure does not answer the complaint about it alone (Awb 9:7).
func (d *deed) oweAnswer(r vpt.Remedy) error {
	if r.DueOn == "" {
		return nil
	}
	return d.owe(vpt.DutyComplaint, string(r.ID), d.endOfDay(r.DueOn), func(duty *vpt.Duty) { duty.Role = vpt.RoleCoordinator })
}

// FinishRemedy records the answer and its effect on the measure, or puts the
// answer off once.
func (a *App) FinishRemedy(ctx context.Context, who vpt.Actor, in vpt.FinishRemedy) error {
	return a.onCase(ctx, who, policy.CaseRemedy, in.Case, in.Once, untilMerged(), func(d *deed) error {
		r, err := d.remedy(in.ID)
		if err != nil {
			return err
		}
		m, err := d.measure(r.Measure)
		if err != nil {
			return err
		}
		if err := in.Validate(d.k.today(d.tx), m.EndsOn); err != nil {
			return err
		}
		switch {
		case !r.Open(), in.Extend && r.Extended:
			return vpt.Fail(vpt.KindConflict, "al-afgehandeld")
		case in.Extend:
			return d.putOff(r)
		case in.Outcome != vpt.RemedyWithdrawn && who.Person == m.DecidedBy:
			return vpt.Fail(vpt.KindConflict, "eigen-besluit")
		}
		r.Outcome, r.OutcomeOn, r.OutcomeWhy, r.Effect = in.Outcome, in.OutcomeOn, in.Why, in.Effect
		if err := d.tx.SaveRemedy(d.c.ID, r); err != nil {
			return err
		}
		d.w.changed("remedy:" + string(r.Outcome))
		if err := d.fulfil(vpt.DutyComplaint, string(r.ID)); err != nil {
			return err
		}
		if err := d.remedied(r, string(r.Outcome)); err != nil {
			return err
		}
		if err := a.takeEffect(d, m, in); err != nil || !in.Letter {
			return err
		}
		return d.writeLetter(letter.ComplaintCase, vpt.LetterAbout("klacht", r.ID))
	})
}

// putOff moves the day of the answer by four weeks, once (Awb 9:11).
func (d *deed) putOff(r vpt.Remedy) error {
	r.Extended, r.DueOn = true, vpt.RemedyDue(r.Kind, r.ReceivedOn, true)
	if err := d.tx.SaveRemedy(d.c.ID, r); err != nil {
		return err
	}
	d.w.changed("remedy.extended")
	return d.oweAnswer(r)
}

// takeEffect does to the measure what the answer to a remedy says.
func (a *App) takeEffect(d *deed, m vpt.Measure, in vpt.FinishRemedy) error {
	switch {
	case m.State != vpt.MeasureDecided:
		return nil
	case in.Effect == vpt.EffectLifted:
		return a.lift(d, m, in.Why, false)
	case in.Effect == vpt.EffectShorter:
		m.EndsOn = in.EndsOn
		d.w.changed("measure.endsOn")
		return d.tx.UpdateMeasure(m)
	}
	return nil
}

func (d *deed) remedy(id vpt.RemedyID) (vpt.Remedy, error) {
	all, err := d.tx.Remedies(d.c.ID)
	if err != nil {
		return vpt.Remedy{}, err
	}
	for _, r := range all {
		if r.ID == id {
			return r, nil
		}
	}
	return vpt.Remedy{}, vpt.ErrNotFound
}

func (d *deed) remedied(r vpt.Remedy, what string) error {
	return d.event(vpt.EventRemedy, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(r.ID), what })
}
