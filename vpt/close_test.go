package vpt

import (
	"fmt"
	"testing"
	"time"
)

func TestLightEnds(t *testing.T) {
	light := func(change func(*Casefile)) Casefile {
		c := Casefile{State: CaseOpen, Verdict: VerdictAggression, Incident: Incident{Class: LightClass}}
		for i, kind := range TrackKinds() {
			c.Tracks[i] = Track{Kind: kind, State: TrackOpen}
		}
		c.Clocks = []Clock{{Kind: ClockCare, Due: time.Unix(10, 0), Met: time.Unix(5, 0)}}
		change(&c)
		return c
	}
	for _, row := range []struct {
		name   string
		change func(*Casefile)
		want   string
	}{
		{"light", func(*Casefile) {}, "[opvang schade leren]"},
		{"no aggression", func(c *Casefile) { c.Verdict, c.Incident.Class = VerdictNoAggression, 0 }, "[opvang schade leren]"},
		{"grave", func(c *Casefile) { c.Incident.Class = 2 }, "[]"},
		{"not judged", func(c *Casefile) { c.Verdict = VerdictNone }, "[]"},
		{"closed", func(c *Casefile) { c.State = CaseClosed }, "[]"},
		{"nobody talked yet", func(c *Casefile) { c.Clocks[0].Met = time.Time{} }, "[schade leren]"},
		{"damage is worked on", func(c *Casefile) { c.SetTrack(TrackDamage, TrackBusy, Private{}) }, "[opvang leren]"},
		{"learnt", func(c *Casefile) { c.SetTrack(TrackLearning, TrackDone, Private{}) }, "[opvang schade]"},
	} {
		c := light(row.change)
		if got := fmt.Sprint(c.LightEnds(LearningSettings{})); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	every := light(func(*Casefile) {})
	if got := fmt.Sprint(every.LightEnds(LearningSettings{FromClass: LightClass})); got != "[opvang schade]" {
		t.Errorf("an organisation that learns from each: %s", got)
	}
	if got := fmt.Sprint(every.BlocksBut(every.LightEnds(LearningSettings{}))); got != "[spoor-open-veroorzaker spoor-open-politie]" {
		t.Errorf("what is left: %s", got)
	}
}
