package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// SaveDraft keeps what a person typed in a form, in place of what was kept
// before. It is sealed with that person's own key.
func (tx *Tx) SaveDraft(person vpt.PersonID, d vpt.Draft) error {
	key, err := tx.personKey(string(person))
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO draft (organisation_id, person_id, form, data_sealed, saved_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (organisation_id, person_id, form) DO UPDATE SET data_sealed = excluded.data_sealed, saved_at = excluded.saved_at`,
		string(tx.org), string(person), string(d.Form),
		key.SealText(tx.place("draft", "data_sealed", draftRow(person, d.Form)), d.Data), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: save draft: %w", err)
	}
	return nil
}

// draftRow names the row of a draft for sealing.
func draftRow(person vpt.PersonID, form vpt.DraftForm) string {
	return string(person) + "/" + string(form)
}

// Draft reads a draft that was saved after an instant; the zero draft when
// there is none.
func (tx *Tx) Draft(person vpt.PersonID, form vpt.DraftForm, after time.Time) (vpt.Draft, error) {
	d := vpt.Draft{Form: form}
	var sealed []byte
	var at int64
	err := tx.one(`SELECT data_sealed, saved_at FROM draft WHERE organisation_id = $1 AND person_id = $2 AND form = $3 AND saved_at >= $4`,
		[]any{string(tx.org), string(person), string(form), after.UnixMicro()}, &sealed, &at)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return d, nil
	}
	if err != nil {
		return d, fmt.Errorf("store: draft: %w", err)
	}
	d.SavedAt = time.UnixMicro(at).UTC()
	d.Data, err = tx.open("draft", "data_sealed", draftRow(person, form), sealed)
	return d, err
}

// DropDraft removes a draft; one that is not there is no error.
func (tx *Tx) DropDraft(person vpt.PersonID, form vpt.DraftForm) error {
	_, err := tx.exec(`DELETE FROM draft WHERE organisation_id = $1 AND person_id = $2 AND form = $3`,
		string(tx.org), string(person), string(form))
	if err != nil {
		return fmt.Errorf("store: drop draft: %w", err)
	}
	return nil
}
