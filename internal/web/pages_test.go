package web_test

import (
	"bufio"
	"crypto/sha256"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"rugdekking/internal/browsertest"
	"rugdekking/internal/web"
)

// shownOnTheWay are pages that only show half-way through something, or only
// refuse: other tests go there.
var shownOnTheWay = map[string]bool{
	"GET /inloggen/code": true, "GET /inloggen/tweede-factor": true, "GET /wachtwoord/{geheim}": true,
}

// everybody of the pages' world; a page that looks the same for two of them is
// looked at once. The empty name has not signed in.
var everybody = []string{"", "rosa", "mila", "dirk", "cora", "bea", "ada", "petra", "dora", "pia"}

// downloads are GET routes that give a file instead of a page.
var downloads = map[string]bool{
	"GET /cijfers/download":                              true,
	"GET /cijfers/doorlooptijden/download":               true,
	"GET /gesprekken/{gesprek}/gesprek.ics":              true,
	"GET /verbeteren/ongevallen/download":                true,
	"GET /beheer/inlezen/{id}/geweigerd.csv":             true,
	"GET /beheer/codelijsten/{lijst}/bestand":            true,
	"GET /beheer/huisregels/{id}/bewijs":                 true,
	"GET /beheer/protocol/bestand":                       true,
	"GET /beheer/brieven/{code}/bestand":                 true,
	"GET /beheer/briefpapier/logo":                       true,
	"GET /zaken/{nummer}/brieven/{brief}/bestand/{vorm}": true,
	"GET /zaken/{nummer}/politiedossier/bestand":         true,
	"GET /zaken/{nummer}/politiedossier/identiteitsblad": true,
	"GET /brief/{geheim}/{vorm}":                         true,
	"GET /meldingen/{nummer}/bewijs/{bestand}":           true,
	"GET /meldingen/{nummer}/bewijs/{bestand}/voorbeeld": true,
	"GET /zaken/{nummer}/bewijs/{bestand}":               true,
	"GET /zaken/{nummer}/bewijs/{bestand}/voorbeeld":     true,
}

// look is one way of looking at a page. In the dark only what colours can break
// is looked at, on the page that is open already: colours follow the device
// without asking for the page again.
type look struct {
	name    string
	options browsertest.Options
}

var looks = []look{
	{"320 licht", browsertest.Options{Width: 320, Height: 700}},
	{"320 donker", browsertest.Options{Width: 320, Height: 700, Dark: true}},
	{"1280 licht", browsertest.Options{Width: 1280, Height: 900}},
	{"1280 donker", browsertest.Options{Width: 1280, Height: 900, Dark: true}},
}

// windows is how many tabs look at pages at a time.
const windows = 2

// seen is one page as one person sees it.
type seen struct {
	route, who, path string
}

// TestPages_AreAccessible opens every page of the list of routes as every role
// that sees it: no finding of axe, no unexplained doubt of it, no sideways
// scrolling at 320 pixels, a visible focus at every stop, nothing that the
// content security policy stopped, no request to another host. Forms are sent
// empty too, so that their errors are looked at.
func TestPages_AreAccessible(t *testing.T) {
	t.Parallel()
	h := newLoopback(t)
	paths := pageWorld(h)
	allowed := readIncomplete(t)
	var used sync.Map
	var refused atomic.Int64
	pages := distinct(t, h, paths)
	t.Logf("%d pages that differ", len(pages))
	routes := map[string]bool{} // of which the stops were walked
	var mu sync.Mutex
	first := func(route string) bool {
		mu.Lock()
		defer mu.Unlock()
		defer func() { routes[route] = true }()
		return !routes[route]
	}
	next := make(chan seen, len(pages))
	for _, s := range pages {
		next <- s
	}
	close(next)
	for window := range windows {
		t.Run("venster "+string(rune('1'+window)), func(t *testing.T) {
			t.Parallel()
			p := browsertest.New(t, looks[0].options)
			for s := range next {
				p.SetCookie(h.URL, "rugdekking", s.who)
				for _, l := range looks {
					p.Resize(l.options.Width, l.options.Height)
					p.Dark(l.options.Dark)
					if !l.options.Dark {
						p.Open(h.URL + s.path)
					}
					inspect(t, h, p, l, allowed, &used)
					if l.name == "1280 licht" && first(s.route) {
						report(t, p, l, p.FocusVisibleEverywhere(), allowed, &used)
					}
				}
				if !doneAtOnce.MatchString(s.path) && p.Count("main form[method=post] button[type=submit]:not([name])") == 1 {
					p.Resize(320, 700)
					p.Dark(false)
					if sendEmpty(t, h, p, looks[0], allowed, &used) {
						refused.Add(1)
					}
				}
			}
		})
	}
	t.Cleanup(func() {
		if t.Failed() {
			return
		}
		if refused.Load() < leastRefused {
			t.Errorf("only %d forms came back with what was wrong: their errors were not looked at", refused.Load())
		}
		for line := range allowed {
			if _, ok := used.Load(line); !ok {
				t.Errorf("testdata/axe-onbeslist.txt: nothing is doubted as %q any more", line)
			}
		}
	})
}

// leastRefused is how many forms must at least say what is wrong with them when
// they are sent empty.
const leastRefused = 20

// doneAtOnce are forms that are right as they stand: sending them would take
// away what other pages are about, or answers with a file and no page.
var doneAtOnce = regexp.MustCompile(`/(splitsen|afronden|leerblad|uitnodigen|gesprekken/[^/]+|opvang/[0-9a-f-]{36})$|/inlezen/|/einde$`)

