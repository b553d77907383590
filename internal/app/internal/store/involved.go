package store

import (
	"fmt"

	"rugdekking/vpt"
)

// InsertInvolved adds somebody to a case. A typed name is sealed with a key of
// its own, so that it can be erased by itself.
func (tx *Tx) InsertInvolved(casefile vpt.CasefileID, i vpt.Involved) error {
	var name []byte
	if i.Person == "" && !i.Name.IsZero() {
		key, err := tx.personKey(string(i.ID))
		if err != nil {
			return err
		}
		name = key.SealText(tx.place("involved", "name_sealed", string(i.ID)), i.Name)
	}
	_, err := tx.exec(`INSERT INTO involved (organisation_id, id, casefile_id, origin_id, report_id, role, person_id, name_sealed, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
		string(tx.org), string(i.ID), string(casefile), nullable(i.Report), string(i.Role), nullable(i.Person), name, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert involved: %w", err)
	}
	return nil
}

// Involved reads the people of a case, with the names of accounts.
func (tx *Tx) Involved(casefile vpt.CasefileID) ([]vpt.Involved, error) {
	out, err := tx.Parties(casefile)
	if err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].Person == "" {
			continue
		}
		name, err := tx.PersonName(out[i].Person)
		if err != nil {
			return nil, err
		}
		out[i].Name = name.Name
	}
	return out, nil
}

// Parties reads the people of a case without the names of accounts: enough to
// decide who may do what.
func (tx *Tx) Parties(casefile vpt.CasefileID) ([]vpt.Involved, error) {
	var out []vpt.Involved
	var names [][]byte
	err := tx.each(`SELECT id, COALESCE(report_id, ''), role, COALESCE(person_id, ''), name_sealed FROM involved
		WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var i vpt.Involved
			var name []byte
			err := scan(&i.ID, &i.Report, &i.Role, &i.Person, &name)
			out, names = append(out, i), append(names, name)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: involved: %w", err)
	}
	for i := range out {
		if out[i].Name, err = tx.open("involved", "name_sealed", string(out[i].ID), names[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
