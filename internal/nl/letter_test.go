package nl

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/letter"
)

func TestEveryPartOfALetterHasAName(t *testing.T) {
	texts := New("nl")
	want := map[string]bool{"brief.in-blok": true, "brief.in-veld": true}
	for _, code := range letter.Codes() {
		want["brief.soort."+string(code)] = true
		want["brief.lezer."+string(code.Audience())] = true
		for _, rule := range letter.Rules(code) {
			want["brief.blok."+rule.Block] = true
		}
	}
	for _, f := range letter.Fields() {
		want["brief.veld."+f.Name] = true
	}
	for key := range want {
		if texts.Text(key) == "" {
			t.Errorf("%s has no text", key)
		}
	}
	// Blocks that no rule asks for, but that shipped letters have.
	extra := []string{"afspraken", "geleerd", "schade", "eerder", "huisregels", "verbod"}
	for _, key := range texts.Keys() {
		block, isBlock := strings.CutPrefix(key, "brief.blok.")
		if strings.HasPrefix(key, "brief.veld.") && !want[key] || isBlock && !want[key] && !slices.Contains(extra, block) {
			t.Errorf("%s belongs to nothing", key)
		}
	}
	for _, code := range letter.ProblemCodes() {
		if texts.Text("fout."+code) == "" {
			t.Errorf("%s has no text", code)
		}
	}
}

func TestWhatIsWrongWithALetterNamesTheBlock(t *testing.T) {
	texts := New("nl")
	for _, c := range []struct{ path, code, want string }{
		{"blokken.duur.einde", "veld-ontbreekt", "Blok ‘Hoe lang’, veld {{einde}}: Dit veld moet hier staan. Zet het terug."},
		{"blokken.rechtsmiddel", "blok-ontbreekt", "Blok ‘Als iemand het er niet mee eens is’: Dit blok ontbreekt. Zonder dit blok mag de brief niet weg."},
		{"blokken.eigen-blok", "blok-leeg", "Blok ‘eigen-blok’: Dit blok is leeg. Schrijf een tekst of haal het weg."},
		{"bestand", "brief-te-groot", "Dit bestand is te groot voor een brief. Hooguit 64 kB."},
	} {
		if got := texts.LetterProblem(c.path, c.code); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.path, c.code, got, c.want)
		}
	}
	if got := New("en").Letter("pandverbod"); got != "Premises ban" {
		t.Errorf("%q", got)
	}
	if texts.LetterField("einde") != "Laatste dag" || texts.LetterField("bestaat_niet") != "bestaat_niet" {
		t.Error("fields have other names")
	}
}
