package desk

import (
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ManagersOf gives who manages a unit itself.
func ManagersOf(assigned []vpt.Assignment, unit vpt.UnitID) []vpt.PersonID {
	var out []vpt.PersonID
	for _, s := range assigned {
		if s.Role == vpt.RoleManager && s.Scope == vpt.ScopeUnit && s.Unit == unit {
			out = append(out, s.Person)
		}
	}
	return out
}

// DeputiesOf gives who is told instead of somebody on a day: her deputies, else
// she herself.
func (d *Desk) DeputiesOf(tx *store.Tx, person vpt.PersonID, day vpt.Date) ([]vpt.PersonID, error) {
	if person == "" {
		return nil, nil
	}
	all, err := tx.Deputyships(person, true, day)
	if err != nil {
		return nil, err
	}
	var out []vpt.PersonID
	for _, d := range all {
		if d.Holds(day) {
			out = append(out, d.Deputy)
		}
	}
	return out, nil
}
