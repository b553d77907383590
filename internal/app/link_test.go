package app_test

import (
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func accept(w *apptest.World, secret vpt.Private, password string) (vpt.SignedIn, error) {
	return w.App.AcceptLink(context.Background(), stranger("10.0.0.1"), vpt.AcceptLink{
		Secret: secret, Password: vpt.NewPrivate(password), Again: vpt.NewPrivate(password),
	})
}

// mailed runs the queue until a mail leads to path, and gives what follows it.
func mailed(w *apptest.World, path string) vpt.Private {
	w.T.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	w.T.Cleanup(cancel)
	w.Must(w.Runtime.Start(ctx))
	for ctx.Err() == nil {
		for _, m := range w.Mail.Messages() {
			if secret, ok := strings.CutPrefix(m.Link, "https://rugdekking.example"+path); ok {
				return vpt.NewPrivate(secret)
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	w.T.Fatalf("no mail leads to %s", path)
	return vpt.Private{}
}

func TestInvitePerson_MailsALinkThatWorksOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		older := link(w, "rosa")
		w.Must(w.App.InvitePerson(ctx, w.Actor("bea"), w.People["rosa"]))
		secret := mailed(w, "/uitnodiging/")
		if _, err := accept(w, older, aPassword); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("the older link works: %v", err)
		}
		view, err := w.App.Link(ctx, stranger("10.0.0.1"), secret)
		w.Must(err)
		if view.Purpose != vpt.LinkInvitation || view.Organisation != w.Org.Name || view.Name.IsZero() {
			t.Errorf("the page behind the link shows %+v", view)
		}
		signed, err := accept(w, secret, aPassword)
		w.Must(err)
		if who, step, err := stepOf(w, signed); err != nil || step != vpt.StepDone || who.Person != w.People["rosa"] {
			t.Errorf("after accepting: %+v %q %v", who, step, err)
		}
		if _, err := accept(w, secret, aPassword); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a link works twice: %v", err)
		}
	})
}

func TestInviteEveryone_MailsEachWhoWaitsOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		bea := w.Actor("bea")
		mails := func() string {
			return w.Value(`SELECT COUNT(m.id) || '' FROM mail m WHERE m.reason = $1`, string(vpt.MailInvitation))
		}
		waiting := func() int {
			list, err := w.App.People(ctx, bea, vpt.PeopleFilter{})
			w.Must(err)
			return list.Uninvited
		}
		_, err := accept(w, link(w, "rosa"), aPassword) // uses her account
		w.Must(err)
		link(w, "anna") // has an invitation
		w.Must(w.App.BlockPerson(ctx, bea, w.People["wim"]))
		list, err := w.App.People(ctx, bea, vpt.PeopleFilter{})
		w.Must(err)
		want := list.Total - 4 // rosa, anna, wim, and bea herself
		if got := waiting(); got != want {
			t.Fatalf("%d wait, want %d", got, want)
		}
		n, err := w.App.InviteEveryone(ctx, bea)
		w.Must(err)
		if n != want || mails() != strconv.Itoa(want) || waiting() != 0 {
			t.Errorf("%d invited, %s mails, %d still wait; want %d", n, mails(), waiting(), want)
		}
		if got := w.Value(`SELECT COUNT(p.id) || '' FROM access_link l JOIN person p ON p.id = l.person_id WHERE p.organisation_id = $1`, string(w.Other.ID)); got != "0" {
			t.Errorf("%s invitations in the other organisation", got)
		}
		if n, err := w.App.InviteEveryone(ctx, bea); n != 0 || err != nil || mails() != strconv.Itoa(want) {
			t.Errorf("the second time: %d invited, %s mails, %v", n, mails(), err)
		}
		w.Clock.Advance(vpt.LinkFor + time.Minute)
		if got := waiting(); got != want+1 { // anna's has expired as well
			t.Errorf("a day later %d wait, want %d", got, want+1)
		}
		for _, name := range []string{"rosa", "mila", "cora", "ada"} {
			if n, err := w.App.InviteEveryone(ctx, w.Actor(name)); n != 0 || err == nil {
				t.Errorf("%s invited %d: %v", name, n, err)
			}
		}
		list, err = w.App.People(ctx, w.Actor("cora"), vpt.PeopleFilter{})
		if err != nil || list.Uninvited != 0 {
			t.Errorf("a coordinator, who cannot invite, is told of %d: %v", list.Uninvited, err)
		}
	})
}

