package post

import (
	"bytes"
	"context"
	"fmt"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// LetterByID gives a letter of a case as it was made, and how it left.
func (a Room) LetterByID(ctx context.Context, who vpt.Actor, number string, id vpt.LetterID) (vpt.LetterView, error) {
	var out vpt.LetterView
	var c vpt.Casefile
	err := a.desk.Read(ctx, who, policy.LetterRead, a.desk.OfCase(number, &c), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		doc, l, err := a.made(tx, k, c, id)
		if err != nil {
			return err
		}
		out = vpt.LetterView{
			Number: c.Number, Letter: l, Title: doc.Title, Zone: k.Zone, Today: k.Today(tx),
			MayDeliver: l.State == vpt.LetterFrozen && (c.State == vpt.CaseOpen || c.State == vpt.CaseClosed),
		}
		out.HTML, err = htmlOf(doc)
		return err
	})
	return out, err
}

// made gives the document of a letter that is no draft any more: the frozen
// one, or as it will be.
func (a Room) made(tx *store.Tx, k *desk.Known, c vpt.Casefile, id vpt.LetterID) (document.Document, vpt.Letter, error) {
	l, packed, err := tx.LetterByID(id)
	if err != nil {
		return document.Document{}, l, err
	}
	if c.ID != "" && l.Casefile != c.ID || l.State != vpt.LetterQueued && l.State != vpt.LetterFrozen {
		return document.Document{}, l, vpt.ErrNotFound
	}
	v := &casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
	by, err := v.Name(l.By)
	if err != nil {
		return document.Document{}, l, err
	}
	l.ByName = by.Name
	if l.State == vpt.LetterQueued {
		doc, err := letterOf(v, l, packed)
		return doc, l, err
	}
	model, _, err := tx.FrozenLetter(id)
	if err != nil {
		return document.Document{}, l, err
	}
	doc, err := document.UnmarshalDocument(model)
	return doc, l, err
}

// LetterFile gives a letter to print or keep: the frozen PDF byte for byte, or
// the same text in another format.
func (a Room) LetterFile(ctx context.Context, who vpt.Actor, number string, id vpt.LetterID, format vpt.LetterFormat) (vpt.LetterFile, error) {
	var out vpt.LetterFile
	var c vpt.Casefile
	err := a.desk.Read(ctx, who, policy.LetterRead, a.desk.OfCase(number, &c), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out, err = a.letterFile(tx, k, c, id, format)
		return err
	})
	return out, err
}

func (a Room) letterFile(tx *store.Tx, k *desk.Known, c vpt.Casefile, id vpt.LetterID, format vpt.LetterFormat) (vpt.LetterFile, error) {
	doc, l, err := a.made(tx, k, c, id)
	if err != nil {
		return vpt.LetterFile{}, err
	}
	out := vpt.LetterFile{Name: l.Number + "." + string(format), MediaType: format.MediaType()}
	var buf bytes.Buffer
	switch format {
	case vpt.FormatPDF:
		if l.State == vpt.LetterFrozen {
			_, out.Data, err = tx.FrozenLetter(id)
			return out, err
		}
		err = doc.WritePDF(&buf)
	case vpt.FormatODT:
		err = doc.WriteODT(&buf)
	case vpt.FormatDOCX:
		err = doc.WriteDOCX(&buf)
	default:
		return out, vpt.ErrNotFound
	}
	if err != nil {
		return out, fmt.Errorf("app: letter: %w", err)
	}
	out.Data = buf.Bytes()
	return out, nil
}
