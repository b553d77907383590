package dbtest

import (
	"path/filepath"
	"testing"
)

// sqliteFile is the name of the database file in Database.Dir.
const sqliteFile = "rugdekking.db"

// NewSQLite gives the address of an SQLite database that does not exist yet,
// in a folder that goes with the test.
func NewSQLite(tb testing.TB) Database {
	tb.Helper()
	return sqliteIn(tb.TempDir())
}

// MigratedSQLite gives a copy of the SQLite database that migrate made; see
// EachMigrated.
func MigratedSQLite(tb testing.TB, key string, migrate func(db Database) error) Database {
	tb.Helper()
	made, err := sqliteTemplates.of(key).once(func(_ *template, dir string) error {
		return migrate(sqliteIn(dir))
	})
	if err != nil {
		tb.Fatalf("dbtest: migrate SQLite template %q: %v", key, err)
	}
	db := NewSQLite(tb)
	if err := made.write(db.Dir); err != nil {
		tb.Fatalf("dbtest: copy SQLite template %q: %v", key, err)
	}
	return db
}

func sqliteIn(dir string) Database {
	url := "sqlite:" + filepath.Join(dir, sqliteFile)
	return Database{
		Engine: SQLite, URL: url, OwnerURL: url, UnscopedURL: url,
		Dir: dir, DataDir: dir, adminURL: url,
	}
}
