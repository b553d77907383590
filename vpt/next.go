package vpt

import "time"

// NextTalkDue gives when the next care talk that is not done is due, and whether
// it was planned already: a planned talk is due when it was planned for. A
// referral check is no talk; a Duty reminds of it.
func NextTalkDue(talks []CareTalk) (due time.Time, planned bool) {
	for _, t := range talks {
		at := comesAt(t)
		if !t.Done() && !t.IsCheck() && (due.IsZero() || at.Before(due)) {
			due, planned = at, t.State == TalkPlanned
		}
	}
	return due, planned
}

// Settle brings everything of a case that follows from the rest up to date
// after an act: the state of the care track, the clocks that stop because
// their track needs nothing more, what is due first and the one next step.
func (c *Casefile) Settle(talks []CareTalk, now time.Time) {
	for i, t := range c.Tracks {
		if t.Kind == TrackCare && t.State != TrackNotApplicable {
			c.Tracks[i].State = CareState(talks)
		}
	}
	// What a reporter wished is confirmed by the assessment, so that before it
	// no clock stops for a track that was filled in beforehand.
	if c.Verdict != VerdictNone {
		c.meetWhen(ClockReaction, c.Track(TrackInstigator).State.Final(), now)
		c.meetWhen(ClockPolice, c.Track(TrackPolice).State.Final(), now)
	}
	noCare := c.Track(TrackCare).State == TrackNotApplicable
	c.meetWhen(ClockCare, noCare || FirstTalksDone(talks), now)
	due, planned := NextTalkDue(talks)
	if noCare && !planned {
		due = time.Time{}
	}
	c.NextDue, c.NextClock = c.Next(due)
	c.NextStep = c.step(planned)
}

// Meet stops a clock that runs; one that was met stays met when it was.
func (c *Casefile) Meet(kind ClockKind, at time.Time) { c.meetWhen(kind, true, at) }

func (c *Casefile) meetWhen(kind ClockKind, met bool, at time.Time) {
	for i, k := range c.Clocks {
		if k.Kind == kind && met && k.Running() {
			c.Clocks[i].Met = at
		}
	}
}

// SetTrack puts a track in a state.
func (c *Casefile) SetTrack(kind TrackKind, state TrackState, why Private) {
	for i := range c.Tracks {
		if c.Tracks[i].Kind == kind {
			c.Tracks[i] = Track{Kind: kind, State: state, Why: why}
		}
	}
}

// FirstTalksDone reports whether everybody in the care plan had the first talk
// or declined it.
func FirstTalksDone(talks []CareTalk) bool {
	first := false
	for _, t := range talks {
		if t.Sequence == 1 {
			if first = true; !t.Done() {
				return false
			}
		}
	}
	return first
}

// step gives the one thing to do next. An assessment comes before all else;
// after it, what is due first leads. A talk that is planned needs nothing until
// its day, so that what stands in the way of closing comes before it.
func (c *Casefile) step(talkPlanned bool) NextStep {
	switch {
	case c.State == CaseOpen && c.Verdict == VerdictNone && (c.Choice == ChoiceDoubt || c.Help == HelpNow):
		return NextCall
	case c.State == CaseOpen && c.Verdict == VerdictNone:
		return NextAssess
	case c.State != CaseOpen && c.State != CaseClosed:
		return NextNothing
	}
	switch c.NextClock {
	case ClockReaction:
		return NextReact
	case ClockPolice:
		return NextPolice
	case ClockFeedback:
		return NextFeedback
	case ClockCare:
		if !talkPlanned {
			return NextTalk
		}
		if c.State == CaseClosed || c.anyClockRuns() {
			return NextHoldTalk
		}
	}
	if c.State == CaseClosed {
		return NextNothing
	}
	if len(c.WhatBlocksClosing()) > 0 {
		return NextTracks
	}
	return NextClose
}

// anyClockRuns reports whether a clock other than that of the first care talk
// still runs.
func (c *Casefile) anyClockRuns() bool {
	for _, k := range c.Clocks {
		if k.Running() && k.Kind != ClockCare {
			return true
		}
	}
	return false
}
