package store

import (
	"bufio"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/jackc/pgx/v5"
)

// A backup of PostgreSQL is a gzip file of JSON lines, which another program
// can read without us:
//
//	{"rugdekking":"backup","version":1,"schema":3}
//	{"table":"unit","columns":["organisation_id","id",…],"types":["text","bytea",…]}
//	["…","…",12,null,"base64 of a bytea"]
//	…
//	{"end":true,"rows":1234}
//
// A row belongs to the table above it. Tables of the job queue are left out:
// what it should do follows from the rows.
type dumpHead struct {
	Kind    string `json:"rugdekking"`
	Version int    `json:"version"`
	Schema  int64  `json:"schema"`
}

type dumpTable struct {
	Table   string   `json:"table"`
	Columns []string `json:"columns"`
	Types   []string `json:"types"`
}

type dumpEnd struct {
	End  bool  `json:"end"`
	Rows int64 `json:"rows"`
}

const (
	dumpKind    = "backup"
	dumpVersion = 1
)

// dump writes all tables as they are at one moment.
func dump(ctx context.Context, address string, w io.Writer) error {
	pool, err := OpenPostgres(address, "", 1)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	tx, err := pool.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return fmt.Errorf("store: backup: %w", translate(err))
	}
	defer func() { _ = tx.Rollback() }()
	if err := seesAll(ctx, tx); err != nil {
		return err
	}
	tables, err := ownTables(ctx, tx)
	if err != nil {
		return err
	}
	head := dumpHead{Kind: dumpKind, Version: dumpVersion}
	if head.Schema, err = schemaVersion(ctx, tx); err != nil {
		return err
	}
	packed := gzip.NewWriter(w)
	buffered := bufio.NewWriterSize(packed, 64<<10)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	if err := out.Encode(head); err != nil {
		return fmt.Errorf("store: backup: %w", err)
	}
	end := dumpEnd{End: true}
	for _, table := range tables {
		n, err := dumpRows(ctx, tx, out, table)
		if err != nil {
			return fmt.Errorf("store: backup of %s: %w", table.Table, translate(err))
		}
		end.Rows += n
	}
	for _, last := range []func() error{func() error { return out.Encode(end) }, buffered.Flush, packed.Close} {
		if err := last(); err != nil {
			return fmt.Errorf("store: backup: %w", err)
		}
	}
	return nil
}

// seesAll refuses a role that row-level security would show only part.
func seesAll(ctx context.Context, tx *sql.Tx) error {
	var limited bool
	err := tx.QueryRowContext(ctx, `SELECT row_security_active('report')`).Scan(&limited)
	if err != nil {
		return fmt.Errorf("store: backup: %w", translate(err))
	}
	if limited {
		return fmt.Errorf("store: a backup needs the address of who owns the tables: row-level security hides rows from this one")
	}
	return nil
}

// schemaVersion is the last migration that was done.
func schemaVersion(ctx context.Context, tx *sql.Tx) (int64, error) {
	var version int64
	err := tx.QueryRowContext(ctx, `SELECT max(version_id) FROM goose_db_version WHERE is_applied`).Scan(&version)
	if err != nil {
		return 0, fmt.Errorf("store: version of the tables: %w", translate(err))
	}
	return version, nil
}

// ownTables lists the tables that the migrations of this program made.
func ownTables(ctx context.Context, tx *sql.Tx) ([]dumpTable, error) {
	rows, err := tx.QueryContext(ctx, `SELECT c.relname, a.attname, format_type(a.atttypid, NULL) FROM pg_class c
		JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE c.relkind = 'r' AND c.relname !~ '^(river_|goose_)' ORDER BY c.relname, a.attnum`)
	if err != nil {
		return nil, fmt.Errorf("store: tables: %w", translate(err))
	}
	defer func() { _ = rows.Close() }()
	var out []dumpTable
	for rows.Next() {
		var table, column, kind string
		if err := rows.Scan(&table, &column, &kind); err != nil {
			return nil, fmt.Errorf("store: tables: %w", translate(err))
		}
		if n := len(out); n == 0 || out[n-1].Table != table {
			out = append(out, dumpTable{Table: table})
		}
		last := &out[len(out)-1]
		last.Columns, last.Types = append(last.Columns, column), append(last.Types, kind)
	}
	return out, translate(rows.Err())
}

func dumpRows(ctx context.Context, tx *sql.Tx, out *json.Encoder, table dumpTable) (int64, error) {
	if err := out.Encode(table); err != nil {
		return 0, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT "+quoted(table.Columns)+" FROM "+pgx.Identifier{table.Table}.Sanitize())
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	values, into := make([]any, len(table.Columns)), make([]any, len(table.Columns))
	for i := range values {
		into[i] = &values[i]
	}
	var n int64
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return n, err
		}
		if err := out.Encode(values); err != nil { // bytes become base64
			return n, err
		}
		n++
	}
	return n, rows.Err()
}

func quoted(columns []string) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = pgx.Identifier{c}.Sanitize()
	}
	return strings.Join(names, ", ")
}
