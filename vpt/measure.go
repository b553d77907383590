package vpt

import (
	"slices"
	"strconv"
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

// MeasureState is where a measure stands.
type MeasureState string

// The states of a measure. Only a decided one counts in figures; whether it is
// in force follows from its days.
const (
	MeasureDraft   MeasureState = "in-voorbereiding"
	MeasureWaiting MeasureState = "wacht-op-tweede"
	MeasureDecided MeasureState = "besloten"
	MeasureLifted  MeasureState = "opgeheven"
	MeasureDropped MeasureState = "niet-doorgegaan"
)

// Sensitive says whether what somebody is blamed for could be criticism rather
// than aggression, or comes from who speaks for others.
type Sensitive string

// The answers to "Gaat het om kritiek, een klacht of een vertegenwoordiger?".
const (
	SensitiveNo             Sensitive = "nee"
	SensitiveCriticism      Sensitive = "kritiek"
	SensitiveComplaint      Sensitive = "klacht"
	SensitiveRepresentative Sensitive = "vertegenwoordiger"
	SensitiveCouncil        Sensitive = "raadslid"
)

// Measure is an act of the organisation towards the instigator. From a
// restriction upward it is prepared first, and decided when no gate is owed.
type Measure struct {
	ID         MeasureID
	Casefile   CasefileID
	Kind       CodeRef
	State      MeasureState
	Instigator InstigatorID
	Facts      []MeasureFact
	Reason     Private // why this measure
	PreparedBy PersonID
	DecidedBy  PersonID // empty when imported
	DecidedAt  time.Time
	DecidedOn  Date // empty when imported: date unknown
	StartsOn   Date
	EndsOn     Date // the last day on which it holds
	ReviewOn   Date

	Class      int // severity on which the protocol was asked
	Times      int // how often in its window, this one included
	Protocol   int // version; 0: none
	HouseRules HouseRulesID
	Hearing    HearingID

	SkippedWhy   Private // why steps of the protocol were passed over
	DeviationWhy Private // why outside its range
	DurationWhy  Private // why this long
	Lighter      Private // which lighter option was considered
	UrgentWhy    Private // why it could not wait for hearing the other side
	Reachable    Private // how basic services stay within reach
	Exceptions   Private
	HowToAct     Private // for who stands at the door
	Contact      PersonID
	ContactName  Private // somebody without an account
	Remedy       RemedyKind
	Sensitive    Sensitive
	Separate     bool // who decides does not decide on the service

	Everywhere bool     // a ban from all buildings
	Sites      []SiteID // else from these
	Channels   []string // codes of the channels that it is about

	SecondBy  PersonID
	SecondAt  time.Time
	SecondWhy Private

	LiftedOn  Date
	LiftedBy  PersonID
	LiftedWhy Private
	Extends   MeasureID
	Version   int64
}

// MeasureFact is what somebody did on a day.
type MeasureFact struct {
	On   Date
	Text Private
}

// Decided reports whether the measure was decided: drafts and what waits for a
// second pair of eyes are not.
func (m Measure) Decided() bool { return m.State == MeasureDecided || m.State == MeasureLifted }

// InForce reports whether the measure holds on a day.
func (m Measure) InForce(day Date) bool {
	return m.State == MeasureDecided && m.StartsOn != "" && m.StartsOn <= day && m.EndsOn != "" && day <= m.EndsOn
}

// Seen tells one version of a measure from another.
func (m Measure) Seen() string { return strconv.FormatInt(m.Version, 10) }

// DecideMeasure is the input for recording a measure in simple form: what
// needs no gates.
type DecideMeasure struct {
	Case     string
	Kind     string // code of the measures list, or NoReaction
	Reason   Private
	DecideOn Date
	StartsOn Date
	EndsOn   Date
	Letter   bool // make the letter that goes with it
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
