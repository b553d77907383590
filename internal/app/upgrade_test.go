package app_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/internal/clock"
	"rugdekking/internal/dbtest"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// eachUpgraded runs fn in a world that an earlier version of the program left,
// brought up to date by this one, on both engines. It is Monday 11 January 2027,
// ten in the morning; nothing was swept yet.
func eachUpgraded(t *testing.T, fn func(t *testing.T, w *apptest.World)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, db dbtest.Database) {
		key := old(t, "master-key.txt")
		lay(t, filepath.Join(db.Dir, "master.key"), key)
		lay(t, filepath.Join(db.Dir, "world.json"), old(t, db.Engine+".json"))
		if db.Engine == dbtest.SQLite {
			lay(t, db.Path(), inflated(t, old(t, "sqlite.db.gz")))
		} else {
			load(t, db, inflated(t, old(t, "postgres.sql.gz")))
		}
		at := time.Date(2027, 1, 11, 9, 0, 0, 0, time.UTC)
		err := app.Migrate(ctx, app.Config{Database: db.URL, OwnerURL: db.OwnerURL, UnscopedURL: db.UnscopedURL, Key: key, Clock: clock.NewFake(at)})
		if err != nil {
			t.Fatal(err)
		}
		w := apptest.Open(t, db)
		w.Clock.Set(at)
		fn(t, w)
	})
}

