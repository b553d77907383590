package app_test

import (
	"context"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestSessionActor_EndsByTheClock(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		reporter := settle(w, "rosa")
		_, enrolled := enrol(w, settle(w, "mila"))
		manager := enrolled.Session
		for range 3 { // used every 20 minutes it goes on
			w.Clock.Advance(20 * time.Minute)
			if _, _, err := stepOf(w, manager); err != nil {
				t.Fatalf("a session in use: %v", err)
			}
		}
		w.Clock.Advance(30 * time.Minute)
		if _, _, err := stepOf(w, manager); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a manager idle for 30 minutes: %v", err)
		}
		if _, _, err := stepOf(w, reporter); err != nil {
			t.Errorf("a reporter after an hour and a half: %v", err)
		}
		for range 11 {
			w.Clock.Advance(time.Hour)
			_, _, _ = stepOf(w, reporter)
		}
		if _, _, err := stepOf(w, reporter); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a session of more than twelve hours: %v", err)
		}
	})
}

func TestSessionActor_RefusesWhatIsNoSession(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		signed := settle(w, "rosa")
		for _, secret := range []vpt.Private{{}, vpt.NewPrivate("verzonnen"), signed.Secret.Map(func(s string) string { return s + "A" })} {
			if _, _, err := w.App.SessionActor(context.Background(), stranger("10.0.0.1"), secret); vpt.KindOf(err) != vpt.KindUnauthenticated {
				t.Errorf("got %v", err)
			}
		}
	})
}

func TestSessionActor_SeenAtMostOnceAMinute(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		signed := settle(w, "rosa")
		seen := func() string {
			_, _, err := stepOf(w, signed)
			w.Must(err)
			return w.Value(`SELECT seen_at || '' FROM session`)
		}
		first := seen()
		w.Clock.Advance(59 * time.Second)
		if got := seen(); got != first {
			t.Errorf("written after 59 seconds: %s, was %s", got, first)
		}
		w.Clock.Advance(time.Second)
		if got := seen(); got == first {
			t.Error("not written after a minute")
		}
		if n := w.Value(`SELECT count(position) || '' FROM audit_leaf WHERE payload LIKE '%session.open%' AND organisation_id <> '-'`); n != "1" {
			t.Errorf("%s entries of session.open, want the one of accepting the link", n)
		}
	})
}

func TestSessionActor_BlockedAndPromotedCountAtOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		rosa, leo := settle(w, "rosa"), settle(w, "leo")
		w.Must(w.App.BlockPerson(ctx, w.Actor("bea"), w.People["rosa"]))
		if _, _, err := stepOf(w, rosa); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a blocked person goes on: %v", err)
		}
		anna := settle(w, "anna") // blocked where only the state tells
		w.Value(`UPDATE person SET state = 'geblokkeerd' WHERE id = $1 RETURNING id`, string(w.People["anna"]))
		if _, _, err := stepOf(w, anna); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a session of a blocked person counts: %v", err)
		}
		w.Must(w.App.AssignRole(ctx, w.Actor("bea"), vpt.AssignRole{Person: w.People["leo"], Role: vpt.RoleAnalyst, Scope: vpt.ScopeOrganisation}))
		who, step, err := stepOf(w, leo)
		w.Must(err)
		if step != vpt.StepEnrol || who.Kind != vpt.ActorAnonymous {
			t.Errorf("after a role was given: %q, %+v; want enrolment first", step, who)
		}
	})
}

func TestSessions_OnlyMyOwn(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		settle(w, "rosa")
		other := settle(w, "anna")
		first, err := signIn(w, stranger("10.0.0.1"), "rosa", aPassword)
		w.Must(err)
		second, err := w.App.SignIn(ctx, stranger("10.0.0.1"), vpt.SignIn{
			Email: vpt.NewPrivate("rosa@toetsdam.example"), Password: vpt.NewPrivate(aPassword), Visit: vpt.Visit{Device: vpt.NewPrivate("Firefox, Linux")},
		})
		w.Must(err)
		who, _, err := stepOf(w, second)
		w.Must(err)
		mine, err := w.App.Sessions(ctx, who)
		w.Must(err)
		if len(mine) != 3 {
			t.Fatalf("%d sessions, want 3", len(mine))
		}
		anna, _, err := stepOf(w, other)
		w.Must(err)
		if err := w.App.EndSession(ctx, anna, who.Session); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("anna ends a session of rosa: %v", err)
		}
		w.Must(w.App.EndOtherSessions(ctx, who))
		mine, err = w.App.Sessions(ctx, who)
		w.Must(err)
		if len(mine) != 1 || !mine[0].Current || mine[0].Device.Len() != len("Firefox, Linux") {
			t.Errorf("left: %+v", mine)
		}
		if _, _, err := stepOf(w, first); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("an ended session goes on: %v", err)
		}
		w.Must(w.App.SignOut(ctx, stranger("10.0.0.1"), second.Secret))
		if _, _, err := stepOf(w, second); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("signed out and still in: %v", err)
		}
		w.Must(w.App.SignOut(ctx, stranger("10.0.0.1"), second.Secret))
		if _, _, err := stepOf(w, other); err != nil {
			t.Errorf("anna was signed out too: %v", err)
		}
	})
}

func TestSignIn_ReplacesTheSessionOfTheBrowser(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		before := settle(w, "rosa")
		after, err := w.App.SignIn(context.Background(), stranger("10.0.0.1"), vpt.SignIn{
			Email: vpt.NewPrivate("rosa@toetsdam.example"), Password: vpt.NewPrivate(aPassword), Visit: vpt.Visit{Session: before.Secret},
		})
		w.Must(err)
		if _, _, err := stepOf(w, before); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("the old session goes on: %v", err)
		}
		if _, _, err := stepOf(w, after); err != nil {
			t.Errorf("the new session: %v", err)
		}
	})
}
