package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// sameTwice makes cases A and B by two reports of rosa about the same: B a day
// later.
func sameTwice(w *apptest.World) (a, b *handling) {
	a = handle(w, "rosa", "mila")
	w.Clock.Advance(24 * time.Hour)
	b = handle(w, "rosa", "mila")
	a.who = b.who
	return a, b
}

func (h *handling) hold(talk vpt.CareTalk) {
	h.T.Helper()
	h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: "2026-11-18"}))
}

func (h *handling) merge(from *handling) {
	h.T.Helper()
	h.Must(h.App.MergeCases(h.ctx, h.who, vpt.MergeCases{Into: h.Case, From: from.Case}))
}

func (h *handling) split() {
	h.T.Helper()
	h.Must(h.App.UndoMerge(h.ctx, h.who, vpt.UndoMerge{Case: h.Case}))
}

// plan describes the care plan of a case.
func plan(v vpt.CaseView) string {
	out := ""
	for _, t := range v.Talks {
		out += fmt.Sprintf("%s %d %s due %s from %q with %v for %s;", t.ID, t.Sequence, t.State, t.DueAt, t.NotBefore, t.WithName.Reveal(), t.ForName.Reveal())
	}
	return out
}

func TestMergeCases_OnePersonHasOnePlan(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := sameTwice(w)
		b.planTalk()
		wasA, wasB := a.view(), b.view()
		a.merge(b)

		v := a.view()
		if len(v.Involved) != 1 || v.Involved[0].Person != w.People["rosa"] || v.Involved[0].Role != vpt.RoleAffected {
			t.Errorf("involved %+v", v.Involved)
		}
		if len(v.Talks) != 1 || v.Talks[0].ID != wasB.Talks[0].ID || v.Talks[0].State != vpt.TalkPlanned || v.Talks[0].WithName.IsZero() || v.Talks[0].ForName.IsZero() {
			t.Fatalf("plan %s", plan(v))
		}
		if early := wasA.Talks[0].DueAt; !v.Talks[0].DueAt.Equal(early) || !wasB.Talks[0].DueAt.After(early) {
			t.Errorf("the planned talk is due %s, want the earliest term %s", v.Talks[0].DueAt, early)
		}
		list, err := w.App.Worklist(a.ctx, a.who, vpt.WorkFilter{})
		w.Must(err)
		if len(list.Items) != 1 || len(list.Items[0].Affected) != 1 {
			t.Errorf("worklist %+v", list.Items)
		}
		mine, err := w.App.MyTalks(a.ctx, w.Actor("rosa"))
		w.Must(err)
		if len(mine.Talks) != 1 {
			t.Errorf("rosa sees %d talks of hers", len(mine.Talks))
		}
		for _, number := range []string{a.report, b.report} { // each report still says whom it is about
			r, err := w.App.ReportByNumber(a.ctx, w.Actor("rosa"), number)
			w.Must(err)
			if len(r.Affected) != 1 || len(r.Talks) != 1 {
				t.Errorf("report %s: %d affected, %d talks", number, len(r.Affected), len(r.Talks))
			}
		}

		a.split()
		if nowA, nowB := a.view(), b.view(); plan(nowA) != plan(wasA) || plan(nowB) != plan(wasB) || len(nowA.Involved) != 1 || len(nowB.Involved) != 1 {
			t.Errorf("after splitting\nA %s\nwas %s\nB %s\nwas %s", plan(nowA), plan(wasA), plan(nowB), plan(wasB))
		}
	})
}

func TestMergeCases_HeldTalksStayAndNoneIsOwedTwice(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := sameTwice(w)
		a.hold(a.view().Talks[0])
		wasA, wasB := a.view(), b.view()
		b.merge(a) // also the other way round: the case that goes in is further along

		v := b.view()
		if len(v.Talks) != 4 || v.Talks[0].State != vpt.TalkHeld || plan(v) != plan(wasA) {
			t.Errorf("plan %s\nwant %s", plan(v), plan(wasA))
		}
		if care := v.Case.Clock(vpt.ClockCare); care != wasA.Case.Clock(vpt.ClockCare) || care.Running() {
			t.Errorf("care %+v, want that of the case in which the talk was held: %+v", care, wasA.Case.Clock(vpt.ClockCare))
		}
		logged := w.Value(`SELECT payload FROM audit_leaf WHERE payload LIKE '%"case.merge"%' ORDER BY position DESC LIMIT 1`)
		if !strings.Contains(logged, `"talk:`+string(wasB.Talks[0].ID)+`"`) {
			t.Errorf("the log says %s", logged)
		}
		b.split()
		if nowA, nowB := a.view(), b.view(); plan(nowA) != plan(wasA) || plan(nowB) != plan(wasB) || !nowB.Case.Clock(vpt.ClockCare).Running() {
			t.Errorf("after splitting\nA %s\nB %s, care %+v", plan(nowA), plan(nowB), nowB.Case.Clock(vpt.ClockCare))
		}
	})
}

func TestMergeCases_TalksHeldInBothAreHistory(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := sameTwice(w)
		a.hold(a.view().Talks[0])
		b.hold(b.view().Talks[0])
		wasA, wasB := a.view(), b.view()
		a.merge(b)
		byState := map[vpt.TalkState]int{}
		for _, talk := range a.view().Talks {
			byState[talk.State]++
			if talk.ForName.IsZero() {
				t.Errorf("talk %d is for nobody", talk.Sequence)
			}
		}
		if byState[vpt.TalkHeld] != 2 || byState[vpt.TalkOpen] != 3 {
			t.Errorf("talks by state %v, want two held, and a second, a third and a referral check to come", byState)
		}
		a.split()
		if plan(a.view()) != plan(wasA) || plan(b.view()) != plan(wasB) {
			t.Errorf("after splitting\nA %s\nB %s", plan(a.view()), plan(b.view()))
		}
	})
}

func TestMergeCases_AWitnessWhoIsAffectedElsewhereIsAffected(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := handle(w, "anna", "mila"), handle(w, "rosa", "mila")
		a.Must(a.App.AddInvolved(a.ctx, a.who, vpt.AddInvolved{Case: a.Case, Role: vpt.RoleWitness, Person: w.People["rosa"]}))
		a.merge(b)
		v := a.view()
		if len(v.Involved) != 2 || v.Involved[1].Role != vpt.RoleAffected || len(v.Talks) != 2 {
			t.Errorf("%d involved, %+v, plan %s", len(v.Involved), v.Involved, plan(v))
		}
		named := 0
		for _, e := range v.Timeline {
			if e.Kind == vpt.EventInvolved && e.ForName.Reveal() == v.Involved[1].Name.Reveal() {
				named++
			}
		}
		if named != 1 {
			t.Errorf("%d lines of the timeline name who was added", named)
		}
	})
}
