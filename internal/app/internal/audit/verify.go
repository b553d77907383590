package audit

import (
	"bytes"
	"iter"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Head is a tree's stored state.
type Head struct {
	Size        int64
	Root        string
	Frontier    []byte
	Checkpoints int64
}

// CheckpointRow is a checkpoint as a row.
type CheckpointRow struct {
	Sequence int64
	Size     int64
	Note     string
}

// Log is everything that is stored of one tree, each sequence in ascending order.
type Log struct {
	Tree        string
	Head        Head
	Leaves      iter.Seq2[Leaf, error]
	Nodes       iter.Seq2[Node, error]
	Checkpoints iter.Seq2[CheckpointRow, error]
}

// Finding is one thing that is wrong: in which table and where.
type Finding struct {
	Tree     string
	Table    string
	Position int64
	What     string // code
}

// The codes of findings.
const (
	FoundMissing   = "rij-ontbreekt"
	FoundExtra     = "rij-te-veel"
	FoundChanged   = "rij-gewijzigd"
	FoundSignature = "handtekening-klopt-niet"
	FoundHead      = "stand-klopt-niet"
)

// verification walks the three tables of one tree side by side.
type verification struct {
	log      Log
	verifier note.Verifier
	findings []Finding
	tree     Tree
	node     func() (Node, error, bool)
	nextNode Node
	nodesEnd bool
	roots    map[int64]tlog.Hash // root at each size that a checkpoint names

	doubt      *Tree // the tree in case the stored hash of leaf doubtAt was changed
	doubtAt    int64
	doubtRoots map[int64]tlog.Hash
}

// limit keeps a ruined log from filling the memory with findings.
const limit = 100

// Verify recomputes every leaf and node of a log and compares them with what
// is stored: rows, counts, head and each checkpoint's signature and root. An
// error means that the rows could not be read.
func Verify(log Log, verifier note.Verifier) ([]Finding, error) {
	v := &verification{log: log, verifier: verifier, roots: map[int64]tlog.Hash{}}
	rows, err := v.readCheckpoints()
	if err != nil {
		return nil, err
	}
	if err := v.walk(); err != nil {
		return nil, err
	}
	if v.doubt != nil {
		v.settle(v.doubt.Root().String() == v.log.Head.Root)
	}
	v.checkpoints(rows)
	v.head()
	return v.findings, nil
}

func (v *verification) find(table string, position int64, what string) {
	if len(v.findings) < limit {
		v.findings = append(v.findings, Finding{v.log.Tree, table, position, what})
	}
}

func (v *verification) readCheckpoints() ([]CheckpointRow, error) {
	var rows []CheckpointRow
	for row, err := range v.log.Checkpoints {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
		v.roots[row.Size] = tlog.Hash{}
	}
	return rows, nil
}

func (v *verification) walk() error {
	next, stop := pull(v.log.Nodes)
	defer stop()
	v.node = next
	if err := v.advance(); err != nil {
		return err
	}
	for leaf, err := range v.log.Leaves {
		if err != nil {
			return err
		}
		for v.tree.Size < leaf.Position && v.tree.Size < v.log.Head.Size {
			// A missing leaf: its place is filled from the stored node, so that what
			// follows can still be checked.
			v.find("audit_leaf", v.tree.Size, FoundMissing)
			if err := v.add(v.storedLeaf()); err != nil {
				return err
			}
		}
		if leaf.Position >= v.log.Head.Size || leaf.Position < 0 {
			v.find("audit_leaf", leaf.Position, FoundExtra)
			continue
		}
		if entry, err := leaf.Entry(); err != nil || entry.Subject != leaf.Subject {
			v.find("audit_leaf", leaf.Position, FoundChanged)
		}
		if err := v.add(leaf.Hash()); err != nil {
			return err
		}
	}
	for v.tree.Size < v.log.Head.Size && len(v.findings) < limit {
		v.find("audit_leaf", v.tree.Size, FoundMissing)
		if err := v.add(v.storedLeaf()); err != nil {
			return err
		}
	}
	for !v.nodesEnd && len(v.findings) < limit {
		v.find("audit_node", v.nextNode.Position, FoundExtra)
		if err := v.advance(); err != nil {
			return err
		}
	}
	return nil
}

func (v *verification) storedLeaf() tlog.Hash {
	if !v.nodesEnd && v.nextNode.Position == tlog.StoredHashIndex(0, v.tree.Size) {
		return v.nextNode.Hash
	}
	return tlog.Hash{}
}

// add appends a leaf to the recomputed tree and compares the nodes it makes
// with the stored ones. Where leaf and stored leaf hash differ, either row may
// be the changed one: both are carried until a hash above them tells which.
func (v *verification) add(leaf tlog.Hash) error {
	position := v.tree.Size
	used := leaf
	atLeaf := !v.nodesEnd && v.nextNode.Position == tlog.StoredHashIndex(0, position)
	if atLeaf && v.nextNode.Hash != leaf {
		v.settle(false)
		v.doubt, v.doubtAt = v.tree.clone(), position
		used = v.nextNode.Hash
	}
	nodes := v.tree.Append(used)
	var other []Node
	if v.doubt != nil {
		other = v.doubt.Append(leaf)
	}
	for i, node := range nodes {
		if err := v.skipTo(node.Position); err != nil {
			return err
		}
		if v.nodesEnd || v.nextNode.Position > node.Position {
			v.find("audit_node", node.Position, FoundMissing)
			continue
		}
		stored := v.nextNode.Hash
		switch {
		case v.doubt != nil && i > 0 && other[i].Hash == stored && node.Hash != stored:
			v.settle(true)
			nodes = other
		case stored != node.Hash:
			v.find("audit_node", node.Position, FoundChanged)
		case v.doubt != nil && i > 0 && other[i].Hash != stored:
			v.settle(false)
		}
		if err := v.advance(); err != nil {
			return err
		}
	}
	v.keepRoots()
	return nil
}

// settle ends a doubt: the stored leaf hash was changed, or the leaf was.
func (v *verification) settle(node bool) {
	if v.doubt == nil {
		return
	}
	if node {
		v.find("audit_node", tlog.StoredHashIndex(0, v.doubtAt), FoundChanged)
		v.tree = *v.doubt
		for size, root := range v.doubtRoots {
			v.roots[size] = root
		}
	} else {
		v.find("audit_leaf", v.doubtAt, FoundChanged)
	}
	v.doubt, v.doubtRoots = nil, nil
}

func (v *verification) keepRoots() {
	if _, wanted := v.roots[v.tree.Size]; !wanted {
		return
	}
	v.roots[v.tree.Size] = v.tree.Root()
	if v.doubt != nil {
		if v.doubtRoots == nil {
			v.doubtRoots = map[int64]tlog.Hash{}
		}
		v.doubtRoots[v.tree.Size] = v.doubt.Root()
	}
}

func (v *verification) skipTo(position int64) error {
	for !v.nodesEnd && v.nextNode.Position < position {
		v.find("audit_node", v.nextNode.Position, FoundExtra)
		if err := v.advance(); err != nil {
			return err
		}
	}
	return nil
}

func (v *verification) advance() error {
	node, err, ok := v.node()
	if err != nil {
		return err
	}
	v.nextNode, v.nodesEnd = node, !ok
	return nil
}

func (v *verification) checkpoints(rows []CheckpointRow) {
	expected, lastSize := int64(1), int64(0)
	for _, row := range rows {
		for ; expected < row.Sequence; expected++ {
			v.find("audit_checkpoint", expected, FoundMissing)
		}
		expected = row.Sequence + 1
		c, err := OpenCheckpoint(row.Note, v.verifier)
		switch {
		case err != nil:
			v.find("audit_checkpoint", row.Sequence, FoundSignature)
		case c.Tree != v.log.Tree || c.Sequence != row.Sequence || c.Size != row.Size || c.Root != v.roots[row.Size]:
			v.find("audit_checkpoint", row.Sequence, FoundChanged)
		}
		lastSize = row.Size
	}
	if int64(len(rows)) > v.log.Head.Checkpoints {
		v.find("audit_checkpoint", int64(len(rows)), FoundExtra)
	}
	for ; expected <= v.log.Head.Checkpoints; expected++ {
		v.find("audit_checkpoint", expected, FoundMissing)
	}
	if len(v.findings) == 0 && lastSize != v.log.Head.Size {
		v.find("audit_head", lastSize, FoundHead)
	}
}

func (v *verification) head() {
	root := v.tree.Root()
	if v.log.Head.Root != root.String() || !bytes.Equal(v.log.Head.Frontier, v.tree.Frontier()) {
		v.find("audit_head", v.log.Head.Size, FoundHead)
	}
}

// pull turns a sequence into a function that gives the next of it.
func pull[T any](seq iter.Seq2[T, error]) (func() (T, error, bool), func()) {
	next, stop := iter.Pull2(seq)
	return func() (T, error, bool) {
		value, err, ok := next()
		return value, err, ok
	}, stop
}
