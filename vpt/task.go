package vpt

import (
	"cmp"
	"slices"
	"time"
)

// TaskKind says what sort of thing somebody still has to do.
type TaskKind string

// The kinds of task.
const (
	TaskStep  TaskKind = "stap"            // the next step of a case of mine
	TaskClock TaskKind = "termijn"         // another term of a case of mine that has passed or ends today
	TaskPlan  TaskKind = "gesprek-plannen" // a talk in a case of mine that nobody planned
	TaskHold  TaskKind = "gesprek-houden"  // a talk that is planned with me
	TaskDuty  TaskKind = "taak"
)

// TaskKinds gives all kinds of task.
func TaskKinds() []TaskKind { return []TaskKind{TaskStep, TaskClock, TaskPlan, TaskHold, TaskDuty} }

// Task is one thing that is mine to do: by name, by a role, or because the case
// is mine or of whom I deputise for.
type Task struct {
	Kind    TaskKind
	Number  string // of the case; empty for who may not know it
	Step    NextStep
	Clock   ClockKind
	Duty    DutyKind
	Ref     string    // id of the talk or of the record that a duty is about
	Name    Private   // with whom the talk is, or of whom it is asked whether more help is needed
	Role    Role      // the role by which it is mine; empty when it is so by name or by the case
	Due     time.Time // zero when it has no term
	Since   time.Time // zero when the reader may not know
	Late    bool
	MayOpen bool // open the case
}

// Tasks is "Mijn taken", late first.
type Tasks struct {
	Tasks     []Task
	Late      int
	Today     int // due before the end of today, and not late
	Now       time.Time
	Zone      *time.Location
	MayHand   bool // hand over what is of somebody else
	MayTimes  bool // see how long things take
	MayRoster bool
}

// SortTasks puts what is late or due first on top and counts.
func (t *Tasks) SortTasks() {
	slices.SortFunc(t.Tasks, func(a, b Task) int {
		return cmp.Or(compareDue(a.Due, b.Due), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Ref, b.Ref))
	})
	t.Late, t.Today = 0, 0
	end := DateOf(t.Now, t.Zone).AddDays(1).At(0, 0, t.Zone)
	for i, one := range t.Tasks {
		t.Tasks[i].Late = !one.Due.IsZero() && t.Now.After(one.Due)
		switch {
		case one.Due.IsZero():
		case t.Tasks[i].Late:
			t.Late++
		case one.Due.Before(end):
			t.Today++
		}
	}
}

// compareDue puts what has no term last.
func compareDue(a, b time.Time) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}
