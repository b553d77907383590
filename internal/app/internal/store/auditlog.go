package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/vpt"
)

// appendAudit adds the entries of a commit to their trees and signs one
// checkpoint per tree. It is the last thing a commit does, so that a tree's
// head is held as briefly as can be.
func (db *DB) appendAudit(ctx context.Context, raw *sql.Tx, members []*Tx) error {
	var order []vpt.OrganisationID
	byTree := map[vpt.OrganisationID][]audit.Entry{}
	for _, m := range members {
		if len(m.entries) == 0 {
			continue
		}
		if byTree[m.org] == nil {
			order = append(order, m.org)
		}
		byTree[m.org] = append(byTree[m.org], m.entries...)
	}
	for _, tree := range order {
		tx := db.newTx(ctx, raw, tree)
		if err := tx.appendTree(byTree[tree]); err != nil {
			return fmt.Errorf("store: audit: %w", err)
		}
		db.stmtsAfter(members[0], tx)
	}
	return nil
}

// stmtsAfter lets the first member's transaction carry what was learnt here.
func (db *DB) stmtsAfter(first, tx *Tx) { first.learnt = append(first.learnt, tx.learnt...) }

func (tx *Tx) appendTree(entries []audit.Entry) error {
	size, checkpoints, tree, err := tx.lockHead()
	if err != nil {
		return err
	}
	leaves, nodes := newRows(5), newRows(3)
	for i, e := range entries {
		leaf, err := e.Seal()
		if err != nil {
			return err
		}
		leaves.add(string(tx.org), size+int64(i), leaf.Subject, leaf.Salt, leaf.Payload)
		for _, n := range tree.Append(leaf.Hash()) {
			nodes.add(string(tx.org), n.Position, n.Hash[:])
		}
	}
	if err := leaves.insert(tx, `INSERT INTO audit_leaf (organisation_id, position, subject, salt, payload) VALUES `); err != nil {
		return err
	}
	if err := nodes.insert(tx, `INSERT INTO audit_node (organisation_id, position, hash) VALUES `); err != nil {
		return err
	}
	signed, err := audit.Checkpoint{Tree: string(tx.org), Sequence: checkpoints + 1, Size: tree.Size, Root: tree.Root()}.Sign(tx.db.signer)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO audit_checkpoint (organisation_id, sequence, size, note) VALUES ($1, $2, $3, $4)`,
		string(tx.org), checkpoints+1, tree.Size, signed)
	if err != nil {
		return err
	}
	_, err = tx.exec(`UPDATE audit_head SET size = $2, root = $3, frontier = $4, checkpoints = $5 WHERE organisation_id = $1`,
		string(tx.org), tree.Size, tree.Root().String(), tree.Frontier(), checkpoints+1)
	return err
}

// lockHead reads the head of a tree and keeps other commits from it: another
// process may write the same tree. The update that changes nothing takes the
// row lock in words that both engines know.
func (tx *Tx) lockHead() (size, checkpoints int64, tree *audit.Tree, err error) {
	_, err = tx.exec(`INSERT INTO audit_head (organisation_id, size, root, frontier, checkpoints) VALUES ($1, 0, $2, $3, 0)
		ON CONFLICT (organisation_id) DO NOTHING`, string(tx.org), (&audit.Tree{}).Root().String(), []byte{})
	if err != nil {
		return 0, 0, nil, err
	}
	var frontier []byte
	err = tx.one(`UPDATE audit_head SET size = size WHERE organisation_id = $1 RETURNING size, frontier, checkpoints`,
		[]any{string(tx.org)}, &size, &frontier, &checkpoints)
	if err != nil {
		return 0, 0, nil, err
	}
	tree, err = audit.OpenTree(size, frontier)
	return size, checkpoints, tree, err
}

// rows collects the values of one insert of many rows.
type rows struct {
	width int
	args  []any
}

// maxArgs stays under the engines' limits on bound values.
const maxArgs = 900

func newRows(width int) *rows { return &rows{width: width} }

func (r *rows) add(values ...any) { r.args = append(r.args, values...) }

func (r *rows) insert(tx *Tx, into string) error {
	step := maxArgs / r.width * r.width
	for at := 0; at < len(r.args); at += step {
		chunk := r.args[at:min(at+step, len(r.args))]
		var b strings.Builder
		b.WriteString(into)
		for i := range chunk {
			switch {
			case i == 0:
				b.WriteString("(")
			case i%r.width == 0:
				b.WriteString("), (")
			default:
				b.WriteString(", ")
			}
			b.WriteString("$" + strconv.Itoa(i+1))
		}
		b.WriteString(")")
		if _, err := tx.exec(b.String(), chunk...); err != nil {
			return err
		}
	}
	return nil
}

// AuditLog gives everything that is stored of one tree, for verification.
func (tx *Tx) AuditLog() (audit.Log, error) {
	log := audit.Log{Tree: string(tx.org)}
	err := tx.one(`SELECT size, root, frontier, checkpoints FROM audit_head WHERE organisation_id = $1`,
		[]any{string(tx.org)}, &log.Head.Size, &log.Head.Root, &log.Head.Frontier, &log.Head.Checkpoints)
	if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
		return audit.Log{}, fmt.Errorf("store: audit head: %w", err)
	}
	if err != nil {
		log.Head.Root = (&audit.Tree{}).Root().String()
	}
	log.Leaves = sequence(tx, `SELECT position, subject, salt, payload FROM audit_leaf
		WHERE organisation_id = $1 AND position > $2 ORDER BY position LIMIT $3`, readLeaf)
	log.Nodes = sequence(tx, `SELECT position, hash FROM audit_node
		WHERE organisation_id = $1 AND position > $2 ORDER BY position LIMIT $3`, readNode)
	log.Checkpoints = sequence(tx, `SELECT sequence, size, note FROM audit_checkpoint
		WHERE organisation_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`, readCheckpoint)
	return log, nil
}

func readLeaf(scan func(...any) error) (audit.Leaf, int64, error) {
	var l audit.Leaf
	err := scan(&l.Position, &l.Subject, &l.Salt, &l.Payload)
	return l, l.Position, err
}

func readNode(scan func(...any) error) (audit.Node, int64, error) {
	var n audit.Node
	var hash []byte
	if err := scan(&n.Position, &hash); err != nil {
		return n, 0, err
	}
	if len(hash) == tlog.HashSize { // any other length is left zero, and found as changed
		n.Hash = tlog.Hash(hash)
	}
	return n, n.Position, nil
}

func readCheckpoint(scan func(...any) error) (audit.CheckpointRow, int64, error) {
	var c audit.CheckpointRow
	err := scan(&c.Sequence, &c.Size, &c.Note)
	return c, c.Sequence, err
}

// sequence reads rows in pages by their ascending number, because a
// transaction on PostgreSQL holds one open result at a time and verification
// walks three tables together.
func sequence[T any](tx *Tx, query string, read func(func(...any) error) (T, int64, error)) iter.Seq2[T, error] {
	const page = 5000
	return func(yield func(T, error) bool) {
		var got []T
		for after := int64(math.MinInt64); ; {
			got = got[:0]
			err := tx.each(query, []any{string(tx.org), after, page}, func(scan func(...any) error) error {
				row, number, err := read(scan)
				got, after = append(got, row), number
				return err
			})
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, row := range got {
				if !yield(row, nil) {
					return
				}
			}
			if len(got) < page {
				return
			}
		}
	}
}
