package vpt

import "slices"

// OwnerQuestion is what is known when the owner of a case must be found.
type OwnerQuestion struct {
	Tree         UnitTree
	AffectedUnit UnitID // unit of the first affected person with an account
	ReporterUnit UnitID
	SiteUnit     UnitID
	Managers     func(UnitID) []PersonID // those assigned to exactly this unit now
	Excluded     []PersonID              // affected, witnesses and the reporter
}

// Unit gives where the case belongs, whoever owns it.
func (q OwnerQuestion) Unit() UnitID {
	for _, u := range []UnitID{q.AffectedUnit, q.ReporterUnit, q.SiteUnit} {
		if u != "" {
			return u
		}
	}
	return ""
}

// OwnerOf finds the owner of a new case: the manager of the unit of the first
// affected person with an account, else of the reporter's unit, else of the
// chosen site. A manager who is affected, witness or the reporter is passed
// over for the next unit up, within a closed circle if there is one. The empty person means: at the top, the
// coordinator. unit is where the case belongs, whoever owns it.
func OwnerOf(q OwnerQuestion) (owner PersonID, unit UnitID) {
	unit = q.Unit()
	for _, u := range q.Tree.Line(unit) {
		for _, manager := range q.Managers(u) {
			if !slices.Contains(q.Excluded, manager) {
				return manager, unit
			}
		}
	}
	return "", unit
}

// Party tells how a person stands to a case.
type Party struct {
	Affected bool
	Witness  bool
}

// MayHandle reports whether somebody who stands so to a case may own, assess
// or close it: nobody does who is affected or witness.
func (p Party) MayHandle() bool { return !p.Affected && !p.Witness }
