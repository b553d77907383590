package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// fill puts a row of the home organisation into every table that has one,
// straight from outside, without looking at references.
func fill(t *testing.T, db dbtest.Database, raw *sql.DB) []string {
	t.Helper()
	raw.SetMaxOpenConns(1)
	if _, err := raw.Exec(`SET session_replication_role = replica`); err != nil {
		t.Fatal(err)
	}
	own := organisationTables(t, db)
	for _, table := range own {
		statement := insertRow(t, db, raw, table, string(storetest.Home))
		if _, err := raw.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	return own
}

// insertRow gives a statement that adds a row with something in each column.
func insertRow(t *testing.T, db dbtest.Database, raw *sql.DB, table, organisation string) string {
	t.Helper()
	var names, values []string
	for _, column := range columns(t, db, raw, table) {
		words := strings.Fields(column)
		value := map[string]string{"text": `'vul-` + organisation + `'`, "integer": "987654321", "blob": `decode(md5('` + table + organisation + `'), 'hex')`}[words[1]]
		switch {
		case words[0] == "organisation_id" && table == "organisation":
			value = `'` + organisation + `-vul'`
			if organisation == string(storetest.Home) {
				value = `'vul'`
			}
		case words[0] == "organisation_id":
			value = `'` + organisation + `'`
		case table == "seal_key" && words[0] == "kind":
			value = `'person'`
		}
		names, values = append(names, `"`+words[0]+`"`), append(values, value)
	}
	conflict := ""
	if table == "audit_head" { // has one row per organisation already
		conflict = " ON CONFLICT DO NOTHING"
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)%s", table, strings.Join(names, ", "), strings.Join(values, ", "), conflict)
}

func bind(t *testing.T, db *sql.DB, organisation string) {
	t.Helper()
	if _, err := db.Exec(`SELECT set_config('rugdekking.organisation', $1, false)`, organisation); err != nil {
		t.Fatal(err)
	}
}

func countRows(t *testing.T, db *sql.DB, table, where string) int {
	t.Helper()
	var n int
	if err := db.QueryRow(`SELECT COUNT(*) FROM ` + table + where).Scan(&n); err != nil {
		t.Fatalf("%s: %v", table, err)
	}
	return n
}

// Decision 27: the database itself keeps organisations apart, also when the
// product would forget to.
func TestRowSecurity_TheServingRoleSeesItsOwnOrganisationOnly(t *testing.T) {
	db := dbtest.MigratedPostgres(t, "storetest", storetest.Migrate)
	raw := db.Raw(t)
	own := fill(t, db, raw)
	serve := db.RawServe(t)
	serve.SetMaxOpenConns(1)
	wrongs := map[string]func(){
		"no organisation":           func() {},
		"an empty one":              func() { bind(t, serve, "") },
		"one that is not there":     func() { bind(t, serve, "00000000-0000-7000-8000-0000000000ff") },
		"a pattern":                 func() { bind(t, serve, "%") },
		"the installation's own":    func() { bind(t, serve, string(store.Installation)) },
		"the home one, in capitals": func() { bind(t, serve, strings.ToUpper(string(storetest.Home))) },
	}
	for _, name := range append([]string{"no organisation"}, slicesOf(wrongs)...) {
		wrongs[name]()
		for _, table := range own {
			if n := countRows(t, serve, table, ""); n != 0 {
				t.Errorf("with %s, %s shows %d rows", name, table, n)
			}
		}
	}
	bind(t, serve, string(storetest.Home))
	for _, table := range own {
		all := countRows(t, raw, table, ` WHERE organisation_id = '`+string(storetest.Home)+`'`)
		if n := countRows(t, serve, table, ""); n != all || all == 0 {
			t.Errorf("of its own %d rows, %s shows %d", all, table, n)
		}
		// What cannot be written for another organisation: add, change, remove, or give away.
		if _, err := serve.Exec(insertRow(t, db, raw, table, string(storetest.Other))); err == nil {
			t.Errorf("%s takes a row of another organisation", table)
		}
		if slices.Contains([]string{"audit_leaf", "audit_node", "audit_checkpoint"}, table) {
			for _, statement := range []string{`DELETE FROM ` + table, `UPDATE ` + table + ` SET organisation_id = organisation_id`, `TRUNCATE ` + table} {
				if _, err := serve.Exec(statement); err == nil {
					t.Errorf("the log may be changed: %s", statement)
				}
			}
			continue
		}
		if _, err := serve.Exec(`UPDATE ` + table + ` SET organisation_id = '` + string(storetest.Other) + `'`); err == nil {
			t.Errorf("rows of %s can be given to another organisation", table)
		}
	}
	bind(t, serve, string(storetest.Other))
	for _, table := range own {
		before := countRows(t, raw, table, ` WHERE organisation_id = '`+string(storetest.Home)+`'`)
		if !strings.HasPrefix(table, "audit_") {
			for _, statement := range []string{`UPDATE ` + table + ` SET organisation_id = organisation_id WHERE organisation_id = $1`, `DELETE FROM ` + table + ` WHERE organisation_id = $1`} {
				result, err := serve.Exec(statement, string(storetest.Home))
				if err != nil {
					t.Fatalf("%s: %v", statement, err)
				}
				if n, err := result.RowsAffected(); err != nil || n != 0 {
					t.Errorf("another organisation touched %d rows: %s (%v)", n, statement, err)
				}
			}
		}
		if after := countRows(t, raw, table, ` WHERE organisation_id = '`+string(storetest.Home)+`'`); after != before {
			t.Errorf("%s had %d rows, now %d", table, before, after)
		}
	}
}

func slicesOf(m map[string]func()) []string {
	var names []string
	for name := range m {
		if name != "no organisation" {
			names = append(names, name)
		}
	}
	return names
}

func TestRowSecurity_IsOnForEveryTable(t *testing.T) {
	db := dbtest.MigratedPostgres(t, "storetest", storetest.Migrate)
	raw := db.Raw(t)
	for _, table := range organisationTables(t, db) {
		if on := lines(t, raw, `SELECT relrowsecurity FROM pg_class WHERE oid = $1::regclass`, table); on[0] != "true" {
			t.Errorf("%s has row security: %s", table, on[0])
		}
		policies := lines(t, raw, `SELECT roles::text FROM pg_policies WHERE tablename = $1 ORDER BY policyname`, table)
		if strings.Join(policies, " ") != "{rugdekking_serve} {rugdekking_unscoped}" {
			t.Errorf("%s has policies for %v", table, policies)
		}
	}
	roles := lines(t, raw, `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'rugdekking_serve'`)
	if len(roles) != 1 || roles[0] != "rugdekking_serve false" {
		t.Errorf("the serving role: %v", roles)
	}
	if owned := lines(t, raw, `SELECT relname FROM pg_class WHERE relowner = 'rugdekking_serve'::regrole`); len(owned) > 0 {
		t.Errorf("the serving role owns %v: an owner is bound by no policy", owned)
	}
	members := lines(t, raw, `SELECT roleid::regrole FROM pg_auth_members WHERE member = 'rugdekking_serve'::regrole`)
	if len(members) > 0 {
		t.Errorf("the serving role is a member of %v", members)
	}
}

// One connection of the pool serves organisations in turn: none may stay bound
// to the one before.
func TestRowSecurity_ABindingEndsWithItsTransaction(t *testing.T) {
	s := storetest.Open(t, dbtest.MigratedPostgres(t, "storetest", storetest.Migrate), nil)
	s.Writer().SetMaxOpenConns(1)
	s.Must(storetest.Put("thuis"))
	_ = s.Write(context.Background(), storetest.Home, func(*store.Tx) error { panic("stuk") })
	for table, want := range map[string]int{"unit": 0, "person": 0, "seal_key": 0} {
		if n := countRows(t, s.Writer(), table, ""); n != want {
			t.Errorf("after the transaction %s shows %d rows", table, n)
		}
	}
}

// References across organisations are refused by both engines, whatever the
// product does.
func TestReferences_NeverCross(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		foreign := storetest.UnitOf(storetest.Other)
		for name, fn := range map[string]func(*store.Tx) error{
			"a unit under one of another":   func(tx *store.Tx) error { return tx.SaveUnit(vpt.Unit{ID: "x", Parent: foreign, Name: "x"}) },
			"a site at a unit of another":   func(tx *store.Tx) error { return tx.SaveSite(vpt.Site{ID: "x", Unit: foreign, Name: "x"}) },
			"a person in a unit of another": func(tx *store.Tx) error { p := person("x"); p.Unit = foreign; return tx.SavePerson(p) },
		} {
			err := s.Write(context.Background(), storetest.Home, fn)
			if vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		s.Must(func(tx *store.Tx) error {
			return tx.SaveUnit(vpt.Unit{ID: "x", Parent: storetest.UnitOf(storetest.Home), Name: "x"})
		})
	})
}

