package app_test

import (
	"slices"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestHandOver_EverythingToAnother(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		one, two := handle(w, "rosa", "mila"), handle(w, "anna", "mila")
		held := one.planTalk()
		third := handle(w, "rosa", "mila")
		third.Must(third.App.AddInvolved(ctx, third.who, vpt.AddInvolved{Case: third.Case, Role: vpt.RoleWitness, Person: w.People["wout"]}))
		third.Must(third.App.PlanTalk(ctx, third.who, vpt.PlanTalk{Case: third.Case, Talk: third.view().Talks[0].ID, On: "2026-11-20", With: w.People["mila"]}))
		cora, bea := w.Actor("cora"), w.Actor("bea")
		v, err := w.App.HandOverView(ctx, cora, w.People["mila"])
		w.Must(err)
		if v.Cases != 3 || v.Talks != 2 || len(v.Numbers) != 3 || !slices.ContainsFunc(v.Holders, func(n vpt.PersonName) bool { return n.ID == w.People["mila"] }) {
			t.Fatalf("%+v", v)
		}
		if v, err = w.App.HandOverView(ctx, bea, w.People["mila"]); err != nil || v.Cases != 3 || v.Numbers != nil {
			t.Errorf("the administrator sees %+v, %v", v, err)
		}
		for _, name := range []string{"mila", "rosa", "dora", "pia", "olga"} {
			if _, err := w.App.HandOver(ctx, w.Actor(name), vpt.HandOver{From: w.People["mila"], To: w.People["wout"]}); err == nil {
				t.Errorf("%s hands over", name)
			}
		}
		_, err = w.App.HandOver(ctx, bea, vpt.HandOver{From: w.People["mila"], To: w.People["rosa"]})
		wantCode(t, "to who handles nothing", err, "onbekende-keuze")
		done, err := w.App.HandOver(ctx, bea, vpt.HandOver{From: w.People["mila"], To: w.People["wout"]})
		w.Must(err)
		if done != (vpt.HandedOver{Cases: 2, Talks: 1, Refused: 2}) {
			t.Errorf("handed over %+v, want two cases and a talk; wout is a witness in the third", done)
		}
		for number, owner := range map[string]string{one.Case: "wout", two.Case: "wout", third.Case: "mila"} {
			if got := w.Value(`SELECT owner_id FROM casefile WHERE number = $1`, number); got != string(w.People[owner]) {
				t.Errorf("%s is not %s's", number, owner)
			}
		}
		if got := w.Value(`SELECT with_id FROM care_talk WHERE id = $1`, string(held.ID)); got != string(w.People["wout"]) {
			t.Error("the talk is not with wout")
		}
		if n := one.mails("wout", vpt.MailHandedOver); n != "1" || one.mails("wout", vpt.MailAssigned) != "0" {
			t.Errorf("wout got %s mails, want one", n)
		}
		if n := one.mails("rosa", vpt.MailTalk); n != "3" { // planned twice, and now with another
			t.Errorf("rosa was told %s times about talks", n)
		}
		if n := w.Value(`SELECT COUNT(position) || '' FROM audit_leaf WHERE payload LIKE '%"work.handover"%' AND payload LIKE '%case:` + one.Case + `%'`); n != "1" {
			t.Errorf("%s entries in the log", n)
		}
	})
}

func TestHandOver_TalksOfAPeer(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Person("bo", "Bo Adams", "Werk", vpt.Assignment{Role: vpt.RolePeer, Scope: vpt.ScopeOrganisation})
		h, talk := withPia(w)
		w.Must(w.App.AddAway(ctx, w.Actor("bo"), vpt.AddAway{From: "2026-11-19", Until: "2026-11-19"}))
		in := vpt.HandOver{From: w.People["pia"], To: w.People["bo"]}
		done, err := w.App.HandOver(ctx, w.Actor("cora"), in)
		w.Must(err)
		if done != (vpt.HandedOver{Refused: 1}) || h.mails("bo", vpt.MailHandedOver) != "0" {
			t.Errorf("to who is away that day: %+v", done)
		}
		h.Must(h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: talk, On: "2026-11-20", With: w.People["pia"]}))
		if done, err = w.App.HandOver(ctx, w.Actor("cora"), in); err != nil || done != (vpt.HandedOver{Talks: 1}) {
			t.Errorf("%+v, %v", done, err)
		}
	})
}
