package casework

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ReassignCase gives a case another owner: somebody who handles cases and is
// no party to this one; or another unit, with the owner that belongs to it. What
// is moved into a closed circle is seen by that circle alone from then on.
func (a Room) ReassignCase(ctx context.Context, who vpt.Actor, in vpt.ReassignCase) error {
	return OnCase(ctx, a.desk, who, policy.CaseReassign, in.Case, in.Once, UntilMerged(), func(d *Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := d.moveTo(in.Unit); err != nil {
			return err
		}
		d.Work.Changed("owner")
		if in.Owner == "" {
			owner, err := d.ownerByRule()
			if err != nil {
				return err
			}
			return Own(a.desk, d, owner)
		}
		able, err := d.Handlers()
		if err != nil {
			return err
		}
		if !slices.Contains(able, in.Owner) {
			return Invalid("owner", "onbekende-keuze")
		}
		return Own(a.desk, d, in.Owner)
	})
}

// moveTo makes a case one of another unit, with its reports.
func (d *Deed) moveTo(unit vpt.UnitID) error {
	if unit == "" || unit == d.Case.Unit {
		return nil
	}
	if u, ok := d.Known.Tree.Unit(unit); !ok || u.Retired {
		return Invalid("unit", "onbekende-keuze")
	}
	d.Work.Changed("unit")
	d.Case.Unit = unit
	return d.Tx.MoveToUnit(d.Case.ID, unit)
}

// ownerByRule finds who owns a case by the rule for new cases.
func (d *Deed) ownerByRule() (vpt.PersonID, error) {
	excluded, err := d.Parties()
	if err != nil {
		return "", err
	}
	assigned, err := d.Tx.Assignments("", d.Known.Today(d.Tx))
	if err != nil {
		return "", err
	}
	owner, _ := vpt.OwnerOf(vpt.OwnerQuestion{
		Tree: d.Known.Tree, AffectedUnit: d.Case.Unit, Excluded: excluded,
		Managers: func(u vpt.UnitID) []vpt.PersonID { return desk.ManagersOf(assigned, u) },
	})
	return owner, nil
}

// Handlers gives who could own a case: managers and coordinators of today who
// are no party to it, each once. In a closed circle they are its own.
func (d *Deed) Handlers() ([]vpt.PersonID, error) {
	assigned, err := d.Tx.Assignments("", d.Known.Today(d.Tx))
	if err != nil {
		return nil, err
	}
	excluded, err := d.Parties()
	if err != nil {
		return nil, err
	}
	circle, line := d.Known.Tree.CircleOf(d.Case.Unit) != "", d.Known.Tree.Line(d.Case.Unit)
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

// Parties gives who may not own the case: the affected and the witnesses.
func (d *Deed) Parties() ([]vpt.PersonID, error) {
	s, err := d.Tx.StandingInCase(d.Case.ID)
	return append(s.Affected, s.Witnesses...), err
}

// Own makes somebody owner and tells who must know; nobody is the coordinators.
func Own(a *desk.Desk, d *Deed, owner vpt.PersonID) error {
	if owner == d.Case.Owner {
		return nil
	}
	d.Case.Owner = owner
	err := d.Event(vpt.EventOwned, vpt.VisibleReporter, func(e *vpt.Event) { e.For = owner })
	if err != nil {
		return err
	}
	path := "/zaken/" + d.Case.Number
	if owner == "" {
		return a.NotifyCase(d.Tx, d.Who, d.Case.Unit, vpt.MailAssigned, path)
	}
	told, err := a.DeputiesOf(d.Tx, owner, d.Known.Today(d.Tx))
	if err != nil {
		return err
	}
	for _, person := range append(told, owner) {
		if err := a.Notify(d.Tx, d.Who, person, vpt.MailAssigned, path); err != nil {
			return err
		}
	}
	return nil
}

// ReplaceOwner finds another owner, by the rule for new cases, when the
// present one has become a party to the case.
func ReplaceOwner(a *desk.Desk, d *Deed) error {
	excluded, err := d.Parties()
	if err != nil || !slices.Contains(excluded, d.Case.Owner) {
		return err
	}
	owner, err := d.ownerByRule()
	if err != nil {
		return err
	}
	d.Work.Changed("owner")
	return Own(a, d, owner)
}

// OwnerNames gives the owner of a case and who acts for her now.
func OwnerNames(a *desk.Desk, tx *store.Tx, k *desk.Known, owner vpt.PersonID) (own, deputy vpt.PersonName, err error) {
	if own, err = tx.PersonName(owner); err != nil {
		return own, deputy, err
	}
	deputies, err := a.DeputiesOf(tx, owner, k.Today(tx))
	if err != nil || len(deputies) == 0 {
		return own, deputy, err
	}
	deputy, err = tx.PersonName(deputies[0])
	return own, deputy, err
}
