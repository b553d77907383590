package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

var ctx = context.Background()

// names gives the short names of the people in a list, in its order.
func names(w *apptest.World, list vpt.PeopleList) []string {
	var out []string
	for _, line := range list.People {
		for short, id := range w.People {
			if id == line.ID {
				out = append(out, short)
			}
		}
	}
	return out
}

func TestPeople_ByNameWithFilters(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		for _, c := range []struct {
			name   string
			filter vpt.PeopleFilter
			want   []string
		}{
			{"all", vpt.PeopleFilter{}, []string{"ada", "anna", "bea", "cora", "dirk", "dora", "leo", "mila", "petra", "pia", "rosa", "sven", "wim", "wout"}},
			{"a unit", vpt.PeopleFilter{Unit: w.Units["Werk"]}, []string{"dirk", "pia", "wim", "wout"}},
			{"a role", vpt.PeopleFilter{Role: vpt.RoleManager}, []string{"mila", "wout"}},
			{"unit and role", vpt.PeopleFilter{Unit: w.Units["Balie"], Role: vpt.RoleManager}, []string{"mila"}},
			{"a state", vpt.PeopleFilter{State: vpt.PersonBlocked}, nil},
			{"a page", vpt.PeopleFilter{After: w.People["bea"], Limit: 2}, []string{"cora", "dirk"}},
			{"the last page", vpt.PeopleFilter{After: w.People["wim"], Limit: 2}, []string{"wout"}},
		} {
			list, err := w.App.People(ctx, bea, c.filter)
			w.Must(err)
			if got := names(w, list); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
			if last := list.Next == ""; last == (c.name == "a page") {
				t.Errorf("%s: next %q", c.name, list.Next)
			}
		}
	})
}

func TestPeople_OnlyForWhoMay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for _, name := range []string{"rosa", "mila", "ada", "olga"} {
			list, err := w.App.People(ctx, w.Actor(name), vpt.PeopleFilter{})
			if name == "olga" { // coordinator elsewhere: sees her own organisation only
				w.Must(err)
				if got := names(w, list); !slices.Equal(got, []string{"olga", "otto"}) {
					t.Errorf("olga sees %q", got)
				}
				continue
			}
			if vpt.KindOf(err) != vpt.KindForbidden || len(list.People) > 0 {
				t.Errorf("%s: %v and %d people", name, err, len(list.People))
			}
		}
		list, err := w.App.People(ctx, w.Actor("cora"), vpt.PeopleFilter{})
		w.Must(err)
		if list.May.Change || list.Total != 14 {
			t.Errorf("the coordinator looks at %d people and may change: %t", list.Total, list.May.Change)
		}
		if _, err := w.App.PersonDetail(ctx, w.Actor("olga"), w.People["rosa"]); !errors.Is(err, vpt.ErrNotFound) {
			t.Errorf("olga opens rosa: %v, want not found", err)
		}
	})
}

func TestFindPerson(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		for text, want := range map[string]string{"ROSA@toetsdam.example": "rosa", " p-leo ": "leo", "Rosa de Wit": "", "otto@toetsdam.example": "", "": ""} {
			id, err := w.App.FindPerson(ctx, bea, vpt.NewPrivate(text))
			if id != w.People[want] || (err == nil) != (want != "") {
				t.Errorf("%q: %q, %v; want %q", text, id, err, want)
			}
			if err != nil && vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%q: %v, want a word at the field", text, err)
			}
		}
	})
}

func TestBlockPerson_RolesCountNoMoreUntilUnblocked(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		w.Must(w.App.BlockPerson(ctx, bea, w.People["mila"]))
		if got := w.Value(`SELECT state FROM person WHERE id = $1`, string(w.People["mila"])); got != string(vpt.PersonBlocked) {
			t.Errorf("state %s", got)
		}
		_, number := w.Report("rosa", nil)
		if owner := w.Value(`SELECT COALESCE(owner_id, '') FROM casefile WHERE number = $1`, number); owner == string(w.People["mila"]) {
			t.Error("a new case went to somebody who cannot open it")
		}
		if w.Actor("mila").Has(vpt.RoleManager) {
			t.Error("a blocked account still has its role")
		}
		detail, err := w.App.PersonDetail(ctx, bea, w.People["mila"])
		w.Must(err)
		if len(detail.Roles) != 1 || detail.State != vpt.PersonBlocked {
			t.Errorf("the page shows %d roles and state %s", len(detail.Roles), detail.State)
		}
		w.Must(w.App.UnblockPerson(ctx, bea, w.People["mila"]))
		if got := w.Value(`SELECT state FROM person WHERE id = $1`, string(w.People["mila"])); got != string(vpt.PersonInvited) {
			t.Errorf("state %s after unblocking an account without a password", got)
		}
		if !w.Actor("mila").Has(vpt.RoleManager) {
			t.Error("the role did not come back")
		}
		if n := w.Value(`SELECT count(id) || '' FROM mail WHERE reason = 'rollen-gewijzigd' AND path LIKE '%' || $1 AND person_id = $2`,
			string(w.People["mila"]), string(w.People["cora"])); n != "2" {
			t.Errorf("%s mails to the coordinator about mila, want two", n)
		}
	})
}

