package content

import (
	"fmt"
	"path"
	"strings"
)

// DemoOrganisation is an invented organisation with everything that stands
// still: units, sites and people.
type DemoOrganisation struct {
	Code   string       `json:"code"`
	Name   string       `json:"name"`
	Kind   string       `json:"kind"` // employer
	Domain string       `json:"domain"`
	Units  []DemoUnit   `json:"units"`
	Sites  []DemoSite   `json:"sites"`
	People []DemoPerson `json:"people"`
}

// DemoUnit is a part of the organisation; Parent is empty at the top. In a
// closed circle only who handles cases there sees them.
type DemoUnit struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Parent string `json:"parent"`
	Site   string `json:"site"` // where its people work
	Circle bool   `json:"circle,omitempty"`
}

// DemoSite is a building or yard.
type DemoSite struct {
	Code    string   `json:"code"`
	Name    string   `json:"name"`
	Address string   `json:"address"`
	Town    string   `json:"town"`
	Rooms   []string `json:"rooms,omitempty"`
}

// DemoPerson is an employee. Everyone can report; Roles holds what comes on top.
type DemoPerson struct {
	Code        string     `json:"code"` // unique in the organisation; narratives refer to it
	Name        string     `json:"name"`
	Email       string     `json:"email"`
	StaffNumber string     `json:"staff_number"`
	Function    string     `json:"function"`
	Unit        string     `json:"unit"`
	Language    string     `json:"language"` // nl or en
	Roles       []DemoRole `json:"roles,omitempty"`
}

// DemoRole is manager (of Unit), coordinator, administrator, analyst or board.
// A closed circle has its own coordinator, of Unit.
type DemoRole struct {
	Role string `json:"role"`
	Unit string `json:"unit,omitempty"`
}

// Narrative is one incident in the words of who reported it, with how it was
// handled. It has no date: the demo builder spreads narratives over time by
// Rhythm, by DaysAgo where that is set, and by Season.
type Narrative struct {
	ID           string        `json:"id"`
	Organisation string        `json:"organisation"`
	Unit         string        `json:"unit"`
	Site         string        `json:"site,omitempty"`     // empty: the unit's site, or outdoors
	Reporter     string        `json:"reporter,omitempty"` // person; empty: anyone of the unit
	Affected     string        `json:"affected,omitempty"` // person, when the reporter reports for a colleague
	Channel      string        `json:"channel"`
	Kinds        []string      `json:"kinds"`              // as assessed
	Reported     []string      `json:"reported,omitempty"` // as reported, when that differed
	Class        int           `json:"class"`              // 1–4, 0 before or without assessment
	Trigger      string        `json:"trigger,omitempty"`
	Nature       string        `json:"nature,omitempty"`
	What         string        `json:"what"`
	Literal      string        `json:"literal,omitempty"`
	Instigator   *DemoPersona  `json:"instigator,omitempty"`
	Help         string        `json:"help,omitempty"` // now | later; empty: no
	Doubt        bool          `json:"doubt,omitempty"`
	RegisterOnly bool          `json:"register_only,omitempty"`
	Injury       string        `json:"injury,omitempty"`
	DamageEuro   int           `json:"damage_euro,omitempty"` // whole euros, for the employer
	Measures     []DemoMeasure `json:"measures,omitempty"`
	Police       *DemoPolice   `json:"police,omitempty"`
	Feedback     string        `json:"feedback,omitempty"` // from the manager to the reporter
	Notes        []DemoNote    `json:"notes,omitempty"`
	Outcome      string        `json:"outcome,omitempty"` // withdrawn | duplicate | no_aggression
	OutcomeWhy   string        `json:"outcome_why,omitempty"`
	DuplicateOf  string        `json:"duplicate_of,omitempty"`
	Late         string        `json:"late,omitempty"` // the clock that was missed: reaction | police | care | feedback
	Series       *DemoSeries   `json:"series,omitempty"`
	Season       string        `json:"season,omitempty"`   // id of a special day in Rhythm
	DaysAgo      int           `json:"days_ago,omitempty"` // fixed distance to today
}

// DemoPersona describes the instigator. Name is invented, and only there when
// the reporter would know it.
type DemoPersona struct {
	Relation    string `json:"relation"`
	Description string `json:"description"`
	Name        string `json:"name,omitempty"`
}

// DemoMeasure is a decided measure with the manager's reason. Weeks is its
// length; 0 for a measure without a term.
type DemoMeasure struct {
	Kind        string          `json:"kind"`
	Reason      string          `json:"reason"`
	Weeks       int             `json:"weeks,omitempty"`
	Alternative string          `json:"alternative,omitempty"` // how the person is helped meanwhile
	Overturned  *DemoOverturned `json:"overturned,omitempty"`
}

// DemoOverturned says that a complaint ended the measure early.
type DemoOverturned struct {
	AfterDays int    `json:"after_days"`
	Why       string `json:"why"`
}

// DemoPolice is a notice or a complaint to the police.
type DemoPolice struct {
	Kind string `json:"kind"`
	Note string `json:"note,omitempty"`
}

// DemoNote is a note in the case file, shared with the reporter or not.
type DemoNote struct {
	Shared bool   `json:"shared"`
	Text   string `json:"text"`
}

// DemoSeries binds events of one dossier. DaysAfter counts from the first.
type DemoSeries struct {
	ID        string `json:"id"`
	DaysAfter int    `json:"days_after"`
}

// DemoOrganisations reads the invented organisations.
func DemoOrganisations() ([]DemoOrganisation, error) {
	found, err := names("demo/organisatie-*.json")
	if err != nil {
		return nil, err
	}
	var all []DemoOrganisation
	for _, name := range found {
		var o DemoOrganisation
		if err := read(name, &o); err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	return all, nil
}

// Narratives reads the narratives of every file, in order of file and place.
func Narratives() ([]Narrative, error) {
	found, err := names("demo/verhalen-*.json")
	if err != nil {
		return nil, err
	}
	var all []Narrative
	for _, name := range found {
		var part []Narrative
		if err := read(name, &part); err != nil {
			return nil, err
		}
		prefix := strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "verhalen-"), ".json")
		for _, n := range part {
			if !strings.HasPrefix(n.ID, prefix+"-") {
				return nil, fmt.Errorf("content: %s: id %q does not start with %s-", name, n.ID, prefix)
			}
		}
		all = append(all, part...)
	}
	return all, nil
}
