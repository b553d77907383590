package chain

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PlanImprovement records what is going to be done better, by whom and before
// when. It is that person's to do, also when the case is closed by then.
func (a Room) PlanImprovement(ctx context.Context, who vpt.Actor, in vpt.PlanImprovement) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseImprove, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		owner, err := whoImproves(d.Tx, in)
		if err != nil {
			return err
		}
		i := vpt.Improvement{ID: vpt.ImprovementID(store.NewID()), What: in.What, Owner: owner, DueOn: in.DueOn, Plan: in.Plan}
		if err := d.Tx.InsertImprovement(d.Case.ID, i, who.Person); err != nil {
			return err
		}
		d.Work.Changed("improvement:" + string(i.ID))
		err = d.Owe(vpt.DutyImprove, string(i.ID), d.EndOfDay(in.DueOn), func(duty *vpt.Duty) { duty.Person = owner })
		if err != nil {
			return err
		}
		return d.Event(vpt.EventImprove, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.For = string(i.ID), owner })
	})
}

// whoImproves finds the account that an improvement is for.
func whoImproves(tx *store.Tx, in vpt.PlanImprovement) (vpt.PersonID, error) {
	found, path := vpt.Person{}, "owner"
	var err error
	if in.Owner != "" {
		if found, err = tx.PersonByID(in.Owner); vpt.KindOf(err) == vpt.KindNotFound {
			return "", casework.Invalid(path, "onbekende-keuze")
		}
	} else {
		path = "lookup"
		found, err = desk.Lookup(tx, in.Lookup)
	}
	if err == nil && (found.ID == "" || found.State == vpt.PersonBlocked) {
		err = casework.Invalid(path, "collega-niet-gevonden")
	}
	return found.ID, err
}

// ofImprovement finds an improvement: it is its owner's, and
// whoever handles the case it came from may finish it too.
func (a Room) ofImprovement(id vpt.ImprovementID, into *store.Placed, c *vpt.Casefile) desk.Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		found, err := tx.ImprovementByID(id)
		if err != nil {
			return policy.Subject{}, err
		}
		*into = found
		if *c, err = tx.CaseByID(found.Casefile); err != nil {
			return policy.Subject{}, err
		}
		on, err := desk.CaseSubject(tx, *c)
		// Affected or witness, nobody handles the case; but the action is its
		// owner's, also then. That somebody is affected makes it not hers.
		return policy.Subject{
			Kind: "verbetering", ID: string(id), Unit: on.Unit, Owner: on.Owner, Person: found.Owner, Witnesses: slices.Concat(on.Affected, on.Witnesses),
		}, err
	}
}

// Improvement gives one action, to its owner and to who handles its case.
func (a Room) Improvement(ctx context.Context, who vpt.Actor, id vpt.ImprovementID) (vpt.ImprovementView, error) {
	var out vpt.ImprovementView
	var found store.Placed
	var c vpt.Casefile
	err := a.desk.Read(ctx, who, policy.ImprovementRead, a.ofImprovement(id, &found, &c), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.ImprovementView{Improvement: found.Improvement, Today: k.Today(tx), MayFinish: found.DoneOn == ""}
		name, err := tx.PersonName(found.Owner)
		if err != nil {
			return err
		}
		out.Name = name.Name
		on, err := desk.CaseSubject(tx, c)
		if err == nil && a.desk.Policy.Decide(who, policy.CaseRead, on) {
			out.Case = c.Number
		}
		return err
	})
	return out, err
}

// FinishImprovement records that an action was done, and what came of it.
func (a Room) FinishImprovement(ctx context.Context, who vpt.Actor, in vpt.FinishImprovement) error {
	var found store.Placed
	var c vpt.Casefile
	return a.desk.Write(ctx, who, policy.ImprovementDone, a.ofImprovement(in.ID, &found, &c), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			if err := in.Validate(k.Today(tx)); err != nil {
				return "", err
			}
			if found.DoneOn != "" {
				return "", vpt.Fail(vpt.KindConflict, "al-afgerond")
			}
			done := found.Improvement
			done.DoneOn, done.Result = in.DoneOn, in.Result
			if err := tx.FinishImprovement(found.Casefile, done); err != nil {
				return "", err
			}
			w.Changed("doneOn", "result")
			if err := tx.Fulfil(vpt.DutyImprove, string(in.ID)); err != nil {
				return "", err
			}
			e := vpt.Event{Kind: vpt.EventImproved, Visible: vpt.VisibleHandlers, Ref: string(in.ID)}
			return string(in.ID), tx.InsertEvent(found.Casefile, who.ID(), e)
		})
		return err
	})
}

// reach is how far a viewer gets with what came of a case.
type reach struct{ list, open bool }

// openable tells whether what came of a case belongs on the viewer's list, and
// whether she may open the case itself.
func (a Room) openable(tx *store.Tx, who vpt.Actor, scope policy.Scope, id vpt.CasefileID) (vpt.Casefile, reach, error) {
	c, err := tx.CaseByID(id)
	if err != nil {
		return c, reach{}, err
	}
	on, err := desk.CaseSubject(tx, c)
	return c, reach{list: scope.Holds(c.Unit, c.Owner), open: a.desk.Policy.Decide(who, policy.CaseRead, on)}, err
}

// Improvements gives what is being learnt: open and done actions, and how often
// each cause was found in a period. No person is named to who may not open the
// case.
func (a Room) Improvements(ctx context.Context, who vpt.Actor, period vpt.Period) (vpt.Improvements, error) {
	var out vpt.Improvements
	err := a.desk.List(ctx, who, policy.ImprovementList, "verbeteren", func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		if !period.Valid() {
			today := k.Today(tx)
			period = vpt.Period{From: today.AddYears(-1).AddDays(1), To: today}
		}
		out = vpt.Improvements{Period: period, Causelist: k.Codes[vpt.CauseList], Today: k.Today(tx)}
		if err := tx.CountCauses(period, scope, &out); err != nil {
			return 0, err
		}
		found, err := tx.Improvements()
		if err != nil {
			return 0, err
		}
		for _, f := range found {
			c, may, err := a.openable(tx, who, scope, f.Casefile)
			if err != nil {
				return 0, err
			}
			if !may.list {
				continue
			}
			i := f.Improvement
			if may.open {
				name, err := tx.PersonName(i.Owner)
				if err != nil {
					return 0, err
				}
				i.Case, i.Name = c.Number, name.Name
			} else {
				i.Owner = ""
			}
			if i.DoneOn == "" {
				out.Open = append(out.Open, i)
			} else {
				out.Done = append(out.Done, i)
			}
		}
		return len(found), nil
	})
	return out, err
}
