package store

import (
	"fmt"

	"rugdekking/vpt"
)

const personColumns = `id, COALESCE(unit_id, ''), name_sealed, email_sealed, staff_no_sealed, function_sealed, lang, look, state,
	CASE WHEN totp_sealed IS NULL THEN 0 ELSE 1 END`

func (tx *Tx) scanPerson(scan func(...any) error) (vpt.Person, [4][]byte, error) {
	var p vpt.Person
	var sealed [4][]byte
	var totp int
	err := scan(&p.ID, &p.Unit, &sealed[0], &sealed[1], &sealed[2], &sealed[3], &p.Lang, &p.Look, &p.State, &totp)
	p.TOTP = totp == 1
	return p, sealed, err
}

// openPerson opens the sealed columns; it runs after the rows are read,
// because opening may need a query of its own.
func (tx *Tx) openPerson(p *vpt.Person, sealed [4][]byte) (err error) {
	id := string(p.ID)
	for i, column := range []struct {
		name string
		into *vpt.Private
	}{{"name_sealed", &p.Name}, {"email_sealed", &p.Email}, {"staff_no_sealed", &p.StaffNo}, {"function_sealed", &p.Function}} {
		if *column.into, err = tx.open("person", column.name, id, sealed[i]); err != nil {
			return err
		}
	}
	return nil
}

// PersonByID reads an account.
func (tx *Tx) PersonByID(id vpt.PersonID) (vpt.Person, error) {
	return tx.onePerson(`id = $2`, string(id))
}

// PersonByEmail reads an account by the blind index of its e-mail address.
func (tx *Tx) PersonByEmail(email vpt.Private) (vpt.Person, error) {
	return tx.onePerson(`email_index = $2`, tx.db.EmailIndex(email))
}

// PersonByStaffNo reads an account by the blind index of its staff number.
func (tx *Tx) PersonByStaffNo(number vpt.Private) (vpt.Person, error) {
	return tx.onePerson(`staff_no_index = $2`, tx.staffIndex(number))
}

func (tx *Tx) onePerson(where string, arg any) (vpt.Person, error) {
	people, err := tx.people(where, arg)
	if err == nil && len(people) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return vpt.Person{}, fmt.Errorf("store: person: %w", err)
	}
	return people[0], nil
}

// People reads all accounts of the organisation, in no order: names are
// sealed, so sorting is for whoever opened them.
func (tx *Tx) People() ([]vpt.Person, error) { return tx.people(`1 = 1`) }

// PeopleOfUnit reads the accounts of one unit.
func (tx *Tx) PeopleOfUnit(unit vpt.UnitID) ([]vpt.Person, error) {
	return tx.people(`unit_id = $2`, string(unit))
}

func (tx *Tx) people(where string, args ...any) ([]vpt.Person, error) {
	var people []vpt.Person
	var sealed [][4][]byte
	err := tx.each(`SELECT `+personColumns+` FROM person WHERE organisation_id = $1 AND `+where,
		append([]any{string(tx.org)}, args...), func(scan func(...any) error) error {
			p, s, err := tx.scanPerson(scan)
			people, sealed = append(people, p), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: people: %w", err)
	}
	for i := range people {
		if err := tx.openPerson(&people[i], sealed[i]); err != nil {
			return nil, err
		}
	}
	return people, nil
}

// PersonName reads a person as others see her. Somebody who is no longer there
// has no name, which is no error.
func (tx *Tx) PersonName(id vpt.PersonID) (vpt.PersonName, error) {
	if id == "" {
		return vpt.PersonName{}, nil
	}
	name := vpt.PersonName{ID: id}
	var sealed [2][]byte
	err := tx.one(`SELECT name_sealed, function_sealed FROM person WHERE organisation_id = $1 AND id = $2`,
		[]any{string(tx.org), string(id)}, &sealed[0], &sealed[1])
	if vpt.KindOf(err) == vpt.KindNotFound {
		return name, nil
	}
	if err != nil {
		return name, fmt.Errorf("store: name: %w", err)
	}
	if name.Name, err = tx.open("person", "name_sealed", string(id), sealed[0]); err != nil {
		return name, err
	}
	name.Function, err = tx.open("person", "function_sealed", string(id), sealed[1])
	return name, err
}

// EmailIndex is the blind index of an e-mail address: unique in the installation.
func (db *DB) EmailIndex(email vpt.Private) []byte {
	return db.master.BlindText("email", "", email)
}

func (tx *Tx) staffIndex(number vpt.Private) []byte {
	if number.IsZero() {
		return nil
	}
	return tx.db.master.BlindText("staff", string(tx.org), number)
}

// SavePerson makes or changes an account. State and secrets have their own methods.
func (tx *Tx) SavePerson(p vpt.Person) error {
	key, err := tx.personKey(string(p.ID))
	if err != nil {
		return err
	}
	id := string(p.ID)
	seal := func(column string, text vpt.Private) []byte {
		return key.SealText(tx.place("person", column, id), text)
	}
	_, err = tx.exec(`INSERT INTO person (organisation_id, id, unit_id, name_sealed, email_sealed, email_index, staff_no_sealed,
		staff_no_index, function_sealed, lang, look, state, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
		ON CONFLICT (organisation_id, id) DO UPDATE SET unit_id = excluded.unit_id, name_sealed = excluded.name_sealed,
		email_sealed = excluded.email_sealed, email_index = excluded.email_index, staff_no_sealed = excluded.staff_no_sealed,
		staff_no_index = excluded.staff_no_index, function_sealed = excluded.function_sealed, lang = excluded.lang,
		look = excluded.look, state = excluded.state`,
		string(tx.org), id, nullable(p.Unit), seal("name_sealed", p.Name), seal("email_sealed", p.Email), tx.db.EmailIndex(p.Email),
		seal("staff_no_sealed", p.StaffNo), tx.staffIndex(p.StaffNo), seal("function_sealed", p.Function),
		p.Lang, string(p.Look), string(p.State), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: save person: %w", err)
	}
	return nil
}

// UnitOf gives the unit of an account, empty for nobody.
func (tx *Tx) UnitOf(id vpt.PersonID) (vpt.UnitID, error) {
	var unit vpt.UnitID
	if id == "" {
		return "", nil
	}
	err := tx.one(`SELECT COALESCE(unit_id, '') FROM person WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)}, &unit)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("store: unit of person: %w", err)
	}
	return unit, nil
}
