package seal

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"rugdekking/vpt"
)

// BlindText is BlindIndex for personal text, after folding: what a person
// would call the same gives the same index.
func (m *Master) BlindText(domain, scope string, text vpt.Private) []byte {
	return m.BlindIndex(domain, scope, fold(text.Reveal()))
}

// fold makes values equal that differ only in case, width, composed letters or
// space around them.
func fold(s string) string {
	return cases.Fold().String(norm.NFKC.String(strings.TrimSpace(s)))
}

// SortKey gives a key by which names sort as in a Dutch list of names, whatever
// their case and accents. It is personal text in another form and stays in memory.
func SortKey(text vpt.Private) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 { // accents, taken apart by the folding below
			return -1
		}
		return r
	}, norm.NFKD.String(fold(text.Reveal())))
}
