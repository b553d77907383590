package dbtest

import (
	"database/sql"
	"net/url"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // driver "pgx"
	_ "modernc.org/sqlite"             // driver "sqlite"
)

// Raw opens the database from outside the product, as one who sees every row
// and is bound by no row-level security: to plant a fault, or to prove that a
// refused act changed nothing. It is closed when the test ends.
func (db Database) Raw(tb testing.TB) *sql.DB {
	tb.Helper()
	return db.open(tb, db.adminURL)
}

// RawServe opens the database from outside the product with the rights of the
// role that serves.
func (db Database) RawServe(tb testing.TB) *sql.DB {
	tb.Helper()
	return db.open(tb, db.URL)
}

// RawOwner opens the database from outside the product as the role that
// migrates.
func (db Database) RawOwner(tb testing.TB) *sql.DB {
	tb.Helper()
	return db.open(tb, db.OwnerURL)
}

func (db Database) open(tb testing.TB, address string) *sql.DB {
	tb.Helper()
	driver := "pgx"
	if db.Engine == SQLite {
		driver, address = "sqlite", db.sqliteDSN()
	}
	pool, err := sql.Open(driver, address)
	if err != nil {
		tb.Fatalf("dbtest: open %s: %v", db.Engine, err)
	}
	tb.Cleanup(func() {
		if err := pool.Close(); err != nil {
			tb.Errorf("dbtest: close %s: %v", db.Engine, err)
		}
	})
	return pool
}

// sqliteDSN is the address for the driver. The path is escaped, because a
// subtest that runs twice has a "#" in its folder's name, and SQLite would
// read no further than that.
func (db Database) sqliteDSN() string {
	path := url.URL{Path: db.Path()}
	return "file:" + path.EscapedPath() + "?_pragma=busy_timeout(10000)"
}
