package app

import (
	"context"
	"strconv"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// noon is the time of day of a talk that is planned on a day without an hour.
const noon = 12

// PlanTalk plans a care talk: when, and with whom. What is said in it is
// nowhere recorded.
func (a *App) PlanTalk(ctx context.Context, who vpt.Actor, in vpt.PlanTalk) error {
	return a.onCase(ctx, who, policy.CaseTalk, in.Case, in.Once, untilMerged(), func(d *deed) error {
		talk, err := d.talk(in.Talk)
		if err != nil {
			return err
		}
		if err := in.Validate(d.k.today(d.tx), talk); err != nil {
			return err
		}
		if in.With != "" {
			if _, err := d.tx.PersonByID(in.With); vpt.KindOf(err) == vpt.KindNotFound {
				return invalid("with", "onbekende-keuze")
			} else if err != nil {
				return err
			}
		}
		if _, ok := d.k.site(in.Site); in.Site != "" && !ok {
			return invalid("site", "onbekende-keuze")
		}
		if err := d.mustBeFree(in); err != nil {
			return err
		}
		talk.State, talk.PlannedAt, talk.Site = vpt.TalkPlanned, plannedAt(in, d.k.zone), in.Site
		talk.With, talk.WithName = in.With, in.WithName
		if err := d.tx.UpdateTalk(talk); err != nil {
			return err
		}
		d.w.changed("talk:" + strconv.Itoa(talk.Sequence))
		if err := a.notify(d.tx, who, talk.For, vpt.MailTalk, "/meldingen"); err != nil {
			return err
		}
		if in.With != talk.For {
			if err := a.notify(d.tx, who, in.With, vpt.MailTalk, holderPath); err != nil {
				return err
			}
		}
		return d.talkEvent(vpt.EventTalkPlanned, talk)
	})
}

// holderPath is where somebody sees the talks that she holds: no case is opened
// by it.
const holderPath = "/opvang"

func plannedAt(in vpt.PlanTalk, zone *time.Location) time.Time {
	hour, minute := noon, 0
	if at, err := time.Parse("15:04", in.Time); err == nil {
		hour, minute = at.Hour(), at.Minute()
	}
	return in.On.At(hour, minute, zone)
}

// FinishTalk records that a talk was held, or that the employee declined it.
// The first that is held plans what follows from it.
func (a *App) FinishTalk(ctx context.Context, who vpt.Actor, in vpt.FinishTalk) error {
	return a.onCase(ctx, who, policy.CaseTalk, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		talk, err := d.talk(in.Talk)
		if err != nil {
			return err
		}
		return d.finishTalk(talk, in.State, in.On)
	})
}

// finishTalk ends a talk, whoever says so.
func (d *deed) finishTalk(talk vpt.CareTalk, state vpt.TalkState, on vpt.Date) error {
	switch {
	case talk.IsCheck():
		return invalid("state", "geen-gesprek")
	case talk.Done():
		return vpt.Fail(vpt.KindConflict, "gesprek-al-geweest")
	}
	talk.State, talk.HeldOn = state, on
	if err := d.tx.UpdateTalk(talk); err != nil {
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
	d.w.changed("talk:" + strconv.Itoa(talk.Sequence))
	kind := vpt.EventTalkHeld
	if state == vpt.TalkDeclined {
		kind = vpt.EventTalkDecline
	}
	return d.talkEvent(kind, talk)
}

// talk finds a care talk of this case.
func (d *deed) talk(id vpt.CareTalkID) (vpt.CareTalk, error) {
	talks, err := d.tx.Talks(d.c.ID)
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
func (d *deed) meetCare(on vpt.Date) error {
	talks, err := d.tx.Talks(d.c.ID)
	if err == nil && vpt.FirstTalksDone(talks) {
		d.c.Meet(vpt.ClockCare, d.when(on))
	}
	return err
}

// when gives the instant at which something of a day counts: now for today,
// the end of that day's work for an earlier one, never before the case began.
func (d *deed) when(on vpt.Date) time.Time {
	at := d.tx.Now()
	if on != "" && on < d.k.today(d.tx) {
		at = on.At(17, 0, d.k.zone)
	}
	if at.Before(d.c.ReceivedAt) {
		return d.c.ReceivedAt
	}
	return at
}

// talkEvent puts a talk on the timeline. Of those who are not handlers only
// the employee herself may see it.
func (d *deed) talkEvent(kind vpt.EventKind, t vpt.CareTalk) error {
	visible := vpt.VisibleHandlers
	if t.For != "" {
		visible = vpt.VisibleReporter
	}
	return d.event(kind, visible, func(e *vpt.Event) {
		e.Ref, e.Detail, e.For = string(t.ID), strconv.Itoa(t.Sequence), t.For
	})
}
