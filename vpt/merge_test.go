package vpt_test

import (
	"reflect"
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestMergeFrom_EarliestRunningClockStands(t *testing.T) {
	run := func(due int) vpt.Clock { return vpt.Clock{Due: hours(due)} }
	met := func(due, at int) vpt.Clock { return vpt.Clock{Due: hours(due), Met: hours(at)} }
	for _, row := range []struct {
		name             string
		kind             vpt.ClockKind
		into, from, want vpt.Clock
	}{
		{"both run, the other is earlier", vpt.ClockReaction, run(24), run(20), run(20)},
		{"both run, ours is earlier", vpt.ClockFeedback, run(24), run(40), run(24)},
		{"reacted here, not there", vpt.ClockReaction, met(24, 3), run(20), met(24, 3)},
		{"reacted there, not here", vpt.ClockReaction, run(24), met(20, 3), met(20, 3)},
		{"police told there", vpt.ClockPolice, run(24), met(20, 3), met(20, 3)},
		{"one reporter told, the other waits", vpt.ClockFeedback, met(24, 3), run(40), run(40)},
		{"the other was told, ours waits", vpt.ClockFeedback, run(24), met(20, 3), run(24)},
		{"one had a talk, the other waits", vpt.ClockCare, met(24, 3), run(40), run(40)},
		{"both met", vpt.ClockCare, met(24, 3), met(20, 30), met(20, 30)},
		{"no clock there", vpt.ClockCare, run(24), vpt.Clock{}, run(24)},
		{"no clock here", vpt.ClockCare, vpt.Clock{}, run(24), run(24)},
	} {
		row.into.Kind, row.from.Kind, row.want.Kind = row.kind, row.kind, row.kind
		into, from := vpt.Casefile{Clocks: []vpt.Clock{row.into}}, vpt.Casefile{Clocks: []vpt.Clock{row.from}}
		into.MergeFrom(from, nil)
		if got := into.Clock(row.kind); got.Due != row.want.Due || got.Met != row.want.Met {
			t.Errorf("%s: %+v, want %+v", row.name, got, row.want)
		}
	}
}

func TestMergeFrom_CareIsMetWhenNobodyWaitsForIt(t *testing.T) {
	running := vpt.Clock{Kind: vpt.ClockCare, Due: hours(40)}
	met := vpt.Clock{Kind: vpt.ClockCare, Due: hours(24), Met: hours(3)}
	held := []vpt.CareTalk{{Sequence: 1, State: vpt.TalkHeld}, {Sequence: 2, State: vpt.TalkOpen}}
	waits := append([]vpt.CareTalk{{Sequence: 1, State: vpt.TalkOpen}}, held...)
	for _, row := range []struct {
		into, from vpt.Clock
		talks      []vpt.CareTalk
		want       vpt.Clock
	}{{met, running, held, met}, {running, met, held, met}, {met, running, waits, running}, {running, met, waits, running}} {
		into, from := vpt.Casefile{Clocks: []vpt.Clock{row.into}}, vpt.Casefile{Clocks: []vpt.Clock{row.from}}
		into.MergeFrom(from, row.talks)
		if got := into.Clock(vpt.ClockCare); got != row.want {
			t.Errorf("%+v with %+v: %+v", row.into, row.from, got)
		}
	}
}

func TestMergeFrom_Tracks(t *testing.T) {
	for _, row := range []struct{ into, from, want vpt.TrackState }{
		{vpt.TrackOpen, vpt.TrackOpen, vpt.TrackOpen},
		{vpt.TrackOpen, vpt.TrackBusy, vpt.TrackBusy},
		{vpt.TrackOpen, vpt.TrackDone, vpt.TrackDone},
		{vpt.TrackOpen, vpt.TrackNotApplicable, vpt.TrackOpen},
		{vpt.TrackNotApplicable, vpt.TrackOpen, vpt.TrackNotApplicable},
		{vpt.TrackNotApplicable, vpt.TrackDone, vpt.TrackDone},
		{vpt.TrackDone, vpt.TrackBusy, vpt.TrackDone},
	} {
		into, from := freshCase(nil), freshCase(nil)
		into.SetTrack(vpt.TrackPolice, row.into, vpt.Private{})
		from.SetTrack(vpt.TrackPolice, row.from, vpt.Private{})
		into.MergeFrom(from, nil)
		if got := into.Track(vpt.TrackPolice).State; got != row.want {
			t.Errorf("%s with %s is %s, want %s", row.into, row.from, got, row.want)
		}
	}
}

func TestRestore_BringsBackWhatWas(t *testing.T) {
	into := freshCase(func(c *vpt.Casefile) { c.Owner = "mila" })
	was := freshCase(func(c *vpt.Casefile) { c.Owner = "mila" })
	from := freshCase(func(c *vpt.Casefile) {
		c.State, c.ReceivedOn, c.ReceivedAt = vpt.CaseClosed, "2026-11-16", zeroHour.Add(-24*time.Hour)
		c.Impose("M1", hours(1))
	})
	before := into.MergeFrom(from, nil)
	into.Owner = "wout"
	if into.ReceivedOn != "2026-11-16" || into.Track(vpt.TrackInstigator).State != vpt.TrackDone || before.FromState != vpt.CaseClosed {
		t.Fatalf("merging took over too little: %+v", into)
	}
	into.Restore(before)
	if !reflect.DeepEqual(into, was) {
		t.Errorf("after undoing %+v\nwant %+v", into, was)
	}
}
