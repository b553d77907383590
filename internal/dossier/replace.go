package dossier

import (
	"cmp"
	"slices"
	"strings"

	"rugdekking/vpt"
)

// alias is what somebody is called in the texts instead of by name.
type alias struct {
	label  string
	names  []string // whole names; their parts count by themselves
	exact  []string // e-mail addresses and staff numbers
	number int      // for the order in a label of several people; 0 stands alone
}

// term is a row of words that stands for somebody.
type term struct {
	words  []string
	labels []alias
	exact  bool
	loose  bool // one ordinary word: only with a capital
}

// replacer takes people out of texts. A nil one leaves texts as they are.
type replacer struct {
	terms  map[string][]term // by first word
	found  map[[2]string]int // what stood there and what it became: how often
	marked bool              // labels stand between brackets: this is not what was said
}

// newReplacer gives the replacer for some people. Who shares a name with
// somebody else is called by both labels: who of them was meant, nobody knows.
func newReplacer(people []alias) *replacer {
	byWords := map[string]term{}
	add := func(who alias, exact bool, words ...string) {
		key := strings.Join(words, " ")
		t := byWords[key]
		t.words, t.exact = words, exact && (t.exact || len(t.labels) == 0)
		t.loose = len(words) == 1 && (ordinary(words[0]) || !exact && !tells(words[0]))
		if !slices.ContainsFunc(t.labels, func(a alias) bool { return a.label == who.label }) {
			t.labels = append(t.labels, who)
		}
		byWords[key] = t
	}
	for _, who := range people {
		for _, text := range who.exact {
			if words := folded(text); len([]rune(strings.Join(words, ""))) >= shortest {
				add(who, true, words...)
			}
		}
		for _, name := range who.names {
			for _, words := range partsOf(folded(name)) {
				add(who, false, words...)
			}
		}
	}
	r := &replacer{terms: map[string][]term{}, found: map[[2]string]int{}}
	for _, t := range byWords {
		r.terms[t.words[0]] = append(r.terms[t.words[0]], t)
	}
	return r
}

func folded(text string) []string {
	var out []string
	for _, w := range wordsOf(strings.ToValidUTF8(text, "\uFFFD")) {
		out = append(out, w.folded)
	}
	return out
}

// partsOf gives the rows of words by which a name is found: the whole and what
// it ends with, such as a surname with what stands before it, these written as
// one word, and each part that is long enough and says who it is.
func partsOf(name []string) [][]string {
	says := slices.ContainsFunc(name, tells)
	if !says && !slices.ContainsFunc(name, func(w string) bool { return !particle(w) }) {
		return nil // "een bezoeker": nobody
	}
	out := [][]string{name}
	if len(name) > 1 {
		out = append(out, []string{strings.Join(name, "")})
	}
	for i, w := range name {
		if i > 0 && i < len(name)-1 && slices.ContainsFunc(name[i:], tells) { // "van Dijk", "Bakker-de Wit"
			out = append(out, name[i:], []string{strings.Join(name[i:], "")})
		}
		if tells(w) {
			out = append(out, []string{w})
		}
	}
	return out
}

// tells reports whether part of a name stands for somebody by itself.
func tells(folded string) bool { return len([]rune(folded)) >= shortest && !particle(folded) }

// text gives a text without the people of the replacer.
func (r *replacer) text(text string) string {
	if r == nil {
		return text
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	words := wordsOf(text)
	var out strings.Builder
	at := 0
	for i := 0; i < len(words); {
		t, n := r.match(text, words[i:])
		if n == 0 {
			i++
			continue
		}
		from, to := words[i].from, words[i+n-1].to
		label := labelOf(t.labels)
		r.found[[2]string{text[from:to], label}]++
		out.WriteString(text[at:from])
		apart(&out, i > 0 && words[i-1].to == from)
		out.WriteString(r.shown(label, out.String()))
		apart(&out, i+n < len(words) && words[i+n].from == to)
		at, i = to, i+n
	}
	out.WriteString(text[at:])
	return out.String()
}

// shown gives a label as it stands after the text before it: between brackets,
// or with a capital where a sentence begins.
func (r *replacer) shown(label, before string) string {
	if r.marked {
		return "[" + label + "]"
	}
	before = strings.TrimRight(before, " \t\u00A0\"“‘'(")
	if before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n\r") {
		return strings.ToUpper(label[:1]) + label[1:]
	}
	return label
}

// apart keeps a label off a word that it would grow together with: "Rosa5"
// must not become "medewerker 15".
func apart(out *strings.Builder, touches bool) {
	if touches {
		out.WriteByte(' ')
	}
}

// match gives the longest term that the words begin with, and of how many
// words it is.
func (r *replacer) match(text string, words []word) (term, int) {
	first := words[0].folded
	candidates := r.terms[first]
	if stem, ok := strings.CutSuffix(first, "s"); ok { // "Wims jas"
		candidates = append(slices.Clip(candidates), r.terms[stem]...)
	}
	var best term
	for _, t := range candidates {
		if len(t.words) > len(best.words) && t.at(text, words) {
			best = t
		}
	}
	return best, len(best.words)
}

// nearby is how many bytes may stand between two words of one name.
const nearby = 4

// at reports whether the words begin with the term.
func (t term) at(text string, words []word) bool {
	if len(words) < len(t.words) || t.loose && !words[0].capital {
		return false
	}
	for i, want := range t.words {
		got := words[i].folded
		last := i == len(t.words)-1
		if got != want && !(last && !t.exact && got == want+"s") {
			return false
		}
		if i > 0 && len(text[words[i-1].to:words[i].from]) > nearby {
			return false
		}
	}
	return true
}

// labelOf names everybody whom a term may mean: "medewerker 1 of 3".
func labelOf(who []alias) string {
	who = slices.SortedFunc(slices.Values(who), func(a, b alias) int { return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.label, b.label)) })
	var out strings.Builder
	out.WriteString(who[0].label)
	for i, a := range who[1:] {
		label := a.label
		if a.number > 0 && who[i].number > 0 {
			label = label[strings.LastIndexByte(label, ' ')+1:]
		}
		out.WriteString(" of " + label)
	}
	return out.String()
}

// replaced lists what was taken out so far.
func (r *replacer) replaced() []vpt.DossierReplaced {
	if r == nil {
		return nil
	}
	var out []vpt.DossierReplaced
	for what, n := range r.found {
		out = append(out, vpt.DossierReplaced{Word: vpt.NewPrivate(what[0]), By: what[1], Count: n})
	}
	slices.SortFunc(out, func(a, b vpt.DossierReplaced) int {
		return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.Word.Reveal(), b.Word.Reveal()))
	})
	return out
}
