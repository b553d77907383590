package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// handling is a case in the hands of somebody who handles it.
type handling struct {
	*apptest.World
	ctx          context.Context
	who          vpt.Actor
	report, Case string
}

func handle(w *apptest.World, reporter, handler string) *handling {
	report, casefile := w.Report(reporter, nil)
	return &handling{World: w, ctx: context.Background(), who: w.Actor(handler), report: report, Case: casefile}
}

func (h *handling) view() vpt.CaseView {
	h.T.Helper()
	v, err := h.App.CaseByNumber(h.ctx, h.who, h.Case)
	h.Must(err)
	return v
}

func (h *handling) assess() {
	h.T.Helper()
	h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 2, FactsComplete: true}))
}

func (h *handling) warn() {
	h.T.Helper()
	h.Must(h.App.RecordInstigator(h.ctx, h.who, vpt.RecordInstigator{Case: h.Case, Kind: vpt.InstigatorUnknown, Relation: "inwoner", Description: vpt.NewPrivate("man, grijze jas")}))
	h.Must(h.App.DecideMeasure(h.ctx, h.who, vpt.DecideMeasure{Case: h.Case, Kind: "M1", Reason: vpt.NewPrivate("eerste keer"), DecideOn: "2026-11-17"}))
}

func (h *handling) tellPolice() {
	h.T.Helper()
	h.Must(h.App.RecordPolice(h.ctx, h.who, vpt.RecordPolice{Case: h.Case, Kind: vpt.PoliceNotice, DoneOn: "2026-11-17", Reference: vpt.NewPrivate("PL-1")}))
}

func (h *handling) planTalk() vpt.CareTalk {
	h.T.Helper()
	talk := h.view().Talks[0]
	h.Must(h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: talk.ID, On: "2026-11-18", Time: "10:00", With: h.who.Person}))
	return talk
}

func (h *handling) finish(kinds ...vpt.TrackKind) {
	h.T.Helper()
	for _, kind := range kinds {
		h.Must(h.App.SetTrack(h.ctx, h.who, vpt.SetTrack{Case: h.Case, Track: kind, State: vpt.TrackDone}))
	}
}

func (h *handling) tell() {
	h.T.Helper()
	h.Must(h.App.SendFeedback(h.ctx, h.who, vpt.SendFeedback{Case: h.Case, Text: vpt.NewPrivate("We hebben met hem gesproken.")}))
}

// mails counts the notifications of one reason to a person.
func (h *handling) mails(person string, reason vpt.MailReason) string {
	return h.Value(`SELECT COUNT(id) || '' FROM mail WHERE person_id = $1 AND reason = $2`, string(h.People[person]), string(reason))
}

func wantCode(t *testing.T, what string, err error, code string) {
	t.Helper()
	var e *vpt.Error
	if !errors.As(err, &e) || e.Code != code && !slices.ContainsFunc(e.Fields, func(f vpt.Field) bool { return f.Code == code }) {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func TestCase_FromReportToClosed(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		if v := h.view(); v.Next != vpt.NextAssess || v.Case.NextClock != vpt.ClockReaction || !v.MayAct || v.MayClose || v.MayReassign {
			t.Errorf("new case: next %s by %s, flags %v %v %v", v.Next, v.Case.NextClock, v.MayAct, v.MayClose, v.MayReassign)
		}
		for _, step := range []struct {
			do   func()
			want vpt.NextStep
		}{
			{h.assess, vpt.NextReact}, {h.warn, vpt.NextPolice}, {h.tellPolice, vpt.NextTalk},
			{func() { h.planTalk() }, vpt.NextHoldTalk}, {h.tell, vpt.NextTracks},
			{func() { h.finish(vpt.TrackDamage, vpt.TrackLearning) }, vpt.NextClose},
		} {
			step.do()
			if got := h.view().Next; got != step.want {
				t.Errorf("next step %s, want %s", got, step.want)
			}
		}
		h.Must(h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: vpt.NewPrivate("Dank je wel.")}))
		v := h.view()
		if v.Case.State != vpt.CaseClosed || v.MayAct || !v.MayReopen || !v.MayTalk || v.Next != vpt.NextHoldTalk {
			t.Errorf("closed: %s, act %v, reopen %v, talk %v, next %s", v.Case.State, v.MayAct, v.MayReopen, v.MayTalk, v.Next)
		}
		for _, c := range v.Case.Clocks {
			if c.Running() != (c.Kind == vpt.ClockCare) {
				t.Errorf("clock %s: running %v", c.Kind, c.Running())
			}
		}
		// Assessed, measure, police, feedback, closed: each is news to her.
		if n := h.mails("rosa", vpt.MailNews); n != "5" {
			t.Errorf("%s mails with news, want 5", n)
		}
		if n := h.mails("rosa", vpt.MailTalk); n != "1" {
			t.Errorf("%s mails about a talk, want 1", n)
		}
	})
}