func TestStore_AnotherOrganisationSeesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Must(storetest.Put("geheim"))
		s.Must(func(tx *store.Tx) error { return tx.SavePerson(person("p1")) })
		err := s.Read(context.Background(), storetest.Other, func(tx *store.Tx) error {
			units, err := tx.Units()
			if err != nil || len(units) != 1 {
				t.Errorf("units of the other: %v, %v", units, err)
			}
			_, err = tx.PersonByID("p1")
			return err
		})
		if vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a person of another organisation: %v", err)
		}
	})
}

// PostgreSQL tells the values of the row that stands in the way; we never do.
func TestTranslate_NeverCarriesValues(t *testing.T) {
	const secret = "Anna-Yilmaz-geheim"
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		exec := func(query string, args ...any) error {
			return s.Write(context.Background(), storetest.Home, func(tx *store.Tx) error { _, err := tx.Exec(query, args...); return err })
		}
		unit := `INSERT INTO unit (organisation_id, id, parent_id, name) VALUES ($1, $2, $3, $4)`
		if err := exec(unit, string(storetest.Home), secret, nil, secret); err != nil {
			t.Fatal(err)
		}
		one := func(into any) error {
			return s.Read(context.Background(), storetest.Home, func(tx *store.Tx) error {
				return tx.One(`SELECT name FROM unit WHERE organisation_id = $1 AND id = $2`, []any{string(storetest.Home), secret}, into)
			})
		}
		var number int
		for name, row := range map[string]struct {
			err  error
			kind vpt.Kind
		}{
			"taken":            {exec(unit, string(storetest.Home), secret, nil, secret), vpt.KindConflict},
			"unknown":          {exec(unit, string(storetest.Home), "x", secret+"-weg", secret), vpt.KindInvalid},
			"must be filled":   {exec(unit, string(storetest.Home), secret+"2", nil, nil), vpt.KindInternal},
			"must be a number": {exec(`UPDATE unit SET retired = $2 WHERE organisation_id = $1`, string(storetest.Home), secret), vpt.KindInternal},
			"does not fit":     {one(&number), vpt.KindInternal},
			"is checked":       {exec(`INSERT INTO seal_key (organisation_id, id, kind, subject_id, created_at) VALUES ($1, $2, $2, $2, 1)`, string(storetest.Home), secret), vpt.KindInternal},
			"no such column":   {exec(`UPDATE unit SET bestaat_niet = $2 WHERE organisation_id = $1`, string(storetest.Home), secret), vpt.KindInternal},
		} {
			if row.err == nil || vpt.KindOf(row.err) != row.kind {
				t.Errorf("%s: %v is of kind %d, want %d", name, row.err, vpt.KindOf(row.err), row.kind)
				continue
			}
			if strings.Contains(row.err.Error(), secret) || strings.Contains(row.err.Error(), "Yilmaz") {
				t.Errorf("%s tells the value: %v", name, row.err)
			}
		}
		s.VerifyAudit()
	})
}

func TestTranslate_WhatAnEngineSays(t *testing.T) {
	for code, kind := range map[string]vpt.Kind{
		"23505": vpt.KindConflict, "22021": vpt.KindInvalid, "23503": vpt.KindInvalid, "40001": vpt.KindUnavailable, "40P01": vpt.KindUnavailable, "53100": vpt.KindUnavailable,
		"25006": vpt.KindUnavailable, "57P01": vpt.KindUnavailable, "42P01": vpt.KindInternal,
	} {
		err := store.Translate(fmt.Errorf("bezig: %w", &pgconn.PgError{Code: code, Message: "geheim", Detail: "Key (name)=(geheim) already exists.", Hint: "geheim", Where: "geheim"}))
		if vpt.KindOf(err) != kind || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s becomes %v of kind %d, want %d", code, err, vpt.KindOf(err), kind)
		}
	}
	if err := store.Translate(sql.ErrNoRows); vpt.KindOf(err) != vpt.KindNotFound {
		t.Errorf("no rows: %v", err)
	}
	if store.Translate(nil) != nil || store.Translate(context.Canceled) != context.Canceled {
		t.Error("what is no error, or a caller who left, became something else")
	}
}