// sendEmpty sends a form as it stands and looks at the answer when that shows
// what is wrong.
func sendEmpty(t *testing.T, h *loopback, p *browsertest.Page, l look, allowed map[string]bool, used *sync.Map) (refused bool) {
	p.ClickAndLoad("main form[method=post] button[type=submit]:not([name])")
	if p.Count("#fouten") == 0 {
		return false
	}
	inspect(t, h, p, l, allowed, used)
	p.Dark(true)
	inspect(t, h, p, looks[1], allowed, used)
	return true
}

func inspect(t *testing.T, h *loopback, p *browsertest.Page, l look, allowed map[string]bool, used *sync.Map) {
	t.Helper()
	options := browsertest.AxeOptions{}
	if l.options.Dark {
		options.OnlyTags = []string{"cat.color"}
	}
	findings := p.Axe(options)
	if !l.options.Dark {
		findings = append(findings, p.NoHorizontalScroll(l.options.Width)...)
		findings = append(findings, p.TargetSizes(24)...)
	}
	report(t, p, l, findings, allowed, used)
	for _, fault := range newFaults(p) {
		if !strings.Contains(fault, "422 (Unprocessable Entity)") && !strings.Contains(fault, "409 (Conflict)") {
			t.Errorf("%s, %s: %s", p.URL(), l.name, fault)
		}
	}
	for _, host := range p.Hosts() {
		if !strings.Contains(h.URL, host) {
			t.Errorf("%s, %s: asked %s", p.URL(), l.name, host)
		}
	}
}

// told keeps how many faults of a tab were told already: it collects them for
// as long as it is open.
var told sync.Map

func newFaults(p *browsertest.Page) []string {
	all := p.Faults()
	before, _ := told.LoadOrStore(p, 0)
	told.Store(p, len(all))
	return all[before.(int):]
}

// report fails on findings that no line explains.
func report(t *testing.T, p *browsertest.Page, l look, findings []browsertest.Finding, allowed map[string]bool, used *sync.Map) {
	t.Helper()
	for _, f := range findings {
		if f.Rule == "target-size" && strings.HasSuffix(f.Selector, "input.rd-hidden") {
			continue // for password managers only; nobody sees or reaches it
		}
		line := f.Rule + "\t" + shape(f.Selector)
		if f.Incomplete && allowed[line] {
			used.Store(line, true)
			continue
		}
		t.Errorf("%s, %s: %v", p.URL(), l.name, f)
	}
}

var digits = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// shape is a selector without what differs from one set of figures to the next:
// its numbers, and in which chart and by which attribute first axe tells one
// text from another.
func shape(selector string) string {
	selector = strings.TrimPrefix(digits.ReplaceAllString(selector, "N"), `svg[height="N"] > `)
	return strings.Replace(selector, `[y="N"][x="N%"]`, `[x="N%"][y="N"]`, 1)
}

// readIncomplete reads what axe cannot decide and we have looked at: rule, a
// selector with N for numbers, and the reason, with tabs between.
func readIncomplete(t *testing.T) map[string]bool {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "axe-onbeslist.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	lines := map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		text := s.Text()
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := strings.Split(text, "\t")
		if len(parts) != 3 || parts[2] == "" {
			t.Fatalf("a line without a reason: %q", text)
		}
		lines[parts[0]+"\t"+parts[1]] = true
	}
	return lines
}

// changing is what differs between two renderings of one page: keys, and the
// frame around the content, which each role has once.
var changing = regexp.MustCompile(`value="[A-Z2-7]{26}"|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}`)

// distinct asks every page as everybody and keeps one of those that are equal.
func distinct(t *testing.T, h *loopback, paths map[string][]string) []seen {
	t.Helper()
	var out []seen
	known := map[[32]byte]bool{}
	for _, route := range routesOf() {
		if !strings.HasPrefix(route, "GET ") || downloads[route] {
			continue
		}
		states, ok := paths[route]
		if !ok {
			t.Errorf("%s has no fixture in pageWorld", route)
			continue
		}
		shown := 0
		for _, path := range states {
			for _, who := range everybody {
				status, body := h.ask(t, who, path)
				if status == http.StatusInternalServerError {
					t.Errorf("%s as %q: 500", path, who)
				}
				if status != http.StatusOK {
					continue
				}
				shown++
				sum := sha256.Sum256([]byte(route + changing.ReplaceAllString(body, "")))
				if !known[sum] {
					known[sum] = true
					out = append(out, seen{route, who, path})
				}
			}
		}
		if shown == 0 && !shownOnTheWay[route] {
			t.Errorf("%s is shown to nobody", route)
		}
	}
	return out
}

func (h *loopback) ask(t *testing.T, who, path string) (int, string) {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, h.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if who != "" {
		req.AddCookie(&http.Cookie{Name: "rugdekking", Value: who})
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// routesOf gives the patterns of the one list.
func routesOf() []string {
	var out []string
	for _, r := range new(web.Site).Routes() {
		if r.LeadsTo == "" { // no page of its own
			out = append(out, r.Pattern)
		}
	}
	slices.Sort(out)
	return out
}

// TestPages_ForStrangers: no private page answers anybody but by leading her to
// the sign-in page, and no page changes anything on GET.
func TestPages_ForStrangers(t *testing.T) {
	h := newLoopback(t)
	for _, r := range new(web.Site).Routes() {
		method, path, _ := strings.Cut(r.Pattern, " ")
		if r.Public || method != http.MethodGet {
			continue
		}
		path = strings.TrimSuffix(path, "{$}")
		path = regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(path, "x")
		if status, body := h.ask(t, "", path); status != http.StatusSeeOther {
			t.Errorf("%s answers a stranger with %d: %.80s", r.Pattern, status, body)
		}
	}
}
