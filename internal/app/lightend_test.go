package app_test

import (
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// ends says of each track why nothing more is needed.
func ends(tracks ...vpt.TrackKind) []vpt.TrackEnd {
	out := make([]vpt.TrackEnd, len(tracks))
	for i, kind := range tracks {
		out[i] = vpt.TrackEnd{Track: kind, Why: p("niet nodig: " + string(kind))}
	}
	return out
}

func TestCloseCase_EndsWhatALightIncidentDoesNotNeed(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		closed := func(tracks ...vpt.TrackKind) error {
			return h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: p("Dank je."), NotNeeded: ends(tracks...)})
		}
		h.Must(h.App.AssessCase(h.ctx, h.who, light(h, "M0", "meteen aangesproken")))
		h.tellPolice()
		h.tell()
		wantCode(t, "before the first talk", closed(vpt.TrackCare, vpt.TrackDamage, vpt.TrackLearning), "onbekende-keuze")
		h.Clock.Advance(24 * time.Hour)
		h.hold(h.view().Talks[0])
		if v := h.view(); !v.MayClose || len(v.LightEnds) != 3 || v.Next == vpt.NextClose {
			t.Errorf("may close %v, with %v ended; next %s", v.MayClose, v.LightEnds, v.Next)
		}
		wantCode(t, "one is left", closed(vpt.TrackCare, vpt.TrackDamage), "spoor-open-leren")
		wantCode(t, "the police", closed(vpt.TrackPolice), "onbekende-keuze")
		h.Must(closed(vpt.TrackCare, vpt.TrackDamage, vpt.TrackLearning))
		v := h.view()
		if v.Case.State != vpt.CaseClosed || v.Case.Track(vpt.TrackDamage).Why.Reveal() != "niet nodig: schade" || v.Case.Track(vpt.TrackCare).State != vpt.TrackNotApplicable {
			t.Errorf("%s with %+v", v.Case.State, v.Case.Tracks)
		}
		for _, talk := range v.Talks {
			if !talk.Done() {
				t.Errorf("talk %d is %s", talk.Sequence, talk.State)
			}
		}
		var lines []string
		for _, e := range v.Timeline {
			if e.Kind == vpt.EventTrack {
				lines = append(lines, e.Ref+" "+e.Detail)
			}
		}
		if got := strings.Join(lines, ", "); strings.Count(got, "niet-van-toepassing") != 3 {
			t.Errorf("the timeline says %q", got)
		}
		if duties := h.duties(); duties != "" {
			t.Errorf("still owed: %s", duties)
		}
	})
}

func TestCloseCase_AGraveCaseEndsTrackByTrack(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assessAs(2, "B1")
		h.warn()
		h.tellPolice()
		h.tell()
		h.Clock.Advance(24 * time.Hour)
		h.hold(h.view().Talks[0])
		if v := h.view(); v.MayClose || len(v.LightEnds) != 0 {
			t.Errorf("may close %v, with %v ended", v.MayClose, v.LightEnds)
		}
		err := h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: p("Dank je."), NotNeeded: ends(vpt.TrackDamage)})
		wantCode(t, "not light", err, "onbekende-keuze")
		if state := h.track(vpt.TrackDamage); state != vpt.TrackOpen {
			t.Errorf("a refusal left damage %s", state)
		}
	})
}
