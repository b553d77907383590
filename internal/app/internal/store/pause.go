package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertPause notes that a clock of a case stands still. Why is a text of the case.
func (tx *Tx) InsertPause(casefile vpt.CasefileID, p vpt.ClockPause) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO clock_pause (organisation_id, id, casefile_id, origin_id, clock, why_sealed, from_at, until_on, due_was, by_id)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
		string(tx.org), string(p.ID), string(casefile), string(p.Clock), key.SealText(tx.place("clock_pause", "why_sealed", string(p.ID)), p.Why),
		tx.now.UnixMicro(), string(p.Until), p.DueWas.UnixMicro(), string(p.By))
	if err != nil {
		return fmt.Errorf("store: insert pause: %w", err)
	}
	return nil
}

// EndPause ends a pause now.
func (tx *Tx) EndPause(id vpt.PauseID) error {
	n, err := tx.exec(`UPDATE clock_pause SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL`,
		string(tx.org), string(id), tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: end pause: %w", err)
	}
	return nil
}

// Pauses reads the pauses of the clocks of a case, the newest first.
func (tx *Tx) Pauses(casefile vpt.CasefileID) ([]vpt.ClockPause, error) {
	var out []vpt.ClockPause
	var why [][]byte
	err := tx.each(`SELECT id, clock, why_sealed, from_at, until_on, due_was, by_id, ended_at FROM clock_pause
		WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY from_at DESC, id DESC`, []any{string(tx.org), string(casefile)},
		func(scan func(...any) error) error {
			var p vpt.ClockPause
			var text []byte
			var from, due int64
			var ended sql.NullInt64
			err := scan(&p.ID, &p.Clock, &text, &from, &p.Until, &due, &p.By, &ended)
			p.From, p.DueWas, p.EndedAt = time.UnixMicro(from).UTC(), time.UnixMicro(due).UTC(), instant(ended)
			out, why = append(out, p), append(why, text)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: pauses: %w", err)
	}
	for i := range out {
		if out[i].Why, err = tx.open("clock_pause", "why_sealed", string(out[i].ID), why[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
