package store

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
)

// RestorePostgres fills an empty, migrated database with a backup, all or
// nothing. check is asked before the end whether the master key is the one of
// the data that was loaded.
func RestorePostgres(ctx context.Context, url, path string, check func(keyCheck []byte) error) error {
	_, address, err := splitURL(url)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	defer func() { _ = f.Close() }()
	packed, err := gzip.NewReader(bufio.NewReaderSize(f, 64<<10))
	if err != nil {
		return errors.Join(ErrNoBackup, err)
	}
	pool, err := OpenPostgres(address, "", 1)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: restore: %w", translate(err))
	}
	defer func() { _ = tx.Rollback() }()
	l := &loader{ctx: ctx, tx: tx, in: json.NewDecoder(packed)}
	l.in.UseNumber()
	if err := l.load(); err != nil {
		return err
	}
	var keyCheck []byte
	if err := tx.QueryRowContext(ctx, `SELECT key_check FROM installation WHERE id = 1`).Scan(&keyCheck); err != nil {
		return fmt.Errorf("%w: %w", ErrNoBackup, translate(err))
	}
	if err := check(keyCheck); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("store: restore: %w", translate(err))
	}
	return nil
}

// loader reads a backup into the tables of one transaction.
type loader struct {
	ctx   context.Context // of the transaction
	tx    *sql.Tx
	in    *json.Decoder
	known []dumpTable
	into  dumpTable
	stmt  *sql.Stmt
	rows  int64
}

func (l *loader) load() error {
	if err := l.begin(); err != nil {
		return err
	}
	// Rows come in any order, so the references between them wait until all
	// are there; making them again checks every one.
	references, err := l.references()
	if err != nil {
		return err
	}
	for _, r := range references {
		if _, err := l.tx.ExecContext(l.ctx, "ALTER TABLE "+r.table+" DROP CONSTRAINT "+r.name); err != nil {
			return fmt.Errorf("store: restore: %w", translate(err))
		}
	}
	if err := l.lines(); err != nil {
		return err
	}
	for _, r := range references {
		if _, err := l.tx.ExecContext(l.ctx, "ALTER TABLE "+r.table+" ADD CONSTRAINT "+r.name+" "+r.definition); err != nil {
			return fmt.Errorf("%w: %w", ErrNoBackup, translate(err))
		}
	}
	return nil
}

// begin checks that the file fits the database, and that the database is empty
// but for what migrating put in it.
func (l *loader) begin() error {
	var head dumpHead
	if err := l.in.Decode(&head); err != nil || head.Kind != dumpKind || head.Version != dumpVersion {
		return errors.Join(ErrNoBackup, err)
	}
	if err := seesAll(l.ctx, l.tx); err != nil {
		return err
	}
	version, err := schemaVersion(l.ctx, l.tx)
	if err != nil {
		return err
	}
	if version != head.Schema {
		return fmt.Errorf("%w: it was made with version %d of the tables, this is %d", ErrNoBackup, head.Schema, version)
	}
	if l.known, err = ownTables(l.ctx, l.tx); err != nil {
		return err
	}
	for _, table := range l.known {
		if table.Table == "installation" {
			continue
		}
		var filled bool
		err := l.tx.QueryRowContext(l.ctx, "SELECT EXISTS (SELECT 1 FROM "+pgx.Identifier{table.Table}.Sanitize()+")").Scan(&filled)
		if err != nil {
			return fmt.Errorf("store: restore: %w", translate(err))
		}
		if filled {
			return ErrNotEmpty
		}
	}
	_, err = l.tx.ExecContext(l.ctx, `DELETE FROM installation`)
	return translate(err)
}

type reference struct{ table, name, definition string }

func (l *loader) references() ([]reference, error) {
	rows, err := l.tx.QueryContext(l.ctx, `SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
		WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid::regclass::text !~ '^river_'`)
	if err != nil {
		return nil, fmt.Errorf("store: restore: %w", translate(err))
	}
	defer func() { _ = rows.Close() }()
	var out []reference
	for rows.Next() {
		var r reference
		if err := rows.Scan(&r.table, &r.name, &r.definition); err != nil {
			return nil, fmt.Errorf("store: restore: %w", translate(err))
		}
		out = append(out, r)
	}
	return out, translate(rows.Err())
}

// lines reads tables and rows until the end line, without which the file was
// cut short.
func (l *loader) lines() error {
	defer l.forget()
	for {
		var line json.RawMessage
		if err := l.in.Decode(&line); err != nil {
			return errors.Join(ErrNoBackup, err)
		}
		if bytes.HasPrefix(line, []byte("[")) {
			if err := l.row(line); err != nil {
				return err
			}
			continue
		}
		var end dumpEnd
		if err := json.Unmarshal(line, &end); err != nil {
			return errors.Join(ErrNoBackup, err)
		}
		if end.End {
			if end.Rows != l.rows {
				return fmt.Errorf("%w: %d of %d rows", ErrNoBackup, l.rows, end.Rows)
			}
			return nil
		}
		if err := l.table(line); err != nil {
			return err
		}
	}
}

// table prepares for the rows of a table that is known here, column by column:
// names from a file never reach a statement unchecked.
func (l *loader) table(line []byte) error {
	var t dumpTable
	if err := json.Unmarshal(line, &t); err != nil {
		return errors.Join(ErrNoBackup, err)
	}
	fits := slices.ContainsFunc(l.known, func(k dumpTable) bool {
		return k.Table == t.Table && slices.Equal(k.Columns, t.Columns) && slices.Equal(k.Types, t.Types)
	})
	if !fits {
		return fmt.Errorf("%w: table %q is not as it is here", ErrNoBackup, t.Table)
	}
	places := make([]string, len(t.Columns))
	for i := range places {
		places[i] = "$" + strconv.Itoa(i+1)
	}
	l.forget()
	var err error
	l.into = t
	l.stmt, err = l.tx.PrepareContext(l.ctx, "INSERT INTO "+pgx.Identifier{t.Table}.Sanitize()+" ("+quoted(t.Columns)+") VALUES ("+strings.Join(places, ", ")+")")
	return translate(err)
}

func (l *loader) forget() {
	if l.stmt != nil {
		_ = l.stmt.Close()
		l.stmt = nil
	}
}

func (l *loader) row(line []byte) error {
	var values []any
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&values); err != nil || l.stmt == nil || len(values) != len(l.into.Columns) {
		return errors.Join(ErrNoBackup, err)
	}
	for i, value := range values {
		var err error
		switch v := value.(type) {
		case json.Number:
			values[i], err = v.Int64()
		case string:
			if l.into.Types[i] == "bytea" {
				values[i], err = base64.StdEncoding.DecodeString(v)
			}
		case nil:
		default:
			err = fmt.Errorf("a value of %s is no text and no number", l.into.Columns[i])
		}
		if err != nil {
			return errors.Join(ErrNoBackup, err)
		}
	}
	if _, err := l.stmt.ExecContext(l.ctx, values...); err != nil {
		return fmt.Errorf("%w: a row of %s: %w", ErrNoBackup, l.into.Table, translate(err))
	}
	l.rows++
	return nil
}
