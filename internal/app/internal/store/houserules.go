package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertHouseRules adds a version of the house rules at a place, with the file
// that shows where they hang.
func (tx *Tx) InsertHouseRules(h vpt.HouseRules, by string) error {
	_, err := tx.exec(`INSERT INTO house_rules (organisation_id, id, place, version, text, from_on, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		string(tx.org), string(h.ID), string(h.Site), h.Version, h.Text, string(h.FromOn), by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert house rules: %w", err)
	}
	if h.ShownOn == "" {
		return nil
	}
	return tx.ShowHouseRules(h)
}

// ShowHouseRules writes since when a version is shown, unless that was known.
func (tx *Tx) ShowHouseRules(h vpt.HouseRules) error {
	key, err := tx.organisationKey()
	if err != nil {
		return err
	}
	id := string(h.ID)
	n, err := tx.exec(`UPDATE house_rules SET shown_on = $3, proof_sealed = $4, file_name_sealed = $5, file_type = $6, file_size = $7, shown_where = $8
		WHERE organisation_id = $1 AND id = $2 AND shown_on = ''`, string(tx.org), id, string(h.ShownOn),
		key.SealText(tx.place("house_rules", "proof_sealed", id), h.Proof), key.SealText(tx.place("house_rules", "file_name_sealed", id), h.File.Name),
		h.File.MediaType, h.File.Size, h.Where)
	if err == nil && n == 0 {
		err = errChanged
	}
	if err == nil && h.File.MediaType != "" {
		_, err = tx.exec(`INSERT INTO house_rules_file (organisation_id, rules_id, data_sealed) VALUES ($1, $2, $3)`,
			string(tx.org), id, key.Seal(tx.place("house_rules_file", "data_sealed", id), h.File.Content))
	}
	if err != nil {
		return fmt.Errorf("store: show house rules: %w", err)
	}
	return nil
}

// HouseRules reads all versions at all places, newest first at each, with the
// day on which each ended.
func (tx *Tx) HouseRules() ([]vpt.HouseRules, error) {
	var out []vpt.HouseRules
	var sealed [][2][]byte
	err := tx.each(`SELECT id, place, version, text, from_on, shown_on, shown_where, proof_sealed, file_name_sealed, file_type, file_size, by_actor, at FROM house_rules
		WHERE organisation_id = $1 ORDER BY place, version DESC`, []any{string(tx.org)}, func(scan func(...any) error) error {
		var h vpt.HouseRules
		var s [2][]byte
		var at int64
		err := scan(&h.ID, &h.Site, &h.Version, &h.Text, &h.FromOn, &h.ShownOn, &h.Where, &s[0], &s[1], &h.File.MediaType, &h.File.Size, &h.By, &at)
		h.At = time.UnixMicro(at).UTC()
		out, sealed = append(out, h), append(sealed, s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: house rules: %w", err)
	}
	for i := range out {
		id := string(out[i].ID)
		if out[i].Proof, err = tx.open("house_rules", "proof_sealed", id, sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].File.Name, err = tx.open("house_rules", "file_name_sealed", id, sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return vpt.EndEarlier(out), nil
}

// HouseRulesAt reads the version in force at a site on a day: its own, else
// that of the organisation; without proof or file. ErrNotFound when none is.
func (tx *Tx) HouseRulesAt(site vpt.SiteID, on vpt.Date) (vpt.HouseRules, error) {
	var all []vpt.HouseRules
	err := tx.each(`SELECT id, place, version, text, from_on, shown_on, shown_where FROM house_rules
		WHERE organisation_id = $1 AND (place = '' OR place = $2) AND from_on <= $3 ORDER BY place, version`,
		[]any{string(tx.org), string(site), string(on)}, func(scan func(...any) error) error {
			var h vpt.HouseRules
			err := scan(&h.ID, &h.Site, &h.Version, &h.Text, &h.FromOn, &h.ShownOn, &h.Where)
			all = append(all, h)
			return err
		})
	found, ok := vpt.HouseRulesAt(all, site, on)
	if err == nil && !ok {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return found, fmt.Errorf("store: house rules: %w", err)
	}
	return found, nil
}

// HouseRulesByID reads a version, without proof or file.
func (tx *Tx) HouseRulesByID(id vpt.HouseRulesID) (vpt.HouseRules, error) {
	h := vpt.HouseRules{ID: id}
	err := tx.one(`SELECT place, version, text, from_on, shown_on, shown_where FROM house_rules WHERE organisation_id = $1 AND id = $2`,
		[]any{string(tx.org), string(id)}, &h.Site, &h.Version, &h.Text, &h.FromOn, &h.ShownOn, &h.Where)
	if err != nil {
		return h, fmt.Errorf("store: house rules: %w", err)
	}
	return h, nil
}

// HouseRulesFile reads the file of a version.
func (tx *Tx) HouseRulesFile(id vpt.HouseRulesID) ([]byte, error) {
	var sealed []byte
	err := tx.one(`SELECT data_sealed FROM house_rules_file WHERE organisation_id = $1 AND rules_id = $2`, []any{string(tx.org), string(id)}, &sealed)
	if err != nil {
		return nil, fmt.Errorf("store: file of house rules: %w", err)
	}
	data, err := tx.openBytes("house_rules_file", "data_sealed", string(id), sealed)
	if err == nil && data == nil {
		err = vpt.ErrNotFound
	}
	return data, err
}
