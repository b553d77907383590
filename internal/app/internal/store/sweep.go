package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// Terms are the instants before which things are removed.
type Terms struct{ Drafts, Keys, Orphans time.Time }

// Expire removes what is past its time and says how many rows that were:
// drafts, idempotency keys, ended sessions, used links, unattached evidence,
// files of imports.
func (tx *Tx) Expire(t Terms) (int64, error) {
	var total int64
	for _, step := range []struct {
		query string
		at    time.Time
	}{
		{`DELETE FROM draft WHERE organisation_id = $1 AND saved_at < $2`, t.Drafts},
		{`DELETE FROM idempotency WHERE organisation_id = $1 AND at < $2`, t.Keys},
		{`DELETE FROM session WHERE organisation_id = $1 AND expires_at < $2`, tx.now},
		{`DELETE FROM access_link WHERE organisation_id = $1 AND expires_at < $2`, tx.now},
		// Which parts have no file is found in the key alone: to see when a part came, SQLite reads all of it.
		{`DELETE FROM evidence_chunk WHERE organisation_id = $1 AND at < $2 AND evidence_id IN (SELECT DISTINCT k.evidence_id FROM evidence_chunk k
			WHERE k.organisation_id = $1 AND NOT EXISTS (SELECT e.id FROM evidence e WHERE e.organisation_id = $1 AND e.id = k.evidence_id))`, t.Orphans},
		{`DELETE FROM register_upload WHERE organisation_id = $1 AND at < $2 AND NOT EXISTS (SELECT i.id FROM register_import i
			WHERE i.organisation_id = register_upload.organisation_id AND i.id = register_upload.import_id AND i.state = 'bezig')`, t.Orphans},
		{`DELETE FROM register_import WHERE organisation_id = $1 AND at < $2 AND state = 'wacht' AND NOT EXISTS (SELECT u.sequence FROM register_upload u
			WHERE u.organisation_id = register_import.organisation_id AND u.import_id = register_import.id)`, t.Orphans},
	} {
		n, err := tx.exec(step.query, string(tx.org), step.at.UnixMicro())
		if err != nil {
			return 0, fmt.Errorf("store: expire: %w", err)
		}
		total += n
	}
	return total, nil
}

// Overdue is a case whose next term has passed.
type Overdue struct {
	Casefile vpt.CasefileID
	Number   string
	Owner    vpt.PersonID
	Clock    vpt.ClockKind
	Due      time.Time
}

// NewlyOverdue finds cases on the worklist whose next term has passed and of
// which nobody was told since. A clock may run again, as the one of care does
// for each next talk: what was told before its term was about an earlier one.
func (tx *Tx) NewlyOverdue(limit int) ([]Overdue, error) {
	var out []Overdue
	err := tx.each(`SELECT c.id, c.number, COALESCE(c.owner_id, ''), c.next_clock, c.next_due_at FROM casefile c
		WHERE c.organisation_id = $1 AND c.working = 1 AND c.next_due_at < $2 AND NOT EXISTS (SELECT o.clock FROM overdue_notice o
		WHERE o.organisation_id = c.organisation_id AND o.casefile_id = c.id AND o.clock = c.next_clock AND o.at >= c.next_due_at)
		ORDER BY c.next_due_at, c.id LIMIT $3`, []any{string(tx.org), tx.now.UnixMicro(), limit},
		func(scan func(...any) error) error {
			var o Overdue
			var due sql.NullInt64
			err := scan(&o.Casefile, &o.Number, &o.Owner, &o.Clock, &due)
			o.Due = instant(due)
			out = append(out, o)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: overdue: %w", err)
	}
	return out, nil
}

// MarkOverdue notes that the owner is told, and reports false when another
// sweep was first.
func (tx *Tx) MarkOverdue(o Overdue) (bool, error) {
	n, err := tx.exec(`INSERT INTO overdue_notice (organisation_id, casefile_id, clock, at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (organisation_id, casefile_id, clock) DO UPDATE SET at = excluded.at WHERE overdue_notice.at < $5`,
		string(tx.org), string(o.Casefile), string(o.Clock), tx.now.UnixMicro(), o.Due.UnixMicro())
	if err != nil {
		return false, fmt.Errorf("store: mark overdue: %w", err)
	}
	return n > 0, nil
}
