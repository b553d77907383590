package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/internal/dbtest"
)

var update = flag.Bool("update", false, "write golden files anew")

// strings of one query, one per row, its columns joined by a space.
func lines(t *testing.T, db *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		words := make([]string, len(columns))
		for i, v := range values {
			words[i] = v.String
		}
		out = append(out, strings.Join(words, " "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// tables gives our own tables; those of goose are left out.
func tables(t *testing.T, db dbtest.Database) []string {
	t.Helper()
	query := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'goose_%' ORDER BY name`
	if db.Engine == dbtest.Postgres {
		query = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'goose_%' ORDER BY tablename COLLATE "C"`
	}
	found := lines(t, db.Raw(t), query)
	if len(found) < 30 {
		t.Fatalf("%d tables: the rules would hold over little", len(found))
	}
	return found
}

// organisationTables are those whose rows belong to an organisation.
func organisationTables(t *testing.T, db dbtest.Database) []string {
	t.Helper()
	raw := db.Raw(t)
	var out []string
	for _, table := range tables(t, db) {
		if slices.ContainsFunc(columns(t, db, raw, table), func(c string) bool { return strings.HasPrefix(c, "organisation_id ") }) {
			out = append(out, table)
		}
	}
	return out
}

// columns tells of each column: name, type, whether it must be filled, and the
// place in the primary key.
func columns(t *testing.T, db dbtest.Database, raw *sql.DB, table string) []string {
	t.Helper()
	if db.Engine == dbtest.SQLite {
		return lines(t, raw, `SELECT name, lower(type), "notnull", CASE WHEN dflt_value IS NULL THEN '-' ELSE dflt_value END, pk FROM pragma_table_info($1) ORDER BY name`, table)
	}
	return lines(t, raw, `SELECT a.attname, CASE format_type(a.atttypid, a.atttypmod) WHEN 'bigint' THEN 'integer' WHEN 'bytea' THEN 'blob' ELSE format_type(a.atttypid, a.atttypmod) END,
		CASE WHEN a.attnotnull THEN 1 ELSE 0 END, COALESCE(replace(pg_get_expr(d.adbin, d.adrelid), '::text', ''), '-'), COALESCE(array_position(k.conkey, a.attnum), 0)
		FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
		LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'p'
		WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname COLLATE "C"`, table)
}

// indexes tells of each index: whether it is unique, and its columns.
func indexes(t *testing.T, db dbtest.Database, raw *sql.DB, table string) []string {
	t.Helper()
	if db.Engine == dbtest.SQLite {
		return slices.Sorted(slices.Values(lines(t, raw, `SELECT l."unique", (SELECT group_concat(i.name, ',') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno) i)
			FROM pragma_index_list($1) l WHERE l.origin <> 'pk'`, table)))
	}
	return slices.Sorted(slices.Values(lines(t, raw, `SELECT CASE WHEN x.indisunique THEN 1 ELSE 0 END,
		(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(x.indkey) WITH ORDINALITY AS k(attnum, n) JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum)
		FROM pg_index x WHERE x.indrelid = $1::regclass AND NOT x.indisprimary`, table)))
}

// references tells of each foreign key: its columns and what they point at.
func references(t *testing.T, db dbtest.Database, raw *sql.DB, table string) []string {
	t.Helper()
	if db.Engine == dbtest.SQLite {
		return slices.Sorted(slices.Values(lines(t, raw, `SELECT group_concat(f."from", ','), f."table", group_concat(f."to", ',') FROM (SELECT * FROM pragma_foreign_key_list($1) ORDER BY id, seq) f GROUP BY f.id`, table)))
	}
	return slices.Sorted(slices.Values(lines(t, raw, `SELECT (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k(attnum, n) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum),
		c.confrelid::regclass, (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY AS k(attnum, n) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.attnum)
		FROM pg_constraint c WHERE c.conrelid = $1::regclass AND c.contype = 'f'`, table)))
}

// schema tells all of it, table by table.
func schema(t *testing.T, db dbtest.Database) map[string]string {
	t.Helper()
	raw := db.Raw(t)
	out := map[string]string{}
	for _, table := range tables(t, db) {
		out[table] = fmt.Sprintf("columns:\n%s\nindexes:\n%s\nreferences:\n%s\n", strings.Join(columns(t, db, raw, table), "\n"),
			strings.Join(indexes(t, db, raw, table), "\n"), strings.Join(references(t, db, raw, table), "\n"))
	}
	return out
}

func TestSchema_IsTheSameOnBothEngines(t *testing.T) {
	lite := schema(t, dbtest.MigratedSQLite(t, "storetest", storetest.Migrate))
	postgres := schema(t, dbtest.MigratedPostgres(t, "storetest", storetest.Migrate))
	for table, want := range postgres {
		if got := lite[table]; got != want {
			t.Errorf("%s differs.\nPostgreSQL:\n%s\nSQLite:\n%s", table, want, got)
		}
		delete(lite, table)
	}
	for table := range lite {
		t.Errorf("%s is on SQLite only", table)
	}
}

// Each row of an organisation is found and bound by it: the organisation leads
// each key and stands in each reference, so that none can point across.
func TestSchema_TheOrganisationStandsInEveryKey(t *testing.T) {
	db := dbtest.MigratedSQLite(t, "storetest", storetest.Migrate)
	raw := db.Raw(t)
	alone := map[string]bool{ // looked up before the organisation is known: keyed hashes of secrets and addresses
		"person 1 email_index": true, "session 1 token_hash": true, "access_link 1 token_hash": true, "api_token 1 token_hash": true, "delivery 1 token_hash": true,
		"organisation 1 code": true,
	}
	for _, table := range organisationTables(t, db) {
		if !slices.ContainsFunc(columns(t, db, raw, table), func(c string) bool { return c == "organisation_id text 1 - 1" }) {
			t.Errorf("%s: the organisation does not lead the primary key", table)
		}
		for _, index := range indexes(t, db, raw, table) {
			if !strings.HasPrefix(index[2:], "organisation_id,") && !alone[table+" "+index] {
				t.Errorf("%s: an index on %s does not begin with the organisation", table, index[2:])
			}
		}
		for _, reference := range references(t, db, raw, table) {
			if words := strings.Fields(reference); !strings.HasPrefix(words[0], "organisation_id") || !strings.HasPrefix(words[2], "organisation_id") {
				t.Errorf("%s: a reference without the organisation: %s", table, reference)
			}
		}
	}
	for _, table := range tables(t, db) {
		if known := []string{"installation", "throttle"}; !slices.Contains(organisationTables(t, db), table) && !slices.Contains(known, table) {
			t.Errorf("%s belongs to no organisation", table)
		}
	}
}

// Sealed bytes are blobs, and nothing else is but hashes and keys.
func TestSchema_SealedColumns(t *testing.T) {
	db := dbtest.MigratedSQLite(t, "storetest", storetest.Migrate)
	raw := db.Raw(t)
	known := []string{"hash", "mac", "index", "wrapped", "salt", "frontier", "key_check", "subject"}
	sealed := 0
	for _, table := range tables(t, db) {
		for _, column := range columns(t, db, raw, table) {
			words := strings.Fields(column)
			name, blob := words[0], words[1] == "blob"
			is := strings.HasSuffix(name, "_sealed")
			if is {
				sealed++
			}
			if is != blob && !slices.ContainsFunc(known, func(end string) bool { return strings.HasSuffix(name, end) }) {
				t.Errorf("%s.%s is a %s", table, name, words[1])
			}
			if personal := []string{"name", "email", "phone", "born_on"}; slices.Contains(personal, name) && !slices.Contains([]string{"organisation", "unit", "site", "api_token"}, table) {
				t.Errorf("%s.%s looks personal and is not sealed", table, name)
			}
		}
	}
	if sealed < 20 {
		t.Errorf("%d sealed columns: the rule would hold over little", sealed)
	}
}

// A migration that was released never changes: another one follows it. The sums
// are of what each engine runs.
func TestMigrations_AreFrozen(t *testing.T) {
	var b strings.Builder
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		files, err := store.MigrationsFor(engine)
		if err != nil {
			t.Fatal(err)
		}
		names, err := fs.Glob(files, "*.sql")
		if err != nil || len(names) < 2 {
			t.Fatalf("%v, %v", names, err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(text), "{{") {
				t.Errorf("%s for %s has a word that no engine fills in", name, engine)
			}
			fmt.Fprintf(&b, "%x  %s/%s\n", sha256.Sum256(text), engine, name)
		}
	}
	path := filepath.Join("migrations", "migrations.sum")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("a migration changed; add another one, or before the release write the sums with -update:\n%s", b.String())
	}
}
