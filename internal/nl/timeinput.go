package nl

import (
	"fmt"
	"strconv"
	"strings"
)

// spoken is a time of day while it is being read. Half says that the day part
// is not known: "half drie" is 2:30 until something says which half of the day.
type spoken struct {
	minutes int // since midnight or noon
	half    bool
}

// ParseTime reads a time of day as people type it, in Dutch or English: 14:30,
// 14.30, 14u30, 1430, half drie, kwart over 2, 2 uur 's nachts, 2:30 pm. The
// result is HH:MM.
//
// A spoken time without a part of the day falls between 7:00 and 18:59: "2 uur"
// is 14:00, "half acht" is 07:30. Written with minutes, as in 2:30, it is what
// it says.
func ParseTime(text string) (string, bool) {
	if len(text) > 40 {
		return "", false
	}
	words, part := timeWords(text)
	if len(words) == 0 {
		return "", false
	}
	s, ok := readTime(words)
	if !ok {
		return "", false
	}
	minutes, ok := s.place(part)
	if !ok {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60), true
}

// timeWords splits, drops what does not matter and takes the part of the day out.
func timeWords(text string) (words []string, part string) {
	text = strings.NewReplacer("’s ", "'s ", "a.m.", "am", "p.m.", "pm", "~", " ", "±", " ").Replace(strings.ToLower(text))
	for _, w := range strings.Fields(text) {
		if cut, ok := clockSuffix(w); ok {
			words, part = append(words, w[:len(w)-2]), cut
			continue
		}
		if number, glued := strings.CutSuffix(w, "uur"); glued && number != "" { // "2uur"
			words = append(words, number, "uur")
			continue
		}
		switch w {
		case "om", "rond", "ongeveer", "circa", "ca", "ca.", "at", "about", "around", "'s", "in", "the", "de":
		case "uur", "u", "u.", "o'clock":
			words = append(words, "uur")
		case "nachts", "nacht", "night":
			part = "nacht"
		case "ochtends", "morgens", "ochtend", "morning", "am":
			part = "am"
		case "middags", "middag", "afternoon", "avonds", "avond", "evening", "pm":
			part = "pm"
		default:
			words = append(words, w)
		}
	}
	return words, part
}

// clockSuffix finds am or pm glued to a number: "2pm".
func clockSuffix(w string) (string, bool) {
	if len(w) < 3 || w[0] < '0' || w[0] > '9' {
		return "", false
	}
	s := w[len(w)-2:]
	return s, s == "am" || s == "pm"
}

// readTime reads the words that are left after timeWords.
func readTime(words []string) (spoken, bool) {
	if last := len(words) - 1; last > 0 && words[last] == "uur" {
		words = words[:last]
	}
	switch strings.Join(words, " ") {
	case "middernacht", "midnight":
		return spoken{}, true
	case "noon":
		return spoken{minutes: 12 * 60}, true
	}
	switch len(words) {
	case 1:
		return oneWord(words[0])
	case 2:
		if h, ok := hourWord(words[1]); ok && words[0] == "half" {
			return spoken{h*60 - 30, true}, true
		}
	case 3:
		if words[1] == "uur" { // "14 uur 30"
			return digits(words[0], words[2])
		}
		return around(words[0], words[1], words[2], 0)
	case 4:
		if words[2] == "half" { // "tien over half drie"
			return around(words[0], words[1], words[3], -30)
		}
	}
	return spoken{}, false
}

// around reads "kwart over twee", "five to three", shifted by some minutes.
func around(amount, side, hour string, shift int) (spoken, bool) {
	h, ok := hourWord(hour)
	n, known := minuteWord(amount)
	if !ok || !known {
		return spoken{}, false
	}
	switch side {
	case "over", "past":
		return spoken{h*60 + n + shift, true}, true
	case "voor", "to":
		return spoken{h*60 - n + shift, true}, true
	}
	return spoken{}, false
}

// oneWord reads "14:30", "14u30", "1430", "14" and "twee".
func oneWord(w string) (spoken, bool) {
	for _, mark := range []string{":", ".", "u", "h"} {
		if h, m, ok := strings.Cut(w, mark); ok && h != "" {
			if m == "" {
				return bareHour(h)
			}
			return digits(h, m)
		}
	}
	if len(w) == 4 {
		if s, ok := digits(w[:2], w[2:]); ok {
			return s, true
		}
	}
	return bareHour(w)
}

// bareHour reads an hour without minutes. A leading zero says that the clock of
// 24 hours is meant.
func bareHour(w string) (spoken, bool) {
	if h, ok := hourWord(w); ok && !strings.HasPrefix(w, "0") {
		return spoken{h * 60, true}, true
	}
	return digits(w, "00")
}

// digits reads hour and minutes of the clock of 24 hours.
func digits(hour, minute string) (spoken, bool) {
	h, errHour := strconv.ParseUint(hour, 10, 8)
	m, errMinute := strconv.ParseUint(minute, 10, 8)
	if errHour != nil || errMinute != nil || h > 23 || m > 59 || len(hour) > 2 || len(minute) != 2 {
		return spoken{}, false
	}
	return spoken{minutes: int(h)*60 + int(m)}, true
}

// place puts s in the day. Afternoon and evening hours may also be written on
// the clock of 24 hours ("14:30 's middags"); a contradiction is refused.
func (s spoken) place(part string) (int, bool) {
	minutes := (s.minutes + 24*60) % (24 * 60)
	noon := 12 * 60
	switch part {
	case "am": // 12:30 am is half an hour after midnight
		return minutes % noon, minutes < noon+60
	case "nacht": // eleven at night is before midnight, two at night after it
		if minutes >= 10*60 && minutes < noon {
			return minutes + noon, true
		}
		if s.half {
			return minutes % noon, true
		}
		return minutes, minutes < 6*60 || minutes >= 22*60
	case "pm":
		if minutes < noon {
			minutes += noon
		}
		return minutes, true
	}
	if s.half && minutes < 7*60 {
		minutes += noon
	}
	return minutes, true
}

// hourWord reads 1 to 12, in digits or letters.
func hourWord(w string) (int, bool) {
	n, ok := smallNumber(w)
	return n, ok && n >= 1 && n <= 12
}

// minuteWord reads the minutes that people put before "over" and "voor".
func minuteWord(w string) (int, bool) {
	switch w {
	case "kwart", "quarter":
		return 15, true
	case "half": // "half past two"
		return 30, true
	}
	n, ok := smallNumber(w)
	return n, ok && n >= 1 && n <= 29
}

// smallNumber reads a number in digits, or up to twenty in letters.
func smallNumber(w string) (int, bool) {
	words := [][]string{{"een", "één", "one", "a"}, {"twee", "two"}, {"drie", "three"}, {"vier", "four"}, {"vijf", "five"},
		{"zes", "six"}, {"zeven", "seven"}, {"acht", "eight"}, {"negen", "nine"}, {"tien", "ten"}, {"elf", "eleven"}, {"twaalf", "twelve"}}
	for i, same := range words {
		for _, word := range same {
			if w == word {
				return i + 1, true
			}
		}
	}
	if w == "twintig" || w == "twenty" {
		return 20, true
	}
	n, err := strconv.ParseUint(w, 10, 16)
	return int(n), err == nil
}
