package app_test

import (
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// morningOf gives the morning mails that were sent to somebody, subject and lines.
func morningOf(w *apptest.World, name string) []string {
	w.T.Helper()
	w.Must(w.App.DeliverMail(ctx, apptest.System(w.Org.ID)))
	var out []string
	for _, m := range w.Mail.Messages() {
		if strings.Contains(m.To.Reveal(), name+"@") && strings.HasSuffix(m.Link, "/taken") {
			out = append(out, m.Subject+"\n"+strings.Join(m.Text, "\n"))
		}
	}
	return out
}

func TestDigest_OnceAWorkingDayWithWhatIsDue(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Config.MailText = nl.Mail
		w.Reopen()
		h := handle(w, "rosa", "mila")
		h.assess()
		sweepAt(w, "2026-11-18 07:29")
		if got := morningOf(w, "mila"); len(got) != 0 {
			t.Errorf("before half past seven: %q", got)
		}
		sweepAt(w, "2026-11-18 07:30")
		sweepAt(w, "2026-11-18 10:30")
		got := morningOf(w, "mila")
		if len(got) != 1 || !strings.Contains(got[0], "1 ding dat op jou wacht") || !strings.Contains(got[0], h.Case+": Kies een reactie, vóór wo 18 november 10:00") {
			t.Fatalf("%q", got)
		}
		for _, word := range []string{"Rosa", "schold", "balie", "V2"} {
			if strings.Contains(got[0], word) {
				t.Errorf("the mail says %q: %s", word, got[0])
			}
		}
		if h.mails("mila", vpt.MailOverdue) != "0" {
			t.Error("mailed at once although she wants one mail in the morning")
		}
		// What became late stands in the next one; so does what is due that day.
		sweepAt(w, "2026-11-19 07:30")
		if got = morningOf(w, "mila"); len(got) != 2 || !strings.Contains(got[1], "te laat sinds wo 18 november 10:00") || !strings.Contains(got[1], "Melding bij de politie of aangifte") && !strings.Contains(got[1], "Leg de politie vast") {
			t.Errorf("the second morning: %q", got)
		}
		// Not on days off, and nobody gets an empty one.
		sweepAt(w, "2026-11-21 12:00")
		sweepAt(w, "2026-11-22 12:00")
		if n := w.Value(`SELECT COUNT(person_id) || '' FROM digest WHERE day IN ('2026-11-21', '2026-11-22')`); n != "0" {
			t.Errorf("%s mails on days off", n)
		}
		if got := morningOf(w, "wout"); len(got) != 0 {
			t.Errorf("wout has nothing to do and is mailed %q", got)
		}
		// What is left lying is raised to the coordinator, in her mail of the morning.
		sweepAt(w, "2026-11-20 07:30")
		if got := morningOf(w, "cora"); len(got) == 0 || !strings.Contains(got[len(got)-1], "Wil jij dit oppakken?") {
			t.Errorf("cora reads %q", got)
		}
	})
}

// Help that is needed now and danger in private do not wait for the morning.
func TestDigest_WhatDoesNotWait(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := w.Report("rosa", func(in *vpt.ReportIncident) { in.Help = vpt.HelpNow })
		h := &handling{World: w, ctx: ctx, who: w.Actor("mila"), Case: number}
		h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"B1"}, Class: 3, PrivateRisk: true}))
		if h.mails("mila", vpt.MailHelpNow) != "1" || h.mails("cora", vpt.MailHelpNow) != "1" || h.mails("cora", vpt.MailPrivateRisk) != "1" {
			t.Error("help or danger waits for the morning")
		}
	})
}

// The peer's line names no case: she may not know one.
func TestDigest_ForAPeer(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Config.MailText = nl.Mail
		w.Reopen()
		h, _ := withPia(w)
		sweepAt(w, "2026-11-19 07:30")
		got := morningOf(w, "pia")
		if len(got) != 1 || strings.Contains(got[0], h.Case) || !strings.Contains(got[0], "\n- Gesprek houden: do 19 november 14:00") {
			t.Errorf("pia reads %q", got)
		}
	})
}
