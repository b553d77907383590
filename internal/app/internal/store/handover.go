package store

import (
	"fmt"

	"rugdekking/vpt"
)

// Held is what one person has in hand.
type Held struct {
	Cases  []string // numbers
	Duties []vpt.Duty
	Talks  []HeldTalk
}

// HeldTalk is a talk that is planned with somebody.
type HeldTalk struct {
	ID       vpt.CareTalkID
	Casefile vpt.CasefileID
}

// HeldBy reads what a person has in hand: cases that are worked on, duties by
// name, talks that are planned.
func (tx *Tx) HeldBy(person vpt.PersonID) (Held, error) {
	var out Held
	args := []any{string(tx.org), string(person)}
	err := tx.each(`SELECT c.number FROM casefile c WHERE c.organisation_id = $1 AND c.owner_id = $2 AND c.working = 1 ORDER BY c.number`, args,
		func(scan func(...any) error) error {
			var number string
			err := scan(&number)
			out.Cases = append(out.Cases, number)
			return err
		})
	if err != nil {
		return out, fmt.Errorf("store: held cases: %w", err)
	}
	err = tx.each(`SELECT d.id, d.kind, d.casefile_id, c.number, d.ref, COALESCE(d.person_id, ''), d.role, d.due_at, d.created_at, d.done_at, d.told
		FROM duty d JOIN casefile c ON c.organisation_id = d.organisation_id AND c.id = d.casefile_id
		WHERE d.organisation_id = $1 AND d.person_id = $2 AND d.done_at IS NULL AND c.state IN ('open', 'gesloten') ORDER BY d.due_at, d.id`, args,
		func(scan func(...any) error) error {
			d, err := scanDuty(scan)
			out.Duties = append(out.Duties, d)
			return err
		})
	if err != nil {
		return out, fmt.Errorf("store: held duties: %w", err)
	}
	err = tx.each(`SELECT t.id, t.casefile_id FROM care_talk t JOIN casefile c ON c.organisation_id = t.organisation_id AND c.id = t.casefile_id
		WHERE t.organisation_id = $1 AND t.with_id = $2 AND t.state = 'gepland' AND c.state IN ('open', 'gesloten') ORDER BY t.planned_at, t.id`, args,
		func(scan func(...any) error) error {
			var t HeldTalk
			err := scan(&t.ID, &t.Casefile)
			out.Talks = append(out.Talks, t)
			return err
		})
	if err != nil {
		return out, fmt.Errorf("store: held talks: %w", err)
	}
	return out, nil
}

// Holders gives everybody who has something in hand.
func (tx *Tx) Holders() ([]vpt.PersonID, error) {
	var out []vpt.PersonID
	err := tx.each(`SELECT h.id FROM (SELECT c.owner_id AS id FROM casefile c WHERE c.organisation_id = $1 AND c.working = 1 AND c.owner_id IS NOT NULL
		UNION SELECT d.person_id FROM duty d WHERE d.organisation_id = $1 AND d.done_at IS NULL AND d.person_id IS NOT NULL
		UNION SELECT t.with_id FROM care_talk t WHERE t.organisation_id = $1 AND t.state = 'gepland' AND t.with_id IS NOT NULL) h ORDER BY h.id`,
		[]any{string(tx.org)}, func(scan func(...any) error) error {
			var id vpt.PersonID
			err := scan(&id)
			out = append(out, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: holders: %w", err)
	}
	return out, nil
}

// GiveDuty makes a duty another person's.
func (tx *Tx) GiveDuty(id vpt.DutyID, to vpt.PersonID) error {
	_, err := tx.exec(`UPDATE duty SET person_id = $3 WHERE organisation_id = $1 AND id = $2 AND done_at IS NULL`, string(tx.org), string(id), string(to))
	if err != nil {
		return fmt.Errorf("store: give duty: %w", err)
	}
	return nil
}
