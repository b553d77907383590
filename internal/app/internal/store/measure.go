package store

import (
	"database/sql"
	"fmt"

	"rugdekking/vpt"
)

// InsertMeasure adds a measure to a case.
func (tx *Tx) InsertMeasure(m vpt.Measure) error {
	key, err := tx.caseKey(m.Casefile)
	if err != nil {
		return err
	}
	id := string(m.ID)
	_, err = tx.exec(`INSERT INTO measure (organisation_id, id, casefile_id, origin_id, kind_version, kind, reason_sealed, decided_by,
		decided_at, decided_on, starts_on, ends_on) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		string(tx.org), id, string(m.Casefile), m.Kind.Version, m.Kind.Code, key.SealText(tx.place("measure", "reason_sealed", id), m.Reason),
		nullable(m.DecidedBy), micros(m.DecidedAt), string(m.DecidedOn), string(m.StartsOn), string(m.EndsOn))
	if err != nil {
		return fmt.Errorf("store: insert measure: %w", err)
	}
	return nil
}

// Measures reads the measures of a case, oldest first.
func (tx *Tx) Measures(casefile vpt.CasefileID) ([]vpt.Measure, error) {
	var out []vpt.Measure
	var reasons [][]byte
	err := tx.each(`SELECT id, casefile_id, kind_version, kind, reason_sealed, COALESCE(decided_by, ''), decided_at, decided_on, starts_on, ends_on
		FROM measure WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY decided_on, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var m vpt.Measure
			var at sql.NullInt64
			var reason []byte
			err := scan(&m.ID, &m.Casefile, &m.Kind.Version, &m.Kind.Code, &reason, &m.DecidedBy, &at, &m.DecidedOn, &m.StartsOn, &m.EndsOn)
			m.DecidedAt = instant(at)
			out, reasons = append(out, m), append(reasons, reason)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: measures: %w", err)
	}
	for i := range out {
		if out[i].Reason, err = tx.open("measure", "reason_sealed", string(out[i].ID), reasons[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
