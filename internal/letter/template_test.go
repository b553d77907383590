package letter

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rugdekking/content"
	"rugdekking/vpt"
)

// told gives "path code" of all that an error names.
func told(err error) []string {
	var all []string
	for _, f := range vpt.FieldsOf(err) {
		all = append(all, f.Path+" "+f.Code)
	}
	return all
}

func TestShippedTemplatesAreRight(t *testing.T) {
	files, err := content.Letters()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(Codes()) {
		t.Errorf("%d files for %d letters", len(files), len(Codes()))
	}
	for _, code := range Codes() {
		tpl := shipped(t, code)
		if tpl.Code != code || tpl.Version != 1 || tpl.Audience != code.Audience() {
			t.Errorf("%s says %s, version %d, %s", code, tpl.Code, tpl.Version, tpl.Audience)
		}
		data, err := json.Marshal(tpl)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := Parse(data); err != nil || !slices.Equal(again.Blocks, tpl.Blocks) {
			t.Errorf("%s is another after writing and reading: %v", code, err)
		}
		for _, b := range tpl.Blocks {
			if strings.Contains(strings.ToLower(string(b.Text)+b.Title), "bezwaar") {
				t.Errorf("%s, block %s promises bezwaar: only the clause that the organisation chose may", code, b.Name)
			}
		}
	}
}

func TestEachMandatoryBlockAndFieldIsMissed(t *testing.T) {
	for _, code := range Codes() {
		for _, rule := range Rules(code) {
			tpl := shipped(t, code)
			tpl.Blocks = slices.DeleteFunc(slices.Clone(tpl.Blocks), func(b Block) bool { return b.Name == rule.Block })
			if got := told(tpl.Validate()); !slices.Equal(got, []string{"blokken." + rule.Block + " blok-ontbreekt"}) {
				t.Errorf("%s without %s: %q", code, rule.Block, got)
			}
			for _, field := range slices.Concat(rule.Fields, rule.Either) {
				tpl := changed(t, code, rule.Block, "{{"+field+"}}", "iets")
				if got := told(tpl.Validate()); !slices.Contains(got, "blokken."+rule.Block+"."+field+" veld-ontbreekt") {
					t.Errorf("%s, %s without %s: %q", code, rule.Block, field, got)
				}
			}
			for _, field := range rule.Fields {
				tpl := changed(t, code, rule.Block, "{{"+field+"}}", "\n{{#adres}}\n{{"+field+"}}\n{{/adres}}\n")
				if got := told(tpl.Validate()); !slices.Contains(got, "blokken."+rule.Block+"."+field+" veld-alleen-soms") {
					t.Errorf("%s, %s with %s only at times: %q", code, rule.Block, field, got)
				}
			}
		}
	}
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		block, old, new string
		want            string
	}{
		"unknown field":          {"reden", "{{reden}}", "{{reden}} {{vermogen}}", "blokken.reden.vermogen onbekend-veld-in-brief"},
		"field of other reader":  {"reden", "{{reden}}", "{{reden}} {{hulp}}", "blokken.reden.hulp veld-niet-voor-lezer"},
		"unknown in condition":   {"reden", "{{reden}}", "{{reden}}\n{{#niets}}\nx\n{{/niets}}", "blokken.reden.niets onbekend-veld-in-brief"},
		"name that is none":      {"reden", "{{reden}}", "{{reden}} {{Jan Jansen}}", "blokken.reden veldnaam-onleesbaar"},
		"part not closed":        {"reden", "{{reden}}", "{{reden}}\n{{#norm}}\nx", "blokken.reden.norm deel-niet-gesloten"},
		"part not opened":        {"reden", "{{reden}}", "{{reden}}\n{{/norm}}\nx", "blokken.reden.norm deel-niet-geopend"},
		"parts crossed":          {"reden", "{{reden}}", "{{reden}}\n{{#norm}}\n{{#gehoord}}\n{{/norm}}\n{{/gehoord}}", "blokken.reden.norm deel-niet-geopend"},
		"part inside a line":     {"reden", "{{reden}}", "{{reden}} {{#norm}} x {{/norm}}", "blokken.reden deel-eigen-regel"},
		"braces left open":       {"reden", "{{reden}}", "{{reden}} {{norm", "blokken.reden accolades"},
		"braces only closed":     {"reden", "{{reden}}", "{{reden}} norm}}", "blokken.reden accolades"},
		"one brace":              {"reden", "{{reden}}", "{{reden}} {norm}", "blokken.reden accolades"},
		"bold left open":         {"reden", "{{reden}}", "{{reden}} **norm", "blokken.reden sterretjes"},
		"signs that nobody sees": {"reden", "{{reden}}", "{{reden}}\u202e", "blokken.reden vreemde-tekens"},
		"too long":               {"reden", "{{reden}}", "{{reden}}" + strings.Repeat(" woord", 2000), "blokken.reden blok-te-lang"},
		"too deep":               {"reden", "{{reden}}", "{{reden}}" + strings.Repeat("\n{{#norm}}", 5) + strings.Repeat("\n{{/norm}}", 5), "blokken.reden.norm delen-te-diep"},
	} {
		if got := told(changed(t, PremisesBan, c.block, c.old, c.new).Validate()); !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q among it", name, got, c.want)
		}
	}
	if got := told(changed(t, PremisesBan, "reden", "{{reden}}", "{{reden}} {{x}} {{x}}").Validate()); !slices.Equal(got, []string{"blokken.reden.x onbekend-veld-in-brief"}) {
		t.Errorf("a field that stands there twice is named: %q", got)
	}
	tpl := shipped(t, ToPolice)
	at := slices.IndexFunc(tpl.Blocks, func(b Block) bool { return b.Name == "vpt" })
	tpl.Blocks[at].Text = "{{#adres}}\nVPT\n{{/adres}}"
	if got := told(tpl.Validate()); !slices.Equal(got, []string{"blokken.vpt blok-alleen-soms"}) {
		t.Errorf("a mandatory block that stands only at times: %q", got)
	}
}

