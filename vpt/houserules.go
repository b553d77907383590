package vpt

import (
	"slices"
	"strings"
	"time"
)

// MaxHouseRulesFile is the most bytes of a picture or document that shows where
// the house rules hang.
const MaxHouseRulesFile = 5 << 20

// HouseRules is one version of the house rules at one place. A measure may only
// rest on rules that somebody could know: they were in force and shown.
type HouseRules struct {
	ID      HouseRulesID
	Site    SiteID // empty: the whole organisation
	Version int    // from 1, per place
	Text    string
	FromOn  Date    // in force since
	UntilOn Date    // last day; empty as long as no later version is known
	ShownOn Date    // shown to visitors since; empty: not shown yet
	Where   string  // where visitors can read them, as a letter says it
	Proof   Private // who saw to it, and how
	File    HouseRulesFile
	By      PersonID // empty when made by a command
	ByName  Private
	At      time.Time
}

// HouseRulesFile is a picture or document that shows where the rules hang.
type HouseRulesFile struct {
	Name      Private
	MediaType string // established by content; empty: there is no file
	Size      int64
	Content   []byte // only when it is downloaded
}

// Shown reports whether the rules were in force and could be known on a day
// (Nationale ombudsman 2022/137: known beforehand, hanging at the desk).
func (h HouseRules) Shown(on Date) bool {
	return h.ShownOn != "" && h.ShownOn <= on && h.FromOn <= on && (h.UntilOn == "" || on <= h.UntilOn)
}

// HouseRulesAt gives the rules in force at a site on a day: the site's own,
// else those of the organisation. all may hold versions of other places.
func HouseRulesAt(all []HouseRules, site SiteID, on Date) (HouseRules, bool) {
	if found, ok := inForceAt(all, site, on); ok || site == "" {
		return found, ok
	}
	return inForceAt(all, "", on)
}

// inForceAt: a later version ends the one before at the same place, and always
// begins after it.
func inForceAt(all []HouseRules, site SiteID, on Date) (HouseRules, bool) {
	var found HouseRules
	for _, h := range all {
		if h.Site == site && h.FromOn <= on && h.Version > found.Version {
			found = h
		}
	}
	return found, found.ID != ""
}

// EndEarlier gives the versions with the day on which each ended: the day
// before the next one at its place began.
func EndEarlier(all []HouseRules) []HouseRules {
	out := slices.Clone(all)
	for i := range out {
		for _, later := range all {
			if later.Site == out[i].Site && later.Version == out[i].Version+1 {
				out[i].UntilOn = later.FromOn.AddDays(-1)
			}
		}
	}
	return out
}

// SaveHouseRules is the input for a new version at a place. It ends the one
// before there.
type SaveHouseRules struct {
	Site     SiteID // empty: the whole organisation
	Text     string
	FromOn   Date
	ShownOn  Date // empty: not yet
	Where    string
	Proof    Private
	FileName Private
	File     []byte // none: empty
	Once     Once
}

// Validate checks the input against today and the version before at the place;
// the zero value when there is none.
func (in SaveHouseRules) Validate(today Date, before HouseRules) error {
	var p Problems
	p.Require("text", strings.TrimSpace(in.Text) == "")
	p.MaxLen("text", len(in.Text), MaxText)
	noBSN(&p, "text", NewPrivate(in.Text))
	switch {
	case in.FromOn == "":
		p.Add("fromOn", "verplicht")
	case !in.FromOn.Valid():
		p.Add("fromOn", "geen-datum")
	case before.ID != "" && in.FromOn <= before.FromOn:
		p.Add("fromOn", "na-vorige-versie")
	}
	if in.ShownOn == "" {
		if !in.Proof.IsZero() || in.Where != "" || len(in.File) > 0 {
			p.Add("shownOn", "verplicht")
		}
		return p.Err()
	}
	return AllProblems(p.Err(), ShowHouseRules{ShownOn: in.ShownOn, Where: in.Where, Proof: in.Proof, FileName: in.FileName, File: in.File}.Validate(today))
}

// ShowHouseRules is the input for saying since when a version is shown, where
// it hangs and who saw to that.
type ShowHouseRules struct {
	ID       HouseRulesID
	ShownOn  Date
	Where    string
	Proof    Private
	FileName Private
	File     []byte
	Once     Once
}

// Validate checks the input against today.
func (in ShowHouseRules) Validate(today Date) error {
	var p Problems
	pastDay(&p, "shownOn", in.ShownOn, today)
	p.Require("where", strings.TrimSpace(in.Where) == "")
	p.MaxLen("where", len(in.Where), MaxLine)
	noBSN(&p, "where", NewPrivate(in.Where))
	requireText(&p, "proof", in.Proof)
	p.MaxLen("file", in.FileName.Len(), MaxLine)
	noBSN(&p, "file", in.FileName)
	if len(in.File) > MaxHouseRulesFile {
		p.Add("file", "bestand-te-groot")
	}
	return p.Err()
}

// HouseRulesView is the page of all versions, newest first at each place.
type HouseRulesView struct {
	All     []HouseRules
	Sites   []Site
	Today   Date
	MayEdit bool
}
