package vpt

import "time"

// AwayID names a period in which a peer supporter holds no talks.
type AwayID string

// PeerAway is such a period, both days included. Why is nobody's business.
type PeerAway struct {
	ID     AwayID
	Person PersonID
	From   Date
	Until  Date
}

// Holds reports whether the period counts on day.
func (a PeerAway) Holds(day Date) bool { return a.From <= day && day <= a.Until }

// MaxAwayDays is how long one period may last.
const MaxAwayDays = 366

// AddAway is the input by which a peer supporter says when she is away.
type AddAway struct {
	From  Date
	Until Date
	Once  Once
}

// Validate checks the input against today.
func (in AddAway) Validate(today Date) error {
	var p Problems
	p.Require("awayFrom", in.From == "")
	p.Require("awayUntil", in.Until == "")
	optionalDay(&p, "awayFrom", in.From)
	optionalDay(&p, "awayUntil", in.Until)
	if p.Any() {
		return p.Err()
	}
	switch {
	case in.Until < in.From:
		p.Add("awayUntil", "einde-voor-begin")
	case in.Until < today:
		p.Add("awayUntil", "in-het-verleden")
	case (Period{in.From, in.Until}).Days() > MaxAwayDays:
		p.Add("awayUntil", "periode-te-lang")
	}
	return p.Err()
}

// Peer is a peer supporter as who plans talks sees her.
type Peer struct {
	PersonName
	UnitName string     // where she works herself
	Reach    []string   // units and sites she is there for; empty is the whole organisation
	Away     []PeerAway // from today on, the first first
	Self     bool       // the viewer herself
}

// Free reports whether she holds talks on day.
func (p Peer) Free(day Date) bool { return p.AwayOn(day) == (PeerAway{}) }

// AwayOn gives the period in which she is away on day, the zero value when she
// is not.
func (p Peer) AwayOn(day Date) PeerAway {
	for _, a := range p.Away {
		if a.Holds(day) {
			return a
		}
	}
	return PeerAway{}
}

// PeerRoster is all peer supporters, by name.
type PeerRoster struct {
	Peers []Peer
	Today Date
	Zone  *time.Location
}

// CalendarTalk is what may stand in a calendar about a talk: nothing of why.
type CalendarTalk struct {
	ID           CareTalkID
	At           time.Time
	Organisation string
	Site         string // empty when no place was chosen
	Address      string
	Now          time.Time
}
