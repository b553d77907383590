package app_test

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
)

// auditTables are the tables of the log with the columns that name a row. The
// public key stands in installation; changing it must be found as well.
var auditTables = map[string]string{
	"audit_head":       "organisation_id",
	"audit_leaf":       "organisation_id, position",
	"audit_node":       "organisation_id, position",
	"audit_checkpoint": "organisation_id, sequence",
}

func check(w *apptest.World) app.AuditCheck {
	return app.AuditCheck{Database: w.DB.UnscopedURL, Organisation: ""}
}

// busyWorld has a log with several entries in each of its trees.
func busyWorld(w *apptest.World) {
	w.T.Helper()
	for range 3 {
		w.Report("rosa", nil)
	}
	_, _ = w.App.CaseByNumber(context.Background(), w.Actor("wim"), w.CaseOf("M-2026-00001")) // refused, and so logged
}

func TestAuditIsCleanAfterActs(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		busyWorld(w)
		report, err := app.VerifyAudit(context.Background(), check(w))
		w.Must(err)
		if !report.Clean() || len(report.Trees) != 2 || report.Fingerprint != app.Fingerprint(w.Runtime.AuditKey()) {
			t.Fatalf("%+v", report)
		}
		for _, tree := range report.Trees {
			if tree.Size < 2 || tree.Checkpoints < 2 || tree.Organisation == "" {
				t.Errorf("tree %+v", tree)
			}
		}
		one, err := app.VerifyAudit(context.Background(), app.AuditCheck{Database: w.DB.UnscopedURL, Organisation: "overkant"})
		if err != nil || len(one.Trees) != 1 || one.Trees[0].Organisation != "overkant" {
			t.Errorf("of one organisation: %+v, %v", one, err)
		}
		if _, err := app.VerifyAudit(context.Background(), app.AuditCheck{Database: w.DB.UnscopedURL, Organisation: "nergens"}); err == nil {
			t.Error("an organisation that is not there was verified")
		}
	})
}

// TestEveryChangedByteIsFound changes one value of one row in each column of
// each table of the log, first, middle and last row, and expects to be told.
func TestEveryChangedByteIsFound(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		busyWorld(w)
		raw := w.DB.Raw(t)
		for table, key := range auditTables {
			rows := keysOf(t, raw, table, key)
			for _, column := range columnsOf(t, raw, table) {
				for _, row := range []int{0, len(rows) / 2, len(rows) - 1} {
					where := strings.Join(rows[row], " AND ")
					tamper(t, raw, table, column, where)
					expectFinding(t, w, table, table+"."+column+" where "+where)
					restore(t, raw)
				}
			}
		}
		if report, err := app.VerifyAudit(context.Background(), check(w)); err != nil || !report.Clean() {
			t.Fatalf("the test left traces: %+v, %v", report, err)
		}
	})
}

func TestEveryDeletedLastRowIsFound(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		busyWorld(w)
		raw := w.DB.Raw(t)
		for table, key := range auditTables {
			rows := keysOf(t, raw, table, key)
			where := strings.Join(rows[len(rows)-1], " AND ")
			keep(t, raw, table)
			exec(t, raw, "DELETE FROM "+table+" WHERE "+where)
			expectFinding(t, w, table, "deleted from "+table+": "+where)
			restore(t, raw)
		}
		// All of a tree at once: then only the organisation tells that it was there.
		for table := range auditTables {
			exec(t, raw, "DELETE FROM "+table+" WHERE organisation_id = '"+string(w.Other.ID)+"'")
		}
		expectFinding(t, w, "audit_head", "a whole tree")
	})
}

