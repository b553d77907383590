package nl

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rugdekking/vpt"
)

var update = flag.Bool("update", false, "write the values in docs/glossary.md")

const (
	glossary = "../../docs/glossary.md"
	marker   = "<!-- values -->\n"
)

// TestGlossaryHasEveryValue keeps the table in docs/glossary.md equal to the
// enums, their identifiers and their labels.
func TestGlossaryHasEveryValue(t *testing.T) {
	text, err := os.ReadFile(glossary)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(text), marker)
	if !found {
		t.Fatalf("%s has no line %q", glossary, marker)
	}
	want := valueTables(t)
	if *update {
		if err := os.WriteFile(glossary, []byte(before+marker+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got := strings.Split(after, "\n")
	for i, line := range strings.Split(want, "\n") {
		if i >= len(got) || got[i] != line {
			t.Fatalf("%s is not up to date at %q; write it with -update", glossary, line)
		}
	}
	if after != want {
		t.Errorf("%s has more values than there are; write it with -update", glossary)
	}
}

func valueTables(t *testing.T) string {
	t.Helper()
	dutch, english := New("nl"), New("en")
	names := identifiers(t)
	var b strings.Builder
	for _, e := range vpt.Enums() {
		fmt.Fprintf(&b, "\n### %s\n\n| Value | In the code | Dutch | English |\n|---|---|---|---|\n", e.Type)
		for _, value := range e.Values {
			key := "label." + e.Type + "." + value
			name := names[e.Type+"."+value]
			if name == "" || dutch.Text(key) == "" || english.Text(key) == "" {
				t.Errorf("%s.%s lacks an identifier or a label", e.Type, value)
			}
			fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s |\n", value, name, dutch.Text(key), english.Text(key))
		}
	}
	return b.String()
}

// identifiers gives the name of each typed string constant of vpt, by
// "type.value".
func identifiers(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../vpt/*.go")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source of vpt: %v", err)
	}
	found := map[string]string{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			if literal, ok := v.Values[0].(*ast.BasicLit); ok && v.Type != nil {
				value, _ := strconv.Unquote(literal.Value)
				found[name(v.Type)+"."+value] = v.Names[0].Name
			}
			return true
		})
	}
	return found
}
