package vpt_test

import (
	"testing"

	"rugdekking/vpt"
)

func TestAnalyseCase_Validate(t *testing.T) {
	whole := vpt.AnalyseCase{Trigger: "A1", Nature: "frustratie", Causes: []string{"training"}, Colleague: vpt.AnswerNo}
	change := func(f func(*vpt.AnalyseCase)) vpt.AnalyseCase { in := whole; f(&in); return in }
	for _, row := range []struct {
		name string
		in   vpt.AnalyseCase
		want string
	}{
		{"whole", whole, ""},
		{"empty", vpt.AnalyseCase{}, "trigger:verplicht nature:verplicht causes:verplicht colleague:verplicht"},
		{"no cause stands alone", change(func(a *vpt.AnalyseCase) { a.Causes = []string{"geen"} }), ""},
		{"and not beside another", change(func(a *vpt.AnalyseCase) { a.Causes = []string{"training", "geen"} }), "causes:geen-staat-alleen"},
		{"help of nobody", change(func(a *vpt.AnalyseCase) { a.DidWhat = vpt.NewPrivate("riep") }), "colleague:geen-collega"},
		{"help of a colleague", change(func(a *vpt.AnalyseCase) {
			a.Colleague, a.DidWhat, a.DidHelp = vpt.AnswerYes, vpt.NewPrivate("riep"), vpt.AnswerYes
		}), ""},
		{"a number that is none of ours", change(func(a *vpt.AnalyseCase) { a.Lessons = vpt.NewPrivate("zie 123456782") }), "lessons:bsn"},
	} {
		if got := problems(row.in.Validate()); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestNeedsAnalysis(t *testing.T) {
	for _, row := range []struct {
		verdict vpt.Verdict
		class   int
		from    int
		want    bool
	}{
		{vpt.VerdictAggression, 2, 0, false}, {vpt.VerdictAggression, 3, 0, true}, {vpt.VerdictAggression, 4, 0, true},
		{vpt.VerdictAggression, 2, 2, true}, {vpt.VerdictAggression, 3, 4, false}, {vpt.VerdictNoAggression, 4, 0, false}, {vpt.VerdictNone, 4, 1, false},
	} {
		c := vpt.Casefile{Verdict: row.verdict, Incident: vpt.Incident{Class: row.class}}
		if got := c.NeedsAnalysis(vpt.LearningSettings{FromClass: row.from}); got != row.want {
			t.Errorf("%s of class %d from %d: %v", row.verdict, row.class, row.from, got)
		}
	}
	for class, want := range map[int]string{-1: "learning.fromClass:buiten-bereik", 0: "", 4: "", 5: "learning.fromClass:buiten-bereik"} {
		settings := vpt.DefaultSettings()
		settings.Learning.FromClass = class
		if got := problems(settings.Validate()); got != want {
			t.Errorf("from class %d: %q, want %q", class, got, want)
		}
	}
}

func TestPlanImprovement_Validate(t *testing.T) {
	const today = vpt.Date("2026-11-17")
	what := vpt.NewPrivate("noodknop testen")
	for _, row := range []struct {
		name string
		in   vpt.PlanImprovement
		want string
	}{
		{"whole", vpt.PlanImprovement{What: what, Owner: "p", DueOn: today}, ""},
		{"by number", vpt.PlanImprovement{What: what, Lookup: vpt.NewPrivate("P-1"), DueOn: today}, ""},
		{"empty", vpt.PlanImprovement{}, "what:verplicht owner:verplicht dueOn:verplicht"},
		{"yesterday", vpt.PlanImprovement{What: what, Owner: "p", DueOn: "2026-11-16"}, "dueOn:in-het-verleden"},
		{"no day", vpt.PlanImprovement{What: what, Owner: "p", DueOn: "ooit"}, "dueOn:geen-datum"},
	} {
		if got := problems(row.in.Validate(today)); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	if got := problems(vpt.FinishImprovement{DoneOn: "2026-11-18"}.Validate(today)); got != "doneOn:in-de-toekomst result:verplicht" {
		t.Errorf("finished tomorrow without a result: %q", got)
	}
}

func TestTestAccident(t *testing.T) {
	const day, today = vpt.Date("2026-11-10"), vpt.Date("2026-11-17")
	involved := []vpt.Involved{{ID: "anna"}}
	for _, row := range []struct {
		name           string
		in             vpt.TestAccident
		want           string
		notify, listed bool
	}{
		{"a bruise", vpt.TestAccident{Injury: "licht", Absent: vpt.AnswerNo}, "", false, false},
		{"a bruise and a week at home", vpt.TestAccident{Injury: "licht", Absent: vpt.AnswerYes}, "", false, true},
		{"nobody knows yet", vpt.TestAccident{Injury: "psychisch", Absent: vpt.AnswerUnknown}, "", false, false},
		{"hospital by the list", vpt.TestAccident{Injury: "opname", Absent: vpt.AnswerNo}, "", true, true},
		{"hospital by the box", vpt.TestAccident{Injury: "zwaarder", Absent: vpt.AnswerNo, Outcomes: []vpt.AccidentOutcome{vpt.OutcomeHospital}}, "", true, true},
		{"lasting", vpt.TestAccident{Injury: "blijvend", Absent: vpt.AnswerNo}, "", true, true},
		{"death", vpt.TestAccident{Injury: "overlijden", Absent: vpt.AnswerUnknown}, "", true, true},
		{"no injury, yet in hospital", vpt.TestAccident{Injury: "geen", Absent: vpt.AnswerNo, Outcomes: []vpt.AccidentOutcome{vpt.OutcomeHospital}}, "injury:letsel-past-niet", false, false},
		{"empty", vpt.TestAccident{}, "injury:verplicht absent:verplicht", false, false},
		{"somebody else's", vpt.TestAccident{Injury: "licht", Absent: vpt.AnswerNo, Involved: "wim"}, "involved:onbekende-keuze", false, false},
		{"reported before it happened", vpt.TestAccident{Injury: "opname", Absent: vpt.AnswerNo, NotifiedOn: "2026-11-09"}, "notifiedOn:einde-voor-begin", false, false},
		{"reported", vpt.TestAccident{Injury: "opname", Absent: vpt.AnswerNo, NotifiedOn: today, Involved: "anna"}, "", true, true},
		{"made up", vpt.TestAccident{Injury: "licht", Absent: vpt.AnswerNo, Outcomes: []vpt.AccidentOutcome{"schrik"}}, "outcomes:onbekende-keuze", false, false},
	} {
		a, err := row.in.Test(involved, day, today)
		if got := problems(err); got != row.want || got == "" && (a.Notify != row.notify || a.Listed != row.listed || a.Owed() != (row.notify && row.in.NotifiedOn == "")) {
			t.Errorf("%s: %q, notify %v, listed %v, owed %v", row.name, got, a.Notify, a.Listed, a.Owed())
		}
	}
}
