package credential

import (
	"regexp"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestRecoveryCodes(t *testing.T) {
	h := newHasher(t, cheap())
	codes, hashes, err := h.NewRecoveryCodes(t.Context())
	if err != nil || len(codes) != 10 || len(hashes) != 10 {
		t.Fatalf("%d codes, %d hashes, %v", len(codes), len(hashes), err)
	}
	form := regexp.MustCompile(`^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$`)
	seen := map[string]bool{}
	for i, code := range codes {
		if !form.MatchString(code.Reveal()) || strings.ContainsAny(code.Reveal(), "01ilo") || seen[code.Reveal()] {
			t.Errorf("code %d: %q", i, code.Reveal())
		}
		seen[code.Reveal()] = true
		for _, typed := range []string{
			code.Reveal(), strings.ToUpper(code.Reveal()), strings.ReplaceAll(code.Reveal(), "-", " "), " " + strings.ReplaceAll(code.Reveal(), "-", "") + "\n",
		} {
			at, err := h.VerifyRecoveryCode(t.Context(), hashes, vpt.NewPrivate(typed))
			if err != nil || at != i {
				t.Errorf("code %d typed as %q: index %d, %v", i, typed, at, err)
			}
		}
	}
}

func TestRecoveryCodeWorksOnce(t *testing.T) {
	h := newHasher(t, cheap())
	codes, hashes, err := h.NewRecoveryCodes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	left := append(append([]PasswordHash{}, hashes[:3]...), hashes[4:]...)
	if at, err := h.VerifyRecoveryCode(t.Context(), left, codes[3]); err != nil || at != -1 {
		t.Errorf("a used code: index %d, %v", at, err)
	}
	if at, err := h.VerifyRecoveryCode(t.Context(), left, codes[4]); err != nil || at != 3 {
		t.Errorf("the next code: index %d, %v; want 3", at, err)
	}
	for _, typed := range []string{"", "-", "22222-22222", codes[4].Reveal()[:9]} {
		if at, err := h.VerifyRecoveryCode(t.Context(), left, vpt.NewPrivate(typed)); err != nil || at != -1 {
			t.Errorf("typed %q: index %d, %v", typed, at, err)
		}
	}
	if at, err := h.VerifyRecoveryCode(t.Context(), nil, codes[0]); err != nil || at != -1 {
		t.Errorf("none left: index %d, %v", at, err)
	}
	if _, err := h.VerifyRecoveryCode(t.Context(), []PasswordHash{"kapot"}, codes[0]); err == nil {
		t.Error("an unreadable hash passes in silence")
	}
}

func TestRecoveryCodesOfTwoSets(t *testing.T) {
	h := newHasher(t, cheap())
	_, first, _ := h.NewRecoveryCodes(t.Context())
	codes, second, _ := h.NewRecoveryCodes(t.Context())
	if at, err := h.VerifyRecoveryCode(t.Context(), append(first, second...), codes[0]); err != nil || at != 10 {
		t.Errorf("index %d, %v; want 10", at, err)
	}
}
