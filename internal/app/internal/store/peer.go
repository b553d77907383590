package store

import (
	"fmt"

	"rugdekking/vpt"
)

// PeersAway reads the periods of all peer supporters that have not ended before
// a day, the first first.
func (tx *Tx) PeersAway(from vpt.Date) ([]vpt.PeerAway, error) {
	var out []vpt.PeerAway
	err := tx.each(`SELECT id, person_id, from_on, until_on FROM peer_away WHERE organisation_id = $1 AND ended_at IS NULL AND until_on >= $2
		ORDER BY from_on, id`, []any{string(tx.org), string(from)}, func(scan func(...any) error) error {
		var a vpt.PeerAway
		err := scan(&a.ID, &a.Person, &a.From, &a.Until)
		out = append(out, a)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: peers away: %w", err)
	}
	return out, nil
}

// InsertAway adds a period.
func (tx *Tx) InsertAway(a vpt.PeerAway) error {
	_, err := tx.exec(`INSERT INTO peer_away (organisation_id, id, person_id, from_on, until_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		string(tx.org), string(a.ID), string(a.Person), string(a.From), string(a.Until), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert away: %w", err)
	}
	return nil
}

// EndAway takes a period of a person away again.
func (tx *Tx) EndAway(person vpt.PersonID, id vpt.AwayID) error {
	n, err := tx.exec(`UPDATE peer_away SET ended_at = $4 WHERE organisation_id = $1 AND person_id = $2 AND id = $3 AND ended_at IS NULL`,
		string(tx.org), string(person), string(id), tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: end away: %w", err)
	}
	return nil
}
