package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// plainNumber writes a number of XLSX or ODS without exponent and without the
// noise of binary fractions: a spreadsheet program shows 15 significant digits
// and so do we. What is no number is given back as it is.
func plainNumber(raw string) string {
	raw = strings.TrimSpace(raw)
	value, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		return raw
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 15, 64), 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// roundHalfUp gives value with a fixed number of decimals, rounding a half
// away from zero on the number as it is written in decimals: 0.285 with two
// decimals is 0.29, although its binary form lies just under the half.
func roundHalfUp(value float64, digits int) string {
	plain := strconv.FormatFloat(math.Abs(value), 'f', -1, 64)
	whole, fraction, _ := strings.Cut(plain, ".")
	fraction += strings.Repeat("0", max(0, digits+1-len(fraction)))
	kept := []byte(whole + fraction[:digits])
	if fraction[digits] >= '5' {
		kept = increment(kept)
	}
	point := len(kept) - digits
	text := string(kept[:point])
	if digits > 0 {
		text += "." + string(kept[point:])
	}
	if value < 0 && strings.Trim(text, "0.") != "" {
		text = "-" + text
	}
	return text
}

// increment adds one to a row of decimal digits.
func increment(digits []byte) []byte {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != '9' {
			digits[i]++
			return digits
		}
		digits[i] = '0'
	}
	return append([]byte{'1'}, digits...)
}

// momentText writes a moment as its date, followed by the time unless that is
// midnight.
func momentText(t time.Time) string {
	day := t.Format(time.DateOnly)
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return day
	}
	return day + " " + clockText(t.Hour()*3600+t.Minute()*60+t.Second())
}

// clockText writes a number of seconds as HH:MM, with seconds when there are any.
func clockText(seconds int) string {
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}

// isoText reads an ISO 8601 date or local moment as stored in XLSX (t="d") and
// ODS. What is neither is given back as it is.
func isoText(raw string) string {
	trimmed := strings.TrimSuffix(strings.TrimSpace(raw), "Z")
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, trimmed); err == nil {
			return momentText(t)
		}
	}
	return raw
}

// The days on which the serial numbers of XLSX count (ECMA-376 part 1,
// §18.17.4.1). The 1900 system holds a 29 February 1900 that never was; its
// first day is chosen such that every date from 1 March 1900 on is right.
var (
	epoch1900 = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// lastSerial is 31 December 9999 in the 1900 system.
const lastSerial = 2_958_465

// serialMoment turns a serial number into a moment, to the second.
func serialMoment(serial float64, epoch time.Time) time.Time {
	days := math.Floor(serial)
	seconds := math.Round((serial - days) * 86_400)
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	if epoch.Equal(epoch1900) && serial < 60 {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// serialOf is the serial number of a date in the 1900 system. Only right from
// 1 March 1900.
func serialOf(day time.Time) int {
	utc := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	return int((utc.Unix() - epoch1900.Unix()) / 86_400) // a Duration ends after 292 years
}
