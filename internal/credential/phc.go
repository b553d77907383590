package credential

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Bounds on what a stored hash may ask: a row that somebody changed in the
// database must not make the server take a gigabyte or run for minutes.
const (
	maxMemoryKiB = 256 * 1024
	maxPasses    = 16
	maxLanes     = 16
	minSaltBytes = 8
	minHashBytes = 16
	maxPartBytes = 64
)

var errHash = errors.New("credential: not an Argon2id hash in PHC form")

// phc is a hash taken apart: https://github.com/P-H-C/phc-string-format.
type phc struct {
	params Params
	salt   []byte
	key    []byte
}

func (p Params) check() error {
	switch {
	case p.Passes < 1 || p.Passes > maxPasses,
		p.Lanes < 1 || p.Lanes > maxLanes,
		p.MemoryKiB < 8*uint32(p.Lanes) || p.MemoryKiB > maxMemoryKiB:
		return errors.New("credential: cost of Argon2id out of bounds")
	}
	return nil
}

func (h phc) encode() PasswordHash {
	b64 := base64.RawStdEncoding
	return PasswordHash(fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		h.params.MemoryKiB, h.params.Passes, h.params.Lanes, b64.EncodeToString(h.salt), b64.EncodeToString(h.key)))
}

// parsePHC reads what encode wrote and nothing else; the error never holds the
// hash.
func parsePHC(stored PasswordHash) (phc, error) {
	parts := strings.Split(string(stored), "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != "v="+strconv.Itoa(argon2.Version) {
		return phc{}, errHash
	}
	params, err := parseParams(parts[3])
	if err != nil {
		return phc{}, err
	}
	salt, err := parsePart(parts[4], minSaltBytes)
	if err != nil {
		return phc{}, err
	}
	key, err := parsePart(parts[5], minHashBytes)
	if err != nil {
		return phc{}, err
	}
	return phc{params: params, salt: salt, key: key}, nil
}

func parseParams(text string) (Params, error) {
	fields := strings.Split(text, ",")
	if len(fields) != 3 {
		return Params{}, errHash
	}
	var numbers [3]uint64
	for i, name := range []string{"m=", "t=", "p="} {
		digits, ok := strings.CutPrefix(fields[i], name)
		n, err := strconv.ParseUint(digits, 10, 32)
		if !ok || err != nil || strconv.FormatUint(n, 10) != digits {
			return Params{}, errHash
		}
		numbers[i] = n
	}
	if numbers[2] > maxLanes {
		return Params{}, errHash
	}
	p := Params{MemoryKiB: uint32(numbers[0]), Passes: uint32(numbers[1]), Lanes: uint8(numbers[2])}
	return p, p.check()
}

func parsePart(text string, least int) ([]byte, error) {
	raw, err := base64.RawStdEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) < least || len(raw) > maxPartBytes || strings.ContainsAny(text, "\r\n") {
		return nil, errHash
	}
	return raw, nil
}
