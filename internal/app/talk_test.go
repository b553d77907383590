package app_test

import (
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// withPia plans the first talk of a fresh case of rosa with pia.
func withPia(w *apptest.World) (*handling, vpt.CareTalkID) {
	h := handle(w, "rosa", "mila")
	talk := h.view().Talks[0].ID
	h.Must(h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: talk, On: "2026-11-19", Time: "14:00", With: w.People["pia"], Site: w.Sites["Stadhuis"]}))
	return h, talk
}

func TestPeer_SeesHerTalksAndNothingOfTheCase(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h, talk := withPia(w)
		pia := w.Actor("pia")
		mine, err := w.App.MyTalks(ctx, pia)
		w.Must(err)
		if len(mine.Talks) != 1 || !mine.Talks[0].Holding || mine.Talks[0].Report != "" || mine.Talks[0].SiteName != "Stadhuis" || mine.Talks[0].ForName.Reveal() != "Rosa de Wit" {
			t.Fatalf("%+v", mine.Talks)
		}
		for what, err := range map[string]error{
			"the case":   failure(w.App.CaseByNumber(ctx, pia, h.Case)),
			"its report": failure(w.App.ReportByNumber(ctx, pia, h.report)),
			"planning":   w.App.PlanTalk(ctx, pia, vpt.PlanTalk{Case: h.Case, Talk: talk, On: "2026-11-20", With: pia.Person}),
			"finishing":  w.App.FinishTalk(ctx, pia, vpt.FinishTalk{Case: h.Case, Talk: talk, State: vpt.TalkHeld, On: today}),
			"declining":  w.App.DeclineTalk(ctx, pia, vpt.DeclineTalk{Talk: talk}),
		} {
			if kind := vpt.KindOf(err); kind != vpt.KindNotFound && kind != vpt.KindForbidden {
				t.Errorf("%s: %v", what, err)
			}
		}
		if n := h.mails("pia", vpt.MailTalk); n != "1" || w.Value(`SELECT path FROM mail WHERE person_id = $1 AND reason = $2`, string(pia.Person), string(vpt.MailTalk)) != "/opvang" {
			t.Errorf("%s mails to pia", n)
		}
		w.Clock.Advance(3 * 24 * time.Hour)
		for _, name := range []string{"rosa", "wout", "petra"} {
			if err := w.App.HoldTalk(ctx, w.Actor(name), vpt.CloseTalk{Talk: talk, State: vpt.TalkHeld, On: "2026-11-19"}); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s closes a talk of pia: %v", name, err)
			}
		}
		w.Must(w.App.HoldTalk(ctx, w.Actor("pia"), vpt.CloseTalk{Talk: talk, State: vpt.TalkHeld, On: "2026-11-19"}))
		h.who = w.Actor("mila")
		v := h.view()
		if v.Talks[0].State != vpt.TalkHeld || len(v.Talks) != 4 || v.Case.Clock(vpt.ClockCare).Running() {
			t.Errorf("after pia held it: %+v", v.Talks)
		}
		if v.Timeline[0].Kind != vpt.EventTalkHeld || v.Timeline[0].ByName.Reveal() != "Pia Ramdin" {
			t.Errorf("the timeline begins with %+v", v.Timeline[0])
		}
	})
}

func failure[T any](_ T, err error) error { return err }

func TestDeclineTalk_ByTheEmployee(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h, talk := withPia(w)
		rosa := w.Actor("rosa")
		for _, name := range []string{"mila", "anna", "pia", "cora"} {
			if err := w.App.DeclineTalk(ctx, w.Actor(name), vpt.DeclineTalk{Talk: talk}); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s declines for rosa: %v", name, err)
			}
		}
		once := vpt.Once{Key: "sleutel-van-rosa"}
		for range 2 {
			w.Must(w.App.DeclineTalk(ctx, rosa, vpt.DeclineTalk{Talk: talk, Once: once}))
		}
		wantCode(t, "again", w.App.DeclineTalk(ctx, rosa, vpt.DeclineTalk{Talk: talk}), "gesprek-al-geweest")
		if v := h.view(); len(v.Talks) != 1 || v.Talks[0].State != vpt.TalkDeclined || v.Talks[0].HeldOn != today || v.Case.Clock(vpt.ClockCare).Running() {
			t.Errorf("%+v", v.Talks)
		}
		if n := h.mails("pia", vpt.MailTalkOff); n != "1" {
			t.Errorf("%s mails to who was to hold it, want 1", n)
		}
		other := handle(w, "rosa", "mila")
		w.Must(w.App.DeclineTalk(ctx, rosa, vpt.DeclineTalk{Talk: other.view().Talks[0].ID}))
		if n := h.mails("mila", vpt.MailTalkOff); n != "1" {
			t.Errorf("%s mails to the owner of a talk that nobody planned, want 1", n)
		}
	})
}

