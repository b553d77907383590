package post

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// FreezeLetter makes a letter that was decided on: it is written once, from
// the values that were kept with it, and kept byte for byte with its hash. Done
// twice, the second time finds it frozen.
func (a Room) FreezeLetter(ctx context.Context, who vpt.Actor, id vpt.LetterID) error {
	var l vpt.Letter
	var doc document.Document
	on := policy.Subject{Kind: "brief", ID: string(id)}
	err := a.desk.Read(ctx, who, policy.LetterFreeze, desk.About(on), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		var packed vpt.Private
		if l, packed, err = tx.LetterByID(id); err != nil || l.State != vpt.LetterQueued {
			return err
		}
		v := &casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
		doc, err = letterOf(v, l, packed)
		return err
	})
	if err != nil || l.State != vpt.LetterQueued {
		return err
	}
	model, pdf, err := rendered(doc)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(pdf)
	l.SHA256 = hex.EncodeToString(sum[:])
	err = a.desk.Write(ctx, who, policy.LetterFreeze, desk.About(on), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("frozen")
		return tx.FreezeLetter(l, model, pdf)
	})
	if vpt.KindOf(err) == vpt.KindNotFound { // another worker had it
		return nil
	}
	return err
}

// letterOf fills a letter with the values that were kept with it, as of the
// day on which it was decided on.
func letterOf(v *casework.Viewing, l vpt.Letter, packed vpt.Private) (document.Document, error) {
	values, err := letter.Unpack(packed)
	if err != nil {
		return document.Document{}, err
	}
	t, err := templateAt(v, l.Template, l.Version)
	if err != nil {
		return document.Document{}, err
	}
	on := vpt.DateOf(l.At, v.Known.Zone)
	doc, err := letter.Fill(t, letterhead(v.Known), values, on)
	if err != nil {
		return doc, fmt.Errorf("app: letter: %w", err)
	}
	doc.Footer, doc.Date = v.Known.Org.Settings.Stationery.Footer, letterDay(on, v.Known.Zone)
	return doc, nil
}

func rendered(doc document.Document) (model, pdf []byte, err error) {
	if model, err = json.Marshal(doc); err != nil {
		return nil, nil, fmt.Errorf("app: letter: %w", err)
	}
	var buf bytes.Buffer
	if err := doc.WritePDF(&buf); err != nil {
		return nil, nil, fmt.Errorf("app: letter: %w", err)
	}
	return model, buf.Bytes(), nil
}

// fetchQueuedLetters asks for the making of letters that wait while nobody
// makes them: their job gave up, or was in a queue that a restored backup does
// not have.
func (a Room) fetchQueuedLetters(tx *store.Tx) (int64, error) {
	waiting, err := tx.QueuedLetters(tx.Now().Add(-desk.MailDoubt))
	for _, id := range waiting {
		tx.Enqueue(desk.TaskFreeze, string(id))
	}
	return int64(len(waiting)), err
}

// SweepLetters sees to letters that are stuck: those that nobody makes, and
// mails with their links that nobody sends or that never came to an end.
func SweepLetters(a *desk.Desk, tx *store.Tx) (int64, error) {
	waiting, err := In(a).fetchQueuedLetters(tx)
	if err != nil {
		return 0, err
	}
	doubtful, err := tx.DoubtDeliveries(tx.Now().Add(-desk.MailDoubt))
	if err != nil {
		return 0, err
	}
	stranded, err := tx.StrandedDeliveries(tx.Now().Add(-desk.MailDoubt))
	if stranded > 0 {
		tx.Enqueue(desk.TaskDeliver, "")
	}
	return waiting + doubtful + stranded, err
}

// SweepMeasures ends the duty to look again at measures that are over.
func SweepMeasures(a *desk.Desk, tx *store.Tx) (int64, error) {
	k, err := a.Knowledge(tx)
	if err != nil {
		return 0, err
	}
	return tx.EndPastReviews(k.Today(tx))
}
