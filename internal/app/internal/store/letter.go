package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertLetter adds a letter: a draft, or one that is queued with its number.
// Values are what its blanks are filled with.
func (tx *Tx) InsertLetter(l vpt.Letter, values vpt.Private) error {
	key, err := tx.caseKey(l.Casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO letter (organisation_id, id, casefile_id, origin_id, template, template_version, about, number, state, values_sealed, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		string(tx.org), string(l.ID), string(l.Casefile), l.Template, l.Version, l.About, textOrNull(l.Number), string(l.State),
		key.SealText(tx.place("letter", "values_sealed", string(l.ID)), values), string(l.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert letter: %w", err)
	}
	return nil
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// UpdateDraft writes a letter that is still a draft: its values, and with it
// the number and state when it is made for good. ErrNotFound when it is no
// draft any more.
func (tx *Tx) UpdateDraft(l vpt.Letter, values vpt.Private) error {
	key, err := tx.caseKey(l.Casefile)
	if err != nil {
		return err
	}
	return tx.touch("update letter", `UPDATE letter SET template_version = $4, number = $5, state = $6, values_sealed = $7 WHERE organisation_id = $1 AND id = $2 AND state = $3`,
		string(tx.org), string(l.ID), string(vpt.LetterDraft), l.Version, textOrNull(l.Number), string(l.State),
		key.SealText(tx.place("letter", "values_sealed", string(l.ID)), values))
}

// FreezeLetter keeps a letter as it was made; ErrNotFound when it was frozen
// before.
func (tx *Tx) FreezeLetter(l vpt.Letter, model, pdf []byte) error {
	key, err := tx.caseKey(l.Casefile)
	if err != nil {
		return err
	}
	id := string(l.ID)
	return tx.touch("freeze letter", `UPDATE letter SET state = $4, model_sealed = $5, pdf_sealed = $6, sha256 = $7, frozen_at = $8 WHERE organisation_id = $1 AND id = $2 AND state = $3`,
		string(tx.org), id, string(vpt.LetterQueued), string(vpt.LetterFrozen), key.Seal(tx.place("letter", "model_sealed", id), model),
		key.Seal(tx.place("letter", "pdf_sealed", id), pdf), l.SHA256, tx.now.UnixMicro())
}

const letterColumns = `id, casefile_id, template, template_version, about, COALESCE(number, ''), state, sha256, frozen_at, by_id, at`

func scanLetter(scan func(...any) error, more ...any) (vpt.Letter, error) {
	var l vpt.Letter
	var frozen sql.NullInt64
	var at int64
	err := scan(append([]any{&l.ID, &l.Casefile, &l.Template, &l.Version, &l.About, &l.Number, &l.State, &l.SHA256, &frozen, &l.By, &at}, more...)...)
	l.FrozenAt, l.At = instant(frozen), time.UnixMicro(at).UTC()
	return l, err
}

// Letters reads the letters of a case, oldest first, with how each left.
func (tx *Tx) Letters(casefile vpt.CasefileID) ([]vpt.Letter, error) {
	var out []vpt.Letter
	err := tx.each(`SELECT `+letterColumns+` FROM letter WHERE organisation_id = $1 AND casefile_id = $2 AND state <> $3 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile), string(vpt.LetterDropped)}, func(scan func(...any) error) error {
			l, err := scanLetter(scan)
			out = append(out, l)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: letters: %w", err)
	}
	for i := range out {
		if out[i].Deliveries, err = tx.Deliveries(out[i].ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// LetterByID reads a letter and what its blanks are filled with.
func (tx *Tx) LetterByID(id vpt.LetterID) (vpt.Letter, vpt.Private, error) {
	var l vpt.Letter
	var sealed []byte
	err := tx.each(`SELECT `+letterColumns+`, values_sealed FROM letter WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)},
		func(scan func(...any) error) error {
			var err error
			l, err = scanLetter(scan, &sealed)
			return err
		})
	if err != nil {
		return l, vpt.Private{}, fmt.Errorf("store: letter: %w", err)
	}
	if l.ID == "" {
		return l, vpt.Private{}, vpt.ErrNotFound
	}
	values, err := tx.open("letter", "values_sealed", string(id), sealed)
	if err != nil {
		return l, values, err
	}
	l.Deliveries, err = tx.Deliveries(id)
	return l, values, err
}

// FrozenLetter reads what was frozen: the model and the PDF.
func (tx *Tx) FrozenLetter(id vpt.LetterID) (model, pdf []byte, err error) {
	var sealedModel, sealedPDF []byte
	err = tx.one(`SELECT model_sealed, pdf_sealed FROM letter WHERE organisation_id = $1 AND id = $2 AND state = $3`,
		[]any{string(tx.org), string(id), string(vpt.LetterFrozen)}, &sealedModel, &sealedPDF)
	if err != nil {
		return nil, nil, fmt.Errorf("store: frozen letter: %w", err)
	}
	if model, err = tx.openBytes("letter", "model_sealed", string(id), sealedModel); err != nil {
		return nil, nil, err
	}
	pdf, err = tx.openBytes("letter", "pdf_sealed", string(id), sealedPDF)
	return model, pdf, err
}

// QueuedLetters gives the letters that wait to be made since an instant.
func (tx *Tx) QueuedLetters(since time.Time) ([]vpt.LetterID, error) {
	var out []vpt.LetterID
	err := tx.each(`SELECT id FROM letter WHERE organisation_id = $1 AND state = $2 AND at < $3 ORDER BY at, id`,
		[]any{string(tx.org), string(vpt.LetterQueued), since.UnixMicro()}, func(scan func(...any) error) error {
			var id vpt.LetterID
			err := scan(&id)
			out = append(out, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: queued letters: %w", err)
	}
	return out, nil
}

// DropLetter gives up a draft; ErrNotFound when it is none.
func (tx *Tx) DropLetter(id vpt.LetterID) error {
	return tx.touch("drop letter", `UPDATE letter SET state = $4 WHERE organisation_id = $1 AND id = $2 AND state = $3`,
		string(tx.org), string(id), string(vpt.LetterDraft), string(vpt.LetterDropped))
}

// LetterTemplate reads the newest version of an organisation's own text of a
// letter; ErrNotFound when it uses the shipped one.
func (tx *Tx) LetterTemplate(code string) (data string, version int, err error) {
	err = tx.one(`SELECT data, version FROM letter_template WHERE organisation_id = $1 AND code = $2 ORDER BY version DESC LIMIT 1`, []any{string(tx.org), code}, &data, &version)
	if err != nil {
		return "", 0, fmt.Errorf("store: letter template: %w", err)
	}
	return data, version, nil
}

// LetterTemplateAt reads one version of it.
func (tx *Tx) LetterTemplateAt(code string, version int) (data string, err error) {
	err = tx.one(`SELECT data FROM letter_template WHERE organisation_id = $1 AND code = $2 AND version = $3`, []any{string(tx.org), code, version}, &data)
	if err != nil {
		return "", fmt.Errorf("store: letter template: %w", err)
	}
	return data, nil
}

// InsertLetterTemplate adds a version of an organisation's own text.
func (tx *Tx) InsertLetterTemplate(code string, version int, data, by string) error {
	_, err := tx.exec(`INSERT INTO letter_template (organisation_id, code, version, data, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6)`,
		string(tx.org), code, version, data, by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert letter template: %w", err)
	}
	return nil
}
