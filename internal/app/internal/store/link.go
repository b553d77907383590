package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// Link is a single-use link that still works. Of its secret only the hash is
// kept.
type Link struct {
	ID      string
	Person  vpt.PersonID
	Purpose vpt.LinkPurpose
}

// InsertLink keeps a new link.
func (tx *Tx) InsertLink(l Link, hash []byte, until time.Time) error {
	_, err := tx.exec(`INSERT INTO access_link (organisation_id, id, person_id, purpose, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), l.ID, string(l.Person), string(l.Purpose), hash, tx.now.UnixMicro(), until.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert link: %w", err)
	}
	return nil
}

// LinkByID reads a link that was not used and has not expired.
func (tx *Tx) LinkByID(id string) (Link, error) {
	var l Link
	err := tx.one(`SELECT id, person_id, purpose FROM access_link WHERE organisation_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3`,
		[]any{string(tx.org), id, tx.now.UnixMicro()}, &l.ID, &l.Person, &l.Purpose)
	if err != nil {
		return l, fmt.Errorf("store: link: %w", err)
	}
	return l, nil
}

// UseLink takes a link; ErrNotFound when it was taken before or has expired.
func (tx *Tx) UseLink(id string) error {
	return tx.touch("use link", `UPDATE access_link SET used_at = $3 WHERE organisation_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3`,
		string(tx.org), id, tx.now.UnixMicro())
}

// EndLinks makes the open links of a person worthless.
func (tx *Tx) EndLinks(person vpt.PersonID) error {
	_, err := tx.exec(`UPDATE access_link SET used_at = $3 WHERE organisation_id = $1 AND person_id = $2 AND used_at IS NULL`,
		string(tx.org), string(person), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: end links: %w", err)
	}
	return nil
}

// Uninvited gives the accounts, but for one, that were never used and have no
// invitation that still works, in the order in which they were made.
func (tx *Tx) Uninvited(except vpt.PersonID) ([]vpt.PersonID, error) {
	var out []vpt.PersonID
	err := tx.each(`SELECT p.id FROM person p WHERE p.organisation_id = $1 AND p.state = $2 AND p.id <> $3 AND `+noInvitation+` ORDER BY p.created_at, p.id`,
		[]any{string(tx.org), string(vpt.PersonInvited), string(except), string(vpt.LinkInvitation), tx.now.UnixMicro()}, func(scan func(...any) error) error {
			var id vpt.PersonID
			err := scan(&id)
			out = append(out, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: uninvited: %w", err)
	}
	return out, nil
}

// noInvitation holds for who has no invitation that still works.
const noInvitation = `NOT EXISTS (SELECT 1 FROM access_link l WHERE l.organisation_id = $1 AND l.person_id = p.id AND l.purpose = $4
	AND l.used_at IS NULL AND l.expires_at > $5)`

// StillUninvited reports whether one account is among them.
func (tx *Tx) StillUninvited(id vpt.PersonID) (bool, error) {
	n := 0
	err := tx.one(`SELECT COUNT(p.id) FROM person p WHERE p.organisation_id = $1 AND p.state = $2 AND p.id = $3 AND `+noInvitation,
		[]any{string(tx.org), string(vpt.PersonInvited), string(id), string(vpt.LinkInvitation), tx.now.UnixMicro()}, &n)
	if err != nil {
		return false, fmt.Errorf("store: still uninvited: %w", err)
	}
	return n == 1, nil
}
