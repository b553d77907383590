package page

import (
	"testing"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// A task says with whom, or whom to ask, when the reader may know.
func TestTaskTitle_NamesWhomItIsAbout(t *testing.T) {
	noor := vpt.NewPrivate("Noor")
	for _, c := range []struct {
		task vpt.Task
		want string
	}{
		{vpt.Task{Kind: vpt.TaskPlan, Name: noor}, "Plan een gesprek met Noor"},
		{vpt.Task{Kind: vpt.TaskHold, Name: noor}, "Gesprek met Noor"},
		{vpt.Task{Kind: vpt.TaskDuty, Duty: vpt.DutyReferral, Name: noor}, "Vraag Noor of er meer hulp nodig is"},
		{vpt.Task{Kind: vpt.TaskDuty, Duty: vpt.DutyReferral}, "Vragen of er meer hulp nodig is"},
	} {
		if got := TaskTitle(nl.New("nl"), c.task); got != c.want {
			t.Errorf("%s %s reads %q, want %q", c.task.Kind, c.task.Duty, got, c.want)
		}
	}
}
