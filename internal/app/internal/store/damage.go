package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// SaveDamage adds an item of damage, or writes over the version that was read.
func (tx *Tx) SaveDamage(casefile vpt.CasefileID, d vpt.DamageItem, by vpt.PersonID) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(d.ID)
	n, err := tx.exec(`INSERT INTO damage_item (organisation_id, id, casefile_id, origin_id, kind, amount, description_sealed, evidence_id, route,
		claimed, claimed_on, awarded, awarded_on, received, received_on, given_up, given_up_why_sealed, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
		ON CONFLICT (organisation_id, id) DO UPDATE SET kind = excluded.kind, amount = excluded.amount,
		description_sealed = excluded.description_sealed, evidence_id = excluded.evidence_id, route = excluded.route,
		claimed = excluded.claimed, claimed_on = excluded.claimed_on, awarded = excluded.awarded, awarded_on = excluded.awarded_on,
		received = excluded.received, received_on = excluded.received_on, given_up = excluded.given_up,
		given_up_why_sealed = excluded.given_up_why_sealed, version = damage_item.version + 1
		WHERE damage_item.version = $19 OR $19 = 0`,
		string(tx.org), id, string(casefile), string(d.Kind), int64(d.Amount), key.SealText(tx.place("damage_item", "description_sealed", id), d.Description),
		nullable(d.Receipt), string(d.Route), int64(d.Claimed), string(d.ClaimedOn), int64(d.Awarded), string(d.AwardedOn), int64(d.Received),
		string(d.ReceivedOn), flag(d.GivenUp), key.SealText(tx.place("damage_item", "given_up_why_sealed", id), d.GivenUpWhy), string(by),
		tx.now.UnixMicro(), d.Version)
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: save damage: %w", err)
	}
	return nil
}

// DamageOfCase reads the items of damage of a case, in the order of recording.
func (tx *Tx) DamageOfCase(casefile vpt.CasefileID) ([]vpt.DamageItem, error) {
	var out []vpt.DamageItem
	var sealed [][2][]byte
	err := tx.each(`SELECT id, kind, amount, description_sealed, COALESCE(evidence_id, ''), route, claimed, claimed_on, awarded, awarded_on,
		received, received_on, given_up, given_up_why_sealed, at, version FROM damage_item
		WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var d vpt.DamageItem
			var s [2][]byte
			var gone int
			var at int64
			err := scan(&d.ID, &d.Kind, &d.Amount, &s[0], &d.Receipt, &d.Route, &d.Claimed, &d.ClaimedOn, &d.Awarded, &d.AwardedOn,
				&d.Received, &d.ReceivedOn, &gone, &s[1], &at, &d.Version)
			d.GivenUp, d.At = gone == 1, time.UnixMicro(at).UTC()
			out, sealed = append(out, d), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: damage: %w", err)
	}
	for i := range out {
		id := string(out[i].ID)
		if out[i].Description, err = tx.open("damage_item", "description_sealed", id, sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].GivenUpWhy, err = tx.open("damage_item", "given_up_why_sealed", id, sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
