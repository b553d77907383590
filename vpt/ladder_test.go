package vpt

import "testing"

// A kind of an organisation's own stands where its list puts it; a shipped one
// stands fast, whatever a list says.
func TestStepOf(t *testing.T) {
	for _, c := range []struct {
		name      string
		code      Code
		want      Step
		restricts bool
	}{
		{"addressing", Code{Code: "M0"}, StepAddress, false},
		{"an order talk", Code{Code: "M3"}, StepOrderTalk, false},
		{"a warning", Code{Code: "M1"}, StepWarn, false},
		{"a fixed contact person", Code{Code: "M5"}, StepRestrict, true},
		{"a judge's ban", Code{Code: "M13"}, StepRestrict, true},
		{"suspending", Code{Code: "M9"}, StepSuspend, true},
		{"mending", Code{Code: "M15"}, StepOrderTalk, false},
		{"no measure", Code{Code: NoMeasure}, StepRestrict, false},
		{"a shipped one that a list calls light", Code{Code: "M8", Class: 1}, StepRestrict, true},
		{"our own, not placed", Code{Code: "taakstraf"}, StepRestrict, true},
		{"our own, a talk", Code{Code: "excuusbrief", Class: 2}, StepOrderTalk, false},
		{"our own, the heaviest", Code{Code: "uitschrijven", Class: 6}, StepStop, true},
		{"our own, off the ladder", Code{Code: "x", Class: 7}, StepRestrict, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := StepOf(c.code); got != c.want || Restricts(c.code) != c.restricts {
				t.Errorf("step %d, through the gates %t; want %d, %t", got, Restricts(c.code), c.want, c.restricts)
			}
		})
	}
}

// The list takes each step that may be chosen, and nothing beyond.
func TestCodeSetNext_PlacesOwnMeasures(t *testing.T) {
	list := CodeSet{List: MeasureList, Version: 1, Codes: []Code{{Code: "M1", LabelNL: "Brief", LabelEN: "Letter", Choosable: true}}}
	own := func(class int) []Code {
		return append([]Code{list.Codes[0]}, Code{Code: "excuusbrief", LabelNL: "Excuusbrief", LabelEN: "Letter of apology", Class: class, Choosable: true})
	}
	for _, step := range ChosenSteps() {
		next, _, err := list.Next(own(int(step)))
		c, _ := next.ByCode("excuusbrief")
		if err != nil || StepOf(c) != step {
			t.Errorf("step %d: %v, it stands on %d", step, err, StepOf(c))
		}
		if _, fixed := FixedStep(c.Code); fixed {
			t.Error("a kind of one's own stands fast")
		}
	}
	for _, class := range []int{-1, 7} {
		if _, _, err := list.Next(own(class)); err == nil {
			t.Errorf("step %d is taken", class)
		}
	}
}
