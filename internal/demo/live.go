package demo

import (
	"container/heap"
	"context"
	"fmt"
	"time"
)

// act is something that somebody does at a moment.
type act struct {
	at    time.Time
	order int // of planning, so that two acts of one moment keep their order
	name  string
	do    func(context.Context) error
}

// agenda is what is still to be done, the earliest first.
type agenda []act

func (a agenda) Len() int { return len(a) }
func (a agenda) Less(i, j int) bool {
	if a[i].at.Equal(a[j].at) {
		return a[i].order < a[j].order
	}
	return a[i].at.Before(a[j].at)
}
func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *agenda) Push(x any)   { *a = append(*a, x.(act)) }
func (a *agenda) Pop() any {
	last := (*a)[len(*a)-1]
	*a = (*a)[:len(*a)-1]
	return last
}

// live does what everybody does, in order of time, until the present. What is
// planned for later stays undone: that is why the last weeks show open cases.
func (w *world) live(ctx context.Context, tellings []telling) error {
	var todo agenda
	planned := 0
	plan := func(at time.Time, name string, do func(context.Context) error) {
		planned++
		heap.Push(&todo, act{at, planned, name, do})
	}
	cases := map[string]*story{}
	for _, t := range tellings {
		s := &story{world: w, place: w.places[t.Organisation], telling: t, plan: plan, cases: cases}
		if s.place == nil {
			return fmt.Errorf("demo: %s: no organisation %q", t.ID, t.Organisation)
		}
		if !t.again {
			cases[t.ID] = s
		}
		plan(t.reported, t.ID+": melden", s.report)
	}
	for todo.Len() > 0 {
		next := heap.Pop(&todo).(act)
		if next.at.After(w.now) {
			return nil
		}
		w.clock.Set(next.at)
		if err := next.do(ctx); err != nil {
			return fmt.Errorf("demo: %s: %w", next.name, err)
		}
	}
	return nil
}
