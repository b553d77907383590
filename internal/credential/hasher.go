// Package credential knows what proves that someone is who she says: hashed
// passwords, time-based codes, recovery codes and random tokens.
//
// It exists so that hashing happens in one place, with one bound on memory and
// one answer time, and so that hashes never leave through the door. It must
// never store anything, look anybody up, print a secret, or be called inside a
// database transaction: a hash takes tens of milliseconds on purpose.
package credential

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"sync/atomic"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"rugdekking/vpt"
)

// Params is the cost of one hash.
type Params struct {
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

// Recommended returns the cost for new hashes: 19 MiB, two passes, one lane,
// the minimum of the OWASP Password Storage Cheat Sheet for Argon2id.
func Recommended() Params { return Params{MemoryKiB: 19 * 1024, Passes: 2, Lanes: 1} }

const (
	saltBytes = 16
	hashBytes = 32
	// queuePerWorker bounds how many wait for a turn. Beyond it the answer is
	// "not now" at once: a flood of sign-ins must not pile up requests.
	queuePerWorker = 32
)

// PasswordHash is an Argon2id hash in PHC form, made to be stored. It has no
// String method on purpose: a driver that prefers one would store that.
type PasswordHash string

// Verdict is the outcome of a verification.
type Verdict struct {
	Match bool
	// Rehash says that the hash matched but was made at another cost than the
	// present one, so the caller does well to store a new hash now.
	Rehash bool
}

// Hasher hashes and verifies, a bounded number at a time. It is safe for use
// by several goroutines.
type Hasher struct {
	params  Params
	turns   chan struct{}
	waiting atomic.Int64
	decoy   []byte
}

// NewHasher returns a Hasher that makes hashes at cost p, at most concurrent at
// a time: memory in use stays under concurrent × p.MemoryKiB.
func NewHasher(p Params, concurrent int) (*Hasher, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if concurrent < 1 {
		return nil, errors.New("credential: at least one hash at a time must be allowed")
	}
	return &Hasher{params: p, turns: make(chan struct{}, concurrent), decoy: randomBytes(saltBytes)}, nil
}

// Hash makes the hash of a password, with a new salt. The error is of kind
// unavailable when no turn came before ctx ended or the queue was full.
func (h *Hasher) Hash(ctx context.Context, password vpt.Private) (PasswordHash, error) {
	salt := randomBytes(saltBytes)
	key, err := h.derive(ctx, password, salt, h.params, hashBytes)
	if err != nil {
		return "", err
	}
	return phc{params: h.params, salt: salt, key: key}.encode(), nil
}

// Verify compares a password with a stored hash, in constant time. A wrong
// password is a Verdict, not an error; an unreadable hash is an internal error.
func (h *Hasher) Verify(ctx context.Context, stored PasswordHash, password vpt.Private) (Verdict, error) {
	parsed, err := parsePHC(stored)
	if err != nil {
		return Verdict{}, fmt.Errorf("verify password: %w", err)
	}
	key, err := h.derive(ctx, password, parsed.salt, parsed.params, uint32(len(parsed.key)))
	if err != nil {
		return Verdict{}, err
	}
	if subtle.ConstantTimeCompare(key, parsed.key) != 1 {
		return Verdict{}, nil
	}
	outdated := parsed.params != h.params || len(parsed.key) != hashBytes || len(parsed.salt) != saltBytes
	return Verdict{Match: true, Rehash: outdated}, nil
}

// VerifyUnknown does the work of Verify for an account that does not exist, so
// that the answer takes as long. There is no outcome but the error of Verify.
func (h *Hasher) VerifyUnknown(ctx context.Context, password vpt.Private) error {
	_, err := h.derive(ctx, password, h.decoy, h.params, hashBytes)
	return err
}

// derive waits for a turn and runs Argon2id on the NFC form of the password, so
// that an é typed on one keyboard equals an é typed on another.
func (h *Hasher) derive(ctx context.Context, password vpt.Private, salt []byte, p Params, size uint32) ([]byte, error) {
	if err := h.enter(ctx); err != nil {
		return nil, err
	}
	defer h.leave()
	text := norm.NFC.String(password.Reveal())
	return argon2.IDKey([]byte(text), salt, p.Passes, p.MemoryKiB, p.Lanes, size), nil
}

func (h *Hasher) enter(ctx context.Context) error {
	if h.waiting.Add(1) > int64(queuePerWorker*cap(h.turns)) {
		h.waiting.Add(-1)
		return vpt.ErrUnavailable.Because(errors.New("credential: too many hashes wait"))
	}
	defer h.waiting.Add(-1)
	select {
	case h.turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return vpt.ErrUnavailable.Because(fmt.Errorf("credential: wait for a turn: %w", ctx.Err()))
	}
}

func (h *Hasher) leave() { <-h.turns }

// randomBytes cannot fail: crypto/rand ends the program rather than return
// fewer bytes (Go 1.24 and later).
func randomBytes(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}
