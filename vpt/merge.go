package vpt

import "time"

// Before is what a case was before another was merged into it: what undoing
// brings back. It holds codes, ids and instants, never a text.
type Before struct {
	Tracks     [5]TrackState `json:"tracks"`
	Clocks     []Clock       `json:"clocks"`
	Owner      PersonID      `json:"owner"`
	ReceivedAt time.Time     `json:"receivedAt"`
	ReceivedOn Date          `json:"receivedOn"`
	FromState  CaseState     `json:"fromState"`       // of the case that was merged into it
	Talks      []PlacedTalk  `json:"talks,omitempty"` // of both cases, which merging moved or gave another term
}

// MergeFrom takes the clocks, tracks and reporting date of another case into c
// and gives what c was before. Records move elsewhere; c's own assessment and
// owner stay. talks are those of both cases, as one plan for each person.
func (c *Casefile) MergeFrom(from Casefile, talks []CareTalk) Before {
	before := Before{Clocks: append([]Clock(nil), c.Clocks...), Owner: c.Owner, ReceivedAt: c.ReceivedAt, ReceivedOn: c.ReceivedOn, FromState: from.State}
	for i, t := range c.Tracks {
		before.Tracks[i] = t.State
		c.Tracks[i].State = mergedTrack(t.State, from.Track(t.Kind).State)
	}
	cared := FirstTalksDone(talks)
	for i, k := range c.Clocks {
		shared := k.Kind == ClockReaction || k.Kind == ClockPolice || k.Kind == ClockCare && cared
		c.Clocks[i] = mergedClock(k, from.Clock(k.Kind), shared)
	}
	if from.ReceivedOn < c.ReceivedOn {
		c.ReceivedOn = from.ReceivedOn
	}
	if from.ReceivedAt.Before(c.ReceivedAt) {
		c.ReceivedAt = from.ReceivedAt
	}
	return before
}

// Restore undoes MergeFrom.
func (c *Casefile) Restore(b Before) {
	for i := range c.Tracks {
		c.Tracks[i].State = b.Tracks[i]
	}
	c.Clocks = append([]Clock(nil), b.Clocks...)
	c.Owner, c.ReceivedAt, c.ReceivedOn = b.Owner, b.ReceivedAt, b.ReceivedOn
}

// mergedTrack gives the state of a track of two cases in one: what was done in
// either is done. What was not applicable in the one that is merged says
// nothing about the other.
func mergedTrack(into, from TrackState) TrackState {
	switch {
	case into == TrackDone || from == TrackDone:
		return TrackDone
	case into == TrackBusy || from == TrackBusy:
		return TrackBusy
	}
	return into
}

// mergedClock gives the clock that stands when two cases become one: of two
// that run the earliest. A reaction to the instigator and a step to the police
// are of the incident, so one that was made in either case holds for both: they
// are shared. Care and feedback are owed to people: as long as one of them
// waits, the clock runs. Care is shared when nobody waits for a first talk,
// because the one who did had it in the other case.
func mergedClock(into, from Clock, shared bool) Clock {
	switch {
	case from.Due.IsZero():
		return into
	case into.Due.IsZero():
		return from
	case into.Running() && from.Running():
		return earliest(into, from)
	case !into.Running() && !from.Running():
		return earliest(into, from)
	case into.Running() == shared: // the met one stands when it is shared, the running one when it is not
		return from
	}
	return into
}

func earliest(a, b Clock) Clock {
	if b.Due.Before(a.Due) {
		return b
	}
	return a
}

// UndoMerge is the input for undoing the latest merge into a case.
type UndoMerge struct {
	Case string // the case into which another was merged
	Once Once
}
