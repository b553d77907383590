package nl

import (
	"strings"
	"testing"
)

func TestPlurals(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Count(1, "melding", "nl"), "1 melding"}, {Count(2, "melding", "nl"), "2 meldingen"}, {Count(0, "melding", "nl"), "0 meldingen"},
		{Count(1, "melding", "en"), "1 report"}, {Count(0, "melding", "en"), "0 reports"}, {Count(1234, "melding", "nl"), "1.234 meldingen"},
		{Count(3, "uur", "nl"), "3 uur"}, {Count(3, "uur", "en"), "3 hours"}, {Count(3, "keer", "nl"), "3 keer"}, {Count(2, "collega", "nl"), "2 collega's"},
		{Count(2, "ezel", "nl"), "2 ezel"}, {Count(-1, "dag", "nl"), "-1 dagen"},
		{Plural(1, "kind", "kinderen", "nl"), "1 kind"}, {Plural(21, "kind", "kinderen", "nl"), "21 kinderen"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestEveryNounHasAllItsForms(t *testing.T) {
	nouns := strings.Fields("melding zaak incident maatregel aangifte gesprek collega persoon bestand rij fout bericht onderdeel resultaat uitnodiging " +
		"minuut uur dag werkdag week maand jaar keer")
	seen := map[string]string{}
	for _, noun := range nouns {
		many, one, manyEN, known := forms(noun)
		if !known || many == "" || one == "" || one == manyEN {
			t.Errorf("%s has forms %q %q %q", noun, many, one, manyEN)
		}
		if other, twice := seen[one]; twice {
			t.Errorf("%s and %s are both %q in English", noun, other, one)
		}
		seen[one] = noun
	}
}
