package vpt

import "time"

// Improvement is something that the organisation is going to do better, after
// a case: by whom and before when.
type Improvement struct {
	ID      ImprovementID
	Case    string // its number, for who may open the case; empty otherwise
	What    Private
	Owner   PersonID
	Name    Private // of the owner; empty for who sees no persons
	DueOn   Date
	Plan    Private // where it stands in the RI&E or its plan (plan van aanpak)
	DoneOn  Date
	Result  Private
	At      time.Time
	Version int64
}

// Late reports whether the action should have been done before today.
func (i Improvement) Late(today Date) bool { return i.DoneOn == "" && i.DueOn < today }

// PlanImprovement is the input for a new improvement. Owner is somebody who
// handles cases; Lookup finds any other colleague.
type PlanImprovement struct {
	Case   string
	What   Private
	Owner  PersonID
	Lookup Private // exact e-mail address or staff number
	DueOn  Date
	Plan   Private
	Once   Once
}

// Validate checks the input against today.
func (in PlanImprovement) Validate(today Date) error {
	var p Problems
	requireText(&p, "what", in.What)
	p.Require("owner", in.Owner == "" && in.Lookup.IsZero())
	shortText(&p, "lookup", in.Lookup)
	switch {
	case in.DueOn == "":
		p.Add("dueOn", "verplicht")
	case !in.DueOn.Valid():
		p.Add("dueOn", "geen-datum")
	case in.DueOn < today:
		p.Add("dueOn", "in-het-verleden")
	}
	shortText(&p, "plan", in.Plan)
	return p.Err()
}

// FinishImprovement is the input for saying that it was done, and what came of it.
type FinishImprovement struct {
	ID     ImprovementID
	DoneOn Date
	Result Private
	Once   Once
}

// Validate checks the input against today.
func (in FinishImprovement) Validate(today Date) error {
	var p Problems
	pastDay(&p, "doneOn", in.DoneOn, today)
	requireText(&p, "result", in.Result)
	return p.Err()
}

// CauseCount is how often a cause was found.
type CauseCount struct {
	Cause CodeRef
	Count int
}

// Improvements is the overview of what is being learnt: counts and actions,
// without persons. The number of a case stands only with what the viewer may
// open.
type Improvements struct {
	Open      []Improvement
	Done      []Improvement
	Causes    []CauseCount // most found first
	Analyses  int
	Colleague int // analyses in which a colleague was there
	Helped    int // of those, in which it helped
	Period    Period
	Causelist CodeSet
	Today     Date
}

// ImprovementView is one action with what the viewer may do about it.
type ImprovementView struct {
	Improvement
	MayFinish bool
	Today     Date
}
