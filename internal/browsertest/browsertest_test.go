package browsertest_test

import (
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

// strict is the policy of the product's own pages, in short.
const strict = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; " +
	"require-trusted-types-for 'script'; trusted-types rugdekking"

const goodCSS = `
	html { background: #fff; color: #111; font: 16px sans-serif }
	a, button, input { outline-offset: 2px; min-height: 44px; min-width: 44px }
	a { color: #00468c; display: inline-block }
	:focus-visible { outline: 3px solid #b00020 }
	@media (prefers-color-scheme: dark) { html { background: #111; color: #fff } a { color: #9cf } }`

const goodBody = `<main><h1>Meld een incident</h1>
	<p><a id="next" href="/two">Volgende</a></p>
	<form action="/two"><p><label for="name">Naam</label> <input id="name" name="name" autocomplete="name"></p>
	<fieldset><legend>Hulp</legend><label><input type="radio" name="help" id="yes" value="ja">ja</label>
	<label><input type="radio" name="help" id="no" value="nee">nee</label></fieldset>
	<button id="send">Verstuur</button></form><p id="script" hidden>met script</p></main>`

// site serves a page with a policy, a style sheet and a script of its own.
func site(t *testing.T, policy, body, css, js string) string {
	t.Helper()
	mux := http.NewServeMux()
	serve := func(path, kind, text string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Security-Policy", policy)
			fmt.Fprint(w, text)
		})
	}
	page := func(title, body string) string {
		return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>` + title + `</title>` +
			`<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">` +
			`<link rel="stylesheet" href="/a.css"><script src="/a.js" defer></script></head><body>` + body + `</body></html>`
	}
	serve("/{$}", "text/html; charset=utf-8", page("Een", body))
	serve("/two", "text/html; charset=utf-8", page("Twee", "<main><h1>Twee</h1></main>"))
	serve("/a.css", "text/css; charset=utf-8", css)
	serve("/a.js", "text/javascript; charset=utf-8", js)
	mux.HandleFunc("/language", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<p>%s %s</p>", r.Header.Get("Accept-Language"), r.Header.Get("Cookie"))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func open(t *testing.T, address string, options browsertest.Options) *browsertest.Page {
	t.Helper()
	p := browsertest.New(t, options)
	if status := p.Open(address); status != http.StatusOK {
		t.Fatalf("%s gives %d", address, status)
	}
	return p
}

func TestAGoodPageHasNoFindings(t *testing.T) {
	js := `document.querySelector('#script').hidden = false`
	address := site(t, strict, goodBody, goodCSS, js)
	p := open(t, address, browsertest.Options{})
	findings := slices.Concat(p.Axe(browsertest.AxeOptions{}), p.FocusVisibleEverywhere(),
		p.TargetSizes(44), p.NoHorizontalScroll(320))
	for _, finding := range findings {
		t.Error(finding)
	}
	for _, fault := range p.Faults() {
		t.Error(fault)
	}
	if !p.Visible("#script") {
		t.Error("the page's own script did not run under its policy")
	}
	own, _ := url.Parse(address)
	if hosts := p.Hosts(); !slices.Equal(hosts, []string{own.Host}) {
		t.Errorf("asked %v, want only %s", hosts, own.Host)
	}
}

func TestAPersonWithoutMouseFillsAndSends(t *testing.T) {
	p := open(t, site(t, strict, goodBody, goodCSS, ""), browsertest.Options{})
	if got := p.Texts("fieldset label"); !slices.Equal(got, []string{"ja", "nee"}) {
		t.Errorf("the choices are %q", got)
	}
	p.TabTo("#name")
	p.Type("Fatma de Vries")
	if got := p.Value("#name"); got != "Fatma de Vries" {
		t.Errorf("the field holds %q", got)
	}
	p.Press(browsertest.Tab, browsertest.Space)
	if !p.Checked("#yes") {
		t.Error("Space does not choose the radio button that has the focus")
	}
	p.Press(browsertest.Down)
	if !p.Checked("#no") || p.Focused() != "#no" {
		t.Errorf("the arrow does not choose the next radio button; focus at %s", p.Focused())
	}
	p.Press(browsertest.ShiftTab)
	if !p.HasFocus("#name") {
		t.Errorf("Shift+Tab goes to %s, want back to the name", p.Focused())
	}
	p.TabTo("#send")
	p.PressAndLoad(browsertest.Enter)
	if got := p.URL(); !strings.HasSuffix(got, "/two?name=Fatma+de+Vries&help=nee") {
		t.Errorf("sent to %s", got)
	}
	if got := p.Texts("h1, h2"); !slices.Equal(got, []string{"Twee"}) {
		t.Errorf("the headings are %q", got)
	}
	if p.Title() != "Twee" || p.Text("h1") != "Twee" || p.Count("h1") != 1 {
		t.Errorf("title %q, heading %q", p.Title(), p.Text("h1"))
	}
}

func TestOptionsReachThePage(t *testing.T) {
	address := site(t, strict, goodBody, goodCSS, `document.querySelector('#script').hidden = false`)
	p := open(t, address, browsertest.Options{Dark: true, NoScript: true, Width: 360, Height: 640})
	if got := p.Style("html", "background-color"); got != "rgb(17, 17, 17)" {
		t.Errorf("in the dark the background is %s", got)
	}
	p.Dark(false)
	if got := p.Style("html", "background-color"); got != "rgb(255, 255, 255)" {
		t.Errorf("in the light the background is %s", got)
	}
	if p.Visible("#script") {
		t.Error("the page's script ran although scripts are off")
	}
	file := filepath.Join(t.TempDir(), "page.png")
	p.Screenshot(file)
	picture, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer picture.Close()
	config, err := png.DecodeConfig(picture)
	if err != nil || config.Width != 360 || config.Height < 640 {
		t.Errorf("the screenshot is %d × %d (%v), want 360 wide", config.Width, config.Height, err)
	}
	p.ClickAndLoad("#next")
	if p.Title() != "Twee" {
		t.Errorf("the click led to %q", p.Title())
	}
}

func TestTabsShareNothingAndSpeakTheirLanguage(t *testing.T) {
	address := site(t, strict, goodBody, goodCSS, "") + "/language"
	one := browsertest.New(t, browsertest.Options{Language: "en"})
	one.SetCookie(address, "session", "s1")
	one.Open(address)
	if got := one.Text("p"); got != "en session=s1" {
		t.Errorf("the first tab sends %q", got)
	}
	two := open(t, address, browsertest.Options{})
	if got := two.Text("p"); got != "nl" {
		t.Errorf("the second tab sends %q, want its own language and no cookie", got)
	}
}
