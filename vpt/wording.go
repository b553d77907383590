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
		"ontoelaatbaar", "ontoelaatbare", "onheus", "onheuse", "onfatsoenlijk", "onfatsoenlijke", "onbehoorlijk", "onbehoorlijke", "beledigend", "beledigende", "denigrerend", "denigrerende",
		"kwetsend", "kwetsende", "onredelijk", "onredelijke", "veeleisend", "veeleisende", "manipulatief", "manipulatieve", "hysterisch", "hysterische", "labiel", "labiele", "onbeleefd", "onbeleefde",
		"gewelddadig", "gewelddadige", "vijandig", "vijandige", "provocerend", "provocerende", "opdringerig", "opdringerige", "ontspoord", "ontspoorde", "wangedrag",
	}
}

// deedStems begin words that say what somebody did with hand, foot or voice.
func deedStems() []string {
	return []string{
		"schold", "scheld", "uitgeschold", "riep", "roept", "geroepen", "schreeuw", "geschreeuw", "zei", "zegt", "gezegd", "noemde", "noemt", "genoemd", "gooi", "gegooi", "sloeg",
		"slaat", "geslagen", "schop", "geschop", "trapt", "getrapt", "spuug", "spuw", "bespuug", "gespuug", "duwd", "duwt", "geduw", "trok", "trekt", "getrokken", "greep", "grijpt",
		"gegrepen", "vastgegrepen", "vastgreep", "pakte", "vastgepakt", "beet", "bijt", "gebeten", "krab", "gekrab", "stak", "gestoken", "richtte", "toonde", "zwaai", "gezwaaid", "volgde", "gevolgd",
		"wachtte", "opgewacht", "weiger", "geweigerd", "belde", "gebeld", "stuur", "gestuurd", "schreef", "geschreven", "plaatste", "geplaatst", "filmde", "gefilmd", "verniel", "dreigde", "gedreigd",
		"bedreigd", "sms", "mailde", "gemaild", "raakte", "aangeraakt", "sloot", "blokkeer", "geblokkeerd", "versper", "stomp", "gestompt", "bonk", "gebonkt", "smeet", "gesmeten", "smijt", "scheur",
		"gescheurd", "kopstoot", "bald", "gebald", "hing", "ophing", "likte", "kneep", "geknepen", "knijp", "siste", "fluister", "brul", "gebruld", "vloek", "gevloek", "kraste", "bekraste", "schudde",
	}
}

// stateStems begin words that say as little as "to be" when a label follows:
// "kwam agressief over" tells nothing, "bleef twintig minuten staan" does.
func stateStems() []string {
	return []string{"kwam", "komt", "bleef", "blijft", "stond", "staat", "liep", "loopt", "hield", "houdt", "ging", "gaat", "gericht"}
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
// and neither somebody's words between quotes nor a verb for what was done. A
// verb of being or moving with a label right behind it is none.
func IsLabelOnly(text string) bool {
	if len(LabelWords(text)) == 0 || strings.ContainsAny(text, "\"“”„‘«") || strings.Contains(text, " '") {
		return false
	}
	words := wordsOf(text)
	for i, word := range words {
		if beginsWith(word, deedStems()) || beginsWith(word, stateStems()) && len(LabelWords(strings.Join(words[i+1:min(i+3, len(words))], " "))) == 0 {
			return false
		}
	}
	return true
}

func beginsWith(word string, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(word, stem) })
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
