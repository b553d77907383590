package page

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
	"rugdekking/internal/web/static"
)

// policy is the content security policy that the server sends.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; " +
	"require-trusted-types-for 'script'; trusted-types rugdekking"

// site is a server with the gallery, and what its draft form was sent.
type site struct {
	*httptest.Server
	drafts chan string
}

func newSite(t *testing.T) site {
	t.Helper()
	assets, err := static.Open()
	if err != nil {
		t.Fatal(err)
	}
	renderer := galleryRenderer(t, assets)
	s := site{drafts: make(chan string, 100)}
	mux := http.NewServeMux()
	mux.Handle("GET "+static.Prefix, assets)
	mux.HandleFunc("GET /{page}", func(w http.ResponseWriter, r *http.Request) {
		g := galleryPage()
		q := r.URL.Query()
		g.Colours, g.Script = Colours(q.Get("kleuren")), Script(q.Get("script"))
		if class := q.Get("thema"); class != "" {
			g.Organisation.ThemeClass, g.Organisation.ThemeURL = class, assets.URL(class+".css")
		}
		if err := renderer.Render(w, r.PathValue("page"), g); err != nil {
			t.Errorf("render: %v", err)
		}
	})
	mux.HandleFunc("POST /meldingen/concept", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Errorf("read the draft: %v", err)
		}
		s.drafts <- string(body)
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /deel", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<p id="gelukt">De volgende stap</p><script>document.title="ingebroken"</script>`)
	})
	mux.HandleFunc("POST /fout", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnprocessableEntity)
		fmt.Fprint(w, `<div id="fouten" tabindex="-1" data-focus>Er klopt nog 1 ding niet</div>`)
	})
	mux.HandleFunc("GET /stuk", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func noFaults(t *testing.T, p *browsertest.Page) {
	t.Helper()
	for _, fault := range p.Faults() {
		t.Error(fault)
	}
}

func TestTheReportingFormInABrowser(t *testing.T) {
	s := newSite(t)
	p := browsertest.New(t, browsertest.Options{Width: 360, Height: 740})
	p.Open(s.URL + "/gallery?script=report.js")
	if !p.HasFocus("#fouten") {
		t.Errorf("the focus is on %s, not on the summary of errors", p.Focused())
	}
	if got := p.Text("[data-draft-status]"); got != "Concept bewaard om 14:03" {
		t.Errorf("the draft says %q", got)
	}
	const tile, finer = "#veld-soorten-B", "#veld-soorten-fijn-B1"
	if !p.Visible(finer) || !p.Checked(finer) {
		t.Error("the finer choice of a chosen tile is not open")
	}
	p.Click(tile)
	if p.Visible(finer) || p.Checked(finer) {
		t.Error("the finer choice stays when its tile is taken back")
	}
	p.Click(tile)
	if !p.Visible(finer) {
		t.Error("the finer choice does not come with its tile")
	}
	before := p.Style("#veld-omschrijving", "height")
	p.Click("#veld-omschrijving")
	p.Type(strings.Repeat("Hij schold me uit. ", 40) + "Yıldız zag het.")
	if after := p.Style("#veld-omschrijving", "height"); after == before {
		t.Errorf("the text box stays %s high", after)
	}
	draft, err := url.ParseQuery(<-s.drafts)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(draft.Get("omschrijving"), "Hij schold me uit.") || draft.Get("soorten") != "B" || draft.Has("bewijs") {
		t.Errorf("the draft holds %v", draft)
	}
	noFaults(t, p)
}

func TestWithoutAScriptEverythingCanBeReached(t *testing.T) {
	s := newSite(t)
	p := browsertest.New(t, browsertest.Options{Width: 360, Height: 740, NoScript: true})
	p.Open(s.URL + "/gallery?script=report.js")
	p.Click("[data-finer] summary")
	if !p.Visible("#veld-soorten-fijn-B1") {
		t.Error("the finer choices cannot be opened")
	}
	p.Click(".rd-me summary")
	if !p.Visible(".rd-me__list") {
		t.Error("the menu cannot be opened")
	}
	noFaults(t, p)
}

func TestHTMXUnderOurPolicy(t *testing.T) {
	s := newSite(t)
	p := browsertest.New(t, browsertest.Options{})
	p.Open(s.URL + "/handler?script=app.js")
	p.Click("#vraag")
	p.WaitFor("#gelukt")
	if p.Title() == "ingebroken" {
		t.Error("a script inside an answer ran")
	}
	p.Click("#stuur")
	p.WaitFor("#fouten")
	if !p.HasFocus("#fouten") {
		t.Errorf("after an error the focus is on %s", p.Focused())
	}
	for _, fault := range p.Faults() {
		// The browser itself notes every answer above 399.
		if !strings.Contains(fault, "status of 422") {
			t.Error(fault)
		}
	}
	p.Click("#stuk")
	p.WaitFor("[data-request-failed]")
	if got := p.Text("[data-request-failed]"); got != "Dat lukte niet. Probeer het zo nog eens." {
		t.Errorf("after a failure the page says %q", got)
	}
}

func TestTheMenuClosesByEscape(t *testing.T) {
	s := newSite(t)
	p := browsertest.New(t, browsertest.Options{})
	p.Open(s.URL + "/gallery?script=report.js")
	p.TabTo(".rd-me summary")
	p.Press(browsertest.Enter)
	if !p.Visible(".rd-me__list") {
		t.Fatal("the menu does not open")
	}
	p.Press(browsertest.Escape)
	if p.Visible(".rd-me__list") || !p.HasFocus(".rd-me summary") {
		t.Errorf("the menu stays open, or the focus is lost: %s", p.Focused())
	}
}

func TestEveryPartIsAccessible(t *testing.T) {
	s := newSite(t)
	for _, look := range []struct {
		name    string
		options browsertest.Options
		query   string
	}{
		{"phone", browsertest.Options{Width: 360, Height: 740}, ""},
		{"desk", browsertest.Options{}, ""},
		{"dark device", browsertest.Options{Dark: true}, ""},
		{"dark by choice", browsertest.Options{}, "kleuren=dark&thema=org-noord"},
		{"light by choice", browsertest.Options{Dark: true}, "kleuren=light&thema=org-lindemeer"},
		{"own colours", browsertest.Options{ForcedColors: true}, ""},
	} {
		t.Run(look.name, func(t *testing.T) {
			p := browsertest.New(t, look.options)
			p.Open(s.URL + "/gallery?" + look.query)
			for _, finding := range p.Axe(browsertest.AxeOptions{}) {
				if !finding.Incomplete {
					t.Error(finding)
				}
			}
			for _, finding := range append(p.TargetSizes(24), p.FocusVisibleEverywhere()...) {
				t.Error(finding)
			}
			for _, finding := range p.NoHorizontalScroll(320) {
				t.Error(finding)
			}
			noFaults(t, p)
		})
	}
}

func TestTheChoiceOfColoursWins(t *testing.T) {
	s := newSite(t)
	for query, dark := range map[string]bool{"": true, "kleuren=light": false, "kleuren=dark": true} {
		p := browsertest.New(t, browsertest.Options{Dark: true})
		p.Open(s.URL + "/gallery?" + query)
		if ground := p.Style("body", "background-color"); (ground == "rgb(20, 25, 26)") != dark {
			t.Errorf("%q on a dark device: the ground is %s", query, ground)
		}
	}
	p := browsertest.New(t, browsertest.Options{Dark: true, Print: true})
	p.Open(s.URL + "/gallery?kleuren=dark")
	if ground := p.Style("body", "background-color"); ground != "rgb(255, 255, 255)" || p.Visible(".rd-nav") {
		t.Errorf("on paper the ground is %s, or the menu is printed", ground)
	}
}
