package vpt_test

import (
	"slices"
	"testing"

	"rugdekking/vpt"
)

func TestHouseRulesAt(t *testing.T) {
	t.Parallel()
	all := []vpt.HouseRules{
		{ID: "o1", Version: 1, FromOn: "2025-01-01", ShownOn: "2025-01-10"},
		{ID: "o2", Version: 2, FromOn: "2026-01-01", ShownOn: "2025-12-20"},
		{ID: "o3", Version: 3, FromOn: "2027-01-01"},
		{ID: "s1", Site: "hal", Version: 1, FromOn: "2026-03-01", ShownOn: "2026-03-01"},
		{ID: "x1", Site: "bad", Version: 1, FromOn: "2020-01-01", ShownOn: "2020-01-01"},
	}
	for _, c := range []struct {
		name  string
		site  vpt.SiteID
		on    vpt.Date
		want  vpt.HouseRulesID
		shown bool
	}{
		{"before the first there are none", "hal", "2024-12-31", "", false},
		{"in force, not yet hanging", "hal", "2025-01-09", "o1", false},
		{"the first version", "hal", "2025-06-01", "o1", true},
		{"its last day", "", "2025-12-31", "o1", true},
		{"a new version ends the one before", "", "2026-01-01", "o2", true},
		{"a site without its own has those of the organisation", "hal", "2026-02-28", "o2", true},
		{"the site's own go before", "hal", "2026-03-01", "s1", true},
		{"and stay when the organisation's change", "hal", "2027-06-01", "s1", true},
		{"those of one site hold nowhere else", "", "2026-06-01", "o2", true},
		{"a version that nobody ever saw", "", "2027-02-01", "o3", false},
		{"another place", "bad", "2023-01-01", "x1", true},
	} {
		for range 2 { // whatever the order
			got, ok := vpt.HouseRulesAt(all, c.site, c.on)
			if got.ID != c.want || ok != (c.want != "") || got.Shown(c.on) != c.shown {
				t.Errorf("%s: %q, %v, shown %v", c.name, got.ID, ok, got.Shown(c.on))
			}
			slices.Reverse(all)
		}
	}
	ended := vpt.EndEarlier(all)
	for _, h := range ended {
		want := map[vpt.HouseRulesID]vpt.Date{"o1": "2025-12-31", "o2": "2026-12-31"}[h.ID]
		if h.UntilOn != want {
			t.Errorf("%s ends on %q, want %q", h.ID, h.UntilOn, want)
		}
	}
}

func TestSaveHouseRules_Validate(t *testing.T) {
	t.Parallel()
	good := vpt.SaveHouseRules{Text: "Rustig.", FromOn: "2026-02-01", ShownOn: "2026-01-30", Where: "bij de balie", Proof: vpt.NewPrivate("door de bode")}
	before := vpt.HouseRules{ID: "o1", FromOn: "2026-01-01"}
	if err := good.Validate("2026-02-01", before); err != nil {
		t.Errorf("good: %v", err)
	}
	for _, c := range []struct {
		name, path, code string
		change           func(*vpt.SaveHouseRules)
	}{
		{"no text", "text", "verplicht", func(in *vpt.SaveHouseRules) { in.Text = " " }},
		{"a BSN", "text", "bsn", func(in *vpt.SaveHouseRules) { in.Text = "bel 123456782" }},
		{"no day", "fromOn", "verplicht", func(in *vpt.SaveHouseRules) { in.FromOn = "" }},
		{"no real day", "fromOn", "geen-datum", func(in *vpt.SaveHouseRules) { in.FromOn = "2026-02-30" }},
		{"not after the one before", "fromOn", "na-vorige-versie", func(in *vpt.SaveHouseRules) { in.FromOn = "2026-01-01" }},
		{"shown tomorrow", "shownOn", "in-de-toekomst", func(in *vpt.SaveHouseRules) { in.ShownOn = "2026-02-02" }},
		{"shown nowhere", "where", "verplicht", func(in *vpt.SaveHouseRules) { in.Where = "" }},
		{"no proof", "proof", "verplicht", func(in *vpt.SaveHouseRules) { in.Proof = vpt.Private{} }},
		{"proof of nothing", "shownOn", "verplicht", func(in *vpt.SaveHouseRules) { in.ShownOn = "" }},
		{"too large", "file", "bestand-te-groot", func(in *vpt.SaveHouseRules) { in.File = make([]byte, vpt.MaxHouseRulesFile+1) }},
	} {
		in := good
		c.change(&in)
		if f := vpt.FieldsOf(in.Validate("2026-02-01", before)); len(f) != 1 || f[0] != (vpt.Field{Path: c.path, Code: c.code}) {
			t.Errorf("%s: %v", c.name, f)
		}
	}
	later := vpt.SaveHouseRules{Text: "Rustig.", FromOn: "2026-03-01"}
	if err := later.Validate("2026-02-01", vpt.HouseRules{}); err != nil {
		t.Errorf("to hang later: %v", err)
	}
}