func TestCopiedFileVerifiesWithoutTheKey(t *testing.T) {
	w := apptest.SQLite(t)
	busyWorld(w)
	exec(t, w.DB.Raw(t), "PRAGMA wal_checkpoint(TRUNCATE)") // all of it is in the one file now
	there := filepath.Join(t.TempDir(), "kopie.db")
	from, err := os.Open(w.DB.Path())
	w.Must(err)
	to, err := os.Create(there)
	w.Must(err)
	_, err = io.Copy(to, from)
	w.Must(err)
	w.Must(to.Close())
	w.Must(from.Close())
	report, err := app.VerifyAudit(context.Background(), app.AuditCheck{Database: "sqlite:" + there})
	if err != nil || !report.Clean() || len(report.Trees) != 2 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestAnotherPublicKeyIsNotBelieved(t *testing.T) {
	w := apptest.SQLite(t)
	busyWorld(w)
	other := w.Config
	other.Database, other.OwnerURL, other.Key = "sqlite:"+filepath.Join(t.TempDir(), "ander.db"), "", app.NewKey()
	w.Must(app.Migrate(context.Background(), other))
	stranger, err := app.Open(context.Background(), other)
	w.Must(err)
	defer func() { w.Must(stranger.Close(context.Background())) }()
	in := check(w)
	in.PublicKey = stranger.AuditKey()
	report, err := app.VerifyAudit(context.Background(), in)
	if err != nil || report.Clean() {
		t.Errorf("the log passes with another installation's key: %+v, %v", report, err)
	}
	in.PublicKey = "onzin"
	if _, err := app.VerifyAudit(context.Background(), in); err == nil {
		t.Error("nonsense was taken for a key")
	}
}

// tamper changes a value so that it stays of its type: one byte of a text or
// blob, one more for a number.
func tamper(t *testing.T, raw *sql.DB, table, column, where string) {
	t.Helper()
	keep(t, raw, table)
	var value any
	if err := raw.QueryRow("SELECT " + column + " FROM " + table + " WHERE " + where).Scan(&value); err != nil {
		t.Fatalf("%s.%s: %v", table, column, err)
	}
	switch v := value.(type) {
	case int64:
		value = v + 1_000_000
	case string:
		value = flipText(v)
	case []byte:
		b := slices.Clone(v)
		if len(b) == 0 {
			b = []byte{1}
		} else {
			b[len(b)/2] ^= 1
		}
		value = b
	default:
		t.Fatalf("%s.%s is a %T", table, column, value)
	}
	if _, err := raw.Exec("UPDATE "+table+" SET "+column+" = $1 WHERE "+where, value); err != nil {
		t.Fatalf("%s.%s: %v", table, column, err)
	}
}

func flipText(s string) string {
	b := []byte(s)
	if len(b) == 0 {
		return "x"
	}
	i := len(b) / 2
	for b[i] >= 0x80 || b[i] < ' ' {
		i = (i + 1) % len(b)
	}
	if b[i] == 'x' {
		b[i] = 'y'
	} else {
		b[i] = 'x'
	}
	return string(b)
}

func expectFinding(t *testing.T, w *apptest.World, table, what string) {
	t.Helper()
	report, err := app.VerifyAudit(context.Background(), check(w))
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if report.Clean() {
		t.Errorf("%s: not found", what)
		return
	}
	for _, tree := range report.Trees {
		for _, f := range tree.Findings {
			if f.Table == table && f.What != "" {
				return
			}
		}
	}
	t.Errorf("%s: found, but not in %s", what, table)
}

func keysOf(t *testing.T, raw *sql.DB, table, key string) [][]string {
	t.Helper()
	rows, err := raw.Query("SELECT " + key + " FROM " + table + " ORDER BY " + key)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns := strings.Split(key, ", ")
	var out [][]string
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var terms []string
		for i, c := range columns {
			if text, ok := values[i].(string); ok {
				terms = append(terms, c+" = '"+text+"'")
			} else {
				terms = append(terms, fmt.Sprintf("%s = %d", c, values[i]))
			}
		}
		out = append(out, terms)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", table)
	}
	return out
}

func columnsOf(t *testing.T, raw *sql.DB, table string) []string {
	t.Helper()
	rows, err := raw.Query("SELECT * FROM " + table + " LIMIT 0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil || len(columns) < 3 {
		t.Fatalf("%s has columns %q, %v", table, columns, err)
	}
	return columns
}

// keep puts a table aside, so that restore can undo what a test did to it.
func keep(t *testing.T, raw *sql.DB, table string) {
	t.Helper()
	exec(t, raw, "CREATE TABLE kept_"+table+" AS SELECT * FROM "+table)
}

func restore(t *testing.T, raw *sql.DB) {
	t.Helper()
	for table := range auditTables {
		if _, err := raw.Exec("INSERT INTO kept_" + table + " SELECT * FROM kept_" + table + " WHERE 1 = 0"); err != nil {
			continue // was not put aside
		}
		exec(t, raw, "DELETE FROM "+table)
		exec(t, raw, "INSERT INTO "+table+" SELECT * FROM kept_"+table)
		exec(t, raw, "DROP TABLE kept_"+table)
	}
}

func exec(t *testing.T, raw *sql.DB, statement string) {
	t.Helper()
	if _, err := raw.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
