package credential

import (
	"encoding/base32"
	"net/url"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// rfcSecret is the SHA-1 key of RFC 6238 appendix B.
func rfcSecret() vpt.Private {
	return vpt.NewPrivate(base32.StdEncoding.EncodeToString([]byte("12345678901234567890")))
}

// The RFC prints eight digits; six are the last six of those.
func TestTOTPVectorsOfRFC6238(t *testing.T) {
	for _, c := range []struct {
		unix  int64
		eight string
	}{
		{59, "94287082"},
		{1111111109, "07081804"},
		{1111111111, "14050471"},
		{1234567890, "89005924"},
		{2000000000, "69279037"},
		{20000000000, "65353130"},
	} {
		at := time.Unix(c.unix, 0)
		step, ok := VerifyTOTP(rfcSecret(), vpt.NewPrivate(c.eight[2:]), at, 0)
		if !ok || step != c.unix/30 {
			t.Errorf("at %d: step %d, ok %v; want step %d", c.unix, step, ok, c.unix/30)
		}
		if code, err := TOTPCode(rfcSecret(), at); err != nil || code.Reveal() != c.eight[2:] {
			t.Errorf("code at %d = %q, %v", c.unix, code.Reveal(), err)
		}
	}
}

func TestTOTPWindowAndReplay(t *testing.T) {
	now := time.Unix(1234567890, 0)
	step := now.Unix() / 30
	for _, c := range []struct {
		name  string
		shift int64
		last  int64
		want  bool
	}{
		{"this step", 0, 0, true},
		{"a step late", -1, 0, true},
		{"a step early", 1, 0, true},
		{"two steps late", -2, 0, false},
		{"two steps early", 2, 0, false},
		{"this step used before", 0, step, false},
		{"an older step after a newer", -1, step, false},
		{"the next step after this one", 1, step, true},
	} {
		code, err := TOTPCode(rfcSecret(), now.Add(time.Duration(c.shift)*30*time.Second))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := VerifyTOTP(rfcSecret(), code, now, c.last)
		if ok != c.want || ok && got != step+c.shift {
			t.Errorf("%s: step %d, ok %v; want %v", c.name, got-step, ok, c.want)
		}
	}
}

func TestTOTPAsPeopleType(t *testing.T) {
	at := time.Unix(59, 0)
	for text, want := range map[string]bool{
		"287 082": true, " 287082 ": true, "287\u00a0082": true,
		"28708": false, "2870822": false, "287-082": false, "": false, "287082\x00": false,
	} {
		if _, ok := VerifyTOTP(rfcSecret(), vpt.NewPrivate(text), at, 0); ok != want {
			t.Errorf("%q: ok = %v, want %v", text, ok, want)
		}
	}
	if _, ok := VerifyTOTP(vpt.Private{}, vpt.Private{}, at, 0); ok {
		t.Error("nothing matches nothing")
	}
	if _, ok := VerifyTOTP(vpt.NewPrivate("geen base32!"), vpt.NewPrivate("287082"), at, 0); ok {
		t.Error("a broken secret matches")
	}
}

func TestNewTOTPSecret(t *testing.T) {
	a, b := NewTOTPSecret(), NewTOTPSecret()
	raw, err := base32.StdEncoding.DecodeString(a.Reveal())
	if err != nil || len(raw) != 20 || a.Reveal() == b.Reveal() {
		t.Errorf("secret of %d bytes, %v, equal %v", len(raw), err, a.Reveal() == b.Reveal())
	}
}

func TestTOTPURI(t *testing.T) {
	secret := NewTOTPSecret()
	uri, err := TOTPURI(secret, "Gemeente: Lindemeer & meer", vpt.NewPrivate("fatma@lindemeer.example"))
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(uri.Reveal())
	if err != nil || u.Scheme != "otpauth" || u.Host != "totp" {
		t.Fatalf("not an otpauth address: %v", err)
	}
	if u.Path != "/Gemeente  Lindemeer & meer:fatma@lindemeer.example" {
		t.Errorf("label = %q", u.Path)
	}
	q := u.Query()
	if q.Get("secret") != secret.Reveal() || q.Get("issuer") != "Gemeente  Lindemeer & meer" || q.Get("digits") != "6" || q.Get("period") != "30" {
		t.Errorf("query has other names: %d", len(q))
	}
	if strings.Contains(uri.String(), "otpauth") {
		t.Error("the address, which holds the secret, prints itself")
	}
	if _, err := TOTPURI(vpt.NewPrivate("geen base32!"), "x", vpt.NewPrivate("y")); err == nil {
		t.Error("a broken secret was accepted")
	}
}
