package desk

import (
	"slices"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MoveCircle looks at a unit that is about to be saved: a closed circle needs
// somebody who handles its cases, and who does so hears when its edge moves.
func (d *Desk) MoveCircle(tx *store.Tx, who vpt.Actor, units []vpt.Unit, made vpt.Unit, p *vpt.Problems) error {
	before := vpt.NewUnitTree(units)
	after := vpt.NewUnitTree(append(slices.DeleteFunc(slices.Clone(units), func(u vpt.Unit) bool { return u.ID == made.ID }), made))
	if was, _ := before.Unit(made.ID); was.Circle == made.Circle && before.CircleOf(made.ID) == after.CircleOf(made.ID) {
		return nil
	}
	assigned, err := d.assignedToday(tx)
	if err != nil {
		return err
	}
	if made.Circle && len(handling(after, assigned, made.ID)) == 0 {
		p.Add("circle", "kring-zonder-behandelaar")
		return nil
	}
	told := append(handling(before, assigned, made.ID), handling(after, assigned, made.ID)...)
	slices.Sort(told)
	for _, person := range slices.Compact(told) {
		if err := d.Notify(tx, who, person, vpt.MailCircleEdge, "/werkvoorraad"); err != nil {
			return err
		}
	}
	return nil
}

// TellCircle mails who handles cases in the closed circle of a unit that
// somebody was given or lost a role there. Elsewhere nobody is told.
func (d *Desk) TellCircle(tx *store.Tx, who vpt.Actor, tree vpt.UnitTree, unit vpt.UnitID) error {
	if tree.CircleOf(unit) == "" {
		return nil
	}
	assigned, err := d.assignedToday(tx)
	if err != nil {
		return err
	}
	for _, person := range handling(tree, assigned, unit) {
		if err := d.Notify(tx, who, person, vpt.MailCircleEdge, "/werkvoorraad"); err != nil {
			return err
		}
	}
	return nil
}

// handling gives who handles cases in the closed circle of a unit; nobody when
// it is in none.
func handling(tree vpt.UnitTree, assigned []vpt.Assignment, unit vpt.UnitID) []vpt.PersonID {
	if tree.CircleOf(unit) == "" {
		return nil
	}
	return append(tree.Holders(assigned, vpt.RoleManager, unit), tree.Holders(assigned, vpt.RoleCoordinator, unit)...)
}

func (d *Desk) assignedToday(tx *store.Tx) ([]vpt.Assignment, error) {
	k, err := d.Knowledge(tx)
	if err != nil {
		return nil, err
	}
	return tx.Assignments("", k.Today(tx))
}
