package page

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

func someUnits() []vpt.Unit {
	return []vpt.Unit{
		{ID: "b", Name: "Balie"}, {ID: "l", Parent: "b", Name: "Loket"}, {ID: "n", Parent: "l", Name: "Noord"}, {ID: "o", Name: "Oud", Retired: true}, {ID: "w", Name: "Werk"},
	}
}

func values(options []Option) []string {
	var out []string
	for _, o := range options {
		out = append(out, o.Value)
	}
	return out
}

func TestUnitOptions_RetiredOnlyWhenChosen(t *testing.T) {
	if got, want := values(UnitOptions(someUnits(), "")), []string{"b", "l", "n", "w"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	options := UnitOptions(someUnits(), "o")
	if got, want := values(options), []string{"b", "l", "n", "o", "w"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if options[2].Label != "Balie › Loket › Noord" {
		t.Errorf("label %q", options[2].Label)
	}
}

func TestUnitSections_NotBelowItself(t *testing.T) {
	parent := UnitSections(nl.New("nl"), vpt.SaveUnit{ID: "l", Name: "Loket", Parent: "b"}, someUnits(), nil)[0].Fields[1].Select
	if got, want := values(parent.Options), []string{"b", "w"}; !slices.Equal(got, want) {
		t.Errorf("choices %q, want %q", got, want)
	}
	if !parent.Options[0].Selected {
		t.Error("the unit above is not chosen")
	}
}

func TestFillAdminCodes_GroupsFirstAndErrorsOpen(t *testing.T) {
	set := vpt.CodeSet{List: vpt.KindList, Version: 2, Codes: []vpt.Code{
		{Code: "V", LabelNL: "Schelden", LabelEN: "Abuse", TileNL: "Uitgescholden", RollUp: vpt.RollUpVerbal},
		{Code: "F", LabelNL: "Geweld", LabelEN: "Violence", TileNL: "Geslagen", RollUp: vpt.RollUpPhysical},
		{Code: "F1", Group: "F", LabelNL: "Duwen", LabelEN: "Pushing", RollUp: vpt.RollUpPhysical},
		{Code: "V1", Group: "V", LabelNL: "Schreeuwen", LabelEN: "Shouting", RollUp: vpt.RollUpVerbal, Retired: true},
	}}
	codes := append(slices.Clone(set.Codes), vpt.Code{Code: "V9", Group: "V", LabelNL: "Fluiten"})
	errs := FieldErrors{{Name: "codes.F1.labelNL", Message: "Vul dit in."}, {Name: "nieuw.0.labelEN", Message: "Vul dit in."}}
	p := FillAdminCodes(nl.New("nl"), vpt.CodeSetView{Set: set, Newest: 2, MayEdit: true, Newer: set.Codes[:1]}, codes, errs)
	var order, open []string
	for _, c := range p.Codes {
		order = append(order, c.Code)
		if c.Open {
			open = append(open, c.Code)
		}
	}
	if want := []string{"V", "V1", "F", "F1"}; !slices.Equal(order, want) {
		t.Errorf("order %q, want %q", order, want)
	}
	if !slices.Equal(open, []string{"F1"}) || len(p.New) != 1 || !p.New[0].Open {
		t.Errorf("open: %q, %d new", open, len(p.New))
	}
	if len(p.Versions) != 2 || p.Versions[0].Href != "" || p.Versions[1].Href != "/beheer/codelijsten/soorten?versie=1" || !strings.Contains(p.Adopt, "1") {
		t.Errorf("versions %+v, adopt %q", p.Versions, p.Adopt)
	}
	if len(p.Codes[1].Badges) == 0 || p.Codes[1].Badges[0].Text != "Vervallen" {
		t.Error("a retired code does not say so")
	}
	old := FillAdminCodes(nl.New("en"), vpt.CodeSetView{Set: set, Newest: 3}, set.Codes, nil)
	if old.Old == nil || len(old.Old.Rows) != 4 || len(old.Codes) != 0 {
		t.Error("an old version is no table")
	}
}

func TestFillAdminPerson_ButtonsFollowTheFlags(t *testing.T) {
	d := vpt.PersonDetail{Person: vpt.Person{ID: "p", Name: vpt.NewPrivate("Rosa"), State: vpt.PersonActive}, Today: "2026-11-17", Roles: []vpt.RoleLine{
		{Assignment: vpt.Assignment{ID: "r", Role: vpt.RoleManager, Scope: vpt.ScopeUnit, From: "2026-12-01"}, UnitName: "Balie"},
	}}
	look := FillAdminPerson(nl.New("nl"), d, vpt.AssignRole{}, nil)
	if look.Change != nil || look.Give != nil || len(look.Acts) != 0 || look.Roles.Cards[0].Action != nil {
		t.Error("who may only look sees a button")
	}
	if look.Roles.Cards[0].Badges[0].Text != "Begint nog" {
		t.Errorf("badge %q", look.Roles.Cards[0].Badges[0].Text)
	}
	d.MayChange, d.MayRoles, d.MayBlock, d.MayInvite = true, true, true, true
	if all := FillAdminPerson(nl.New("nl"), d, vpt.AssignRole{}, nil); all.Change == nil || all.Give == nil || len(all.Acts) != 2 || all.Roles.Cards[0].Post == "" {
		t.Error("a button is missing")
	}
}

func TestFillAdminCalendar_WorkedHolidaysAreNotTicked(t *testing.T) {
	in := vpt.SaveCalendar{Year: 2027, Days: []vpt.DaySetting{{On: "2027-05-07", Name: "Brugdag"}, {On: "2027-05-05", Work: true}}}
	p := FillAdminCalendar(nl.New("nl"), in, nil)
	for _, o := range p.Holidays.Options {
		if o.Selected == (o.Value == "2027-05-05") {
			t.Errorf("%s is ticked: %t", o.Label, o.Selected)
		}
	}
	if len(p.Days) != 2*(1+extraRows) || p.Days[0].Date.Value != "7 mei 2027" || p.Days[1].Text.Value != "Brugdag" {
		t.Errorf("%d fields", len(p.Days))
	}
}
