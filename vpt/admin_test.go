package vpt

import (
	"slices"
	"strings"
	"testing"
)

func TestSaveCalendarValidate(t *testing.T) {
	for _, c := range []struct {
		name string
		in   SaveCalendar
		code string
	}{
		{"nothing", SaveCalendar{Year: 2027}, ""},
		{"a day off and a day worked", SaveCalendar{2027, []DaySetting{{"2027-05-07", "Brugdag", false}, {"2027-05-05", "", true}}}, ""},
		{"no day", SaveCalendar{2027, []DaySetting{{"7 mei", "Brugdag", false}}}, "geen-datum"},
		{"a day of another year", SaveCalendar{2027, []DaySetting{{"2028-05-07", "Brugdag", false}}}, "ander-jaar"},
		{"a day twice", SaveCalendar{2027, []DaySetting{{"2027-05-07", "Brugdag", false}, {"2027-05-07", "", true}}}, "bestaat-al"},
		{"a day off without a name", SaveCalendar{2027, []DaySetting{{"2027-05-07", "", false}}}, "verplicht"},
		{"a long name", SaveCalendar{2027, []DaySetting{{"2027-05-07", strings.Repeat("x", 61), false}}}, "te-lang"},
		{"a year long ago", SaveCalendar{Year: 1999}, "buiten-bereik"},
		{"too many days", SaveCalendar{2027, make([]DaySetting, 61)}, "te-veel"},
	} {
		err := c.in.Validate()
		if got := err != nil && strings.Contains(err.Error(), ":"+c.code); got != (c.code != "") || (err != nil) != (c.code != "") {
			t.Errorf("%s: %v, want %q", c.name, err, c.code)
		}
	}
}

func TestSaveCalendarReplace_LeavesOtherYears(t *testing.T) {
	days := []DaySetting{{"2026-05-15", "Brugdag", false}, {"2027-05-05", "", true}, {"2028-01-02", "Vrij", false}}
	got := SaveCalendar{2027, []DaySetting{{"2027-05-07", "Brugdag", false}}}.Replace(days)
	want := []DaySetting{{"2026-05-15", "Brugdag", false}, {"2028-01-02", "Vrij", false}, {"2027-05-07", "Brugdag", false}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestHolidays counts on the calendars of 2026 and 2027: King's Day is a
// Monday in 2026, Christmas Day a Saturday in 2027.
func TestHolidays(t *testing.T) {
	var got []string
	for _, h := range Holidays(2026) {
		got = append(got, string(h.On)+" "+h.Code)
	}
	want := []string{
		"2026-01-01 nieuwjaarsdag", "2026-04-03 goede-vrijdag", "2026-04-06 tweede-paasdag", "2026-04-27 koningsdag", "2026-05-05 bevrijdingsdag",
		"2026-05-14 hemelvaartsdag", "2026-05-25 tweede-pinksterdag", "2026-12-25 eerste-kerstdag",
	}
	if !slices.Equal(got, want) {
		t.Errorf("2026: %q, want %q", got, want)
	}
	if n := len(Holidays(2027)); n != 7 {
		t.Errorf("2027 has %d, want 7", n)
	}
}

func TestUnitTreeOrdered(t *testing.T) {
	units := []Unit{{ID: "c", Parent: "b", Name: "Loket"}, {ID: "a", Name: "Aa"}, {ID: "b", Name: "Balie"}, {ID: "x", Parent: "y", Name: "X"}, {ID: "y", Parent: "x", Name: "Y"}, {ID: "w", Parent: "weg", Name: "W"}}
	var got []string
	for _, l := range NewUnitTree(units).Ordered(units) {
		got = append(got, strings.Repeat(">", l.Depth)+string(l.ID))
	}
	if want := []string{"a", "b", ">c", "x", ">y", "w"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnitByName(t *testing.T) {
	tree := NewUnitTree([]Unit{{ID: "b", Name: "Balie"}, {ID: "bl", Parent: "b", Name: "Loket Noord"}, {ID: "w", Name: "Werk"}, {ID: "wl", Parent: "w", Name: "Loket Noord"}, {ID: "o", Name: "Oud", Retired: true}})
	for word, want := range map[string]UnitID{
		"Balie": "b", " balie ": "b", "Loket Noord": "", "Werk > Loket Noord": "wl", "balie>loket-noord": "bl", "Oud": "", "Weg": "", "": "", "A > B > Balie": "",
	} {
		if got, ok := tree.UnitByName(word); got != want || ok != (want != "") {
			t.Errorf("%q gives %q %t, want %q", word, got, ok, want)
		}
	}
}

func TestPeopleColumnOfAndRoleOf(t *testing.T) {
	for header, want := range map[string]PeopleColumn{
		"Naam": PeopleName, "E-mail": PeopleEmail, "e-mailadres": PeopleEmail, "EMAIL": PeopleEmail, "Personeelsnummer": PeopleStaffNo,
		"rol_onderdeel": PeopleRoleUnit, "Rol-onderdeel": PeopleRoleUnit, "rol": PeopleRole, "Salaris": "", "": "",
	} {
		if got := PeopleColumnOf(header); got != want {
			t.Errorf("%q is %q, want %q", header, got, want)
		}
	}
	for _, column := range PeopleColumns() {
		if got := PeopleColumnOf(string(column)); got != column {
			t.Errorf("the column's own name %q is %q", column, got)
		}
	}
	for word, want := range map[string]Role{
		"": "", "Melder": "", "leidinggevende": RoleManager, "Coördinator": RoleCoordinator, "coordinator": RoleCoordinator, "Beheerder": RoleAdministrator, "ANALIST": RoleAnalyst,
	} {
		if got, ok := RoleOf(word); !ok || got != want {
			t.Errorf("%q is %q %t, want %q", word, got, ok, want)
		}
	}
	if _, ok := RoleOf("tovenaar"); ok {
		t.Error("tovenaar is no role")
	}
}
