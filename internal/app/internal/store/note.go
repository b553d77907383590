package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertNote adds a remark of a handler.
func (tx *Tx) InsertNote(casefile vpt.CasefileID, n vpt.Note) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO note (organisation_id, id, casefile_id, author_id, visible, text_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), string(n.ID), string(casefile), string(n.Author), string(n.Visible),
		key.SealText(tx.place("note", "text_sealed", string(n.ID)), n.Text), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert note: %w", err)
	}
	return nil
}

// Notes reads all remarks on a case, oldest first.
func (tx *Tx) Notes(casefile vpt.CasefileID) ([]vpt.Note, error) {
	return tx.notes(``, casefile)
}

// ShownNotes reads the notes that were shared with the reporter.
func (tx *Tx) ShownNotes(casefile vpt.CasefileID) ([]vpt.Note, error) {
	return tx.notes(`AND visible = $3`, casefile, string(vpt.VisibleReporter))
}

func (tx *Tx) notes(where string, casefile vpt.CasefileID, arg ...any) ([]vpt.Note, error) {
	var out []vpt.Note
	var sealed [][]byte
	err := tx.each(`SELECT id, author_id, visible, text_sealed, at FROM note WHERE organisation_id = $1 AND casefile_id = $2 `+where+` ORDER BY at, id`,
		append([]any{string(tx.org), string(casefile)}, arg...), func(scan func(...any) error) error {
			var n vpt.Note
			var at int64
			var text []byte
			err := scan(&n.ID, &n.Author, &n.Visible, &text, &at)
			n.At = time.UnixMicro(at).UTC()
			out, sealed = append(out, n), append(sealed, text)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: notes: %w", err)
	}
	for i := range out {
		if out[i].Text, err = tx.open("note", "text_sealed", string(out[i].ID), sealed[i]); err != nil {
			return nil, err
		}
		name, err := tx.PersonName(out[i].Author)
		if err != nil {
			return nil, err
		}
		out[i].AuthorName = name.Name
	}
	return out, nil
}
