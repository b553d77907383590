// Package audit is the log of who did and read what: entries, a Merkle tree
// over them, signed checkpoints, and the verification of all of it.
//
// It exists so that a privacy officer or an ombudsman can check, with the
// public key alone, that nothing was changed or taken out. It is pure: the
// store keeps the rows. An entry never holds personal text, only ids, codes
// and names of fields.
package audit

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Outcome tells how an act ended.
type Outcome string

// The outcomes. A failed change leaves no entry: it did not happen.
const (
	Allowed Outcome = "toegestaan"
	Denied  Outcome = "geweigerd"
)

// saltSize is how many random bytes keep an erased payload from being guessed.
const saltSize = 16

// Entry is one line of the log.
type Entry struct {
	At      time.Time // of the act
	Actor   string    // sort:id
	Action  string    // noun.verb
	Subject string    // sort:id; empty for acts on no object
	Outcome Outcome
	Fields  []string // names of what changed
	Count   int      // rows in a list
	Request string   // id of the request
}

// payload is an entry as it is stored and hashed. Its field order is fixed.
type payload struct {
	At      int64    `json:"op"` // UTC microseconds
	Actor   string   `json:"actor"`
	Action  string   `json:"actie"`
	Subject string   `json:"object,omitempty"`
	Outcome Outcome  `json:"resultaat"`
	Fields  []string `json:"velden,omitempty"`
	Count   int      `json:"aantal,omitempty"`
	Request string   `json:"oorsprong,omitempty"`
}

// Leaf is an entry as a row. Salt and Payload may be erased together; Hash
// then still proves that something stood there.
type Leaf struct {
	Position int64
	Subject  string
	Salt     []byte
	Payload  string
}

// Seal makes the leaf of an entry; the position is given when it is appended.
func (e Entry) Seal() (Leaf, error) {
	text, err := json.Marshal(payload{
		At: e.At.UnixMicro(), Actor: e.Actor, Action: e.Action, Subject: e.Subject,
		Outcome: e.Outcome, Fields: e.Fields, Count: e.Count, Request: e.Request,
	})
	if err != nil {
		return Leaf{}, fmt.Errorf("audit: entry: %w", err)
	}
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt)
	return Leaf{Subject: e.Subject, Salt: salt, Payload: string(text)}, nil
}

// Entry reads the entry back from a leaf.
func (l Leaf) Entry() (Entry, error) {
	var p payload
	if err := json.Unmarshal([]byte(l.Payload), &p); err != nil {
		return Entry{}, fmt.Errorf("audit: leaf %d: %w", l.Position, err)
	}
	return Entry{
		At: time.UnixMicro(p.At).UTC(), Actor: p.Actor, Action: p.Action, Subject: p.Subject,
		Outcome: p.Outcome, Fields: p.Fields, Count: p.Count, Request: p.Request,
	}, nil
}

// Hash is the leaf's place in the tree: RFC 6962's hash of salt and payload.
func (l Leaf) Hash() tlog.Hash {
	data := make([]byte, 0, len(l.Salt)+len(l.Payload))
	data = append(data, l.Salt...)
	return tlog.RecordHash(append(data, l.Payload...))
}
