// Package store speaks SQL, and is the only package that does. It turns rows
// into vpt types and back, seals personal text on the way in and opens it on
// the way out, and translates the engines' errors.
//
// One SQL text runs on SQLite and PostgreSQL. A Tx is born with an
// organisation, so no method takes one; what works across organisations is
// called Unscoped and stands in unscoped.go. The package decides nothing: no
// policy, no rule, no clock of its own.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// Engine names a database engine.
type Engine string

// The engines.
const (
	SQLite   Engine = "sqlite"
	Postgres Engine = "postgres"
)

// Config says how to open a database. URL is sqlite:PATH or postgres://…;
// UnscopedURL and OwnerURL default to URL.
type Config struct {
	URL         string
	UnscopedURL string
	OwnerURL    string
	Master      *seal.Master
	Now         func() time.Time
	Enqueue     Enqueue // puts the jobs of a commit in the queue, in its transaction
	Readers     int     // connections for reading; 0 for the default
	Hasty       bool    // SQLite: no commit waits for the disk; only for a file that is thrown away when building it fails
}

// Pool and RawTx are the engine's own; the door hands them to the job queue and
// looks no further.
type (
	Pool  = sql.DB
	RawTx = sql.Tx
)

// Enqueue inserts the jobs of a commit within its transaction.
type Enqueue func(ctx context.Context, tx *sql.Tx, jobs []Job) error

// Job is work to be done after a commit: a kind and ids, never personal data.
type Job struct {
	Kind         string
	Organisation vpt.OrganisationID
	ID           string
}

// DB is an opened database.
type DB struct {
	engine   Engine
	path     string // SQLite
	write    *sql.DB
	read     *sql.DB
	unscoped *sql.DB
	commit   *committer
	stmts    *statements
	keys     *keyCache
	master   *seal.Master
	signer   *audit.Signer
	now      func() time.Time
	enqueue  Enqueue
}

// Installation is the organisation under which the installation's own
// audit tree stands: failed sign-ins, organisations, keys.
const Installation = vpt.OrganisationID("-")

const defaultReaders = 4

// Open opens a migrated database for serving and checks that the master key
// belongs to it.
func Open(ctx context.Context, cfg Config) (*DB, error) {
	if cfg.Readers == 0 {
		cfg.Readers = defaultReaders
	}
	signer, err := audit.NewSigner(cfg.Master.Sign())
	if err != nil {
		return nil, err
	}
	db := &DB{master: cfg.Master, signer: signer, now: cfg.Now, enqueue: cfg.Enqueue, keys: newKeyCache(cfg.Now), stmts: newStatements()}
	switch engine, address, err := splitURL(cfg.URL); {
	case err != nil:
		return nil, err
	case engine == SQLite:
		err = db.openSQLite(address, cfg.Readers)
		if err == nil && cfg.Hasty {
			_, err = db.write.ExecContext(ctx, `PRAGMA synchronous = OFF`)
		}
		if err != nil {
			return nil, err
		}
	default:
		if err := db.openPostgres(cfg); err != nil {
			return nil, err
		}
	}
	if err := db.check(ctx); err != nil {
		_ = db.Close()
		return nil, err
	}
	if db.engine == SQLite {
		db.commit = startCommitter(db)
	}
	return db, nil
}

// splitURL takes a database address apart.
func splitURL(url string) (Engine, string, error) {
	switch {
	case strings.HasPrefix(url, "sqlite:"):
		return SQLite, strings.TrimPrefix(url, "sqlite:"), nil
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		return Postgres, url, nil
	}
	return "", "", errors.New("store: a database is sqlite:PATH or postgres://…")
}

// ErrKey is returned when the master key is not the one of this database.
var ErrKey = errors.New("store: this is not the key of this database")

// ErrNotMigrated is returned for a database without the tables.
var ErrNotMigrated = errors.New("store: this database has not been migrated")

func (db *DB) check(ctx context.Context) error {
	there, err := hasTables(ctx, db.engine, db.read)
	if err != nil {
		return err
	}
	if !there {
		return ErrNotMigrated
	}
	var check []byte
	err = db.read.QueryRowContext(ctx, `SELECT key_check FROM installation WHERE id = 1`).Scan(&check)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotMigrated
	case err != nil:
		return fmt.Errorf("store: read installation: %w", translate(err))
	case string(check) != string(db.master.Check()):
		return ErrKey
	}
	return nil
}

// Engine tells which engine this is.
func (db *DB) Engine() Engine { return db.engine }

