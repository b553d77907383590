package credential

import (
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"

	"rugdekking/vpt"
)

const (
	// totpPeriod, six digits and SHA-1 are what every authenticator app
	// understands; several ignore the URI and assume them.
	totpPeriod      = 30 * time.Second
	totpSecretBytes = 20 // RFC 4226 §4: 160 bits recommended
	totpSkew        = 1  // steps before and after now, RFC 6238 §5.2
)

// NewTOTPSecret returns a new shared secret of 160 bits, base32 without padding.
func NewTOTPSecret() vpt.Private {
	return vpt.NewPrivate(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(randomBytes(totpSecretBytes)))
}

// TOTPURI returns the otpauth address that an authenticator app reads from a QR
// code. Issuer is the organisation's name, account what the app shows beside
// it, usually the e-mail address. It holds the secret.
func TOTPURI(secret vpt.Private, issuer string, account vpt.Private) (vpt.Private, error) {
	if _, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret.Reveal()); err != nil {
		// Not the cause itself: it shows a byte of the secret.
		return vpt.Private{}, fmt.Errorf("totp uri: %w", otp.ErrValidateSecretInvalidBase32)
	}
	// The label is issuer:account, so neither may hold a colon. The address is
	// built here because the library escapes no ampersand in a query. A space
	// is %20: several apps show the plus that a query may have instead.
	noColon := strings.NewReplacer(":", " ")
	issuer = noColon.Replace(issuer)
	query := url.Values{
		"secret": {secret.Reveal()}, "issuer": {issuer}, "algorithm": {"SHA1"}, "digits": {"6"},
		"period": {strconv.Itoa(int(totpPeriod / time.Second))},
	}
	u := url.URL{
		Scheme: "otpauth", Host: "totp", Path: "/" + issuer + ":" + noColon.Replace(account.Reveal()),
		RawQuery: strings.ReplaceAll(query.Encode(), "+", "%20"),
	}
	return vpt.NewPrivate(u.String()), nil
}

// VerifyTOTP reports whether code is right at now, one step of 30 seconds early
// or late included, and which step it belongs to. The caller stores that step
// and passes it as lastStep next time (0 before the first): a code of that step
// or an earlier one is refused, so that no code works twice (RFC 6238 §5.2).
func VerifyTOTP(secret, code vpt.Private, now time.Time, lastStep int64) (step int64, ok bool) {
	typed := strings.Map(dropSpaces, code.Reveal())
	current := now.Unix() / int64(totpPeriod/time.Second)
	for candidate := current - totpSkew; candidate <= current+totpSkew; candidate++ {
		right, err := totpCode(secret, candidate)
		if err != nil {
			return 0, false
		}
		same := subtle.ConstantTimeCompare([]byte(right), []byte(typed)) == 1
		// All candidates are computed, so that time does not tell which matched.
		if same && !ok && candidate > lastStep {
			step, ok = candidate, true
		}
	}
	return step, ok
}

// TOTPCode returns the code of the moment t, for the demo's guide and for tests.
func TOTPCode(secret vpt.Private, t time.Time) (vpt.Private, error) {
	code, err := totpCode(secret, t.Unix()/int64(totpPeriod/time.Second))
	return vpt.NewPrivate(code), err
}

func totpCode(secret vpt.Private, step int64) (string, error) {
	if step < 0 {
		return "", fmt.Errorf("totp code: step before 1970")
	}
	code, err := hotp.GenerateCodeCustom(secret.Reveal(), uint64(step), hotp.ValidateOpts{
		Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return "", fmt.Errorf("totp code: %w", err)
	}
	return code, nil
}

// dropSpaces drops the space that apps show in the middle of a code; any other
// sign stays, so that it makes the code wrong.
func dropSpaces(r rune) rune {
	if r == ' ' || r == '\u00a0' || r == '\u202f' {
		return -1
	}
	return r
}
