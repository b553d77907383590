package measure

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// RecordRemedy records what a citizen does about a measure, and starts the
// clock for the answer.
func (a Room) RecordRemedy(ctx context.Context, who vpt.Actor, in vpt.RecordRemedy) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseRemedy, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		m, err := measure(d, in.Measure)
		if err != nil {
			return err
		}
		if !m.Decided() {
			return errMeasureState
		}
		if err := in.Validate(d.Known.Today(d.Tx), m.Remedy); err != nil {
			return err
		}
		r := vpt.Remedy{
			ID: vpt.RemedyID(store.NewID()), Measure: m.ID, Kind: in.Kind, ReceivedOn: in.ReceivedOn, DueOn: vpt.RemedyDue(in.Kind, in.ReceivedOn, false),
			Summary: in.Summary, By: who.Person,
		}
		if err := d.Tx.SaveRemedy(d.Case.ID, r); err != nil {
			return err
		}
		d.Work.Changed("remedy:" + string(r.Kind))
		if err := oweAnswer(d, r); err != nil {
			return err
		}
		if err := a.desk.NotifyCase(d.Tx, who, d.Case.Unit, vpt.MailRemedy, casework.MeasurePath(d.Case.Number, m.ID)); err != nil {
			return err
		}
		return remedied(d, r, string(r.Kind))
	})
}

// oweAnswer gives the coordinator the day of the answer. Who decided on the
// measure does not answer the complaint about it alone (Awb 9:7).
func oweAnswer(d *casework.Deed, r vpt.Remedy) error {
	if r.DueOn == "" {
		return nil
	}
	return d.Owe(vpt.DutyComplaint, string(r.ID), d.EndOfDay(r.DueOn), func(duty *vpt.Duty) { duty.Role = vpt.RoleCoordinator })
}

// FinishRemedy records the answer and its effect on the measure, or puts the
// answer off once.
func (a Room) FinishRemedy(ctx context.Context, who vpt.Actor, in vpt.FinishRemedy) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseRemedy, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		r, err := remedy(d, in.ID)
		if err != nil {
			return err
		}
		m, err := measure(d, r.Measure)
		if err != nil {
			return err
		}
		if err := in.Validate(d.Known.Today(d.Tx), m.EndsOn); err != nil {
			return err
		}
		switch {
		case !r.Open(), in.Extend && r.Extended:
			return vpt.Fail(vpt.KindConflict, "al-afgehandeld")
		case in.Extend:
			return putOff(d, r)
		case in.Outcome != vpt.RemedyWithdrawn && who.Person == m.DecidedBy:
			return vpt.Fail(vpt.KindConflict, "eigen-besluit")
		}
		r.Outcome, r.OutcomeOn, r.OutcomeWhy, r.Effect = in.Outcome, in.OutcomeOn, in.Why, in.Effect
		if err := d.Tx.SaveRemedy(d.Case.ID, r); err != nil {
			return err
		}
		d.Work.Changed("remedy:" + string(r.Outcome))
		if err := d.Fulfil(vpt.DutyComplaint, string(r.ID)); err != nil {
			return err
		}
		if err := remedied(d, r, string(r.Outcome)); err != nil {
			return err
		}
		if err := a.takeEffect(d, m, in); err != nil || !in.Letter {
			return err
		}
		return post.WriteLetter(d, letter.ComplaintCase, vpt.LetterAbout("klacht", r.ID))
	})
}

// putOff moves the day of the answer by four weeks, once (Awb 9:11).
func putOff(d *casework.Deed, r vpt.Remedy) error {
	r.Extended, r.DueOn = true, vpt.RemedyDue(r.Kind, r.ReceivedOn, true)
	if err := d.Tx.SaveRemedy(d.Case.ID, r); err != nil {
		return err
	}
	d.Work.Changed("remedy.extended")
	return oweAnswer(d, r)
}

// takeEffect does to the measure what the answer to a remedy says.
func (a Room) takeEffect(d *casework.Deed, m vpt.Measure, in vpt.FinishRemedy) error {
	switch {
	case m.State != vpt.MeasureDecided:
		return nil
	case in.Effect == vpt.EffectLifted:
		return a.lift(d, m, in.Why, false)
	case in.Effect == vpt.EffectShorter:
		m.EndsOn = in.EndsOn
		d.Work.Changed("measure.endsOn")
		return d.Tx.UpdateMeasure(m)
	}
	return nil
}

func remedy(d *casework.Deed, id vpt.RemedyID) (vpt.Remedy, error) {
	all, err := d.Tx.Remedies(d.Case.ID)
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

func remedied(d *casework.Deed, r vpt.Remedy, what string) error {
	return d.Event(vpt.EventRemedy, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(r.ID), what })
}
