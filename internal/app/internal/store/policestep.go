package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// stepSealed names the sealed columns of a line, in the order of sealedStep.
var stepSealed = [4]string{"reference_sealed", "demanded_sealed", "sentence_sealed", "note_sealed"}

func sealedStep(s *vpt.PoliceStep) [4]*vpt.Private {
	return [4]*vpt.Private{&s.Reference, &s.Demanded, &s.Sentence, &s.Note}
}

// InsertPoliceStep adds a line of what came of a step to the police.
func (tx *Tx) InsertPoliceStep(casefile vpt.CasefileID, s vpt.PoliceStep) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(s.ID)
	args := []any{string(tx.org), id, string(casefile), string(s.Record), string(s.Kind), string(s.On), string(s.HearingOn), string(s.ToldOn)}
	for i, text := range sealedStep(&s) {
		args = append(args, key.SealText(tx.place("police_step", stepSealed[i], id), *text))
	}
	args = append(args, string(s.By), tx.now.UnixMicro())
	_, err = tx.exec(`INSERT INTO police_step (organisation_id, id, casefile_id, origin_id, record_id, kind, happened_on, hearing_on, told_on,
		reference_sealed, demanded_sealed, sentence_sealed, note_sealed, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, args...)
	if err != nil {
		return fmt.Errorf("store: insert police step: %w", err)
	}
	return nil
}

// PoliceSteps reads what came of the steps to the police, oldest first.
func (tx *Tx) PoliceSteps(casefile vpt.CasefileID) ([]vpt.PoliceStep, error) {
	var out []vpt.PoliceStep
	var sealed [][4][]byte
	err := tx.each(`SELECT id, record_id, kind, happened_on, hearing_on, told_on, reference_sealed, demanded_sealed, sentence_sealed, note_sealed,
		by_id, at FROM police_step WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var s vpt.PoliceStep
			var at int64
			var b [4][]byte
			err := scan(&s.ID, &s.Record, &s.Kind, &s.On, &s.HearingOn, &s.ToldOn, &b[0], &b[1], &b[2], &b[3], &s.By, &at)
			s.At = time.UnixMicro(at).UTC()
			out, sealed = append(out, s), append(sealed, b)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: police steps: %w", err)
	}
	for i := range out {
		for n, into := range sealedStep(&out[i]) {
			if *into, err = tx.open("police_step", stepSealed[n], string(out[i].ID), sealed[i][n]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
