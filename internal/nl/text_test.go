package nl

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, table := range tables() {
		for key, text := range table {
			if seen[key] {
				t.Errorf("%s stands in two maps", key)
			}
			seen[key] = true
			if strings.TrimSpace(text[0]) == "" || strings.TrimSpace(text[1]) == "" {
				t.Errorf("%s lacks Dutch or English: %q", key, text)
			}
			if !slices.Equal(blanks(text[0]), blanks(text[1])) {
				t.Errorf("%s has other blanks in English than in Dutch: %q", key, text)
			}
			if forbidden.MatchString(text[0]) || otherVerb.MatchString(text[0]) || otherVerb.MatchString(text[1]) {
				t.Errorf("%s has a word we do not use: %q", key, text)
			}
		}
	}
	for _, lang := range []string{"nl", "en"} {
		texts := New(lang)
		if got := texts.Keys(); len(got) != len(seen) {
			t.Errorf("%s has %d of %d texts", lang, len(got), len(seen))
		}
	}
}

// forbidden are words that a person is never called.
var forbidden = regexp.MustCompile(`(?i)\bdaders?\b|\bslachtoffer`)

// otherVerb is another word for what we call inloggen and uitloggen, to sign in
// and to sign out: one act has one name on every page.
var otherVerb = regexp.MustCompile(`(?i)aanmeld|afmeld|aangemeld|afgemeld|\bmeld je (eerst )?aan\b|\blogged (in|out)\b|\blog out\b`)

func blanks(text string) []string {
	found := regexp.MustCompile(`\{[a-z]+\}|%[ds]`).FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func TestWhatIsUnknown(t *testing.T) {
	texts := New("en")
	for _, c := range []struct{ name, got, want string }{
		{"no such key", texts.Text("bestaat.niet"), ""},
		{"no such code", texts.Error("bestaat-niet"), "Something went wrong. Please try again."},
		{"own words for a field", texts.Field("email", "verplicht"), "Fill in an e-mail address."},
		{"words of the code", texts.Field("emailadres", "verplicht"), "Please fill this in."},
		{"label", texts.Label(vpt.CaseClosed), "Closed"},
		{"label of what is no value", texts.Label(vpt.CaseState("weg")), "weg"},
		{"blank", texts.Fill("deel.concept-bewaard", "tijd", "14:03"), "Draft saved at 14:03"},
		{"another language is Dutch", New("fy").Text("schil.zoek"), "Zoek"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestEveryEnumValueHasALabel(t *testing.T) {
	labels := map[string]bool{}
	for _, key := range New("nl").Keys() {
		if strings.HasPrefix(key, "label.") {
			labels[key] = true
		}
	}
	for _, e := range vpt.Enums() {
		for _, value := range e.Values {
			key := "label." + e.Type + "." + value
			if !labels[key] {
				t.Errorf("%s has no label", key)
			}
			delete(labels, key)
		}
	}
	for key := range labels {
		t.Errorf("%s belongs to no value", key)
	}
}

func TestEveryMailHasATextThatTellsNoStory(t *testing.T) {
	for _, reason := range vpt.MailReasons() {
		if _, ok := mailTexts()[reason]; !ok {
			t.Errorf("%s has no text", reason)
		}
		dutch, english := Mail(reason, "nl"), Mail(reason, "en")
		if dutch.Subject == english.Subject || dutch.Lines[0] == english.Lines[0] {
			t.Errorf("%s is the same in both languages", reason)
		}
		for _, m := range []vpt.MailText{dutch, english} {
			if otherVerb.MatchString(m.Subject + strings.Join(m.Lines, " ") + strings.Join(m.Closing, " ")) {
				t.Errorf("%s has another verb for signing in: %+v", reason, m)
			}
			if m.Subject == "" || m.LinkText == "" || len(m.Lines) == 0 || len(m.Closing) == 0 {
				t.Errorf("%s lacks a part: %+v", reason, m)
			}
			if strings.ContainsAny(m.Subject+m.Lines[0], "{%") {
				t.Errorf("%s has a blank, and a mail says nothing about the case: %q", reason, m.Lines)
			}
			// A letter to somebody without an account greets nobody by name.
			if got := m.Salutation("Noor de Wit"); strings.Contains(got, "Noor de Wit") != (reason != vpt.MailLetter) {
				t.Errorf("%s greets with %q", reason, got)
			}
		}
	}
}

// TestEveryErrorCodeHasAText reads the source of the vocabulary, the door and
// the plumbing for the codes that they refuse with.
func TestEveryErrorCodeHasAText(t *testing.T) {
	codes := map[string]string{}
	for _, dir := range []string{"../../vpt", "../app", "../serve"} {
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			return codesOf(path, codes)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(codes) < 30 || codes["verplicht"] == "" || codes["niet-gevonden"] == "" || codes["intussen-gewijzigd"] == "" {
		t.Fatalf("only %d codes found: the test reads the source wrongly", len(codes))
	}
	for _, track := range vpt.TrackKinds() {
		codes["spoor-open-"+string(track)] = "vpt/casefile.go"
	}
	for _, file := range []vpt.Casefile{{State: vpt.CaseOpen, Verdict: vpt.VerdictNone}, {State: vpt.CaseClosed}} {
		for _, code := range file.WhatBlocksClosing() {
			codes[code] = "vpt/casefile.go"
		}
	}
	codes["terugkoppeling-open"] = "vpt/casefile.go"
	texts := New("nl")
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		if texts.Text("fout."+code) == "" {
			t.Errorf("%s is used in %s and has no text \"fout.%s\"", code, codes[code], code)
		}
	}
}

// kebab is what a code looks like; other packages have an Add as well.
var kebab = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// codesOf adds the codes in one file: the last argument of Add and Fail, and
// the Code of an Error or Field.
func codesOf(path string, codes map[string]string) error {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return err
	}
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if code, _ := strconv.Unquote(l.Value); kebab.MatchString(code) {
				codes[code] = path
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if len(n.Args) == 2 && (called(n) == "Add" || called(n) == "Fail") {
				add(n.Args[1])
			}
		case *ast.CompositeLit:
			if name(n.Type) != "Error" && name(n.Type) != "Field" {
				return true
			}
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok && name(kv.Key) == "Code" {
					add(kv.Value)
				}
			}
		}
		return true
	})
	return nil
}

func called(c *ast.CallExpr) string { return name(c.Fun) }

func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
