package dossier

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func people() []alias {
	return []alias{
		{label: "medewerker 1", number: 1, names: []string{"Rosa de Wit"}, exact: []string{"rosa.dewit@dal.example", "P-1042"}},
		{label: "medewerker 2", number: 2, names: []string{"Anna Yılmaz-Bakker"}},
		{label: "medewerker 3", number: 3, names: []string{"Ben van der Wit"}, exact: []string{"77"}},
		{label: "medewerker 4", number: 4, names: []string{"een uitzendkracht", "Li Wu"}},
		{label: "de contactpersoon", names: []string{"Anna Brouwer"}},
	}
}

func TestReplacer(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"whole name", "Rosa de Wit was er", "Medewerker 1 was er"},
		{"first name, any case", "ROSA en rosa", "Medewerker 1 en medewerker 1"},
		{"genitive", "Rosas jas, Rosa's tas", "Medewerker 1 jas, medewerker 1's tas"},
		{"not within a word", "Rosalie, Annabel, rosarium", "Rosalie, Annabel, rosarium"},
		{"surname with its prefix", "mevrouw de Wit", "mevrouw medewerker 1"},
		{"another prefix", "meneer van der Wit", "meneer medewerker 3"},
		{"shared surname", "Wit belde", "Medewerker 1 of 3 belde"},
		{"shared with the contact", "Anna belde", "De contactpersoon of medewerker 2 belde"},
		{"an ordinary word", "ik ben bij het wit hek", "ik ben bij het wit hek"},
		{"the same with a capital", "Ben was bij het hek", "Medewerker 3 was bij het hek"},
		{"accents", "Yilmaz, YILMAZ, yılmaz, Yi\u0307lmaz", "Medewerker 2, medewerker 2, medewerker 2, medewerker 2"},
		{"hidden signs", "Ro\u00ADsa Yıl\u200Dmaz R\u0000osa", "Medewerker 1 medewerker 2 medewerker 1"},
		{"hyphens", "Yılmaz-Bakker", "Medewerker 2"},
		{"address and staff number", "rosa.dewit@dal.example, p1042, P-1042", "Medewerker 1, medewerker 1, medewerker 1"},
		{"part of the address", "dewit@elders.example", "Medewerker 1@elders.example"},
		{"short staff number", "77 klanten", "77 klanten"},
		{"typed name that is nobody", "een uitzendkracht", "een uitzendkracht"},
		{"short names", "Li Wu zag het; Li zag het; de li", "Medewerker 4 zag het; Li zag het; de li"},
		{"grown together with a digit", "Rosa5 en 5Rosa", "Medewerker 1 5 en 5 medewerker 1"},
		{"over a line", "Rosa\nde\u00A0Wit", "Medewerker 1"},
		{"too far apart", "van der en dan nog iets Wit", "van der en dan nog iets medewerker 1 of 3"},
		{"parts that stand apart", "Rosa ------ de Wit", "Medewerker 1 ------ medewerker 1"},
		{"an accent at its end", "Rosa\u0301 belde", "Medewerker 1 belde"},
		{"broken text", "\xffRosa\xfe", "\uFFFDmedewerker 1\uFFFD"},
		{"a sentence", "Het was druk. rosa belde, \"Wim\" niet.\n\nrosa bleef", "Het was druk. Medewerker 1 belde, \"Wim\" niet.\n\nMedewerker 1 bleef"},
		{"empty", "", ""},
	} {
		if got := newReplacer(people()).text(row.text); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	marked := newReplacer(people())
	marked.marked = true
	if got := marked.text("Rosa5 belde Rosa's broer"); got != "[medewerker 1] 5 belde [medewerker 1]'s broer" {
		t.Errorf("between brackets: %q", got)
	}
	var none *replacer
	if none.text("Rosa") != "Rosa" || none.replaced() != nil {
		t.Error("without people a text changed")
	}
}

func TestReplacer_ListsWhatItDid(t *testing.T) {
	r := newReplacer(people())
	r.text("Rosa en Rosa en Wit")
	want := []vpt.DossierReplaced{{Word: vpt.NewPrivate("Rosa"), By: "medewerker 1", Count: 2}, {Word: vpt.NewPrivate("Wit"), By: "medewerker 1 of 3", Count: 1}}
	got := r.replaced()
	if !slices.EqualFunc(got, want, func(a, b vpt.DossierReplaced) bool { return a.Word.Equal(b.Word) && a.By == b.By && a.Count == b.Count }) {
		t.Errorf("%+v", got)
	}
}

var labels = regexp.MustCompile(`(?i)medewerker \d+( of \d+)*`)

// FuzzReplace holds that no text whatever keeps a name that is on the list:
// neither as it was typed, nor in capitals, without accents or with signs in it
// that nobody sees.
func FuzzReplace(f *testing.F) {
	f.Add("Rosa de Wit", "rosa@dal.example", "Anna Yılmaz", "Rosa en Yilmaz bij rosa@dal.example")
	f.Add("Li Wu", "77", "Ben Bos", "li wu 77 ben Ben Wu Li")
	f.Add("Jan-Willem van 't Hof", "P-1", "Hof", "Ja\u00ADn Willems jas van 't Hof")
	f.Add("medewerker 2", "1", "de contactpersoon", "medewerker 1 of 2")
	f.Fuzz(func(t *testing.T, one, exact, two, text string) {
		people := []alias{{label: "medewerker 1", number: 1, names: []string{one}, exact: []string{exact}}, {label: "medewerker 2", number: 2, names: []string{two}}}
		r := newReplacer(people)
		got := r.text(text + " " + one + "; " + exact + "; " + two)
		left := folded(labels.ReplaceAllString(got, " . "))
		for _, name := range []string{one, two} {
			for _, part := range folded(name) {
				if tells(part) && !ordinary(part) && slices.Contains(left, part) {
					t.Fatalf("%q keeps %q of %q", got, part, name)
				}
			}
		}
		if words := folded(exact); len([]rune(strings.Join(words, ""))) >= shortest && len(words) == 1 && !ordinary(words[0]) && slices.Contains(left, words[0]) {
			t.Fatalf("%q keeps %q", got, exact)
		}
		if again := r.text(got); labels.MatchString(got) && len(labels.FindAllString(again, -1)) < len(labels.FindAllString(got, -1)) {
			t.Fatalf("%q became %q", got, again)
		}
	})
}
