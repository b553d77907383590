package credential

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestToken(t *testing.T) {
	token, stored := NewToken("rdk_")
	other, _ := NewToken("rdk_")
	bare, ok := strings.CutPrefix(token.Reveal(), "rdk_")
	raw, err := base64.RawURLEncoding.DecodeString(bare)
	if !ok || err != nil || len(raw) != 32 || token.Reveal() == other.Reveal() {
		t.Errorf("token of %d random bytes, prefix %v, %v", len(raw), ok, err)
	}
	if !HashToken(token).Equal(stored) || HashToken(other).Equal(stored) || HashToken(vpt.NewPrivate(bare)).Equal(stored) {
		t.Error("the hash does not single out the whole token")
	}
	if strings.Contains(fmt.Sprintf("%v %+v %s %q", token, token, token, token), bare) {
		t.Error("a token prints itself")
	}
}

func TestHashTokenIsSHA256(t *testing.T) {
	// FIPS 180-4, example "abc".
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got := HashToken(vpt.NewPrivate("abc")).Hex(); got != want {
		t.Errorf("hash of abc = %s", got)
	}
}