func TestCase_WhatTheReporterSeesOfTheTimeline(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		h.warn()
		h.tellPolice()
		h.planTalk()
		h.Must(h.App.WriteNote(h.ctx, h.who, vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("alleen voor ons")}))
		h.Must(h.App.WriteNote(h.ctx, h.who, vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("ook voor Rosa")}))
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Name: vpt.NewPrivate("een beveiliger")}))
		h.finish(vpt.TrackDamage)
		seen := map[vpt.EventKind]vpt.Visibility{}
		notes := map[vpt.Visibility]int{}
		for _, e := range h.view().Timeline {
			seen[e.Kind] = e.Visible
			if e.Kind == vpt.EventNote {
				notes[e.Visible]++
			}
			if e.Kind != vpt.EventReported && e.ByName.Reveal() != "Mila van Dijk" && e.Kind != vpt.EventOwned {
				t.Errorf("%s was done by %q", e.Kind, e.ByName.Reveal())
			}
		}
		for kind, want := range map[vpt.EventKind]vpt.Visibility{
			vpt.EventReported: vpt.VisibleReporter, vpt.EventOwned: vpt.VisibleReporter, vpt.EventAssessed: vpt.VisibleReporter,
			vpt.EventMeasure: vpt.VisibleReporter, vpt.EventPolice: vpt.VisibleReporter, vpt.EventTalkPlanned: vpt.VisibleReporter,
			vpt.EventInstigator: vpt.VisibleHandlers, vpt.EventInvolved: vpt.VisibleHandlers, vpt.EventTrack: vpt.VisibleHandlers,
		} {
			if seen[kind] != want {
				t.Errorf("%s is for %q, want %q", kind, seen[kind], want)
			}
		}
		if notes[vpt.VisibleHandlers] != 1 || notes[vpt.VisibleReporter] != 1 {
			t.Errorf("notes %v", notes)
		}
	})
}

func TestCase_Refusals(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		reason, day := vpt.NewPrivate("reden"), vpt.Date("2026-11-17")
		measure := func(kind string) error {
			return h.App.DecideMeasure(h.ctx, h.who, vpt.DecideMeasure{Case: h.Case, Kind: kind, Reason: reason, DecideOn: day})
		}
		wantCode(t, "close at once", h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: reason}), "nog-niet-beoordeeld")
		wantCode(t, "warning without an instigator", measure("M1"), "veroorzaker-ontbreekt")
		wantCode(t, "damage as a measure", measure("M11"), "onbekende-keuze")
		wantCode(t, "care by hand", h.App.SetTrack(h.ctx, h.who, vpt.SetTrack{Case: h.Case, Track: vpt.TrackCare, State: vpt.TrackDone}), "volgt-uit-gesprekken")
		wantCode(t, "reopen an open case", h.App.ReopenCase(h.ctx, h.who, vpt.ReopenCase{Case: h.Case, Why: reason}), "zaak-niet-open")
		wantCode(t, "talk of another case", h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: "x", State: vpt.TalkHeld, On: day}), "niet-gevonden")
		talk := h.view().Talks[0]
		plan := vpt.PlanTalk{Case: h.Case, Talk: talk.ID, On: "2026-11-16", With: h.who.Person}
		wantCode(t, "talk yesterday", h.App.PlanTalk(h.ctx, h.who, plan), "in-het-verleden")
		plan.On, plan.With = "2026-11-18", w.People["rosa"]
		wantCode(t, "talk with herself", h.App.PlanTalk(h.ctx, h.who, plan), "onbekende-keuze")
		h.Must(measure("M0"))
	})
}

