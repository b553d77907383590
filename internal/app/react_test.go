package app_test

import (
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// light is an assessment of a light incident with a reaction in one go.
func light(h *handling, react, why string) vpt.AssessCase {
	return vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: vpt.LightClass, React: react, ReactWhy: p(why)}
}

func TestAssessCase_ReactsAtOnceToWhatIsLight(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		wantCode(t, "no reason", h.App.AssessCase(h.ctx, h.who, light(h, "M0", "")), "verplicht")
		grave := light(h, "M0", "meteen aangesproken")
		grave.Class = 2
		wantCode(t, "not light", h.App.AssessCase(h.ctx, h.who, grave), "alleen-bij-licht")
		wantCode(t, "a warning", h.App.AssessCase(h.ctx, h.who, light(h, "M1", "brief")), "onbekende-keuze")
		if v := h.view(); v.Case.Verdict != vpt.VerdictNone || len(v.Measures) != 0 {
			t.Fatalf("a refusal left %s and %d measures", v.Case.Verdict, len(v.Measures))
		}
		h.Must(h.App.AssessCase(h.ctx, h.who, light(h, "M0", "meteen aangesproken")))
		v := h.view()
		if v.Case.Verdict != vpt.VerdictAggression || len(v.Measures) != 1 || v.Measures[0].Kind.Code != "M0" || v.Measures[0].DecidedBy != w.People["mila"] {
			t.Errorf("assessed %s, measures %+v", v.Case.Verdict, v.Measures)
		}
		if v.Case.Clock(vpt.ClockReaction).Running() || v.Case.Track(vpt.TrackInstigator).State != vpt.TrackDone {
			t.Error("the reaction is still owed")
		}
		if n := h.mails("rosa", vpt.MailNews); n != "1" {
			t.Errorf("%s mails to the reporter, want one about both", n)
		}
	})
}

func TestAssessCase_NoReactionAtOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AssessCase(h.ctx, h.who, light(h, vpt.NoReaction, "onbekend gebleven")))
		v := h.view()
		if v.Case.Clock(vpt.ClockReaction).Running() || v.Case.Track(vpt.TrackInstigator).State != vpt.TrackNotApplicable || len(v.Measures) != 0 {
			t.Errorf("the reaction is still owed, or there is a measure: %+v", v.Measures)
		}
		if n := h.mails("rosa", vpt.MailNews); n != "1" {
			t.Errorf("%s mails to the reporter, want one about the assessment", n)
		}
	})
}
