package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// hearingTexts gives the sealed columns of a talk with the instigator.
func hearingTexts(h *vpt.Hearing) [4]*vpt.Private {
	return [4]*vpt.Private{&h.Place, &h.Present, &h.Account, &h.Agreements}
}

// hearingColumns are their names, in the same order.
func hearingColumns() [4]string {
	return [4]string{"place_sealed", "present_sealed", "account_sealed", "agreements_sealed"}
}

// SaveHearing adds a talk with the instigator, or writes over the one that it
// is a newer version of.
func (tx *Tx) SaveHearing(casefile vpt.CasefileID, h vpt.Hearing) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(h.ID)
	var sealed [4]any
	for i, text := range hearingTexts(&h) {
		sealed[i] = key.SealText(tx.place("hearing", hearingColumns()[i], id), *text)
	}
	if h.Version == 0 {
		_, err = tx.exec(`INSERT INTO hearing (organisation_id, id, casefile_id, origin_id, instigator_id, kind, state, invited_on, planned_at, held_on, place_sealed,
			present_sealed, account_sealed, agreements_sealed, by_id, at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
			string(tx.org), id, string(casefile), nullable(h.Instigator), string(h.Kind), string(h.State), string(h.InvitedOn), micros(h.PlannedAt), string(h.HeldOn),
			sealed[0], sealed[1], sealed[2], sealed[3], string(h.By), tx.now.UnixMicro())
		if err != nil {
			return fmt.Errorf("store: save hearing: %w", err)
		}
		return nil
	}
	n, err := tx.exec(`UPDATE hearing SET version = version + 1, instigator_id = $4, kind = $5, state = $6, invited_on = $7, planned_at = $8, held_on = $9, place_sealed = $10,
		present_sealed = $11, account_sealed = $12, agreements_sealed = $13 WHERE organisation_id = $1 AND id = $2 AND version = $3`,
		string(tx.org), id, h.Version, nullable(h.Instigator), string(h.Kind), string(h.State), string(h.InvitedOn), micros(h.PlannedAt), string(h.HeldOn),
		sealed[0], sealed[1], sealed[2], sealed[3])
	if err != nil {
		return fmt.Errorf("store: save hearing: %w", err)
	}
	if n == 0 {
		return vpt.Fail(vpt.KindConflict, "intussen-gewijzigd")
	}
	return nil
}

// Hearings reads the talks with the instigator in a case, oldest first.
func (tx *Tx) Hearings(casefile vpt.CasefileID) ([]vpt.Hearing, error) {
	var out []vpt.Hearing
	var sealed [][4][]byte
	err := tx.each(`SELECT id, COALESCE(instigator_id, ''), kind, state, invited_on, planned_at, held_on, by_id, at, version,
		place_sealed, present_sealed, account_sealed, agreements_sealed FROM hearing WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var h vpt.Hearing
			var planned sql.NullInt64
			var at int64
			var texts [4][]byte
			err := scan(&h.ID, &h.Instigator, &h.Kind, &h.State, &h.InvitedOn, &planned, &h.HeldOn, &h.By, &at, &h.Version,
				&texts[0], &texts[1], &texts[2], &texts[3])
			h.PlannedAt, h.At = instant(planned), time.UnixMicro(at).UTC()
			out, sealed = append(out, h), append(sealed, texts)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: hearings: %w", err)
	}
	for i := range out {
		for j, text := range hearingTexts(&out[i]) {
			if *text, err = tx.open("hearing", hearingColumns()[j], string(out[i].ID), sealed[i][j]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
