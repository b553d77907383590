package vpt

import "time"

// CaseState is where a case stands.
type CaseState string

// The states of a case.
const (
	CaseOpen     CaseState = "open"
	CaseClosed   CaseState = "gesloten"
	CaseMerged   CaseState = "samengevoegd"
	CaseImported CaseState = "overgenomen" // from an old register: closed, tracks not recorded
)

// Verdict is what an assessment found.
type Verdict string

// The verdicts. A report judged otherwise than aggression still counts as a report.
const (
	VerdictNone         Verdict = "nog-niet-beoordeeld"
	VerdictAggression   Verdict = "agressie"
	VerdictNoAggression Verdict = "geen-agressie"
	VerdictDuplicate    Verdict = "dubbel"
	VerdictWithdrawn    Verdict = "ingetrokken"
)

// Casefile is the zaak: owner, tracks, clocks and state of one incident.
type Casefile struct {
	ID          CasefileID
	Number      string // Z-2026-00012
	Incident    Incident
	State       CaseState
	Unit        UnitID
	Owner       PersonID // empty: the coordinator's
	ReceivedAt  time.Time
	ReceivedOn  Date // reporting date of the earliest report
	Verdict     Verdict
	VerdictWhy  Private
	Tracks      [5]Track // in the order of TrackKinds
	Clocks      []Clock
	NextDue     time.Time // earliest of running clocks and planned talks
	NextClock   ClockKind
	NextStep    NextStep     // the one thing to do next; Settle keeps it
	Help        HelpWish     // of the report that opened the case
	Choice      ReportChoice // of the report that opened the case
	Closing     Private      // message to the reporter
	ClosedAt    time.Time
	MergedInto  CasefileID
	PrivateRisk bool // somebody is in danger at home or in private
	Version     int64
}

// Incident is what is established about what happened.
type Incident struct {
	ID            IncidentID
	OccurredOn    Date
	OccurredTime  string
	Channel       CodeRef
	Unit          UnitID
	Site          SiteID
	Place         Private
	Kinds         []CodeRef // as assessed
	Class         int       // severity 1–4; 0 not assessed
	FactsComplete bool
	AssessedAt    time.Time
	AssessedBy    PersonID
}

// Track gives one of the five tracks.
func (c Casefile) Track(kind TrackKind) Track {
	for _, t := range c.Tracks {
		if t.Kind == kind {
			return t
		}
	}
	return Track{Kind: kind, State: TrackOpen}
}

// Clock gives one of the clocks; its Due is zero when the case has none.
func (c Casefile) Clock(kind ClockKind) Clock {
	for _, k := range c.Clocks {
		if k.Kind == kind {
			return k
		}
	}
	return Clock{Kind: kind}
}

// Open reports whether the case is still worked on.
func (c Casefile) Open() bool { return c.State == CaseOpen }

// WhatBlocksClosing gives the codes of what must be done before the case may
// be closed: a case closes only when each track is done or not applicable with
// a reason, and the feedback was sent or waived.
func (c Casefile) WhatBlocksClosing() []string {
	var blocks []string
	if c.State != CaseOpen {
		return []string{"zaak-niet-open"}
	}
	if c.Verdict == VerdictNone {
		blocks = append(blocks, "nog-niet-beoordeeld")
	}
	for _, t := range c.Tracks {
		if !t.State.Final() {
			blocks = append(blocks, "spoor-open-"+string(t.Kind))
		}
	}
	if c.Clock(ClockFeedback).Running() {
		blocks = append(blocks, "terugkoppeling-open")
	}
	return blocks
}

// Next gives the earliest of the running clocks and the given due time of a
// care talk; the zero time when nothing is due.
func (c Casefile) Next(talk time.Time) (time.Time, ClockKind) {
	var due time.Time
	var kind ClockKind
	take := func(at time.Time, k ClockKind) {
		if !at.IsZero() && (due.IsZero() || at.Before(due)) {
			due, kind = at, k
		}
	}
	if c.State == CaseOpen {
		for _, k := range c.Clocks {
			// The care clock is met by the first talk, whose own due time counts.
			if k.Running() && k.Kind != ClockCare {
				take(k.Due, k.Kind)
			}
		}
	}
	take(talk, ClockCare)
	return due, kind
}
