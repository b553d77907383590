package store

import (
	"fmt"

	"rugdekking/vpt"
)

// SaveRemedy adds what a citizen did about a measure, or writes over the one
// that it is a newer version of.
func (tx *Tx) SaveRemedy(casefile vpt.CasefileID, r vpt.Remedy) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(r.ID)
	summary := key.SealText(tx.place("remedy", "summary_sealed", id), r.Summary)
	why := key.SealText(tx.place("remedy", "outcome_why_sealed", id), r.OutcomeWhy)
	if r.Version == 0 {
		_, err = tx.exec(`INSERT INTO remedy (organisation_id, id, casefile_id, origin_id, measure_id, kind, received_on, due_on, summary_sealed, by_id, at)
			VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
			string(tx.org), id, string(casefile), string(r.Measure), string(r.Kind), string(r.ReceivedOn), string(r.DueOn), summary, string(r.By), tx.now.UnixMicro())
		if err != nil {
			return fmt.Errorf("store: save remedy: %w", err)
		}
		return nil
	}
	n, err := tx.exec(`UPDATE remedy SET version = version + 1, due_on = $4, extended = $5, outcome = $6, outcome_on = $7, outcome_why_sealed = $8, effect = $9
		WHERE organisation_id = $1 AND id = $2 AND version = $3`,
		string(tx.org), id, r.Version, string(r.DueOn), flag(r.Extended), string(r.Outcome), string(r.OutcomeOn), why, string(r.Effect))
	if err != nil {
		return fmt.Errorf("store: save remedy: %w", err)
	}
	if n == 0 {
		return vpt.Fail(vpt.KindConflict, "intussen-gewijzigd")
	}
	return nil
}

// Remedies reads what was done about the measures of a case, oldest first.
func (tx *Tx) Remedies(casefile vpt.CasefileID) ([]vpt.Remedy, error) {
	var out []vpt.Remedy
	var sealed [][2][]byte
	err := tx.each(`SELECT id, measure_id, kind, received_on, due_on, extended, outcome, outcome_on, effect, by_id, version, summary_sealed, outcome_why_sealed
		FROM remedy WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY received_on, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var r vpt.Remedy
			var texts [2][]byte
			err := scan(&r.ID, &r.Measure, &r.Kind, &r.ReceivedOn, &r.DueOn, &r.Extended, &r.Outcome, &r.OutcomeOn, &r.Effect, &r.By, &r.Version, &texts[0], &texts[1])
			out, sealed = append(out, r), append(sealed, texts)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: remedies: %w", err)
	}
	for i := range out {
		if out[i].Summary, err = tx.open("remedy", "summary_sealed", string(out[i].ID), sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].OutcomeWhy, err = tx.open("remedy", "outcome_why_sealed", string(out[i].ID), sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