func TestWhatIsWrongWithTheWhole(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Template)
		want   string
	}{
		"code":        {func(p *Template) { p.Code = "boete" }, "code onbekende-brief"},
		"reader":      {func(p *Template) { p.Audience = Employee }, "audience andere-lezer"},
		"version":     {func(p *Template) { p.Version = 0 }, "version versie"},
		"no title":    {func(p *Template) { p.Title = " " }, "title_nl verplicht"},
		"title":       {func(p *Template) { p.Title = "Aan {{naam}}" }, "title_nl veld-in-kop"},
		"hidden sign": {func(p *Template) { p.Title = "Pand\u202everbod" }, "title_nl vreemde-tekens"},
		"two lines":   {func(p *Template) { p.Title = "Pand\nverbod" }, "title_nl vreemde-tekens"},
		"long title":  {func(p *Template) { p.Title = strings.Repeat("x", 121) }, "title_nl te-lang"},
		"measure":     {func(p *Template) { p.Measures = []string{"M8", "boete"} }, "measures onbekende-maatregel"},
		"no blocks":   {func(p *Template) { p.Blocks = nil }, "blocks verplicht"},
		"many blocks": {func(p *Template) { p.Blocks = make([]Block, 41) }, "blocks te-veel-blokken"},
		"block name":  {func(p *Template) { p.Blocks = append(p.Blocks, Block{Name: "Eigen Blok", Text: "x"}) }, "blokken.17 bloknaam"},
		"twice":       {func(p *Template) { p.Blocks = append(p.Blocks, p.Blocks[3]) }, "blokken." + shipped(t, PremisesBan).Blocks[3].Name + " blok-dubbel"},
		"empty block": {func(p *Template) { p.Blocks = append(p.Blocks, Block{Name: "eigen", Text: " \n"}) }, "blokken.eigen blok-leeg"},
		"block title": {func(p *Template) { p.Blocks[1].Title = "Aan {{naam}}" }, "blokken.besluit veld-in-kop"},
	} {
		tpl := shipped(t, PremisesBan)
		c.change(&tpl)
		if got := told(tpl.Validate()); !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q among it", name, got, c.want)
		}
	}
}

func TestFilesThatAreNoTemplate(t *testing.T) {
	good, err := content.LetterByCode(string(PremisesBan))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"nothing": "", "no JSON": "Geachte heer", "another value": "[]", "unknown field": `{"code":"pandverbod","kleur":"rood"}`,
		"two values": string(good.Data) + "{}", "number as text": strings.Replace(string(good.Data), `"version": 1`, `"version": "1"`, 1),
	} {
		if _, err := Parse([]byte(data)); !slices.Equal(told(err), []string{"bestand brief-onleesbaar"}) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Parse(make([]byte, maxFile+1)); !slices.Equal(told(err), []string{"bestand brief-te-groot"}) {
		t.Errorf("too large: %v", err)
	}
	one := strings.Replace(string(good.Data), `[
        "Geachte {{aanhef}},"
      ]`, `"Geachte {{aanhef}},"`, 1)
	if tpl, err := Parse([]byte(one)); err != nil || tpl.Blocks[0].Text != "Geachte {{aanhef}}," || one == string(good.Data) {
		t.Errorf("a text as one string: %v", err)
	}
}
