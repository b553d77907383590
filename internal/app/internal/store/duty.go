package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// Owe adds a duty, or moves the one of the same kind about the same record to
// a new day and opens it again.
func (tx *Tx) Owe(d vpt.Duty) error {
	_, err := tx.exec(`INSERT INTO duty (organisation_id, id, kind, casefile_id, origin_id, ref, role, person_id, due_at, created_at) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (organisation_id, kind, ref) DO UPDATE SET role = excluded.role, person_id = excluded.person_id, due_at = excluded.due_at, done_at = NULL,
		told = CASE WHEN duty.due_at = excluded.due_at THEN duty.told ELSE 0 END`,
		string(tx.org), NewID(), string(d.Kind), string(d.Casefile), d.Ref, string(d.Role), nullable(d.Person), d.DueAt.UnixMicro(), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: owe: %w", err)
	}
	return nil
}

// Fulfil ends the duty of a kind about a record, if there is one.
func (tx *Tx) Fulfil(kind vpt.DutyKind, ref string) error {
	_, err := tx.exec(`UPDATE duty SET done_at = $4 WHERE organisation_id = $1 AND kind = $2 AND ref = $3 AND done_at IS NULL`,
		string(tx.org), string(kind), ref, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: fulfil: %w", err)
	}
	return nil
}

// FulfilInCase ends every duty of a kind in a case, also those that came with
// a case that was merged into it.
func (tx *Tx) FulfilInCase(kind vpt.DutyKind, casefile vpt.CasefileID) error {
	_, err := tx.exec(`UPDATE duty SET done_at = $4 WHERE organisation_id = $1 AND kind = $2 AND casefile_id = $3 AND done_at IS NULL`,
		string(tx.org), string(kind), string(casefile), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: fulfil in case: %w", err)
	}
	return nil
}

// DutiesOfCase reads what is still to be done in a case, by day.
func (tx *Tx) DutiesOfCase(casefile vpt.CasefileID) ([]vpt.Duty, error) {
	var out []vpt.Duty
	err := tx.each(`SELECT d.id, d.kind, d.casefile_id, c.number, d.ref, COALESCE(d.person_id, ''), d.role, d.due_at, d.created_at, d.done_at, d.told
		FROM duty d JOIN casefile c ON c.organisation_id = d.organisation_id AND c.id = d.casefile_id
		WHERE d.organisation_id = $1 AND d.casefile_id = $2 AND d.done_at IS NULL ORDER BY d.due_at, d.id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			d, err := scanDuty(scan)
			out = append(out, d)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: duties of case: %w", err)
	}
	return out, nil
}

func scanDuty(scan func(...any) error) (vpt.Duty, error) {
	var d vpt.Duty
	var due, created int64
	var done sql.NullInt64
	err := scan(&d.ID, &d.Kind, &d.Casefile, &d.Number, &d.Ref, &d.Person, &d.Role, &due, &created, &done, &d.Told)
	d.DueAt, d.CreatedAt, d.DoneAt = time.UnixMicro(due).UTC(), time.UnixMicro(created).UTC(), instant(done)
	return d, err
}

// EndPastReviews ends the duty to look again at measures that ended by
// themselves before a day, and counts them.
func (tx *Tx) EndPastReviews(day vpt.Date) (int64, error) {
	n, err := tx.exec(`UPDATE duty SET done_at = $4 WHERE organisation_id = $1 AND kind = $2 AND done_at IS NULL
		AND ref IN (SELECT m.id FROM measure m WHERE m.organisation_id = $1 AND m.ends_on <> '' AND m.ends_on < $3)`,
		string(tx.org), string(vpt.DutyReview), string(day), tx.now.UnixMicro())
	if err != nil {
		return 0, fmt.Errorf("store: end past reviews: %w", err)
	}
	return n, nil
}
