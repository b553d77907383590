package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// Ping reports whether the database answers.
func (db *DB) Ping(ctx context.Context) error {
	for _, pool := range []*sql.DB{db.read, db.write, db.unscoped} {
		if pool == nil {
			continue
		}
		if err := pool.PingContext(ctx); err != nil {
			return fmt.Errorf("store: ping: %w", translate(err))
		}
	}
	return nil
}

// IsDemo tells whether this database was marked as a demonstration.
func (db *DB) IsDemo(ctx context.Context) (bool, error) {
	var demo int
	if err := db.read.QueryRowContext(ctx, `SELECT demo FROM installation WHERE id = 1`).Scan(&demo); err != nil {
		return false, fmt.Errorf("store: read installation: %w", translate(err))
	}
	return demo == 1, nil
}

// Setting is one setting of the engine and its value.
type Setting struct{ Name, Value string }

// Durability reads the settings that decide whether a commit survives loss of
// power, from every pool that writes: that of the store and, when given, the
// queue's own. safe says that each of them waits for the disk.
func (db *DB) Durability(ctx context.Context, queue *sql.DB) (found []Setting, safe bool, err error) {
	wanted := map[string][]string{"synchronous": {"2", "3"}, "journal_mode": {"wal"}}
	names, ask := []string{"synchronous", "journal_mode"}, "PRAGMA "
	if db.engine == Postgres {
		// "local" and above wait for the disk of this server; "off" does not.
		wanted = map[string][]string{"fsync": {"on"}, "synchronous_commit": {"on", "local", "remote_write", "remote_apply"}}
		names, ask = []string{"fsync", "synchronous_commit"}, "SHOW "
	}
	safe = true
	for i, pool := range []*sql.DB{db.write, queue} {
		if pool == nil {
			continue
		}
		for _, name := range names {
			var value string
			if err := pool.QueryRowContext(ctx, ask+name).Scan(&value); err != nil {
				return nil, false, fmt.Errorf("store: read %s: %w", name, translate(err))
			}
			safe = safe && slices.Contains(wanted[name], value)
			if i > 0 {
				name = "queue " + name
			}
			found = append(found, Setting{name, value})
		}
	}
	return found, safe, nil
}
