package vpt

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEnumsHoldEveryConstant reads the source: a constant of an enum type that
// Enums does not list would go without a label and a glossary entry.
func TestEnumsHoldEveryConstant(t *testing.T) {
	listed := map[string][]string{}
	for _, e := range Enums() {
		if listed[e.Type] != nil {
			t.Errorf("%s is listed twice", e.Type)
		}
		listed[e.Type] = e.Values
	}
	declared := typedConstants(t)
	if len(declared) < 25 {
		t.Fatalf("only %d enum types found in the source", len(declared))
	}
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		if !slices.Equal(slices.Sorted(slices.Values(declared[name])), slices.Sorted(slices.Values(listed[name]))) {
			t.Errorf("%s has %q in the source and %q in Enums", name, declared[name], listed[name])
		}
	}
	for name := range listed {
		if declared[name] == nil {
			t.Errorf("%s is in Enums and has no constants", name)
		}
	}
}

// typedConstants gives the exported string constants that carry a type of
// their own, by type.
func typedConstants(t *testing.T) map[string][]string {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				addConstants(found, g)
			}
		}
	}
	return found
}

func addConstants(found map[string][]string, g *ast.GenDecl) {
	for _, spec := range g.Specs {
		v := spec.(*ast.ValueSpec)
		kind, ok := v.Type.(*ast.Ident)
		if !ok || len(v.Values) == 0 {
			continue
		}
		if literal, ok := v.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, _ := strconv.Unquote(literal.Value)
			found[kind.Name] = append(found[kind.Name], text)
		}
	}
}
