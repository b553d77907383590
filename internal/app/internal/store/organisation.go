package store

import (
	"encoding/json"
	"fmt"

	"rugdekking/vpt"
)

const organisationColumns = `organisation_id, code, name, kind, settings`

// TheOrganisation reads the organisation of this transaction.
func (tx *Tx) TheOrganisation() (vpt.Organisation, error) {
	var o vpt.Organisation
	err := tx.each(`SELECT `+organisationColumns+` FROM organisation WHERE organisation_id = $1`, []any{string(tx.org)},
		func(scan func(...any) error) (err error) {
			o, err = scanOrganisation(scan)
			return err
		})
	if err == nil && o.ID == "" {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return o, fmt.Errorf("store: organisation: %w", err)
	}
	return o, nil
}

// SaveSettings replaces the settings.
func (tx *Tx) SaveSettings(name string, s vpt.Settings) error {
	text, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("store: settings: %w", err)
	}
	if _, err := tx.exec(`UPDATE organisation SET name = $2, settings = $3 WHERE organisation_id = $1`, string(tx.org), name, string(text)); err != nil {
		return fmt.Errorf("store: save settings: %w", err)
	}
	return nil
}

// NextNumber takes the next number of a series such as "M-2026". Gaps are
// allowed: a transaction that fails gives its number up.
func (tx *Tx) NextNumber(series string) (string, error) {
	var n int64
	err := tx.one(`INSERT INTO number_series (organisation_id, series, last) VALUES ($1, $2, 1)
		ON CONFLICT (organisation_id, series) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
		[]any{string(tx.org), series}, &n)
	if err != nil {
		return "", fmt.Errorf("store: number: %w", err)
	}
	return fmt.Sprintf("%s-%05d", series, n), nil
}
