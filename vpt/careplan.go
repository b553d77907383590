package vpt

import (
	"cmp"
	"slices"
	"time"
)

// PlacedTalk is where a care talk stood, and its term, before another case was
// merged into its own: what undoing brings back.
type PlacedTalk struct {
	ID        CareTalkID `json:"id"`
	Casefile  CasefileID `json:"case"`
	NotBefore Date       `json:"notBefore"`
	DueAt     time.Time  `json:"dueAt"`
}

// At gives where a talk of a case stands.
func (t CareTalk) At(casefile CasefileID) PlacedTalk {
	return PlacedTalk{ID: t.ID, Casefile: casefile, NotBefore: t.NotBefore, DueAt: t.DueAt}
}

// OnePlan makes the care plans of two cases one: somebody with an account who
// has a plan in both goes on with one. Talks that were held or declined all
// stay. Of those still to come one stays per number, unless that talk was
// already had: one that is planned before one that is not, with the earliest
// term of all. aside are the talks that nobody needs any more. Who has no
// account cannot be told apart by her name, and keeps both plans.
func OnePlan(into, from []CareTalk) (stay, aside []CareTalk) {
	all := append(slices.Clone(into), from...)
	for _, t := range all {
		same := slices.DeleteFunc(slices.Clone(all), func(o CareTalk) bool {
			return t.For == "" || o.For != t.For || o.Sequence != t.Sequence
		})
		if len(same) < 2 || t.Done() {
			stay = append(stay, t)
			continue
		}
		leads := slices.MinFunc(same, furthest)
		if leads.ID != t.ID {
			aside = append(aside, t)
			continue
		}
		first := slices.MinFunc(same, func(a, b CareTalk) int { return a.DueAt.Compare(b.DueAt) })
		t.DueAt, t.NotBefore = first.DueAt, first.NotBefore
		stay = append(stay, t)
	}
	return stay, aside
}

// furthest puts the talk that is further along before the other, and of two
// that are as far the one that comes first.
func furthest(a, b CareTalk) int {
	return cmp.Or(cmp.Compare(stage(a), stage(b)), comesAt(a).Compare(comesAt(b)), cmp.Compare(a.ID, b.ID))
}

func stage(t CareTalk) int {
	switch {
	case t.Done():
		return 0
	case t.State == TalkPlanned:
		return 1
	}
	return 2
}

// comesAt gives when a talk is to be: when it was planned for, or else its term.
func comesAt(t CareTalk) time.Time {
	if t.PlannedAt.IsZero() {
		return t.DueAt
	}
	return t.PlannedAt
}
