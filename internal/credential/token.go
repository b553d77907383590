package credential

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"

	"rugdekking/vpt"
)

const tokenBytes = 32

// TokenHash is the SHA-256 of a token: what is stored in its place. One fast
// hash is enough, because a token is 256 random bits.
type TokenHash [sha256.Size]byte

// NewToken makes a token of 256 random bits, base64url without padding, for a
// session, an invitation or an API client, and the hash to store. Prefix tells
// people and secret scanners what kind of token it is; it may be empty.
func NewToken(prefix string) (vpt.Private, TokenHash) {
	token := vpt.NewPrivate(prefix + base64.RawURLEncoding.EncodeToString(randomBytes(tokenBytes)))
	return token, HashToken(token)
}

// HashToken returns the hash under which a token, prefix included, is stored.
func HashToken(token vpt.Private) TokenHash { return sha256.Sum256([]byte(token.Reveal())) }

// Equal compares in constant time.
func (h TokenHash) Equal(other TokenHash) bool {
	return subtle.ConstantTimeCompare(h[:], other[:]) == 1
}

// Hex returns the hash as 64 hexadecimal digits, for a text column.
func (h TokenHash) Hex() string { return hex.EncodeToString(h[:]) }

// Text gives a secret as text, for the command that made it and prints it once.
func Text(secret vpt.Private) string { return secret.Reveal() }

// Private wraps a hash for storing: hashes are sealed like personal text.
func (h PasswordHash) Private() vpt.Private { return vpt.NewPrivate(string(h)) }

// StoredHash is a hash as it came from storage.
func StoredHash(stored vpt.Private) PasswordHash { return PasswordHash(stored.Reveal()) }