func TestCase_IdentityOnlyWithTheGatesOpen(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		in := vpt.RecordInstigator{Case: h.Case, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: vpt.NewPrivate("J. Voorbeeld"), Postponed: vpt.NewPrivate("onderzoek loopt")}
		h.Must(h.App.RecordInstigator(h.ctx, h.who, in))
		if got := h.view().Instigators[0]; got.Name.Reveal() != "J. Voorbeeld" || got.RetainUntil != "2031-11-17" {
			t.Errorf("recorded %q until %s", got.Name.Reveal(), got.RetainUntil)
		}
		settings := w.Org.Settings
		settings.Instigator = vpt.InstigatorGates{}
		h.Must(h.App.SaveSettings(h.ctx, w.Actor("bea"), w.Org.Name, settings))
		wantCode(t, "name with closed gates", h.App.RecordInstigator(h.ctx, h.who, in), "vastleggen-niet-open")
		wantCode(t, "measure with closed gates", h.App.DecideMeasure(h.ctx, h.who, vpt.DecideMeasure{Case: h.Case, Kind: "M1", Reason: vpt.NewPrivate("x"), DecideOn: "2026-11-17"}), "vastleggen-niet-open")
		in.Name, in.Postponed = vpt.Private{}, vpt.Private{}
		h.Must(h.App.RecordInstigator(h.ctx, h.who, in))
	})
}

func TestCase_CarePlan(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		talk := h.planTalk()
		w.Clock.Set(apptest.Start.Add(26 * time.Hour))
		h.who = w.Actor("mila")
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: "2026-11-18"}))
		v := h.view()
		if len(v.Talks) != 4 || !v.Talks[3].IsCheck() || v.Talks[0].State != vpt.TalkHeld || v.Talks[1].State != vpt.TalkOpen || v.Talks[2].NotBefore != "2026-12-30" {
			t.Fatalf("talks %+v", v.Talks)
		}
		if v.Talks[0].ForName.Reveal() != "Rosa de Wit" || v.Talks[0].WithName.Reveal() != "Mila van Dijk" {
			t.Errorf("talk for %q with %q", v.Talks[0].ForName.Reveal(), v.Talks[0].WithName.Reveal())
		}
		if !v.Case.Clock(vpt.ClockCare).Met.Equal(w.Clock.Now()) || v.Case.Track(vpt.TrackCare).State != vpt.TrackBusy {
			t.Errorf("care clock %+v, track %s", v.Case.Clock(vpt.ClockCare), v.Case.Track(vpt.TrackCare).State)
		}
		wantCode(t, "held twice", h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: "2026-11-18"}), "gesprek-al-geweest")
		early := vpt.PlanTalk{Case: h.Case, Talk: v.Talks[2].ID, On: "2026-12-10", With: h.who.Person}
		wantCode(t, "third talk too early", h.App.PlanTalk(h.ctx, h.who, early), "te-vroeg")
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: v.Talks[1].ID, State: vpt.TalkDeclined, On: "2026-11-18"}))
		early.On = "2027-01-04"
		h.Must(h.App.PlanTalk(h.ctx, h.who, early))
		if got := h.view().Case.Track(vpt.TrackCare).State; got != vpt.TrackDone {
			t.Errorf("care track %s, want klaar", got)
		}
	})
}

func TestAssessCase_DangerInPrivateReachesTheCoordinatorAtOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		in := vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 3, PrivateRisk: true}
		h.Must(h.App.AssessCase(h.ctx, h.who, in))
		h.Must(h.App.AssessCase(h.ctx, h.who, in))
		if n := h.mails("cora", vpt.MailPrivateRisk); n != "1" {
			t.Errorf("%s mails to the coordinator, want 1", n)
		}
	})
}

// The form sends the group along with what was chosen under it.
func TestAssessCase_KeepsTheFinerKind(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictAggression, Kinds: []string{"V", "V2", "B"}, Class: 1}))
		var kinds []string
		for _, k := range h.view().Case.Incident.Kinds {
			kinds = append(kinds, k.Code)
		}
		if slices.Sort(kinds); !slices.Equal(kinds, []string{"B", "V2"}) {
			t.Errorf("assessed as %q", kinds)
		}
	})
}

func TestAssessCase_NotAggressionStaysAReport(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictDuplicate, Why: vpt.NewPrivate("al gemeld"), Kinds: []string{"V2"}, Class: 2}))
		v := h.view()
		if v.Case.Verdict != vpt.VerdictDuplicate || len(v.Case.Incident.Kinds) != 0 || v.Case.Incident.Class != 0 {
			t.Errorf("verdict %s with kinds %v and class %d", v.Case.Verdict, v.Case.Incident.Kinds, v.Case.Incident.Class)
		}
		h.Must(h.App.SendFeedback(h.ctx, h.who, vpt.SendFeedback{Case: h.Case, Waived: true}))
		h.Must(h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: vpt.NewPrivate("Dit was al gemeld.")}))
		if n := w.Value(`SELECT COUNT(id) || '' FROM report`); n != "1" {
			t.Errorf("%s reports", n)
		}
	})
}
