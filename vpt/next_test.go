package vpt_test

import (
	"testing"
	"time"

	"rugdekking/vpt"
)

var zeroHour = time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)

func hours(n int) time.Time { return zeroHour.Add(time.Duration(n) * time.Hour) }

// freshCase is a case as it is just after its report.
func freshCase(change func(*vpt.Casefile)) vpt.Casefile {
	c := vpt.Casefile{
		State: vpt.CaseOpen, Verdict: vpt.VerdictNone, Help: vpt.HelpNo, Choice: vpt.ChoiceNormal, Tracks: vpt.StartTracks(vpt.ChoiceNormal),
		Clocks: []vpt.Clock{
			{Kind: vpt.ClockReaction, Due: hours(24)}, {Kind: vpt.ClockPolice, Due: hours(56)},
			{Kind: vpt.ClockCare, Due: hours(72)}, {Kind: vpt.ClockFeedback, Due: hours(130)},
		},
		ReceivedAt: zeroHour, ReceivedOn: "2026-11-17",
	}
	if change != nil {
		change(&c)
	}
	return c
}

func firstTalk(state vpt.TalkState) vpt.CareTalk {
	return vpt.CareTalk{Sequence: 1, DueAt: hours(72), State: state}
}

func plannedTalk(at time.Time) vpt.CareTalk {
	return vpt.CareTalk{Sequence: 1, DueAt: hours(72), PlannedAt: at, State: vpt.TalkPlanned, With: "mila"}
}

func TestSettle_OneNextStep(t *testing.T) {
	assessed := func(c *vpt.Casefile) { c.Verdict = vpt.VerdictAggression }
	met := func(kinds ...vpt.ClockKind) func(*vpt.Casefile) {
		return func(c *vpt.Casefile) {
			assessed(c)
			for _, k := range kinds {
				c.Meet(k, hours(1))
			}
		}
	}
	allTracks := func(c *vpt.Casefile) {
		met(vpt.ClockReaction, vpt.ClockPolice, vpt.ClockFeedback)(c)
		for _, k := range vpt.TrackKinds() {
			c.SetTrack(k, vpt.TrackDone, vpt.Private{})
		}
	}
	for _, row := range []struct {
		name   string
		change func(*vpt.Casefile)
		talks  []vpt.CareTalk
		want   vpt.NextStep
		clock  vpt.ClockKind
	}{
		{"new", nil, []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.NextAssess, vpt.ClockReaction},
		{"in doubt", func(c *vpt.Casefile) { c.Choice = vpt.ChoiceDoubt }, nil, vpt.NextCall, vpt.ClockReaction},
		{"help now", func(c *vpt.Casefile) { c.Help = vpt.HelpNow }, nil, vpt.NextCall, vpt.ClockReaction},
		{"assessed", assessed, []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.NextReact, vpt.ClockReaction},
		{"reacted", met(vpt.ClockReaction), []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.NextPolice, vpt.ClockPolice},
		{"police told", met(vpt.ClockReaction, vpt.ClockPolice), []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.NextTalk, vpt.ClockCare},
		{"talk planned before feedback is due", met(vpt.ClockReaction, vpt.ClockPolice), []vpt.CareTalk{plannedTalk(hours(70))}, vpt.NextHoldTalk, vpt.ClockCare},
		{"feedback before a later talk", met(vpt.ClockReaction, vpt.ClockPolice), []vpt.CareTalk{plannedTalk(hours(200))}, vpt.NextFeedback, vpt.ClockFeedback},
		{"only tracks are left", met(vpt.ClockReaction, vpt.ClockPolice, vpt.ClockFeedback), []vpt.CareTalk{firstTalk(vpt.TalkHeld)}, vpt.NextTracks, ""},
		{"all done", allTracks, []vpt.CareTalk{firstTalk(vpt.TalkHeld)}, vpt.NextClose, ""},
		{"a planned talk does not hold up closing", allTracks, []vpt.CareTalk{plannedTalk(hours(70))}, vpt.NextClose, vpt.ClockCare},
		{"an unplanned talk does", allTracks, []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.NextTalk, vpt.ClockCare},
		{"closed with a planned talk", func(c *vpt.Casefile) { allTracks(c); c.State = vpt.CaseClosed }, []vpt.CareTalk{plannedTalk(hours(70))}, vpt.NextHoldTalk, vpt.ClockCare},
		{"closed", func(c *vpt.Casefile) { allTracks(c); c.State = vpt.CaseClosed }, nil, vpt.NextNothing, ""},
		{"merged", func(c *vpt.Casefile) { c.State = vpt.CaseMerged }, nil, vpt.NextNothing, ""},
	} {
		c := freshCase(row.change)
		c.Settle(row.talks, hours(2))
		if c.NextStep != row.want || c.NextClock != row.clock {
			t.Errorf("%s: %s by %q, want %s by %q", row.name, c.NextStep, c.NextClock, row.want, row.clock)
		}
	}
}

