package vpt_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

func TestUnitTree_UpAndCovered(t *testing.T) {
	tree := serviceTree()
	if got := tree.Up("loket"); !slices.Equal(got, []vpt.UnitID{"loket", "balie", "dienst"}) {
		t.Errorf("above loket: %v", got)
	}
	if got := tree.Up("opgeheven"); len(got) != 0 {
		t.Errorf("above a unit that is not there: %v", got)
	}
	none := func(vpt.UnitID) bool { return false }
	if got := tree.Covered("dienst", none); !slices.Equal(got, []vpt.UnitID{"dienst", "balie", "loket"}) {
		t.Errorf("below dienst: %v", got)
	}
	managed := func(u vpt.UnitID) bool { return u == "balie" }
	if got := tree.Covered("dienst", managed); !slices.Equal(got, []vpt.UnitID{"dienst"}) {
		t.Errorf("dienst covers %v: the branch of balie has a manager of its own", got)
	}
	if got := tree.Covered("balie", managed); !slices.Equal(got, []vpt.UnitID{"balie", "loket"}) {
		t.Errorf("balie covers %v, want itself too", got)
	}
}

func TestUnitTree_ParentThatIsNotThere(t *testing.T) {
	tree := vpt.NewUnitTree([]vpt.Unit{{ID: "wees", Parent: "weg"}})
	if got := tree.Up("wees"); !slices.Equal(got, []vpt.UnitID{"wees"}) {
		t.Errorf("above it: %v", got)
	}
	if u, ok := tree.Unit("weg"); ok {
		t.Errorf("a unit that is not there is found: %+v", u)
	}
}

// A circle can only come from a restored or broken database; asking must end
// all the same.
func TestUnitTree_EndsWhateverTheParents(t *testing.T) {
	names := []vpt.UnitID{"a", "b", "c", "d"}
	rapid.Check(t, func(rt *rapid.T) {
		units := make([]vpt.Unit, len(names))
		for i, id := range names {
			units[i] = vpt.Unit{ID: id, Parent: rapid.SampledFrom(append(names, "", "weg")).Draw(rt, "parent")}
		}
		tree := vpt.NewUnitTree(units)
		for _, id := range names {
			up, down := tree.Up(id), tree.Covered(id, func(vpt.UnitID) bool { return false })
			for _, path := range [][]vpt.UnitID{up, down} {
				sorted := slices.Sorted(slices.Values(path))
				if path[0] != id || len(slices.Compact(sorted)) != len(path) {
					rt.Fatalf("from %s: %v", id, path)
				}
			}
			for _, above := range up {
				if !slices.Contains(tree.Covered(above, func(vpt.UnitID) bool { return false }), id) {
					rt.Fatalf("%s stands above %s but does not cover it", above, id)
				}
			}
		}
	})
}

func TestSaveUnit_Validate(t *testing.T) {
	if err := (vpt.SaveUnit{ID: "a", Parent: "b", Name: "Balie"}).Validate(); err != nil {
		t.Error(err)
	}
	if got := paths((vpt.SaveUnit{ID: "a", Parent: "a"}).Validate()); !slices.Equal(got, []string{"name", "parent"}) {
		t.Errorf("refused at %v, want name and parent", got)
	}
	if got := paths((vpt.SaveUnit{Name: "Balie"}).Validate()); got != nil {
		t.Errorf("a new unit without a parent is refused at %v", got)
	}
}
