package letter

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// gates are the blocks that an ombudsman looks for in what keeps a person away.
var gates = []string{
	"besluit", "gedraging", "grond", "gehoord", "eerdere-stappen", "reden", "duur", "herbeoordeling", "bereikbaarheid",
	"registratie", "rechtsmiddel", "contact", "hulp-bij-lezen", "ondertekening",
}

func TestNothingKeepsAPersonAwayWithoutTheGates(t *testing.T) {
	for code, without := range map[Code][]string{
		PremisesBan: nil, PhoneBan: nil, ContactLimit: nil, Extension: {"eerdere-stappen"},
		SevereWarning: {"herbeoordeling", "bereikbaarheid"}, LightWarning: {"eerdere-stappen", "reden", "herbeoordeling", "bereikbaarheid"},
		Review: {"grond", "eerdere-stappen", "herbeoordeling"},
	} {
		rules := Rules(code)
		for _, gate := range gates {
			at := slices.IndexFunc(rules, func(r Rule) bool { return r.Block == gate })
			if (at < 0) != slices.Contains(without, gate) {
				t.Errorf("%s: block %s is there: %t", code, gate, at >= 0)
			}
		}
	}
	for _, code := range []Code{PremisesBan, PhoneBan, ContactLimit, Extension} {
		for _, field := range []string{"gedragingen", "norm", "gehoord", "reden", "lichter_overwogen", "einde", "reden_duur", "herbeoordeling", "bereikbaar", "bewaartermijn", "rechtsmiddel"} {
			if !slices.ContainsFunc(Rules(code), func(r Rule) bool { return slices.Contains(r.Fields, field) }) {
				t.Errorf("%s may leave out %s", code, field)
			}
		}
	}
}

func TestEveryRuleRestsOnSomethingAndFits(t *testing.T) {
	for _, code := range Codes() {
		seen := map[string]bool{}
		for _, r := range Rules(code) {
			if r.Why == "" || r.Source == "" || seen[r.Block] {
				t.Errorf("%s, %s: no reason or source, or twice", code, r.Block)
			}
			seen[r.Block] = true
			for _, name := range slices.Concat(r.Fields, r.Either) {
				if f, ok := FieldByName(name); !ok || !f.For(code.Audience()) {
					t.Errorf("%s, %s asks for %s, which this reader may not see", code, r.Block, name)
				}
			}
		}
		if len(seen) < 6 {
			t.Errorf("%s has %d rules", code, len(seen))
		}
	}
	if Rules("boete") != nil || Code("boete").Audience() != "" {
		t.Error("a letter that does not exist has rules or a reader")
	}
}

func TestEveryFieldIsExplainedAndUsed(t *testing.T) {
	used, seen := map[string]bool{}, map[string]bool{}
	for _, code := range Codes() {
		for _, f := range shipped(t, code).Uses() {
			used[f.Name] = true
		}
	}
	for _, c := range remedies(t).Clauses {
		lines, _ := parseText(string(c.Text))
		for _, name := range named(lines) {
			used[name] = true
		}
	}
	for _, f := range Fields() {
		if seen[f.Name] || !fieldName.MatchString(f.Name) || len(f.Audiences) == 0 || !strings.HasSuffix(f.Explained, ".") {
			t.Errorf("field %s stands there twice or is not explained", f.Name)
		}
		seen[f.Name] = true
		if !used[f.Name] {
			t.Errorf("field %s stands in no letter", f.Name)
		}
	}
	for _, private := range []string{"eigen_verhaal", "veroorzaker", "gehoord", "privacy_contact"} {
		if f, _ := FieldByName(private); f.For(Employee) {
			t.Errorf("a letter to an employee may hold %s", private)
		}
	}
}

// TestRulesAreReadByPeople keeps the rules as a table that an ombudsman or a
// privacy officer can read; whoever changes a rule changes it in sight.
func TestRulesAreReadByPeople(t *testing.T) {
	var out strings.Builder
	out.WriteString("# Wat een brief moet hebben, en waarom\n")
	for _, code := range Codes() {
		fmt.Fprintf(&out, "\n## %s (aan: %s)\n\n| blok | velden | of | waarom | bron |\n|---|---|---|---|---|\n", code, code.Audience())
		for _, r := range Rules(code) {
			fmt.Fprintf(&out, "| %s | %s | %s | %s | %s |\n", r.Block, strings.Join(r.Fields, ", "), strings.Join(r.Either, ", "), r.Why, r.Source)
		}
	}
	name := filepath.Join("testdata", "regels.md")
	if *update {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the rules have changed; read them, then run with -update:\n%s", out.String())
	}
}
