package store

import (
	"fmt"
	"time"
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
