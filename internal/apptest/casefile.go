package apptest

import (
	"context"
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
	db := w.DB.Raw(w.T)
	defer func() { _ = db.Close() }()
	if w.DB.Engine == dbtest.SQLite {
		query = strings.ReplaceAll(query, "::text", "")
	}
	w.Must(db.QueryRowContext(context.Background(), query, args...).Scan(&value))
	return value
}
