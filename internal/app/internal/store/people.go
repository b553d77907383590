package store

import (
	"fmt"

	"rugdekking/vpt"
)

// PeopleIn reads the accounts of a unit and in a state, in no order; an empty
// unit or state is any.
func (tx *Tx) PeopleIn(unit vpt.UnitID, state vpt.PersonState) ([]vpt.Person, error) {
	switch {
	case unit != "" && state != "":
		return tx.people(`unit_id = $2 AND state = $3`, string(unit), string(state))
	case unit != "":
		return tx.people(`unit_id = $2`, string(unit))
	case state != "":
		return tx.people(`state = $2`, string(state))
	}
	return tx.People()
}

// CountPeople counts the accounts by unit and state. Accounts without a unit
// stand under the empty one.
func (tx *Tx) CountPeople() (map[vpt.UnitID]map[vpt.PersonState]int, error) {
	out := map[vpt.UnitID]map[vpt.PersonState]int{}
	err := tx.each(`SELECT COALESCE(unit_id, ''), state, COUNT(id) FROM person WHERE organisation_id = $1
		GROUP BY COALESCE(unit_id, ''), state ORDER BY 1, 2`, []any{string(tx.org)}, func(scan func(...any) error) error {
		var unit vpt.UnitID
		var state vpt.PersonState
		var n int
		err := scan(&unit, &state, &n)
		if out[unit] == nil {
			out[unit] = map[vpt.PersonState]int{}
		}
		out[unit][state] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: count people: %w", err)
	}
	return out, nil
}

// BlockPerson closes an account: its sessions end and its links no longer work.
func (tx *Tx) BlockPerson(id vpt.PersonID) error {
	for _, query := range []string{
		`UPDATE person SET state = '` + string(vpt.PersonBlocked) + `' WHERE organisation_id = $1 AND id = $2`,
		`DELETE FROM session WHERE organisation_id = $1 AND person_id = $2`,
		`DELETE FROM access_link WHERE organisation_id = $1 AND person_id = $2`,
	} {
		if _, err := tx.exec(query, string(tx.org), string(id)); err != nil {
			return fmt.Errorf("store: block person: %w", err)
		}
	}
	return nil
}

// UnblockPerson opens an account again: as it was used, or as it was invited
// when it never had a password.
func (tx *Tx) UnblockPerson(id vpt.PersonID) error {
	_, err := tx.exec(`UPDATE person SET state = CASE WHEN password_sealed IS NULL THEN '`+string(vpt.PersonInvited)+`' ELSE '`+
		string(vpt.PersonActive)+`' END WHERE organisation_id = $1 AND id = $2 AND state = '`+string(vpt.PersonBlocked)+`'`,
		string(tx.org), string(id))
	if err != nil {
		return fmt.Errorf("store: unblock person: %w", err)
	}
	return nil
}
