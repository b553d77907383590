package nl

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParseDate reads a date as people type it, in Dutch or English: gisteren,
// "afgelopen maandag", 3 dagen geleden, 1-7, 01/07/2026, 1 juli, July 1,
// 2026-07-01. Numbers are day before month. Today is a day in the
// organisation's time zone.
//
// A date without a year is the most recent one that is not in the future. A
// weekday alone is the last one before today. A weekday in front of a date must
// be right, because one of the two is a mistake otherwise.
func ParseDate(text string, today time.Time) (string, bool) {
	today = midnight(today)
	words := dateWords(text)
	if len(words) == 0 || len(words) > 6 {
		return "", false
	}
	if t, ok := spokenDay(words, today); ok {
		return t.Format(dayLayout), true
	}
	weekday, named := weekdayWord(words[0])
	if named {
		words = words[1:]
	}
	t, ok := writtenDay(words, today)
	if !ok || named && t.Weekday() != weekday {
		return "", false
	}
	return t.Format(dayLayout), true
}

// dateWords splits on everything that people put between the parts of a date,
// and parts "1juli" and "1e" into number and letters.
func dateWords(text string) []string {
	if len(text) > 60 {
		return nil
	}
	var b strings.Builder
	var last rune
	for _, r := range strings.ToLower(strings.TrimSpace(text)) {
		switch {
		case strings.ContainsRune("-/.,'’", r):
			r = ' '
		case unicode.IsDigit(last) && unicode.IsLetter(r), unicode.IsLetter(last) && unicode.IsDigit(r):
			b.WriteRune(' ')
		}
		b.WriteRune(r)
		last = r
	}
	var words []string
	for _, w := range strings.Fields(b.String()) {
		switch w {
		case "op", "de", "on", "the", "of", "e", "ste", "st", "nd", "rd", "th":
		default:
			words = append(words, w)
		}
	}
	return words
}

// spokenDay reads days that are told from today.
func spokenDay(words []string, today time.Time) (time.Time, bool) {
	switch strings.Join(words, " ") {
	case "vandaag", "nu", "nu net", "net", "zojuist", "vanochtend", "vanmorgen", "vanmiddag", "vanavond", "vannacht",
		"today", "now", "just now", "this morning", "this afternoon", "this evening":
		return today, true
	case "gisteren", "gister", "gisterochtend", "gistermorgen", "gistermiddag", "gisteravond", "gisternacht",
		"yesterday", "last night":
		return today.AddDate(0, 0, -1), true
	case "eergisteren", "day before yesterday":
		return today.AddDate(0, 0, -2), true
	case "morgen", "tomorrow":
		return today.AddDate(0, 0, 1), true
	case "overmorgen", "day after tomorrow":
		return today.AddDate(0, 0, 2), true
	}
	if t, ok := daysAgo(words, today); ok {
		return t, true
	}
	return lastWeekday(words, today)
}

// daysAgo reads "3 dagen geleden", "een week geleden", "2 weeks ago".
func daysAgo(words []string, today time.Time) (time.Time, bool) {
	if len(words) != 3 || words[2] != "geleden" && words[2] != "ago" {
		return time.Time{}, false
	}
	n, ok := smallNumber(words[0])
	if !ok || n < 0 || n > 366 {
		return time.Time{}, false
	}
	switch words[1] {
	case "dag", "dagen", "day", "days":
		return today.AddDate(0, 0, -n), true
	case "week", "weken", "weeks":
		return today.AddDate(0, 0, -7*n), true
	}
	return time.Time{}, false
}

// lastWeekday reads "maandag", "afgelopen maandag", "vorige week maandag".
func lastWeekday(words []string, today time.Time) (time.Time, bool) {
	weekBefore := false
	switch {
	case len(words) == 3 && words[1] == "week" && (words[0] == "vorige" || words[0] == "last"):
		weekBefore, words = true, words[2:]
	case len(words) == 2 && (words[0] == "afgelopen" || words[0] == "vorige" || words[0] == "last"):
		words = words[1:]
	}
	if len(words) != 1 {
		return time.Time{}, false
	}
	d, ok := weekdayWord(words[0])
	if !ok {
		return time.Time{}, false
	}
	fromMonday := func(d time.Weekday) int { return (int(d) + 6) % 7 }
	if weekBefore {
		return today.AddDate(0, 0, fromMonday(d)-fromMonday(today.Weekday())-7), true
	}
	back := (int(today.Weekday()) - int(d) + 7) % 7
	if back == 0 {
		back = 7
	}
	return today.AddDate(0, 0, -back), true
}

// writtenDay reads day, month and perhaps a year, in the orders people use.
func writtenDay(words []string, today time.Time) (time.Time, bool) {
	if len(words) == 1 && len(words[0]) == 8 {
		w := words[0]
		if t, ok := written(w[:2], w[2:4], w[4:], today); ok {
			return t, true
		}
		return written(w[6:], w[4:6], w[:4], today)
	}
	if len(words) < 2 || len(words) > 3 {
		return time.Time{}, false
	}
	year := ""
	if len(words) == 3 {
		year = words[2]
	}
	if _, monthFirst := monthWord(words[0]); monthFirst {
		return written(words[1], words[0], year, today)
	}
	if yearFirst := len(words[0]) == 4; yearFirst && year != "" {
		return written(year, words[1], words[0], today)
	}
	return written(words[0], words[1], year, today)
}

// written makes a date of its parts; month may be a number or a name, year may
// be empty or have two digits.
func written(day, month, year string, today time.Time) (time.Time, bool) {
	d, errDay := strconv.Atoi(day)
	m, named := monthWord(month)
	if !named {
		n, err := strconv.Atoi(month)
		if err != nil || len(month) > 2 {
			return time.Time{}, false
		}
		m = time.Month(n)
	}
	if errDay != nil || len(day) > 2 {
		return time.Time{}, false
	}
	if year == "" {
		return mostRecent(m, d, today)
	}
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 2 && len(year) != 4 {
		return time.Time{}, false
	}
	if len(year) == 2 {
		y += 2000
	}
	return exact(y, m, d)
}

// mostRecent finds the last year in which the day exists and is not after
// today. Leap days lie at most eight years apart.
func mostRecent(m time.Month, d int, today time.Time) (time.Time, bool) {
	for y := today.Year(); y >= today.Year()-8; y-- {
		if t, ok := exact(y, m, d); ok && !t.After(today) {
			return t, true
		}
	}
	return time.Time{}, false
}

// exact refuses days that do not exist, which time.Date would move.
func exact(y int, m time.Month, d int) (time.Time, bool) {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return t, y >= 1900 && y < 2200 && t.Month() == m && t.Day() == d
}

// monthWord reads the name of a month or its first three letters.
func monthWord(w string) (time.Month, bool) {
	switch w {
	case "mrt", "mar":
		return time.March, true
	case "okt":
		return time.October, true
	case "may":
		return time.May, true
	case "sept":
		return time.September, true
	}
	for m := time.January; m <= time.December; m++ {
		for _, name := range []string{MonthName(m, "nl"), strings.ToLower(m.String())} {
			if w == name || len(w) == 3 && w == name[:3] {
				return m, true
			}
		}
	}
	return 0, false
}

// weekdayWord reads the name of a weekday or its short form.
func weekdayWord(w string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		dutch, english := Weekday(d, "nl"), strings.ToLower(d.String())
		if w == dutch || w == dutch[:2] || w == english || w == english[:3] {
			return d, true
		}
	}
	return 0, false
}
