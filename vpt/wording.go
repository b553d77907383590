package vpt

import (
	"slices"
	"strings"
	"unicode"
)

// labelWords are words that judge somebody instead of saying what she did.
// Their use alone made the ombudsman call a ban not proper (Nationale
// ombudsman 2010/059, Haarlem; Ombudsman Groningen, "Wat is
// grensoverschrijdend gedrag?").
func labelWords() []string {
	return []string{
		"agressief", "agressieve", "agressie", "lastig", "lastige", "intimiderend", "intimiderende", "onbeschoft", "onbeschofte", "verward", "verwarde",
		"respectloos", "respectloze", "ongepast", "ongepaste", "dreigend", "dreigende", "bedreigend", "bedreigende", "grensoverschrijdend", "grensoverschrijdende",
		"onhandelbaar", "onhandelbare", "brutaal", "brutale", "vervelend", "vervelende", "onaangenaam", "onaangename", "onacceptabel", "onacceptabele",
	}
}

// deedStems begin words that say what somebody did with hand, foot or voice.
func deedStems() []string {
	return []string{
		"schold", "scheld", "uitgeschold", "riep", "roept", "geroepen", "schreeuw", "geschreeuw", "zei", "zegt", "gezegd", "noemde", "noemt", "genoemd", "gooi", "gegooi", "sloeg",
		"slaat", "geslagen", "schop", "geschop", "trap", "getrapt", "spuug", "spuw", "bespuug", "gespuug", "duw", "geduw", "trok", "trekt", "getrokken", "greep", "gegrepen",
		"pakte", "vastgepakt", "beet", "gebeten", "krab", "gekrab", "stak", "gestoken", "richtte", "gericht", "hield", "toonde", "zwaaide", "volgde", "gevolgd", "wachtte", "opgewacht",
		"bleef", "weigerde", "kwam", "liep", "stond", "belde", "gebeld", "stuurde", "gestuurd", "schreef", "geschreven", "plaatste", "geplaatst", "filmde", "gefilmd", "vernielde", "vernield",
		"dreigde", "sms", "mailde", "gemaild", "raakte", "sloot", "blokkeerde", "versperde", "stompte", "gestompt", "bonkte", "smeet", "scheurde", "kopstoot",
	}
}

// LabelWords gives the words in a text that judge instead of tell, in order of
// appearance, each once: a hint for who writes, no more.
func LabelWords(text string) []string {
	var out []string
	known := labelWords()
	for _, word := range wordsOf(text) {
		if slices.Contains(known, word) && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

// IsLabelOnly reports whether a text judges without telling: it has a label,
// and neither somebody's words between quotes nor a verb for what was done.
func IsLabelOnly(text string) bool {
	if len(LabelWords(text)) == 0 || strings.ContainsAny(text, "\"“”„‘«") || strings.Contains(text, " '") {
		return false
	}
	stems := deedStems()
	return !slices.ContainsFunc(wordsOf(text), func(word string) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(word, stem) })
	})
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
