package vpt_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

// The tree of these tests: dienst above balie above loket, and werk on its own.
func serviceTree() vpt.UnitTree {
	return vpt.NewUnitTree([]vpt.Unit{{ID: "dienst"}, {ID: "balie", Parent: "dienst"}, {ID: "loket", Parent: "balie"}, {ID: "werk"}})
}

func TestOwnerOf_EachBranch(t *testing.T) {
	managers := map[vpt.UnitID][]vpt.PersonID{"dienst": {"dora"}, "balie": {"mila", "tweede"}, "werk": {"wout"}}
	for _, row := range []struct {
		name        string
		q           vpt.OwnerQuestion
		owner, unit string
	}{
		{"manager of the affected person's unit, before the reporter's and the site's",
			vpt.OwnerQuestion{AffectedUnit: "balie", ReporterUnit: "werk", SiteUnit: "werk"}, "mila", "balie"},
		{"nobody affected has an account: the reporter's unit", vpt.OwnerQuestion{ReporterUnit: "werk", SiteUnit: "balie"}, "wout", "werk"},
		{"the reporter has no unit either: the site", vpt.OwnerQuestion{SiteUnit: "balie"}, "mila", "balie"},
		{"nothing is known: the coordinator", vpt.OwnerQuestion{}, "", ""},
		{"no manager here: the next unit up", vpt.OwnerQuestion{AffectedUnit: "loket"}, "mila", "loket"},
		{"the manager reports: another manager of the same unit",
			vpt.OwnerQuestion{AffectedUnit: "balie", Excluded: []vpt.PersonID{"mila"}}, "tweede", "balie"},
		{"all managers here are involved: the next unit up",
			vpt.OwnerQuestion{AffectedUnit: "balie", Excluded: []vpt.PersonID{"mila", "tweede"}}, "dora", "balie"},
		{"two units up", vpt.OwnerQuestion{AffectedUnit: "loket", Excluded: []vpt.PersonID{"tweede", "mila"}}, "dora", "loket"},
		{"all up to the top are involved: the coordinator",
			vpt.OwnerQuestion{AffectedUnit: "balie", Excluded: []vpt.PersonID{"mila", "tweede", "dora"}}, "", "balie"},
		{"the top has no manager above it: the coordinator",
			vpt.OwnerQuestion{AffectedUnit: "werk", Excluded: []vpt.PersonID{"wout"}}, "", "werk"},
		{"a unit that is not there", vpt.OwnerQuestion{AffectedUnit: "opgeheven"}, "", "opgeheven"},
	} {
		t.Run(row.name, func(t *testing.T) {
			row.q.Tree, row.q.Managers = serviceTree(), func(u vpt.UnitID) []vpt.PersonID { return managers[u] }
			owner, unit := vpt.OwnerOf(row.q)
			if string(owner) != row.owner || string(unit) != row.unit {
				t.Errorf("owner %q of a case of %q, want %q of %q", owner, unit, row.owner, row.unit)
			}
		})
	}
}

func TestOwnerOf_NeverAnInvolvedPerson(t *testing.T) {
	person := rapid.SampledFrom([]vpt.PersonID{"a", "b", "c", "d", "e"})
	unit := rapid.SampledFrom([]vpt.UnitID{"", "dienst", "balie", "loket", "werk"})
	rapid.Check(t, func(rt *rapid.T) {
		managers := map[vpt.UnitID][]vpt.PersonID{}
		for _, u := range []vpt.UnitID{"dienst", "balie", "loket", "werk"} {
			managers[u] = rapid.SliceOfN(person, 0, 3).Draw(rt, string(u))
		}
		q := vpt.OwnerQuestion{
			Tree: serviceTree(), Managers: func(u vpt.UnitID) []vpt.PersonID { return managers[u] },
			AffectedUnit: unit.Draw(rt, "affected"), ReporterUnit: unit.Draw(rt, "reporter"), SiteUnit: unit.Draw(rt, "site"),
			Excluded: rapid.SliceOfN(person, 0, 4).Draw(rt, "excluded"),
		}
		owner, at := vpt.OwnerOf(q)
		if slices.Contains(q.Excluded, owner) {
			rt.Fatalf("%s owns a case in which she is involved", owner)
		}
		free := func(p vpt.PersonID) bool { return !slices.Contains(q.Excluded, p) }
		for _, u := range q.Tree.Up(at) {
			if slices.Contains(managers[u], owner) {
				break
			}
			if slices.ContainsFunc(managers[u], free) {
				rt.Fatalf("%q was chosen although %s has a free manager", owner, u)
			}
		}
	})
}

func TestParty_MayHandle(t *testing.T) {
	for party, want := range map[vpt.Party]bool{
		{}: true, {Affected: true}: false, {Witness: true}: false, {Affected: true, Witness: true}: false,
	} {
		if got := party.MayHandle(); got != want {
			t.Errorf("%+v may handle: %v, want %v", party, got, want)
		}
	}
}
