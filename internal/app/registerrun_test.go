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

func upload(w *apptest.World, name, text string) vpt.ImportID {
	w.T.Helper()
	id, err := w.App.UploadRegister(context.Background(), w.Actor(name), vpt.UploadRegister{Name: vpt.NewPrivate("register 2014.csv"), Table: csvTable(w.T, text)})
	w.Must(err)
	return id
}

func importView(w *apptest.World, id vpt.ImportID) vpt.RegisterView {
	w.T.Helper()
	v, err := w.App.RegisterByID(context.Background(), w.Actor("bea"), id)
	w.Must(err)
	return v
}

func TestRegister_FromUploadToResult(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, bea := context.Background(), w.Actor("bea")
		id := upload(w, "bea", noOrganisation(fixture(t))+"FOUT,UWV,1-7-2014,,gemopper,,\nGOED,UWV,1-7-2014,,verbaal,brief,\n")
		v := importView(w, id)
		if v.State != vpt.RegisterWaits || v.Outcome.Added != 396 || v.Outcome.Refused != 2 || !v.Kept || len(v.Choices[vpt.ColumnKinds]) < 40 {
			t.Fatalf("waits: %+v", v.RegisterImport)
		}
		if n := w.Value(`SELECT count(id) || '' FROM report`); n != "0" {
			t.Fatalf("%s reports before confirming", n)
		}
		mapping := vpt.RegisterMapping{Words: map[vpt.RegisterColumn]map[string]string{vpt.ColumnMeasures: {"brief": "M1"}}}
		w.Must(w.App.MapRegister(ctx, bea, vpt.MapRegister{Import: id, Mapping: mapping}))
		if v = importView(w, id); v.Outcome.Added != 397 || v.Outcome.Refused != 1 || v.Mapping.Words[vpt.ColumnMeasures]["brief"] != "M1" {
			t.Fatalf("mapped: %+v", v.Outcome)
		}
		w.Must(w.App.ConfirmRegister(ctx, bea, vpt.ConfirmRegister{Import: id}))
		if err := w.App.ConfirmRegister(ctx, bea, vpt.ConfirmRegister{Import: id}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("confirmed twice: %v", err)
		}
		w.Must(w.App.RunRegister(ctx, apptest.System(w.Org.ID), id))
		w.Must(w.App.RunRegister(ctx, apptest.System(w.Org.ID), id)) // as a queue may, once more
		if v = importView(w, id); v.State != vpt.RegisterDone || v.Added != 397 || v.Known != 0 || v.Refused != 1 || len(v.Outcome.Rejects) != 1 {
			t.Errorf("done: %+v, rejects %v", v.RegisterImport, v.Outcome.Rejects)
		}
		table, refused, err := w.App.RegisterRejects(ctx, bea, id)
		w.Must(err)
		if len(table.Rows) != 1 || table.Rows[0].Cells[0] != "FOUT" || refused[0].Fields[0].Code != "onbekend-woord" {
			t.Errorf("refused rows: %v %v", table.Rows, refused)
		}
		w.Clock.Advance(25 * time.Hour)
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		if v = importView(w, id); v.Kept || v.Added != 397 || len(v.Outcome.Rejects) != 1 {
			t.Errorf("a day later: kept %v, %d added", v.Kept, v.Added)
		}
	})
}

// A mapping that cannot be used is refused, and does not replace one that can;
// once the import has begun none is taken, but the same one sent twice is told
// the same.
func TestMapRegister_RefusedOrOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, bea := context.Background(), w.Actor("bea")
		id := upload(w, "bea", "nummer,meldingsdatum,soort,maatregel,extra\nA1,1-7-2014,verbaal,brief,x\n")
		good := vpt.MapRegister{Import: id, Once: vpt.Once{Key: "sleutel-0001", Sum: [32]byte{1}}, Mapping: vpt.RegisterMapping{
			Words: map[vpt.RegisterColumn]map[string]string{vpt.ColumnMeasures: {"brief": "M1"}}}}
		w.Must(w.App.MapRegister(ctx, bea, good))
		bad := vpt.MapRegister{Import: id, Mapping: vpt.RegisterMapping{Columns: map[string]vpt.RegisterColumn{"extra": vpt.ColumnNumber}}}
		if err := w.App.MapRegister(ctx, bea, bad); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("one column for two: %v, want it refused", err)
		}
		if v := importView(w, id); v.Mapping.Words[vpt.ColumnMeasures]["brief"] != "M1" || v.Outcome.Added != 1 {
			t.Errorf("after a mapping that was refused: %+v, %d to add", v.Mapping, v.Outcome.Added)
		}
		w.Must(w.App.ConfirmRegister(ctx, bea, vpt.ConfirmRegister{Import: id}))
		w.Must(w.App.MapRegister(ctx, bea, good))
		for name, in := range map[string]vpt.MapRegister{"another": {Import: id, Mapping: good.Mapping}, "a wrong one": bad} {
			if err := w.App.MapRegister(ctx, bea, in); vpt.KindOf(err) != vpt.KindConflict {
				t.Errorf("%s when it has begun: %v, want a conflict", name, err)
			}
		}
	})
}

