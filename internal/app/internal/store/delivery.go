package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertDelivery adds how a letter left, or a mail with its link that is to be
// sent. Of the secret of the link the hash is kept, and the secret itself only
// until the mail is out.
func (tx *Tx) InsertDelivery(casefile vpt.CasefileID, d vpt.Delivery, secret vpt.Private, hash []byte) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(d.ID)
	var expires any
	if len(hash) > 0 {
		expires = tx.now.Add(vpt.LetterLinkFor).UnixMicro()
	}
	_, err = tx.exec(`INSERT INTO delivery (organisation_id, id, casefile_id, origin_id, letter_id, way, state, to_sealed, token_hash, secret_sealed, expires_at, sent_on, proof_sealed, due_at, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13)`,
		string(tx.org), id, string(casefile), string(d.Letter), string(d.Way), string(d.State), key.SealText(tx.place("delivery", "to_sealed", id), d.To), hash,
		key.SealText(tx.place("delivery", "secret_sealed", id), secret), expires, string(d.SentOn), key.SealText(tx.place("delivery", "proof_sealed", id), d.Proof),
		tx.now.UnixMicro(), string(d.By))
	if err != nil {
		return fmt.Errorf("store: insert delivery: %w", err)
	}
	return nil
}

// Deliveries reads how a letter left, oldest first.
func (tx *Tx) Deliveries(letter vpt.LetterID) ([]vpt.Delivery, error) {
	return tx.deliveries(`letter_id = $2`, string(letter))
}

// DeliveryByID reads one, with the secret of its link while it is not sent.
func (tx *Tx) DeliveryByID(id vpt.DeliveryID) (vpt.Delivery, vpt.Private, error) {
	found, err := tx.deliveries(`id = $2`, string(id))
	if err == nil && len(found) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return vpt.Delivery{}, vpt.Private{}, err
	}
	var sealed []byte
	if err := tx.one(`SELECT secret_sealed FROM delivery WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)}, &sealed); err != nil {
		return found[0], vpt.Private{}, fmt.Errorf("store: delivery: %w", err)
	}
	secret, err := tx.open("delivery", "secret_sealed", string(id), sealed)
	return found[0], secret, err
}

func (tx *Tx) deliveries(where string, arg ...any) ([]vpt.Delivery, error) {
	var out []vpt.Delivery
	var sealed [][2][]byte
	err := tx.each(`SELECT id, letter_id, way, state, sent_on, sent_at, opened_at, attempts, by_id, at, to_sealed, proof_sealed FROM delivery
		WHERE organisation_id = $1 AND `+where+` ORDER BY at, id`, append([]any{string(tx.org)}, arg...), func(scan func(...any) error) error {
		var d vpt.Delivery
		var sent, opened sql.NullInt64
		var at int64
		var texts [2][]byte
		err := scan(&d.ID, &d.Letter, &d.Way, &d.State, &d.SentOn, &sent, &opened, &d.Attempts, &d.By, &at, &texts[0], &texts[1])
		d.SentAt, d.OpenedAt, d.At = instant(sent), instant(opened), time.UnixMicro(at).UTC()
		out, sealed = append(out, d), append(sealed, texts)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: deliveries: %w", err)
	}
	for i := range out {
		if out[i].To, err = tx.open("delivery", "to_sealed", string(out[i].ID), sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].Proof, err = tx.open("delivery", "proof_sealed", string(out[i].ID), sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// DueDeliveries gives the mails with a link that are to be sent now.
func (tx *Tx) DueDeliveries(limit int) ([]vpt.DeliveryID, error) {
	var out []vpt.DeliveryID
	err := tx.each(`SELECT id FROM delivery WHERE organisation_id = $1 AND state = $2 AND (attempts = 0 OR due_at <= $3) ORDER BY due_at, id LIMIT $4`,
		[]any{string(tx.org), string(vpt.MailQueued), tx.now.UnixMicro(), limit}, func(scan func(...any) error) error {
			var id vpt.DeliveryID
			err := scan(&id)
			out = append(out, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: due deliveries: %w", err)
	}
	return out, nil
}

// MarkDelivery moves a mail with a link from one state to another; ErrNotFound
// when it is not in the first any more. One that is out loses its secret.
func (tx *Tx) MarkDelivery(id vpt.DeliveryID, from, to vpt.MailState, due time.Time, on vpt.Date) error {
	query := `UPDATE delivery SET state = $4, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`
	args := []any{string(tx.org), string(id), string(from), string(to), due.UnixMicro()}
	switch to {
	case vpt.MailBusy:
		query = `UPDATE delivery SET state = $4, attempts = attempts + 1, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`
	case vpt.MailQueued:
		if from != vpt.MailBusy { // asked for by a person: it is tried anew
			query = `UPDATE delivery SET state = $4, due_at = $5, attempts = 0 WHERE organisation_id = $1 AND id = $2 AND state = $3`
		}
	case vpt.MailSent:
		query = `UPDATE delivery SET state = $4, sent_at = $5, sent_on = $6, secret_sealed = NULL WHERE organisation_id = $1 AND id = $2 AND state = $3`
		args = append(args, string(on))
	case vpt.MailSettled:
		query = `UPDATE delivery SET state = $4, due_at = $5, secret_sealed = NULL WHERE organisation_id = $1 AND id = $2 AND state = $3`
	}
	return tx.touch("mark delivery", query, args...)
}

// DoubtDeliveries marks mails with a link that were being sent before an
// instant and never came to an end.
func (tx *Tx) DoubtDeliveries(before time.Time) (int64, error) {
	n, err := tx.exec(`UPDATE delivery SET state = $3 WHERE organisation_id = $1 AND state = $2 AND due_at < $4`,
		string(tx.org), string(vpt.MailBusy), string(vpt.MailUncertain), before.UnixMicro())
	if err != nil {
		return 0, fmt.Errorf("store: doubt deliveries: %w", err)
	}
	return n, nil
}

// StrandedDeliveries counts mails with a link that nobody tried to send since
// an instant, or of which the wait is over, and notes that they are tried now.
func (tx *Tx) StrandedDeliveries(since time.Time) (int64, error) {
	n, err := tx.exec(`UPDATE delivery SET due_at = $4 WHERE organisation_id = $1 AND state = $2 AND due_at < $4 AND (attempts > 0 OR due_at < $3)`,
		string(tx.org), string(vpt.MailQueued), since.UnixMicro(), tx.now.UnixMicro())
	if err != nil {
		return 0, fmt.Errorf("store: stranded deliveries: %w", err)
	}
	return n, nil
}

// DeliveryOpen reads a delivery whose link still works.
func (tx *Tx) DeliveryOpen(id string) (vpt.Delivery, error) {
	found, err := tx.deliveries(`id = $2 AND expires_at > $3`, id, tx.now.UnixMicro())
	if err == nil && len(found) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return vpt.Delivery{}, err
	}
	return found[0], nil
}

// MarkOpened notes when a reader opened a letter for the first time.
func (tx *Tx) MarkOpened(id vpt.DeliveryID) error {
	_, err := tx.exec(`UPDATE delivery SET opened_at = $3 WHERE organisation_id = $1 AND id = $2 AND opened_at IS NULL`, string(tx.org), string(id), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: mark opened: %w", err)
	}
	return nil
}
