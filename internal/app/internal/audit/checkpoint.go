package audit

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// keyName is the name of the signer in a checkpoint, as sumdb/note wants one.
const keyName = "rugdekking"

// Checkpoint is a signed statement of a tree's size and root, made with each
// commit. The n-th checkpoint of a tree has sequence n, counted from one.
type Checkpoint struct {
	Tree     string
	Sequence int64
	Size     int64
	Root     tlog.Hash
}

// Signer signs checkpoints.
type Signer struct {
	key  ed25519.PrivateKey
	hash uint32
	vkey string
}

// NewSigner makes a signer of an Ed25519 key.
func NewSigner(key ed25519.PrivateKey) (*Signer, error) {
	vkey, err := note.NewEd25519VerifierKey(keyName, key.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, fmt.Errorf("audit: signer: %w", err)
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, fmt.Errorf("audit: signer: %w", err)
	}
	return &Signer{key: key, hash: v.KeyHash(), vkey: vkey}, nil
}

// PublicKey is the text with which anybody verifies the checkpoints.
func (s *Signer) PublicKey() string { return s.vkey }

// Name, KeyHash and Sign make a Signer a note.Signer.
func (s *Signer) Name() string { return keyName }

// KeyHash identifies the key within a note.
func (s *Signer) KeyHash() uint32 { return s.hash }

// Sign signs the text of a note.
func (s *Signer) Sign(msg []byte) ([]byte, error) { return ed25519.Sign(s.key, msg), nil }

// Sign gives the signed note of a checkpoint.
func (c Checkpoint) Sign(s *Signer) (string, error) {
	signed, err := note.Sign(&note.Note{Text: c.text()}, s)
	if err != nil {
		return "", fmt.Errorf("audit: checkpoint: %w", err)
	}
	return string(signed), nil
}

func (c Checkpoint) text() string {
	return fmt.Sprintf("rugdekking/%s\n%d\n%s\n%d\n", c.Tree, c.Size,
		base64.StdEncoding.EncodeToString(c.Root[:]), c.Sequence)
}

// NewVerifier reads a public key text.
func NewVerifier(publicKey string) (note.Verifier, error) {
	v, err := note.NewVerifier(strings.TrimSpace(publicKey))
	if err != nil {
		return nil, fmt.Errorf("audit: public key: %w", err)
	}
	return v, nil
}

// OpenCheckpoint checks the signature of a note and reads it.
func OpenCheckpoint(signed string, v note.Verifier) (Checkpoint, error) {
	n, err := note.Open([]byte(signed), note.VerifierList(v))
	if err != nil {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint: %w", err)
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 5 {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint of %d lines", len(lines))
	}
	c := Checkpoint{Tree: strings.TrimPrefix(lines[0], "rugdekking/")}
	if c.Size, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint size: %w", err)
	}
	if c.Root, err = tlog.ParseHash(lines[2]); err != nil {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint root: %w", err)
	}
	if c.Sequence, err = strconv.ParseInt(lines[3], 10, 64); err != nil {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint sequence: %w", err)
	}
	// The text is signed, but the last bits of the signature's base64 and what
	// stands around it are not: only the exact bytes that signing gives pass.
	if c.text() != n.Text || len(n.Sigs) != 1 || !exact(signed, n) {
		return Checkpoint{}, fmt.Errorf("audit: checkpoint is not in its own form")
	}
	return c, nil
}

func exact(signed string, n *note.Note) bool {
	raw, err := base64.StdEncoding.Strict().DecodeString(n.Sigs[0].Base64)
	return err == nil && signed == n.Text+"\n— "+keyName+" "+base64.StdEncoding.EncodeToString(raw)+"\n"
}
