package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// RaiseFrom gives from when on things that are late are raised, and false when
// the organisation was there before anything was: then nobody chose yet.
func (tx *Tx) RaiseFrom() (from time.Time, chosen bool, err error) {
	var at int64
	err = tx.one(`SELECT raise_from FROM organisation WHERE organisation_id = $1`, []any{string(tx.org)}, &at)
	if err != nil {
		return from, false, fmt.Errorf("store: raise from: %w", err)
	}
	return time.UnixMicro(at).UTC(), at >= 0, nil
}

// SetRaiseFrom lets only what is due from now on be raised.
func (tx *Tx) SetRaiseFrom() error {
	_, err := tx.exec(`UPDATE organisation SET raise_from = $2 WHERE organisation_id = $1`, string(tx.org), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: set raise from: %w", err)
	}
	return nil
}

// OpenAggression finds the open cases that were judged to be aggression.
func (tx *Tx) OpenAggression() ([]vpt.CasefileID, error) {
	var out []vpt.CasefileID
	err := tx.each(`SELECT id FROM casefile WHERE organisation_id = $1 AND working = 1 AND state = 'open' AND verdict = $2 ORDER BY id`,
		[]any{string(tx.org), string(vpt.VerdictAggression)}, func(scan func(...any) error) error {
			var id vpt.CasefileID
			err := scan(&id)
			out = append(out, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: open aggression: %w", err)
	}
	return out, nil
}

// MeasuresWithoutReview finds the measures that somebody decided on, that go on
// after a day or have no end, and that nobody is to look at again. What came
// from an old register is no work for anybody.
func (tx *Tx) MeasuresWithoutReview(day vpt.Date) ([]vpt.Measure, error) {
	return tx.measures(` AND state = $2 AND review_on = '' AND decided_by IS NOT NULL AND (ends_on = '' OR ends_on > $3)
		AND casefile_id IN (SELECT c.id FROM casefile c WHERE c.organisation_id = $1 AND c.state IN ('open', 'gesloten'))`,
		string(vpt.MeasureDecided), string(day))
}
