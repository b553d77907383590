package credential

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"

	"rugdekking/vpt"
)

// nonceBytes is how much of a familiar mark is random.
const nonceBytes = 16

// NewFamiliar makes the mark that a browser keeps after somebody signed in on
// it: a random number and its HMAC under key. With a key for each account, the
// mark proves an earlier sign-in to that account and nothing else (OWASP,
// "Slow Down Online Guessing Attacks with Device Cookies").
func NewFamiliar(key []byte) vpt.Private {
	nonce := base64.RawURLEncoding.EncodeToString(randomBytes(nonceBytes))
	return vpt.NewPrivate(nonce + "." + base64.RawURLEncoding.EncodeToString(familiarMAC(key, nonce)))
}

// Familiar checks a mark and gives its random number, by which attempts on that
// browser are counted apart.
func Familiar(mark vpt.Private, key []byte) (nonce string, ok bool) {
	nonce, text, found := strings.Cut(mark.Reveal(), ".")
	mac, err := base64.RawURLEncoding.DecodeString(text)
	return nonce, found && err == nil && hmac.Equal(mac, familiarMAC(key, nonce))
}

func familiarMAC(key []byte, nonce string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(nonce))
	return mac.Sum(nil)
}
