package app_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestReportIncident_MakesACaseWithOwnerClocksAndMail(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		report, casefile := w.Report("rosa", nil)
		if report != "M-2026-00001" || casefile != "Z-2026-00001" {
			t.Fatalf("numbers %s and %s", report, casefile)
		}
		owner := w.Value(`SELECT owner_id FROM casefile WHERE number = $1`, casefile)
		if owner != string(w.People["mila"]) {
			t.Errorf("owner %s, want mila", owner)
		}
		mails := w.Value(`SELECT count(id) || '' FROM mail WHERE reason IN ('nieuwe-zaak', 'melding-ontvangen')`)
		if mails != "2" {
			t.Errorf("%s mails, want one to the owner and one to the reporter", mails)
		}
	})
}

// Whoever doubts is promised a call within the term for a reaction: the clock of
// care and the talk that the owner sees end then too.
func TestReportIncident_InDoubtIsCalledWithinADay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for choice, hours := range map[vpt.ReportChoice]int{vpt.ChoiceNormal: 72, vpt.ChoiceDoubt: 24} {
			_, casefile := w.Report("rosa", func(in *vpt.ReportIncident) { in.Choice, in.Help = choice, vpt.HelpNo })
			want := fmt.Sprint(w.Clock.Now().Add(time.Duration(hours) * time.Hour).UnixMicro())
			clock := w.Value(`SELECT care_due_at || '' FROM casefile WHERE number = $1`, casefile)
			talk := w.Value(`SELECT t.due_at || '' FROM care_talk t JOIN casefile c ON c.organisation_id = t.organisation_id AND c.id = t.casefile_id WHERE c.number = $1`, casefile)
			if clock != want || talk != want {
				t.Errorf("%s: care is due at %s and the talk at %s, want %s (%d hours)", choice, clock, talk, want, hours)
			}
		}
	})
}

func TestReportIncident_OncePerKey(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		in := apptest.AReport()
		in.Once = vpt.Once{Key: "sleutel-0001", Sum: [32]byte{1}}
		who := w.Actor("rosa")
		first, err := w.App.ReportIncident(context.Background(), who, in)
		w.Must(err)
		again, err := w.App.ReportIncident(context.Background(), who, in)
		w.Must(err)
		if first != again {
			t.Errorf("second time gave %s, first %s", again, first)
		}
		in.Once.Sum[0] = 2
		if _, err := w.App.ReportIncident(context.Background(), who, in); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("other content under the same key: %v, want a conflict", err)
		}
		if n := w.Value(`SELECT count(id) || '' FROM report`); n != "1" {
			t.Errorf("%s reports, want 1", n)
		}
	})
}

func TestReportIncident_SameKeyAtTheSameTime(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		in := apptest.AReport()
		in.Once = vpt.Once{Key: "sleutel-0001", Sum: [32]byte{1}}
		who := w.Actor("rosa")
		numbers, errs := make([]string, 8), make([]error, 8)
		var wait sync.WaitGroup
		for i := range numbers {
			wait.Go(func() { numbers[i], errs[i] = w.App.ReportIncident(context.Background(), who, in) })
		}
		wait.Wait()
		for i := range numbers {
			if errs[i] != nil || numbers[i] != numbers[0] {
				t.Errorf("one of them got %q and %v, another %q", numbers[i], errs[i], numbers[0])
			}
		}
		if n := w.Value(`SELECT count(id) || '' FROM report`); n != "1" {
			t.Errorf("%s reports, want 1", n)
		}
	})
}

func TestSendMail_LeavesTheBuildingWithoutTheStory(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Report("rosa", nil)
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		w.Must(w.Runtime.Start(ctx))
		sent := func() (n int) {
			for _, m := range w.Mail.Messages() {
				if m.Subject == string(vpt.MailNewCase) || m.Subject == string(vpt.MailReceipt) {
					n++
				}
				for _, line := range append(m.Text, m.Subject, m.Link) {
					if strings.Contains(line, "schold") {
						t.Errorf("the story stands in a mail: %q", line)
					}
				}
			}
			return n
		}
		for sent() < 2 && ctx.Err() == nil {
			time.Sleep(20 * time.Millisecond)
		}
		time.Sleep(100 * time.Millisecond) // a second worker would send them again now
		if n := sent(); n != 2 {
			t.Fatalf("%d mails sent, want 2; log:\n%s", n, w.Log)
		}
	})
}
