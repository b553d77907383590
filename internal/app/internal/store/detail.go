package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertDetail adds something to a report. Nothing is ever overwritten.
func (tx *Tx) InsertDetail(r vpt.Report, d vpt.Detail) error {
	key, err := tx.caseKey(r.Casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO detail (organisation_id, id, report_id, casefile_id, field, value_sealed, by_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		string(tx.org), d.ID, string(r.ID), string(r.Casefile), string(d.Field),
		key.SealText(tx.place("detail", "value_sealed", d.ID), d.Value), string(d.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert detail: %w", err)
	}
	return nil
}

// DetailsOfReport reads what was added to one report, oldest first.
func (tx *Tx) DetailsOfReport(id vpt.ReportID) ([]vpt.Detail, error) {
	return tx.details(`d.report_id = $2`, string(id))
}

// DetailsOfCase reads what was added to the reports of a case, oldest first.
func (tx *Tx) DetailsOfCase(id vpt.CasefileID) ([]vpt.Detail, error) {
	return tx.details(`d.report_id IN (SELECT r.id FROM report r WHERE r.organisation_id = $1 AND r.casefile_id = $2)`, string(id))
}

func (tx *Tx) details(where, arg string) ([]vpt.Detail, error) {
	var out []vpt.Detail
	var sealed [][]byte
	err := tx.each(`SELECT d.id, d.report_id, d.field, d.value_sealed, d.by_id, d.at FROM detail d
		WHERE d.organisation_id = $1 AND `+where+` ORDER BY d.at, d.id`, []any{string(tx.org), arg}, func(scan func(...any) error) error {
		var d vpt.Detail
		var value []byte
		var at int64
		err := scan(&d.ID, &d.Report, &d.Field, &value, &d.By, &at)
		d.At = time.UnixMicro(at).UTC()
		out, sealed = append(out, d), append(sealed, value)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: details: %w", err)
	}
	for i := range out {
		if out[i].Value, err = tx.open("detail", "value_sealed", out[i].ID, sealed[i]); err != nil {
			return nil, err
		}
		name, err := tx.PersonName(out[i].By)
		if err != nil {
			return nil, err
		}
		out[i].ByName = name.Name
	}
	return out, nil
}
