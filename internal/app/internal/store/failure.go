package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"rugdekking/vpt"
)

// ErrTaken is returned when a unique value stands already.
var ErrTaken = vpt.Fail(vpt.KindConflict, "bestaat-al")

// errReference is returned when a row points at one that is not there: of
// another organisation, or removed.
var errReference = vpt.Fail(vpt.KindInvalid, "onbekende-verwijzing")

// errNoText is returned for bytes that PostgreSQL takes for no text: a zero byte,
// or no UTF-8. Such a thing comes from who made an address or form by hand.
var errNoText = vpt.Fail(vpt.KindInvalid, "ongeldige-invoer")

// The SQLSTATEs with which PostgreSQL ends a transaction so that another can go
// on (postgresql.org/docs/current/errcodes-appendix.html).
const (
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

// errYielded is the cause of an error after which the same transaction may well
// succeed, done again from the start.
var errYielded = errors.New("the transaction made way for another")

// translate turns an engine's error into one of ours, by its code. It never
// carries the engine's text: PostgreSQL puts the row's values in it.
func translate(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return vpt.ErrNotFound
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return translatePostgres(pg)
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return translateSQLite(lite)
	}
	if place := scanError.FindString(err.Error()); place != "" {
		return errors.New(place)
	}
	return err
}

func translatePostgres(pg *pgconn.PgError) error {
	switch pg.Code {
	case "23505":
		return ErrTaken.Because(fmt.Errorf("%s", pg.ConstraintName))
	case "23503":
		return errReference.Because(fmt.Errorf("%s", pg.ConstraintName))
	case "22021":
		return errNoText.Because(fmt.Errorf("postgres %s", pg.Code))
	case serializationFailure, deadlockDetected:
		return vpt.ErrUnavailable.Because(fmt.Errorf("%w: postgres %s", errYielded, pg.Code))
	case "53100", "53200", "53300", "57P01", "57P03", readOnlyTransaction:
		return vpt.ErrUnavailable.Because(fmt.Errorf("postgres %s", pg.Code))
	}
	return fmt.Errorf("postgres %s: %s.%s", pg.Code, pg.TableName, pg.ColumnName)
}

func translateSQLite(lite *sqlite.Error) error {
	code := lite.Code()
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return ErrTaken.Because(fmt.Errorf("sqlite %d", code))
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return errReference.Because(fmt.Errorf("sqlite %d", code))
	}
	switch primary(code) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM:
		return vpt.ErrUnavailable.Because(fmt.Errorf("sqlite %d", code))
	}
	// SQLite's text names tables and columns, never values.
	return fmt.Errorf("sqlite %d: %w", code, lite)
}

// primary gives the sort of error that an extended code belongs to: the lowest
// byte (sqlite.org/rescode.html).
func primary(code int) int { return code & 0xff }

// endsTransaction reports whether SQLite may have rolled the transaction back
// by itself at this error (sqlite.org/lang_transaction.html, "Response to
// errors within a transaction").
func endsTransaction(err error) bool {
	var lite *sqlite.Error
	if !errors.As(err, &lite) {
		return false
	}
	switch primary(lite.Code()) {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_INTERRUPT:
		return true
	}
	return false
}

// scanError is how database/sql tells that a column did not fit; after it comes
// the value of the column.
var scanError = regexp.MustCompile(`^sql: Scan error on column index \d+, name "[^"]*"`)
