package store

import (
	"fmt"

	"rugdekking/vpt"
)

// Standing is how people with an account stand to a case: what policy looks
// at. Names are left alone.
type Standing struct {
	Reporters []vpt.PersonID
	Affected  []vpt.PersonID
	Witnesses []vpt.PersonID
}

// StandingInCase tells how people stand to a case, whichever report named them.
func (tx *Tx) StandingInCase(id vpt.CasefileID) (Standing, error) {
	var s Standing
	err := tx.each(`SELECT DISTINCT reporter_id FROM report WHERE organisation_id = $1 AND casefile_id = $2 AND reporter_id IS NOT NULL
		ORDER BY reporter_id`, []any{string(tx.org), string(id)}, func(scan func(...any) error) error {
		var person vpt.PersonID
		err := scan(&person)
		s.Reporters = append(s.Reporters, person)
		return err
	})
	if err != nil {
		return s, fmt.Errorf("store: reporters: %w", err)
	}
	return s, tx.standing(&s, `casefile_id = $2`, string(id))
}

// StandingInReport tells how people stand to one report. After merging a case
// has several, and who is named in one is a stranger to the others. Somebody
// whom a handler added belongs to the report of the case she was added to.
func (tx *Tx) StandingInReport(r vpt.Report) (Standing, error) {
	var s Standing
	if r.Reporter != "" {
		s.Reporters = []vpt.PersonID{r.Reporter}
	}
	return s, tx.standing(&s, `casefile_id = $2 AND (report_id = $3 OR report_id IS NULL AND origin_id = $4)`,
		string(r.Casefile), string(r.ID), string(r.Origin))
}

func (tx *Tx) standing(s *Standing, where string, args ...any) error {
	err := tx.each(`SELECT DISTINCT role, person_id FROM involved WHERE organisation_id = $1 AND person_id IS NOT NULL AND `+where+`
		ORDER BY role, person_id`, append([]any{string(tx.org)}, args...), func(scan func(...any) error) error {
		var role vpt.InvolvedRole
		var person vpt.PersonID
		err := scan(&role, &person)
		switch role {
		case vpt.RoleAffected:
			s.Affected = append(s.Affected, person)
		case vpt.RoleWitness:
			s.Witnesses = append(s.Witnesses, person)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("store: standing: %w", err)
	}
	return nil
}
