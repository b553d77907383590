package register

import (
	"slices"
	"strings"

	"rugdekking/content"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/vpt"
)

// wordMeaning is what a word in a cell stands for; an empty code is a word
// that means nothing, such as "nee" for the police.
type wordMeaning struct{ code, label string }

// vocabulary gives per column what each word means, folded.
type vocabulary map[vpt.RegisterColumn]map[string]wordMeaning

// policeWords are the police words of an import by their own codes.
var policeWords = map[string]vpt.PoliceKind{
	content.PoliceNone: "", content.PoliceNotice: vpt.PoliceNotice, content.PoliceComplaint: vpt.PoliceComplaint,
	content.PoliceUndistinguished: vpt.PoliceUndistinguished,
}

// newVocabulary puts together what is known: the shipped words, the codes and
// labels of the organisation's own lists, the names of its units and sites,
// and last the mapping, which overrules.
func newVocabulary(k *desk.Known, words content.ImportWords, mapping vpt.RegisterMapping, p *vpt.Problems) vocabulary {
	v := vocabulary{}
	for column, shipped := range map[vpt.RegisterColumn][]content.ImportWord{
		vpt.ColumnKinds: words.Kinds, vpt.ColumnMeasures: words.Measures, vpt.ColumnChannel: words.Channels,
	} {
		v.addList(k, column, shipped)
	}
	for _, w := range words.Police {
		v.add(vpt.ColumnPolice, w.Word, wordMeaning{code: string(policeWords[w.Code]), label: string(policeWords[w.Code])})
	}
	for _, kind := range []vpt.PoliceKind{vpt.PoliceNotice, vpt.PoliceComplaint, vpt.PoliceUndistinguished} {
		v.add(vpt.ColumnPolice, string(kind), wordMeaning{string(kind), string(kind)})
	}
	for _, u := range k.Units {
		v.addName(vpt.ColumnUnit, u.Name, string(u.ID))
	}
	for _, s := range k.Sites {
		v.addName(vpt.ColumnSite, s.Name, string(s.ID))
	}
	v.overrule(mapping, p)
	return v
}

// listOf gives the code list that a column holds words of.
func listOf(column vpt.RegisterColumn) (vpt.CodeList, bool) {
	switch column {
	case vpt.ColumnKinds:
		return vpt.KindList, true
	case vpt.ColumnMeasures:
		return vpt.MeasureList, true
	case vpt.ColumnChannel:
		return vpt.ChannelList, true
	}
	return "", false
}

func (v vocabulary) add(column vpt.RegisterColumn, word string, m wordMeaning) {
	if v[column] == nil {
		v[column] = map[string]wordMeaning{}
	}
	v[column][content.FoldWord(word)] = m
}

// addList adds the words of a code list. Codes that cannot be chosen, such as
// the measures that live in a track of their own, are no words; retired ones
// are, because an old register is about their time.
func (v vocabulary) addList(k *desk.Known, column vpt.RegisterColumn, shipped []content.ImportWord) {
	list, _ := listOf(column)
	set := k.Codes[list]
	for _, c := range set.Codes {
		if c.Choosable {
			v.add(column, c.LabelNL, wordMeaning{c.Code, c.LabelNL})
		}
	}
	for _, w := range shipped {
		if c, ok := set.ByCode(w.Code); ok && c.Choosable {
			v.add(column, w.Word, wordMeaning{c.Code, c.LabelNL})
		}
	}
	for _, c := range set.Codes {
		if c.Choosable {
			v.add(column, c.Code, wordMeaning{c.Code, c.LabelNL})
		}
	}
}

// addName adds a name. One that two units bear means neither.
func (v vocabulary) addName(column vpt.RegisterColumn, name, id string) {
	folded := content.FoldWord(name)
	if _, twice := v[column][folded]; twice {
		v[column][folded] = wordMeaning{code: ambiguous}
		return
	}
	v.add(column, name, wordMeaning{id, name})
}

const ambiguous = "?"

// lookup finds what a word means.
func (v vocabulary) lookup(column vpt.RegisterColumn, word string) (wordMeaning, bool) {
	m, ok := v[column][content.FoldWord(word)]
	return m, ok && m.code != ambiguous
}

// overrule applies a mapping. What it makes of a word must be a word itself:
// a code, a label or a name.
func (v vocabulary) overrule(mapping vpt.RegisterMapping, p *vpt.Problems) {
	for _, column := range vpt.RegisterColumns() {
		meant := map[string]wordMeaning{}
		for word, target := range mapping.Words[column] {
			m, ok := v.lookup(column, target)
			if target == vpt.IgnoreWord {
				m, ok = wordMeaning{}, true
			}
			if !ok {
				p.Add("woorden."+string(column), "onbekende-keuze")
				continue
			}
			meant[word] = m
		}
		for word, m := range meant {
			v.add(column, word, m)
		}
	}
	for column := range mapping.Words {
		if !slices.Contains(vpt.RegisterColumns(), column) {
			p.Add("woorden", "onbekende-keuze")
		}
	}
}

// splitCell takes a cell with several values apart. Empty parts are left out.
func splitCell(cell string, separators []string) []string {
	parts := []string{cell}
	for _, separator := range separators {
		var finer []string
		for _, part := range parts {
			finer = append(finer, strings.Split(part, separator)...)
		}
		parts = finer
	}
	var out []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
