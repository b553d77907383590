package vpt

import "slices"

// TrackKind names one of the five parallel tracks of a case.
type TrackKind string

// The tracks, in the order in which they are shown.
const (
	TrackCare       TrackKind = "opvang"
	TrackInstigator TrackKind = "veroorzaker"
	TrackPolice     TrackKind = "politie"
	TrackDamage     TrackKind = "schade"
	TrackLearning   TrackKind = "leren"
)

// TrackKinds gives the five tracks in order.
func TrackKinds() [5]TrackKind {
	return [5]TrackKind{TrackCare, TrackInstigator, TrackPolice, TrackDamage, TrackLearning}
}

// TrackState is where a track stands.
type TrackState string

// The states of a track.
const (
	TrackOpen          TrackState = "open"
	TrackBusy          TrackState = "bezig"
	TrackDone          TrackState = "klaar"
	TrackNotApplicable TrackState = "niet-van-toepassing"
	TrackNotRecorded   TrackState = "niet-vastgelegd" // imported cases
)

// Final reports whether a case may close with a track in this state.
func (s TrackState) Final() bool { return s != TrackOpen && s != TrackBusy }

// Track is one track of a case; Why is the reason when it is not applicable.
type Track struct {
	Kind  TrackKind
	State TrackState
	Why   Private
}

// StartTracks gives the tracks of a new case. With "alleen registreren" the
// tracks veroorzaker and politie are prefilled as not applicable at the
// reporter's wish; the owner confirms that by closing.
func StartTracks(choice ReportChoice) [5]Track {
	var tracks [5]Track
	for i, kind := range TrackKinds() {
		tracks[i] = Track{Kind: kind, State: TrackOpen}
		if choice == ChoiceRegisterOnly && (kind == TrackInstigator || kind == TrackPolice) {
			tracks[i].State = TrackNotApplicable
			tracks[i].Why = NewPrivate("wens melder")
		}
	}
	return tracks
}

// CareState gives the state of the care track from its talks: done when each
// planned talk is held, declined by the employee, or planned with date and
// person. A referral check is weeks ahead and keeps no case open.
func CareState(talks []CareTalk) TrackState {
	talks = slices.DeleteFunc(slices.Clone(talks), CareTalk.IsCheck)
	if len(talks) == 0 {
		return TrackOpen
	}
	state := TrackDone
	touched := false
	for _, t := range talks {
		switch {
		case t.Done():
			touched = true
		case t.State == TalkPlanned && !t.PlannedAt.IsZero() && t.Has():
			touched = true
		default:
			state = TrackOpen
		}
	}
	if state == TrackOpen && touched {
		return TrackBusy
	}
	return state
}

// SetTrack is the input for moving a track by hand. Why is required for
// "niet van toepassing".
type SetTrack struct {
	Case  string // number
	Track TrackKind
	State TrackState
	Why   Private
	Seen  TrackState // what the form showed; empty is not checked
	Once  Once
}

// Validate checks the input.
func (in SetTrack) Validate() error {
	var p Problems
	oneOf(&p, "track", in.Track, TrackCare, TrackInstigator, TrackPolice, TrackDamage, TrackLearning)
	oneOf(&p, "state", in.State, TrackOpen, TrackBusy, TrackDone, TrackNotApplicable)
	if in.Track == TrackCare && in.State != TrackNotApplicable {
		p.Add("state", "volgt-uit-gesprekken") // care follows from its talks
	}
	if in.State == TrackNotApplicable {
		p.Require("why", in.Why.IsZero())
	}
	p.MaxLen("why", in.Why.Len(), MaxText)
	noBSN(&p, "why", in.Why)
	return p.Err()
}