func TestBlockPerson_NotOneselfNorAStranger(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		if err := w.App.BlockPerson(ctx, bea, w.People["bea"]); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("herself: %v", err)
		}
		if err := w.App.BlockPerson(ctx, bea, w.People["otto"]); !errors.Is(err, vpt.ErrNotFound) {
			t.Errorf("of another organisation: %v", err)
		}
		if err := w.App.BlockPerson(ctx, w.Actor("cora"), w.People["rosa"]); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("by the coordinator: %v", err)
		}
		if n := w.Value(`SELECT count(id) || '' FROM person WHERE state = 'geblokkeerd'`); n != "0" {
			t.Errorf("%s blocked", n)
		}
	})
}

func TestAssignRole_OnceAndTellsTheCoordinator(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		in := vpt.AssignRole{Person: w.People["rosa"], Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: w.Units["Loket"]}
		w.Must(w.App.AssignRole(ctx, bea, in))
		if err := w.App.AssignRole(ctx, bea, in); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the same role twice: %v", err)
		}
		if err := w.App.AssignRole(ctx, bea, vpt.AssignRole{Person: w.People["rosa"], Role: vpt.RoleAdministrator, Scope: vpt.ScopeUnit, Unit: w.Units["Loket"]}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("administrator of a unit: %v", err)
		}
		if err := w.App.AssignRole(ctx, bea, vpt.AssignRole{Person: w.People["bea"], Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("her own role: %v", err)
		}
		if n := w.Value(`SELECT count(id) || '' FROM assignment WHERE person_id = $1`, string(w.People["rosa"])); n != "1" {
			t.Errorf("%s roles, want 1", n)
		}
		path := "/beheer/personen/" + string(w.People["rosa"])
		if n := w.Value(`SELECT count(id) || '' FROM mail WHERE reason = 'rollen-gewijzigd' AND path = $1`, path); n != "1" {
			t.Errorf("%s mails, want 1", n)
		}
		if _, err := w.App.PersonDetail(ctx, w.Actor("cora"), w.People["rosa"]); err != nil {
			t.Errorf("the link in that mail does not open for the coordinator: %v", err)
		}
	})
}

func TestSavePerson_NamesTheFieldThatIsTaken(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for _, c := range []struct{ name, email, staff, want string }{
			{"e-mail address in the organisation", "Rosa@Toetsdam.example", "", "email"},
			{"e-mail address elsewhere", "otto@toetsdam.example", "", "email"},
			{"staff number", "nieuw@toetsdam.example", "p-rosa", "staffNo"},
		} {
			_, err := w.App.SavePerson(ctx, w.Actor("bea"), vpt.SavePerson{Name: vpt.NewPrivate("Nieuw"), Email: vpt.NewPrivate(c.email), StaffNo: vpt.NewPrivate(c.staff)})
			var e *vpt.Error
			if !errors.As(err, &e) || len(e.Fields) != 1 || e.Fields[0] != (vpt.Field{Path: c.want, Code: "al-in-gebruik"}) {
				t.Errorf("%s: %v, want %s taken", c.name, err, c.want)
			}
		}
	})
}

// aPeopleList has somebody new, somebody known with another function, a second
// role for the new one, and rows that cannot be taken.
func aPeopleList() []vpt.PeopleRow {
	p := vpt.NewPrivate
	return []vpt.PeopleRow{
		{Line: 2, Name: p("Noor Çelik"), Email: p("noor@toetsdam.example"), StaffNo: p("P-noor"), Function: p("teamleider"), Unit: "Balie > Loket", Role: "Leidinggevende"},
		{Line: 3, Name: p("Noor Çelik"), Email: p("NOOR@toetsdam.example"), Role: "coördinator"},
		{Line: 4, Name: p("Rosa de Wit"), Email: p("rosa@toetsdam.example"), Function: p("baliemedewerker")},
		{Line: 5, Name: p("Leo Hoekstra"), Email: p("leo@toetsdam.example")},
		{Line: 6, Name: p(""), Email: p("geen adres")},
		{Line: 7, Name: p("Piet"), Email: p("piet@toetsdam.example"), Unit: "Nergens"},
		{Line: 8, Name: p("Kees"), Email: p("kees@toetsdam.example"), Role: "tovenaar"},
		{Line: 9, Name: p("Jan"), Email: p("jan@toetsdam.example"), StaffNo: p("P-leo")},
		{Line: 10, Name: p("Bea Visser"), Email: p("bea@toetsdam.example"), Role: "analist"},
		{Line: 11, Name: p("Otto"), Email: p("otto@toetsdam.example")},
		{Line: 12, Name: p("Noor Celik"), Email: p("noor@toetsdam.example")},
	}
}

