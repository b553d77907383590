package credential

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rugdekking/vpt"
)

const (
	minPasswordRunes = 12
	// maxPasswordRunes only keeps somebody from sending a book; standards ask
	// that 64 and more be accepted (OWASP ASVS 5.0, 6.2.9).
	maxPasswordRunes = 256
	// minOwnRunes is what must remain when the words that everybody uses are
	// taken away, minBesideName when the person's own name is.
	minOwnRunes   = 5
	minBesideName = 8
)

// The codes of a password that is refused. There are no rules on capitals,
// digits and signs, and no forced change: they make passwords worse
// (NIST SP 800-63B §3.1.1.2, OWASP ASVS 5.0 6.2.5 and 6.2.10).
const (
	CodePasswordShort  = "wachtwoord-te-kort"
	CodePasswordLong   = "wachtwoord-te-lang"
	CodePasswordCommon = "wachtwoord-te-bekend"
	CodePasswordName   = "wachtwoord-bevat-naam"
)

//go:embed bekend.txt
var commonText string

// PasswordRules judges new passwords. It is read-only and safe for use by
// several goroutines.
type PasswordRules struct{ common []string }

// NewPasswordRules reads the embedded list of well-known passwords.
func NewPasswordRules() *PasswordRules {
	var words []string
	for line := range strings.Lines(commonText) {
		if word := strings.TrimSpace(line); word != "" && !strings.HasPrefix(word, "#") {
			words = append(words, fold(word))
		}
	}
	return &PasswordRules{common: longestFirst(words)}
}

// Owner is whose password it is: her name and e-mail address may not be all
// there is to it. Either may be empty.
type Owner struct {
	Name  vpt.Private
	Email vpt.Private
}

// Check returns the code of what is wrong with a new password, or "" when
// nothing is. Lengths count characters of the NFC form, as a person counts.
func (r *PasswordRules) Check(password vpt.Private, of Owner) string {
	text := norm.NFC.String(password.Reveal())
	switch n := utf8.RuneCountInString(text); {
	case n < minPasswordRunes:
		return CodePasswordShort
	case n > maxPasswordRunes:
		return CodePasswordLong
	}
	bare := fold(text)
	beside := without(bare, nameParts(of))
	if beside != bare && significant(beside) < minBesideName {
		return CodePasswordName
	}
	if distinct(bare) < minOwnRunes || significant(without(withoutYears(beside), r.common)) < minOwnRunes {
		return CodePasswordCommon
	}
	return ""
}

// fold gives the form in which passwords are compared with words: lower case,
// accents off, the usual signs for letters turned back.
func fold(text string) string {
	lookalikes := strings.NewReplacer("@", "a", "$", "s", "!", "", "€", "e")
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return lookalikes.Replace(plain)
}

// without takes words out of text, longest first. A gap stays where a word
// was, so that what is left and right of it does not form a new word. Each word
// is also sought with digits for letters: w3lk0m.
func without(text string, words []string) string {
	letters := strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t").Replace(text)
	out := []byte(text)
	for _, word := range words {
		for _, seen := range []string{text, letters} {
			for at := 0; ; {
				i := strings.Index(seen[at:], word)
				if i < 0 {
					break
				}
				blank(out[at+i : at+i+len(word)])
				at += i + len(word)
			}
		}
	}
	return string(out)
}

// withoutYears takes out 19.. and 20.., which people add to a word.
func withoutYears(text string) string {
	out := []byte(text)
	for i := 0; i+4 <= len(out); i++ {
		century := string(out[i : i+2])
		if (century == "19" || century == "20") && isDigit(out[i+2]) && isDigit(out[i+3]) {
			blank(out[i : i+4])
		}
	}
	return string(out)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// nameParts are the words of name and address long enough to mean something.
func nameParts(of Owner) []string {
	split := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	var parts []string
	for _, text := range []string{of.Name.Reveal(), of.Email.Reveal()} {
		for _, part := range strings.FieldsFunc(fold(norm.NFC.String(strings.ReplaceAll(text, "@", " "))), split) {
			if utf8.RuneCountInString(part) >= 3 {
				parts = append(parts, part)
			}
		}
	}
	return longestFirst(parts)
}

func longestFirst(words []string) []string {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// significant counts letters and digits, one for a row of the same.
func significant(text string) int {
	n := 0
	var last rune
	for _, r := range text {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && r != last {
			n++
		}
		last = r
	}
	return n
}

func distinct(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	return len(seen)
}
