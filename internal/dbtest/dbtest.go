// Package dbtest gives a test an empty database of its own, on SQLite and on
// PostgreSQL.
//
// It exists because the product promises one behaviour on two engines: a test
// that ran on one of them has shown half. A missing PostgreSQL server is a
// failure with a clear message, never a skip.
//
// It imports no package of the project, so that every layer may use it: it
// hands out addresses, and whoever uses it migrates. It must never be linked
// into the product, and never touch a database that it did not make.
package dbtest

import (
	"path/filepath"
	"testing"
)

// The names of the engines, as Database.Engine gives them and as the subtests
// of Each are called.
const (
	SQLite   = "sqlite"
	Postgres = "postgres"
)

// The PostgreSQL roles. They have the names that the product's documentation
// uses, but no rights on any table: what a role needs, a migration grants, so
// that a forgotten grant fails here and not at a customer's.
const (
	OwnerRole    = "rugdekking_owner"    // owns the database, migrates
	ServeRole    = "rugdekking_serve"    // serves; row-level security binds it
	UnscopedRole = "rugdekking_unscoped" // work across organisations; has BYPASSRLS
)

// Database is one fresh database. On SQLite the three addresses are the same.
type Database struct {
	Engine      string // SQLite or Postgres
	URL         string // for serving: "sqlite:PATH", or "postgres://…" over a Unix socket
	OwnerURL    string // for migrating
	UnscopedURL string // for work across organisations
	Dir         string // a folder of this database alone, for a key file and the like
	DataDir     string // where the engine keeps its files; shared by all tests on PostgreSQL

	adminURL string // sees every row; for Raw
	name     string // on PostgreSQL, the database's name in the cluster
}

// Path is the file of an SQLite database, empty on PostgreSQL.
func (db Database) Path() string {
	if db.Engine != SQLite {
		return ""
	}
	return filepath.Join(db.Dir, sqliteFile)
}

// Each runs fn twice, as subtests "sqlite" and "postgres", each with an empty
// database that is removed when the subtest ends.
func Each(t *testing.T, fn func(t *testing.T, db Database)) {
	t.Helper()
	t.Run(SQLite, func(t *testing.T) { fn(t, NewSQLite(t)) })
	t.Run(Postgres, func(t *testing.T) { fn(t, NewPostgres(t)) })
}

// EachMigrated is Each with a database that migrate has filled. It runs
// migrate once per engine and key in this process and then copies, so that a
// package with hundreds of tests migrates twice.
//
// The two engines run at the same time: most of what a test does on PostgreSQL
// is waiting. It returns when both are done, so fn must not share variables
// between its two runs without care.
//
// Two calls with one key must pass functions that do the same. migrate must
// close every connection that it opens; what it leaves in db.Dir (such as a
// key file beside the database) is copied along.
func EachMigrated(t *testing.T, key string, migrate func(db Database) error, fn func(t *testing.T, db Database)) {
	t.Helper()
	t.Run("engine", func(t *testing.T) {
		t.Run(SQLite, func(t *testing.T) {
			t.Parallel()
			fn(t, MigratedSQLite(t, key, migrate))
		})
		t.Run(Postgres, func(t *testing.T) {
			t.Parallel()
			fn(t, MigratedPostgres(t, key, migrate))
		})
	})
}