func TestSettle_ClocksStopWhenTheirTrackNeedsNothingMore(t *testing.T) {
	notApplicable := func(kind vpt.TrackKind) func(*vpt.Casefile) {
		return func(c *vpt.Casefile) {
			c.Verdict = vpt.VerdictAggression
			c.SetTrack(kind, vpt.TrackNotApplicable, vpt.NewPrivate("wens melder"))
		}
	}
	for _, row := range []struct {
		name   string
		change func(*vpt.Casefile)
		talks  []vpt.CareTalk
		clock  vpt.ClockKind
		met    bool
	}{
		{"instigator not applicable", notApplicable(vpt.TrackInstigator), nil, vpt.ClockReaction, true},
		{"police not applicable", notApplicable(vpt.TrackPolice), nil, vpt.ClockPolice, true},
		{"damage says nothing of the reaction", notApplicable(vpt.TrackDamage), nil, vpt.ClockReaction, false},
		{"a wish that nobody confirmed", func(c *vpt.Casefile) { c.Tracks = vpt.StartTracks(vpt.ChoiceRegisterOnly) }, nil, vpt.ClockReaction, false},
		{"first talk held", nil, []vpt.CareTalk{firstTalk(vpt.TalkHeld)}, vpt.ClockCare, true},
		{"first talk declined", nil, []vpt.CareTalk{firstTalk(vpt.TalkDeclined)}, vpt.ClockCare, true},
		{"first talk planned only", nil, []vpt.CareTalk{plannedTalk(hours(5))}, vpt.ClockCare, false},
		{"one of two still waits", nil, []vpt.CareTalk{firstTalk(vpt.TalkHeld), firstTalk(vpt.TalkOpen)}, vpt.ClockCare, false},
		{"care not applicable", notApplicable(vpt.TrackCare), []vpt.CareTalk{firstTalk(vpt.TalkOpen)}, vpt.ClockCare, true},
	} {
		c := freshCase(row.change)
		c.Settle(row.talks, hours(2))
		if got := !c.Clock(row.clock).Met.IsZero(); got != row.met {
			t.Errorf("%s: %s met is %v, want %v", row.name, row.clock, got, row.met)
		}
	}
}

func TestMeet_KeepsTheFirstTime(t *testing.T) {
	c := freshCase(nil)
	c.Meet(vpt.ClockReaction, hours(3))
	c.Meet(vpt.ClockReaction, hours(30))
	if got := c.Clock(vpt.ClockReaction).Met; !got.Equal(hours(3)) {
		t.Errorf("met at %v, want the first time", got)
	}
}

func TestActsOnTracks(t *testing.T) {
	why := vpt.NewPrivate("reden")
	for _, row := range []struct {
		name  string
		do    func(*vpt.Casefile)
		track vpt.TrackKind
		want  vpt.TrackState
		met   vpt.ClockKind
	}{
		{"a warning", func(c *vpt.Casefile) { c.Impose("M1", hours(1)) }, vpt.TrackInstigator, vpt.TrackDone, vpt.ClockReaction},
		{"geen maatregel is no reaction", func(c *vpt.Casefile) { c.Impose(vpt.NoMeasure, hours(1)) }, vpt.TrackInstigator, vpt.TrackBusy, ""},
		{"geen reactie", func(c *vpt.Casefile) { c.LeaveInstigator(why, hours(1)) }, vpt.TrackInstigator, vpt.TrackNotApplicable, vpt.ClockReaction},
		{"geen reactie after a measure", func(c *vpt.Casefile) { c.Impose("M1", hours(1)); c.LeaveInstigator(why, hours(2)) }, vpt.TrackInstigator, vpt.TrackDone, vpt.ClockReaction},
		{"complaint", func(c *vpt.Casefile) { c.TellPolice(vpt.PoliceComplaint, vpt.Private{}, hours(1)) }, vpt.TrackPolice, vpt.TrackDone, vpt.ClockPolice},
		{"no police", func(c *vpt.Casefile) { c.TellPolice(vpt.PoliceNone, why, hours(1)) }, vpt.TrackPolice, vpt.TrackNotApplicable, vpt.ClockPolice},
		{"withdrawn", func(c *vpt.Casefile) { c.Assess(vpt.AssessCase{Verdict: vpt.VerdictWithdrawn, Why: why}) }, vpt.TrackCare, vpt.TrackNotApplicable, ""},
		{"no aggression leaves care", func(c *vpt.Casefile) { c.Assess(vpt.AssessCase{Verdict: vpt.VerdictNoAggression, Why: why}) }, vpt.TrackCare, vpt.TrackOpen, ""},
		{"no aggression ends the rest", func(c *vpt.Casefile) { c.Assess(vpt.AssessCase{Verdict: vpt.VerdictNoAggression, Why: why}) }, vpt.TrackLearning, vpt.TrackNotApplicable, ""},
		{"aggression changes no track", func(c *vpt.Casefile) { c.Assess(vpt.AssessCase{Verdict: vpt.VerdictAggression}) }, vpt.TrackLearning, vpt.TrackOpen, ""},
	} {
		c := freshCase(nil)
		row.do(&c)
		if got := c.Track(row.track).State; got != row.want {
			t.Errorf("%s: track %s is %s, want %s", row.name, row.track, got, row.want)
		}
		if row.met != "" && c.Clock(row.met).Running() {
			t.Errorf("%s: the clock %s still runs", row.name, row.met)
		}
	}
}