func TestTalkForCalendar(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h, talk := withPia(w)
		for _, name := range []string{"rosa", "pia"} {
			got, err := w.App.TalkForCalendar(ctx, w.Actor(name), talk)
			w.Must(err)
			if got.Organisation != "Gemeente Toetsdam" || got.Site != "Stadhuis" || !got.At.Equal(time.Date(2026, 11, 19, 13, 0, 0, 0, time.UTC)) {
				t.Errorf("%+v", got)
			}
		}
		for _, name := range []string{"mila", "cora", "anna", "dora"} {
			if _, err := w.App.TalkForCalendar(ctx, w.Actor(name), talk); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s gets it: %v", name, err)
			}
		}
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk, State: vpt.TalkHeld, On: today}))
		if _, err := w.App.TalkForCalendar(ctx, w.Actor("rosa"), talk); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a talk that was held: %v", err)
		}
	})
}

func TestPeerRoster_AndBeingAway(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Person("bo", "Bo Adams", "Loket", vpt.Assignment{Role: vpt.RolePeer, Scope: vpt.ScopeUnit, Unit: w.Units["Balie"]},
			vpt.Assignment{Role: vpt.RolePeer, Scope: vpt.ScopeSite, Site: w.Sites["Stadhuis"]})
		pia := w.Actor("pia")
		w.Must(w.App.AddAway(ctx, pia, vpt.AddAway{From: "2026-11-19", Until: "2026-11-25"}))
		wantCode(t, "backwards", w.App.AddAway(ctx, pia, vpt.AddAway{From: "2026-11-25", Until: "2026-11-19"}), "einde-voor-begin")
		wantCode(t, "past", w.App.AddAway(ctx, pia, vpt.AddAway{From: "2026-11-01", Until: "2026-11-03"}), "in-het-verleden")
		for _, name := range []string{"cora", "pia", "bo"} {
			all, err := w.App.PeerRoster(ctx, w.Actor(name))
			w.Must(err)
			if len(all.Peers) != 2 || all.Peers[0].Name.Reveal() != "Bo Adams" || len(all.Peers[0].Reach) != 2 || all.Peers[1].Free("2026-11-20") || !all.Peers[1].Free("2026-11-26") {
				t.Errorf("%s sees %+v", name, all.Peers)
			}
		}
		for _, name := range []string{"rosa", "mila", "bea", "dora"} {
			if _, err := w.App.PeerRoster(ctx, w.Actor(name)); err == nil {
				t.Errorf("%s sees the roster", name)
			}
		}
		h := handle(w, "rosa", "mila")
		if v := h.view(); len(v.Peers) != 2 || len(v.Sites) != 1 {
			t.Errorf("to choose from: %+v, %+v", v.Peers, v.Sites)
		}
		plan := vpt.PlanTalk{Case: h.Case, Talk: h.view().Talks[0].ID, On: "2026-11-20", With: pia.Person}
		wantCode(t, "a peer who is away", h.App.PlanTalk(h.ctx, h.who, plan), "opvanger-afwezig")
		all, err := w.App.PeerRoster(ctx, pia)
		w.Must(err)
		if err := w.App.EndAway(ctx, w.Actor("bo"), all.Peers[1].Away[0].ID); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("bo ends what is pia's: %v", err)
		}
		w.Must(w.App.EndAway(ctx, pia, all.Peers[1].Away[0].ID))
		plan.Site = "onzin"
		wantCode(t, "a place that is not there", h.App.PlanTalk(h.ctx, h.who, plan), "onbekende-keuze")
		plan.Site = ""
		h.Must(h.App.PlanTalk(h.ctx, h.who, plan))
		// Who is in the case herself holds no talk of it.
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Person: w.People["bo"]}))
		if v := h.view(); len(v.Peers) != 1 || v.Peers[0].ID != pia.Person {
			t.Errorf("a witness is offered to hold a talk: %+v", v.Peers)
		}
	})
}
