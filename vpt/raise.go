package vpt

import "time"

// RaiseLevel is how far something that is late was raised.
type RaiseLevel int

// The levels. Whose it is hears it first; who steers her is told when nothing
// followed. Each level is told once of each term.
const (
	RaiseOwner       RaiseLevel = 1
	RaiseCoordinator RaiseLevel = 2
	RaiseDirector    RaiseLevel = 3
)

// RaiseLevels gives the levels, in order.
func RaiseLevels() []RaiseLevel { return []RaiseLevel{RaiseOwner, RaiseCoordinator, RaiseDirector} }

// RaiseSettings say after how many working days something that is late is told
// to the coordinator and to the director. Zero is the default.
type RaiseSettings struct {
	CoordinatorDays int `json:"coordinatorDays"`
	DirectorDays    int `json:"directorDays"`
}

// DefaultRaise is that of an organisation that chose nothing.
func DefaultRaise() RaiseSettings { return RaiseSettings{CoordinatorDays: 1, DirectorDays: 3} }

// Chosen gives the settings with the defaults filled in.
func (s RaiseSettings) Chosen() RaiseSettings {
	if s == (RaiseSettings{}) {
		return DefaultRaise()
	}
	return s
}

// After gives how many working days late something is when it reaches a level.
func (s RaiseSettings) After(level RaiseLevel) int {
	switch level {
	case RaiseCoordinator:
		return s.Chosen().CoordinatorDays
	case RaiseDirector:
		return s.Chosen().DirectorDays
	}
	return 0
}

// maxRaiseDays bounds the wait: what nobody hears of for six weeks is not raised.
const maxRaiseDays = 30

// Validate checks the settings.
func (s RaiseSettings) Validate() error {
	var p Problems
	s = s.Chosen()
	if s.CoordinatorDays < 1 || s.CoordinatorDays > maxRaiseDays {
		p.Add("coordinatorDays", "buiten-bereik")
	}
	if s.DirectorDays < 1 || s.DirectorDays > maxRaiseDays {
		p.Add("directorDays", "buiten-bereik")
	}
	if s.DirectorDays < s.CoordinatorDays {
		p.Add("directorDays", "einde-voor-begin")
	}
	return p.Err()
}

// LateBefore gives the instant before which something must have been due to be
// late by n working days at now: those days have ended, each at 17:00.
func (c Calendar) LateBefore(now time.Time, n int) time.Time {
	if n < 1 {
		return now
	}
	d := DateOf(now, c.Zone)
	for range 400 { // a calendar without working days must not hang the caller
		if !c.WorkingDays(d.At(12, 0, c.Zone), n).After(now) {
			break
		}
		d = d.AddDays(-1)
	}
	return d.AddDays(1).At(0, 0, c.Zone)
}

// WorkingBefore gives the last working day before d.
func (c Calendar) WorkingBefore(d Date) Date {
	for range 366 {
		d = d.AddDays(-1)
		if c.Working(d) {
			return d
		}
	}
	return d
}
