package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/vpt"
)

// AuditReader reads the audit log of a database without any key: it can open
// nothing that is sealed and write nothing.
type AuditReader struct {
	db  *DB
	raw *sql.Tx
	ctx context.Context // of the one snapshot that everything is read from
}

// OpenAudit opens the log of a database, as it is at this moment. On
// PostgreSQL asOwner says that the address is that of who owns the tables;
// otherwise it must be allowed to work across organisations.
func OpenAudit(ctx context.Context, url string, asOwner bool) (*AuditReader, error) {
	engine, address, err := splitURL(url)
	if err != nil {
		return nil, err
	}
	db := &DB{engine: engine, path: address, now: func() time.Time { return time.Time{} }, stmts: newStatements()}
	options := &sql.TxOptions{ReadOnly: true}
	if engine == SQLite {
		if _, err := os.Stat(address); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotMigrated, err)
		}
		db.read, err = OpenSQLite(address, 1, true)
	} else {
		role := unscopedRole
		if asOwner {
			role = ""
		}
		options.Isolation = sql.LevelRepeatableRead
		db.read, err = OpenPostgres(address, role, 1)
	}
	if err != nil {
		return nil, err
	}
	r := &AuditReader{db: db, ctx: ctx}
	if there, err := hasTables(ctx, engine, db.read); err != nil || !there {
		return nil, errors.Join(err, r.Close(), map[bool]error{false: ErrNotMigrated}[there])
	}
	if r.raw, err = db.read.BeginTx(ctx, options); err != nil {
		return nil, errors.Join(fmt.Errorf("store: begin: %w", translate(err)), r.Close())
	}
	return r, nil
}

// Close ends the reading.
func (r *AuditReader) Close() error {
	if r.raw != nil {
		_ = r.raw.Rollback()
	}
	r.db.stmts.close()
	return r.db.read.Close()
}

func (r *AuditReader) tx(tree vpt.OrganisationID) *Tx {
	tx := r.db.newTx(r.ctx, r.raw, tree)
	tx.pool, tx.reading = r.db.read, true
	return tx
}

// PublicKey is the key that the database says its checkpoints are signed with.
func (r *AuditReader) PublicKey() (string, error) {
	var key string
	err := r.tx("").one(`SELECT audit_key FROM installation WHERE id = 1`, nil, &key)
	if err != nil {
		return "", fmt.Errorf("store: audit key: %w", err)
	}
	return key, nil
}

// AuditTree names a tree: of an organisation, or the installation's own. An
// organisation that is not on record has no code.
type AuditTree struct {
	ID    vpt.OrganisationID
	Code  string
	Empty bool // nothing is stored of it
}

// Trees gives every tree that has rows or should have: making an organisation
// is itself an entry.
func (r *AuditReader) Trees() ([]AuditTree, error) {
	var out []AuditTree
	at := map[vpt.OrganisationID]int{}
	err := r.tx("").each(`SELECT organisation_id FROM audit_head UNION SELECT organisation_id FROM audit_leaf
		UNION SELECT organisation_id FROM audit_checkpoint UNION SELECT organisation_id FROM audit_node ORDER BY 1`, nil,
		func(scan func(...any) error) error {
			var t AuditTree
			err := scan(&t.ID)
			at[t.ID] = len(out)
			out = append(out, t)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: trees: %w", err)
	}
	err = r.tx("").each(`SELECT organisation_id, code FROM organisation ORDER BY code`, nil, func(scan func(...any) error) error {
		t := AuditTree{Empty: true}
		if err := scan(&t.ID, &t.Code); err != nil {
			return err
		}
		if i, ok := at[t.ID]; ok {
			out[i].Code = t.Code
			return nil
		}
		out = append(out, t)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("store: organisations: %w", err)
	}
	return out, nil
}

// Log gives everything that is stored of one tree.
func (r *AuditReader) Log(tree vpt.OrganisationID) (audit.Log, error) {
	return r.tx(tree).AuditLog()
}
