package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertOccurrence adds an event to a dossier of conduct that goes on.
func (tx *Tx) InsertOccurrence(casefile vpt.CasefileID, o vpt.Occurrence) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(o.ID)
	_, err = tx.exec(`INSERT INTO occurrence (organisation_id, id, casefile_id, origin_id, happened_on, happened_time, text_sealed, by_id, at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
		string(tx.org), id, string(casefile), string(o.On), o.Time, key.SealText(tx.place("occurrence", "text_sealed", id), o.Text), string(o.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert occurrence: %w", err)
	}
	return nil
}

// CountOccurrences counts the events of a dossier.
func (tx *Tx) CountOccurrences(casefile vpt.CasefileID) (int, error) {
	var n int
	err := tx.one(`SELECT COUNT(id) FROM occurrence WHERE organisation_id = $1 AND casefile_id = $2`, []any{string(tx.org), string(casefile)}, &n)
	if err != nil {
		return 0, fmt.Errorf("store: count occurrences: %w", err)
	}
	return n, nil
}

// Occurrences reads the events of a dossier, newest first; of one person only
// when by is given.
func (tx *Tx) Occurrences(casefile vpt.CasefileID, by vpt.PersonID) ([]vpt.Occurrence, error) {
	var out []vpt.Occurrence
	var sealed [][]byte
	query, args := `SELECT id, happened_on, happened_time, text_sealed, by_id, at FROM occurrence WHERE organisation_id = $1 AND casefile_id = $2`, []any{string(tx.org), string(casefile)}
	if by != "" {
		query, args = query+` AND by_id = $3`, append(args, string(by))
	}
	err := tx.each(query+` ORDER BY happened_on DESC, happened_time DESC, id DESC`, args, func(scan func(...any) error) error {
		var o vpt.Occurrence
		var at int64
		var text []byte
		err := scan(&o.ID, &o.On, &o.Time, &text, &o.By, &at)
		o.At = time.UnixMicro(at).UTC()
		out, sealed = append(out, o), append(sealed, text)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: occurrences: %w", err)
	}
	for i := range out {
		if out[i].Text, err = tx.open("occurrence", "text_sealed", string(out[i].ID), sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
