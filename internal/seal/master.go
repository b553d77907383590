package seal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// masterHeader is the first line of a key file.
const masterHeader = "rugdekking-master-key-1"

// masterID is the key id of the master key in the keys that it wraps.
const masterID = vpt.KeyID("00000000-0000-0000-0000-000000000001")

// Master is the installation's secret: it wraps the organisations' keys, signs
// the audit log's checkpoints and keys the blind indexes. Each use has its own
// key, derived by HKDF-SHA-256 (RFC 5869). They stand behind a function, so
// that printing a Master never shows a key: fmt follows a pointer to a struct
// when it does not know the verb.
type Master struct{ keys func() *masterKeys }

type masterKeys struct {
	wrap  Key
	index []byte
	sign  ed25519.PrivateKey
	check []byte
}

// NewMaster makes the text of a new key file.
func NewMaster() []byte {
	return []byte(masterHeader + "\n" + base64.StdEncoding.EncodeToString(random(keySize)) + "\n")
}

// ParseMaster reads a key file.
func ParseMaster(file []byte) (*Master, error) {
	header, rest, ok := strings.Cut(string(bytes.TrimSpace(file)), "\n")
	if !ok || strings.TrimSpace(header) != masterHeader {
		return nil, errMaster
	}
	secret, err := base64.StdEncoding.DecodeString(strings.TrimSpace(rest))
	if err != nil || len(secret) != keySize {
		return nil, errMaster
	}
	m := &masterKeys{}
	wrap, err := derive(secret, "wrap")
	if err != nil {
		return nil, err
	}
	if m.wrap, err = newKey(masterID, wrap); err != nil {
		return nil, err
	}
	if m.index, err = derive(secret, "blind index"); err != nil {
		return nil, err
	}
	if m.check, err = derive(secret, "check"); err != nil {
		return nil, err
	}
	seed, err := derive(secret, "checkpoint")
	if err != nil {
		return nil, err
	}
	m.sign = ed25519.NewKeyFromSeed(seed)
	return &Master{keys: func() *masterKeys { return m }}, nil
}

func derive(secret []byte, use string) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "rugdekking "+use, keySize)
	if err != nil {
		return nil, fmt.Errorf("seal: derive: %w", err)
	}
	return key, nil
}

// Wrap is the key that wraps the organisations' keys.
func (m *Master) Wrap() Key { return m.keys().wrap }

// Sign is the key that signs checkpoints of the audit log.
func (m *Master) Sign() ed25519.PrivateKey { return m.keys().sign }

// Check is a value to store with the database: another master key gives
// another, so that a wrong key is refused at start and not at the first read.
func (m *Master) Check() []byte {
	mac := hmac.New(sha256.New, m.keys().check)
	mac.Write([]byte("check"))
	return mac.Sum(nil)
}

// BlindIndex gives a keyed hash by which an exact value can be looked up
// without being readable. Domain keeps equal values of different sorts apart;
// scope, such as an organisation, keeps equal values of different owners apart.
func (m *Master) BlindIndex(domain, scope, value string) []byte {
	mac := hmac.New(sha256.New, m.keys().index)
	for _, part := range []string{domain, scope, value} {
		fmt.Fprintf(mac, "%d:%s", len(part), part)
	}
	return mac.Sum(nil)
}
