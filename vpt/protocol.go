package vpt

import (
	"fmt"
	"slices"
	"time"
)

// Protocol is what an organisation does at which behaviour, and how often: its
// own matrix, adopted version by version. It proposes; people decide, and say
// why when they do something else.
type Protocol struct {
	Version      int           `json:"version,omitempty"` // 0: not adopted
	Name         string        `json:"name"`
	Source       string        `json:"source"`            // where it comes from
	Example      bool          `json:"example,omitempty"` // shipped, adopted as it is
	WindowMonths int           `json:"window_months"`     // how far back earlier incidents count
	Rows         []ProtocolRow `json:"rows"`
	By           PersonID      `json:"-"`
	ByName       Private       `json:"-"`
	At           time.Time     `json:"-"`
}

// ProtocolRow is one behaviour: by severity, by kinds, or by both. A row
// without either is never proposed: people look it up.
type ProtocolRow struct {
	Label   string         `json:"label"`
	Classes []int          `json:"classes,omitempty"`
	Kinds   []string       `json:"kinds,omitempty"` // codes, or groups of codes
	Cells   []ProtocolCell `json:"cells"`           // the first time, the second, the third and later
}

// ProtocolCell is what happens at one row, the nth time.
type ProtocolCell struct {
	Steps      []string     `json:"steps"` // kinds of measure
	MinDays    int          `json:"min_days,omitempty"`
	MaxDays    int          `json:"max_days,omitempty"` // 0: it has no duration
	Mandate    Mandate      `json:"mandate"`
	Police     PoliceAdvice `json:"police"`
	Exceptions string       `json:"exceptions,omitempty"` // what stays allowed
	Note       string       `json:"note,omitempty"`
}

// PoliceAdvice is what a protocol says about the police.
type PoliceAdvice string

// The advices, from light to heavy.
const (
	PoliceJudge  PoliceAdvice = "ter-beoordeling"
	PoliceTell   PoliceAdvice = "melding"
	PoliceUnless PoliceAdvice = "aangifte-tenzij" // a complaint, unless there is a reason not to
	PoliceFile   PoliceAdvice = "aangifte"
	PoliceAlways PoliceAdvice = "altijd" // a complaint, and 112 in danger
)

// PoliceAdvices gives all advices, from light to heavy.
func PoliceAdvices() []PoliceAdvice {
	return []PoliceAdvice{PoliceJudge, PoliceTell, PoliceUnless, PoliceFile, PoliceAlways}
}

// Limits of a protocol.
const (
	MaxProtocolRows   = 40
	MaxProtocolTimes  = 3
	MaxProtocolDays   = 5 * 366 // the longest that any source has (Terneuzen)
	MaxProtocolWindow = 60      // months
	MaxProtocolFile   = 1 << 20 // bytes of an uploaded file
)

// Cell gives what happens the nth time; beyond the last cell the last
// goes on.
func (r ProtocolRow) Cell(times int) ProtocolCell {
	if len(r.Cells) == 0 {
		return ProtocolCell{}
	}
	return r.Cells[min(max(times, 1), len(r.Cells))-1]
}

// Validate checks a protocol against the lists in force. What is wrong is told
// by row and cell: rows[2].cells[0].maxDays.
func (p Protocol) Validate(kinds, measures CodeSet) error {
	var out Problems
	protocolText(&out, "name", p.Name, MaxLine, true)
	protocolText(&out, "source", p.Source, MaxText, true)
	if p.WindowMonths < 1 || p.WindowMonths > MaxProtocolWindow {
		out.Add("windowMonths", "buiten-bereik")
	}
	if len(p.Rows) == 0 || len(p.Rows) > MaxProtocolRows {
		out.Add("rows", "aantal-rijen")
	}
	for i, row := range p.Rows {
		row.check(&out, fmt.Sprintf("rows[%d]", i), kinds, measures)
	}
	for class := 1; class <= 4; class++ {
		if !p.covers(class) {
			out.Add("rows", fmt.Sprintf("klasse-%d-ontbreekt", class))
		}
	}
	return out.Err()
}

// covers reports whether something is proposed for a class, whatever the kind.
// A protocol that goes by kind in every row leaves classes alone.
func (p Protocol) covers(class int) bool {
	byKind := func(r ProtocolRow) bool { return len(r.Classes) == 0 }
	if len(p.Rows) > 0 && !slices.ContainsFunc(p.Rows, func(r ProtocolRow) bool { return !byKind(r) }) {
		return true
	}
	return slices.ContainsFunc(p.Rows, func(r ProtocolRow) bool { return len(r.Kinds) == 0 && slices.Contains(r.Classes, class) })
}

// Check checks one row, as Protocol.Validate does.
func (r ProtocolRow) Check(kinds, measures CodeSet) error {
	var out Problems
	r.check(&out, "row", kinds, measures)
	return out.Err()
}

func (r ProtocolRow) check(out *Problems, path string, kinds, measures CodeSet) {
	protocolText(out, path+".label", r.Label, MaxLine, true)
	for _, class := range r.Classes {
		if class < 1 || class > 4 {
			out.Add(path+".classes", "onbekende-keuze")
		}
	}
	for _, kind := range r.Kinds {
		if _, ok := kinds.ByCode(kind); !ok {
			out.Add(path+".kinds", "onbekende-keuze")
		}
	}
	if len(r.Cells) == 0 || len(r.Cells) > MaxProtocolTimes {
		out.Add(path+".cells", "aantal-keren")
	}
	for i, cell := range r.Cells {
		cell.check(out, fmt.Sprintf("%s.cells[%d]", path, i), measures)
	}
}

func (c ProtocolCell) check(out *Problems, path string, measures CodeSet) {
	out.Require(path+".steps", len(c.Steps) == 0)
	ends := false
	for _, step := range c.Steps {
		code, ok := measures.ByCode(step)
		if !ok || !code.Choosable {
			out.Add(path+".steps", "onbekende-keuze")
		}
		ends = ends || code.Choosable && Restricts(code) && step != CourtBan
	}
	switch {
	case c.MinDays < 0 || c.MaxDays < 0 || c.MaxDays > MaxProtocolDays:
		out.Add(path+".maxDays", "buiten-bereik")
	case c.MaxDays == 0 && c.MinDays > 0, c.MaxDays == 0 && ends:
		out.Add(path+".maxDays", "zonder-einde")
	case c.MinDays > c.MaxDays:
		out.Add(path+".minDays", "kortste-boven-langste")
	}
	switch {
	case !slices.Contains(Mandates(), c.Mandate):
		out.Add(path+".mandate", "onbekende-keuze")
	case c.MaxDays > longMeasure && !c.Mandate.Covers(MandateDirector):
		out.Add(path+".mandate", "langer-dan-jaar")
	}
	if !slices.Contains(PoliceAdvices(), c.Police) {
		out.Add(path+".police", "onbekende-keuze")
	}
	protocolText(out, path+".exceptions", c.Exceptions, MaxText, false)
	protocolText(out, path+".note", c.Note, MaxText, false)
}

// protocolText checks a text of the matrix. It is about behaviour, never about
// somebody.
func protocolText(out *Problems, path, text string, limit int, required bool) {
	out.Require(path, required && text == "")
	out.MaxLen(path, len(text), limit)
	noBSN(out, path, NewPrivate(text))
}
