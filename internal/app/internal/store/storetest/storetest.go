// Package storetest gives tests of the store a migrated database with two
// organisations, on both engines. It is for tests only, and must never hold a
// rule of the product: what it checks, the store must do by itself.
package storetest

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/clock"
	"rugdekking/internal/dbtest"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// The organisations of a store: each has the unit "eenheid" of its own.
const (
	Home  = vpt.OrganisationID("00000000-0000-7000-8000-00000000000a")
	Other = vpt.OrganisationID("00000000-0000-7000-8000-00000000000b")
)

// Start is the instant at which the clock of a store stands.
var Start = time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)

const keyFile = "master.key"

// Store is an opened database and what a test does to it from outside.
type Store struct {
	*store.DB
	Base   dbtest.Database
	Config store.Config
	Clock  *clock.Fake
	t      testing.TB
}

// Each runs fn with a fresh store on both engines.
func Each(t *testing.T, fn func(t *testing.T, s *Store)) {
	t.Helper()
	dbtest.EachMigrated(t, "storetest", Migrate, func(t *testing.T, db dbtest.Database) { fn(t, Open(t, db, nil)) })
}

// SQLite gives a fresh store on SQLite alone, for what only that engine does.
func SQLite(t testing.TB, change func(*store.Config)) *Store {
	t.Helper()
	return Open(t, dbtest.MigratedSQLite(t, "storetest", Migrate), change)
}

// Migrate makes a key and the tables, and fills both organisations.
func Migrate(db dbtest.Database) error {
	if err := os.WriteFile(filepath.Join(db.Dir, keyFile), seal.NewMaster(), 0o600); err != nil {
		return err
	}
	cfg, err := config(db)
	if err != nil {
		return err
	}
	ctx := context.Background()
	if err := store.Migrate(ctx, cfg, false, nil); err != nil {
		return err
	}
	opened, err := store.Open(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }()
	for code, id := range map[string]vpt.OrganisationID{"thuis": Home, "overkant": Other} {
		o := vpt.Organisation{ID: id, Code: code, Name: code, Kind: vpt.Employer, Settings: vpt.DefaultSettings()}
		err := opened.UnscopedAddOrganisation(ctx, o, func(tx *store.Tx) error {
			tx.Note(Entry(tx, "organisation.add"))
			return tx.SaveUnit(vpt.Unit{ID: UnitOf(id), Name: "eenheid"})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func config(db dbtest.Database) (store.Config, error) {
	text, err := os.ReadFile(filepath.Join(db.Dir, keyFile))
	if err != nil {
		return store.Config{}, err
	}
	master, err := seal.ParseMaster(text)
	return store.Config{URL: db.URL, OwnerURL: db.OwnerURL, UnscopedURL: db.UnscopedURL, Master: master, Now: clock.NewFake(Start).Now}, err
}

// Open opens a migrated database; it is closed when the test ends.
func Open(t testing.TB, db dbtest.Database, change func(*store.Config)) *Store {
	t.Helper()
	cfg, err := config(db)
	if err != nil {
		t.Fatal(err)
	}
	s := &Store{Base: db, Clock: clock.NewFake(Start), t: t}
	cfg.Now = s.Clock.Now
	if change != nil {
		change(&cfg)
	}
	s.Config = cfg
	if s.DB, err = store.Open(context.Background(), cfg); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// UnitOf is the unit of an organisation.
func UnitOf(org vpt.OrganisationID) vpt.UnitID { return vpt.UnitID("eenheid-" + string(org)) }

// Entry is a line for the log.
func Entry(tx *store.Tx, action string) audit.Entry {
	return audit.Entry{At: tx.Now(), Actor: "systeem:toets", Action: action, Outcome: audit.Allowed}
}

// Put writes a unit called name, with its line in the log.
func Put(name string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		tx.Note(Entry(tx, "unit.save"))
		return tx.SaveUnit(vpt.Unit{ID: vpt.UnitID(name), Name: name})
	}
}

// Must writes in the home organisation, or fails the test.
func (s *Store) Must(fn func(*store.Tx) error) {
	s.t.Helper()
	if err := s.Write(context.Background(), Home, fn); err != nil {
		s.t.Fatal(err)
	}
}

// Names gives the names of the units of the home organisation.
func (s *Store) Names() map[string]bool {
	s.t.Helper()
	names := map[string]bool{}
	err := s.Read(context.Background(), Home, func(tx *store.Tx) error {
		units, err := tx.Units()
		for _, u := range units {
			names[u.Name] = true
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return names
}

// Entries counts the lines in the log of the home organisation.
func (s *Store) Entries() int {
	return s.Count(`SELECT COUNT(position) FROM audit_leaf WHERE organisation_id = $1`, string(Home))
}

// Count gives one number, straight from the database.
func (s *Store) Count(query string, args ...any) int {
	s.t.Helper()
	raw := s.Base.Raw(s.t)
	var n sql.NullInt64
	if err := raw.QueryRowContext(context.Background(), query, args...).Scan(&n); err != nil {
		s.t.Fatalf("%s: %v", query, err)
	}
	return int(n.Int64)
}

// VerifyAudit fails the test unless every tree verifies.
func (s *Store) VerifyAudit() {
	s.t.Helper()
	reader, err := store.OpenAudit(context.Background(), s.Base.UnscopedURL, false)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	verifier, err := audit.NewVerifier(s.PublicKey())
	if err != nil {
		s.t.Fatal(err)
	}
	trees, err := reader.Trees()
	if err != nil || len(trees) < 2 {
		s.t.Fatalf("%d trees, %v", len(trees), err)
	}
	for _, tree := range trees {
		log, err := reader.Log(tree.ID)
		if err != nil {
			s.t.Fatal(err)
		}
		if log.Head.Size == 0 {
			s.t.Errorf("tree %s holds nothing: it would always verify", tree.ID)
		}
		found, err := audit.Verify(log, verifier)
		if err != nil || len(found) > 0 {
			s.t.Errorf("tree %s does not verify: %v, %v", tree.ID, found, err)
		}
	}
}
