package nl

import (
	"math/big"
	"strconv"
	"strings"
)

// Number writes a whole number with its thousands apart: "1.234", "1,234".
func Number(n int64, lang string) string {
	sign, digits := "", strconv.FormatInt(n, 10)
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	return sign + grouped(digits, lang)
}

// Percent writes part of whole in percent with the given decimals, rounded half
// up, counted exactly: "44,9%", "44.9%". It gives "–" when whole is 0, because
// a share of nothing is not 0.
func Percent(part, whole int64, decimals int, lang string) string {
	if whole == 0 {
		return "–"
	}
	return Decimal(big.NewRat(part*100, whole), decimals, lang) + "%"
}

// Decimal writes a number with the given decimals, rounded half away from zero,
// which for positive numbers is half up: "26,4", "26.4".
func Decimal(r *big.Rat, decimals int, lang string) string {
	text := r.FloatString(max(decimals, 0))
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	if strings.Trim(whole+fraction, "0") == "" {
		sign = "" // minus nothing is nothing
	}
	if fraction == "" {
		return sign + grouped(whole, lang)
	}
	return sign + grouped(whole, lang) + mark(lang, ",", ".") + fraction
}

// Euro writes an amount in cents: "€ 10.000,00", "€10,000.00".
func Euro(cents int64, lang string) string {
	return currency(Decimal(big.NewRat(cents, 100), 2, lang), lang)
}

// WholeEuro writes an amount in euros without cents: "€ 10.000", "€10,000".
func WholeEuro(euros int64, lang string) string { return currency(Number(euros, lang), lang) }

// currency puts the sign before an amount, as each language does.
func currency(amount, lang string) string {
	if lang != "en" {
		return "€ " + amount
	}
	if rest, negative := strings.CutPrefix(amount, "-"); negative {
		return "-€" + rest
	}
	return "€" + amount
}

// grouped puts a mark between thousands.
func grouped(digits, lang string) string {
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(mark(lang, ".", ","))
		}
		b.WriteRune(d)
	}
	return b.String()
}

func mark(lang, dutch, english string) string {
	if lang == "en" {
		return english
	}
	return dutch
}
