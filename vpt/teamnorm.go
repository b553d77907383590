package vpt

import (
	"encoding/json"
	"strconv"
	"time"
)

// NormColour is how a team sees a behaviour (the colours of the AgressieWijzer:
// welcome, emotional, never acceptable).
type NormColour string

// The colours, from light to heavy.
const (
	NormGreen  NormColour = "groen"
	NormOrange NormColour = "oranje"
	NormRed    NormColour = "rood"
)

// Limits of a team norm.
const (
	MaxNormLines  = 25
	MaxNormMonths = 24 // between adopting a norm and looking at it again
)

// TeamNorm is what a team agreed on: what it does about which behaviour. One
// version per adoption; it names functions, never people.
type TeamNorm struct {
	Unit      UnitID
	Version   int // from 1
	Lines     []NormLine
	AdoptedOn Date
	ReviewBy  Date
	ByName    Private
	By        PersonID
	At        time.Time
}

// NormLine is one behaviour with what the team does.
type NormLine struct {
	Behaviour string     `json:"behaviour"`
	Colour    NormColour `json:"colour"`
	Reaction  string     `json:"reaction"`
	Helps     string     `json:"helps,omitempty"` // which colleague, by function
	After     string     `json:"after,omitempty"`
}

// Late reports whether the team should have looked at its norm before today.
func (n TeamNorm) Late(today Date) bool { return n.Version > 0 && n.ReviewBy < today }

// SaveTeamNorm is the input for a new version. Base is the version that its
// writer saw, 0 for none.
type SaveTeamNorm struct {
	Unit      UnitID
	Base      int
	Lines     []NormLine
	AdoptedOn Date
	ReviewBy  Date
	Once      Once
}

// Validate checks the input against today.
func (in SaveTeamNorm) Validate(today Date) error {
	var p Problems
	if len(in.Lines) == 0 || len(in.Lines) > MaxNormLines {
		p.Add("lines", "aantal-regels")
	}
	for i, line := range in.Lines {
		at := "lines." + strconv.Itoa(i) + "."
		protocolText(&p, at+"behaviour", line.Behaviour, MaxLine, true)
		protocolText(&p, at+"reaction", line.Reaction, MaxText, true)
		protocolText(&p, at+"helps", line.Helps, MaxLine, false)
		protocolText(&p, at+"after", line.After, MaxText, false)
		if line.Colour != NormGreen && line.Colour != NormOrange && line.Colour != NormRed {
			p.Add(at+"colour", "onbekende-keuze")
		}
	}
	pastDay(&p, "adoptedOn", in.AdoptedOn, today)
	switch {
	case in.ReviewBy == "":
		p.Add("reviewBy", "verplicht")
	case !in.ReviewBy.Valid():
		p.Add("reviewBy", "geen-datum")
	case in.ReviewBy <= in.AdoptedOn:
		p.Add("reviewBy", "einde-voor-begin")
	case in.AdoptedOn.Valid() && in.ReviewBy > in.AdoptedOn.AddMonths(MaxNormMonths):
		p.Add("reviewBy", "te-ver-weg")
	}
	return p.Err()
}

// MarshalLines gives the lines of a norm as one text.
func (n TeamNorm) MarshalLines() (string, error) {
	text, err := json.Marshal(n.Lines)
	return string(text), err
}

// UnmarshalLines is the other way of MarshalLines.
func (n *TeamNorm) UnmarshalLines(text string) error { return json.Unmarshal([]byte(text), &n.Lines) }

// TeamNormView is the norm of one team for who may read it.
type TeamNormView struct {
	Unit    Unit
	Norm    TeamNorm   // Version 0: there is none
	Earlier []TeamNorm // versions before, newest first
	Today   Date
	MayEdit bool
}

// TeamNormLine is one team in the list of norms.
type TeamNormLine struct {
	Unit    Unit
	Norm    TeamNorm // Version 0: there is none
	MayEdit bool
	Late    bool
}

// TeamNorms are the norms that somebody may read, by unit.
type TeamNorms struct {
	Teams []TeamNormLine
	Units []Unit
}

// Late counts the norms that the reader should look at again.
func (n TeamNorms) Late() int {
	late := 0
	for _, team := range n.Teams {
		if team.Late && team.MayEdit {
			late++
		}
	}
	return late
}
