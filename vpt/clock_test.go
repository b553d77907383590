package vpt_test

import (
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestStartClocks(t *testing.T) {
	stay := vpt.DefaultClocks()
	stay.ShiftToNextDay, stay.CareTodayIfLate = false, false
	slow := vpt.DefaultClocks()
	slow.ReactionHours = 7 * 24
	for _, row := range []struct {
		name, received                   string
		settings                         vpt.ClockSettings
		help                             vpt.HelpWish
		choice                           vpt.ReportChoice
		reaction, police, care, feedback string
	}{
		{"a Tuesday", "2026-11-17 10:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceNormal,
			"2026-11-18 10:00", "2026-11-19 17:00", "2026-11-20 10:00", "2026-11-24 17:00"},
		{"a Friday: the end on Saturday moves", "2026-11-20 15:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceNormal,
			"2026-11-23 12:00", "2026-11-24 17:00", "2026-11-23 15:00", "2026-11-27 17:00"},
		{"a Thursday: 72 hours end on Sunday", "2026-11-19 09:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceNormal,
			"2026-11-20 09:00", "2026-11-23 17:00", "2026-11-23 12:00", "2026-11-26 17:00"},
		{"a Friday without moving", "2026-11-20 15:00", stay, vpt.HelpLater, vpt.ChoiceNormal,
			"2026-11-21 15:00", "2026-11-24 17:00", "2026-11-23 15:00", "2026-11-27 17:00"},
		{"before Easter", "2026-04-02 15:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceNormal,
			"2026-04-07 12:00", "2026-04-08 17:00", "2026-04-07 12:00", "2026-04-13 17:00"},
		{"the night of summer time: 24 hours stay 24 hours", "2026-03-28 13:00", stay, vpt.HelpNo, vpt.ChoiceNormal,
			"2026-03-29 14:00", "2026-03-31 17:00", "2026-03-31 14:00", "2026-04-07 17:00"},
		{"the night of winter time", "2026-10-24 13:00", stay, vpt.HelpNo, vpt.ChoiceNormal,
			"2026-10-25 12:00", "2026-10-27 17:00", "2026-10-27 12:00", "2026-10-30 17:00"},
		{"help later: today", "2026-11-17 10:00", vpt.DefaultClocks(), vpt.HelpLater, vpt.ChoiceNormal,
			"2026-11-18 10:00", "2026-11-19 17:00", "2026-11-17 17:00", "2026-11-24 17:00"},
		{"help now, late in the day: at least four hours", "2026-11-17 16:30", vpt.DefaultClocks(), vpt.HelpNow, vpt.ChoiceNormal,
			"2026-11-18 16:30", "2026-11-19 17:00", "2026-11-17 20:30", "2026-11-24 17:00"},
		{"in doubt: called before anything is decided", "2026-11-17 10:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceDoubt,
			"2026-11-18 10:00", "2026-11-19 17:00", "2026-11-18 10:00", "2026-11-24 17:00"},
		{"in doubt on a Friday: both ends move to Monday", "2026-11-20 09:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceDoubt,
			"2026-11-23 12:00", "2026-11-24 17:00", "2026-11-23 09:00", "2026-11-27 17:00"},
		{"in doubt, with help later: today", "2026-11-17 10:00", vpt.DefaultClocks(), vpt.HelpLater, vpt.ChoiceDoubt,
			"2026-11-18 10:00", "2026-11-19 17:00", "2026-11-17 17:00", "2026-11-24 17:00"},
		{"in doubt, where reactions take a week", "2026-11-17 10:00", slow, vpt.HelpNo, vpt.ChoiceDoubt,
			"2026-11-24 10:00", "2026-11-19 17:00", "2026-11-20 10:00", "2026-11-24 17:00"},
		{"registered only: the care term as always", "2026-11-17 10:00", vpt.DefaultClocks(), vpt.HelpNo, vpt.ChoiceRegisterOnly,
			"2026-11-18 10:00", "2026-11-19 17:00", "2026-11-20 10:00", "2026-11-24 17:00"},
	} {
		t.Run(row.name, func(t *testing.T) {
			clocks := vpt.StartClocks(row.settings, dutch(t), at(t, row.received), row.help, row.choice)
			want := []string{row.reaction, row.police, row.care, row.feedback}
			if len(clocks) != len(want) {
				t.Fatalf("%d clocks, want %d", len(clocks), len(want))
			}
			for i, kind := range vpt.ClockKinds() {
				if clocks[i].Kind != kind || !clocks[i].Due.Equal(at(t, want[i])) || !clocks[i].Met.IsZero() {
					t.Errorf("%s: %s due %s, want due %s", kind, clocks[i].Kind, clocks[i].Due.In(amsterdam(t)), want[i])
				}
			}
		})
	}
}

func TestClock_LateIsAboutItsOwnTerm(t *testing.T) {
	due := at(t, "2026-11-18 10:00")
	for _, row := range []struct {
		name          string
		clock         vpt.Clock
		now           time.Time
		running, late bool
	}{
		{"none", vpt.Clock{}, due, false, false},
		{"running", vpt.Clock{Due: due}, due.Add(-time.Second), true, false},
		{"on the dot", vpt.Clock{Due: due}, due, true, false},
		{"ran out", vpt.Clock{Due: due}, due.Add(time.Second), true, true},
		{"met in time, long ago", vpt.Clock{Due: due, Met: due}, due.AddDate(1, 0, 0), false, false},
		{"met too late", vpt.Clock{Due: due, Met: due.Add(time.Minute)}, due.Add(-time.Hour), false, true},
	} {
		if got := row.clock.Running(); got != row.running {
			t.Errorf("%s: running %v, want %v", row.name, got, row.running)
		}
		if got := row.clock.Late(row.now); got != row.late {
			t.Errorf("%s: late %v, want %v", row.name, got, row.late)
		}
	}
}

func TestFirstRunning(t *testing.T) {
	clocks := []vpt.Clock{
		{Kind: vpt.ClockReaction, Due: hours(1), Met: hours(0)}, {Kind: vpt.ClockPolice, Due: hours(30)},
		{Kind: vpt.ClockCare, Due: hours(20)}, {Kind: vpt.ClockFeedback},
	}
	if got := vpt.FirstRunning(clocks); got.Kind != vpt.ClockCare {
		t.Errorf("the first is %q, want %q", got.Kind, vpt.ClockCare)
	}
	if got := vpt.FirstRunning(clocks[:1]); got.Running() || got.Kind != "" {
		t.Errorf("nothing runs, yet the first is %+v", got)
	}
}

func TestClockSettings_Validate(t *testing.T) {
	if err := vpt.DefaultClocks().Validate(); err != nil {
		t.Errorf("the terms of a new organisation: %v", err)
	}
	for path, change := range map[string]func(*vpt.ClockSettings){
		"reactionHours":  func(s *vpt.ClockSettings) { s.ReactionHours = 0 },
		"policeDays":     func(s *vpt.ClockSettings) { s.PoliceDays = 251 },
		"careHours":      func(s *vpt.ClockSettings) { s.CareHours = 24*60 + 1 },
		"secondTalkDays": func(s *vpt.ClockSettings) { s.SecondTalkDays = -1 },
		"thirdTalkFrom":  func(s *vpt.ClockSettings) { s.ThirdTalkFrom = 57 },
		"thirdTalkDays":  func(s *vpt.ClockSettings) { s.ThirdTalkDays = 366 },
		"feedbackDays":   func(s *vpt.ClockSettings) { s.FeedbackDays = 0 },
	} {
		s := vpt.DefaultClocks()
		change(&s)
		if got := paths(s.Validate()); len(got) != 1 || got[0] != path {
			t.Errorf("a wrong %s is told as %v", path, got)
		}
	}
}
