package demo

import (
	"container/heap"
	"context"
	"fmt"
	"sync"
	"time"
)

// act is something that somebody does at a moment.
type act struct {
	at    time.Time
	story *story
	order int // within the story
	name  string
	alone bool // done by itself: reports, so that their numbers follow time
	do    func(context.Context) error
}

// agenda is what is still to be done, the earliest first. It is safe for use
// by several goroutines.
type agenda struct {
	mu   sync.Mutex
	acts acts
}

func (a *agenda) plan(one act) {
	a.mu.Lock()
	defer a.mu.Unlock()
	one.order = one.story.planned
	one.story.planned++
	heap.Push(&a.acts, one)
}

// together is the most that acts of one commit may lie apart. A demonstration
// has to be there soon, and commits are what takes time: what different people
// did on one morning is done side by side, each case still in its own order.
const together = 3 * time.Hour

// next takes the acts that are done side by side, the first of which says when;
// nothing when all is done that happened up to now.
func (a *agenda) next(now time.Time) []act {
	a.mu.Lock()
	defer a.mu.Unlock()
	var batch []act
	busy := map[*story]bool{}
	for a.acts.Len() > 0 {
		first := a.acts[0]
		switch {
		case first.at.After(now), len(batch) > 0 && first.at.Sub(batch[0].at) > together:
			return batch
		case len(batch) > 0 && (first.alone || busy[first.story]):
			return batch
		}
		busy[first.story] = true
		batch = append(batch, heap.Pop(&a.acts).(act))
		if first.alone {
			return batch
		}
	}
	return batch
}

// acts is a heap by moment; what falls together is in order of story, so that
// one day always gives one world.
type acts []act

func (a acts) Len() int { return len(a) }
func (a acts) Less(i, j int) bool {
	switch {
	case !a[i].at.Equal(a[j].at):
		return a[i].at.Before(a[j].at)
	case a[i].story != a[j].story:
		return a[i].story.index < a[j].story.index
	}
	return a[i].order < a[j].order
}
func (a acts) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *acts) Push(x any)   { *a = append(*a, x.(act)) }
func (a *acts) Pop() any {
	last := (*a)[len(*a)-1]
	*a = (*a)[:len(*a)-1]
	return last
}

// live does what everybody does, in order of time, until the present. What is
// planned for later stays undone: that is why the last weeks show open cases.
func (w *world) live(ctx context.Context, tellings []telling) error {
	todo := &agenda{}
	cases := map[string]*story{}
	for i, t := range tellings {
		s := &story{
			world: w, place: w.places[t.Organisation], telling: t, agenda: todo, cases: cases, index: i,
			random: newRandom(i + 1),
		}
		if s.place == nil {
			return fmt.Errorf("demo: %s: no organisation %q", t.ID, t.Organisation)
		}
		if !t.again {
			cases[t.ID] = s
		}
		todo.plan(act{at: t.reported, story: s, name: "melden", alone: true, do: s.report})
	}
	for {
		batch := todo.next(w.now)
		if len(batch) == 0 {
			return nil
		}
		w.clock.Set(batch[0].at)
		if err := sideBySide(ctx, batch); err != nil {
			return err
		}
	}
}

func sideBySide(ctx context.Context, batch []act) error {
	failed := make([]error, len(batch))
	var group sync.WaitGroup
	for i, one := range batch {
		group.Go(func() {
			if err := one.do(ctx); err != nil {
				failed[i] = fmt.Errorf("demo: %s: %s: %w", one.story.ID, one.name, err)
			}
		})
	}
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}
