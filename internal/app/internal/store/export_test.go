package store

import "io/fs"

// What the tests of this package see of its inside.

// Exec runs any statement in a transaction.
func (tx *Tx) Exec(query string, args ...any) (int64, error) { return tx.exec(query, args...) }

// One runs any query for one row.
func (tx *Tx) One(query string, args []any, into ...any) error { return tx.one(query, args, into...) }

// Each runs any query.
func (tx *Tx) Each(query string, args []any, scan func(func(...any) error) error) error {
	return tx.each(query, args, scan)
}

// Translate is what happens to an engine's error.
func Translate(err error) error { return translate(err) }

// MigrationsFor gives the migrations of an engine.
func MigrationsFor(engine Engine) (fs.FS, error) { return migrationsFor(engine) }

// MaxBatch is how many writers share a commit.
const MaxBatch = maxBatch

// Queued is how many members wait for the committer.
func (db *DB) Queued() int { return len(db.commit.queue) }
