package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertMail puts a notification in the outbox. Secret is the single-use part
// of the link of an invitation or reset, sealed until it is sent.
func (tx *Tx) InsertMail(m vpt.Mail, secret vpt.Private) error {
	var sealed []byte
	if !secret.IsZero() {
		key, err := tx.personKey(string(m.To))
		if err != nil {
			return err
		}
		sealed = key.SealText(tx.place("mail", "secret_sealed", string(m.ID)), secret)
	}
	tx.later(`INSERT INTO mail (organisation_id, id, person_id, reason, path, secret_sealed, state, due_at, created_at) VALUES `,
		string(tx.org), string(m.ID), string(m.To), string(m.Reason), m.Path, sealed, string(vpt.MailQueued), tx.now.UnixMicro(), tx.now.UnixMicro())
	return nil
}

const mailColumns = `id, person_id, reason, path, state, attempts, created_at, sent_at, secret_sealed`

// MailByID reads a notification and the secret of its link.
func (tx *Tx) MailByID(id vpt.MailID) (vpt.Mail, vpt.Private, error) {
	var m vpt.Mail
	var created, sent sql.NullInt64
	var sealed []byte
	err := tx.one(`SELECT `+mailColumns+` FROM mail WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)},
		&m.ID, &m.To, &m.Reason, &m.Path, &m.State, &m.Attempts, &created, &sent, &sealed)
	if err != nil {
		return m, vpt.Private{}, fmt.Errorf("store: mail: %w", err)
	}
	m.CreatedAt, m.SentAt = instant(created), instant(sent)
	secret, err := tx.open("mail", "secret_sealed", string(id), sealed)
	return m, secret, err
}

// MarkMail moves a notification from one state to another; ErrNotFound when it
// is not in the first any more. A mail that goes nowhere any more loses its
// secret; one that is queued by it starts its tries anew.
func (tx *Tx) MarkMail(id vpt.MailID, from, to vpt.MailState) error {
	query := `UPDATE mail SET state = $4, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`
	args := []any{string(tx.org), string(id), string(from), string(to), tx.now.UnixMicro()}
	switch to {
	case vpt.MailBusy:
		query = `UPDATE mail SET state = $4, attempts = attempts + 1, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`
	case vpt.MailQueued:
		query = `UPDATE mail SET state = $4, attempts = 0, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`
	case vpt.MailSettled:
		query = `UPDATE mail SET state = $4, secret_sealed = NULL WHERE organisation_id = $1 AND id = $2 AND state = $3`
		args = args[:4]
	case vpt.MailSent:
		query = `UPDATE mail SET state = $4, sent_at = $5, secret_sealed = NULL WHERE organisation_id = $1 AND id = $2 AND state = $3`
	}
	n, err := tx.exec(query, args...)
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: mark mail: %w", err)
	}
	return nil
}

// PostponeMail puts a notification that was being sent back in the queue, until
// an instant; ErrNotFound when it is not being sent any more.
func (tx *Tx) PostponeMail(id vpt.MailID, until time.Time) error {
	n, err := tx.exec(`UPDATE mail SET state = $4, due_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3`,
		string(tx.org), string(id), string(vpt.MailBusy), string(vpt.MailQueued), until.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: postpone mail: %w", err)
	}
	return nil
}

// DueMails reads the notifications that were not tried yet, whatever the clock of
// the machine that queued them said, and those of which the wait is over. The
// longest due come first: what is tried again and again lets others pass.
func (tx *Tx) DueMails(limit int) ([]vpt.Mail, error) {
	return tx.mails(`SELECT id, person_id, reason, path, state, attempts, created_at FROM mail WHERE organisation_id = $1 AND state = $2
		AND (attempts = 0 OR due_at <= $3) ORDER BY due_at, id LIMIT $4`, string(tx.org), string(vpt.MailQueued), tx.now.UnixMicro(), limit)
}

// MailsIn reads the notifications in a state, oldest first.
func (tx *Tx) MailsIn(state vpt.MailState, limit int) ([]vpt.Mail, error) {
	return tx.mails(`SELECT id, person_id, reason, path, state, attempts, created_at FROM mail WHERE organisation_id = $1 AND state = $2
		ORDER BY created_at, id LIMIT $3`, string(tx.org), string(state), limit)
}

func (tx *Tx) mails(query string, args ...any) ([]vpt.Mail, error) {
	var out []vpt.Mail
	err := tx.each(query, args, func(scan func(...any) error) error {
		var m vpt.Mail
		var created sql.NullInt64
		err := scan(&m.ID, &m.To, &m.Reason, &m.Path, &m.State, &m.Attempts, &created)
		m.CreatedAt = instant(created)
		out = append(out, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: mails: %w", err)
	}
	return out, nil
}

// StrandedMails finds notifications that nobody tried to send since an instant,
// and those of which the wait for another try is over. It notes that they are
// tried now, so that they are found once and not at every sweep.
func (tx *Tx) StrandedMails(since time.Time) (int64, error) {
	n, err := tx.exec(`UPDATE mail SET due_at = $4 WHERE organisation_id = $1 AND state = $2 AND due_at < $4 AND (attempts > 0 OR due_at < $3)`,
		string(tx.org), string(vpt.MailQueued), since.UnixMicro(), tx.now.UnixMicro())
	if err != nil {
		return 0, fmt.Errorf("store: stranded mails: %w", err)
	}
	return n, nil
}

// DoubtMails marks notifications that were being sent before an instant and
// never came to an end: whether they went out is for a person to decide.
func (tx *Tx) DoubtMails(before time.Time) (int64, error) {
	n, err := tx.exec(`UPDATE mail SET state = $3 WHERE organisation_id = $1 AND state = $2 AND due_at < $4`,
		string(tx.org), string(vpt.MailBusy), string(vpt.MailUncertain), before.UnixMicro())
	if err != nil {
		return 0, fmt.Errorf("store: doubt mails: %w", err)
	}
	return n, nil
}