func TestRegister_TheTaskIsDoneByTheQueue(t *testing.T) {
	w := apptest.SQLite(t)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	id := upload(w, "bea", noOrganisation(fixture(t)))
	w.Must(w.App.ConfirmRegister(ctx, w.Actor("bea"), vpt.ConfirmRegister{Import: id}))
	w.Must(w.Runtime.Start(ctx))
	for importView(w, id).State != vpt.RegisterDone && ctx.Err() == nil {
		time.Sleep(50 * time.Millisecond)
	}
	if v := importView(w, id); v.State != vpt.RegisterDone || v.Added != 396 {
		t.Errorf("%+v; log:\n%s", v.RegisterImport, w.Log)
	}
}

func TestRegister_AFileThatWaitsIsForgottenAfterADay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		id := upload(w, "bea", "nummer\n1\n")
		v := importView(w, id)
		if len(v.Outcome.Missing) != 2 || v.Outcome.Usable() {
			t.Errorf("missing columns: %v", v.Outcome.Missing)
		}
		if err := w.App.ConfirmRegister(context.Background(), w.Actor("bea"), vpt.ConfirmRegister{Import: id}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("confirmed without a usable row: %v", err)
		}
		w.Clock.Advance(25 * time.Hour)
		w.Must(w.App.Sweep(context.Background(), apptest.System("")))
		if n := w.Value(`SELECT (SELECT count(id) FROM register_import) + (SELECT count(sequence) FROM register_upload) || ''`); n != "0" {
			t.Errorf("%s rows are left", n)
		}
	})
}

func TestRegister_OnlyTheAdministratorOfThisOrganisation(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, id := context.Background(), upload(w, "bea", "nummer,meldingsdatum,soort\n1,1-1-2014,fysiek\n")
		for _, name := range []string{"rosa", "mila", "cora", "ada", "otto", "olga"} {
			who := w.Actor(name)
			_, byID := w.App.RegisterByID(ctx, who, id)
			_, list := w.App.RegisterImports(ctx, who)
			_, _, rejects := w.App.RegisterRejects(ctx, who, id)
			_, imported := w.App.ImportRegister(ctx, who, vpt.RegisterFile{Table: csvTable(t, "nummer\n1\n")})
			for what, err := range map[string]error{
				"read": byID, "list": list, "rejects": rejects, "import": imported, "map": w.App.MapRegister(ctx, who, vpt.MapRegister{Import: id}),
				"confirm": w.App.ConfirmRegister(ctx, who, vpt.ConfirmRegister{Import: id}), "run": w.App.RunRegister(ctx, who, id),
			} {
				if kind := vpt.KindOf(err); kind != vpt.KindForbidden && kind != vpt.KindNotFound {
					t.Errorf("%s may %s: %v", name, what, err)
				}
			}
		}
		if _, err := w.App.RegisterByID(ctx, apptest.Command(w.Other.ID), id); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("another organisation's import: %v", err)
		}
	})
}

// What is understood may change while a long file is read in, here because a
// unit gets another name: no row may be lost by that.
func TestRegister_NoRowIsPassedOver(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	var b strings.Builder
	b.WriteString("nummer,meldingsdatum,soort,onderdeel\n")
	const rows, named = 4300, 5
	for i := range rows {
		unit := ""
		if i < named {
			unit = "Balie"
		}
		fmt.Fprintf(&b, "N%d,1-7-2014,verbaal,%s\n", i, unit)
	}
	id := upload(w, "bea", b.String())
	w.Must(w.App.ConfirmRegister(ctx, w.Actor("bea"), vpt.ConfirmRegister{Import: id}))
	w.Must(w.App.RunRegister(ctx, apptest.System(w.Org.ID), id))
	if v := importView(w, id); v.State != vpt.RegisterBusy || v.Progress != 4000 {
		t.Fatalf("after one task: %s, %d rows", v.State, v.Progress)
	}
	_, err := w.App.SaveUnit(ctx, w.Actor("bea"), vpt.SaveUnit{ID: w.Units["Balie"], Parent: vpt.UnitID(w.Value(`SELECT COALESCE(parent_id, '') FROM unit WHERE id = $1`, string(w.Units["Balie"]))), Name: "Loket"})
	w.Must(err)
	w.Must(w.App.RunRegister(ctx, apptest.System(w.Org.ID), id))
	v := importView(w, id)
	if n := w.Value(`SELECT COUNT(id) || '' FROM report`); n != fmt.Sprint(rows) || v.State != vpt.RegisterDone || v.Added != rows || v.Progress != rows {
		t.Errorf("%s reports, %s with %d added, want all %d", n, v.State, v.Added, rows)
	}
}
