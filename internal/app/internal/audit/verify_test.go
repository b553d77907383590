package audit

import (
	"crypto/ed25519"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// rows is a log in memory, as the store would keep it.
type rows struct {
	head        Head
	leaves      []Leaf
	nodes       []Node
	checkpoints []CheckpointRow
}

func seq[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (r rows) log() Log {
	return Log{Tree: "org", Head: r.head, Leaves: seq(r.leaves), Nodes: seq(r.nodes), Checkpoints: seq(r.checkpoints)}
}

func build(t *testing.T, leaves int) (rows, note.Verifier) {
	t.Helper()
	signer, err := NewSigner(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := NewVerifier(signer.PublicKey())
	if err != nil {
		t.Fatal(err)
	}
	tree, r := &Tree{}, rows{}
	for i := range leaves {
		leaf, err := Entry{At: time.Unix(int64(i), 0), Actor: "persoon:x", Action: "case.read", Subject: fmt.Sprintf("zaak:%d", i), Outcome: Allowed}.Seal()
		if err != nil {
			t.Fatal(err)
		}
		leaf.Position = int64(i)
		r.leaves = append(r.leaves, leaf)
		r.nodes = append(r.nodes, tree.Append(leaf.Hash())...)
		if i%3 == 2 || i == leaves-1 {
			r.head.Checkpoints++
			signed, err := Checkpoint{Tree: "org", Sequence: r.head.Checkpoints, Size: tree.Size, Root: tree.Root()}.Sign(signer)
			if err != nil {
				t.Fatal(err)
			}
			r.checkpoints = append(r.checkpoints, CheckpointRow{r.head.Checkpoints, tree.Size, signed})
		}
	}
	r.head.Size, r.head.Root, r.head.Frontier = tree.Size, tree.Root().String(), tree.Frontier()
	return r, verifier
}

func verify(t *testing.T, r rows, v note.Verifier) []Finding {
	t.Helper()
	findings, err := Verify(r.log(), v)
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func TestVerify_CleanLog(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 8, 9, 64, 100} {
		r, v := build(t, n)
		if f := verify(t, r, v); len(f) != 0 {
			t.Errorf("%d leaves: %v", n, f)
		}
	}
}

func TestTree_RootIsThatOfTlog(t *testing.T) {
	tree := &Tree{}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, x := range indexes {
			out[i] = stored[x]
		}
		return out, nil
	})
	for n := range int64(130) {
		for _, node := range tree.Append(tlog.RecordHash([]byte{byte(n)})) {
			if node.Position != int64(len(stored)) {
				t.Fatalf("leaf %d: node at %d, want %d", n, node.Position, len(stored))
			}
			stored = append(stored, node.Hash)
		}
		want, err := tlog.TreeHash(n+1, reader)
		if err != nil || tree.Root() != want {
			t.Fatalf("size %d: root %v, want %v (%v)", n+1, tree.Root(), want, err)
		}
		again, err := OpenTree(tree.Size, tree.Frontier())
		if err != nil || again.Root() != want {
			t.Fatalf("size %d: reopened root differs (%v)", n+1, err)
		}
	}
}

// TestVerify_EveryByteOfEveryRow changes each byte of each column and expects
// a finding in the right table at the right place.
func TestVerify_EveryByteOfEveryRow(t *testing.T) {
	const leaves = 11
	clean, v := build(t, leaves)
	expect := func(name string, r rows, table string, position int64) {
		t.Helper()
		findings := verify(t, r, v)
		if !slices.ContainsFunc(findings, func(f Finding) bool { return f.Table == table && f.Position == position }) {
			t.Errorf("%s: got %v, want %s at %d", name, findings, table, position)
		}
	}
	for i := range clean.leaves {
		for column, change := range map[string]func(*Leaf, int){
			"salt":    func(l *Leaf, b int) { l.Salt = flip(l.Salt, b) },
			"payload": func(l *Leaf, b int) { l.Payload = string(flip([]byte(l.Payload), b)) },
			"subject": func(l *Leaf, b int) { l.Subject = string(flip([]byte(l.Subject), b)) },
		} {
			length := map[string]int{"salt": len(clean.leaves[i].Salt), "payload": len(clean.leaves[i].Payload), "subject": len(clean.leaves[i].Subject)}[column]
			for b := range length {
				r := clean
				r.leaves = slices.Clone(clean.leaves)
				change(&r.leaves[i], b)
				expect(fmt.Sprintf("leaf %d %s byte %d", i, column, b), r, "audit_leaf", int64(i))
			}
		}
	}
	for i := range clean.nodes {
		for b := range tlog.HashSize {
			r := clean
			r.nodes = slices.Clone(clean.nodes)
			r.nodes[i].Hash[b] ^= 1
			expect(fmt.Sprintf("node %d byte %d", i, b), r, "audit_node", clean.nodes[i].Position)
		}
	}
	for i := range clean.checkpoints {
		for b := range len(clean.checkpoints[i].Note) {
			r := clean
			r.checkpoints = slices.Clone(clean.checkpoints)
			r.checkpoints[i].Note = string(flip([]byte(r.checkpoints[i].Note), b))
			expect(fmt.Sprintf("checkpoint %d byte %d", i, b), r, "audit_checkpoint", int64(i+1))
		}
		r := clean
		r.checkpoints = slices.Clone(clean.checkpoints)
		r.checkpoints[i].Size++
		expect("checkpoint size", r, "audit_checkpoint", int64(i+1))
	}
	for name, change := range map[string]func(*Head){
		"root": func(h *Head) { h.Root = string(flip([]byte(h.Root), 3)) }, "frontier": func(h *Head) { h.Frontier = flip(h.Frontier, 5) },
	} {
		r := clean
		change(&r.head)
		expect("head "+name, r, "audit_head", leaves)
	}
	for _, delta := range []int64{-1, 1} {
		r := clean
		r.head.Size += delta
		if f := verify(t, r, v); len(f) == 0 {
			t.Errorf("head size %+d: no finding", delta)
		}
		r = clean
		r.head.Checkpoints += delta
		if f := verify(t, r, v); len(f) == 0 {
			t.Errorf("head checkpoints %+d: no finding", delta)
		}
	}
}

func TestVerify_EveryDeletedRow(t *testing.T) {
	clean, v := build(t, 11)
	for i := range clean.leaves {
		r := clean
		r.leaves = slices.Delete(slices.Clone(clean.leaves), i, i+1)
		want := Finding{"org", "audit_leaf", int64(i), FoundMissing}
		if f := verify(t, r, v); !slices.Equal(f, []Finding{want}) {
			t.Errorf("leaf %d deleted: %v", i, f)
		}
	}
	for i := range clean.nodes {
		r := clean
		r.nodes = slices.Delete(slices.Clone(clean.nodes), i, i+1)
		if f := verify(t, r, v); !slices.Contains(f, Finding{"org", "audit_node", int64(i), FoundMissing}) {
			t.Errorf("node %d deleted: %v", i, f)
		}
	}
	for i := range clean.checkpoints {
		r := clean
		r.checkpoints = slices.Delete(slices.Clone(clean.checkpoints), i, i+1)
		if f := verify(t, r, v); !slices.Contains(f, Finding{"org", "audit_checkpoint", int64(i + 1), FoundMissing}) {
			t.Errorf("checkpoint %d deleted: %v", i+1, f)
		}
	}
}

func flip(b []byte, at int) []byte {
	out := slices.Clone(b)
	out[at] ^= 1
	return out
}
