package vpt

import (
	"slices"
	"time"
)

// NoReaction is the code of "geen reactie", which stops the reaction clock and
// takes a reason. It is no measure and is not counted as one.
const NoReaction = "geen-reactie"

// reactions are the measures that count as a reaction to the instigator
// (M0–M9 and M13–M15).
var reactions = []string{"M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M13", "M14", "M15"}

// IsReaction reports whether a measure kind counts as a reaction: reports
// whose case has none are the reports without a reaction.
func IsReaction(kind string) bool { return slices.Contains(reactions, kind) }

// NoMeasure is the code of "geen maatregel": an outcome that is recorded and
// counted as such, but no reaction.
const NoMeasure = "M16"

// NeedsInstigator reports whether a measure kind takes an instigator on record:
// all above M0, but for the one that says that there is none.
func NeedsInstigator(kind string) bool {
	return kind != "M0" && kind != NoMeasure && kind != NoReaction
}

// Measure is an act of the organisation towards the instigator.
type Measure struct {
	ID        MeasureID
	Casefile  CasefileID
	Kind      CodeRef
	Reason    Private
	DecidedBy PersonID // empty when imported
	DecidedAt time.Time
	DecidedOn Date // empty when imported: date unknown
	StartsOn  Date
	EndsOn    Date
}

// DecideMeasure is the input for recording a measure in simple form.
type DecideMeasure struct {
	Case     string
	Kind     string // code of the measures list, or NoReaction
	Reason   Private
	DecideOn Date
	StartsOn Date
	EndsOn   Date
	Once     Once
}

// Validate checks the input against today.
func (in DecideMeasure) Validate(today Date) error {
	var p Problems
	p.Require("kind", in.Kind == "")
	p.Require("reason", in.Reason.IsZero())
	p.MaxLen("reason", in.Reason.Len(), MaxText)
	noBSN(&p, "reason", in.Reason)
	pastDay(&p, "decideOn", in.DecideOn, today)
	optionalDay(&p, "startsOn", in.StartsOn)
	optionalDay(&p, "endsOn", in.EndsOn)
	if in.StartsOn != "" && in.EndsOn != "" && in.EndsOn < in.StartsOn {
		p.Add("endsOn", "einde-voor-begin")
	}
	return p.Err()
}

// Impose takes a measure over into the case: a reaction stops its clock and
// finishes the track of the instigator; what is no reaction leaves the track
// busy.
func (c *Casefile) Impose(kind string, at time.Time) {
	if !IsReaction(kind) {
		if c.Track(TrackInstigator).State == TrackOpen {
			c.SetTrack(TrackInstigator, TrackBusy, Private{})
		}
		return
	}
	c.Meet(ClockReaction, at)
	c.SetTrack(TrackInstigator, TrackDone, Private{})
}

// LeaveInstigator takes "geen reactie" over into the case. A measure that was
// taken before stays taken.
func (c *Casefile) LeaveInstigator(why Private, at time.Time) {
	c.Meet(ClockReaction, at)
	if c.Track(TrackInstigator).State != TrackDone {
		c.SetTrack(TrackInstigator, TrackNotApplicable, why)
	}
}
