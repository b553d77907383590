package audit

import (
	"errors"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// Node is one stored hash of the tree, numbered as tlog numbers them: in the
// order in which appending makes them.
type Node struct {
	Position int64
	Hash     tlog.Hash
}

// Tree is the growing edge of a log: its size and the roots of its complete
// subtrees, largest first. That is all that appending needs.
type Tree struct {
	Size     int64
	frontier []tlog.Hash
}

// errFrontier is returned for an edge that does not fit its size.
var errFrontier = errors.New("audit: frontier does not fit the size of the tree")

// OpenTree reads a tree from its stored size and frontier.
func OpenTree(size int64, frontier []byte) (*Tree, error) {
	if size < 0 || len(frontier) != bits.OnesCount64(uint64(size))*tlog.HashSize {
		return nil, errFrontier
	}
	t := &Tree{Size: size}
	for len(frontier) > 0 {
		t.frontier = append(t.frontier, tlog.Hash(frontier[:tlog.HashSize]))
		frontier = frontier[tlog.HashSize:]
	}
	return t, nil
}

func (t *Tree) clone() *Tree {
	return &Tree{Size: t.Size, frontier: append([]tlog.Hash(nil), t.frontier...)}
}

// Frontier gives the edge for storing.
func (t *Tree) Frontier() []byte {
	out := make([]byte, 0, len(t.frontier)*tlog.HashSize)
	for _, h := range t.frontier {
		out = append(out, h[:]...)
	}
	return out
}

// Append adds a leaf hash and gives the nodes that came to be: the leaf itself
// and each subtree that it completed.
func (t *Tree) Append(leaf tlog.Hash) []Node {
	n, hash := t.Size, leaf
	nodes := []Node{{tlog.StoredHashIndex(0, n), hash}}
	for level := 0; n>>level&1 == 1; level++ {
		last := len(t.frontier) - 1
		hash = tlog.NodeHash(t.frontier[last], hash)
		t.frontier = t.frontier[:last]
		nodes = append(nodes, Node{tlog.StoredHashIndex(level+1, n>>(level+1)), hash})
	}
	t.frontier = append(t.frontier, hash)
	t.Size++
	return nodes
}

// Root is the tree's hash (RFC 6962); the zero hash when empty.
func (t *Tree) Root() tlog.Hash {
	if len(t.frontier) == 0 {
		return tlog.Hash{}
	}
	hash := t.frontier[len(t.frontier)-1]
	for i := len(t.frontier) - 2; i >= 0; i-- {
		hash = tlog.NodeHash(t.frontier[i], hash)
	}
	return hash
}