func TestAcceptLink_RefusesLateAndWeak(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		secret := link(w, "rosa")
		for _, weak := range []string{"kort", "Welkom12345!", "Rosa de Wit 2026"} {
			if _, err := accept(w, secret, weak); vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("password %q: %v", weak, err)
			}
		}
		_, err := w.App.AcceptLink(context.Background(), stranger("10.0.0.1"), vpt.AcceptLink{
			Secret: secret, Password: vpt.NewPrivate(aPassword), Again: vpt.NewPrivate(aPassword + "!"),
		})
		if vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("typed differently the second time: %v", err)
		}
		w.Clock.Advance(24 * time.Hour)
		if _, err := accept(w, secret, aPassword); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a link of a day old: %v", err)
		}
	})
}

func TestInvitePerson_WhoMay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		for name, want := range map[string]vpt.Kind{
			"rosa": vpt.KindForbidden, "mila": vpt.KindForbidden, "cora": vpt.KindForbidden, "ada": vpt.KindForbidden, "olga": vpt.KindForbidden,
		} {
			if err := w.App.InvitePerson(ctx, w.Actor(name), w.People["anna"]); vpt.KindOf(err) != want {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := w.App.InvitePerson(ctx, w.Actor("bea"), w.People["otto"]); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a person of another organisation: %v", err)
		}
		if err := w.App.InvitePerson(ctx, w.Actor("bea"), w.People["bea"]); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("oneself: %v", err)
		}
		w.Must(w.App.BlockPerson(ctx, w.Actor("bea"), w.People["wim"]))
		if err := w.App.InvitePerson(ctx, w.Actor("bea"), w.People["wim"]); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("a blocked person: %v", err)
		}
		if _, err := w.App.InviteLink(ctx, w.Actor("bea"), w.People["anna"]); err == nil {
			t.Error("an administrator sees the secret of another's link")
		}
	})
}

func TestAcceptLink_BlockedInTheMeantime(t *testing.T) {
	w := apptest.SQLite(t)
	secret := link(w, "rosa")
	w.Must(w.App.BlockPerson(context.Background(), w.Actor("bea"), w.People["rosa"]))
	if _, err := accept(w, secret, aPassword); vpt.KindOf(err) != vpt.KindNotFound {
		t.Errorf("a blocked person sets a password: %v", err)
	}
}

func TestRequestReset_SameAnswerAndOneMail(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		settle(w, "rosa")
		ask := func(email string) {
			t.Helper()
			if err := w.App.RequestReset(ctx, stranger("10.0.0.9"), vpt.RequestReset{Email: vpt.NewPrivate(email)}); err != nil {
				t.Errorf("%s: %v", email, err)
			}
		}
		ask("rosa@toetsdam.example")
		ask("rosa@toetsdam.example")
		ask("niemand@toetsdam.example")
		mails := func() string { return w.Value(`SELECT count(id) || '' FROM mail WHERE reason = 'nieuw-wachtwoord'`) }
		if n := mails(); n != "1" {
			t.Errorf("%s mails, want 1", n)
		}
		w.Clock.Advance(5 * time.Minute)
		ask("rosa@toetsdam.example")
		if n := mails(); n != "2" {
			t.Errorf("%s mails after five minutes, want 2", n)
		}
	})
}

func TestRequestReset_KeepsTheSecondFactor_AnInvitationClearsIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		_, done := enrol(w, settle(w, "mila"))
		w.Must(w.App.RequestReset(ctx, stranger("10.0.0.9"), vpt.RequestReset{Email: vpt.NewPrivate("mila@toetsdam.example")}))
		secret := mailed(w, "/wachtwoord/")
		signed, err := accept(w, secret, "vijf reigers langs de sloot")
		w.Must(err)
		if _, step, err := stepOf(w, signed); err != nil || step != vpt.StepCode {
			t.Errorf("after a reset: step %q, %v; want the code", step, err)
		}
		if _, _, err := stepOf(w, done.Session); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a session from before the reset goes on: %v", err)
		}
		if _, err := signIn(w, stranger("10.0.0.1"), "mila", aPassword); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the old password works: %v", err)
		}
		signed = settle(w, "mila")
		if _, step, err := stepOf(w, signed); err != nil || step != vpt.StepEnrol {
			t.Errorf("after an invitation: step %q, %v; want enrolment", step, err)
		}
	})
}
