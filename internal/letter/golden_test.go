package letter

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

var update = flag.Bool("update", false, "write the letters in testdata")

// TestLettersReadAsTheyShould keeps every letter, filled with two cases, as a
// text that a person has read.
func TestLettersReadAsTheyShould(t *testing.T) {
	for _, code := range Codes() {
		for _, s := range []set{full(), spare()} {
			d := filled(t, code, s)
			name := filepath.Join("testdata", string(code)+"-"+s.name+".txt")
			got := d.PlainText()
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s has changed; read it, then run with -update:\n%s", name, got)
			}
			if again := filled(t, code, s).PlainText(); again != got {
				t.Errorf("%s: the same values give another letter", name)
			}
			for _, fault := range faults(d, got) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
}

// unwanted are words that a letter never has: blame, threats and the language
// of lawyers.
var unwanted = regexp.MustCompile(`(?i)\b(dad` + `ers?|slachtoffer|straf|sanctie|indien|teneinde|middels|betrokkene|gelieve|dient te|dienen te|derhalve|conform|jegens|desbetreffende)\b`)

// Limits of B1: the mean and the longest sentence, in words.
const (
	meanWords = 15
	mostWords = 28
)

// faults gives what is wrong with the language of a letter.
func faults(d document.Document, text string) []string {
	var found []string
	for _, bad := range []string{"{{", "}}", "  ", " .", " ,", "..", ",.", "**"} {
		if strings.Contains(text, bad) {
			found = append(found, "holds "+bad)
		}
	}
	if word := unwanted.FindString(text); word != "" {
		found = append(found, "says "+word)
	}
	all := sentences(d)
	words := 0
	for _, s := range all {
		n := len(strings.Fields(s))
		if words += n; n > mostWords {
			found = append(found, "has a long sentence: "+s)
		}
	}
	if len(all) == 0 || words > meanWords*len(all) {
		found = append(found, "has long sentences")
	}
	return found
}

var endOfSentence = regexp.MustCompile(`[.!?:]”?(\s+|$)`)

// sentences gives those of the running text: what stands in paragraphs, lists
// and quotes.
func sentences(d document.Document) []string {
	var all []string
	add := func(text string) {
		for _, s := range endOfSentence.Split(text, -1) {
			if len(strings.Fields(s)) > 1 {
				all = append(all, s)
			}
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			add(plainText(b.Spans))
		case document.Quote:
			add(b.Text)
		case document.List:
			for _, one := range b.Items {
				add(plainText(one.Spans))
			}
		}
	}
	return all
}

func TestLanguageFaultsAreFound(t *testing.T) {
	long := strings.Repeat("woord ", mostWords+1)
	for text, want := range map[string]int{
		"Dit is goed. Dit ook.": 0, "Hier staat {{naam}}.": 2, "Twee  spaties.": 1, "Dat dient te stoppen.": 1, "Eén twee drie.": 0,
		long + "slot. Kort zinnetje. Nog een. En nog een.": 1, long + "slot.": 2, strings.Repeat("woord ", mostWords-1) + "slot.": 1,
	} {
		d := document.Document{Blocks: []document.Block{document.Text(text)}}
		if got := faults(d, text); len(got) != want {
			t.Errorf("%q: %d faults %q, want %d", text, len(got), got, want)
		}
	}
}
