package vpt

import (
	"slices"
	"time"
)

// PauseID names a pause of a clock.
type PauseID string

// MaxPauseDays is how many days a clock may stand still, all its pauses together.
const MaxPauseDays = 30

// ClockPause is a time in which a clock stood still: the police asked to wait,
// the reporter is abroad.
type ClockPause struct {
	ID      PauseID
	Clock   ClockKind
	Why     Private
	From    time.Time
	Until   Date      // the last day of it
	DueWas  time.Time // when the clock was due before
	By      PersonID
	ByName  Private
	EndedAt time.Time // before its last day, by hand
}

// Running reports whether the clock stands still on day.
func (p ClockPause) Running(day Date) bool { return p.EndedAt.IsZero() && day <= p.Until }

// days counts the days that the clock stood or stands still, the first included.
func (p ClockPause) days(zone *time.Location) int {
	last := p.Until
	if !p.EndedAt.IsZero() {
		last = DateOf(p.EndedAt, zone)
	}
	return Period{DateOf(p.From, zone), last}.Days()
}

// PausableClocks gives the clocks that may stand still. That of care may not:
// a colleague does not wait because others do.
func PausableClocks() []ClockKind { return []ClockKind{ClockReaction, ClockPolice, ClockFeedback} }

// PauseClock is the input for letting a clock stand still.
type PauseClock struct {
	Case  string
	Clock ClockKind
	Until Date
	Why   Private
	Once  Once
}

// Validate checks the input against the clock as it runs at now, and against
// the pauses it had. A term that has passed stays missed: a pause never
// replaces it.
func (in PauseClock) Validate(clock Clock, had []ClockPause, cal Calendar, now time.Time) error {
	var p Problems
	today := DateOf(now, cal.Zone)
	oneOf(&p, "clock", in.Clock, PausableClocks()...)
	requireText(&p, "why", in.Why)
	p.Require("until", in.Until == "")
	optionalDay(&p, "until", in.Until)
	used := 0
	for _, one := range had {
		if one.Clock != in.Clock {
			continue
		}
		used += one.days(cal.Zone)
		if one.Running(today) {
			p.Add("clock", "staat-al-stil")
		}
	}
	switch {
	case p.Any():
	case !clock.Running():
		p.Add("clock", "termijn-loopt-niet")
	case clock.Late(now):
		p.Add("clock", "termijn-al-voorbij")
	case in.Until < today:
		p.Add("until", "in-het-verleden")
	case used+(Period{today, in.Until}).Days() > MaxPauseDays:
		p.Add("until", "pauze-te-lang")
	}
	return p.Err()
}

// Pause lets a clock stand still up to and including a day, and gives when it was
// due before. What was left of its term is left after it; an end on a day off
// moves to 12:00 of the next working day.
func (c *Casefile) Pause(kind ClockKind, until Date, cal Calendar, now time.Time) (was time.Time) {
	was = c.Clock(kind).Due
	c.moveClock(kind, was.Add(until.AddDays(1).At(0, 0, cal.Zone).Sub(now)), cal)
	return was
}

// Resume ends a pause before its last day: the clock loses only the time that it
// stood still.
func (c *Casefile) Resume(p ClockPause, cal Calendar, now time.Time) {
	c.moveClock(p.Clock, p.DueWas.Add(now.Sub(p.From)), cal)
}

func (c *Casefile) moveClock(kind ClockKind, due time.Time, cal Calendar) {
	if d := DateOf(due, cal.Zone); !cal.Working(d) {
		due = cal.NextWorking(d).At(12, 0, cal.Zone)
	}
	for i := range c.Clocks {
		if c.Clocks[i].Kind == kind {
			c.Clocks[i].Due = due
		}
	}
}

// PauseOf gives the pause in which a clock stands still on day.
func PauseOf(all []ClockPause, kind ClockKind, day Date) (ClockPause, bool) {
	i := slices.IndexFunc(all, func(p ClockPause) bool { return p.Clock == kind && p.Running(day) })
	if i < 0 {
		return ClockPause{}, false
	}
	return all[i], true
}

// ResumeClock is the input for letting a clock run on before the end of its pause.
type ResumeClock struct {
	Case  string
	Clock ClockKind
	Once  Once
}
