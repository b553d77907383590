package app_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"sort"
	"strings"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/apptest"
	"rugdekking/internal/dbtest"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// sealedUnder gives, for every sealed value in the database, under which key it
// lies: "column kind:subject", counted.
func sealedUnder(t *testing.T, w *apptest.World) map[string]int {
	t.Helper()
	raw := w.DB.Raw(t)
	owners := map[string]string{}
	for _, row := range texts(t, raw, `SELECT id || ' ' || kind || ':' || subject_id FROM seal_key`) {
		id, owner, _ := strings.Cut(row, " ")
		owners[id] = owner
	}
	query := `SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE '%\_sealed' ESCAPE '\' ORDER BY 1`
	if w.DB.Engine == dbtest.Postgres {
		query = `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\_sealed' ORDER BY 1`
	}
	found := map[string]int{}
	for _, place := range texts(t, raw, query) {
		table, column, _ := strings.Cut(place, ".")
		for _, value := range texts(t, raw, `SELECT `+column+` FROM `+table+` WHERE `+column+` IS NOT NULL`) {
			id, err := seal.KeyOf([]byte(value))
			if err != nil || owners[string(id)] == "" {
				t.Errorf("%s holds something under no key: %v", place, err)
			}
			found[place+" "+owners[string(id)]]++
		}
	}
	return found
}

func texts(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var value string
		if err := rows.Scan(&value); err != nil {
			t.Fatal(err)
		}
		out = append(out, value)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// handled makes a report and a case with something in every place where a case
// holds text.
func handled(w *apptest.World, n int) (report, casefile string) {
	ctx, mila := context.Background(), w.Actor("mila")
	report, casefile = w.Report("rosa", func(in *vpt.ReportIncident) {
		in.Account, in.Place = vpt.NewPrivate(fmt.Sprintf("verhaal %d", n)), vpt.NewPrivate("aan de balie")
		in.Affected = append(in.Affected, vpt.AffectedInput{Name: vpt.NewPrivate("Een uitzendkracht")})
	})
	_, err := w.App.AddEvidence(ctx, w.Actor("rosa"), vpt.AddEvidence{Report: report, Name: vpt.NewPrivate("foto.png")}, bytes.NewReader(picture(n)))
	w.Must(err)
	w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: casefile, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate(fmt.Sprintf("notitie %d", n))}))
	w.Must(w.App.SendFeedback(ctx, mila, vpt.SendFeedback{Case: casefile, Text: vpt.NewPrivate("we hebben gebeld")}))
	return report, casefile
}

// Decision 23: one key destroyed makes exactly its own fields unreadable, and
// the log still verifies.
func TestDestroyedKey_TakesExactlyItsOwnFields(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		report, casefile := handled(w, 1)
		_, other := handled(w, 2)
		id := w.Value(`SELECT id FROM casefile WHERE number = $1`, casefile)
		before := sealedUnder(t, w)
		var own []string
		for place := range before {
			if strings.HasSuffix(place, " casefile:"+id) {
				own = append(own, strings.TrimSuffix(place, " casefile:"+id))
			}
		}
		sort.Strings(own)
		want := "evidence.name_sealed evidence_chunk.data_sealed feedback.text_sealed incident.place_sealed note.text_sealed report.account_sealed report.place_sealed"
		if got := strings.Join(own, " "); got != want {
			t.Errorf("under the key of the case lie %s, want %s", got, want)
		}

		destroy(t, w, seal.LevelCasefile, id)
		w.Reopen()
		view, err := w.App.CaseByNumber(ctx, w.Actor("mila"), casefile)
		w.Must(err)
		if r := view.Reports[0]; !r.Account.IsZero() || !r.Place.IsZero() || !view.Notes[0].Text.IsZero() || !view.Feedback[0].Text.IsZero() || !view.Evidence[0].Name.IsZero() {
			t.Errorf("something of the case can still be read: %+v", view)
		}
		if view.Owner.Name.Reveal() != "Mila van Dijk" || view.Involved[1].Name.Reveal() != "Een uitzendkracht" {
			t.Error("names went with the case: they are under keys of their own")
		}
		if r := view.Reports[0]; r.Number != report || r.OccurredOn != "2026-11-17" || len(r.Kinds) != 1 {
			t.Errorf("what may be counted went too: %+v", r)
		}
		untouched, err := w.App.CaseByNumber(ctx, w.Actor("mila"), other)
		w.Must(err)
		if untouched.Reports[0].Account.Reveal() != "verhaal 2" || untouched.Notes[0].Text.Reveal() != "notitie 2" {
			t.Error("another case went with it")
		}

		destroy(t, w, seal.LevelPerson, string(w.People["mila"]))
		w.Reopen()
		view, err = w.App.CaseByNumber(ctx, w.Actor("cora"), other)
		w.Must(err)
		if !view.Owner.Name.IsZero() || view.Notes[0].Text.Reveal() != "notitie 2" {
			t.Errorf("after the person's key: owner %q, and her note %v", view.Owner.Name.Reveal(), view.Notes[0].Text.IsZero())
		}
		after := sealedUnder(t, w)
		for place, n := range before {
			if after[place] < n && !strings.HasPrefix(place, "draft.") {
				t.Errorf("%s had %d values, now %d: destroying a key changes no row", place, n, after[place])
			}
		}
		found, err := app.VerifyAudit(ctx, check(w))
		if err != nil || !found.Clean() {
			t.Errorf("the log does not verify: %+v, %v", found, err)
		}
	})
}

func destroy(t *testing.T, w *apptest.World, level seal.Level, subject string) {
	t.Helper()
	master, err := seal.ParseMaster(w.Config.Key)
	w.Must(err)
	db, err := store.Open(context.Background(), store.Config{
		URL: w.Config.Database, UnscopedURL: w.Config.UnscopedURL, Master: master, Now: w.Clock.Now,
	})
	w.Must(err)
	defer func() { w.Must(db.Close()) }()
	w.Must(db.Write(context.Background(), w.Org.ID, func(tx *store.Tx) error { return tx.DestroyKey(level, subject) }))
}
