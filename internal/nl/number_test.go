package nl

import (
	"math"
	"math/big"
	"testing"
)

func TestNumbers(t *testing.T) {
	rat := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%s is no number", s)
		}
		return r
	}
	for _, c := range []struct{ got, want string }{
		{Number(0, "nl"), "0"}, {Number(999, "nl"), "999"}, {Number(1234, "nl"), "1.234"}, {Number(1234567, "nl"), "1.234.567"},
		{Number(1234, "en"), "1,234"}, {Number(-1234, "nl"), "-1.234"}, {Number(-999, "en"), "-999"}, {Number(1234, "fr"), "1.234"},
		{Number(math.MinInt64, "nl"), "-9.223.372.036.854.775.808"},
		{Percent(178, 396, 1, "nl"), "44,9%"}, {Percent(178, 396, 1, "en"), "44.9%"}, {Percent(225, 396, 1, "nl"), "56,8%"},
		{Percent(19, 396, 1, "nl"), "4,8%"}, {Percent(1, 8, 1, "nl"), "12,5%"}, {Percent(1, 1, 1, "nl"), "100,0%"},
		{Percent(1, 2000, 1, "nl"), "0,1%"}, {Percent(3, 2000, 1, "nl"), "0,2%"}, // 0,05 and 0,15: half goes up
		{Percent(1, 8, 0, "nl"), "13%"}, {Percent(17, 35, 0, "nl"), "49%"}, {Percent(0, 5, 1, "nl"), "0,0%"}, {Percent(3, 0, 1, "nl"), "–"},
		{Decimal(rat("26.4"), 1, "nl"), "26,4"}, {Decimal(rat("26.4"), 1, "en"), "26.4"}, {Decimal(rat("1234.5"), 0, "nl"), "1.235"},
		{Decimal(rat("-1234.56"), 1, "nl"), "-1.234,6"}, {Decimal(rat("-0.04"), 1, "nl"), "0,0"}, {Decimal(rat("2"), -1, "nl"), "2"},
		{Euro(1000000, "nl"), "€ 10.000,00"}, {Euro(1000000, "en"), "€10,000.00"}, {Euro(5, "nl"), "€ 0,05"}, {Euro(-1250, "nl"), "€ -12,50"},
		{Euro(-1250, "en"), "-€12.50"}, {WholeEuro(10000, "nl"), "€ 10.000"}, {WholeEuro(10000, "en"), "€10,000"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
