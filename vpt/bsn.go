package vpt

import "regexp"

// bsnShapes are the ways in which nine digits are written as one number:
// 123456789, groups of three, and 1234.56.789, as on old cards. A text that was
// pasted may have spaces that do not break (U+00A0, U+202F) between the groups.
var bsnShapes = regexp.MustCompile(`\d{9}|\d{3}[ .\x{a0}\x{202f}-]\d{3}[ .\x{a0}\x{202f}-]\d{3}|\d{4}[ .\x{a0}\x{202f}-]\d{2}[ .\x{a0}\x{202f}-]\d{3}`)

// countryCode is what makes the nine digits behind it a phone number: +31 or
// 0031, with or without "(0)".
var countryCode = regexp.MustCompile(`(?:^|\D)(?:\+|00)\d{1,3}[ .-]?(?:\(0\))?[ .-]?$`)

// countryCodeMax is more bytes than the longest country code takes.
const countryCodeMax = 16

// noBSN notes "bsn" at path when text holds a valid citizen service number:
// Rugdekking never stores one.
func noBSN(p *Problems, path string, text Private) {
	if HoldsBSN(text.reveal()) {
		p.Add(path, "bsn")
	}
}

// HoldsBSN reports whether text holds a number of nine digits that passes the
// eleven test of the Dutch citizen service number (9·d1+8·d2+…+2·d8−1·d9 is
// divisible by 11; Logisch Ontwerp BSN). Longer numbers, such as phone and
// account numbers, are left alone.
func HoldsBSN(text string) bool {
	if !manyDigits(text) { // the rule for nearly every text, and much cheaper
		return false
	}
	for from := 0; from < len(text); {
		m := bsnShapes.FindStringIndex(text[from:])
		if m == nil {
			return false
		}
		start, end := from+m[0], from+m[1]
		alone := (start == 0 || !isDigit(text[start-1])) && (end == len(text) || !isDigit(text[end]))
		if alone && elevenTest(text[start:end]) && !countryCode.MatchString(text[max(0, start-countryCodeMax):start]) {
			return true
		}
		from = start + 1
	}
	return false
}

// manyDigits reports whether text has nine digits at all.
func manyDigits(text string) bool {
	n := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			if n++; n == 9 {
				return true
			}
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func elevenTest(number string) bool {
	sum, place := 0, 9
	for i := range len(number) {
		if !isDigit(number[i]) {
			continue
		}
		digit := int(number[i] - '0')
		if place == 1 {
			digit = -digit
		}
		sum += place * digit
		place--
	}
	return sum%11 == 0 && sum != 0
}
