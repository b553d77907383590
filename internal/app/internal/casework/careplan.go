package casework

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PlanFor makes the steps of the care plan that begin at once for somebody who
// is involved. The first is due with the clock of care of a new case, which may
// be sooner than the plan says: she asked for help.
func PlanFor(k *desk.Known, tx *store.Tx, c vpt.Casefile, person vpt.Involved, firstDue bool) ([]vpt.CareTalk, error) {
	s := k.Org.Settings
	steps := vpt.Follow(s.CareSteps(), vpt.AfterReport, person.Role, k.Cal, s.Clocks.ShiftToNextDay, tx.Now(), 0)
	if firstDue && len(steps) > 0 {
		steps[0].DueAt = c.Clock(vpt.ClockCare).Due
	}
	return steps, insertSteps(tx, c.ID, person.ID, steps)
}

// insertSteps writes steps of a plan. Of a referral check a duty reminds.
func insertSteps(tx *store.Tx, casefile vpt.CasefileID, person vpt.InvolvedID, steps []vpt.CareTalk) error {
	for _, t := range steps {
		t.ID, t.Involved = vpt.CareTalkID(store.NewID()), person
		if err := tx.InsertTalk(casefile, t); err != nil {
			return err
		}
		if !t.IsCheck() {
			continue
		}
		if err := tx.Owe(vpt.Duty{Kind: vpt.DutyReferral, Casefile: casefile, Ref: string(t.ID), DueAt: t.DueAt}); err != nil {
			return err
		}
	}
	return nil
}

// planAfter makes the steps that follow from a first talk that was held. They
// are counted from the end of that day.
func (d *Deed) planAfter(first vpt.CareTalk) error {
	role, err := d.Tx.RoleOf(first.Involved)
	if err != nil {
		return err
	}
	talks, err := d.Tx.Talks(d.Case.ID)
	if err != nil {
		return err
	}
	last := first.Sequence
	for _, t := range talks {
		if t.Involved == first.Involved {
			last = max(last, t.Sequence)
		}
	}
	s := d.Known.Org.Settings
	steps := vpt.Follow(s.CareSteps(), vpt.AfterFirstTalk, role, d.Known.Cal, s.Clocks.ShiftToNextDay, d.EndOfDay(first.HeldOn), last)
	return insertSteps(d.Tx, d.Case.ID, first.Involved, steps)
}

// dropTalks ends what is still to be planned when care is not applicable: the
// reason stands with the track. A talk that was planned goes on.
func (d *Deed) dropTalks(talks []vpt.CareTalk) error {
	if d.Case.Track(vpt.TrackCare).State != vpt.TrackNotApplicable {
		return nil
	}
	for i, t := range talks {
		if t.State != vpt.TalkOpen {
			continue
		}
		talks[i].State = vpt.TalkDropped
		if err := d.Tx.UpdateTalk(talks[i]); err != nil {
			return err
		}
		if err := d.Fulfil(vpt.DutyReferral, string(t.ID)); err != nil {
			return err
		}
		d.Work.Changed("talk:" + string(t.ID))
	}
	return nil
}

// OweChecks brings the duties of the referral checks of a case back in line with
// its plan, after merging or taking apart.
func (d *Deed) OweChecks() error {
	talks, err := d.Tx.Talks(d.Case.ID)
	if err != nil {
		return err
	}
	for _, t := range talks {
		if t.IsCheck() && !t.Done() {
			if err := d.Owe(vpt.DutyReferral, string(t.ID), t.DueAt, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// CheckReferral records the answer to a referral check: yes or no, and the day.
func (a Room) CheckReferral(ctx context.Context, who vpt.Actor, in vpt.CheckReferral) error {
	return OnCase(ctx, a.desk, who, policy.CaseTalk, in.Case, in.Once, UntilMerged(), func(d *Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		talk, err := d.Talk(in.Talk)
		if err != nil {
			return err
		}
		switch {
		case !talk.IsCheck():
			return vpt.ErrNotFound
		case talk.Done():
			return vpt.Fail(vpt.KindConflict, "gesprek-al-geweest")
		}
		talk.State, talk.HeldOn, talk.Referred = vpt.TalkHeld, in.On, in.Referred
		if err := d.Tx.UpdateTalk(talk); err != nil {
			return err
		}
		d.Work.Changed("referral")
		if err := d.Fulfil(vpt.DutyReferral, string(talk.ID)); err != nil {
			return err
		}
		return d.TalkEvent(vpt.EventReferral, talk)
	})
}
