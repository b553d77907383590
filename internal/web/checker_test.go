//go:build checkui

package web_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
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

// TestCheckUI_FindsPlantedFaults: a gate that cannot fail guards nothing.
func TestCheckUI_FindsPlantedFaults(t *testing.T) {
	const head = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/a.css"></head>`
	const good = head + `<body><main><h1>Proef</h1><p>Lees <a href="/verder">verder</a>.</p></main></body></html>`
	const bad = head + `<body><main><h1>Proef</h1><p style="margin:0">Lees <a class="pale" href="/verder">verder</a>.<div>los</div></p></main></body></html>`
	mux := http.NewServeMux()
	mux.HandleFunc("/a.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css")
		_, _ = io.WriteString(w, "html{background:#fff;color:#111}a{color:#00468c}.pale{color:#fff}")
	})
	dir := t.TempDir()
	var pages []rendered
	for name, text := range map[string]string{"good": good, "bad": bad} {
		mux.HandleFunc("/"+name, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, text) })
		file := filepath.Join(dir, name+".html")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, rendered{seen{path: "/" + name}, file})
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	mustFind(t, htmlValidate(t, pages), "/bad (nobody)", "no-inline-style")
	mustFind(t, nuChecker(t, pages), "/bad (nobody)", "html")
	looked := pa11yOf(t, server.URL, append(pages, rendered{seen: seen{path: "/gone"}}))
	mustFind(t, looked, "/bad (nobody), 320 wide", "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail")
	mustFind(t, looked, "/bad (nobody), 1280 wide", "color-contrast")
	mustFind(t, looked, "/gone (nobody), 320 wide", "not looked at")
}

// mustFind fails unless the page has that flaw, and when the good page has one.
func mustFind(t *testing.T, flaws []flaw, page, code string) {
	t.Helper()
	found := false
	for _, f := range flaws {
		found = found || f.page == page && f.code == code
		if strings.HasPrefix(f.page, "/good") {
			t.Errorf("the good page has %v", f)
		}
	}
	if !found {
		t.Errorf("%s on %s was not found among %v", code, page, flaws)
	}
}

func TestCheckUI_ListNeedsEveryLine(t *testing.T) {
	flaws := []flaw{{"/a", "x", "li:nth-child(2)", ""}, {"/b", "x", "li:nth-child(3)", ""}, {"/a", "y", "p", ""}}
	rest, unused := contradict(flaws, map[string]bool{"x\tli:nth-child(N)": true, "x\tp": true})
	if len(rest) != 1 || rest[0].code != "y" || len(unused) != 1 || unused[0] != "x\tp" {
		t.Errorf("left %v, unused %q", rest, unused)
	}
}
