package apptest

import (
	"context"
	"database/sql"
	"strings"

	"rugdekking/internal/dbtest"
)

// CaseOf gives the number of the case that a report stands in, straight from
// the database: no role of its own is needed.
func (w *World) CaseOf(report string) string {
	w.T.Helper()
	return w.Value(`SELECT c.number FROM report r JOIN casefile c ON c.id = r.casefile_id WHERE r.number = $1`, report)
}

// Value gives one value, as text, straight from the database.
func (w *World) Value(query string, args ...any) string {
	w.T.Helper()
	var value string
	if w.DB.Engine == dbtest.SQLite {
		query = strings.ReplaceAll(query, "::text", "")
	}
	w.Must(w.raw().QueryRowContext(context.Background(), query, args...).Scan(&value))
	return value
}

// Exec runs a statement straight on the database, past the door.
func (w *World) Exec(query string, args ...any) {
	w.T.Helper()
	_, err := w.raw().ExecContext(context.Background(), query, args...)
	w.Must(err)
}

// Tables gives the names of all tables.
func (w *World) Tables() []string {
	w.T.Helper()
	query := `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`
	if w.DB.Engine != dbtest.SQLite {
		query = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`
	}
	rows, err := w.raw().QueryContext(context.Background(), query)
	w.Must(err)
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var name string
		w.Must(rows.Scan(&name))
		names = append(names, name)
	}
	w.Must(rows.Err())
	return names
}

// raw is one connection past the door, for the whole test.
func (w *World) raw() *sql.DB {
	if w.direct == nil {
		w.direct = w.DB.Raw(w.T)
	}
	return w.direct
}
