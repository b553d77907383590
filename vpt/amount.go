package vpt

import (
	"math/big"
	"strconv"
	"strings"
)

// Cents is an amount of money in euro cents.
type Cents int64

// MaxAmount is the largest amount that is taken: ten million euros.
const MaxAmount Cents = 10_000_000_00

// ParseAmount reads an amount as people type it: 12, 12,5, 12,50, 1.234,50,
// € 1234,50, and 12.50 as machines write it.
func ParseAmount(text string) (Cents, bool) {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "€"))
	text = strings.TrimSuffix(strings.NewReplacer(" ", "", "\u00a0", "").Replace(text), ",-")
	whole, fraction, _ := strings.Cut(text, ",")
	if !strings.Contains(text, ",") {
		if i := strings.LastIndexByte(text, '.'); i >= 0 && len(text)-i-1 <= 2 { // a point before one or two digits marks cents
			whole, fraction = text[:i], text[i+1:]
			if fraction == "" {
				return 0, false
			}
		}
	}
	whole, ok := withoutThousands(whole)
	if !ok || len(fraction) > 2 || !digits(fraction) || !digits(whole) || whole == "" || len(whole) > 9 {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
	return Cents(n), err == nil && Cents(n) <= MaxAmount
}

// withoutThousands takes the points out that part a number in groups of three.
func withoutThousands(whole string) (string, bool) {
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3)) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(text string) bool {
	for i := range len(text) {
		if !isDigit(text[i]) {
			return false
		}
	}
	return true
}

// amountOf reads an amount that may be left empty and notes what is wrong.
func amountOf(p *Problems, path, text string) Cents {
	if strings.TrimSpace(text) == "" {
		return 0
	}
	n, ok := ParseAmount(text)
	if !ok {
		p.Add(path, "geen-bedrag")
	}
	return n
}

// Euros gives the amount in euros, exactly.
func (c Cents) Euros() *big.Rat { return big.NewRat(int64(c), 100) }