func fates(out vpt.PeopleImported) map[int]vpt.RowFate {
	m := map[int]vpt.RowFate{}
	for _, r := range out.Rows {
		m[r.Line] = r.Fate
	}
	return m
}

func TestImportPeople(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea, rows := w.Actor("bea"), aPeopleList()
		before := w.Value(`SELECT (SELECT count(id) FROM person) || ' ' || (SELECT count(id) FROM assignment)`)
		preview, err := w.App.ImportPeople(ctx, bea, vpt.ImportPeople{Rows: rows, DryRun: true})
		w.Must(err)
		if after := w.Value(`SELECT (SELECT count(id) FROM person) || ' ' || (SELECT count(id) FROM assignment)`); after != before {
			t.Fatalf("the preview wrote: %s, was %s", after, before)
		}
		want := map[int]vpt.RowFate{2: vpt.RowAdded, 3: vpt.RowChanged, 4: vpt.RowChanged, 5: vpt.RowSame}
		for line := 6; line <= 12; line++ {
			want[line] = vpt.RowRefused
		}
		want[11] = vpt.RowAdded // taken elsewhere: shows when it is written
		for line, fate := range fates(preview) {
			if fate != want[line] {
				t.Errorf("preview of line %d: %s, want %s", line, fate, want[line])
			}
		}
		done, err := w.App.ImportPeople(ctx, bea, vpt.ImportPeople{Rows: rows})
		w.Must(err)
		want[11] = vpt.RowRefused
		for line, fate := range fates(done) {
			if fate != want[line] {
				t.Errorf("line %d: %s, want %s", line, fate, want[line])
			}
		}
		again, err := w.App.ImportPeople(ctx, bea, vpt.ImportPeople{Rows: rows})
		w.Must(err)
		if again.Count(vpt.RowAdded) != 0 || again.Count(vpt.RowChanged) != 0 || again.Count(vpt.RowSame) != 4 {
			t.Errorf("the second time %d new, %d changed, %d the same", again.Count(vpt.RowAdded), again.Count(vpt.RowChanged), again.Count(vpt.RowSame))
		}
		checkImported(t, w, done)
	})
}

// checkImported looks at what the import left behind.
func checkImported(t *testing.T, w *apptest.World, done vpt.PeopleImported) {
	t.Helper()
	noor, err := w.App.PersonDetail(ctx, w.Actor("bea"), done.Rows[0].Person)
	w.Must(err)
	if noor.UnitName != "Loket" || len(noor.Roles) != 2 || noor.State != vpt.PersonInvited {
		t.Errorf("noor works at %s with %d roles, %s", noor.UnitName, len(noor.Roles), noor.State)
	}
	rosa, err := w.App.PersonDetail(ctx, w.Actor("bea"), w.People["rosa"])
	w.Must(err)
	if !rosa.Function.Equal(vpt.NewPrivate("baliemedewerker")) || !rosa.StaffNo.Equal(vpt.NewPrivate("P-rosa")) || rosa.UnitName != "Balie" {
		t.Error("an empty cell changed something, or a full one did not")
	}
	if n := w.Value(`SELECT count(id) || '' FROM mail WHERE reason = 'rollen-gewijzigd' AND path = '/beheer/personen' AND person_id = $1`, string(w.People["cora"])); n != "1" {
		t.Errorf("%s mails about the roles of the whole list, want one", n)
	}
	for _, row := range done.Rows {
		if row.Fate == vpt.RowRefused && len(row.Fields) == 0 {
			t.Errorf("line %d was refused without a reason", row.Line)
		}
	}
}

func TestImportPeople_OnlyByTheAdministrator(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for _, name := range []string{"rosa", "mila", "cora", "ada"} {
			if _, err := w.App.ImportPeople(ctx, w.Actor(name), vpt.ImportPeople{Rows: aPeopleList()}); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := w.App.ImportPeople(ctx, w.Actor("bea"), vpt.ImportPeople{}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("an empty list: %v", err)
		}
	})
}
