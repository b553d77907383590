package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// Tx is a transaction of one organisation.
type Tx struct {
	db      *DB
	ctx     context.Context // of this transaction's statements; never cancelled within a shared commit
	raw     *sql.Tx
	pool    *sql.DB // whose prepared statements fit
	org     vpt.OrganisationID
	now     time.Time
	entries []audit.Entry
	jobs    []Job
	learnt  []string // statements to prepare afterwards
	late    []lateRows

	reading   bool // nothing is written, so that nothing is undone
	lost      bool // the engine ended the transaction by itself
	orgKey    *seal.Key
	fresh     map[vpt.KeyID]seal.Key // opened or made here; known to others after the commit
	destroyed []vpt.KeyID
}

func (db *DB) newTx(ctx context.Context, raw *sql.Tx, organisation vpt.OrganisationID) *Tx {
	return &Tx{db: db, ctx: ctx, raw: raw, pool: db.write, org: organisation, now: db.now().UTC().Truncate(time.Microsecond)}
}

// Organisation is whose transaction this is.
func (tx *Tx) Organisation() vpt.OrganisationID { return tx.org }

// Now is the instant of this transaction: the same for everything it writes.
func (tx *Tx) Now() time.Time { return tx.now }

// Note adds an audit entry to the commit. Only the door calls it.
func (tx *Tx) Note(e audit.Entry) { tx.entries = append(tx.entries, e) }

// Enqueue adds a job to the commit. The same job of several members of a
// shared commit is one job.
func (tx *Tx) Enqueue(kind, id string) {
	tx.jobs = append(tx.jobs, Job{Kind: kind, Organisation: tx.org, ID: id})
}

// NewID gives a new id. UUIDv7 sorts by time, which keeps indexes compact.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// bind tells PostgreSQL whose rows this transaction may see.
func (tx *Tx) bind() error {
	if tx.db.engine != Postgres {
		return nil
	}
	_, err := tx.raw.ExecContext(tx.ctx, `SELECT set_config('rugdekking.organisation', $1, true)`, string(tx.org))
	if err != nil {
		return fmt.Errorf("store: bind organisation: %w", translate(err))
	}
	return nil
}

// guard runs fn and turns a panic into an error, so that one member of a
// shared commit cannot take its neighbours with it.
func (tx *Tx) guard(fn func(*Tx) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("store: panic in a transaction: %v", p)
		}
	}()
	if err := fn(tx); err != nil {
		return err
	}
	if tx.lost { // also when fn took no notice
		return errAfterLoss
	}
	return tx.flush()
}

// lateRows are rows that are written together at the end of a transaction:
// nothing in it reads them.
type lateRows struct {
	into string
	rows *rows
}

// later collects a row for one insert of many rows.
func (tx *Tx) later(into string, values ...any) {
	for i := range tx.late {
		if tx.late[i].into == into {
			tx.late[i].rows.add(values...)
			return
		}
	}
	r := newRows(len(values))
	r.add(values...)
	tx.late = append(tx.late, lateRows{into, r})
}

func (tx *Tx) flush() error {
	for _, l := range tx.late {
		if err := l.rows.insert(tx, l.into); err != nil {
			return fmt.Errorf("store: write rows: %w", err)
		}
	}
	tx.late = nil
	return nil
}

// committed makes keys that were made in this transaction known to others, and
// those that were destroyed unknown.
func (tx *Tx) committed() {
	for id, key := range tx.fresh {
		tx.db.keys.put(id, key)
	}
	if tx.orgKey != nil {
		tx.db.keys.setOrganisation(tx.org, tx.orgKey.ID)
	}
	for _, id := range tx.destroyed {
		tx.db.keys.forget(id)
	}
}

// told translates the error of a statement. After some errors SQLite has ended
// the whole transaction by itself; a statement after that would be committed
// alone, so that none is let through any more.
func (tx *Tx) told(err error) error {
	if tx.db.engine == SQLite && endsTransaction(err) {
		tx.lost = true
	}
	return translate(err)
}

// errAfterLoss is returned by every statement after the transaction was lost.
var errAfterLoss = vpt.ErrUnavailable.Because(errLost)

// exec runs a statement and gives the number of rows it touched.
func (tx *Tx) exec(query string, args ...any) (int64, error) {
	if tx.lost {
		return 0, errAfterLoss
	}
	var result sql.Result
	var err error
	if stmt := tx.prepared(query); stmt != nil {
		result, err = stmt.ExecContext(tx.ctx, args...)
	} else {
		result, err = tx.raw.ExecContext(tx.ctx, query, args...)
	}
	if err != nil {
		return 0, tx.told(err)
	}
	n, err := result.RowsAffected()
	return n, tx.told(err)
}

// one runs a query for at most one row; ErrNotFound when there is none.
func (tx *Tx) one(query string, args []any, into ...any) error {
	if tx.lost {
		return errAfterLoss
	}
	var row *sql.Row
	if stmt := tx.prepared(query); stmt != nil {
		row = stmt.QueryRowContext(tx.ctx, args...)
	} else {
		row = tx.raw.QueryRowContext(tx.ctx, query, args...)
	}
	return tx.told(row.Scan(into...))
}

// each runs a query and calls scan for every row.
func (tx *Tx) each(query string, args []any, scan func(scan func(...any) error) error) error {
	if tx.lost {
		return errAfterLoss
	}
	var rows *sql.Rows
	var err error
	if stmt := tx.prepared(query); stmt != nil {
		rows, err = stmt.QueryContext(tx.ctx, args...)
	} else {
		rows, err = tx.raw.QueryContext(tx.ctx, query, args...)
	}
	if err != nil {
		return tx.told(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows.Scan); err != nil {
			return tx.told(err)
		}
	}
	return tx.told(rows.Err())
}

// prepared gives a statement that was prepared for this pool before. A
// statement cannot be prepared while the transaction holds the connection, so
// a new one is remembered and prepared when the transaction is over. Only
// SQLite needs this; pgx caches by itself.
func (tx *Tx) prepared(query string) *sql.Stmt {
	if tx.db.engine != SQLite {
		return nil
	}
	if stmt := tx.db.stmts.find(tx.pool, query); stmt != nil {
		return tx.raw.StmtContext(tx.ctx, stmt)
	}
	tx.learnt = append(tx.learnt, query)
	return nil
}

// micros and instant turn instants into bigint UTC microseconds and back; the
// zero time is NULL.
func micros(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMicro()
}

func instant(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.UnixMicro(n.Int64).UTC()
}

// nullable gives NULL for an empty id, so that foreign keys hold.
func nullable[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
