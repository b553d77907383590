package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/app/internal/store"
)

// AuditCheck says which log to verify. No key but the public one is needed, so
// that somebody who was given a copy of the database can do it.
type AuditCheck struct {
	Database     string // sqlite:PATH or postgres://…
	AsOwner      bool   // PostgreSQL: the address is that of who owns the tables
	PublicKey    string // empty: the one in the database
	Organisation string // code; empty: all trees, the installation's too
}

// AuditReport is what a verification found. It is clean when no tree has a
// finding and PublicKey is the one that was expected: who could change the
// whole database could change the key in it too, so compare the fingerprint
// with one kept elsewhere.
type AuditReport struct {
	Fingerprint string // of the public key
	Trees       []AuditTree
}

// AuditTree is one tree of the log.
type AuditTree struct {
	ID           string // of the organisation; "-" is the installation
	Organisation string // code
	Size         int64  // entries
	Checkpoints  int64  // signed, one per commit
	Root         string // base64; the last checkpoint signs it
	Findings     []AuditFinding
}

// AuditFinding is one thing that is wrong: which table, where, and what.
type AuditFinding struct {
	Table    string
	Position int64
	What     string // code
}

// Clean reports whether nothing was found.
func (r AuditReport) Clean() bool {
	for _, t := range r.Trees {
		if len(t.Findings) > 0 {
			return false
		}
	}
	return true
}

// ErrNoTree is returned when there is no organisation with the code asked for.
var ErrNoTree = errors.New("app: no such organisation")

// VerifyAudit recomputes the audit log of a database and compares it with what
// is stored. An error means that it could not be read at all.
func VerifyAudit(ctx context.Context, in AuditCheck) (report AuditReport, err error) {
	reader, err := store.OpenAudit(ctx, in.Database, in.AsOwner)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	key := in.PublicKey
	if key == "" {
		if key, err = reader.PublicKey(); err != nil {
			return report, err
		}
	}
	verifier, err := audit.NewVerifier(key)
	if err != nil {
		return report, fmt.Errorf("app: public key of the audit log: %w", err)
	}
	report.Fingerprint = Fingerprint(key)
	trees, err := reader.Trees()
	if err != nil {
		return report, err
	}
	for _, tree := range trees {
		if in.Organisation != "" && tree.Code != in.Organisation {
			continue
		}
		out, err := verifyTree(reader, tree, verifier)
		if err != nil {
			return report, err
		}
		report.Trees = append(report.Trees, out)
	}
	if in.Organisation != "" && len(report.Trees) == 0 {
		return report, ErrNoTree
	}
	return report, nil
}

func verifyTree(reader *store.AuditReader, tree store.AuditTree, verifier note.Verifier) (AuditTree, error) {
	out := AuditTree{ID: string(tree.ID), Organisation: tree.Code}
	if tree.Empty {
		out.Findings = []AuditFinding{{"audit_head", 0, audit.FoundMissing}}
		return out, nil
	}
	log, err := reader.Log(tree.ID)
	if err != nil {
		return out, err
	}
	if out.Findings, err = mendHead(&log, verifier); err != nil {
		return out, fmt.Errorf("app: verify tree %s: %w", tree.ID, err)
	}
	found, err := audit.Verify(log, verifier)
	if err != nil {
		return out, fmt.Errorf("app: verify tree %s: %w", tree.ID, err)
	}
	out.Size, out.Checkpoints, out.Root = log.Head.Size, log.Head.Checkpoints, log.Head.Root
	headTold := len(out.Findings) > 0
	for _, f := range found {
		if f.Table != "audit_head" || !headTold {
			out.Findings = append(out.Findings, AuditFinding{f.Table, f.Position, f.What})
		}
	}
	return out, nil
}

// mendHead finds a head that was taken away, or whose counts were changed
// while its root still is that of the last signed checkpoint. It puts the
// counts of that checkpoint in their place, so that the rows themselves are
// judged by what was signed and not all called missing.
func mendHead(log *audit.Log, verifier note.Verifier) ([]AuditFinding, error) {
	var last audit.Checkpoint
	for row, err := range log.Checkpoints {
		if err != nil {
			return nil, err
		}
		if c, err := audit.OpenCheckpoint(row.Note, verifier); err == nil {
			last = c
		}
	}
	head := log.Head
	gone := head.Checkpoints == 0 && head.Size == 0 && len(head.Frontier) == 0
	switch {
	case last.Sequence == 0:
		return nil, nil
	case gone:
		log.Head.Root = last.Root.String()
	case head.Root != last.Root.String() || head.Size == last.Size && head.Checkpoints == last.Sequence:
		return nil, nil
	}
	log.Head.Size, log.Head.Checkpoints = last.Size, last.Sequence
	if gone {
		return []AuditFinding{{"audit_head", last.Size, audit.FoundMissing}}, nil
	}
	return []AuditFinding{{"audit_head", last.Size, audit.FoundHead}}, nil
}

// Fingerprint shortens a public key to what a person can compare and keep
// outside of the database: the SHA-256 of its text, in groups of four.
func Fingerprint(publicKey string) string {
	sum := sha256.Sum256([]byte(strings.TrimSpace(publicKey)))
	text := hex.EncodeToString(sum[:16])
	var groups []string
	for ; text != ""; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(groups, " ")
}

// AuditKey gives the public key with which this installation's log is verified.
func (r *Runtime) AuditKey() string { return r.db.PublicKey() }
