package app_test

import (
	"context"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestCaseByNumber_WhoMayOpenIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, balie := w.Report("rosa", nil)
		_, milas := w.Report("mila", nil)
		w.Deputise()
		for _, row := range []struct {
			who, number string
			want        vpt.Kind
		}{
			{"mila", balie, vpt.KindInternal}, {"dirk", balie, vpt.KindInternal}, {"cora", balie, vpt.KindInternal},
			{"wout", balie, vpt.KindNotFound}, {"olga", balie, vpt.KindNotFound},
			{"rosa", balie, vpt.KindForbidden}, {"bea", balie, vpt.KindForbidden}, {"ada", balie, vpt.KindForbidden}, {"otto", balie, vpt.KindForbidden},
			{"mila", milas, vpt.KindNotFound}, {"cora", milas, vpt.KindInternal}, {"cora", "Z-2026-99999", vpt.KindNotFound},
		} {
			_, err := w.App.CaseByNumber(context.Background(), w.Actor(row.who), row.number)
			if got := vpt.KindOf(err); got != row.want || (err == nil) != (row.want == vpt.KindInternal) {
				t.Errorf("%s opens %s: %v", row.who, row.number, err)
			}
		}
	})
}

func TestCaseByNumber_ReadingAndPrintingAreLogged(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		id := w.Value(`SELECT id FROM casefile WHERE number = $1`, h.Case)
		logged := func() string {
			return w.Value(`SELECT COUNT(position) || '' FROM audit_leaf WHERE subject = $1`, "zaak:"+id)
		}
		before := logged()
		h.view()
		_, err := h.App.CasePrint(h.ctx, h.who, h.Case)
		h.Must(err)
		_, err = h.App.CaseByNumber(h.ctx, w.Actor("wout"), h.Case)
		if vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("wout: %v", err)
		}
		if before != "0" || logged() != "3" {
			t.Errorf("%s entries before, %s after two readings and a refusal", before, logged())
		}
	})
}

func TestCaseActs_OnlyByWhoHandlesIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := w.Report("rosa", nil)
		_, milas := w.Report("mila", nil)
		ctx := context.Background()
		note := vpt.WriteNote{Case: number, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("x")}
		for _, stranger := range []string{"rosa", "wout", "dirk", "bea", "ada", "olga"} {
			if err := w.App.WriteNote(ctx, w.Actor(stranger), note); err == nil {
				t.Errorf("%s wrote a note", stranger)
			}
		}
		note.Case = milas
		if err := w.App.WriteNote(ctx, w.Actor("mila"), note); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("the affected manager wrote on her own case: %v", err)
		}
		w.Must(w.App.WriteNote(ctx, w.Actor("cora"), note))
		w.Deputise()
		note.Case = number
		w.Must(w.App.WriteNote(ctx, w.Actor("dirk"), note))
	})
}

func TestReassignCase(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "cora")
		if !h.view().MayReassign || len(h.view().Handlers) != 3 {
			t.Fatalf("cora may choose from %v", h.view().Handlers)
		}
		wantCode(t, "to a colleague", h.App.ReassignCase(h.ctx, h.who, vpt.ReassignCase{Case: h.Case, Owner: w.People["anna"]}), "onbekende-keuze")
		if err := h.App.ReassignCase(h.ctx, w.Actor("mila"), vpt.ReassignCase{Case: h.Case, Owner: w.People["wout"]}); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("a manager reassigned: %v", err)
		}
		h.Must(h.App.ReassignCase(h.ctx, h.who, vpt.ReassignCase{Case: h.Case, Owner: w.People["wout"]}))
		h.who = w.Actor("wout")
		if v := h.view(); v.Owner.ID != w.People["wout"] || !v.MayAct {
			t.Errorf("owner %s", v.Owner.ID)
		}
		if n := h.mails("wout", vpt.MailAssigned); n != "1" {
			t.Errorf("%s mails to the new owner", n)
		}
	})
}

func TestAddInvolved_AnOwnerWhoIsWitnessIsReplaced(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		add := func(who, role string) error {
			return h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.InvolvedRole(role), Lookup: vpt.NewPrivate(who + "@toetsdam.example")})
		}
		h.Must(add("anna", "getroffene"))
		wantCode(t, "twice", add("anna", "getuige"), "al-betrokken")
		wantCode(t, "nobody", add("niemand", "getuige"), "collega-niet-gevonden")
		if v := h.view(); len(v.Talks) != 2 || len(v.Involved) != 2 {
			t.Errorf("%d talks for %d people", len(v.Talks), len(v.Involved))
		}
		if n := h.mails("anna", vpt.MailNamed); n != "1" {
			t.Errorf("%s mails to who was named", n)
		}
		h.Must(add("mila", "getuige"))
		if _, err := h.App.CaseByNumber(h.ctx, h.who, h.Case); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("the witness still handles it: %v", err)
		}
		h.who = w.Actor("cora")
		if v := h.view(); v.Owner.ID != "" || len(v.Talks) != 3 {
			t.Errorf("owner %q, %d talks", v.Owner.ID, len(v.Talks))
		}
	})
}

func TestCaseActs_OncePerKey(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		in := vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("x"), Once: vpt.Once{Key: "sleutel-0001"}}
		h.Must(h.App.WriteNote(h.ctx, h.who, in))
		h.Must(h.App.WriteNote(h.ctx, h.who, in))
		if v := h.view(); len(v.Notes) != 1 {
			t.Errorf("%d notes, want 1", len(v.Notes))
		}
	})
}

func TestReopenCase(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictWithdrawn, Why: vpt.NewPrivate("x")}))
		h.tell()
		h.Must(h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: vpt.NewPrivate("Dank je.")}))
		wantCode(t, "feedback on a closed case", h.App.SendFeedback(h.ctx, h.who, vpt.SendFeedback{Case: h.Case, Waived: true}), "zaak-niet-open")
		h.Must(h.App.ReopenCase(h.ctx, h.who, vpt.ReopenCase{Case: h.Case, Why: vpt.NewPrivate("nieuwe feiten")}))
		v := h.view()
		if v.Case.State != vpt.CaseOpen || !v.Case.ClosedAt.IsZero() || v.Timeline[0].Kind != vpt.EventReopened || v.Timeline[0].Text.Reveal() != "nieuwe feiten" {
			t.Errorf("after reopening: %s, closed at %v, %+v", v.Case.State, v.Case.ClosedAt, v.Timeline[0])
		}
	})
}
