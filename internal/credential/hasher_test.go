package credential

import (
	"context"
	"encoding/hex"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/argon2"

	"rugdekking/vpt"
)

// cheap keeps tests quick; TestRecommendedCost holds the real cost.
func cheap() Params { return Params{MemoryKiB: 64, Passes: 1, Lanes: 1} }

func newHasher(t *testing.T, p Params) *Hasher {
	t.Helper()
	h, err := NewHasher(p, 2)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func hash(t *testing.T, h *Hasher, password string) PasswordHash {
	t.Helper()
	stored, err := h.Hash(t.Context(), vpt.NewPrivate(password))
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func TestRecommendedCost(t *testing.T) {
	stored := hash(t, newHasher(t, Recommended()), "vier keer naar de markt")
	if !strings.HasPrefix(string(stored), "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash = %s, want 19 MiB, two passes, one lane", stored)
	}
	if parsed, err := parsePHC(stored); err != nil || len(parsed.salt) != 16 || len(parsed.key) != 32 {
		t.Errorf("salt and key have other sizes than 16 and 32 bytes (%v)", err)
	}
}

func TestVerify(t *testing.T) {
	h := newHasher(t, cheap())
	stored := hash(t, h, "een café om de hoek")
	for _, c := range []struct {
		name, password string
		want           bool
	}{
		{"the same", "een café om de hoek", true},
		{"e and accent typed apart", "een cafe\u0301 om de hoek", true},
		{"without the accent", "een cafe om de hoek", false},
		{"other case", "Een café om de hoek", false},
		{"a space more", "een café om de hoek ", false},
		{"empty", "", false},
	} {
		verdict, err := h.Verify(t.Context(), stored, vpt.NewPrivate(c.password))
		if err != nil || verdict.Match != c.want || verdict.Rehash {
			t.Errorf("%s: %+v %v, want match %v and no rehash", c.name, verdict, err, c.want)
		}
	}
	if other := hash(t, h, "een café om de hoek"); other == stored {
		t.Error("two hashes of one password are equal: no salt")
	}
}

func TestVerifyKnowsHashOfOtherMaker(t *testing.T) {
	// From the reference implementation's test suite (phc-winner-argon2,
	// src/test.c): password "password", salt "somesalt", version 0x13.
	const stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	verdict, err := newHasher(t, cheap()).Verify(t.Context(), stored, vpt.NewPrivate("password"))
	if err != nil || !verdict.Match || !verdict.Rehash {
		t.Errorf("verdict = %+v, %v; want match and rehash", verdict, err)
	}
}

func TestRehashWhenCostChanged(t *testing.T) {
	stored := hash(t, newHasher(t, cheap()), "vier keer naar de markt")
	dearer := newHasher(t, Params{MemoryKiB: 64, Passes: 2, Lanes: 1})
	right, err := dearer.Verify(t.Context(), stored, vpt.NewPrivate("vier keer naar de markt"))
	if err != nil || right != (Verdict{Match: true, Rehash: true}) {
		t.Errorf("right password: %+v, %v", right, err)
	}
	wrong, err := dearer.Verify(t.Context(), stored, vpt.NewPrivate("vijf keer naar de markt"))
	if err != nil || wrong != (Verdict{}) {
		t.Errorf("wrong password: %+v, %v; a wrong one never asks for a new hash", wrong, err)
	}
}

func TestParseRefuses(t *testing.T) {
	good := string(hash(t, newHasher(t, cheap()), "vier keer naar de markt"))
	for name, bad := range map[string]string{
		"empty":              "",
		"argon2i":            strings.Replace(good, "argon2id", "argon2i", 1),
		"old version":        strings.Replace(good, "v=19", "v=16", 1),
		"a gigabyte":         strings.Replace(good, "m=64", "m=1048576", 1),
		"no passes":          strings.Replace(good, "t=1", "t=0", 1),
		"many passes":        strings.Replace(good, "t=1", "t=1000", 1),
		"256 lanes":          strings.Replace(good, "p=1", "p=257", 1),
		"memory under lanes": strings.Replace(good, "m=64", "m=7", 1),
		"leading zero":       strings.Replace(good, "m=64", "m=064", 1),
		"other order":        strings.Replace(good, "m=64,t=1", "t=1,m=64", 1),
		"a part more":        good + "$",
		"short key":          good[:strings.LastIndex(good, "$")] + "$AAAA",
		"no key":             good[:strings.LastIndex(good, "$")],
	} {
		if _, err := newHasher(t, cheap()).Verify(t.Context(), PasswordHash(bad), vpt.NewPrivate("x")); err == nil {
			t.Errorf("%s: accepted", name)
		} else if strings.Contains(err.Error(), "$") {
			t.Errorf("%s: the error shows the hash: %v", name, err)
		}
	}
}

func FuzzParsePHC(f *testing.F) {
	f.Add("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
	f.Add("$argon2id$v=19$m=64,t=1,p=1$$")
	f.Fuzz(func(t *testing.T, text string) {
		parsed, err := parsePHC(PasswordHash(text))
		if err == nil && string(parsed.encode()) != text {
			t.Errorf("%q is read, but written as %q", text, parsed.encode())
		}
	})
}

// TestUnknownAccountDoesTheSameWork compares the bytes that were derived, not
// the clock: a busy machine makes time lie.
func TestUnknownAccountDoesTheSameWork(t *testing.T) {
	h := newHasher(t, cheap())
	key, err := h.derive(t.Context(), vpt.NewPrivate("raadsel"), h.decoy, h.params, hashBytes)
	if err != nil {
		t.Fatal(err)
	}
	want := argon2.IDKey([]byte("raadsel"), h.decoy, 1, 64, 1, 32)
	if hex.EncodeToString(key) != hex.EncodeToString(want) || len(h.decoy) != saltBytes {
		t.Error("the decoy is not hashed at the cost of a real one")
	}
	if err := h.VerifyUnknown(t.Context(), vpt.NewPrivate("raadsel")); err != nil {
		t.Errorf("VerifyUnknown: %v", err)
	}
	h.turns <- struct{}{}
	h.turns <- struct{}{}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := h.VerifyUnknown(ended, vpt.NewPrivate("raadsel")); !errors.Is(err, vpt.ErrUnavailable) {
		t.Errorf("VerifyUnknown without a turn = %v: it skipped the work", err)
	}
}

func TestTurnsAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHasher(t, cheap())
		h.turns <- struct{}{}
		h.turns <- struct{}{}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := h.Hash(ctx, vpt.NewPrivate("wacht"))
		if !errors.Is(err, vpt.ErrUnavailable) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a third hash did not wait for a turn: %v", err)
		}
	})
}

func TestQueueIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHasher(t, cheap())
		h.turns <- struct{}{}
		h.turns <- struct{}{}
		ctx, cancel := context.WithCancel(t.Context())
		var group sync.WaitGroup
		for range 2 * queuePerWorker {
			group.Go(func() { _ = h.VerifyUnknown(ctx, vpt.NewPrivate("wacht")) })
		}
		synctest.Wait()
		if err := h.VerifyUnknown(ctx, vpt.NewPrivate("een te veel")); !errors.Is(err, vpt.ErrUnavailable) {
			t.Errorf("with a full queue: %v, want unavailable at once", err)
		}
		cancel()
		group.Wait()
		h.leave()
		if err := h.VerifyUnknown(t.Context(), vpt.NewPrivate("weer ruimte")); err != nil {
			t.Errorf("after the flood: %v", err)
		}
	})
}

func TestNewHasherRefuses(t *testing.T) {
	if _, err := NewHasher(cheap(), 0); err == nil {
		t.Error("zero at a time was accepted: every sign-in would hang")
	}
	if _, err := NewHasher(Params{}, 1); err == nil {
		t.Error("no cost was accepted")
	}
}
