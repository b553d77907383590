package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// ReassignCase gives a case another owner: somebody who handles cases and is
// no party to this one; or another unit, with the owner that belongs to it. What
// is moved into a closed circle is seen by that circle alone from then on.
func (a *App) ReassignCase(ctx context.Context, who vpt.Actor, in vpt.ReassignCase) error {
	return a.onCase(ctx, who, policy.CaseReassign, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := d.moveTo(in.Unit); err != nil {
			return err
		}
		d.w.changed("owner")
		if in.Owner == "" {
			owner, err := d.ownerByRule()
			if err != nil {
				return err
			}
			return a.own(d, owner)
		}
		able, err := d.handlers()
		if err != nil {
			return err
		}
		if !slices.Contains(able, in.Owner) {
			return invalid("owner", "onbekende-keuze")
		}
		return a.own(d, in.Owner)
	})
}

// moveTo makes a case one of another unit, with its reports.
func (d *deed) moveTo(unit vpt.UnitID) error {
	if unit == "" || unit == d.c.Unit {
		return nil
	}
	if u, ok := d.k.tree.Unit(unit); !ok || u.Retired {
		return invalid("unit", "onbekende-keuze")
	}
	d.w.changed("unit")
	d.c.Unit = unit
	return d.tx.MoveToUnit(d.c.ID, unit)
}

// ownerByRule finds who owns a case by the rule for new cases.
func (d *deed) ownerByRule() (vpt.PersonID, error) {
	excluded, err := d.parties()
	if err != nil {
		return "", err
	}
	assigned, err := d.tx.Assignments("", d.k.today(d.tx))
	if err != nil {
		return "", err
	}
	owner, _ := vpt.OwnerOf(vpt.OwnerQuestion{
		Tree: d.k.tree, AffectedUnit: d.c.Unit, Excluded: excluded,
		Managers: func(u vpt.UnitID) []vpt.PersonID { return managersOf(assigned, u) },
	})
	return owner, nil
}

// handlers gives who could own a case: managers and coordinators of today who
// are no party to it, each once. In a closed circle they are its own.
func (d *deed) handlers() ([]vpt.PersonID, error) {
	assigned, err := d.tx.Assignments("", d.k.today(d.tx))
	if err != nil {
		return nil, err
	}
	excluded, err := d.parties()
	if err != nil {
		return nil, err
	}
	circle, line := d.k.tree.CircleOf(d.c.Unit) != "", d.k.tree.Line(d.c.Unit)
	var out []vpt.PersonID
	for _, s := range assigned {
		if circle && (s.Scope != vpt.ScopeUnit || !slices.Contains(line, s.Unit)) {
			continue
		}
		if s.Role.Handles() && !slices.Contains(excluded, s.Person) && !slices.Contains(out, s.Person) {
			out = append(out, s.Person)
		}
	}
	return out, nil
}

// parties gives who may not own the case: the affected and the witnesses.
func (d *deed) parties() ([]vpt.PersonID, error) {
	s, err := d.tx.StandingInCase(d.c.ID)
	return append(s.Affected, s.Witnesses...), err
}

// own makes somebody owner and tells who must know; nobody is the coordinators.
func (a *App) own(d *deed, owner vpt.PersonID) error {
	if owner == d.c.Owner {
		return nil
	}
	d.c.Owner = owner
	err := d.event(vpt.EventOwned, vpt.VisibleReporter, func(e *vpt.Event) { e.For = owner })
	if err != nil {
		return err
	}
	path := "/zaken/" + d.c.Number
	if owner == "" {
		return a.notifyCase(d.tx, d.who, d.c.Unit, vpt.MailAssigned, path)
	}
	told, err := a.deputiesOf(d.tx, owner, d.k.today(d.tx))
	if err != nil {
		return err
	}
	for _, person := range append(told, owner) {
		if err := a.notify(d.tx, d.who, person, vpt.MailAssigned, path); err != nil {
			return err
		}
	}
	return nil
}

// replaceOwner finds another owner, by the rule for new cases, when the
// present one has become a party to the case.
func (a *App) replaceOwner(d *deed) error {
	excluded, err := d.parties()
	if err != nil || !slices.Contains(excluded, d.c.Owner) {
		return err
	}
	owner, err := d.ownerByRule()
	if err != nil {
		return err
	}
	d.w.changed("owner")
	return a.own(d, owner)
}
