package vpt

import (
	"slices"
	"time"
)

// TimeKind names something of which it is measured how long it took since the
// report.
type TimeKind string

// The times, in the order in which they are shown.
const (
	TimeContact  TimeKind = "eerste-contact" // the first thing that the reporter heard of
	TimeReaction TimeKind = "reactie"
	TimeCare     TimeKind = "eerste-gesprek"
	TimeFeedback TimeKind = "terugkoppeling"
)

// TimeKinds gives the times in order.
func TimeKinds() []TimeKind { return []TimeKind{TimeContact, TimeReaction, TimeCare, TimeFeedback} }

// ContactWithin is within how long a first contact counts as in time: nothing
// says so but decency.
const ContactWithin = 24 * time.Hour

// CaseTimes are the moments of one case.
type CaseTimes struct {
	Unit     UnitID
	Received time.Time
	Contact  time.Time
	Clocks   []Clock
}

// TimeLine is how long one thing took.
type TimeLine struct {
	Kind   TimeKind
	N      int           // cases in which it happened
	Median time.Duration // NoMedian when N is under the minimum base
	InTime int           // of Timed
	Timed  int           // cases in which it happened or its term has passed
}

// NoMedian marks a line that has none.
const NoMedian = time.Duration(-1)

// Permille gives the share that was in time, NoPercentage under the minimum base.
func (l TimeLine) Permille() int { return Permille(l.InTime, l.Timed) }

// UnitTimes are the times of one unit, or of all of them together.
type UnitTimes struct {
	Unit  UnitID
	Name  string
	Lines []TimeLine
}

// Elapsed is how long things took for the reports of a period.
type Elapsed struct {
	Organisation Organisation
	Period       Period
	Partial      bool
	Total        UnitTimes
	Units        []UnitTimes // by their place in the tree, never by a number
	Narrowed     bool        // only the units of the reader
}

// TimesOf works out the times of cases as they stand at now. A case without a
// clock has no term to miss.
func TimesOf(cases []CaseTimes, now time.Time) []TimeLine {
	var out []TimeLine
	for _, kind := range TimeKinds() {
		line := TimeLine{Kind: kind, Median: NoMedian}
		var took []time.Duration
		for _, c := range cases {
			due, met := c.moments(kind)
			if !met.IsZero() {
				line.N++
				took = append(took, max(0, met.Sub(c.Received)))
			}
			if !due.IsZero() && (!met.IsZero() || due.Before(now)) {
				line.Timed++
				if !met.IsZero() && !met.After(due) {
					line.InTime++
				}
			}
		}
		if line.N >= MinimumBase {
			line.Median = median(took)
		}
		out = append(out, line)
	}
	return out
}

func (c CaseTimes) moments(kind TimeKind) (due, met time.Time) {
	clock := map[TimeKind]ClockKind{TimeReaction: ClockReaction, TimeCare: ClockCare, TimeFeedback: ClockFeedback}[kind]
	if kind == TimeContact {
		return c.Received.Add(ContactWithin), c.Contact
	}
	for _, k := range c.Clocks {
		if k.Kind == clock {
			return k.Due, k.Met
		}
	}
	return time.Time{}, time.Time{}
}

// median gives the middle one, and of an even number the mean of the two in the
// middle.
func median(took []time.Duration) time.Duration {
	slices.Sort(took)
	n := len(took)
	if n%2 == 1 {
		return took[n/2]
	}
	return (took[n/2-1] + took[n/2]) / 2
}
