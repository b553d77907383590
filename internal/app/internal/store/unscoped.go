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

// UnscopedTrees lists the audit trees: one per organisation and the
// installation's.
func (db *DB) UnscopedTrees(ctx context.Context) ([]vpt.OrganisationID, error) {
	found, err := db.unscopedPool().QueryContext(ctx, `SELECT organisation_id FROM audit_head UNION SELECT organisation_id FROM audit_leaf
		UNION SELECT organisation_id FROM audit_checkpoint UNION SELECT organisation_id FROM audit_node ORDER BY 1`)
	if err != nil {
		return nil, fmt.Errorf("store: trees: %w", translate(err))
	}
	defer func() { _ = found.Close() }()
	var out []vpt.OrganisationID
	for found.Next() {
		var id vpt.OrganisationID
		if err := found.Scan(&id); err != nil {
			return nil, translate(err)
		}
		out = append(out, id)
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

// UnscopedThrottle reads how long a subject must wait.
func (db *DB) UnscopedThrottle(ctx context.Context, subject []byte) (failures int, until time.Time, err error) {
	var at sql.NullInt64
	err = db.read.QueryRowContext(ctx, `SELECT failures, until_at FROM throttle WHERE subject = $1`, subject).Scan(&failures, &at)
	if err = translate(err); vpt.KindOf(err) == vpt.KindNotFound {
		return 0, time.Time{}, nil
	}
	return failures, instant(at), err
}

// UnscopedFailed counts a failure and says until when the subject must wait.
func (db *DB) UnscopedFailed(ctx context.Context, subject []byte, wait func(failures int) time.Duration, forget time.Duration) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		var failures int
		err := tx.one(`SELECT failures FROM throttle WHERE subject = $1 AND seen_at > $2`,
			[]any{subject, tx.now.Add(-forget).UnixMicro()}, &failures)
		if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
			return err
		}
		failures++
		_, err = tx.exec(`INSERT INTO throttle (subject, failures, until_at, seen_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, until_at = excluded.until_at, seen_at = excluded.seen_at`,
			subject, failures, tx.now.Add(wait(failures)).UnixMicro(), tx.now.UnixMicro())
		return err
	})
}

// UnscopedCleared forgets the failures of a subject.
func (db *DB) UnscopedCleared(ctx context.Context, subject []byte) error {
	return db.Write(ctx, Installation, func(tx *Tx) error {
		_, err := tx.exec(`DELETE FROM throttle WHERE subject = $1`, subject)
		return err
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
