package app

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// PlanHearing records that the instigator was invited for a talk. Who has to
// hold it gets a duty.
func (a *App) PlanHearing(ctx context.Context, who vpt.Actor, in vpt.PlanHearing) error {
	return a.onCase(ctx, who, policy.CaseHearing, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		if err := d.hearingOf(in.Instigator); err != nil {
			return err
		}
		h := vpt.Hearing{
			ID: vpt.HearingID(store.NewID()), Instigator: in.Instigator, Kind: in.Kind, State: vpt.HearingInvited, InvitedOn: in.InvitedOn,
			PlannedAt: hearingAt(in, d.k.zone), Place: in.Place, By: who.Person,
		}
		if err := d.tx.SaveHearing(d.c.ID, h); err != nil {
			return err
		}
		d.w.changed("hearing")
		if in.Letter {
			if err := d.writeLetter(letter.Invitation, vpt.LetterAbout("gesprek", h.ID)); err != nil {
				return err
			}
		}
		if err := d.owe(vpt.DutyHear, string(h.ID), h.PlannedAt, nil); err != nil {
			return err
		}
		return d.heard(h)
	})
}

func hearingAt(in vpt.PlanHearing, zone *time.Location) time.Time {
	return plannedAt(vpt.PlanTalk{On: in.On, Time: in.Time}, zone)
}

// RecordHearing records what became of a talk with the instigator, with her
// own account word for word.
func (a *App) RecordHearing(ctx context.Context, who vpt.Actor, in vpt.RecordHearing) error {
	return a.onCase(ctx, who, policy.CaseHearing, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		if err := d.hearingOf(in.Instigator); err != nil {
			return err
		}
		h := vpt.Hearing{ID: vpt.HearingID(store.NewID()), By: who.Person}
		if in.ID != "" {
			known, err := d.hearing(in.ID)
			if err != nil {
				return err
			}
			h = known
		}
		h.Kind, h.Instigator, h.State, h.HeldOn = in.Kind, in.Instigator, in.State, in.HeldOn
		h.Present, h.Account, h.Agreements = in.Present, in.Account, in.Agreements
		if in.InvitedOn != "" {
			h.InvitedOn = in.InvitedOn
		}
		if err := d.tx.SaveHearing(d.c.ID, h); err != nil {
			return err
		}
		d.w.changed("hearing:" + string(h.State))
		if err := d.fulfil(vpt.DutyHear, string(h.ID)); err != nil {
			return err
		}
		return d.heard(h)
	})
}

// hearing finds a talk with the instigator of this case.
func (d *deed) hearing(id vpt.HearingID) (vpt.Hearing, error) {
	all, err := d.tx.Hearings(d.c.ID)
	if err != nil {
		return vpt.Hearing{}, err
	}
	for _, h := range all {
		if h.ID == id {
			return h, nil
		}
	}
	return vpt.Hearing{}, vpt.ErrNotFound
}

// hearingOf refuses a talk with somebody who is not in this case.
func (d *deed) hearingOf(id vpt.InstigatorID) error {
	if id != "" && ofThisCase(d, id) != nil {
		return invalid("instigator", "onbekende-keuze")
	}
	return nil
}

// heard puts a talk with the instigator on the timeline of handlers.
func (d *deed) heard(h vpt.Hearing) error {
	return d.event(vpt.EventHearing, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(h.ID), string(h.State) })
}
