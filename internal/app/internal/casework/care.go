package casework

import (
	"context"
	"strconv"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// Noon is the time of day of a talk that is planned on a day without an hour.
const Noon = 12

// PlanTalk plans a care talk: when, and with whom. What is said in it is
// nowhere recorded.
func (a Room) PlanTalk(ctx context.Context, who vpt.Actor, in vpt.PlanTalk) error {
	return OnCase(ctx, a.desk, who, policy.CaseTalk, in.Case, in.Once, UntilMerged(), func(d *Deed) error {
		talk, err := d.Talk(in.Talk)
		if err != nil {
			return err
		}
		if err := in.Validate(d.Known.Today(d.Tx), talk); err != nil {
			return err
		}
		if in.With != "" {
			if _, err := d.Tx.PersonByID(in.With); vpt.KindOf(err) == vpt.KindNotFound {
				return Invalid("with", "onbekende-keuze")
			} else if err != nil {
				return err
			}
		}
		if _, ok := d.Known.Site(in.Site); in.Site != "" && !ok {
			return Invalid("site", "onbekende-keuze")
		}
		if err := d.MustBeFree(in); err != nil {
			return err
		}
		talk.State, talk.PlannedAt, talk.Site = vpt.TalkPlanned, PlannedAt(in, d.Known.Zone), in.Site
		talk.With, talk.WithName = in.With, in.WithName
		if err := d.Tx.UpdateTalk(talk); err != nil {
			return err
		}
		d.Work.Changed("talk:" + strconv.Itoa(talk.Sequence))
		if err := a.desk.Notify(d.Tx, who, talk.For, vpt.MailTalk, "/meldingen"); err != nil {
			return err
		}
		if in.With != talk.For {
			if err := a.desk.Notify(d.Tx, who, in.With, vpt.MailTalk, HolderPath); err != nil {
				return err
			}
		}
		return d.TalkEvent(vpt.EventTalkPlanned, talk)
	})
}

// HolderPath is where somebody sees the talks that she holds: no case is opened
// by it.
const HolderPath = "/opvang"

// PlannedAt gives when a talk is to be, on the day and at the time of the input.
func PlannedAt(in vpt.PlanTalk, zone *time.Location) time.Time {
	hour, minute := Noon, 0
	if at, err := time.Parse("15:04", in.Time); err == nil {
		hour, minute = at.Hour(), at.Minute()
	}
	return in.On.At(hour, minute, zone)
}

// FinishTalk records that a talk was held, or that the employee declined it.
// The first that is held plans what follows from it.
func (a Room) FinishTalk(ctx context.Context, who vpt.Actor, in vpt.FinishTalk) error {
	return OnCase(ctx, a.desk, who, policy.CaseTalk, in.Case, in.Once, UntilMerged(), func(d *Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		talk, err := d.Talk(in.Talk)
		if err != nil {
			return err
		}
		return d.finishTalk(talk, in.State, in.On)
	})
}

// finishTalk ends a talk, whoever says so.
func (d *Deed) finishTalk(talk vpt.CareTalk, state vpt.TalkState, on vpt.Date) error {
	switch {
	case talk.IsCheck():
		return Invalid("state", "geen-gesprek")
	case talk.Done():
		return vpt.Fail(vpt.KindConflict, "gesprek-al-geweest")
	}
	talk.State, talk.HeldOn = state, on
	if err := d.Tx.UpdateTalk(talk); err != nil {
		return err
	}
	if talk.Sequence == 1 && state == vpt.TalkHeld {
		if err := d.planAfter(talk); err != nil {
			return err
		}
	}
	if err := d.meetCare(on); err != nil {
		return err
	}
	d.Work.Changed("talk:" + strconv.Itoa(talk.Sequence))
	kind := vpt.EventTalkHeld
	if state == vpt.TalkDeclined {
		kind = vpt.EventTalkDecline
	}
	return d.TalkEvent(kind, talk)
}

// Talk finds a care talk of this case.
func (d *Deed) Talk(id vpt.CareTalkID) (vpt.CareTalk, error) {
	talks, err := d.Tx.Talks(d.Case.ID)
	if err != nil {
		return vpt.CareTalk{}, err
	}
	for _, t := range talks {
		if t.ID == id {
			return t, nil
		}
	}
	return vpt.CareTalk{}, vpt.ErrNotFound
}

// meetCare stops the care clock when everybody had the first talk, at the day
// of the last.
func (d *Deed) meetCare(on vpt.Date) error {
	talks, err := d.Tx.Talks(d.Case.ID)
	if err == nil && vpt.FirstTalksDone(talks) {
		d.Case.Meet(vpt.ClockCare, d.When(on))
	}
	return err
}

// When gives the instant at which something of a day counts: now for today,
// the end of that day's work for an earlier one, never before the case began.
func (d *Deed) When(on vpt.Date) time.Time {
	at := d.Tx.Now()
	if on != "" && on < d.Known.Today(d.Tx) {
		at = on.At(17, 0, d.Known.Zone)
	}
	if at.Before(d.Case.ReceivedAt) {
		return d.Case.ReceivedAt
	}
	return at
}

// TalkEvent puts a talk on the timeline. Of those who are not handlers only
// the employee herself may see it.
func (d *Deed) TalkEvent(kind vpt.EventKind, t vpt.CareTalk) error {
	visible := vpt.VisibleHandlers
	if t.For != "" {
		visible = vpt.VisibleReporter
	}
	return d.Event(kind, visible, func(e *vpt.Event) {
		e.Ref, e.Detail, e.For = string(t.ID), strconv.Itoa(t.Sequence), t.For
	})
}
