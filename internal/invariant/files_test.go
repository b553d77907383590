package invariant_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// maxLines is the most lines a file of code may have; 80 to 200 is usual.
const maxLines = 600

// The words are put together here so that this file does not find itself.
var (
	outside = []string{".." + "/shared", "/wor" + "k/", "registry." + "npmjs", "proxy." + "golang.org"}
	undone  = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)
	blaming = regexp.MustCompile(`(?i)\bdad` + `ers?\b`)
)

func TestFilesKeepToTheHouse(t *testing.T) {
	files := tracked(t)
	if len(files) < 20 {
		t.Fatalf("git lists %d files: the rules would hold over nothing", len(files))
	}
	for _, name := range files {
		text, err := os.ReadFile(filepath.Join(root(t), name))
		if err != nil {
			t.Fatal(err)
		}
		report(t, wrongFile(name, text))
	}
}

func TestFileRulesFindPlantedFaults(t *testing.T) {
	long := strings.Repeat("x\n", maxLines+1)
	for _, planted := range []struct {
		name, text string
		faults     int
	}{
		{"internal/app/a.go", long, 1},
		{"ui/ts/a.ts", long, 1},
		{"internal/web/page/a.gohtml", long, 1},
		{"content/a.json", long, 0},
		{"internal/app/a.go", long[:2*maxLines], 0},
		{"README.md", "see " + outside[0] + "/checks and " + outside[1] + "main", 2},
		{".ci/run", "../" + "shared/checks", 0},
		{".ci/run", outside[1] + "main", 1},
		{"ui/package-lock.json", `"https://` + outside[2] + `.org/x.tgz"`, 1},
		{"vpt/a.go", "// TO" + "DO later", 1},
		{"content/letters/a.txt", "De Dad" + "er kreeg een brief; dad" + "erprofiel", 1},
		{"internal/nl/word_test.go", "never dad" + "er", 0},
		{"docs/glossary.md", "never dad" + "er", 0},
		{"internal/app/a.bin", "\x00" + outside[0], 0},
	} {
		if got := wrongFile(planted.name, []byte(planted.text)); len(got) != planted.faults {
			t.Errorf("%s: found %q, planted %d", planted.name, got, planted.faults)
		}
	}
}

// wrongFile applies the rules that need no parser to one tracked file.
func wrongFile(name string, text []byte) []string {
	if bytes.IndexByte(text, 0) >= 0 { // a picture, a font
		return nil
	}
	var findings []string
	code := among(filepath.Ext(name), ".go .ts .mjs .css .sql .sh .html .gohtml")
	if lines := bytes.Count(text, []byte("\n")); code && lines > maxLines {
		findings = append(findings, fmt.Sprintf("%s has %d lines, at most %d: split it by noun", name, lines, maxLines))
	}
	for i, word := range outside {
		// The one place that may look beside the project, by a relative path.
		if i == 0 && strings.HasPrefix(name, ".ci/") {
			continue
		}
		if bytes.Contains(text, []byte(word)) {
			findings = append(findings, name+" names "+word+", which exists on one machine only")
		}
	}
	if code && undone.Match(text) {
		findings = append(findings, name+" has something undone: "+string(undone.Find(text)))
	}
	spoken := strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "ui/") ||
		strings.HasPrefix(name, "internal/nl/") || strings.HasPrefix(name, "internal/web/") ||
		strings.HasPrefix(name, "internal/demo/")
	if spoken && !strings.HasSuffix(name, "_test.go") && blaming.Match(text) {
		findings = append(findings, name+" says "+string(blaming.Find(text))+": we say veroorzaker")
	}
	return findings
}

func TestEveryPackageSaysWhyItExists(t *testing.T) { report(t, undocumented(packages(t))) }

func TestCommentRuleFindsPlantedFaults(t *testing.T) {
	mustFind(t, 1, undocumented([]pkg{
		{ImportPath: "rugdekking/internal/app", GoFiles: []string{"a.go"}},
		{ImportPath: "rugdekking/vpt", GoFiles: []string{"a.go"}, Doc: "Package vpt is the vocabulary."},
		{ImportPath: "rugdekking/bench", XTestGoFiles: []string{"a_test.go"}},
	}))
}

// undocumented gives the packages without a package comment.
func undocumented(all []pkg) []string {
	var findings []string
	for _, p := range all {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			findings = append(findings, p.ImportPath+" has no package comment: why does it exist, what must it never do?")
		}
	}
	return findings
}

func TestNothingIsCalledGet(t *testing.T) { report(t, each(t, wrongNames)) }

func TestNameRuleFindsPlantedFaults(t *testing.T) {
	mustFind(t, 2, wrongNames(parse(t, "vpt", "vpt/a.go", `package vpt
		func GetReport() {}
		func (r Report) GetKind() {}
		func Getaway() {}
		func get() {}`)))
}

// wrongNames finds exported functions whose name starts with Get: a query is
// called by its noun.
func wrongNames(s source) []string {
	var findings []string
	for _, declaration := range s.file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok {
			continue
		}
		rest, found := strings.CutPrefix(function.Name.Name, "Get")
		if found && rest != "" && unicode.IsUpper(rune(rest[0])) {
			findings = append(findings, s.at(function)+" "+function.Name.Name+": call a query by its noun")
		}
	}
	return findings
}
