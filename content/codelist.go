package content

import (
	"errors"
	"fmt"
)

// Names of the shipped code lists.
const (
	Kinds        = "soorten"      // kind of aggression: nine groups above 37 codes
	Channels     = "kanalen"      // where or through what it reached the employee
	Triggers     = "aanleidingen" // what set it off, A1–A13
	Natures      = "aard"         // frustration, instrumental, uncontrolled
	Injuries     = "letsel"
	Causes       = "oorzaken"    // causes on the organisation's side, for the analysis
	Measures     = "maatregelen" // M0–M16
	Relations    = "relaties"    // the instigator's relation to the organisation
	PersonRoles  = "rollen"      // affected, witness, reporter, helping colleague
	ShippedLists = 9             // how many lists there are
)

// Roll-up lines of the figures. Every kind counts in exactly one.
const (
	RollUpVerbal   = "verbaal"
	RollUpThreat   = "bedreiging"
	RollUpPhysical = "fysiek"
	RollUpOther    = "overig"
)

// Uses of a measure code.
const (
	UseMeasure = "measure" // can be chosen as a measure
	UseLink    = "link"    // a decision outside the system; only its date is kept
	UseTrack   = "track"   // lives in its own track and cannot be chosen
)

// CodeList is one shipped list in one version. A new organisation gets a copy;
// later versions reach it only when its administrator adopts them.
type CodeList struct {
	Name    string `json:"list"`
	Version int    `json:"version"`
	TitleNL string `json:"title_nl"`
	TitleEN string `json:"title_en"`
	Entries []Code `json:"entries"`
}

// Code is one entry. A code is never used again with another meaning: it is
// retired, and stays readable on old records.
type Code struct {
	Code         string `json:"code"`
	Group        string `json:"group,omitempty"` // kinds: the group's code; empty on a group
	LabelNL      string `json:"label_nl"`
	LabelEN      string `json:"label_en"`
	TileNL       string `json:"tile_nl,omitempty"` // groups of kinds: the words on the form
	TileEN       string `json:"tile_en,omitempty"`
	DefinitionNL string `json:"definition_nl"`
	ExampleNL    string `json:"example_nl"`
	ExampleEN    string `json:"example_en,omitempty"` // kinds: for the form in English
	RollUp       string `json:"roll_up,omitempty"`    // kinds: the line of the figures
	Class        int    `json:"class,omitempty"`      // kinds: default severity 1–4, 0 for none
	Use          string `json:"use,omitempty"`        // measures
	// NeedsInstigator is true of a measure that is addressed to a known person,
	// so that it takes the organisation's setting to record instigators.
	NeedsInstigator bool `json:"needs_instigator,omitempty"`
	Order           int  `json:"order"`
	Retired         bool `json:"retired"`
}

// Choosable reports whether a form may offer c as a measure.
func (c Code) Choosable() bool { return c.Use == UseMeasure && !c.Retired }

// Label gives the label in lang ("nl" or "en"); Dutch for any other language.
func (c Code) Label(lang string) string {
	if lang == "en" {
		return c.LabelEN
	}
	return c.LabelNL
}

// CodeLists reads every shipped list, sorted by name of file.
func CodeLists() ([]CodeList, error) {
	found, err := names("codes/*.json")
	if err != nil {
		return nil, err
	}
	lists := make([]CodeList, 0, len(found))
	for _, name := range found {
		var l CodeList
		if err := read(name, &l); err != nil {
			return nil, err
		}
		if "codes/"+l.Name+".json" != name {
			return nil, fmt.Errorf("content: %s: the list calls itself %q", name, l.Name)
		}
		if err := l.Validate(); err != nil {
			return nil, fmt.Errorf("content: %s: %w", name, err)
		}
		lists = append(lists, l)
	}
	return lists, nil
}

// CodeListByName reads one shipped list, by one of the names above.
func CodeListByName(name string) (CodeList, error) {
	var l CodeList
	if err := read("codes/"+name+".json", &l); err != nil {
		return CodeList{}, err
	}
	return l, l.Validate()
}

// Code finds an entry, retired ones too.
func (l CodeList) Code(code string) (Code, bool) {
	for _, c := range l.Entries {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}

// Groups gives the entries that stand above others, in order. Only the list of
// kinds has them.
func (l CodeList) Groups() []Code {
	var out []Code
	for _, c := range l.Entries {
		if c.TileNL != "" {
			out = append(out, c)
		}
	}
	return out
}

// InGroup gives the codes of one group, in order.
func (l CodeList) InGroup(group string) []Code {
	var out []Code
	for _, c := range l.Entries {
		if group != "" && c.Group == group {
			out = append(out, c)
		}
	}
	return out
}

// Validate says everything that is wrong with the list, or nil.
func (l CodeList) Validate() error {
	var problems []error
	if l.Name == "" || l.Version < 1 || len(l.Entries) == 0 {
		problems = append(problems, errors.New("a list needs a name, a version from 1 and entries"))
	}
	codes, labels, last := map[string]Code{}, map[string]bool{}, 0
	for _, c := range l.Entries {
		if _, twice := codes[c.Code]; twice || c.Code == "" {
			problems = append(problems, fmt.Errorf("code %q is empty or stands there twice", c.Code))
		}
		if labels[c.LabelNL] || c.LabelNL == "" || c.LabelEN == "" {
			problems = append(problems, fmt.Errorf("code %s: a label is empty or stands there twice", c.Code))
		}
		if c.Order <= last {
			problems = append(problems, fmt.Errorf("code %s: order %d does not rise", c.Code, c.Order))
		}
		codes[c.Code], labels[c.LabelNL], last = c, true, c.Order
	}
	switch l.Name {
	case Kinds:
		problems = append(problems, l.kindProblems(codes)...)
	case Measures:
		problems = append(problems, l.measureProblems()...)
	}
	return errors.Join(problems...)
}

// kindProblems checks what only kinds have: two levels, a line of the figures
// and a class. A group without codes would be a tile that leads nowhere.
func (l CodeList) kindProblems(codes map[string]Code) (problems []error) {
	lines := map[string]bool{RollUpVerbal: true, RollUpThreat: true, RollUpPhysical: true, RollUpOther: true}
	for _, c := range l.Entries {
		if !lines[c.RollUp] {
			problems = append(problems, fmt.Errorf("code %s: no line of the figures is called %q", c.Code, c.RollUp))
		}
		if c.Class < 0 || c.Class > 4 {
			problems = append(problems, fmt.Errorf("code %s: class %d is not 0 to 4", c.Code, c.Class))
		}
		switch above, ok := codes[c.Group]; {
		case c.Group == "" && c.TileNL == "":
			problems = append(problems, fmt.Errorf("code %s: neither a group nor in one", c.Code))
		case c.Group != "" && (!ok || above.Group != "" || c.TileNL != ""):
			problems = append(problems, fmt.Errorf("code %s: %q is not a group above it", c.Code, c.Group))
		case c.Group == "" && len(l.InGroup(c.Code)) == 0:
			problems = append(problems, fmt.Errorf("group %s has no codes", c.Code))
		}
	}
	return problems
}

// measureProblems checks that each measure says how it may be used.
func (l CodeList) measureProblems() (problems []error) {
	for _, c := range l.Entries {
		if c.Use != UseMeasure && c.Use != UseLink && c.Use != UseTrack {
			problems = append(problems, fmt.Errorf("code %s: use %q is unknown", c.Code, c.Use))
		}
		if c.NeedsInstigator && c.Use != UseMeasure {
			problems = append(problems, fmt.Errorf("code %s: only a measure can need an instigator", c.Code))
		}
	}
	return problems
}
