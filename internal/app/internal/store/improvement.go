package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertImprovement adds something that is going to be done better.
func (tx *Tx) InsertImprovement(casefile vpt.CasefileID, i vpt.Improvement, by vpt.PersonID) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(i.ID)
	_, err = tx.exec(`INSERT INTO improvement (organisation_id, id, casefile_id, origin_id, what_sealed, owner_id, due_on, plan_sealed, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
		string(tx.org), id, string(casefile), key.SealText(tx.place("improvement", "what_sealed", id), i.What), string(i.Owner), string(i.DueOn),
		key.SealText(tx.place("improvement", "plan_sealed", id), i.Plan), string(by), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert improvement: %w", err)
	}
	return nil
}

// FinishImprovement writes that it was done, unless it was already.
func (tx *Tx) FinishImprovement(casefile vpt.CasefileID, i vpt.Improvement) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(i.ID)
	n, err := tx.exec(`UPDATE improvement SET done_on = $3, result_sealed = $4, version = version + 1 WHERE organisation_id = $1 AND id = $2 AND done_on = ''`,
		string(tx.org), id, string(i.DoneOn), key.SealText(tx.place("improvement", "result_sealed", id), i.Result))
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: finish improvement: %w", err)
	}
	return nil
}

// Placed is an improvement with the case that it hangs on.
type Placed struct {
	vpt.Improvement
	Casefile vpt.CasefileID
}

// ImprovementByID reads one.
func (tx *Tx) ImprovementByID(id vpt.ImprovementID) (Placed, error) {
	found, err := tx.improvements(` AND id = $2`, string(id))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("store: improvement: %w", vpt.ErrNotFound)
	}
	if err != nil {
		return Placed{}, err
	}
	return found[0], nil
}

// ImprovementsOfCase reads those of a case, in the order of recording.
func (tx *Tx) ImprovementsOfCase(casefile vpt.CasefileID) ([]vpt.Improvement, error) {
	found, err := tx.improvements(` AND casefile_id = $2`, string(casefile))
	out := make([]vpt.Improvement, len(found))
	for i, p := range found {
		out[i] = p.Improvement
	}
	return out, err
}

// Improvements reads those of the whole organisation.
func (tx *Tx) Improvements() ([]Placed, error) { return tx.improvements(``) }

func (tx *Tx) improvements(where string, args ...any) ([]Placed, error) {
	var out []Placed
	var sealed [][3][]byte
	err := tx.each(`SELECT id, casefile_id, what_sealed, owner_id, due_on, plan_sealed, done_on, result_sealed, at, version FROM improvement
		WHERE organisation_id = $1`+where+` ORDER BY due_on, id`, append([]any{string(tx.org)}, args...), func(scan func(...any) error) error {
		var p Placed
		var s [3][]byte
		var at int64
		err := scan(&p.ID, &p.Casefile, &s[0], &p.Owner, &p.DueOn, &s[1], &p.DoneOn, &s[2], &at, &p.Version)
		p.At = time.UnixMicro(at).UTC()
		out, sealed = append(out, p), append(sealed, s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: improvements: %w", err)
	}
	for i := range out {
		id := string(out[i].ID)
		for n, text := range [3]struct {
			column string
			into   *vpt.Private
		}{{"what_sealed", &out[i].What}, {"plan_sealed", &out[i].Plan}, {"result_sealed", &out[i].Result}} {
			if *text.into, err = tx.open("improvement", text.column, id, sealed[i][n]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
