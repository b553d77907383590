package chain

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// TestAccident records the test of article 9 of the Arbowet for somebody who
// was hurt. What must be reported to the labour inspectorate is owed at once,
// until it is recorded that it was.
func (a Room) TestAccident(ctx context.Context, who vpt.Actor, in vpt.TestAccident) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseAccident, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		earlier, err := d.Tx.AccidentsOfCase(d.Case.ID)
		if err != nil {
			return err
		}
		if in.ID != "" && !slices.ContainsFunc(earlier, func(a vpt.Accident) bool { return a.ID == in.ID }) {
			return vpt.ErrNotFound
		}
		involved, err := d.Tx.Involved(d.Case.ID)
		if err != nil {
			return err
		}
		acc, err := in.Test(involved, d.Case.Incident.OccurredOn, d.Known.Today(d.Tx))
		if err != nil {
			return err
		}
		var p vpt.Problems
		injury := d.Known.Refs(&p, "injury", vpt.InjuryList, []string{in.Injury})
		if err := p.Err(); err != nil {
			return err
		}
		acc.Injury = injury[0]
		if acc.ID == "" {
			acc.ID = vpt.AccidentID(store.NewID())
		}
		if err := d.Tx.SaveAccident(d.Case.ID, acc, who.Person); err != nil {
			return err
		}
		d.Work.Changed("accident")
		if acc.Owed() {
			err = d.Owe(vpt.DutyAccident, string(acc.ID), d.Tx.Now(), nil)
		} else {
			err = d.Fulfil(vpt.DutyAccident, string(acc.ID))
		}
		if err != nil {
			return err
		}
		return d.Event(vpt.EventAccident, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(acc.ID) })
	})
}

// Accidents gives the list of article 9(2): nature, date and unit, nobody's
// name. The number of a case stands with what the viewer may open.
func (a Room) Accidents(ctx context.Context, who vpt.Actor) (vpt.Accidents, error) {
	var out vpt.Accidents
	err := a.desk.List(ctx, who, policy.AccidentList, "ongevallen", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		out = vpt.Accidents{Organisation: k.Org, Kinds: k.Codes[vpt.KindList], Injuries: k.Codes[vpt.InjuryList], Today: k.Today(tx)}
		found, err := tx.AccidentList()
		if err != nil {
			return 0, err
		}
		for _, f := range found {
			line := f.AccidentLine
			c, may, err := a.openable(tx, who, scope, f.Casefile)
			if err != nil {
				return 0, err
			}
			if !may.list {
				continue
			}
			if may.open {
				line.Case = c.Number
			}
			line.UnitName = k.UnitName(line.Unit)
			out.Lines = append(out.Lines, line)
		}
		return len(out.Lines), nil
	})
	return out, err
}
