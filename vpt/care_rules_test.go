package vpt_test

import (
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestPause_KeepsWhatWasLeft(t *testing.T) {
	for _, row := range []struct{ name, now, until, want string }{
		{"an hour before the end", "2026-11-18 09:00", "2026-11-19", "2026-11-20 01:00"},
		{"until the same day", "2026-11-17 10:00", "2026-11-17", "2026-11-19 00:00"},
		{"an end on a Saturday moves", "2026-11-17 10:00", "2026-11-19", "2026-11-23 12:00"},
	} {
		c := vpt.Casefile{Clocks: []vpt.Clock{{Kind: vpt.ClockReaction, Due: at(t, "2026-11-18 10:00")}}}
		was := c.Pause(vpt.ClockReaction, vpt.Date(row.until), dutch(t), at(t, row.now))
		if got := c.Clock(vpt.ClockReaction).Due; !was.Equal(at(t, "2026-11-18 10:00")) || !got.Equal(at(t, row.want)) {
			t.Errorf("%s: due %s, want %s", row.name, got.In(amsterdam(t)), row.want)
		}
		if row.name != "an hour before the end" {
			continue
		}
		c.Resume(vpt.ClockPause{Clock: vpt.ClockReaction, From: at(t, row.now), DueWas: was}, dutch(t), at(t, "2026-11-18 12:00"))
		if got := c.Clock(vpt.ClockReaction).Due; !got.Equal(at(t, "2026-11-18 13:00")) {
			t.Errorf("after three hours the clock is due %s, want 13:00", got.In(amsterdam(t)))
		}
	}
}

func TestPauseClock_ThirtyDaysInAll(t *testing.T) {
	clock, now := vpt.Clock{Kind: vpt.ClockPolice, Due: at(t, "2026-12-20 17:00")}, at(t, "2026-12-01 10:00")
	had := []vpt.ClockPause{
		{Clock: vpt.ClockPolice, From: at(t, "2026-11-01 09:00"), Until: "2026-11-30", EndedAt: at(t, "2026-11-10 09:00")}, // ten days
		{Clock: vpt.ClockReaction, From: at(t, "2026-11-01 09:00"), Until: "2026-11-30"},
	}
	in := vpt.PauseClock{Clock: vpt.ClockPolice, Why: vpt.NewPrivate("onderzoek loopt"), Until: "2026-12-20"}
	if err := in.Validate(clock, had, dutch(t), now); err != nil {
		t.Errorf("twenty days more: %v", err)
	}
	in.Until = "2026-12-21"
	if got := vpt.FieldsOf(in.Validate(clock, had, dutch(t), now)); len(got) != 1 || got[0].Code != "pauze-te-lang" {
		t.Errorf("twenty-one days more: %v", got)
	}
}

func TestRaiseSettings(t *testing.T) {
	var none vpt.RaiseSettings
	if none.After(vpt.RaiseOwner) != 0 || none.After(vpt.RaiseCoordinator) != 1 || none.After(vpt.RaiseDirector) != 3 {
		t.Errorf("without a choice: %+v", none.Chosen())
	}
	for in, want := range map[vpt.RaiseSettings]string{
		{}: "", {CoordinatorDays: 1, DirectorDays: 1}: "", {CoordinatorDays: 5, DirectorDays: 30}: "",
		{CoordinatorDays: -1, DirectorDays: 3}: "coordinatorDays", {CoordinatorDays: 2}: "directorDays directorDays", {CoordinatorDays: 3, DirectorDays: 31}: "directorDays",
	} {
		if got := strings.Join(paths(in.Validate()), " "); got != want {
			t.Errorf("%+v: refused at %q, want %q", in, got, want)
		}
	}
}

func TestDigestOf_WhatIsDueTodayOrBecameLate(t *testing.T) {
	task := func(due string) vpt.Task {
		one := vpt.Task{Kind: vpt.TaskStep, Number: due}
		if due != "" {
			one.Due = at(t, due)
		}
		return one
	}
	tasks := vpt.Tasks{Now: at(t, "2026-11-23 07:30"), Zone: amsterdam(t), Tasks: []vpt.Task{
		task("2026-11-19 12:00"), task("2026-11-20 12:00"), task("2026-11-22 12:00"), task("2026-11-23 17:00"), task("2026-11-24 00:00"), task(""),
	}}
	tasks.SortTasks()
	if tasks.Late != 3 || tasks.Today != 1 || tasks.Tasks[5].Late || !tasks.Tasks[5].Due.IsZero() {
		t.Errorf("%d late, %d today, last %+v", tasks.Late, tasks.Today, tasks.Tasks[5])
	}
	var got []string
	for _, i := range vpt.DigestOf(tasks, at(t, "2026-11-20 00:00"), nil).Items {
		got = append(got, i.Number)
	}
	if want := "2026-11-20 12:00, 2026-11-22 12:00, 2026-11-23 17:00"; strings.Join(got, ", ") != want {
		t.Errorf("on Monday: %v, want since Friday: %s", got, want)
	}
	many := tasks
	many.Tasks = nil
	for range vpt.MaxDigestItems + 3 {
		many.Tasks = append(many.Tasks, task("2026-11-23 12:00"))
	}
	if d := vpt.DigestOf(many, at(t, "2026-11-20 00:00"), nil); len(d.Items) != vpt.MaxDigestItems || d.Count() != vpt.MaxDigestItems+3 {
		t.Errorf("%d lines of %d", len(d.Items), d.Count())
	}
}

func TestTimesOf(t *testing.T) {
	start := at(t, "2026-11-17 10:00")
	one := func(contact, met int, late bool) vpt.CaseTimes {
		c := vpt.CaseTimes{Received: start, Clocks: []vpt.Clock{{Kind: vpt.ClockReaction, Due: start.Add(24 * time.Hour)}}}
		if contact > 0 {
			c.Contact = start.Add(time.Duration(contact) * time.Hour)
		}
		if met > 0 {
			c.Clocks[0].Met = start.Add(time.Duration(met) * time.Hour)
		}
		if late {
			c.Clocks[0].Due = start.Add(time.Hour)
		}
		return c
	}
	cases := []vpt.CaseTimes{one(1, 2, false), one(9, 4, true), one(3, 6, false), one(40, 8, false), one(0, 0, false), one(0, 0, true)}
	lines := vpt.TimesOf(cases, start.Add(5*time.Hour))
	if l := lines[0]; l.Kind != vpt.TimeContact || l.N != 4 || l.Median != vpt.NoMedian || l.InTime != 3 || l.Timed != 4 || l.Permille() != vpt.NoPercentage {
		t.Errorf("contact, under five: %+v", l)
	}
	if l := lines[1]; l.N != 4 || l.InTime != 3 || l.Timed != 5 || l.Permille() != 600 {
		t.Errorf("reaction: %+v, %d", l, l.Permille())
	}
	cases = append(cases, one(5, 1, false), one(7, 3, false))
	if l := vpt.TimesOf(cases, start.Add(5*time.Hour))[0]; l.N != 6 || l.Median != 6*time.Hour {
		t.Errorf("the middle of 1, 3, 5, 7, 9 and 40 hours: %+v", l)
	}
	if l := vpt.TimesOf(cases[:1], start)[2]; l.N != 0 || l.Timed != 0 {
		t.Errorf("a case without a clock of care: %+v", l)
	}
}
