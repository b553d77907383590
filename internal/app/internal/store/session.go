package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// NewSession is a session to be kept: of its secret only the hash. Pending says
// that the code of the second factor has not been given yet.
type NewSession struct {
	ID        vpt.SessionID
	Person    vpt.PersonID
	Hash      []byte
	Device    vpt.Private
	ExpiresAt time.Time
	Pending   bool
}

// HeldSession is a session with what decides, at each request, whether it still
// counts.
type HeldSession struct {
	Session vpt.Session // without Device
	Person  vpt.Person  // id, language, state and TOTP only
	Pending bool
}

// InsertSession keeps a new session.
func (tx *Tx) InsertSession(s NewSession) error {
	key, err := tx.personKey(string(s.Person))
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO session (organisation_id, id, person_id, token_hash, created_at, seen_at, expires_at, device_sealed, pending)
		VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
		string(tx.org), string(s.ID), string(s.Person), s.Hash, tx.now.UnixMicro(), s.ExpiresAt.UnixMicro(),
		key.SealText(tx.place("session", "device_sealed", string(s.ID)), s.Device), flag(s.Pending))
	if err != nil {
		return fmt.Errorf("store: insert session: %w", err)
	}
	return nil
}

// SessionByID reads a session with the state of its person.
func (tx *Tx) SessionByID(id vpt.SessionID) (HeldSession, error) {
	var h HeldSession
	var created, seen, expires sql.NullInt64
	var pending, totp int
	err := tx.one(`SELECT s.id, s.person_id, s.created_at, s.seen_at, s.expires_at, s.pending, p.lang, p.state,
		CASE WHEN p.totp_sealed IS NULL THEN 0 ELSE 1 END
		FROM session s JOIN person p ON p.organisation_id = s.organisation_id AND p.id = s.person_id
		WHERE s.organisation_id = $1 AND s.id = $2`, []any{string(tx.org), string(id)},
		&h.Session.ID, &h.Session.Person, &created, &seen, &expires, &pending, &h.Person.Lang, &h.Person.State, &totp)
	if err != nil {
		return h, fmt.Errorf("store: session: %w", err)
	}
	h.Session.CreatedAt, h.Session.SeenAt, h.Session.ExpiresAt = instant(created), instant(seen), instant(expires)
	h.Person.ID, h.Person.TOTP, h.Pending = h.Session.Person, totp == 1, pending == 1
	return h, nil
}

// Sessions reads the sessions of a person that were not ended and have not
// expired, the last seen first.
func (tx *Tx) Sessions(person vpt.PersonID) ([]vpt.Session, error) {
	var out []vpt.Session
	var sealed [][]byte
	err := tx.each(`SELECT id, person_id, created_at, seen_at, expires_at, device_sealed FROM session
		WHERE organisation_id = $1 AND person_id = $2 AND pending = 0 AND expires_at > $3 ORDER BY seen_at DESC, id DESC`,
		[]any{string(tx.org), string(person), tx.now.UnixMicro()}, func(scan func(...any) error) error {
			var s vpt.Session
			var created, seen, expires sql.NullInt64
			var device []byte
			err := scan(&s.ID, &s.Person, &created, &seen, &expires, &device)
			s.CreatedAt, s.SeenAt, s.ExpiresAt = instant(created), instant(seen), instant(expires)
			out, sealed = append(out, s), append(sealed, device)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: sessions: %w", err)
	}
	for i := range out {
		if out[i].Device, err = tx.open("session", "device_sealed", string(out[i].ID), sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// SeeSession notes that a session was used now.
func (tx *Tx) SeeSession(id vpt.SessionID) error {
	_, err := tx.exec(`UPDATE session SET seen_at = $3 WHERE organisation_id = $1 AND id = $2`, string(tx.org), string(id), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: see session: %w", err)
	}
	return nil
}

// EndSession ends one session of a person; ErrNotFound when she has no such
// session.
func (tx *Tx) EndSession(person vpt.PersonID, id vpt.SessionID) error {
	n, err := tx.exec(`DELETE FROM session WHERE organisation_id = $1 AND person_id = $2 AND id = $3`, string(tx.org), string(person), string(id))
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: end session: %w", err)
	}
	return nil
}

// EndSessions ends all sessions of a person but one; except may be empty.
func (tx *Tx) EndSessions(person vpt.PersonID, except vpt.SessionID) error {
	_, err := tx.exec(`DELETE FROM session WHERE organisation_id = $1 AND person_id = $2 AND id <> $3`,
		string(tx.org), string(person), string(except))
	if err != nil {
		return fmt.Errorf("store: end sessions: %w", err)
	}
	return nil
}

// EndSessionOf ends the session with this hash, whoever's it is: a browser has
// one session. None is no error.
func (tx *Tx) EndSessionOf(hash []byte) error {
	if _, err := tx.exec(`DELETE FROM session WHERE organisation_id = $1 AND token_hash = $2`, string(tx.org), hash); err != nil {
		return fmt.Errorf("store: end session: %w", err)
	}
	return nil
}
