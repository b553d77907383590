package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// TestAccident records the test of article 9 of the Arbowet for somebody who
// was hurt. What must be reported to the labour inspectorate is owed at once,
// until it is recorded that it was.
func (a *App) TestAccident(ctx context.Context, who vpt.Actor, in vpt.TestAccident) error {
	return a.onCase(ctx, who, policy.CaseAccident, in.Case, in.Once, untilMerged(), func(d *deed) error {
		earlier, err := d.tx.AccidentsOfCase(d.c.ID)
		if err != nil {
			return err
		}
		if in.ID != "" && !slices.ContainsFunc(earlier, func(a vpt.Accident) bool { return a.ID == in.ID }) {
			return vpt.ErrNotFound
		}
		involved, err := d.tx.Involved(d.c.ID)
		if err != nil {
			return err
		}
		acc, err := in.Test(involved, d.c.Incident.OccurredOn, d.k.today(d.tx))
		if err != nil {
			return err
		}
		var p vpt.Problems
		injury := d.k.refs(&p, "injury", vpt.InjuryList, []string{in.Injury})
		if err := p.Err(); err != nil {
			return err
		}
		acc.Injury = injury[0]
		if acc.ID == "" {
			acc.ID = vpt.AccidentID(store.NewID())
		}
		if err := d.tx.SaveAccident(d.c.ID, acc, who.Person); err != nil {
			return err
		}
		d.w.changed("accident")
		if acc.Owed() {
			err = d.owe(vpt.DutyAccident, string(acc.ID), d.tx.Now(), nil)
		} else {
			err = d.fulfil(vpt.DutyAccident, string(acc.ID))
		}
		if err != nil {
			return err
		}
		return d.event(vpt.EventAccident, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(acc.ID) })
	})
}

// Accidents gives the list of article 9(2): nature, date and unit, nobody's
// name. The number of a case stands with what the viewer may open.
func (a *App) Accidents(ctx context.Context, who vpt.Actor) (vpt.Accidents, error) {
	var out vpt.Accidents
	err := a.list(ctx, who, policy.AccidentList, "ongevallen", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.knowledge(tx)
		if err != nil {
			return 0, err
		}
		out = vpt.Accidents{Organisation: k.org, Kinds: k.codes[vpt.KindList], Injuries: k.codes[vpt.InjuryList], Today: k.today(tx)}
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
			line.UnitName = k.unitName(line.Unit)
			out.Lines = append(out.Lines, line)
		}
		return len(out.Lines), nil
	})
	return out, err
}