// old reads a file that was kept of the version with migration 0004.
func old(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "upgrade-0004", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func lay(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func inflated(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// load runs a dump as the administrator, who may give each table its owner.
func load(t *testing.T, db dbtest.Database, dump []byte) {
	t.Helper()
	pool := db.Raw(t)
	if _, err := pool.ExecContext(ctx, string(dump)); err != nil {
		t.Fatal(err)
	}
}

// The cases of the old world: see testdata/upgrade-0004.
const (
	oldClosed = "Z-2026-00001"
	oldBanned = "Z-2026-00002"
	oldUndone = "Z-2026-00003"
	oldMerged = "Z-2026-00004"
	oldPhoned = "Z-2026-00006"
	oldNewest = "Z-2027-00001"
)

func TestUpgrade_WhatWasThereIsThere(t *testing.T) {
	eachUpgraded(t, func(t *testing.T, w *apptest.World) {
		for _, row := range []struct {
			number                          string
			state                           vpt.CaseState
			reports, talks, measures, lines int
			account                         string
		}{
			{oldClosed, vpt.CaseClosed, 1, 3, 1, 15, "Hij schold me uit en sloeg op de balie."},
			{oldBanned, vpt.CaseOpen, 1, 1, 1, 9, "Hij wachtte me op bij de fietsen, voor de vierde keer."},
			{oldUndone, vpt.CaseOpen, 1, 1, 0, 2, "Hij bleef dreigen dat hij ons zou vinden."},
			{oldMerged, vpt.CaseOpen, 2, 2, 0, 5, "Hij schold me uit en sloeg op de balie."},
			{oldPhoned, vpt.CaseOpen, 1, 1, 1, 6, "Hij schold me uit en sloeg op de balie."},
			{oldNewest, vpt.CaseOpen, 1, 1, 0, 2, "Ze gooide een kop koffie naar me."},
			{"Z-2019-00002", vpt.CaseImported, 1, 0, 1, 1, ""},
		} {
			v, err := w.App.CaseByNumber(ctx, w.Actor("cora"), row.number)
			if err != nil {
				t.Errorf("%s: %v", row.number, err)
				continue
			}
			got := fmt.Sprint(v.Case.State, len(v.Reports), len(v.Talks), len(v.Measures), len(v.Timeline), v.Reports[0].Account.Reveal())
			if want := fmt.Sprint(row.state, row.reports, row.talks, row.measures, row.lines, row.account); got != want {
				t.Errorf("%s is %s, want %s", row.number, got, want)
			}
			for _, m := range v.Measures {
				if _, err := w.App.MeasureByID(ctx, w.Actor("cora"), row.number, m.ID); err != nil {
					t.Errorf("%s: its measure: %v", row.number, err)
				}
			}
			if _, err := w.App.CasePrint(ctx, w.Actor("cora"), row.number); err != nil {
				t.Errorf("%s on paper: %v", row.number, err)
			}
		}
		list, err := w.App.Worklist(ctx, w.Actor("mila"), vpt.WorkFilter{})
		w.Must(err)
		if list.Open != 4 || list.Late != 3 {
			t.Errorf("%d cases open, %d late", list.Open, list.Late)
		}
		f := figures(w, w.Actor("ada"), vpt.Period{From: "2026-07-01", To: "2027-01-31"})
		if got := printed(f); !strings.HasPrefix(got, "7; verbaal 5/7=714 bedreiging 2/7=286 ") || !strings.Contains(got, "; M1 1 M7 1 M8 1; politie 2+0+0=2; geen reactie 4") {
			t.Errorf("counted: %s", got)
		}
	})
}

func TestUpgrade_PeopleGoOn(t *testing.T) {
	eachUpgraded(t, func(t *testing.T, w *apptest.World) {
		if _, err := signIn(w, stranger("10.0.0.2"), "mila", aPassword); err != nil {
			t.Errorf("a password of before: %v", err)
		}
		own, err := w.App.MyReports(ctx, w.Actor("anna"))
		w.Must(err)
		if len(own.Lines) != 2 {
			t.Errorf("anna sees %d reports of hers", len(own.Lines))
		}
		if d, err := w.App.Draft(ctx, w.Actor("anna"), vpt.ReportDraft); err != nil || d.Data.Reveal() != "account=half" {
			t.Errorf("the draft of before: %v", err)
		}
		number, casefile := w.Report("rosa", func(in *vpt.ReportIncident) { in.OccurredOn = "2027-01-11" })
		if number != "M-2027-00002" || casefile != "Z-2027-00002" {
			t.Errorf("the next report is %s in %s", number, casefile)
		}
		h := &handling{World: w, ctx: ctx, who: w.Actor("mila"), Case: oldMerged}
		h.split()
		if v := h.view(); len(v.Reports) != 1 || len(v.Talks) != 1 {
			t.Errorf("after splitting %d reports, %d talks", len(v.Reports), len(v.Talks))
		}
		h.Case = oldBanned
		v := h.view()
		if len(v.Evidence) != 1 || v.Evidence[0].Name.Reveal() != "fietsenstalling.png" {
			t.Fatalf("evidence %v", v.Evidence)
		}
		if _, err := w.App.Evidence(ctx, h.who, vpt.EvidenceRef{Case: oldBanned, ID: v.Evidence[0].ID}); err != nil {
			t.Errorf("the photo of before: %v", err)
		}
		h.Must(h.App.FinishTalk(ctx, h.who, vpt.FinishTalk{Case: oldBanned, Talk: v.Talks[0].ID, State: vpt.TalkHeld, On: "2027-01-11"}))
		if after := h.view(); len(after.Talks) < 2 {
			t.Errorf("%d talks after the first was held", len(after.Talks))
		}
		if mine, err := w.App.Worklist(ctx, w.Actor("olga"), vpt.WorkFilter{}); err != nil || mine.Open != 1 {
			t.Errorf("the other organisation: %d open, %v", mine.Open, err)
		}
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		verifyClean(t, w)
	})
}

// verifyClean recomputes the log, of before and after.
func verifyClean(t *testing.T, w *apptest.World) {
	t.Helper()
	report, err := app.VerifyAudit(ctx, app.AuditCheck{Database: w.DB.UnscopedURL})
	if err != nil || !report.Clean() || len(report.Trees) != 2 {
		t.Errorf("the log: %+v, %v", report, err)
	}
}

// What was late by the upgrade stands in tasks and in the first mail of the
// morning; nobody is mailed about it at once, and no timeline says that anybody
// was asked. What becomes late after it is raised as ever.
func TestUpgrade_OldLateThingsFloodNobody(t *testing.T) {
	eachUpgraded(t, func(t *testing.T, w *apptest.World) {
		w.Config.MailText = nl.Mail
		w.Reopen()
		w.Person("dora", "Dora Postma", "", vpt.Assignment{Role: vpt.RoleDirector, Scope: vpt.ScopeOrganisation})
		direct(w, "wout", "dora")
		count := func() string {
			return w.Value(`SELECT (SELECT COUNT(id) FROM mail WHERE reason = $1) || ' ' || (SELECT COUNT(id) FROM mail WHERE reason = $2) || ' ' ||
				(SELECT COUNT(id) FROM event WHERE kind IN ('coordinator-gevraagd', 'directie-gevraagd'))`, string(vpt.MailOverdue), string(vpt.MailRaised))
		}
		before := count()
		for _, at := range []string{"2027-01-11 10:00", "2027-01-11 17:30", "2027-01-12 07:35"} {
			sweepAt(w, at)
			if after := count(); after != before {
				t.Errorf("at %s mails that it is late, mails that it was raised, and lines are %s, were %s", at, after, before)
			}
		}
		for _, row := range []struct{ name, first, second string }{
			{"cora", "15 dingen", ""}, {"mila", "9 dingen", "1 ding"}, {"wout", "", ""}, {"dora", "", ""}, {"leo", "", ""},
		} {
			got := append(morningOf(w, row.name), "", "")
			if !strings.Contains(got[0], row.first) || !strings.Contains(got[1], row.second) || (row.first == "") != (got[0] == "") || (row.second == "") != (got[1] == "") {
				t.Errorf("%s has in the morning: %q", row.name, got)
			}
		}
		tasks, err := w.App.MyTasks(ctx, w.Actor("wout"))
		w.Must(err)
		if len(tasks.Tasks) == 0 || tasks.Tasks[0].Number != oldUndone || !tasks.Tasks[0].Late {
			t.Errorf("wout's tasks: %+v", tasks.Tasks)
		}
		sweepAt(w, "2027-01-12 11:00")
		sweepAt(w, "2027-01-15 17:00")
		if got := w.Value(`SELECT MIN(c.number) || ' ' || MAX(c.number) FROM event e JOIN casefile c ON c.id = e.casefile_id WHERE e.kind = 'directie-gevraagd'`); got != oldNewest+" "+oldNewest {
			t.Errorf("raised to the director after the upgrade: from %s", got)
		}
		if n := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = $1 AND person_id = $2`, string(vpt.MailRaised), string(w.People["dora"])); n != "1" {
			t.Errorf("the director has %s mails", n)
		}
	})
}

// What is open has the duties that it would have had from the start, once; a
// measure of before is looked at again, since nobody recorded where it holds.
func TestUpgrade_WhatIsOpenHasItsDuties(t *testing.T) {
	eachUpgraded(t, func(t *testing.T, w *apptest.World) {
		sweepAt(w, "2027-01-11 10:00")
		sweepAt(w, "2027-01-11 10:30")
		h := &handling{World: w, ctx: ctx, who: w.Actor("mila")}
		duties := func(number string) string {
			h.Case = number
			var out []string
			for _, d := range h.view().Duties {
				out = append(out, string(d.Kind)+" "+d.DueAt.Format("2006-01-02"))
			}
			return strings.Join(out, ", ")
		}
		for number, want := range map[string]string{
			oldClosed: "", oldUndone: "", oldMerged: "", oldNewest: "", oldPhoned: "maatregel-herbeoordelen 2027-01-25",
			oldBanned: "maatregel-herbeoordelen 2027-01-25, analyse-maken 2027-02-08, klachttermijn-politie 2027-02-14",
		} {
			if number == oldUndone {
				h.who = w.Actor("wout")
			} else {
				h.who = w.Actor("mila")
			}
			if got := duties(number); got != want {
				t.Errorf("%s owes %q, want %q", number, got, want)
			}
		}
		h.who, h.Case = w.Actor("mila"), oldBanned
		m := h.view().Measures[0]
		h.Must(h.App.ReviewMeasure(ctx, h.who, vpt.ReviewMeasure{Case: oldBanned, ID: m.ID, Outcome: vpt.ReviewStays, Why: p("hij komt nog steeds"), NextOn: "2027-03-01"}))
		h.Must(h.App.RecordPolice(ctx, h.who, vpt.RecordPolice{Case: oldBanned, Kind: vpt.PoliceComplaint, DoneOn: "2027-01-11", Reference: p("PL-3")}))
		if got, want := duties(oldBanned), "analyse-maken 2027-02-08, maatregel-herbeoordelen 2027-03-01"; got != want {
			t.Errorf("after the complaint and the review it owes %q, want %q", got, want)
		}
	})
}

// A ban of before does not say for which building: each door shows it, and says
// so. One of which nobody can tell whom it is about is shown at none.
func TestUpgrade_TheDoorOpens(t *testing.T) {
	eachUpgraded(t, func(t *testing.T, w *apptest.World) {
		door, err := w.App.MeasuresAtDoor(ctx, w.Actor("cora"), w.Sites["Stadhuis"], vpt.AtDoor)
		w.Must(err)
		if len(door.Entries) != 1 || door.Entries[0].Name.Reveal() != "Jan Verzonnen" || !door.Entries[0].Unplaced || door.Entries[0].Kind.Code != "M8" {
			t.Errorf("at the door: %+v", door.Entries)
		}
		phone, err := w.App.MeasuresAtDoor(ctx, w.Actor("cora"), "", vpt.AtPhone)
		w.Must(err)
		if len(phone.Entries) != 0 {
			t.Errorf("on the phone: %+v", phone.Entries)
		}
	})
}
