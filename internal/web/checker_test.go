//go:build checkui

package web_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// checkers is where `make setup` and `make bin/.npm` put them.
const checkers = "../../tools/npm/node_modules/"

// htmlValidate holds all pages against the rules of ui/htmlvalidate.json.
// Warnings count as well.
func htmlValidate(t *testing.T, pages []rendered) []flaw {
	t.Helper()
	out := check(t, nil, files(pages), "node", checkers+"html-validate/bin/html-validate.mjs", "--config", "../../ui/htmlvalidate.json", "--formatter", "json")
	var report []struct {
		FilePath string `json:"filePath"`
		Messages []struct {
			RuleID, Message, Selector string
			Line                      int
		} `json:"messages"`
	}
	decode(t, out, &report)
	names := pageNames(pages)
	var flaws []flaw
	for _, file := range report {
		for _, m := range file.Messages {
			flaws = append(flaws, flaw{names[filepath.Base(file.FilePath)], m.RuleID, m.Selector, fmt.Sprintf("%s (line %d)", m.Message, m.Line)})
		}
	}
	return flaws
}

// nuChecker holds all pages against the HTML standard, as the W3C's validator
// does.
func nuChecker(t *testing.T, pages []rendered) []flaw {
	t.Helper()
	out := check(t, nil, files(pages), "java", "-jar", checkers+"vnu-jar/build/dist/vnu.jar", "--stdout", "--errors-only", "--format", "json")
	var report struct {
		Messages []struct {
			URL, Message, Extract string
			LastLine              int
		} `json:"messages"`
	}
	decode(t, out, &report)
	names := pageNames(pages)
	var flaws []flaw
	for _, m := range report.Messages {
		flaws = append(flaws, flaw{names[filepath.Base(m.URL)], "html", m.Message, fmt.Sprintf("%q (line %d)", m.Extract, m.LastLine)})
	}
	return flaws
}

// pa11yOf lets Pa11y look at all pages, wide and narrow, in a browser in which
// the person they are for is signed in. What it could not look at is a flaw.
func pa11yOf(t *testing.T, base string, pages []rendered) []flaw {
	t.Helper()
	type visit struct {
		URL    string `json:"url"`
		Cookie string `json:"cookie"`
	}
	var visits []visit
	names := map[string]string{}
	for _, p := range pages {
		v := visit{URL: base + p.path}
		if p.who != "" {
			v.Cookie = "rugdekking=" + p.who
		}
		visits = append(visits, v)
		names[v.URL+" "+v.Cookie] = p.name()
	}
	in, err := json.Marshal(visits)
	if err != nil {
		t.Fatal(err)
	}
	var report []struct {
		visit
		Width  int
		Error  string
		Issues []struct{ Code, Selector, Message, Context string }
	}
	decode(t, check(t, in, nil, "node", "../../tools/npm/pa11y.mjs"), &report)
	if want := 2 * len(visits); len(report) != want {
		t.Fatalf("Pa11y looked %d times, asked for %d", len(report), want)
	}
	var flaws []flaw
	for _, r := range report {
		page := fmt.Sprintf("%s, %d wide", names[r.URL+" "+r.Cookie], r.Width)
		if r.Error != "" {
			flaws = append(flaws, flaw{page, "not looked at", "", r.Error})
		}
		for _, i := range r.Issues {
			flaws = append(flaws, flaw{page, i.Code, i.Selector, i.Message + "\n\t" + i.Context})
		}
	}
	return flaws
}

// check runs a checker. Status 1 means that it found something; then, too, its
// findings are on stdout.
func check(t *testing.T, in []byte, more []string, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, append(args, more...)...)
	cmd.Env = append(os.Environ(), "TMPDIR="+t.TempDir()) // the browser's profile goes with the test
	cmd.Stdin = bytes.NewReader(in)
	cmd.WaitDelay = 10 * time.Second
	var out, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &told
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1 || out.Len() == 0) {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, told.Bytes())
	}
	return out.Bytes()
}

func decode(t *testing.T, text []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("a checker's answer: %v: %.200s", err, text)
	}
}

// name tells a page to whoever has to mend it.
func (r rendered) name() string {
	if r.who == "" {
		return r.path + " (nobody)"
	}
	return r.path + " (" + r.who + ")"
}

func files(pages []rendered) []string {
	var out []string
	for _, p := range pages {
		out = append(out, p.file)
	}
	return out
}

func pageNames(pages []rendered) map[string]string {
	out := map[string]string{}
	for _, p := range pages {
		out[filepath.Base(p.file)] = p.name()
	}
	return out
}
