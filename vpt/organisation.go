package vpt

import (
	"strconv"
	"time"
)

// OrganisationKind says what sort of tenant an organisation is.
type OrganisationKind string

// The kinds of tenant.
const (
	Employer  OrganisationKind = "werkgever"
	Regional  OrganisationKind = "regio"
	Programme OrganisationKind = "programma"
)

// Organisation is a tenant: everything else belongs to one.
type Organisation struct {
	ID       OrganisationID
	Code     string // short name in commands and addresses, [a-z0-9-]
	Name     string
	Kind     OrganisationKind
	Settings Settings
}

// Settings are an organisation's choices that hold no personal data.
type Settings struct {
	Zone         string           `json:"zone"`         // IANA time zone
	Theme        string           `json:"theme"`        // theme file, "" for the product's own
	Emergency    string           `json:"emergency"`    // internal alarm number shown above the form
	HelpNumbers  []HelpNumber     `json:"helpNumbers"`  // on the receipt
	SecondFactor bool             `json:"secondFactor"` // TOTP also for pure reporters
	Instigator   InstigatorGates  `json:"instigator"`
	Clocks       ClockSettings    `json:"clocks"`
	Days         []DaySetting     `json:"days"`
	Learning     LearningSettings `json:"learning"`
	Care         []CareStep       `json:"care,omitempty"` // none: see CareSteps
	Stationery   Stationery       `json:"stationery"`
	Raise        RaiseSettings    `json:"raise"`
}

// HelpNumber is a phone number to call after an incident.
type HelpNumber struct {
	Label string `json:"label"`
	Phone string `json:"phone"`
	Hours string `json:"hours"`
}

// InstigatorGates are the three dates without which the identity of an
// instigator is not recorded (DPIA, consent of the works council, privacy
// protocol: article 35 GDPR, article 27 Wet op de ondernemingsraden).
type InstigatorGates struct {
	Assessed  Date `json:"assessed"`
	Consented Date `json:"consented"`
	Protocol  Date `json:"protocol"`
}

// Open reports whether identity may be recorded on day.
func (g InstigatorGates) Open(day Date) bool {
	for _, d := range []Date{g.Assessed, g.Consented, g.Protocol} {
		if !d.Valid() || d > day {
			return false
		}
	}
	return true
}

// DaySetting is a day that an organisation has off, or on which it works
// although it is a default day off.
type DaySetting struct {
	On   Date   `json:"on"`
	Name string `json:"name"`
	Work bool   `json:"work"`
}

// DefaultSettings are those of a new organisation.
func DefaultSettings() Settings {
	return Settings{Zone: "Europe/Amsterdam", Clocks: DefaultClocks()}
}

// Location gives the time zone, UTC when it is unknown.
func (s Settings) Location() *time.Location {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Calendar gives the working-day calendar.
func (s Settings) Calendar() Calendar {
	c := Calendar{Zone: s.Location(), Off: map[Date]string{}, Worked: map[Date]bool{}}
	for _, d := range s.Days {
		if d.Work {
			c.Worked[d.On] = true
		} else {
			c.Off[d.On] = d.Name
		}
	}
	return c
}

// AddOrganisation is the input for making a tenant.
type AddOrganisation struct {
	Code, Name string
	Kind       OrganisationKind
	Settings   Settings
}

// Validate checks the input.
func (in AddOrganisation) Validate() error {
	var p Problems
	p.Require("code", in.Code == "")
	p.Require("name", in.Name == "")
	if in.Code != "" && !validSlug(in.Code, 40) {
		p.Add("code", "ongeldige-code")
	}
	p.MaxLen("name", len(in.Name), 120)
	if in.Kind != Employer && in.Kind != Regional && in.Kind != Programme {
		p.Add("kind", "onbekende-keuze")
	}
	return p.Err()
}

func validSlug(s string, limit int) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
		if !letter && (r != '-' || i == 0) {
			return false
		}
	}
	return s != "" && len(s) <= limit
}

// Validate checks settings as a form may give them.
func (s Settings) Validate() error {
	var p Problems
	if _, err := time.LoadLocation(s.Zone); err != nil || s.Zone == "" {
		p.Add("zone", "onbekende-keuze")
	}
	p.MaxLen("emergency", len(s.Emergency), 60)
	if len(s.HelpNumbers) > 8 {
		p.Add("helpNumbers", "te-veel")
	}
	for i, h := range s.HelpNumbers {
		at := "helpNumbers." + strconv.Itoa(i)
		p.Require(at+".label", h.Label == "")
		p.Require(at+".phone", h.Phone == "")
		p.MaxLen(at+".label", len(h.Label)+len(h.Phone)+len(h.Hours), MaxLine)
	}
	if len(s.Days) > 200 {
		p.Add("days", "te-veel")
	}
	for _, d := range s.Days {
		if !d.On.Valid() {
			p.Add("days", "geen-datum")
		}
	}
	optionalDay(&p, "instigator.assessed", s.Instigator.Assessed)
	optionalDay(&p, "instigator.consented", s.Instigator.Consented)
	optionalDay(&p, "instigator.protocol", s.Instigator.Protocol)
	s.Learning.Validate(&p)
	if err := s.Clocks.Validate(); err != nil {
		p.Add("clocks", "buiten-bereik")
	}
	return AllProblems(p.Err(), ValidateCare(s.Care), s.Raise.Validate())
}
