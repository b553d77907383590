package store

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"

	_ "modernc.org/sqlite" // the engine
)

// sqlitePragmas hold for every connection, which is why they stand in the
// address: durable at each commit (synchronous FULL with a write-ahead log),
// foreign keys on, deleted bytes overwritten. The log goes back into the file
// every 16 MB instead of every 4: pages that are written again and again, such
// as the ends of indexes, then go back once.
var sqlitePragmas = []string{
	"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(1)",
	"cache_size(-16000)", "wal_autocheckpoint(4000)", "temp_store(MEMORY)", "trusted_schema(0)",
}

// sqliteAddress makes the driver's address of a file.
func sqliteAddress(path string, readOnly bool) string {
	q := url.Values{"_txlock": {"immediate"}}
	for _, p := range sqlitePragmas {
		q.Add("_pragma", p)
	}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// OpenSQLite opens one connection pool on an SQLite file with the product's
// settings; the job queue uses it for its own connection.
func OpenSQLite(path string, connections int, readOnly bool) (*sql.DB, error) {
	pool, err := sql.Open("sqlite", sqliteAddress(path, readOnly))
	if err != nil {
		return nil, fmt.Errorf("store: open: %w", translate(err))
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool, nil
}

// openSQLite opens one writing connection, which the committer owns, and a
// pool of reading ones.
func (db *DB) openSQLite(path string, readers int) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("%w: no such file", ErrNotMigrated)
	}
	var err error
	db.engine, db.path = SQLite, path
	if db.write, err = OpenSQLite(path, 1, false); err != nil {
		return err
	}
	if db.read, err = OpenSQLite(path, readers, true); err != nil {
		return err
	}
	return nil
}

// QueuePool opens the job queue's own connection: the committer owns the one
// that writes.
func (db *DB) QueuePool() (*sql.DB, error) { return OpenSQLite(db.path, 1, false) }
