package vpt

import "time"

// HearingKind says what a talk with the instigator is for.
type HearingKind string

// The talks with an instigator. A written view is no talk, but her side of it
// all the same (Awb 4:9).
const (
	HearingTalk    HearingKind = "hoorgesprek"
	HearingOrder   HearingKind = "ordegesprek"
	HearingWritten HearingKind = "schriftelijke-reactie"
)

// HearingState is where a talk with the instigator stands.
type HearingState string

// The states of a talk with the instigator.
const (
	HearingInvited HearingState = "uitgenodigd"
	HearingHeld    HearingState = "gehoord"
	HearingAbsent  HearingState = "niet-verschenen"
	HearingWaived  HearingState = "wil-niet-gehoord-worden"
)

// Hearing is one talk with the instigator: to hear her side before a measure,
// or about order, with agreements.
type Hearing struct {
	ID         HearingID
	Instigator InstigatorID
	Kind       HearingKind
	State      HearingState
	InvitedOn  Date
	PlannedAt  time.Time
	Place      Private
	HeldOn     Date
	Present    Private // who were there
	Account    Private // the citizen's own account, in her own words
	Agreements Private
	By         PersonID
	At         time.Time
	Version    int64
}

// Heard reports whether the other side had its say: it was heard, or was
// invited in time and stayed away, or did not want to be heard.
func (h Hearing) Heard() bool {
	switch h.State {
	case HearingHeld:
		return !h.Account.IsZero()
	case HearingAbsent, HearingWaived:
		return h.InvitedOn != ""
	}
	return false
}

// PlanHearing is the input for inviting the instigator.
type PlanHearing struct {
	Case       string
	Instigator InstigatorID
	Kind       HearingKind
	InvitedOn  Date
	On         Date
	Time       string
	Place      Private
	Letter     bool // make the invitation
	Once       Once
}

// Validate checks the input against today.
func (in PlanHearing) Validate(today Date) error {
	var p Problems
	oneOf(&p, "kind", in.Kind, HearingTalk, HearingOrder, HearingWritten)
	pastDay(&p, "invitedOn", in.InvitedOn, today)
	switch {
	case in.On == "":
		p.Add("on", "verplicht")
	case !in.On.Valid():
		p.Add("on", "geen-datum")
	case in.InvitedOn.Valid() && in.On < in.InvitedOn:
		p.Add("on", "einde-voor-begin")
	}
	if in.Time != "" && !ValidTime(in.Time) {
		p.Add("time", "geen-tijd")
	}
	p.MaxLen("place", in.Place.Len(), MaxLine)
	noBSN(&p, "place", in.Place)
	return p.Err()
}

// RecordHearing is the input for what became of a talk. The citizen's account
// is required when she was heard; agreements only after a talk about order.
type RecordHearing struct {
	Case       string
	ID         HearingID // empty: a talk that was not planned here
	Kind       HearingKind
	Instigator InstigatorID
	State      HearingState
	InvitedOn  Date
	HeldOn     Date
	Present    Private
	Account    Private
	Agreements Private
	Seen       string
	Once       Once
}

// Validate checks the input against today.
func (in RecordHearing) Validate(today Date) error {
	var p Problems
	oneOf(&p, "kind", in.Kind, HearingTalk, HearingOrder, HearingWritten)
	oneOf(&p, "state", in.State, HearingHeld, HearingAbsent, HearingWaived)
	pastDay(&p, "heldOn", in.HeldOn, today)
	if in.State == HearingHeld {
		p.Require("account", in.Account.IsZero())
		p.Require("present", in.Kind != HearingWritten && in.Present.IsZero())
		p.Require("agreements", in.Kind == HearingOrder && in.Agreements.IsZero())
	} else if in.State != "" {
		pastDay(&p, "invitedOn", in.InvitedOn, today)
		if in.InvitedOn.Valid() && in.HeldOn.Valid() && in.HeldOn < in.InvitedOn {
			p.Add("heldOn", "einde-voor-begin")
		}
	}
	for path, text := range map[string]Private{"account": in.Account, "agreements": in.Agreements, "present": in.Present} {
		p.MaxLen(path, text.Len(), MaxText)
		noBSN(&p, path, text)
	}
	return p.Err()
}
