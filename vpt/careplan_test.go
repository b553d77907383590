package vpt_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestOnePlan(t *testing.T) {
	talk := func(id string, person vpt.PersonID, sequence int, state vpt.TalkState, due int) vpt.CareTalk {
		c := vpt.CareTalk{ID: vpt.CareTalkID(id), For: person, Sequence: sequence, State: state, DueAt: hours(due)}
		if state == vpt.TalkPlanned {
			c.PlannedAt = hours(due + 1)
		}
		return c
	}
	open, planned, held, declined := vpt.TalkOpen, vpt.TalkPlanned, vpt.TalkHeld, vpt.TalkDeclined
	for _, row := range []struct {
		name       string
		into, from []vpt.CareTalk
		want       string // id@due of what stays | id of what is set aside
	}{
		{"different people", []vpt.CareTalk{talk("a", "r", 1, open, 9)}, []vpt.CareTalk{talk("b", "s", 1, open, 5)}, "a@9 b@5 |"},
		{"people without an account", []vpt.CareTalk{talk("a", "", 1, open, 9)}, []vpt.CareTalk{talk("b", "", 1, open, 5)}, "a@9 b@5 |"},
		{"both open: the earliest term", []vpt.CareTalk{talk("a", "r", 1, open, 9)}, []vpt.CareTalk{talk("b", "r", 1, open, 5)}, "b@5 | a"},
		{"planned before open, the earliest term", []vpt.CareTalk{talk("a", "r", 1, planned, 9)}, []vpt.CareTalk{talk("b", "r", 1, open, 5)}, "a@5 | b"},
		{"both planned: what comes first", []vpt.CareTalk{talk("a", "r", 1, planned, 9)}, []vpt.CareTalk{talk("b", "r", 1, planned, 5)}, "b@5 | a"},
		{"held here", []vpt.CareTalk{talk("a", "r", 1, held, 9), talk("a2", "r", 2, open, 20)}, []vpt.CareTalk{talk("b", "r", 1, planned, 5)}, "a@9 a2@20 | b"},
		{"declined there", []vpt.CareTalk{talk("a", "r", 1, planned, 9)}, []vpt.CareTalk{talk("b", "r", 1, declined, 5)}, "b@5 | a"},
		{"held in both: both are history, one goes on", []vpt.CareTalk{talk("a", "r", 1, held, 9), talk("a2", "r", 2, open, 20)},
			[]vpt.CareTalk{talk("b", "r", 1, held, 5), talk("b2", "r", 2, open, 15)}, "a@9 b@5 b2@15 | a2"},
	} {
		stay, aside := vpt.OnePlan(row.into, row.from)
		got := ""
		for _, c := range stay {
			got += fmt.Sprintf("%s@%d ", c.ID, int(c.DueAt.Sub(hours(0))/time.Hour))
		}
		got += "|"
		for _, c := range aside {
			got += " " + string(c.ID)
		}
		if got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestOnePlan_TheEarliestTermBringsItsWindow(t *testing.T) {
	a := vpt.CareTalk{ID: "a", For: "r", Sequence: 3, State: vpt.TalkPlanned, DueAt: hours(90), PlannedAt: hours(80), NotBefore: "2026-12-20"}
	b := vpt.CareTalk{ID: "b", For: "r", Sequence: 3, State: vpt.TalkOpen, DueAt: hours(50), NotBefore: "2026-12-01"}
	stay, _ := vpt.OnePlan([]vpt.CareTalk{a}, []vpt.CareTalk{b})
	if len(stay) != 1 || stay[0].ID != "a" || stay[0].NotBefore != "2026-12-01" || !stay[0].DueAt.Equal(b.DueAt) {
		t.Errorf("%+v", stay)
	}
}

func TestOneEach(t *testing.T) {
	people := []vpt.Involved{
		{ID: "1", Person: "r", Role: vpt.RoleWitness}, {ID: "2", Role: vpt.RoleAffected}, {ID: "3", Role: vpt.RoleAffected},
		{ID: "4", Person: "r", Role: vpt.RoleAffected}, {ID: "5", Person: "r", Role: vpt.RoleHelper}, {ID: "6", Person: "s", Role: vpt.RoleHelper},
	}
	var got []string
	for _, p := range vpt.OneEach(people) {
		got = append(got, string(p.ID))
	}
	if !slices.Equal(got, []string{"4", "2", "3", "6"}) {
		t.Errorf("%v", got)
	}
}
