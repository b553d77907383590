package vpt

import (
	"strconv"
	"time"
)

// AdminOverview is what stands on the first page of administration: what there
// is, and what still keeps the organisation from working well.
type AdminOverview struct {
	People         int
	Invited        int // accounts that were never used
	Units          int
	Sites          int
	Uncertain      int // mails of which a person must decide
	Coordinators   int // who hold that role today, for the whole organisation
	Unmanaged      int // units in use for which nobody up the tree is manager
	GatesOpen      bool
	Emergency      bool // an internal alarm number is set
	MayAdminister  bool // settings, units, people and lists; otherwise only looking at people and mail
	MayDecideMails bool

	MayWriteLetters bool     // change the texts of letters
	Stationery      []string // what letters still lack
}

// SettingsView is an organisation with its settings, for the pages that change
// them. Gates tells whether the identity of an instigator may be recorded today.
type SettingsView struct {
	Organisation Organisation
	Today        Date
	GatesOpen    bool
}

// SaveOrganisation is the input of the page with what an organisation is
// called and whom its people call. Clocks and calendar have pages of their own.
type SaveOrganisation struct {
	Name         string
	Theme        string
	Emergency    string
	HelpNumbers  []HelpNumber
	SecondFactor bool
	Instigator   InstigatorGates
	Learning     LearningSettings
}

// Validate checks what Settings.Validate does not: the name and the theme.
func (in SaveOrganisation) Validate() error {
	var p Problems
	p.Require("name", in.Name == "")
	p.MaxLen("name", len(in.Name), 120)
	if in.Theme != "" && !validSlug(in.Theme, 40) {
		p.Add("theme", "onbekende-keuze")
	}
	return p.Err()
}

// SaveCalendar is the input of the page with one year of working days: it
// replaces what the organisation said about that year and leaves other years.
type SaveCalendar struct {
	Year int
	Days []DaySetting
}

// maxDaysOff is how many days of one year an organisation may set apart.
const maxDaysOff = 60

// Validate checks the input.
func (in SaveCalendar) Validate() error {
	var p Problems
	if in.Year < 2000 || in.Year > 2100 {
		p.Add("year", "buiten-bereik")
	}
	if len(in.Days) > maxDaysOff {
		p.Add("days", "te-veel")
	}
	seen := map[Date]bool{}
	for i, d := range in.Days {
		at := "days." + strconv.Itoa(i)
		switch {
		case !d.On.Valid():
			p.Add(at+".on", "geen-datum")
		case d.On.Year() != in.Year:
			p.Add(at+".on", "ander-jaar")
		case seen[d.On]:
			p.Add(at+".on", "bestaat-al")
		case !d.Work && d.Name == "":
			p.Add(at+".name", "verplicht")
		}
		p.MaxLen(at+".name", len(d.Name), 60)
		seen[d.On] = true
	}
	return p.Err()
}

// Replace gives the days of all years with those of in.Year replaced.
func (in SaveCalendar) Replace(days []DaySetting) []DaySetting {
	var out []DaySetting
	for _, d := range days {
		if d.On.Year() != in.Year {
			out = append(out, d)
		}
	}
	return append(out, in.Days...)
}

// Holiday is a Dutch public holiday on its day.
type Holiday struct {
	On   Date
	Code string // see OffDay
}

// Holidays gives the public holidays of a year that fall on a weekday: those
// on which working or not makes a difference.
func Holidays(year int) []Holiday {
	var out []Holiday
	for at := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() == year; at = at.AddDate(0, 0, 1) {
		day := DateOf(at, time.UTC)
		if code := OffDay(day); code != "" && at.Weekday() != time.Saturday && at.Weekday() != time.Sunday {
			out = append(out, Holiday{On: day, Code: code})
		}
	}
	return out
}

// UnitLine is a unit in the tree, with what an administrator needs to know of it.
type UnitLine struct {
	Unit
	Depth   int // 0 at the top
	People  int // accounts that are not blocked
	Managed bool
}

// UnitsView is the tree of units, each after the one it stands below.
type UnitsView struct{ Units []UnitLine }

// SitesView is all sites, with the units for the choice of one.
type SitesView struct {
	Sites []Site
	Units []Unit
}

// Ordered gives all units, each followed by those below it, and how deep each
// stands. A unit in a circle or below one that is gone is not lost: it comes
// last, at the top.
func (t UnitTree) Ordered(units []Unit) []UnitLine {
	var out []UnitLine
	seen := map[UnitID]bool{}
	var walk func(parent UnitID, depth int)
	walk = func(parent UnitID, depth int) {
		for _, id := range t.children[parent] {
			if !seen[id] {
				seen[id] = true
				out = append(out, UnitLine{Unit: t.byID[id], Depth: depth})
				walk(id, depth+1)
			}
		}
	}
	walk("", 0)
	for _, u := range units {
		if !seen[u.ID] {
			seen[u.ID] = true
			out = append(out, UnitLine{Unit: u})
			walk(u.ID, 1)
		}
	}
	return out
}
