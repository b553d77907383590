package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// Everything in this file works across organisations. Its callers are listed
// in a test: signing in, API tokens, commands on the installation, sweeps.

func (db *DB) unscopedPool() *sql.DB {
	if db.unscoped != nil {
		return db.unscoped
	}
	return db.read
}

// Located is a row that was found without knowing its organisation.
type Located struct {
	Organisation vpt.OrganisationID
	ID           string
}

// UnscopedPersonByEmail finds the account of an e-mail address by its blind index.
func (db *DB) UnscopedPersonByEmail(ctx context.Context, index []byte) (Located, error) {
	return db.unscopedFind(ctx, `SELECT organisation_id, id FROM person WHERE email_index = $1`, index)
}

// UnscopedSession finds a session by the hash of its secret.
func (db *DB) UnscopedSession(ctx context.Context, hash []byte) (Located, error) {
	return db.unscopedFind(ctx, `SELECT organisation_id, id FROM session WHERE token_hash = $1`, hash)
}

// UnscopedLink finds an invitation or reset by the hash of its secret.
func (db *DB) UnscopedLink(ctx context.Context, hash []byte) (Located, error) {
	return db.unscopedFind(ctx, `SELECT organisation_id, id FROM access_link WHERE token_hash = $1`, hash)
}

// UnscopedDelivery finds how a letter left by the hash of the secret of its link.
func (db *DB) UnscopedDelivery(ctx context.Context, hash []byte) (Located, error) {
	return db.unscopedFind(ctx, `SELECT organisation_id, id FROM delivery WHERE token_hash = $1`, hash)
}

// UnscopedToken finds an API token by the hash of its secret.
func (db *DB) UnscopedToken(ctx context.Context, hash []byte) (Located, error) {
	return db.unscopedFind(ctx, `SELECT organisation_id, id FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL`, hash)
}

func (db *DB) unscopedFind(ctx context.Context, query string, hash []byte) (Located, error) {
	var l Located
	err := db.unscopedPool().QueryRowContext(ctx, query, hash).Scan(&l.Organisation, &l.ID)
	if err != nil {
		return Located{}, fmt.Errorf("store: find: %w", translate(err))
	}
	return l, nil
}

// UnscopedOrganisations lists the tenants.
func (db *DB) UnscopedOrganisations(ctx context.Context) ([]vpt.Organisation, error) {
	found, err := db.unscopedPool().QueryContext(ctx, `SELECT organisation_id, code, name, kind, settings FROM organisation ORDER BY code`)
	if err != nil {
		return nil, fmt.Errorf("store: organisations: %w", translate(err))
	}
	defer func() { _ = found.Close() }()
	var out []vpt.Organisation
	for found.Next() {
		o, err := scanOrganisation(found.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, translate(found.Err())
}

// UnscopedNote writes an entry in the installation's own tree: failed
// sign-ins, organisations, keys.
func (db *DB) UnscopedNote(ctx context.Context, e audit.Entry) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		tx.Note(e)
		return nil
	})
}

// Counter counts attempts of one sort: whose they are (a keyed hash), and from
// when on they are too long ago to count.
type Counter struct {
	Subject []byte
	Since   time.Time
}

// Counted is where a counter stands: the number of attempts, this one included,
// and until when the one before made it wait.
type Counted struct {
	Failures int
	Until    time.Time
}

// UnscopedAttempt counts an attempt before it is judged, so that attempts side
// by side cannot all be the first. judge gets every counter and gives, for
// each, until when to wait from now on; its error undoes the counting. Counters
// come in the same order of sorts each time, or transactions would wait for
// each other.
func (db *DB) UnscopedAttempt(ctx context.Context, counters []Counter, judge func(now time.Time, stand []Counted) ([]time.Time, error)) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		stand := make([]Counted, len(counters))
		for i, c := range counters {
			var until sql.NullInt64
			err := tx.one(`INSERT INTO throttle (subject, failures, until_at, seen_at) VALUES ($1, 1, 0, $2)
				ON CONFLICT (subject) DO UPDATE SET seen_at = excluded.seen_at,
				failures = CASE WHEN throttle.seen_at > $3 THEN throttle.failures + 1 ELSE 1 END RETURNING failures, until_at`,
				[]any{c.Subject, tx.now.UnixMicro(), c.Since.UnixMicro()}, &stand[i].Failures, &until)
			if err != nil {
				return fmt.Errorf("store: count attempt: %w", err)
			}
			stand[i].Until = instant(until)
		}
		waits, err := judge(tx.now, stand)
		if err != nil {
			return err
		}
		for i, until := range waits {
			if _, err := tx.exec(`UPDATE throttle SET until_at = $2 WHERE subject = $1`, counters[i].Subject, until.UnixMicro()); err != nil {
				return fmt.Errorf("store: throttle: %w", err)
			}
		}
		return nil
	})
}

// UnscopedSucceeded takes an attempt back that turned out to be right: the
// first counter is forgotten, the others are as they were before it.
func (db *DB) UnscopedSucceeded(ctx context.Context, counters []Counter) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		for i, c := range counters {
			query := `UPDATE throttle SET failures = failures - 1, until_at = 0 WHERE subject = $1 AND failures > 0`
			if i == 0 {
				query = `DELETE FROM throttle WHERE subject = $1`
			}
			if _, err := tx.exec(query, c.Subject); err != nil {
				return fmt.Errorf("store: take attempt back: %w", err)
			}
		}
		return nil
	})
}

// UnscopedForgetAttempts removes the counters that nobody added to since.
func (db *DB) UnscopedForgetAttempts(ctx context.Context, since time.Time) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		if _, err := tx.exec(`DELETE FROM throttle WHERE seen_at < $1`, since.UnixMicro()); err != nil {
			return fmt.Errorf("store: forget attempts: %w", err)
		}
		return nil
	})
}

// UnscopedAddOrganisation makes a tenant with its key.
func (db *DB) UnscopedAddOrganisation(ctx context.Context, o vpt.Organisation, then func(*Tx) error) error {
	settings, err := json.Marshal(o.Settings)
	if err != nil {
		return fmt.Errorf("store: settings: %w", err)
	}
	return db.Write(ctx, o.ID, func(tx *Tx) error {
		if _, err := tx.makeKey(seal.LevelOrganisation, string(o.ID)); err != nil {
			return err
		}
		_, err := tx.exec(`INSERT INTO organisation (organisation_id, code, name, kind, settings, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
			string(o.ID), o.Code, o.Name, string(o.Kind), string(settings), tx.now.UnixMicro())
		if err != nil {
			return fmt.Errorf("store: insert organisation: %w", err)
		}
		return then(tx)
	})
}

func scanOrganisation(scan func(...any) error) (vpt.Organisation, error) {
	var o vpt.Organisation
	var settings string
	if err := scan(&o.ID, &o.Code, &o.Name, &o.Kind, &settings); err != nil {
		return o, translate(err)
	}
	if err := json.Unmarshal([]byte(settings), &o.Settings); err != nil {
		return o, fmt.Errorf("store: settings of organisation: %w", err)
	}
	return o, nil
}
