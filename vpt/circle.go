package vpt

import "slices"

// A closed circle (gesloten kring) is a unit whose cases are seen only by who
// handles cases in that unit itself: those of office holders, at the griffie or
// beside the mayor, whom the line of the organisation does not look over. What a
// role reaches for a whole organisation, or from a unit above, ends at its edge.

// CircleOf gives the circle that a unit is in, the nearest when there are more,
// and the empty id when it is in none.
func (t UnitTree) CircleOf(id UnitID) UnitID {
	for _, above := range t.Up(id) {
		if t.byID[above].Circle {
			return above
		}
	}
	return ""
}

// Line gives id and the units above it as far as those look over it: not past
// the edge of its circle. Nearest first.
func (t UnitTree) Line(id UnitID) []UnitID {
	up := t.Up(id)
	for i, above := range up {
		if t.byID[above].Circle {
			return up[:i+1]
		}
	}
	return up
}

// Closed gives the units of closed circles but for those in which one of the
// grants handles cases: what reaches the whole organisation does not reach them.
func (t UnitTree) Closed(grants []Grant) []UnitID {
	var out []UnitID
	for id := range t.byID {
		if t.CircleOf(id) != "" && !slices.ContainsFunc(grants, func(g Grant) bool { return g.Role.Handles() && slices.Contains(g.Units, id) }) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// Holders gives who has a role for a unit, each once: in a circle those who have
// it in the circle, elsewhere those who have it for the whole organisation.
func (t UnitTree) Holders(assigned []Assignment, role Role, unit UnitID) []PersonID {
	circle := t.CircleOf(unit) != ""
	line := t.Line(unit)
	var out []PersonID
	for _, s := range assigned {
		holds := s.Scope == ScopeOrganisation
		if circle {
			holds = s.Scope == ScopeUnit && slices.Contains(line, s.Unit)
		}
		if s.Role == role && holds && !slices.Contains(out, s.Person) {
			out = append(out, s.Person)
		}
	}
	return out
}
