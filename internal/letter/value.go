package letter

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"rugdekking/vpt"
)

// clockTime is a time of day.
var clockTime = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

// strange reports whether text holds signs that nobody sees, such as ones that
// turn the direction of reading round.
func strange(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && invisible(r) }) || strings.ContainsRune(text, unicode.ReplacementChar)
}

func invisible(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// clean gives a value without signs that nobody sees, so that a value of only
// those counts as empty.
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case invisible(r):
			return -1
		}
		return r
	}, text))
}

// says reports whether a value says anything. A dash that somebody typed to
// get past a field leaves a hole as an empty value does.
func says(value string) bool {
	return strings.ContainsFunc(value, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// check notes what is wrong with a filled value.
func (f Field) check(p *vpt.Problems, value string) {
	p.MaxLen(f.Name, len(value), vpt.MaxText)
	switch {
	case (f.Form == Day || f.Form == Date) && !vpt.Date(value).Valid():
		p.Add(f.Name, "geen-datum")
	case f.Form == Clock && !clockTime.MatchString(value):
		p.Add(f.Name, "geen-tijd")
	}
}

// inline writes a value inside a sentence.
func (f Field) inline(value string) string {
	switch f.Form {
	case Day:
		return spoken(vpt.Date(value), false)
	case Date:
		return spoken(vpt.Date(value), true)
	case Lines:
		return enumerate(itemsOf(value))
	}
	return strings.Join(strings.Fields(value), " ")
}

// spoken writes a day as it is said: "6 juli 2026", "maandag 6 juli 2026".
func spoken(day vpt.Date, weekday bool) string {
	at := day.At(0, 0, time.UTC)
	months := [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	text := fmt.Sprintf("%d %s %d", at.Day(), months[at.Month()-1], at.Year())
	if !weekday {
		return text
	}
	days := [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}
	return days[at.Weekday()] + " " + text
}

// enumerate writes items inside a sentence: "a, b en c".
func enumerate(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + " en " + items[last]
}

// itemsOf gives the filled lines of a value, without the sign of a list.
func itemsOf(value string) []string {
	var items []string
	for row := range strings.SplitSeq(value, "\n") {
		if row = strings.Join(strings.Fields(bulletless(row)), " "); row == "" {
			continue
		}
		if strings.Contains(row, ". ") { // sentences, where the last one may lack its stop
			row = stopped(row)
		}
		items = append(items, row)
	}
	return items
}

// bullet reports whether a line of a value is a list item.
func bullet(row string) bool { return bulletless(row) != strings.TrimSpace(row) }

func bulletless(row string) string {
	row = strings.TrimSpace(row)
	for _, sign := range []string{"- ", "• ", "* "} {
		if rest, found := strings.CutPrefix(row, sign); found {
			return strings.TrimSpace(rest)
		}
	}
	return row
}

// stopped gives a paragraph that somebody typed with a full stop at the end,
// but not after an address of the web or mail, where it would be read as part.
func stopped(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 || strings.ContainsAny(words[len(words)-1], "@/.") {
		return text
	}
	if last := []rune(text)[len([]rune(text))-1]; unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')' {
		return text + "."
	}
	return text
}

// LongDay writes a day as it stands in a letter: "6 juli 2026".
func LongDay(day vpt.Date) string { return spoken(day, false) }
