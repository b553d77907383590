package credential

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"strings"

	"rugdekking/vpt"
)

const (
	recoveryCodes = 10
	// recoveryAlphabet leaves out 0, 1, i, l and o, which people mix up when
	// they copy from paper. Ten signs of 31 are 49 bits; the hash is therefore
	// the slow one of passwords (OWASP ASVS 5.0, 6.5.2).
	recoveryAlphabet = "23456789abcdefghjkmnpqrstuvwxyz"
	recoveryLength   = 10
)

// NewRecoveryCodes makes ten single-use codes such as "k7m2p-9xw4d" and their
// hashes, in the same order. The set shares one salt, so that verifying one
// code costs one hash and not ten.
func (h *Hasher) NewRecoveryCodes(ctx context.Context) ([]vpt.Private, []PasswordHash, error) {
	salt := randomBytes(saltBytes)
	codes := make([]vpt.Private, 0, recoveryCodes)
	hashes := make([]PasswordHash, 0, recoveryCodes)
	for range recoveryCodes {
		bare := newRecoveryCode()
		key, err := h.derive(ctx, vpt.NewPrivate(bare), salt, h.params, hashBytes)
		if err != nil {
			return nil, nil, fmt.Errorf("make recovery codes: %w", err)
		}
		codes = append(codes, vpt.NewPrivate(bare[:recoveryLength/2]+"-"+bare[recoveryLength/2:]))
		hashes = append(hashes, phc{params: h.params, salt: salt, key: key}.encode())
	}
	return codes, hashes, nil
}

// VerifyRecoveryCode returns the index in stored of the code that was typed,
// or -1. The caller removes that hash in the transaction that signs in. Upper
// case, spaces and hyphens do not matter. A wrong code costs as much as a right
// one, also when there is none left.
func (h *Hasher) VerifyRecoveryCode(ctx context.Context, stored []PasswordHash, typed vpt.Private) (int, error) {
	bare := vpt.NewPrivate(bareRecoveryCode(typed.Reveal()))
	if len(stored) == 0 {
		return -1, h.VerifyUnknown(ctx, bare)
	}
	found := -1
	derived := map[string][]byte{}
	for i, one := range stored {
		parsed, err := parsePHC(one)
		if err != nil {
			return -1, fmt.Errorf("verify recovery code: %w", err)
		}
		set := fmt.Sprint(parsed.params, parsed.salt, len(parsed.key))
		if derived[set] == nil {
			derived[set], err = h.derive(ctx, bare, parsed.salt, parsed.params, uint32(len(parsed.key)))
			if err != nil {
				return -1, fmt.Errorf("verify recovery code: %w", err)
			}
		}
		if subtle.ConstantTimeCompare(derived[set], parsed.key) == 1 {
			found = i
		}
	}
	return found, nil
}

func newRecoveryCode() string {
	var b strings.Builder
	for range recoveryLength {
		// Int draws without bias; it fails only when crypto/rand does, never.
		n, _ := rand.Int(rand.Reader, big.NewInt(int64(len(recoveryAlphabet))))
		b.WriteByte(recoveryAlphabet[n.Int64()])
	}
	return b.String()
}

func bareRecoveryCode(typed string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '\u2011' || r == '\u2013' {
			return -1
		}
		return dropSpaces(r)
	}, strings.ToLower(strings.TrimSpace(typed)))
}
