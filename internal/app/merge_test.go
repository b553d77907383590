package app_test

import (
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// twoCases makes cases A (rosa, handled by mila) and B (anna, a day later).
func twoCases(w *apptest.World) (a, b *handling) {
	a = handle(w, "rosa", "mila")
	w.Clock.Advance(24 * time.Hour)
	b = handle(w, "anna", "mila")
	a.who = b.who
	return a, b
}

func TestMergeCases_EverythingGoesAlongAndComesBack(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := twoCases(w)
		b.assess()
		b.warn()
		b.Must(b.App.WriteNote(b.ctx, b.who, vpt.WriteNote{Case: b.Case, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("notitie van B")}))
		wasA, wasB := a.view(), b.view()
		a.Must(a.App.MergeCases(a.ctx, a.who, vpt.MergeCases{Into: a.Case, From: b.Case}))

		v := b.view() // its address leads to A
		if v.Case.Number != a.Case || len(v.Reports) != 2 || len(v.Involved) != 2 || len(v.Talks) != 2 || len(v.Measures) != 1 ||
			len(v.Instigators) != 1 || len(v.Notes) != 1 || len(v.MergedFrom) != 1 || !v.MayUnmerge {
			t.Fatalf("merged: %s with %d reports, %d people, %d talks, %d measures, %d instigators, %d notes, from %v, undo %v", v.Case.Number,
				len(v.Reports), len(v.Involved), len(v.Talks), len(v.Measures), len(v.Instigators), len(v.Notes), v.MergedFrom, v.MayUnmerge)
		}
		if v.Case.Clock(vpt.ClockReaction).Running() || !v.Case.Clock(vpt.ClockCare).Due.Equal(wasA.Case.Clock(vpt.ClockCare).Due) {
			t.Errorf("clocks %+v", v.Case.Clocks)
		}
		origins := map[string]int{}
		for _, e := range v.Timeline {
			origins[e.Origin]++
		}
		if origins[b.Case] != len(wasB.Timeline) || v.Timeline[0].Kind != vpt.EventMerged {
			t.Errorf("timeline by origin %v, newest %s", origins, v.Timeline[0].Kind)
		}
		wantCode(t, "act on the merged case", b.App.WriteNote(b.ctx, b.who, vpt.WriteNote{Case: b.Case, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("x")}), "zaak-niet-open")

		a.Must(a.App.UndoMerge(a.ctx, a.who, vpt.UndoMerge{Case: a.Case}))
		nowA, nowB := a.view(), b.view()
		if nowB.Case.Number != b.Case || nowB.Case.State != vpt.CaseOpen || len(nowB.Reports) != 1 || len(nowB.Measures) != 1 || len(nowB.Notes) != 1 ||
			len(nowB.Timeline) != len(wasB.Timeline)+1 || nowB.Next != wasB.Next {
			t.Errorf("B after undoing: %+v", nowB.Case)
		}
		if len(nowA.Reports) != 1 || len(nowA.Measures) != 0 || !nowA.Case.Clock(vpt.ClockReaction).Running() || nowA.Next != wasA.Next || nowA.MayUnmerge {
			t.Errorf("A after undoing: %+v", nowA.Case)
		}
	})
}

func TestUndoMerge_NotAfterSomethingNew(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := twoCases(w)
		wantCode(t, "nothing to undo", a.App.UndoMerge(a.ctx, a.who, vpt.UndoMerge{Case: a.Case}), "samenvoegen-ligt-vast")
		a.Must(a.App.MergeCases(a.ctx, a.who, vpt.MergeCases{Into: a.Case, From: b.Case}))
		a.assess()
		wantCode(t, "after an assessment", a.App.UndoMerge(a.ctx, a.who, vpt.UndoMerge{Case: a.Case}), "samenvoegen-ligt-vast")
		if a.view().MayUnmerge {
			t.Error("the page would offer it all the same")
		}
	})
}

func TestUndoMerge_TakesAlongWhatWasMergedBefore(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := twoCases(w)
		c := handle(w, "leo", "mila")
		b.Must(b.App.MergeCases(b.ctx, b.who, vpt.MergeCases{Into: b.Case, From: c.Case}))
		a.Must(a.App.MergeCases(a.ctx, a.who, vpt.MergeCases{Into: a.Case, From: b.Case}))
		if v := c.view(); v.Case.Number != a.Case || len(v.Reports) != 3 {
			t.Fatalf("C leads to %s with %d reports", v.Case.Number, len(v.Reports))
		}
		a.Must(a.App.UndoMerge(a.ctx, a.who, vpt.UndoMerge{Case: a.Case}))
		if v := c.view(); v.Case.Number != b.Case || len(v.Reports) != 2 {
			t.Errorf("C leads to %s with %d reports, want B with 2", v.Case.Number, len(v.Reports))
		}
	})
}

func TestMergeCases_Refusals(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := twoCases(w)
		elsewhere := handle(w, "wim", "wout")
		merge := func(from string, owner bool) error {
			return a.App.MergeCases(a.ctx, a.who, vpt.MergeCases{Into: a.Case, From: from, OwnerFrom: owner})
		}
		wantCode(t, "a case of another unit", merge(elsewhere.Case, false), "zaak-niet-gevonden")
		wantCode(t, "no case", merge("Z-2026-99999", false), "zaak-niet-gevonden")
		wantCode(t, "itself", merge(a.Case, false), "zelfde-zaak")
		wantCode(t, "a manager chooses the owner", merge(b.Case, true), "alleen-coordinator")
		a.who = w.Actor("cora")
		a.Must(merge(elsewhere.Case, true))
		if v := a.view(); v.Owner.ID != w.People["wout"] {
			t.Errorf("owner %s, want wout", v.Owner.ID)
		}
		wantCode(t, "merged already", merge(elsewhere.Case, false), "zaak-niet-open")
	})
}

func TestMergeCases_AnOwnerWhoIsAffectedThereIsReplaced(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a := handle(w, "rosa", "cora")
		other := handle(w, "mila", "cora")
		a.Must(a.App.MergeCases(a.ctx, a.who, vpt.MergeCases{Into: a.Case, From: other.Case}))
		if v := a.view(); v.Owner.ID != "" || !v.MayUnmerge {
			t.Errorf("owner %q, undo %v", v.Owner.ID, v.MayUnmerge)
		}
		if n := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = 'zaak-toegewezen'`); n != "0" {
			t.Errorf("%s mails: the coordinator did it herself", n)
		}
	})
}
