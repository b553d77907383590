package app_test

import (
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestPauseClock(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		due := h.view().Case.Clock(vpt.ClockReaction).Due // Wednesday 10:00, a day on
		in := vpt.PauseClock{Case: h.Case, Clock: vpt.ClockReaction, Until: "2026-11-20", Why: p("de politie vroeg om te wachten")}
		for code, change := range map[string]func(*vpt.PauseClock){
			"onbekende-keuze": func(in *vpt.PauseClock) { in.Clock = vpt.ClockCare },
			"in-het-verleden": func(in *vpt.PauseClock) { in.Until = "2026-11-16" },
			"pauze-te-lang":   func(in *vpt.PauseClock) { in.Until = "2026-12-17" },
			"geen-datum":      func(in *vpt.PauseClock) { in.Until = "ooit" },
			"verplicht":       func(in *vpt.PauseClock) { in.Why = vpt.Private{} },
		} {
			wrong := in
			change(&wrong)
			wantCode(t, code, h.App.PauseClock(h.ctx, h.who, wrong), code)
		}
		h.Must(h.App.PauseClock(h.ctx, h.who, in))
		v := h.view()
		// 86 hours of pause, and what was left: Saturday 24:00 + 24 hours is Sunday 10:00 further on; it moves to Monday noon.
		if got := v.Case.Clock(vpt.ClockReaction).Due; !got.Equal(time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)) {
			t.Errorf("due %s, want Monday 12:00", got)
		}
		if len(v.Pauses) != 1 || v.Pauses[0].Why.Reveal() != "de politie vroeg om te wachten" || !v.Pauses[0].DueWas.Equal(due) || v.Pauses[0].ByName.Reveal() != "Mila van Dijk" {
			t.Errorf("%+v", v.Pauses)
		}
		wantCode(t, "twice", h.App.PauseClock(h.ctx, h.who, in), "staat-al-stil")
		r, err := w.App.ReportByNumber(ctx, w.Actor("rosa"), h.report)
		w.Must(err)
		if e := r.Timeline[0]; e.Kind != vpt.EventPaused || !e.Text.IsZero() || e.Detail != "" {
			t.Errorf("the reporter reads %+v", e)
		}
		// Nothing is raised while it stands still.
		w.Clock.Advance(2 * 24 * time.Hour)
		h.who = w.Actor("mila")
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		if n := w.Value(`SELECT COUNT(id) || '' FROM escalation WHERE what = 'klok.reactie'`); n != "0" {
			t.Errorf("a clock that stands still was raised %s times", n)
		}
		h.Must(h.App.ResumeClock(h.ctx, h.who, vpt.ResumeClock{Case: h.Case, Clock: vpt.ClockReaction}))
		if got := h.view().Case.Clock(vpt.ClockReaction).Due; !got.Equal(due.Add(2 * 24 * time.Hour)) {
			t.Errorf("due %s after going on, want two days later than %s", got, due)
		}
		wantCode(t, "going on twice", h.App.ResumeClock(h.ctx, h.who, vpt.ResumeClock{Case: h.Case, Clock: vpt.ClockReaction}), "staat-niet-stil")
		// What has passed stays missed.
		w.Clock.Advance(3 * 24 * time.Hour)
		h.who = w.Actor("mila")
		in.Until = "2026-11-25"
		wantCode(t, "a missed term", h.App.PauseClock(h.ctx, h.who, in), "termijn-al-voorbij")
	})
}
