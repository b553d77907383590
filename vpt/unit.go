package vpt

// Unit is a part of an organisation (onderdeel); units form a tree.
type Unit struct {
	ID      UnitID
	Parent  UnitID // empty at the top
	Name    string
	Retired bool
	Circle  bool // closed: only who handles cases in it sees its cases
}

// Site is a building or place of work (locatie).
type Site struct {
	ID      SiteID
	Unit    UnitID // the unit at home here, if one
	Name    string
	Address string
	Retired bool
}

// UnitTree answers questions about a set of units.
type UnitTree struct {
	byID     map[UnitID]Unit
	children map[UnitID][]UnitID
}

// NewUnitTree makes a tree. A parent that is not there counts as none.
func NewUnitTree(units []Unit) UnitTree {
	t := UnitTree{byID: make(map[UnitID]Unit, len(units)), children: map[UnitID][]UnitID{}}
	for _, u := range units {
		t.byID[u.ID] = u
	}
	for _, u := range units {
		t.children[u.Parent] = append(t.children[u.Parent], u.ID)
	}
	return t
}

// Unit finds a unit.
func (t UnitTree) Unit(id UnitID) (Unit, bool) { u, ok := t.byID[id]; return u, ok }

// Up gives id and the units above it, nearest first. A circle ends it.
func (t UnitTree) Up(id UnitID) []UnitID {
	var path []UnitID
	seen := map[UnitID]bool{}
	for id != "" && !seen[id] {
		u, ok := t.byID[id]
		if !ok {
			break
		}
		seen[id] = true
		path = append(path, id)
		id = u.Parent
	}
	return path
}

// Covered gives id and the units below it, leaving out each branch for which
// stop holds: a manager's unit covers those below that have no manager of
// their own.
func (t UnitTree) Covered(id UnitID, stop func(UnitID) bool) []UnitID {
	covered := []UnitID{id}
	seen := map[UnitID]bool{id: true}
	for i := 0; i < len(covered); i++ {
		for _, child := range t.children[covered[i]] {
			if !seen[child] && !stop(child) {
				seen[child] = true
				covered = append(covered, child)
			}
		}
	}
	return covered
}

// SaveUnit is the input for making (ID empty) or changing a unit.
type SaveUnit struct {
	ID      UnitID
	Parent  UnitID
	Name    string
	Retired bool
	Circle  bool
}

// Validate checks the input.
func (in SaveUnit) Validate() error {
	var p Problems
	p.Require("name", in.Name == "")
	p.MaxLen("name", len(in.Name), 120)
	oneLine(&p, "name", in.Name)
	if in.Parent != "" && in.Parent == in.ID {
		p.Add("parent", "kring")
	}
	return p.Err()
}

// SaveSite is the input for making (ID empty) or changing a site.
type SaveSite struct {
	ID      SiteID
	Unit    UnitID
	Name    string
	Address string
	Retired bool
}

// Validate checks the input.
func (in SaveSite) Validate() error {
	var p Problems
	p.Require("name", in.Name == "")
	p.MaxLen("name", len(in.Name), 120)
	oneLine(&p, "name", in.Name)
	p.MaxLen("address", len(in.Address), 200)
	return p.Err()
}
