package app_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// mailJobs counts the jobs that send mail of the organisation.
func mailJobs(w *apptest.World) string {
	return w.Value(`SELECT COUNT(id) || '' FROM river_job WHERE CAST(args AS text) LIKE '%mail.send%' AND CAST(args AS text) LIKE $1`, "%"+string(w.Org.ID)+"%")
}

func TestSweep_MailThatNobodySendsIsFetched(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, system := context.Background(), apptest.System("")
		w.Report("rosa", nil)
		w.Exec(`DELETE FROM river_job`) // as after restoring a backup of PostgreSQL, which has no queue
		w.Must(w.App.Sweep(ctx, system))
		if n := mailJobs(w); n != "0" {
			t.Errorf("%s jobs for mail that waits for a moment only", n)
		}
		w.Clock.Advance(11 * time.Minute)
		w.Must(w.App.Sweep(ctx, system))
		w.Must(w.App.Sweep(ctx, system))
		if n := mailJobs(w); n != "1" {
			t.Fatalf("%s jobs after sweeping twice, want 1", n)
		}
		w.Must(w.Runtime.Start(ctx))
		waiting := ""
		for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if waiting = w.Value(`SELECT COUNT(id) || '' FROM mail WHERE state <> 'verzonden'`); waiting == "0" {
				break
			}
		}
		if waiting != "0" || len(w.Mail.Messages()) == 0 {
			t.Errorf("%s mails still wait, %d were sent", waiting, len(w.Mail.Messages()))
		}
	})
}

func TestDeliverMail_MoreThanOneRound(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		w.Exec(`DELETE FROM mail`)
		for range 203 {
			w.Must(w.App.InvitePerson(ctx, w.Actor("bea"), w.People["rosa"]))
		}
		for _, round := range []struct{ waiting, jobs string }{{"3", "1"}, {"0", "0"}} {
			w.Exec(`DELETE FROM river_job`)
			w.Must(w.App.DeliverMail(ctx, apptest.System(w.Org.ID)))
			if waiting := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE state <> 'verzonden'`); waiting != round.waiting || mailJobs(w) != round.jobs {
				t.Errorf("%s mails wait and %s jobs, want %s and %s", waiting, mailJobs(w), round.waiting, round.jobs)
			}
		}
	})
}

// mailStands gives how a mail stands in a line: state and number of tries.
func mailStands(w *apptest.World, id string) string {
	return w.Value(`SELECT state || ' ' || attempts FROM mail WHERE id = $1`, id)
}

// anInvitation leaves one mail waiting in an empty outbox.
func anInvitation(w *apptest.World, of string) string {
	w.Must(w.App.InvitePerson(context.Background(), w.Actor("bea"), w.People[of]))
	return w.Value(`SELECT id FROM mail WHERE person_id = $1 ORDER BY created_at DESC LIMIT 1`, string(w.People[of]))
}

// A mail server that is out of order for long is not asked for ever: the waits
// grow, and after about two days a person decides.
func TestDeliverMail_LastingFailureWaitsLongerAndFails(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, system := context.Background(), apptest.System(w.Org.ID)
		w.Exec(`DELETE FROM mail`)
		id, begun := anInvitation(w, "rosa"), w.Clock.Now()
		w.Mail.Fail(mail.ErrTemporary)
		if err := w.App.DeliverMail(ctx, system); !errors.Is(err, mail.ErrTemporary) {
			t.Fatalf("the first try: %v", err)
		}
		w.Must(w.App.DeliverMail(ctx, system)) // not due yet
		if got := mailStands(w, id); got != "klaar-om-te-versturen 1" {
			t.Fatalf("after the first try: %s", got)
		}
		tries := 1
		for w.Clock.Now().Before(begun.Add(60 * time.Hour)) {
			w.Clock.Advance(5 * time.Minute)
			w.Exec(`DELETE FROM river_job`)
			w.Must(w.App.Sweep(ctx, apptest.System("")))
			if mailJobs(w) == "0" {
				continue
			}
			_ = w.App.DeliverMail(ctx, system) // fails, which the state tells
			tries++
		}
		if got := mailStands(w, id); tries != 17 || got != "mislukt 17" {
			t.Fatalf("after %d tries: %s, want mislukt after 17", tries, got)
		}
		w.Mail.Fail(nil)
		w.Must(w.App.DecideMail(ctx, w.Actor("cora"), vpt.MailID(id), true))
		if got := mailStands(w, id); got != "klaar-om-te-versturen 0" {
			t.Fatalf("asked for again: %s", got)
		}
		w.Must(w.App.DeliverMail(ctx, system))
		if got := mailStands(w, id); got != "verzonden 1" {
			t.Errorf("sent again: %s", got)
		}
	})
}

// Mails that fail again and again stand in nobody's way: a new one goes first.
func TestDeliverMail_NewMailPassesWhatWaits(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, system := context.Background(), apptest.System(w.Org.ID)
		w.Exec(`DELETE FROM mail`)
		anInvitation(w, "rosa")
		for range 8 { // 256 of them
			w.Exec(`INSERT INTO mail (organisation_id, id, person_id, reason, path, state, attempts, due_at, created_at)
				SELECT organisation_id, id || attempts || (SELECT COUNT(id) FROM mail), person_id, reason, path, state, attempts, due_at, created_at FROM mail`)
		}
		w.Exec(`UPDATE mail SET attempts = 5, due_at = due_at + 3600000000`)
		w.Clock.Advance(time.Minute)
		id := anInvitation(w, "mila")
		w.Must(w.App.DeliverMail(ctx, system))
		if got, n := mailStands(w, id), len(w.Mail.Messages()); got != "verzonden 1" || n != 1 {
			t.Errorf("the new mail: %s, with %d sent", got, n)
		}
	})
}

// cutOff is a server that takes a mail at the moment that the job is cut off.
type cutOff struct {
	mail.Transport
	cancel context.CancelFunc
}

func (c cutOff) Send(ctx context.Context, m mail.Message) error {
	err := c.Transport.Send(ctx, m)
	c.cancel()
	return err
}

// A mail that went out is known to have gone, also when the job that sent it
// was cut off; the others wait, and none is in doubt.
func TestDeliverMail_CutOff(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Exec(`DELETE FROM mail`)
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		w.Config.Mailer = cutOff{w.Mail, cancel}
		w.Reopen()
		w.Report("rosa", nil)
		waiting := w.Value(`SELECT COUNT(id) || '' FROM mail`)
		_ = w.App.DeliverMail(ctx, apptest.System(w.Org.ID)) // how a job that was cut off ends does not matter
		got := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE state = 'verzonden'`) + w.Value(`SELECT COUNT(id) || '' FROM mail WHERE state = 'klaar-om-te-versturen'`)
		if waiting != "2" || got != "11" {
			t.Errorf("of %s mails, sent and waiting: %s, want 2 and 11", waiting, got)
		}
	})
}

