package app_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestImportRegister_RefusesRowByRow(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		who := apptest.Command(w.Org.ID)
		text := "nummer,organisatie,meldingsdatum,incidentdatum,soorten,maatregelen,politie,onderdeel,vrije tekst\n" +
			"R-1,toetsdam,1-7-2014,,verbaal;bedreiging,lichte waarschuwing|pandverbod,ja,balie,naam van iemand\n" +
			"R-2,GEMEENTE TOETSDAM,2014-07-02,01/07/2014,V2,,,,\n" +
			"R-3,Overkant,1-7-2014,,verbaal,,,,\n" +
			"R-4,toetsdam,31-2-2014,,verbaal,,,,\n" +
			"R 5,toetsdam,1-7-2014,,verbaal,,,,\n" +
			"R-6,toetsdam,1-7-2014,2-7-2014,verbaal,,,,\n" +
			"R-7,toetsdam,1-7-2014,,gemopper,,misschien,,\n" +
			"R-8,toetsdam,1-7-2014,,,,,,\n" +
			"R-1,toetsdam,1-7-2014,,verbaal,,,,\n" +
			"R-2,toetsdam,2-7-2014,1 juli 2014,v2,,nee,,\n" +
			"R-9,toetsdam,1-7-2027,,verbaal,,,Zolder,\n"
		out := importText(w, who, text)
		if out.Rows != 11 || out.Added != 2 || out.Known != 1 || out.Refused != 8 {
			t.Errorf("%d rows, %d added, %d known, %d refused", out.Rows, out.Added, out.Known, out.Refused)
		}
		want := []string{
			"4 R-3 [{organisatie andere-organisatie}]", "5 R-4 [{meldingsdatum geen-datum}]", "6  [{nummer ongeldig-nummer}]",
			"7 R-6 [{incidentdatum na-meldingsdatum}]", "8 R-7 [{soorten onbekend-woord} {politie onbekend-woord}]",
			"9 R-8 [{soorten verplicht}]", "10 R-1 [{nummer wijkt-af-van-eerdere-import}]",
			"12 R-9 [{onderdeel onbekend-woord} {meldingsdatum in-de-toekomst}]",
		}
		for i, r := range out.Rejects {
			if got := fmt.Sprintf("%d %s %v", r.Line, r.Number, r.Fields); i >= len(want) || got != want[i] {
				t.Errorf("refused: %s", got)
			}
		}
		if len(out.Unknown) != 3 || out.Unknown[0].Word != "gemopper" || out.Columns[8].Column != "" || out.First != "2014-07-01" || out.Last != "2014-07-02" {
			t.Errorf("understood: %+v", out)
		}
	})
}

func TestImportRegister_MakesClosedCasesThatNobodyIsTold(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		importText(w, apptest.Command(w.Org.ID), "nummer,meldingsdatum,soort,maatregel,politie,kanaal,locatie,onderdeel\n"+
			"2009/1,3-2-2009,verbaal,lichte waarschuwing,ja,balie,Stadhuis,Balie\nA-1,3-2-2009,verbaal,lichte waarschuwing,aangifte,balie,Stadhuis,Balie\n")
		for query, want := range map[string]string{
			`SELECT number || ' ' || state || ' ' || verdict || ' ' || received_on || ' ' || care_state || ' ' || working FROM casefile`: "Z-2009-00001 overgenomen nog-niet-beoordeeld 2009-02-03 niet-vastgelegd 0",
			`SELECT COALESCE(owner_id, 'niemand') || COALESCE(next_due_at, 0) || COALESCE(reaction_due_at, 0) FROM casefile`:             "niemand00",
			`SELECT number || ' ' || legacy_number || ' ' || COALESCE(reported_at, 0) || ' ' || reported_on || ' ' || route FROM report`: "M-2009-00001 A-1 0 2009-02-03 import",
			`SELECT kind || decided_on || COALESCE(decided_at, 0) FROM measure`:                                                          "M10",
			`SELECT kind || done_on FROM police_record`:                                                                                  "aangifte",
			`SELECT kind || visible FROM event`:                                                                                          "overgenomenbehandelaars",
			`SELECT count(id) || '' FROM mail WHERE reason <> 'rollen-gewijzigd'`:                                                        "0",
			`SELECT count(organisation_id) || '' FROM care_talk`:                                                                         "0",
			`SELECT channel || ' ' || channel_version FROM incident`:                                                                     "balie 1",
		} {
			if got := w.Value(query); got != want {
				t.Errorf("%s: %q, want %q", query, got, want)
			}
		}
		list, err := w.App.Worklist(context.Background(), w.Actor("cora"), vpt.WorkFilter{})
		w.Must(err)
		if len(list.Items) != 0 {
			t.Errorf("an imported case is on the worklist")
		}
		view, err := w.App.CaseByNumber(context.Background(), w.Actor("cora"), "Z-2009-00001")
		w.Must(err)
		if view.Case.State != vpt.CaseImported || len(view.Reports) != 1 || view.Reports[0].DisplayNumber() != "A-1" {
			t.Errorf("the coordinator sees %s with %d reports", view.Case.State, len(view.Reports))
		}
	})
}

