package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

// SQLite chooses an index by what it knows of how many rows a value has.
// Without being told it takes every first column for selective, and since each
// of our keys begins with the organisation, it then reads all rows of a tenant
// where it should follow an index. So it is told once, by assumption, and the
// plan of a statement is the same on a new database and on a full one.
// PostgreSQL counts for itself.

// assumedRows is how many rows a table is taken to have, and assumedTenants
// over how many organisations they are spread.
const (
	assumedRows    = 1_000_000
	assumedTenants = 2
	assumedOthers  = 20_000 // distinct values of any other column within a tenant
)

// fewValues are columns with a handful of values, which select little.
func fewValues(column string) bool {
	switch column {
	case "working", "state", "list", "version", "kind", "form", "series", "visible", "role":
		return true
	}
	return false
}

// assumeStatistics writes what the planner is to believe of every index. It
// replaces what was there, so that a later migration's indexes are told too.
func assumeStatistics(ctx context.Context, pool *sql.DB) error {
	indexes, err := sqliteIndexes(ctx, pool)
	if err != nil {
		return fmt.Errorf("store: statistics: %w", err)
	}
	for _, statement := range []string{`ANALYZE`, `DELETE FROM sqlite_stat1`} {
		if _, err := pool.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("store: statistics: %w", translate(err))
		}
	}
	for _, index := range indexes {
		if index.columns[0] != "organisation_id" {
			continue
		}
		_, err := pool.ExecContext(ctx, `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)`,
			index.table, index.statName(), index.assumed())
		if err != nil {
			return fmt.Errorf("store: statistics: %w", translate(err))
		}
	}
	return nil
}

// sqliteIndex is one index as SQLite lists it.
type sqliteIndex struct {
	table, name string
	unique      bool
	clustered   bool // the primary key of a table without row ids
	columns     []string
}

// statName is the name under which statistics are kept: for the primary key of
// a table without row ids that is the table's.
func (i sqliteIndex) statName() string {
	if i.clustered {
		return i.table
	}
	return i.name
}

// assumed gives rows, and rows per value for each further column of the index.
func (i sqliteIndex) assumed() string {
	per := assumedRows / assumedTenants
	parts := []string{strconv.Itoa(assumedRows), strconv.Itoa(per)}
	for n, column := range i.columns[1:] {
		switch {
		case i.unique && n == len(i.columns)-2:
			per = 1
		case fewValues(column):
			per /= 4
		default:
			per /= assumedOthers
		}
		per = max(per, 1)
		parts = append(parts, strconv.Itoa(per))
	}
	return strings.Join(parts, " ")
}

func sqliteIndexes(ctx context.Context, pool *sql.DB) ([]sqliteIndex, error) {
	found, err := pool.QueryContext(ctx, `SELECT t.name, i.name, i."unique", i.origin, t.wr, c.name FROM pragma_table_list t
		JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
		WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*' AND t.name NOT GLOB 'river_*'
		AND t.name NOT GLOB 'goose_*' ORDER BY t.name, i.name, c.seqno`)
	if err != nil {
		return nil, translate(err)
	}
	defer func() { _ = found.Close() }()
	var out []sqliteIndex
	for found.Next() {
		var i sqliteIndex
		var origin, column string
		var withoutRows bool
		if err := found.Scan(&i.table, &i.name, &i.unique, &origin, &withoutRows, &column); err != nil {
			return nil, translate(err)
		}
		i.clustered = withoutRows && origin == "pk"
		if n := len(out); n > 0 && out[n-1].name == i.name {
			out[n-1].columns = append(out[n-1].columns, column)
			continue
		}
		i.columns = []string{column}
		out = append(out, i)
	}
	return out, translate(found.Err())
}
