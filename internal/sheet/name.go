package sheet

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// longestName is how many UTF-16 units the name of a sheet may have in Excel.
const longestName = 31

// names gives the sheets of a document names that both formats accept: without
// the characters that stand for something in references, not too long, and
// each once, whatever its capitals.
func names(sheets []Sheet) []string {
	all := make([]string, len(sheets))
	taken := map[string]bool{"history": true} // reserved by Excel
	for i, s := range sheets {
		name := cleanName(s.Name)
		if name == "" {
			name = fmt.Sprintf("Blad %d", i+1)
		}
		for n, base := 2, name; taken[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = shorten(base, longestName-len(suffix)) + suffix
		}
		taken[strings.ToLower(name)] = true
		all[i] = name
	}
	return all
}

func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return writable(r)
	}, name)
	return shorten(strings.Trim(strings.Join(strings.Fields(name), " "), "' "), longestName)
}

// shorten cuts a name to a number of UTF-16 units, and off an apostrophe or
// space that has come to stand at the end.
func shorten(name string, units int) string {
	for i, r := range name {
		if units -= utf16.RuneLen(r); units < 0 {
			return strings.TrimRight(name[:i], "' ")
		}
	}
	return name
}
