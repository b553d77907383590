package measure

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// PlanHearing records that the instigator was invited for a talk. Who has to
// hold it gets a duty.
func (a Room) PlanHearing(ctx context.Context, who vpt.Actor, in vpt.PlanHearing) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseHearing, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		if err := hearingOf(d, in.Instigator); err != nil {
			return err
		}
		h := vpt.Hearing{
			ID: vpt.HearingID(store.NewID()), Instigator: in.Instigator, Kind: in.Kind, State: vpt.HearingInvited, InvitedOn: in.InvitedOn,
			PlannedAt: hearingAt(in, d.Known.Zone), Place: in.Place, By: who.Person,
		}
		if err := d.Tx.SaveHearing(d.Case.ID, h); err != nil {
			return err
		}
		d.Work.Changed("hearing")
		if in.Letter {
			if err := post.WriteLetter(d, letter.Invitation, vpt.LetterAbout("gesprek", h.ID)); err != nil {
				return err
			}
		}
		if err := d.Owe(vpt.DutyHear, string(h.ID), h.PlannedAt, nil); err != nil {
			return err
		}
		return heard(d, h)
	})
}

func hearingAt(in vpt.PlanHearing, zone *time.Location) time.Time {
	return casework.PlannedAt(vpt.PlanTalk{On: in.On, Time: in.Time}, zone)
}

// RecordHearing records what became of a talk with the instigator, with her
// own account word for word.
func (a Room) RecordHearing(ctx context.Context, who vpt.Actor, in vpt.RecordHearing) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseHearing, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		if err := hearingOf(d, in.Instigator); err != nil {
			return err
		}
		h := vpt.Hearing{ID: vpt.HearingID(store.NewID()), By: who.Person}
		if in.ID != "" {
			known, err := hearing(d, in.ID)
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
		if err := d.Tx.SaveHearing(d.Case.ID, h); err != nil {
			return err
		}
		d.Work.Changed("hearing:" + string(h.State))
		if err := d.Fulfil(vpt.DutyHear, string(h.ID)); err != nil {
			return err
		}
		return heard(d, h)
	})
}

// hearing finds a talk with the instigator of this case.
func hearing(d *casework.Deed, id vpt.HearingID) (vpt.Hearing, error) {
	all, err := d.Tx.Hearings(d.Case.ID)
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
func hearingOf(d *casework.Deed, id vpt.InstigatorID) error {
	if id != "" && casework.OfThisCase(d, id) != nil {
		return casework.Invalid("instigator", "onbekende-keuze")
	}
	return nil
}

// heard puts a talk with the instigator on the timeline of handlers.
func heard(d *casework.Deed, h vpt.Hearing) error {
	return d.Event(vpt.EventHearing, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(h.ID), string(h.State) })
}
