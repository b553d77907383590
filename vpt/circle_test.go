package vpt_test

import (
	"slices"
	"testing"

	"rugdekking/vpt"
)

// The tree of these tests: in the closed circle griffie is steun; within it the
// circle kabinet of its own. Above all stands stad.
func circledTree() vpt.UnitTree {
	return vpt.NewUnitTree([]vpt.Unit{
		{ID: "stad"}, {ID: "balie", Parent: "stad"}, {ID: "griffie", Parent: "stad", Circle: true}, {ID: "steun", Parent: "griffie"},
		{ID: "kabinet", Parent: "griffie", Circle: true},
	})
}

func TestUnitTree_CircleOfAndLine(t *testing.T) {
	tree := circledTree()
	for unit, want := range map[vpt.UnitID]struct {
		circle vpt.UnitID
		line   []vpt.UnitID
	}{
		"balie":   {"", []vpt.UnitID{"balie", "stad"}},
		"griffie": {"griffie", []vpt.UnitID{"griffie"}},
		"steun":   {"griffie", []vpt.UnitID{"steun", "griffie"}},
		"kabinet": {"kabinet", []vpt.UnitID{"kabinet"}},
		"":        {},
	} {
		if got, line := tree.CircleOf(unit), tree.Line(unit); got != want.circle || !slices.Equal(line, want.line) {
			t.Errorf("%q is in %q, looked over by %v; want %q, %v", unit, got, line, want.circle, want.line)
		}
	}
}

func TestUnitTree_Closed(t *testing.T) {
	tree := circledTree()
	in := func(role vpt.Role, units ...vpt.UnitID) []vpt.Grant { return []vpt.Grant{{Role: role, Units: units}} }
	for name, row := range map[string]struct {
		grants []vpt.Grant
		want   []vpt.UnitID
	}{
		"nobody":                          {nil, []vpt.UnitID{"griffie", "kabinet", "steun"}},
		"the whole organisation":          {[]vpt.Grant{{Role: vpt.RoleCoordinator, All: true}}, []vpt.UnitID{"griffie", "kabinet", "steun"}},
		"a manager in it":                 {in(vpt.RoleManager, "griffie", "steun"), []vpt.UnitID{"kabinet"}},
		"a coordinator of one of it":      {in(vpt.RoleCoordinator, "steun"), []vpt.UnitID{"griffie", "kabinet"}},
		"a peer in it handles no cases":   {in(vpt.RolePeer, "griffie"), []vpt.UnitID{"griffie", "kabinet", "steun"}},
		"a director in it handles none":   {in(vpt.RoleDirector, "griffie"), []vpt.UnitID{"griffie", "kabinet", "steun"}},
		"a manager elsewhere, not closed": {in(vpt.RoleManager, "balie"), []vpt.UnitID{"griffie", "kabinet", "steun"}},
	} {
		if got := tree.Closed(row.grants); !slices.Equal(got, row.want) {
			t.Errorf("%s: closed are %v, want %v", name, got, row.want)
		}
	}
}

func TestActor_ReachesNoClosedCircle(t *testing.T) {
	who := vpt.Actor{Kind: vpt.ActorPerson, Closed: []vpt.UnitID{"griffie"}, Grants: []vpt.Grant{
		{Role: vpt.RoleCoordinator, All: true}, {Role: vpt.RoleDirector, Units: []vpt.UnitID{"griffie"}},
	}}
	for unit, want := range map[vpt.UnitID]bool{"": true, "balie": true, "griffie": false} {
		if got := who.Reaches(vpt.RoleCoordinator, unit); got != want {
			t.Errorf("a coordinator of all reaches %q: %v", unit, got)
		}
	}
	if !who.Reaches(vpt.RoleDirector, "griffie") || who.Reaches(vpt.RoleDirector, "balie") || who.Reaches(vpt.RoleDirector, "") {
		t.Error("a role in the circle reaches it, and nothing else")
	}
}

func TestUnitTree_Holders(t *testing.T) {
	assigned := []vpt.Assignment{
		{Person: "cora", Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation}, {Person: "greta", Role: vpt.RoleCoordinator, Scope: vpt.ScopeUnit, Unit: "griffie"},
		{Person: "greta", Role: vpt.RoleCoordinator, Scope: vpt.ScopeUnit, Unit: "steun"}, {Person: "stan", Role: vpt.RoleCoordinator, Scope: vpt.ScopeUnit, Unit: "stad"},
	}
	for unit, want := range map[vpt.UnitID][]vpt.PersonID{"balie": {"cora"}, "": {"cora"}, "griffie": {"greta"}, "steun": {"greta"}, "kabinet": nil} {
		if got := circledTree().Holders(assigned, vpt.RoleCoordinator, unit); !slices.Equal(got, want) {
			t.Errorf("%q is coordinated by %v, want %v", unit, got, want)
		}
	}
}

// The line above a closed circle does not own its cases.
func TestOwnerOf_EndsAtTheEdgeOfACircle(t *testing.T) {
	managers := map[vpt.UnitID][]vpt.PersonID{"stad": {"stan"}, "griffie": {"greta"}}
	for unit, want := range map[vpt.UnitID]vpt.PersonID{"balie": "stan", "steun": "greta", "kabinet": ""} {
		owner, at := vpt.OwnerOf(vpt.OwnerQuestion{Tree: circledTree(), AffectedUnit: unit, Managers: func(u vpt.UnitID) []vpt.PersonID { return managers[u] }})
		if owner != want || at != unit {
			t.Errorf("a case of %q is %q's, of %q; want %q", unit, owner, at, want)
		}
	}
}
