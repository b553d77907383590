package vpt_test

import (
	"slices"
	"testing"
	"time"

	"rugdekking/vpt"
)

// finished is a case of which nothing stands in the way of closing.
func finished(change func(*vpt.Casefile)) vpt.Casefile {
	return freshCase(func(c *vpt.Casefile) {
		c.Verdict = vpt.VerdictAggression
		for _, k := range vpt.TrackKinds() {
			c.SetTrack(k, vpt.TrackDone, vpt.Private{})
		}
		for _, k := range vpt.ClockKinds() {
			c.Meet(k, hours(2))
		}
		if change != nil {
			change(c)
		}
	})
}

func TestWhatBlocksClosing(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(*vpt.Casefile)
		want   []string
	}{
		{"nothing", nil, nil},
		{"not assessed", func(c *vpt.Casefile) { c.Verdict = vpt.VerdictNone }, []string{"nog-niet-beoordeeld"}},
		{"one track open", func(c *vpt.Casefile) { c.SetTrack(vpt.TrackDamage, vpt.TrackOpen, vpt.Private{}) }, []string{"spoor-open-schade"}},
		{"one track busy", func(c *vpt.Casefile) { c.SetTrack(vpt.TrackCare, vpt.TrackBusy, vpt.Private{}) }, []string{"spoor-open-opvang"}},
		{"not applicable does not", func(c *vpt.Casefile) { c.SetTrack(vpt.TrackPolice, vpt.TrackNotApplicable, vpt.NewPrivate("x")) }, nil},
		{"feedback not sent", func(c *vpt.Casefile) { c.Clocks[3].Met = time.Time{} }, []string{"terugkoppeling-open"}},
		{"an unmet reaction clock does not", func(c *vpt.Casefile) { c.Clocks[0].Met = time.Time{} }, nil},
		{"closed already", func(c *vpt.Casefile) { c.State = vpt.CaseClosed; c.Verdict = vpt.VerdictNone }, []string{"zaak-niet-open"}},
		{"merged", func(c *vpt.Casefile) { c.State = vpt.CaseMerged }, []string{"zaak-niet-open"}},
		{"imported", func(c *vpt.Casefile) { c.State = vpt.CaseImported }, []string{"zaak-niet-open"}},
	} {
		if got := finished(row.change).WhatBlocksClosing(); !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
	fresh := freshCase(nil)
	want := []string{"nog-niet-beoordeeld", "spoor-open-opvang", "spoor-open-veroorzaker", "spoor-open-politie", "spoor-open-schade", "spoor-open-leren", "terugkoppeling-open"}
	if got := fresh.WhatBlocksClosing(); !slices.Equal(got, want) {
		t.Errorf("a new case: %v, want %v", got, want)
	}
}

func TestNext_IsWhatIsDueFirst(t *testing.T) {
	met := func(kinds ...vpt.ClockKind) func(*vpt.Casefile) {
		return func(c *vpt.Casefile) {
			for _, k := range kinds {
				c.Meet(k, hours(1))
			}
		}
	}
	for _, row := range []struct {
		name   string
		change func(*vpt.Casefile)
		talk   time.Time
		due    time.Time
		kind   vpt.ClockKind
	}{
		{"the reaction", nil, hours(72), hours(24), vpt.ClockReaction},
		{"after the reaction, the police", met(vpt.ClockReaction), hours(72), hours(56), vpt.ClockPolice},
		{"a talk today comes first", nil, hours(4), hours(4), vpt.ClockCare},
		{"the talk's own term counts, not the care clock's", met(vpt.ClockReaction, vpt.ClockPolice), time.Time{}, hours(130), vpt.ClockFeedback},
		{"nothing is due", met(vpt.ClockKinds()...), time.Time{}, time.Time{}, ""},
		{"talks go on after closing", func(c *vpt.Casefile) { c.State = vpt.CaseClosed }, hours(200), hours(200), vpt.ClockCare},
		{"clocks do not", func(c *vpt.Casefile) { c.State = vpt.CaseClosed }, time.Time{}, time.Time{}, ""},
		{"a case without clocks", func(c *vpt.Casefile) { c.Clocks = nil }, hours(5), hours(5), vpt.ClockCare},
	} {
		due, kind := freshCase(row.change).Next(row.talk)
		if !due.Equal(row.due) || kind != row.kind {
			t.Errorf("%s: %s at %s, want %s at %s", row.name, kind, due, row.kind, row.due)
		}
	}
}

func TestMeet_ALaterMomentNeverReplacesTheFirst(t *testing.T) {
	c := freshCase(nil)
	c.Meet(vpt.ClockReaction, hours(30))
	c.Meet(vpt.ClockReaction, hours(40))
	if got := c.Clock(vpt.ClockReaction); !got.Met.Equal(hours(30)) || !got.Late(hours(31)) {
		t.Errorf("the clock was met %s and is late: %v; want 30 hours on, and late", got.Met, got.Late(hours(31)))
	}
	if got := c.Clock("onbekend"); got.Running() {
		t.Errorf("a clock that is not there runs: %+v", got)
	}
}
