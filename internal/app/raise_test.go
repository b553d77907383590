package app_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// direct lets people be mailed at once.
func direct(w *apptest.World, names ...string) {
	w.T.Helper()
	for _, name := range names {
		w.Must(w.App.SaveMailWhen(ctx, w.Actor(name), vpt.SaveMailWhen{When: vpt.MailDirect}))
	}
}

// at sets the clock, and sweeps twice: the second time nothing may happen.
func sweepAt(w *apptest.World, local string) {
	w.T.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", local, w.Org.Settings.Location())
	w.Must(err)
	w.Clock.Set(at)
	w.Must(w.App.Sweep(ctx, apptest.System("")))
	count := func() string {
		return w.Value(`SELECT (SELECT COUNT(id) FROM mail) || ' ' || (SELECT COUNT(id) FROM escalation) || ' ' || (SELECT COUNT(id) FROM event) || ' ' || (SELECT COUNT(person_id) FROM digest)`)
	}
	before := count()
	w.Must(w.App.Sweep(ctx, apptest.System("")))
	if after := count(); after != before {
		w.T.Errorf("at %s a second sweep did something: %s, was %s", local, after, before)
	}
}

func TestRaise_OwnerThenCoordinatorThenDirector(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		direct(w, "mila", "cora", "dora")
		h := handle(w, "rosa", "mila")
		w.Deputise()
		direct(w, "dirk")
		h.tellPolice()
		h.Must(h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: h.view().Talks[0].ID, On: "2026-12-18", With: h.who.Person}))
		told := func() string {
			return strings.Join([]string{h.mails("mila", vpt.MailOverdue), h.mails("dirk", vpt.MailOverdue), h.mails("cora", vpt.MailRaised), h.mails("dora", vpt.MailRaised)}, " ")
		}
		for _, step := range []struct{ at, want string }{
			{"2026-11-18 09:59", "0 0 0 0"}, // the reaction is due at ten
			{"2026-11-18 10:01", "1 1 0 0"},
			{"2026-11-19 16:59", "1 1 0 0"},
			{"2026-11-19 17:00", "1 1 1 0"}, // a working day later
			{"2026-11-22 17:00", "1 1 1 0"}, // Sunday
			{"2026-11-23 16:59", "1 1 1 0"},
			{"2026-11-23 17:00", "1 1 1 1"}, // three working days later
			{"2026-11-24 16:00", "1 1 1 1"},
		} {
			sweepAt(w, step.at)
			if got := told(); got != step.want {
				t.Errorf("at %s owner, deputy, coordinator and director were told %s times, want %s", step.at, got, step.want)
			}
		}
		if path := w.Value(`SELECT path FROM mail WHERE reason = $1 AND person_id = $2`, string(vpt.MailRaised), string(w.People["dora"])); path != "/taken" {
			t.Errorf("the director is led to %s, which she may not see", path)
		}
		r, err := w.App.ReportByNumber(ctx, w.Actor("rosa"), h.report)
		w.Must(err)
		var kinds []string
		for _, e := range r.Timeline {
			if e.Kind == vpt.EventRaised || e.Kind == vpt.EventRaisedTop {
				kinds = append(kinds, string(e.Kind))
			}
		}
		if got := strings.Join(kinds, " "); got != "directie-gevraagd coordinator-gevraagd" {
			t.Errorf("the reporter reads %q", got)
		}
	})
}

// Two sweeps that run at once, or one that was cut off, tell nothing twice: what
// is marked and what is mailed is one transaction.
func TestRaise_IsOneTransaction(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		direct(w, "mila")
		h := handle(w, "rosa", "mila")
		w.Clock.Advance(24*time.Hour + time.Minute)
		done := make(chan error, 8)
		for range cap(done) {
			go func() { done <- w.App.Sweep(context.Background(), apptest.System("")) }()
		}
		for range cap(done) {
			w.Must(<-done)
		}
		if n := h.mails("mila", vpt.MailOverdue); n != "1" {
			t.Errorf("%s mails about one term", n)
		}
		cut, cancel := context.WithCancel(ctx)
		cancel()
		w.Clock.Advance(72 * time.Hour)
		_ = w.App.Sweep(cut, apptest.System("")) // how a sweep that was cut off ends does not matter
		before := w.Value(`SELECT COUNT(id) || '' FROM escalation`)
		if before != "1" {
			t.Fatalf("a sweep that was cut off left %s marks", before)
		}
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		if after := w.Value(`SELECT COUNT(id) || '' FROM escalation`); after == before {
			t.Error("the next sweep did not take over")
		}
	})
}

func TestRaise_ATalkIsTheNewsOfWhoItIsForAlone(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		report, casefile := w.Report("rosa", func(in *vpt.ReportIncident) {
			in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: w.People["anna"]}}
		})
		h := &handling{World: w, ctx: ctx, who: w.Actor("mila"), report: report, Case: casefile}
		h.assess()
		h.warn()
		h.tellPolice()
		h.tell()
		sweepAt(w, "2026-12-01 12:00")
		lines := func(name string) int {
			r, err := w.App.ReportByNumber(ctx, w.Actor(name), report)
			w.Must(err)
			n := 0
			for _, e := range r.Timeline {
				if e.Kind == vpt.EventRaised || e.Kind == vpt.EventRaisedTop {
					n++
				}
			}
			return n
		}
		if lines("anna") != 2 || lines("rosa") != 0 {
			t.Errorf("anna reads %d lines about her talk, want 2; rosa %d, want none", lines("anna"), lines("rosa"))
		}
	})
}

func TestRaise_SettingsOfTheOrganisation(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		direct(w, "cora", "dora")
		wantCode(t, "director first", w.App.SaveRaise(ctx, w.Actor("bea"), vpt.RaiseSettings{CoordinatorDays: 3, DirectorDays: 2}), "einde-voor-begin")
		w.Must(w.App.SaveRaise(ctx, w.Actor("bea"), vpt.RaiseSettings{CoordinatorDays: 2, DirectorDays: 2}))
		h := handle(w, "rosa", "mila")
		sweepAt(w, "2026-11-19 17:00")
		if h.mails("cora", vpt.MailRaised) != "0" {
			t.Error("told after one working day although two were chosen")
		}
		sweepAt(w, "2026-11-20 17:00")
		if h.mails("cora", vpt.MailRaised) != "1" || h.mails("dora", vpt.MailRaised) != "1" {
			t.Errorf("coordinator %s, director %s", h.mails("cora", vpt.MailRaised), h.mails("dora", vpt.MailRaised))
		}
	})
}

// Undoing a merge stays possible while nobody recorded anything: that a term
// went by is no record.
func TestRaise_DoesNotStandInTheWayOfUndoingAMerge(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := sameTwice(w)
		a.merge(b)
		sweepAt(w, "2026-12-01 12:00")
		a.who = w.Actor("mila")
		a.split()
	})
}
