package app_test

import (
	"context"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestToken_FromMakingToRevoking(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		in := vpt.AddToken{Name: "afsprakensysteem", Scopes: []vpt.TokenScope{vpt.ScopeReportsWrite, vpt.ScopeReportsRead}, Unit: w.Units["Balie"]}
		made, err := w.App.AddToken(ctx, w.Actor("bea"), in)
		w.Must(err)
		who, err := w.App.TokenActor(ctx, stranger("10.0.0.1"), made.Secret)
		w.Must(err)
		if who.Kind != vpt.ActorService || who.Name != in.Name || !who.Allows(vpt.ScopeReportsRead) || who.Allows(vpt.ScopeCasesRead) {
			t.Errorf("%+v", who)
		}
		if len(who.Units) != 2 { // the Loket is below the Balie
			t.Errorf("units %v", who.Units)
		}
		if _, err := w.App.AddToken(ctx, w.Actor("bea"), in); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the same name twice: %v", err)
		}
		// A token may read stories, its maker may not: that must not pass unseen.
		if n := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = $1 AND person_id = $2`, string(vpt.MailToken), string(w.People["cora"])); n != "1" {
			t.Errorf("%s mails to the coordinator, want one", n)
		}
		all, err := w.App.Tokens(ctx, w.Actor("bea"))
		w.Must(err)
		if len(all) != 1 || len(all[0].Scopes) != 2 || !all[0].RevokedAt.IsZero() {
			t.Errorf("%+v", all)
		}
		if err := w.App.RevokeToken(ctx, apptest.Command(w.Other.ID), made.ID); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("revoked from another organisation: %v", err)
		}
		w.Must(w.App.RevokeToken(ctx, w.Actor("bea"), made.ID))
		if _, err := w.App.TokenActor(ctx, stranger("10.0.0.1"), made.Secret); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("a revoked token counts: %v", err)
		}
	})
}

func TestToken_ForAdministratorsAndCommandsOnly(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		in := vpt.AddToken{Name: "dienst", Scopes: []vpt.TokenScope{vpt.ScopeFiguresRead}}
		for _, name := range []string{"rosa", "mila", "cora", "ada"} {
			if _, err := w.App.AddToken(ctx, w.Actor(name), in); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s adds: %v", name, err)
			}
			if _, err := w.App.Tokens(ctx, w.Actor(name)); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s lists: %v", name, err)
			}
		}
		if _, err := w.App.AddToken(ctx, apptest.Command(w.Org.ID), in); err != nil {
			t.Errorf("a command: %v", err)
		}
		if _, err := w.App.AddToken(ctx, apptest.Command(w.Org.ID), vpt.AddToken{Name: "x", Scopes: []vpt.TokenScope{"alles"}}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("an unknown scope: %v", err)
		}
		in.Name, in.Unit = "elders", "0190aaaa-0000-7000-8000-000000000000"
		if _, err := w.App.AddToken(ctx, apptest.Command(w.Org.ID), in); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("an unknown unit: %v", err)
		}
	})
}
