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
	d := r.PoliceDetails
	_, err = tx.exec(`INSERT INTO police_record (organisation_id, id, casefile_id, origin_id, kind, done_on, reference_sealed, note_sealed,
		recorded_by, recorded_at, vpt_asked, vpt_confirmed, domicile, identity_mode, filed_by, attorney, attorney_on, not_filed)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		string(tx.org), id, string(r.Casefile), string(r.Kind), string(r.DoneOn),
		key.SealText(tx.place("police_record", "reference_sealed", id), r.Reference),
		key.SealText(tx.place("police_record", "note_sealed", id), r.Note), nullable(r.RecordedBy), at.UnixMicro(),
		string(d.VPTAsked), string(d.VPTConfirmed), string(d.Domicile), string(d.Identity), string(d.FiledBy), string(d.Attorney),
		string(d.AttorneyOn), string(d.NotFiled))
	if err != nil {
		return fmt.Errorf("store: insert police record: %w", err)
	}
	return nil
}

// SavePoliceDetails writes what is known of a record besides day and number.
func (tx *Tx) SavePoliceDetails(id vpt.PoliceRecordID, d vpt.PoliceDetails) error {
	n, err := tx.exec(`UPDATE police_record SET vpt_asked = $3, vpt_confirmed = $4, domicile = $5, identity_mode = $6, filed_by = $7,
		attorney = $8, attorney_on = $9, not_filed = $10, version = version + 1 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(id), string(d.VPTAsked), string(d.VPTConfirmed), string(d.Domicile), string(d.Identity), string(d.FiledBy),
		string(d.Attorney), string(d.AttorneyOn), string(d.NotFiled))
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: save police details: %w", err)
	}
	return nil
}

// PoliceRecords reads what was done with the police, oldest first.
func (tx *Tx) PoliceRecords(casefile vpt.CasefileID) ([]vpt.PoliceRecord, error) {
	var out []vpt.PoliceRecord
	var sealed [][2][]byte
	err := tx.each(`SELECT id, casefile_id, kind, done_on, reference_sealed, note_sealed, COALESCE(recorded_by, ''), recorded_at,
		vpt_asked, vpt_confirmed, domicile, identity_mode, filed_by, attorney, attorney_on, not_filed, version
		FROM police_record WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY recorded_at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var r vpt.PoliceRecord
			var at int64
			var s [2][]byte
			err := scan(&r.ID, &r.Casefile, &r.Kind, &r.DoneOn, &s[0], &s[1], &r.RecordedBy, &at,
				&r.VPTAsked, &r.VPTConfirmed, &r.Domicile, &r.Identity, &r.FiledBy, &r.Attorney, &r.AttorneyOn, &r.NotFiled, &r.Version)
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
