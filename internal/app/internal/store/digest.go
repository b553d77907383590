package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// DigestDue finds people who want one mail in the morning, who may have
// something to do, and who had no mail for this day yet.
func (tx *Tx) DigestDue(day vpt.Date, limit int) ([]vpt.PersonID, error) {
	var out []vpt.PersonID
	err := tx.each(`SELECT p.id FROM person p WHERE p.organisation_id = $1 AND p.state <> 'geblokkeerd' AND p.mail_when = 'ochtend'
		AND NOT EXISTS (SELECT g.day FROM digest g WHERE g.organisation_id = $1 AND g.person_id = p.id AND g.day = $2)
		AND (EXISTS (SELECT a.id FROM assignment a WHERE a.organisation_id = $1 AND a.person_id = p.id AND a.ended_at IS NULL)
		OR EXISTS (SELECT d.id FROM deputy d WHERE d.organisation_id = $1 AND d.deputy_id = p.id AND d.ended_at IS NULL)
		OR EXISTS (SELECT t.id FROM care_talk t WHERE t.organisation_id = $1 AND t.with_id = p.id AND t.state = 'gepland')
		OR p.id IN (SELECT u.person_id FROM duty u WHERE u.organisation_id = $1 AND u.done_at IS NULL AND u.person_id IS NOT NULL))
		ORDER BY p.id LIMIT $3`, []any{string(tx.org), string(day), limit}, func(scan func(...any) error) error {
		var id vpt.PersonID
		err := scan(&id)
		out = append(out, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: digest due: %w", err)
	}
	return out, nil
}

// LastDigest gives when somebody was last looked at for a morning mail, the zero
// time for never.
func (tx *Tx) LastDigest(person vpt.PersonID) (time.Time, error) {
	var at sql.NullInt64
	err := tx.one(`SELECT MAX(g.at) FROM digest g WHERE g.organisation_id = $1 AND g.person_id = $2`, []any{string(tx.org), string(person)}, &at)
	if err != nil {
		return time.Time{}, fmt.Errorf("store: last digest: %w", err)
	}
	return instant(at), nil
}

// InsertDigest notes that the morning mail of a person was made, and reports
// false when another sweep was first. mail is empty when there was nothing to tell.
func (tx *Tx) InsertDigest(person vpt.PersonID, day vpt.Date, mail vpt.MailID, d vpt.Digest) (bool, error) {
	text, err := json.Marshal(d)
	if err != nil {
		return false, fmt.Errorf("store: insert digest: %w", err)
	}
	n, err := tx.exec(`INSERT INTO digest (organisation_id, person_id, day, mail_id, items, at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (organisation_id, person_id, day) DO NOTHING`,
		string(tx.org), string(person), string(day), nullable(mail), string(text), tx.now.UnixMicro())
	if err != nil {
		return false, fmt.Errorf("store: insert digest: %w", err)
	}
	return n > 0, nil
}

// DigestOfMail reads what a morning mail is about.
func (tx *Tx) DigestOfMail(mail vpt.MailID) (vpt.Digest, error) {
	var d vpt.Digest
	var text string
	err := tx.one(`SELECT items FROM digest WHERE organisation_id = $1 AND mail_id = $2`, []any{string(tx.org), string(mail)}, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &d)
	}
	if err != nil {
		return d, fmt.Errorf("store: digest: %w", err)
	}
	return d, nil
}

// MailWhen reads when somebody wants mail about what is due.
func (tx *Tx) MailWhen(person vpt.PersonID) (vpt.MailWhen, error) {
	var when vpt.MailWhen
	err := tx.one(`SELECT mail_when FROM person WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(person)}, &when)
	if err != nil {
		return "", fmt.Errorf("store: mail when: %w", err)
	}
	return when, nil
}

// SetMailWhen writes it.
func (tx *Tx) SetMailWhen(person vpt.PersonID, when vpt.MailWhen) error {
	_, err := tx.exec(`UPDATE person SET mail_when = $3 WHERE organisation_id = $1 AND id = $2`, string(tx.org), string(person), string(when))
	if err != nil {
		return fmt.Errorf("store: set mail when: %w", err)
	}
	return nil
}
