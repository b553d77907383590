package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// tasksOf describes somebody's tasks, in order.
func tasksOf(w *apptest.World, name string) (vpt.Tasks, string) {
	w.T.Helper()
	mine, err := w.App.MyTasks(ctx, w.Actor(name))
	w.Must(err)
	var out []string
	for _, one := range mine.Tasks {
		out = append(out, strings.Join(strings.Fields(strings.Join([]string{string(one.Kind), string(one.Step), string(one.Clock), string(one.Duty), one.Number}, " ")), " "))
	}
	return mine, strings.Join(out, ", ")
}

func TestMyTasks_WhatIsMine(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h, talk := withPia(w)
		if _, got := tasksOf(w, "mila"); got != "stap beoordeel reactie "+h.Case {
			t.Errorf("mila: %s", got)
		}
		mine, got := tasksOf(w, "pia")
		if got != "gesprek-houden" || mine.Tasks[0].Ref != string(talk) || mine.Tasks[0].MayOpen || !mine.Tasks[0].Since.IsZero() || mine.Tasks[0].Name.Reveal() != "Rosa de Wit" {
			t.Errorf("pia: %s %+v", got, mine.Tasks)
		}
		for _, name := range []string{"wout", "dora", "rosa", "bea", "cora"} {
			if _, got := tasksOf(w, name); got != "" {
				t.Errorf("%s has %s", name, got)
			}
		}
		w.Deputise()
		if _, got := tasksOf(w, "dirk"); got != "stap beoordeel reactie "+h.Case {
			t.Errorf("the deputy: %s", got)
		}
		// A case without an owner is the coordinator's, one in which she is a witness is not.
		_, milas := w.Report("mila", nil)
		if _, got := tasksOf(w, "cora"); !strings.HasPrefix(got, "stap beoordeel reactie "+milas) || !strings.Contains(got, "gesprek-plannen") {
			t.Errorf("cora: %s", got)
		}
		if _, got := tasksOf(w, "mila"); strings.Contains(got, milas) {
			t.Errorf("mila has her own case to handle: %s", got)
		}
	})
}

func TestMyTasks_LateFirstWithTheTermsThatPassed(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		w.Clock.Advance(3 * 24 * time.Hour)
		mine, got := tasksOf(w, "mila")
		if want := "stap reageer reactie " + h.Case + ", termijn politie " + h.Case + ", gesprek-plannen " + h.Case; got != want || mine.Late != 2 {
			t.Errorf("%s (%d late), want %s", got, mine.Late, want)
		}
		if !mine.Tasks[0].Late || !mine.Tasks[1].Late || !slices.IsSortedFunc(mine.Tasks, func(a, b vpt.Task) int { return a.Due.Compare(b.Due) }) {
			t.Errorf("%+v", mine.Tasks)
		}
	})
}

// A duty for a role reaches who has that role there, and tells what to do without
// opening the case.
func TestMyTasks_DutiesByNameAndByRole(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		casefile := w.Value(`SELECT id FROM casefile WHERE number = $1`, h.Case)
		owe := func(id, role, person string) {
			var who any
			if person != "" {
				who = string(w.People[person])
			}
			w.Exec(`INSERT INTO duty (organisation_id, id, kind, casefile_id, origin_id, ref, role, person_id, due_at, created_at) VALUES ($1, $2, $3, $4, $4, $2, $5, $6, $7, $7)`,
				string(w.Org.ID), id, string(vpt.DutySecond), casefile, role, who, apptest.Start.Add(time.Hour).UnixMicro())
		}
		owe("d-1", string(vpt.RoleDirector), "")
		owe("d-2", string(vpt.RolePrevention), "petra")
		owe("d-3", string(vpt.RoleManager), "")
		mine, got := tasksOf(w, "dora")
		if got != "taak tweede-paar-ogen "+h.Case || mine.Tasks[0].Role != vpt.RoleDirector || mine.Tasks[0].MayOpen || mine.Tasks[0].Ref != "d-1" {
			t.Errorf("dora: %s %+v", got, mine.Tasks)
		}
		if _, got := tasksOf(w, "petra"); got != "taak tweede-paar-ogen "+h.Case {
			t.Errorf("petra: %s", got)
		}
		if _, got := tasksOf(w, "wout"); got != "" {
			t.Errorf("a manager of another unit: %s", got)
		}
		if _, got := tasksOf(w, "mila"); !strings.Contains(got, "taak tweede-paar-ogen") {
			t.Errorf("the manager of the unit: %s", got)
		}
	})
}
