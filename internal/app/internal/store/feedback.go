package store

import (
	"fmt"

	"rugdekking/vpt"
)

// InsertFeedback adds what the owner told the reporters of a case, or that they
// do not want to be told.
func (tx *Tx) InsertFeedback(casefile vpt.CasefileID, f vpt.Feedback) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO feedback (organisation_id, id, casefile_id, text_sealed, waived, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), f.ID, string(casefile), key.SealText(tx.place("feedback", "text_sealed", f.ID), f.Text), flag(f.Waived),
		string(f.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert feedback: %w", err)
	}
	return nil
}
