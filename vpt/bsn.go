package vpt

import "regexp"

// bsnShapes are the ways in which nine digits are written as one number:
// 123456789, 123456.789-like groups of three, and 1234.56.789.
var bsnShapes = regexp.MustCompile(`\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}`)

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
		if alone && elevenTest(text[start:end]) {
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