func TestImportRegister_DryRunWritesNothing(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		text := "nummer,meldingsdatum,soort\nA,1-1-2014,verbaal\nB,1-1-2014,verbaal\nA,1-1-2014,verbaal\nB,1-1-2014,fysiek\n"
		out, err := w.App.ImportRegister(context.Background(), apptest.Command(w.Org.ID), vpt.RegisterFile{Table: csvTable(t, text), DryRun: true})
		w.Must(err)
		if out.Added != 2 || out.Known != 1 || out.Refused != 1 || !out.DryRun {
			t.Errorf("would add %d, know %d, refuse %d", out.Added, out.Known, out.Refused)
		}
		if n := w.Value(`SELECT (SELECT count(id) FROM report) + (SELECT count(id) FROM register_import) || ''`); n != "0" {
			t.Errorf("%s rows were written", n)
		}
	})
}

func TestImportRegister_TakesAMapping(t *testing.T) {
	w := apptest.SQLite(t)
	who, ctx := apptest.Command(w.Org.ID), context.Background()
	table := csvTable(t, "Volgnr,Wanneer gemeld,Wat,Vervolg,politie\n1,1-1-2014,gemopper,niets,ja\n2,1-1-2014,verbaal,brief,nee\n")
	out, err := w.App.ImportRegister(ctx, who, vpt.RegisterFile{Table: table})
	if vpt.KindOf(err) != vpt.KindInvalid || len(vpt.FieldsOf(err)) != 3 || len(out.Missing) != 3 || len(out.Columns) != 5 {
		t.Fatalf("unknown headers: %v, missing %v", err, out.Missing)
	}
	mapping := vpt.RegisterMapping{
		Columns: map[string]vpt.RegisterColumn{"volgnr": "nummer", "Wanneer  gemeld": "meldingsdatum", "WAT": "soorten", "vervolg": "maatregelen", "politie": vpt.IgnoreWord},
		Words: map[vpt.RegisterColumn]map[string]string{
			vpt.ColumnKinds: {"Gemopper": "V"}, vpt.ColumnMeasures: {"niets": vpt.IgnoreWord, "brief": "lichte waarschuwing"},
		},
	}
	out, err = w.App.ImportRegister(ctx, who, vpt.RegisterFile{Table: table, Mapping: mapping})
	w.Must(err)
	if out.Added != 2 || out.Refused != 0 {
		t.Errorf("with a mapping: %d added, refused %v", out.Added, out.Rejects)
	}
	if got := w.Value(`SELECT count(id) || ' ' || MIN(kind) FROM measure`) + w.Value(`SELECT count(id) || '' FROM police_record`); got != "1 M10" {
		t.Errorf("measures and police: %s, want 1 M1 and 0", got)
	}
	for name, wrong := range map[string]vpt.RegisterMapping{
		"an unknown column": {Columns: map[string]vpt.RegisterColumn{"Volgnr": "bsn"}},
		"an unknown code":   {Words: map[vpt.RegisterColumn]map[string]string{vpt.ColumnKinds: {"x": "Q9"}}},
		"a track's measure": {Words: map[vpt.RegisterColumn]map[string]string{vpt.ColumnMeasures: {"x": "M11"}}},
		"twice the same":    {Columns: map[string]vpt.RegisterColumn{"Volgnr": "nummer", "Wat": "nummer"}},
	} {
		if _, err := w.App.ImportRegister(ctx, who, vpt.RegisterFile{Table: table, Mapping: wrong}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("%s: %v, want invalid", name, err)
		}
	}
}

// An import that is broken off may be done again: nothing is doubled.
func TestImportRegister_BrokenOffAndDoneAgain(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		who, table := apptest.Command(w.Org.ID), csvTable(t, noOrganisation(fixture(t)))
		ctx, cancel := context.WithCancel(context.Background())
		go func() {
			for w.Value(`SELECT count(id) || '' FROM report`) == "0" {
				time.Sleep(time.Millisecond)
			}
			cancel()
		}()
		_, err := w.App.ImportRegister(ctx, who, vpt.RegisterFile{Table: table})
		part := w.Value(`SELECT count(id) || '' FROM report`)
		if err == nil && part != "396" {
			t.Fatalf("no error after %s reports", part)
		}
		out, err := w.App.ImportRegister(context.Background(), who, vpt.RegisterFile{Table: table})
		w.Must(err)
		if n := w.Value(`SELECT count(id) || '' FROM report`); n != "396" || fmt.Sprint(out.Known) != part {
			t.Errorf("%s reports, %d known after %s", n, out.Known, part)
		}
	})
}

func TestImportRegister_ManyRows(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		var b strings.Builder
		b.WriteString("nummer,meldingsdatum,soort,maatregel\n")
		for i := range 5000 {
			fmt.Fprintf(&b, "N%d,%d-%d-20%02d,verbaal;fysiek,pandverbod\n", i, 1+i%28, 1+i%12, 10+i%5)
		}
		start := time.Now()
		if out := importText(w, apptest.Command(w.Org.ID), b.String()); out.Added != 5000 {
			t.Errorf("%d added", out.Added)
		}
		t.Logf("5000 rows in %v", time.Since(start).Round(time.Millisecond))
		if got := w.Value(`SELECT MIN(number) || ' ' || MAX(number) FROM casefile WHERE received_on >= '2014-01-01'`); got != "Z-2014-00001 Z-2014-01000" {
			t.Errorf("numbers of 2014: %s", got)
		}
	})
}
