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

// NextOfEach takes the next number of each series, such as "M-2026". Gaps are
// allowed: a transaction that fails gives its numbers up.
func (tx *Tx) NextOfEach(series ...string) (map[string]string, error) {
	query, args := `INSERT INTO number_series (organisation_id, series, last) VALUES `, []any{string(tx.org)}
	for i, one := range series {
		if i > 0 {
			query += ", "
		}
		query += fmt.Sprintf("($1, $%d, 1)", i+2)
		args = append(args, one)
	}
	numbers := map[string]string{}
	err := tx.each(query+` ON CONFLICT (organisation_id, series) DO UPDATE SET last = number_series.last + 1 RETURNING series, last`,
		args, func(scan func(...any) error) error {
			var one string
			var last int64
			err := scan(&one, &last)
			numbers[one] = fmt.Sprintf("%s-%05d", one, last)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: numbers: %w", err)
	}
	return numbers, nil
}
