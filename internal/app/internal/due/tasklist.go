package due

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// tasksAtMost bounds each sort of task: who has more looks at the worklist.
const tasksAtMost = 300

// MyTasks gives everything that is the actor's to do, across cases, late first.
// What it tells of a case that she may not open is what she has to do and when.
func (a Room) MyTasks(ctx context.Context, who vpt.Actor) (vpt.Tasks, error) {
	var out vpt.Tasks
	err := a.desk.List(ctx, who, policy.TaskList, "mijn-taken", func(tx *store.Tx, _ policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		if out, err = a.tasksOf(tx, k, who); err != nil {
			return 0, err
		}
		out.MayHand = who.Has(vpt.RoleCoordinator) && !a.desk.Policy.ScopeOf(who, policy.WorkHandOver).Empty()
		out.MayTimes = !a.desk.Policy.ScopeOf(who, policy.FiguresTimes).Empty()
		out.MayRoster = !a.desk.Policy.ScopeOf(who, policy.PeerRoster).Empty()
		return len(out.Tasks), nil
	})
	return out, err
}

// tasksOf collects what is somebody's to do.
func (a Room) tasksOf(tx *store.Tx, k *desk.Known, who vpt.Actor) (vpt.Tasks, error) {
	out := vpt.Tasks{Now: tx.Now(), Zone: k.Zone}
	scope := a.desk.Policy.ScopeOf(who, policy.CaseList)
	mine := store.Mine{Person: who.Person, Owners: scope.Owners(), Unowned: scope.All(), Beyond: scope.Beyond(), Limit: tasksAtMost}
	for _, unit := range scope.Units() {
		if k.Tree.CircleOf(unit) != "" {
			mine.Circle = append(mine.Circle, unit)
		}
	}
	for _, role := range vpt.Roles() {
		if role != vpt.RoleReporter && who.Has(role) {
			mine.Roles = append(mine.Roles, role)
		}
	}
	without, err := tx.CasesInvolving(who.Person)
	if err != nil {
		return out, err
	}
	c := collecting{tx: tx, who: who, scope: scope, without: without, mine: mine}
	for _, part := range []func(*vpt.Tasks) error{c.cases, c.talks, c.duties} {
		if err := part(&out); err != nil {
			return out, err
		}
	}
	out.SortTasks()
	return out, nil
}

// collecting puts the tasks of one person together.
type collecting struct {
	tx      *store.Tx
	who     vpt.Actor
	scope   policy.Scope
	without []vpt.CasefileID // in which she is a party: they are not hers to handle
	mine    store.Mine
}

// opens reports whether she may open a case of a unit and an owner.
func (c collecting) opens(id vpt.CasefileID, unit vpt.UnitID, owner vpt.PersonID) bool {
	return !slices.Contains(c.without, id) && c.scope.Holds(unit, owner)
}

// cases adds the next step of each case, and the other terms of it that passed or
// end today.
func (c collecting) cases(out *vpt.Tasks) error {
	if c.scope.Empty() {
		return nil
	}
	found, err := c.tx.CasesToDo(c.mine)
	if err != nil {
		return err
	}
	end := vpt.DateOf(out.Now, out.Zone).AddDays(1).At(0, 0, out.Zone)
	for _, one := range found {
		if slices.Contains(c.without, one.Casefile) {
			continue
		}
		clock, due := stepTerm(one)
		base := vpt.Task{Number: one.Number, Since: one.Received, MayOpen: true}
		if one.Next != vpt.NextTalk && one.Next != vpt.NextHoldTalk && one.Next != vpt.NextNothing {
			step := base
			step.Kind, step.Step, step.Clock, step.Due = vpt.TaskStep, one.Next, clock, due
			out.Tasks = append(out.Tasks, step)
		}
		for _, k := range one.Clocks {
			if k.Kind != clock && k.Running() && k.Due.Before(end) {
				term := base
				term.Kind, term.Clock, term.Due = vpt.TaskClock, k.Kind, k.Due
				out.Tasks = append(out.Tasks, term)
			}
		}
	}
	return nil
}

// stepTerm gives the term that belongs to the next step of a case: its own
// clock; for finishing and closing none.
func stepTerm(c store.CaseToDo) (vpt.ClockKind, time.Time) {
	kind := map[vpt.NextStep]vpt.ClockKind{
		vpt.NextCall: vpt.ClockReaction, vpt.NextAssess: vpt.ClockReaction, vpt.NextReact: vpt.ClockReaction,
		vpt.NextPolice: vpt.ClockPolice, vpt.NextFeedback: vpt.ClockFeedback,
	}[c.Next]
	for _, k := range c.Clocks {
		if k.Kind == kind && k.Running() {
			return kind, k.Due
		}
	}
	return "", time.Time{}
}

// talks adds what is to be planned and what is planned with her.
func (c collecting) talks(out *vpt.Tasks) error {
	found, err := c.tx.TalksToDo(c.mine)
	if err != nil {
		return err
	}
	for _, t := range found {
		with := t.With == c.who.Person
		if slices.Contains(c.without, t.Casefile) && !with {
			continue
		}
		task := vpt.Task{Kind: vpt.TaskPlan, Ref: string(t.ID), Name: t.ForName, Due: t.DueAt, Since: t.Received, MayOpen: c.opens(t.Casefile, t.Unit, t.Owner)}
		if t.State == vpt.TalkPlanned {
			task.Kind, task.Due = vpt.TaskHold, t.PlannedAt
		}
		if task.MayOpen {
			task.Number = t.Number
		} else {
			task.Since = time.Time{}
		}
		out.Tasks = append(out.Tasks, task)
	}
	return nil
}

// duties adds what is hers by name, by a role that reaches the case, or as owner.
func (c collecting) duties(out *vpt.Tasks) error {
	found, err := c.tx.DutiesToDo(c.mine)
	if err != nil {
		return err
	}
	for _, d := range found {
		byRole := d.Person == "" && d.Role != ""
		if slices.Contains(c.without, d.Casefile) || byRole && !c.who.Reaches(d.Role, d.Unit) {
			continue
		}
		task := vpt.Task{
			Kind: vpt.TaskDuty, Number: d.Number, Duty: d.Kind, Ref: d.Ref, Due: d.DueAt, Since: d.CreatedAt,
			MayOpen: c.opens(d.Casefile, d.Unit, d.Owner),
		}
		if byRole {
			task.Role = d.Role
		}
		if task.MayOpen {
			task.Name = d.Name
		}
		out.Tasks = append(out.Tasks, task)
	}
	return nil
}
