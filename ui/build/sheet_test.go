package main

import (
	"strings"
	"testing"
)

func text(rules []rule) string {
	var out strings.Builder
	writeSheet(&out, rules)
	return strings.ReplaceAll(out.String(), "\n", "")
}

func TestParseSheetKeepsWhatItReads(t *testing.T) {
	for _, css := range []string{
		`@charset "utf-8";a{color:red;}`,
		`a:not([title="}"]){content:"{;";background:url(a;b.png);}`,
		`@media print{@supports (display:grid){a,b{margin:0;}}c{margin:1px;}}`,
		`@font-face{font-family:X;src:url(x.woff2) format("woff2");}`,
	} {
		if got := text(parseSheet(css)); got != css {
			t.Errorf("got  %s\nwant %s", got, css)
		}
	}
}

func TestPruneRules(t *testing.T) {
	v := newVocabulary(`<p class="kept rd-badge--{{.Tone}}">`)
	for css, want := range map[string]string{
		`.kept{a:b;}`:                            `.kept{a:b;}`,
		`.gone{a:b;}`:                            ``,
		`.kept,.gone{a:b;}`:                      `.kept{a:b;}`,
		`.kept .gone{a:b;}`:                      ``,
		`.kept:not(.gone){a:b;}`:                 `.kept:not(.gone){a:b;}`,
		`.rd-badge--due{a:b;}`:                   `.rd-badge--due{a:b;}`,
		`table td{a:b;}`:                         `table td{a:b;}`,
		`@media print{.gone{a:b;}}`:              ``,
		`@font-face{font-family:X;}`:             `@font-face{font-family:X;}`,
		`.kept:has(.gone){a:b;}`:                 ``,
		`@media print{.gone{a:b;}.kept{a:b;}}`:   `@media print{.kept{a:b;}}`,
		`.kept:not(:is(.gone,:disabled)){a:b;}`:  `.kept:not(:is(.gone,:disabled)){a:b;}`,
		`.kept::before{content:".gone{";}`:       `.kept::before{content:".gone{";}`,
		`@keyframes x{from{a:b;}to{a:c;}}`:       `@keyframes x{from{a:b;}to{a:c;}}`,
		`.kept[data-x=".gone"]:hover,.gone{a:b}`: `.kept[data-x=".gone"]:hover{a:b;}`,
	} {
		if got := text(pruneRules(parseSheet(css), v)); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", css, got, want)
		}
	}
}

func TestPruneTokensFollowsTheWholeWay(t *testing.T) {
	css := `.t{--a:var(--b);--b:var(--c, 1px);--c:2px;--d:3px;--e:4px;}p{margin:var(--a);}`
	want := `.t{--a:var(--b);--b:var(--c, 1px);--c:2px;--e:4px;}p{margin:var(--a);}`
	if got := text(pruneTokens(parseSheet(css), `.org{--x:var(--e)}`)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDarkenGivesDeviceAndChoice(t *testing.T) {
	want := `@media screen and (prefers-color-scheme:dark){.t:not([data-theme=light]){--a:1;}}` +
		`@media screen{.t[data-theme=dark]{--a:1;}}`
	if got := text(darken(parseSheet(`@dark{.t{--a:1}}`))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestExternaliseLeavesNoDataAddress(t *testing.T) {
	p := project{out: newOutput("")}
	css, err := externalise(p, `a{b:url("data:image/svg+xml,%3csvg/%3e")}`)
	if err != nil || strings.Contains(css, "data:") || len(p.out.files) != 1 {
		t.Errorf("%s, %v", css, err)
	}
	if _, err := externalise(p, `a{b:url(data:image/png;base64,AAAA)}`); err == nil {
		t.Error("a picture that is no SVG was let through")
	}
}

func TestLettersHoldTheNamesOfPeople(t *testing.T) {
	letters := lettersOf(basicRange + "," + extendedRange)
	for _, letter := range "Yıldız Şahin Öğüt Łukasz Wiśniewski Zażółć gęślą jaźń Sjúrd Fryslân Ÿ€–“”’…" {
		if !strings.ContainsRune(letters, letter) {
			t.Errorf("no font has %q", letter)
		}
	}
}

func TestTheSameContentHasTheSameName(t *testing.T) {
	one, two := newOutput("").add("a.css", []byte("x")), newOutput("").add("a.css", []byte("x"))
	other := newOutput("").add("a.css", []byte("y"))
	if one != two || one == other || !strings.HasSuffix(one, ".css") {
		t.Errorf("%s, %s, %s", one, two, other)
	}
}
