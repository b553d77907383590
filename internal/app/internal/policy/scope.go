package policy

import (
	"slices"

	"rugdekking/vpt"
)

// Scope says which rows of a list an actor may see. Its fields are unexported
// and its zero value matches nothing, so that a list without a decision is
// empty.
type Scope struct {
	all    bool
	units  []vpt.UnitID
	owners []vpt.PersonID
	person vpt.PersonID
	except vpt.PersonID
	beyond []vpt.UnitID
}

// All reports whether every row of the organisation is in scope.
func (s Scope) All() bool { return s.all }

// Units gives the units whose cases are in scope.
func (s Scope) Units() []vpt.UnitID { return s.units }

// Owners gives the persons whose cases are in scope: the actor and those she
// deputises for.
func (s Scope) Owners() []vpt.PersonID { return s.owners }

// Person gives the person whose own rows are in scope.
func (s Scope) Person() vpt.PersonID { return s.person }

// Except gives the person whose involvement takes a case out of scope: nobody
// handles a case in which she is affected or witness.
func (s Scope) Except() vpt.PersonID { return s.except }

// Beyond gives the units of closed circles that are out of reach also when
// every row of the organisation is in scope. Lists of cases leave them out;
// figures of the whole organisation count them.
func (s Scope) Beyond() []vpt.UnitID { return s.beyond }

// Holds reports whether a case of a unit and an owner is in scope.
func (s Scope) Holds(unit vpt.UnitID, owner vpt.PersonID) bool {
	return s.all && !slices.Contains(s.beyond, unit) || unit != "" && slices.Contains(s.units, unit) || owner != "" && slices.Contains(s.owners, owner)
}

// Empty reports whether nothing is in scope.
func (s Scope) Empty() bool {
	return !s.all && len(s.units) == 0 && len(s.owners) == 0 && s.person == ""
}

// ScopeOf gives what an actor may list with an action.
func (p Policy) ScopeOf(who vpt.Actor, action Action) Scope {
	if !p.Ever(who, action) {
		return Scope{}
	}
	row := p.Row(action)
	s := Scope{beyond: who.Closed}
	switch who.Kind {
	case vpt.ActorPerson:
	case vpt.ActorService:
		return Scope{all: who.Unit == "", units: who.Units, beyond: who.Closed}
	default:
		return Scope{all: true}
	}
	if row.Impartial {
		s.except = who.Person
	}
	for _, role := range vpt.Roles() {
		if !who.Has(role) {
			continue
		}
		switch row.Level(role) {
		case Yes:
			s.all = true
		case Org, Unit:
			s.addUnits(who, role)
		case Own:
			s.person = who.Person
		}
	}
	return s
}

func (s *Scope) addUnits(who vpt.Actor, role vpt.Role) {
	s.owners = append(s.owners, who.Person)
	for _, g := range who.Grants {
		if g.Role != role {
			continue
		}
		s.all = s.all || g.All
		for _, u := range g.Units {
			if !slices.Contains(s.units, u) {
				s.units = append(s.units, u)
			}
		}
		if g.For != "" && !slices.Contains(s.owners, g.For) {
			s.owners = append(s.owners, g.For)
		}
	}
}