// PublicKey is the text with which checkpoints are verified.
func (db *DB) PublicKey() string { return db.signer.PublicKey() }

// Master gives the keys of the installation to the door.
func (db *DB) Master() *seal.Master { return db.master }

// Writer is the pool that the job queue uses for its own bookkeeping on
// PostgreSQL; on SQLite the queue opens its own connection.
func (db *DB) Writer() *sql.DB { return db.write }

// Close waits for what is being committed and closes all connections.
func (db *DB) Close() error {
	if db.commit != nil {
		db.commit.stop()
	}
	db.stmts.close()
	var errs []error
	// The writer last, so that it is there to put the write-ahead log back.
	for _, pool := range []*sql.DB{db.read, db.unscoped, db.write} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	return errors.Join(errs...)
}

// Read runs fn in a reading transaction of an organisation. All that it reads
// is of one moment, so that a figure and its base belong together.
func (db *DB) Read(ctx context.Context, organisation vpt.OrganisationID, fn func(*Tx) error) error {
	options := &sql.TxOptions{ReadOnly: true}
	if db.engine == Postgres { // by itself it gives each statement its own moment; SQLite knows no other way
		options.Isolation = sql.LevelRepeatableRead
	}
	raw, err := db.read.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("store: begin: %w", translate(err))
	}
	tx := db.newTx(ctx, raw, organisation)
	tx.pool, tx.reading = db.read, true
	defer func() {
		_ = raw.Rollback()
		db.stmts.learn(tx)
	}()
	if err := tx.bind(); err != nil {
		return err
	}
	return fn(tx)
}

// Write runs fn in a transaction of an organisation and commits it with the
// audit entries and jobs that fn noted. On SQLite several writers share one
// commit; fn must not wait for anything but the database.
func (db *DB) Write(ctx context.Context, organisation vpt.OrganisationID, fn func(*Tx) error) error {
	if db.commit != nil {
		return db.commit.do(ctx, organisation, fn)
	}
	return db.writeAlone(ctx, db.write, organisation, fn)
}

// aloneTries is how often a transaction of one member is tried that PostgreSQL
// ends for the sake of another.
const aloneTries = 3

// makeWay is how long such a transaction lets the other go first, and twice as
// long the next time: at once, it would take the same lock again before it.
const makeWay = 20 * time.Millisecond

// writeAlone is a transaction with one member: PostgreSQL. One that got in the
// way of another (a deadlock, a serialization failure) is done again from the
// start, as the manual asks (postgresql.org/docs/current/mvcc-serialization-failure-handling.html):
// nothing of it was kept, and what fn noted in the first try is gone with its Tx.
func (db *DB) writeAlone(ctx context.Context, pool *sql.DB, organisation vpt.OrganisationID, fn func(*Tx) error) error {
	var err error
	for try := range aloneTries {
		time.Sleep(time.Duration(try) * makeWay)
		if err = db.writeOnce(ctx, pool, organisation, fn); !errors.Is(err, errYielded) || ctx.Err() != nil {
			return err
		}
	}
	return err
}

func (db *DB) writeOnce(ctx context.Context, pool *sql.DB, organisation vpt.OrganisationID, fn func(*Tx) error) error {
	raw, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: begin: %w", translate(err))
	}
	defer func() { _ = raw.Rollback() }()
	tx := db.newTx(ctx, raw, organisation)
	if err := tx.bind(); err != nil {
		return err
	}
	if err := tx.guard(fn); err != nil {
		return err
	}
	if err := db.finish(ctx, raw, []*Tx{tx}); err != nil {
		return err
	}
	if err := raw.Commit(); err != nil {
		return fmt.Errorf("store: commit: %w", translate(err))
	}
	tx.committed()
	return nil
}

// finish puts jobs and audit entries of the members of a commit in its
// transaction, the audit heads last.
func (db *DB) finish(ctx context.Context, raw *sql.Tx, members []*Tx) error {
	var jobs []Job
	seen := map[Job]bool{}
	for _, m := range members {
		for _, j := range m.jobs {
			if !seen[j] {
				seen[j] = true
				jobs = append(jobs, j)
			}
		}
	}
	if len(jobs) > 0 && db.enqueue != nil {
		if err := db.enqueue(ctx, raw, jobs); err != nil {
			return fmt.Errorf("store: enqueue: %w", translate(err))
		}
	}
	return db.appendAudit(ctx, raw, members)
}
