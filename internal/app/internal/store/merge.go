package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"rugdekking/vpt"
)

// movable are the tables whose rows go along when a case is merged into
// another. Each keeps in origin_id where it was made.
func movable() []string {
	return []string{
		"report", "detail", "involved", "instigator", "measure", "police_record", "care_talk", "note", "feedback", "evidence", "event",
		"hearing", "remedy", "occurrence", "letter", "delivery", "duty",
		"police_step", "halt_check", "damage_item", "analysis", "improvement", "accident",
		"escalation", "clock_pause",
	}
}

// MoveRecords moves everything of one case to another.
func (tx *Tx) MoveRecords(from, to vpt.CasefileID) error {
	for _, table := range movable() {
		_, err := tx.exec(`UPDATE `+table+` SET origin_id = COALESCE(origin_id, casefile_id), casefile_id = $3
			WHERE organisation_id = $1 AND casefile_id = $2`, string(tx.org), string(from), string(to))
		if err != nil {
			return fmt.Errorf("store: move %s: %w", table, err)
		}
	}
	return nil
}

// ReturnRecords moves back what came from a case, or had been merged into it.
func (tx *Tx) ReturnRecords(at, back vpt.CasefileID) error {
	origins, err := tx.mergedInto(back)
	if err != nil {
		return err
	}
	for _, table := range movable() {
		for _, origin := range append(origins, back) {
			_, err := tx.exec(`UPDATE `+table+` SET casefile_id = $3 WHERE organisation_id = $1 AND casefile_id = $2 AND origin_id = $4`,
				string(tx.org), string(at), string(back), string(origin))
			if err != nil {
				return fmt.Errorf("store: return %s: %w", table, err)
			}
		}
	}
	return nil
}

// mergedInto gives the cases that were merged into a case, also by way of
// others.
func (tx *Tx) mergedInto(id vpt.CasefileID) ([]vpt.CasefileID, error) {
	all := []vpt.CasefileID{id}
	for i := 0; i < len(all); i++ {
		err := tx.each(`SELECT id FROM casefile WHERE organisation_id = $1 AND merged_into = $2 ORDER BY id`,
			[]any{string(tx.org), string(all[i])}, func(scan func(...any) error) error {
				var one vpt.CasefileID
				err := scan(&one)
				if !slices.Contains(all, one) {
					all = append(all, one)
				}
				return err
			})
		if err != nil {
			return nil, fmt.Errorf("store: merged cases: %w", err)
		}
	}
	return all[1:], nil
}

// MergedNumbers gives the numbers of the cases that were merged into a case.
func (tx *Tx) MergedNumbers(id vpt.CasefileID) ([]string, error) {
	var out []string
	err := tx.each(`SELECT number FROM casefile WHERE organisation_id = $1 AND merged_into = $2 ORDER BY number`,
		[]any{string(tx.org), string(id)}, func(scan func(...any) error) error {
			var number string
			err := scan(&number)
			out = append(out, number)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: merged cases: %w", err)
	}
	return out, nil
}

// Merge is one merging of cases.
type Merge struct {
	ID      string
	Into    vpt.CasefileID
	From    vpt.CasefileID
	Earlier vpt.Before
}

// InsertMerge notes a merging, with what is needed to undo it.
func (tx *Tx) InsertMerge(m Merge, by string) error {
	text, err := json.Marshal(m.Earlier)
	if err != nil {
		return fmt.Errorf("store: insert merge: %w", err)
	}
	_, err = tx.exec(`INSERT INTO case_merge (organisation_id, id, into_id, from_id, earlier, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), m.ID, string(m.Into), string(m.From), string(text), by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert merge: %w", err)
	}
	return nil
}

// UndoableMerge gives the merging that was the last thing that happened to a
// case; ErrNotFound when something was recorded after it or there was none. That
// a term went by is nothing that somebody recorded.
func (tx *Tx) UndoableMerge(id vpt.CasefileID) (Merge, error) {
	m := Merge{Into: id}
	var text string
	err := tx.one(`SELECT m.id, m.from_id, m.earlier FROM case_merge m WHERE m.organisation_id = $1 AND m.into_id = $2 AND m.undone_at IS NULL
		AND m.id = (SELECT e.ref FROM event e WHERE e.organisation_id = $1 AND e.casefile_id = $2
		AND e.kind NOT IN ('coordinator-gevraagd', 'directie-gevraagd') ORDER BY e.at DESC, e.id DESC LIMIT 1)`,
		[]any{string(tx.org), string(id)}, &m.ID, &m.From, &text)
	if err != nil {
		return m, fmt.Errorf("store: undoable merge: %w", err)
	}
	if err := json.Unmarshal([]byte(text), &m.Earlier); err != nil {
		return m, fmt.Errorf("store: undoable merge: %w", err)
	}
	return m, nil
}

// MarkUndone notes that a merging was undone.
func (tx *Tx) MarkUndone(m Merge) error {
	n, err := tx.exec(`UPDATE case_merge SET undone_at = $3 WHERE organisation_id = $1 AND id = $2 AND undone_at IS NULL`,
		string(tx.org), m.ID, tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: undo merge: %w", err)
	}
	return nil
}
