package vpt

import (
	"strconv"
	"strings"
)

// registerMonths are the Dutch months as registers write them: by name or by
// the first three letters.
var registerMonths = [12]string{
	"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
}

// RegisterDate reads a date as Dutch registers write it: 1-7-2014, 01/07/2014,
// 1.7.2014, 2014-07-01, 1 juli 2014, each with or without a time behind it. A
// number that stands first is the day, unless it is a year. A year of two
// digits is refused: it would be a guess which of the three is the year. An
// empty cell gives an empty date.
func RegisterDate(text string) (Date, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", true
	}
	day, ok := registerDayText(text)
	if !ok {
		return "", false
	}
	between := func(r rune) bool { return strings.ContainsRune("-/. ", r) }
	parts := strings.FieldsFunc(day, between)
	if len(parts) != 3 || strings.IndexFunc(day, between) == 0 {
		return "", false
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	return registerParts(parts[0], parts[1], parts[2])
}

// registerDayText takes a time of day off the end.
func registerDayText(text string) (string, bool) {
	cut := strings.LastIndexAny(text, " T")
	if cut < 0 || !strings.Contains(text[cut:], ":") {
		return text, true
	}
	day, clock := text[:cut], text[cut+1:]
	for part := range strings.SplitSeq(clock, ":") {
		part, _, _ = strings.Cut(part, ".") // fractions of a second
		if n, err := strconv.Atoi(part); err != nil || n < 0 || n > 59 || len(part) > 2 {
			return "", false
		}
	}
	return day, true
}

func registerParts(day, month, year string) (Date, bool) {
	d, err1 := strconv.Atoi(day)
	m, named := registerMonth(month)
	y, err2 := strconv.Atoi(year)
	if err1 != nil || err2 != nil || len(year) != 4 || len(day) > 2 || d < 1 || m == 0 {
		return "", false
	}
	if !named && len(month) > 2 {
		return "", false
	}
	date := Date(year[:4] + "-" + twoDigits(m) + "-" + twoDigits(d))
	if y < 1 || !date.Valid() {
		return "", false
	}
	return date, true
}

func registerMonth(text string) (number int, named bool) {
	if n, err := strconv.Atoi(text); err == nil {
		if n < 1 || n > 12 {
			return 0, false
		}
		return n, false
	}
	text = strings.ToLower(text)
	if text == "mrt" {
		return 3, true
	}
	for i, name := range registerMonths {
		if text == name || len(text) == 3 && strings.HasPrefix(name, text) || text == "sept" && i == 8 {
			return i + 1, true
		}
	}
	return 0, false
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
