package letter

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rugdekking/content"
	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// everything gives a good value for every field that exists.
func everything() map[string]vpt.Private {
	all := map[string]vpt.Private{}
	for _, f := range Fields() {
		text := map[Form]string{Line: "een regel", Prose: "Een zin.\n\n- een\n- twee", Lines: "een\ntwee", Day: "2026-08-01", Date: "2026-08-01", Clock: "14:00"}[f.Form]
		all[f.Name] = vpt.NewPrivate(text)
	}
	all["oud_einde"] = vpt.NewPrivate("2026-07-20")
	return all
}

// FuzzParse: no file brings it down, every refusal is one that has a text, and
// what is accepted can be filled.
func FuzzParse(f *testing.F) {
	letters, err := content.Letters()
	if err != nil {
		f.Fatal(err)
	}
	for _, l := range letters {
		f.Add(l.Data)
	}
	f.Add([]byte(`{"code":"pandverbod","version":1,"title_nl":"x","audience":"veroorzaker","measures":[],"blocks":[{"name":"duur","text":"{{#a}}\n**{{einde}}**"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		tpl, err := Parse(data)
		if err != nil {
			var e *vpt.Error
			if !errors.As(err, &e) || len(e.Fields) == 0 {
				t.Fatalf("refused without saying why: %v", err)
			}
			for _, field := range e.Fields {
				if !slices.Contains(ProblemCodes(), field.Code) || len(field.Path) > 100 {
					t.Fatalf("%q has code %q", field.Path, field.Code)
				}
			}
			return
		}
		d, err := Fill(tpl, document.Letterhead{Name: "Gemeente Lindemeer"}, everything(), onDay)
		if err != nil {
			t.Fatalf("what was accepted cannot be filled: %v", err)
		}
		if text := d.PlainText(); strings.Contains(text, "{{") || strings.Contains(text, "}}") {
			t.Fatalf("braces are left: %s", text)
		}
	})
}

// FuzzText drives the markup of one block alone, which Parse reaches seldom.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"{{reden}}", "{{#norm}}\n- {{norm}}\n{{/norm}}", "**a** {{x", "> {{eigen_verhaal}}\n## {{naam}}", "{{#a}}\n{{^b}}\n{{/a}}", "{ {{naam}} } }", "{{{naam}}}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c := Clause{Code: vpt.RemedyComplaint, Text: Text(text)}
		var p vpt.Problems
		if c.check(&p); p.Any() {
			return
		}
		filled, err := c.Fill(everything())
		if err != nil {
			t.Fatalf("%q is accepted and cannot be filled: %v", text, err)
		}
		if strings.Contains(filled.Reveal(), "{{") || strings.Contains(filled.Reveal(), "}}") {
			t.Fatalf("%q leaves braces: %s", text, filled.Reveal())
		}
	})
}
