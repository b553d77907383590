//go:build checkui

package web_test

import (
	"bufio"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// These tests belong to `make check-ui` and not to `make test`: three checkers
// from outside, one of them in Java, for whoever changes what people see.

// flaw is something that a checker objects to on one page.
type flaw struct {
	page           string // role and address, or the width too
	code, selector string
	text           string
}

// kind is what two flaws have in common that one line accepts.
func (f flaw) kind() string { return f.code + "\t" + digits.ReplaceAllString(f.selector, "N") }

// rendered is a page as it was sent to one person, kept in a file.
type rendered struct {
	seen
	file string
}

// TestCheckUI holds every page of the list of routes, as every role that sees
// it differently, against Pa11y, the Nu HTML checker and html-validate. Only
// Pa11y may be contradicted, line by line with a reason; a line that nothing
// needs any more fails too.
func TestCheckUI(t *testing.T) {
	h := newLoopback(t)
	pages := render(t, h, distinct(t, h, pageWorld(h)))
	if len(pages) < len(routesOf())/3 {
		t.Fatalf("only %d pages: the checkers would look at nothing", len(pages))
	}
	refused := refusedForms(t, h) // Pa11y opens addresses only; axe looks at these in the page test
	all := append(slices.Clone(pages), refused...)
	validate, nu, pa11y := htmlValidate(t, all), nuChecker(t, all), pa11yOf(t, h.URL, pages)
	t.Logf("%d pages, %d refused forms; findings: %d html-validate, %d Nu, %d Pa11y", len(pages), len(refused), len(validate), len(nu), len(pa11y))
	complain(t, "html-validate", validate)
	complain(t, "Nu", nu)
	accepted := readAccepted(t, filepath.Join("testdata", "pa11y-aanvaard.txt"))
	rest, unused := contradict(pa11y, accepted)
	complain(t, "Pa11y", rest)
	for _, line := range unused {
		t.Errorf("testdata/pa11y-aanvaard.txt: nothing is found as %q any more", line)
	}
}

// render writes every page to a file of its own, named after its route and who
// sees it.
func render(t *testing.T, h *loopback, all []seen) []rendered {
	t.Helper()
	dir := t.TempDir()
	pages := make([]rendered, 0, len(all))
	used := map[string]int{}
	for _, s := range all {
		status, body := h.ask(t, s.who, s.path)
		if status != http.StatusOK {
			t.Fatalf("%s as %q answers with %d the second time", s.path, s.who, status)
		}
		name := unnamable.ReplaceAllString(strings.TrimPrefix(s.route, "GET /"), "_") + "_" + s.who
		if used[name]++; used[name] > 1 { // another state of the same page
			name += fmt.Sprintf("_%d", used[name])
		}
		file := filepath.Join(dir, name+".html")
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, rendered{s, file})
	}
	return pages
}

var unnamable = regexp.MustCompile(`[^a-z0-9.-]+`)

// complain fails on flaws, each kind once with the pages it is on.
func complain(t *testing.T, checker string, flaws []flaw) {
	t.Helper()
	kinds := map[string][]flaw{}
	for _, f := range flaws {
		kinds[f.kind()] = append(kinds[f.kind()], f)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		same := kinds[kind]
		var on []string
		for _, f := range same[:min(len(same), 4)] {
			on = append(on, f.page)
		}
		t.Errorf("%s: %s\n\t%s\n\t%d times, on %s", checker, kind, same[0].text, len(same), strings.Join(on, "; "))
	}
}

// contradict takes away what the list accepts, and gives the lines of the list
// that took nothing away.
func contradict(flaws []flaw, accepted map[string]bool) (rest []flaw, unused []string) {
	used := map[string]bool{}
	for _, f := range flaws {
		if accepted[f.kind()] {
			used[f.kind()] = true
			continue
		}
		rest = append(rest, f)
	}
	for _, line := range slices.Sorted(maps.Keys(accepted)) {
		if !used[line] {
			unused = append(unused, line)
		}
	}
	return rest, unused
}

// readAccepted reads lines of code, selector with N for numbers, and the reason
// why it is no fault, with tabs between.
func readAccepted(t *testing.T, name string) map[string]bool {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	lines := map[string]bool{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		parts := strings.Split(s.Text(), "\t")
		if len(parts) != 3 || strings.TrimSpace(parts[2]) == "" {
			t.Fatalf("%s: a line without a reason: %q", name, s.Text())
		}
		lines[parts[0]+"\t"+parts[1]] = true
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}
