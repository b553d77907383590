// Package seal encrypts personal text field by field, so that what lies on
// disk, in a backup or in a replica is unreadable without the master key, and
// so that destroying one key makes exactly one case or person unreadable.
//
// Each ciphertext names its key and is bound to organisation, table, column
// and row: moved elsewhere it does not open. The package holds no keys of its
// own and never touches a database: whoever stores wrapped keys asks it to
// wrap and unwrap them.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"

	"rugdekking/vpt"
)

// format is the first byte of a ciphertext.
const format = 1

const (
	keySize   = 32
	idSize    = 16
	overhead  = 1 + idSize + 12 + 16
	idTextLen = 36
)

// ErrSealed is returned when a ciphertext cannot be opened: wrong key, moved,
// damaged, or its key was destroyed. It never says which text.
var ErrSealed = errors.New("seal: cannot open")

// Place is where a ciphertext belongs; it is bound to it.
type Place struct {
	Organisation vpt.OrganisationID
	Table        string
	Column       string
	Row          string
}

// bytes gives the place as associated data. Each part stands behind its
// length, so that no two places read the same, however long their parts.
func (p Place) bytes() []byte {
	b := make([]byte, 0, len(p.Organisation)+len(p.Table)+len(p.Column)+len(p.Row)+4)
	for _, part := range []string{string(p.Organisation), p.Table, p.Column, p.Row} {
		b = binary.AppendUvarint(b, uint64(len(part)))
		b = append(b, part...)
	}
	return b
}

// Key is one usable sealing key.
type Key struct {
	ID   vpt.KeyID
	id   [idSize]byte
	aead cipher.AEAD
}

// newKey makes a usable key of raw bytes.
func newKey(id vpt.KeyID, raw []byte) (Key, error) {
	if len(raw) != keySize {
		return Key{}, fmt.Errorf("seal: key of %d bytes", len(raw))
	}
	k := Key{ID: id}
	if err := parseID(string(id), &k.id); err != nil {
		return Key{}, err
	}
	block, err := aes.NewCipher(raw)
	if err != nil {
		return Key{}, fmt.Errorf("seal: %w", err)
	}
	if k.aead, err = cipher.NewGCMWithRandomNonce(block); err != nil {
		return Key{}, fmt.Errorf("seal: %w", err)
	}
	return k, nil
}

// Seal encrypts text for place: format | key id | nonce | data. Empty text
// gives nil, so that "nothing filled in" stays visible as such.
func (k Key) Seal(place Place, text []byte) []byte {
	if len(text) == 0 {
		return nil
	}
	out := make([]byte, 0, len(text)+overhead)
	out = append(out, format)
	out = append(out, k.id[:]...)
	return k.aead.Seal(out, nil, text, place.bytes())
}

// Open decrypts what Seal made for the same place. Nil gives nil.
func (k Key) Open(place Place, sealed []byte) ([]byte, error) {
	if len(sealed) == 0 {
		return nil, nil
	}
	if len(sealed) < overhead || sealed[0] != format || [idSize]byte(sealed[1:1+idSize]) != k.id {
		return nil, ErrSealed
	}
	text, err := k.aead.Open(nil, nil, sealed[1+idSize:], place.bytes())
	if err != nil {
		return nil, ErrSealed
	}
	return text, nil
}

// SealText is Seal for personal text.
func (k Key) SealText(place Place, text vpt.Private) []byte {
	return k.Seal(place, []byte(text.Reveal()))
}

// OpenText is Open for personal text.
func (k Key) OpenText(place Place, sealed []byte) (vpt.Private, error) {
	text, err := k.Open(place, sealed)
	if err != nil {
		return vpt.Private{}, err
	}
	return vpt.NewPrivate(string(text)), nil
}

// KeyOf tells which key a ciphertext needs.
func KeyOf(sealed []byte) (vpt.KeyID, error) {
	if len(sealed) < overhead || sealed[0] != format {
		return "", ErrSealed
	}
	return formatID([idSize]byte(sealed[1 : 1+idSize])), nil
}

// parseID reads a UUID; formatID writes one. They are here so that this
// package needs nothing for it.
func parseID(text string, id *[idSize]byte) error {
	if len(text) != idTextLen {
		return errors.New("seal: key id is no UUID")
	}
	n := 0
	for i := 0; i < len(text); i++ {
		if i == 8 || i == 13 || i == 18 || i == 23 {
			if text[i] != '-' {
				return errors.New("seal: key id is no UUID")
			}
			continue
		}
		v := fromHex(text[i])
		if v > 15 {
			return errors.New("seal: key id is no UUID")
		}
		id[n/2] = id[n/2]<<4 | v
		n++
	}
	return nil
}

func fromHex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	}
	return 0xff
}

func formatID(id [idSize]byte) vpt.KeyID {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, idTextLen)
	for i, b := range id {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			out = append(out, '-')
		}
		out = append(out, digits[b>>4], digits[b&15])
	}
	return vpt.KeyID(out)
}

// random fills a new slice of n bytes. Reading the system's randomness does
// not fail on any system that Go supports; it ends the program if it does.
func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}
