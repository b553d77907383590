package dossier

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters or of digits in a text, and how it reads without
// capitals and accents.
type word struct {
	from, to int // bytes
	folded   string
	capital  bool
}

// wordsOf takes a text apart. Signs that are not shown belong to the word in
// which they stand: somebody's name with a soft hyphen in it is her name.
func wordsOf(text string) []word {
	var out []word
	var kind rune // of the open word: 'a', '0', or 0 for none
	for at, r := range text {
		k := kindOf(r)
		switch {
		case k == hidden && kind != 0:
		case k == hidden:
			continue
		case k == 0:
			kind = 0
			continue
		case k != kind:
			kind = k
			out = append(out, word{from: at, capital: unicode.IsUpper(r) || unicode.IsTitle(r)})
		}
		out[len(out)-1].to = at + len(string(r))
	}
	for i := range out {
		out[i].folded = fold(text[out[i].from:out[i].to])
	}
	return slices.DeleteFunc(out, func(w word) bool { return w.folded == "" })
}

// hidden is the kind of a sign that takes no room of its own.
const hidden = -1

// kindOf tells letters, digits and what is not shown from all else. What
// package document leaves out of every format is not shown.
func kindOf(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Noncharacter_Code_Point), unicode.IsControl(r):
		return hidden
	case unicode.IsLetter(r), unicode.Is(unicode.Mc, r):
		return 'a'
	case unicode.IsDigit(r):
		return '0'
	}
	return 0
}

// fold gives a word as it is compared: "Yılmaz", "YILMAZ" and "yilmaz" are one.
func fold(text string) string {
	text = strings.Map(func(r rune) rune {
		if kindOf(r) == hidden {
			return -1
		}
		return bare(r)
	}, norm.NFKD.String(strings.ToLower(norm.NFKD.String(text))))
	if strings.ContainsAny(text, "ßæœþ") {
		text = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "þ", "th").Replace(text)
	}
	return text
}

// bare gives the letter that people type for one that has no accent to take
// away.
func bare(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ə':
		return 'e'
	}
	return r
}

// shortest is the length from which part of a name stands for a person by
// itself: shorter ones are words of every sentence.
const shortest = 3

// particle reports whether a part of a name says nothing about who it is: what
// stands between names, and what people type in place of a name.
func particle(folded string) bool {
	return slices.Contains([]string{
		"van", "der", "den", "het", "een", "ten", "ter", "von", "zum", "zur", "des", "del", "dos", "das", "bin", "ibn", "abu",
		"heer", "meneer", "mevrouw", "mevr", "dhr", "mijn", "onze", "haar", "zijn", "die", "deze",
		"collega", "medewerker", "medewerkster", "bezoeker", "bezoekster", "klant", "uitzendkracht", "stagiair", "stagiaire", "beveiliger", "beveiliging",
		"receptionist", "receptioniste", "baliemedewerker", "teamleider", "leidinggevende", "manager", "vrijwilliger", "getuige", "man", "vrouw",
		"onbekend", "onbekende", "iemand", "team", "afdeling", "contactpersoon",
	}, folded)
}

// ordinary reports whether a name is a word of the language as well. In small
// letters it is taken for that word: "ik ben", "een wit hek".
func ordinary(folded string) bool {
	return slices.Contains([]string{
		"ben", "wil", "wit", "bos", "jong", "groot", "groen", "zwart", "rood", "bruin", "grijs", "berg", "dijk", "vos", "wolf", "haan", "boer", "bakker",
		"visser", "kok", "koning", "prins", "post", "roos", "bloem", "boom", "beer", "kuiper", "slager", "schipper", "snel", "kort", "lang", "vroom", "best",
		"goed", "mark", "mees", "storm", "mei", "april", "zomer", "winter", "dag", "nacht", "stad", "dorp", "kerk", "molen", "brug", "water", "hof", "hoek",
		"kamp", "veld", "vries", "dam", "sluis", "poort", "toren", "art", "jet", "pen", "ree", "duif",
	}, folded)
}
