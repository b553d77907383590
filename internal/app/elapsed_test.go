package app_test

import (
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestElapsed(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		var cases []*handling
		for range 5 {
			cases = append(cases, handle(w, "rosa", "mila"))
		}
		handle(w, "wim", "wout") // of another unit: nothing happened in it
		withdrawn := handle(w, "anna", "mila")
		withdrawn.Must(withdrawn.App.AssessCase(ctx, withdrawn.who, vpt.AssessCase{Case: withdrawn.Case, Verdict: vpt.VerdictWithdrawn, Why: p("toch niet")}))
		for i, h := range cases { // after one hour, two, three…
			w.Clock.Set(apptest.Start.Add(time.Duration(i+1) * time.Hour))
			h.who = w.Actor("mila")
			h.Must(h.App.WriteNote(h.ctx, h.who, vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleReporter, Text: p("ik bel je")}))
		}
		cases[0].Must(cases[0].App.FinishTalk(ctx, cases[0].who, vpt.FinishTalk{Case: cases[0].Case, Talk: cases[0].view().Talks[0].ID, State: vpt.TalkDeclined, On: today}))
		w.Clock.Set(apptest.Start.Add(30 * time.Hour)) // the reactions are late now
		all, err := w.App.Elapsed(ctx, w.Actor("dora"), period())
		w.Must(err)
		lines := map[vpt.TimeKind]vpt.TimeLine{}
		for _, l := range all.Total.Lines {
			lines[l.Kind] = l
		}
		if c := lines[vpt.TimeContact]; c.N != 5 || c.Median != 3*time.Hour || c.InTime != 5 || c.Timed != 6 || c.Permille() != 833 {
			t.Errorf("contact %+v, share %d", c, c.Permille())
		}
		if r := lines[vpt.TimeReaction]; r.N != 0 || r.Median != vpt.NoMedian || r.Timed != 6 || r.InTime != 0 {
			t.Errorf("reaction %+v", r)
		}
		if c := lines[vpt.TimeCare]; c.N != 0 || c.Timed != 0 {
			t.Errorf("a talk that was declined counts: %+v", c)
		}
		if len(all.Units) != 2 || all.Units[0].Name != "Balie" || all.Units[1].Name != "Werk" || all.Units[1].Lines[0].Permille() != vpt.NoPercentage || all.Narrowed {
			t.Errorf("units %+v", all.Units)
		}
		mine, err := w.App.Elapsed(ctx, w.Actor("wout"), period())
		w.Must(err)
		if len(mine.Units) != 1 || mine.Units[0].Name != "Werk" || mine.Total.Lines[0].Timed != 1 || !mine.Narrowed {
			t.Errorf("a manager sees %+v", mine)
		}
		for _, name := range []string{"rosa", "bea", "sven", "pia", "petra"} {
			if _, err := w.App.Elapsed(ctx, w.Actor(name), period()); err == nil {
				t.Errorf("%s sees the times", name)
			}
		}
		_, err = w.App.Elapsed(ctx, w.Actor("ada"), vpt.Period{From: "2026-12-01", To: "2026-01-01"})
		wantCode(t, "backwards", err, "einde-voor-begin")
	})
}
