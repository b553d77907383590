package app_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func keyed(key string) vpt.Once { return vpt.Once{Key: key, Sum: [32]byte{1}} }

// TestOnce_AnActThatStandsInItsOwnWay: the second time, what the first did
// refuses it. Under the same key that is no refusal.
func TestOnce_AnActThatStandsInItsOwnWay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		h.warn()
		talk := h.planTalk()
		finish := vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: "2026-11-17", Once: keyed("gesprek-0001")}
		involve := vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Person: w.People["anna"], Once: keyed("getuige-0001")}
		closing := vpt.CloseCase{Case: h.Case, Message: vpt.NewPrivate("Klaar."), Once: keyed("afsluiten-0001")}
		for range 2 {
			w.Must(w.App.FinishTalk(h.ctx, h.who, finish))
			w.Must(w.App.AddInvolved(h.ctx, h.who, involve))
		}
		wantCode(t, "add a witness again", w.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{
			Case: h.Case, Role: vpt.RoleWitness, Person: w.People["anna"], Once: keyed("getuige-0002"),
		}), "al-betrokken")
		for _, talk := range h.view().Talks {
			if !talk.Done() && !talk.IsCheck() {
				w.Must(w.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkDeclined, On: "2026-11-17"}))
			}
		}
		h.tellPolice()
		h.tell()
		h.finish(vpt.TrackInstigator, vpt.TrackDamage, vpt.TrackLearning)
		entries := func() string { return w.Value(`SELECT COUNT(position) || '' FROM audit_leaf`) }
		w.Must(w.App.CloseCase(h.ctx, h.who, closing))
		before := entries()
		w.Must(w.App.CloseCase(h.ctx, h.who, closing))
		if after := entries(); after != before {
			t.Errorf("closing again under the same key was logged: %s entries, then %s", before, after)
		}
		closing.Once.Sum[0] = 2
		wantCode(t, "other content under the same key", w.App.CloseCase(h.ctx, h.who, closing), "sleutel-hergebruikt")
		closing.Once = keyed("afsluiten-0002")
		wantCode(t, "close again", w.App.CloseCase(h.ctx, h.who, closing), "zaak-niet-open")
	})
}

// TestOnce_TwoClicks: the same form twice at the same moment is one act, and
// neither is told that somebody else was first.
func TestOnce_TwoClicks(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		for round := range 3 {
			in := vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("gebeld"), Once: keyed("notitie-000" + string(rune('1'+round)))}
			errs := make([]error, 4)
			var wait sync.WaitGroup
			for i := range errs {
				wait.Go(func() { errs[i] = w.App.WriteNote(context.Background(), h.who, in) })
			}
			wait.Wait()
			if err := errors.Join(errs...); err != nil {
				t.Errorf("round %d: %v", round, err)
			}
		}
		if n := len(h.view().Notes); n != 3 {
			t.Errorf("%d notes, want 3", n)
		}
	})
}
