package store

import (
	"fmt"

	"rugdekking/vpt"
)

// Assignments reads the assignments that count on day: of one person, or of
// everybody when person is empty. Those of a blocked account do not count: a
// case would go to somebody who cannot open it.
func (tx *Tx) Assignments(person vpt.PersonID, day vpt.Date) ([]vpt.Assignment, error) {
	query := `SELECT a.id, a.person_id, a.role, a.scope, COALESCE(a.unit_id, ''), COALESCE(a.site_id, ''), a.from_on, a.until_on
		FROM assignment a JOIN person p ON p.organisation_id = a.organisation_id AND p.id = a.person_id AND p.state <> '` + string(vpt.PersonBlocked) + `'
		WHERE a.organisation_id = $1 AND a.ended_at IS NULL AND a.from_on <= $2 AND (a.until_on = '' OR a.until_on >= $2)`
	args := []any{string(tx.org), string(day)}
	if person != "" {
		query, args = query+` AND a.person_id = $3`, append(args, string(person))
	}
	return tx.assignments(query+` ORDER BY a.created_at, a.id`, args)
}

// ManagersOf reads who manages exactly one of some units on day. Those of a
// blocked account do not count here either.
func (tx *Tx) ManagersOf(units []vpt.UnitID, day vpt.Date) ([]vpt.Assignment, error) {
	if len(units) == 0 {
		return nil, nil
	}
	query := `SELECT a.id, a.person_id, a.role, a.scope, COALESCE(a.unit_id, ''), COALESCE(a.site_id, ''), a.from_on, a.until_on
		FROM assignment a JOIN person p ON p.organisation_id = a.organisation_id AND p.id = a.person_id AND p.state <> '` + string(vpt.PersonBlocked) + `'
		WHERE a.organisation_id = $1 AND a.role = 'leidinggevende' AND a.ended_at IS NULL AND a.from_on <= $2
		AND (a.until_on = '' OR a.until_on >= $2) AND a.unit_id IN (`
	args := []any{string(tx.org), string(day)}
	for i, u := range units {
		if i > 0 {
			query += ", "
		}
		query += fmt.Sprintf("$%d", i+3)
		args = append(args, string(u))
	}
	return tx.assignments(query+`) ORDER BY a.created_at, a.id`, args)
}

// AssignmentsEver reads all assignments of a person that were not ended, also
// those of the past and to come.
func (tx *Tx) AssignmentsEver(person vpt.PersonID) ([]vpt.Assignment, error) {
	return tx.assignments(`SELECT id, person_id, role, scope, COALESCE(unit_id, ''), COALESCE(site_id, ''), from_on, until_on
		FROM assignment WHERE organisation_id = $1 AND person_id = $2 AND ended_at IS NULL ORDER BY from_on, id`,
		[]any{string(tx.org), string(person)})
}

func (tx *Tx) assignments(query string, args []any) ([]vpt.Assignment, error) {
	var out []vpt.Assignment
	err := tx.each(query, args, func(scan func(...any) error) error {
		var a vpt.Assignment
		err := scan(&a.ID, &a.Person, &a.Role, &a.Scope, &a.Unit, &a.Site, &a.From, &a.Until)
		out = append(out, a)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: assignments: %w", err)
	}
	return out, nil
}

// InsertAssignment gives a role.
func (tx *Tx) InsertAssignment(a vpt.Assignment, by string) error {
	_, err := tx.exec(`INSERT INTO assignment (organisation_id, id, person_id, role, scope, unit_id, site_id, from_on, until_on, by_actor, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		string(tx.org), string(a.ID), string(a.Person), string(a.Role), string(a.Scope), nullable(a.Unit), nullable(a.Site),
		string(a.From), string(a.Until), by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert assignment: %w", err)
	}
	return nil
}

// EndAssignment ends a role at once.
func (tx *Tx) EndAssignment(id vpt.AssignmentID) error {
	n, err := tx.exec(`UPDATE assignment SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL`,
		string(tx.org), string(id), tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: end assignment: %w", err)
	}
	return nil
}

// Deputyships reads the deputyships that count on day in which person is the
// deputy, or, with asPerson, the one deputised for.
func (tx *Tx) Deputyships(person vpt.PersonID, asPerson bool, day vpt.Date) ([]vpt.Deputyship, error) {
	column := `deputy_id`
	if asPerson {
		column = `person_id`
	}
	var out []vpt.Deputyship
	err := tx.each(`SELECT id, person_id, deputy_id, from_on, until_on FROM deputy
		WHERE organisation_id = $1 AND `+column+` = $2 AND ended_at IS NULL AND until_on >= $3 ORDER BY from_on, id`,
		[]any{string(tx.org), string(person), string(day)}, func(scan func(...any) error) error {
			var d vpt.Deputyship
			err := scan(&d.ID, &d.Person, &d.Deputy, &d.From, &d.Until)
			out = append(out, d)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: deputies: %w", err)
	}
	return out, nil
}

// InsertDeputyship names a deputy.
func (tx *Tx) InsertDeputyship(d vpt.Deputyship) error {
	_, err := tx.exec(`INSERT INTO deputy (organisation_id, id, person_id, deputy_id, from_on, until_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), string(d.ID), string(d.Person), string(d.Deputy), string(d.From), string(d.Until), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert deputy: %w", err)
	}
	return nil
}

// EndDeputyship ends a deputyship of person at once.
func (tx *Tx) EndDeputyship(person vpt.PersonID, id vpt.DeputyID) error {
	n, err := tx.exec(`UPDATE deputy SET ended_at = $4 WHERE organisation_id = $1 AND person_id = $2 AND id = $3 AND ended_at IS NULL`,
		string(tx.org), string(person), string(id), tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: end deputy: %w", err)
	}
	return nil
}
