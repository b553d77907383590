package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertPoliceRecord adds what was done with the police, or why nothing was.
func (tx *Tx) InsertPoliceRecord(r vpt.PoliceRecord) error {
	key, err := tx.caseKey(r.Casefile)
	if err != nil {
		return err
	}
	id := string(r.ID)
	at := r.RecordedAt
	if at.IsZero() {
		at = tx.now
	}
	_, err = tx.exec(`INSERT INTO police_record (organisation_id, id, casefile_id, origin_id, kind, done_on, reference_sealed, note_sealed,
		recorded_by, recorded_at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
		string(tx.org), id, string(r.Casefile), string(r.Kind), string(r.DoneOn),
		key.SealText(tx.place("police_record", "reference_sealed", id), r.Reference),
		key.SealText(tx.place("police_record", "note_sealed", id), r.Note), nullable(r.RecordedBy), at.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert police record: %w", err)
	}
	return nil
}

// PoliceRecords reads what was done with the police, oldest first.
func (tx *Tx) PoliceRecords(casefile vpt.CasefileID) ([]vpt.PoliceRecord, error) {
	var out []vpt.PoliceRecord
	var sealed [][2][]byte
	err := tx.each(`SELECT id, casefile_id, kind, done_on, reference_sealed, note_sealed, COALESCE(recorded_by, ''), recorded_at
		FROM police_record WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY recorded_at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var r vpt.PoliceRecord
			var at int64
			var s [2][]byte
			err := scan(&r.ID, &r.Casefile, &r.Kind, &r.DoneOn, &s[0], &s[1], &r.RecordedBy, &at)
			r.RecordedAt = time.UnixMicro(at).UTC()
			out, sealed = append(out, r), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: police records: %w", err)
	}
	for i := range out {
		id := string(out[i].ID)
		if out[i].Reference, err = tx.open("police_record", "reference_sealed", id, sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].Note, err = tx.open("police_record", "note_sealed", id, sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
