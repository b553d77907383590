package app_test

import (
	"context"
	"testing"
	"time"

	"rugdekking/internal/apptest"
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
