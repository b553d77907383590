package vpt

import "time"

// ClockKind names one of the clocks that run on a case.
type ClockKind string

// The clocks, in the order in which they are shown.
const (
	ClockReaction ClockKind = "reactie"
	ClockPolice   ClockKind = "politie"
	ClockCare     ClockKind = "opvang"
	ClockFeedback ClockKind = "terugkoppeling"
)

// ClockKinds gives all clocks.
func ClockKinds() []ClockKind {
	return []ClockKind{ClockReaction, ClockPolice, ClockCare, ClockFeedback}
}

// ClockSettings are the terms of an organisation. The defaults come from the
// field (sanctiebeleid of the A+O fonds Gemeenten, 2014, and
// https://www.veiligepubliekedienstverlening.nl): reaction to the instigator within 24 hours, police
// within 2 working days, care talks within 72 hours, after 2 weeks and 6–8
// weeks after the first, feedback to the reporter within 5 working days.
type ClockSettings struct {
	ReactionHours   int  `json:"reactionHours"`   // elapsed hours
	PoliceDays      int  `json:"policeDays"`      // working days
	CareHours       int  `json:"careHours"`       // elapsed hours
	SecondTalkDays  int  `json:"secondTalkDays"`  // days after the first was held
	ThirdTalkFrom   int  `json:"thirdTalkFrom"`   // days after the first was held, earliest
	ThirdTalkDays   int  `json:"thirdTalkDays"`   // days after the first was held, latest
	FeedbackDays    int  `json:"feedbackDays"`    // working days
	ShiftToNextDay  bool `json:"shiftToNextDay"`  // an end on a day off moves to 12:00 of the next working day
	CareTodayIfLate bool `json:"careTodayIfLate"` // "help later" asks for a talk the same day
}

// DefaultClocks are the terms of a new organisation.
func DefaultClocks() ClockSettings {
	return ClockSettings{
		ReactionHours: 24, PoliceDays: 2, CareHours: 72, SecondTalkDays: 14,
		ThirdTalkFrom: 42, ThirdTalkDays: 56, FeedbackDays: 5,
		ShiftToNextDay: true, CareTodayIfLate: true,
	}
}

// Validate checks that each term is between one and a year.
func (s ClockSettings) Validate() error {
	var p Problems
	check := func(path string, n, limit int) {
		if n < 1 || n > limit {
			p.Add(path, "buiten-bereik")
		}
	}
	check("reactionHours", s.ReactionHours, 24*60)
	check("policeDays", s.PoliceDays, 250)
	check("careHours", s.CareHours, 24*60)
	check("secondTalkDays", s.SecondTalkDays, 365)
	check("thirdTalkFrom", s.ThirdTalkFrom, 365)
	check("thirdTalkDays", s.ThirdTalkDays, 365)
	check("feedbackDays", s.FeedbackDays, 250)
	if s.ThirdTalkFrom > s.ThirdTalkDays {
		p.Add("thirdTalkFrom", "einde-voor-begin")
	}
	return p.Err()
}

// Clock is one clock of one case. A zero Due has no clock; a zero Met is not
// met yet. A later due time never replaces a missed one.
type Clock struct {
	Kind ClockKind
	Due  time.Time
	Met  time.Time
}

// Running reports whether the clock still runs.
func (c Clock) Running() bool { return !c.Due.IsZero() && c.Met.IsZero() }

// Late reports whether the clock was or is missed at now.
func (c Clock) Late(now time.Time) bool {
	if c.Due.IsZero() {
		return false
	}
	if c.Met.IsZero() {
		return now.After(c.Due)
	}
	return c.Met.After(c.Due)
}

// FirstRunning gives the running clock that is due first, the zero clock when
// none runs.
func FirstRunning(clocks []Clock) Clock {
	var first Clock
	for _, c := range clocks {
		if c.Running() && (first.Due.IsZero() || c.Due.Before(first.Due)) {
			first = c
		}
	}
	return first
}

// StartClocks gives the clocks of a case whose report was received at.
// Clocks start when the report is received, not at the incident. Whoever doubts
// whether it was aggression is called before anything is decided: her care clock
// ends with the reaction clock, when it does not end before.
func StartClocks(s ClockSettings, c Calendar, received time.Time, help HelpWish, choice ReportChoice) []Clock {
	reaction := c.Hours(received, s.ReactionHours, s.ShiftToNextDay)
	care := c.Hours(received, s.CareHours, s.ShiftToNextDay)
	if help != HelpNo && s.CareTodayIfLate {
		care = endOfToday(c, received)
	}
	if choice == ChoiceDoubt && reaction.Before(care) {
		care = reaction
	}
	return []Clock{
		{Kind: ClockReaction, Due: reaction},
		{Kind: ClockPolice, Due: c.WorkingDays(received, s.PoliceDays)},
		{Kind: ClockCare, Due: care},
		{Kind: ClockFeedback, Due: c.WorkingDays(received, s.FeedbackDays)},
	}
}

// endOfToday is 17:00 of the day itself, or four hours on when that is nearer
// than four hours or past: somebody who asks for help at half past four is not
// helped by a clock that is late at once.
func endOfToday(c Calendar, at time.Time) time.Time {
	end := DateOf(at, c.Zone).At(endOfWork, 0, c.Zone)
	if least := at.Add(4 * time.Hour); end.Before(least) {
		return least
	}
	return end
}