// One organisation in which the sweep fails must not keep it from the others.
func TestSweep_GoesOnAfterAFailure(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	w.Must(w.App.SaveDraft(ctx, w.Actor("rosa"), vpt.Draft{Form: vpt.ReportDraft, Data: p("van rosa")}))
	w.Must(w.App.SaveDraft(ctx, w.Actor("otto"), vpt.Draft{Form: vpt.ReportDraft, Data: p("van otto")}))
	w.Clock.Advance(8 * 24 * time.Hour)
	first, last := w.Other, w.Org // in the order of their codes
	w.Exec(`CREATE TRIGGER stuk BEFORE DELETE ON draft WHEN old.organisation_id = '` + string(first.ID) + `' BEGIN SELECT RAISE(ABORT, 'stuk'); END`)
	if err := w.App.Sweep(ctx, apptest.System("")); err == nil {
		t.Error("a sweep that failed did not say so")
	}
	drafts := func(o vpt.Organisation) string {
		return w.Value(`SELECT COUNT(person_id) || '' FROM draft WHERE organisation_id = $1`, string(o.ID))
	}
	if drafts(first) != "1" || drafts(last) != "0" {
		t.Errorf("%s drafts are left where it failed and %s in the other, want 1 and 0", drafts(first), drafts(last))
	}
}

// The clock of care runs once for each talk: who was told that the first is
// late hears it of the second too, and of each once.
func TestSweep_EachTalkThatIsLateIsTold(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		w.Must(w.App.SaveMailWhen(h.ctx, h.who, vpt.SaveMailWhen{When: vpt.MailDirect}))
		told := func() string { return h.mails("mila", vpt.MailOverdue) }
		sweep := func(after time.Duration) {
			w.Clock.Advance(after)
			for range 2 {
				w.Must(w.App.Sweep(h.ctx, apptest.System("")))
			}
		}
		h.assess()
		h.warn()
		h.tellPolice()
		h.tell()
		sweep(5 * 24 * time.Hour)
		if told() != "1" {
			t.Fatalf("told %s times of the first talk", told())
		}
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: h.view().Talks[0].ID, State: vpt.TalkHeld, On: "2026-11-22"}))
		sweep(24 * time.Hour)
		if told() != "1" {
			t.Errorf("told %s times before the second talk is due", told())
		}
		sweep(20 * 24 * time.Hour)
		if told() != "2" {
			t.Errorf("told %s times after the second talk was due, want 2", told())
		}
	})
}
