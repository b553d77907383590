package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/browsertest"
	"rugdekking/internal/identity"
	"rugdekking/internal/serve"
	"rugdekking/internal/web"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// loopback is the real site on loopback, with every header and limit of the real
// server, in which anybody of the world can be at home.
type loopback struct {
	*apptest.World
	URL string
}

func newLoopback(t *testing.T) *loopback {
	t.Helper()
	return loopbackOf(t, apptest.SQLite(t))
}

// loopbackOf puts the site before a world.
func loopbackOf(t *testing.T, w *apptest.World) *loopback {
	t.Helper()
	assets, err := static.Open()
	w.Must(err)
	var handler http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, r *http.Request) { handler.ServeHTTP(answer, r) }))
	t.Cleanup(server.Close)
	base, err := url.Parse(server.URL)
	w.Must(err)
	log := slog.New(slog.NewTextHandler(w.Log, nil))
	site, err := web.New(web.Config{
		App: w.App, Sessions: identity.New(deskDoor{w.App, w}, identity.Config{}), Assets: assets, Base: base, Clock: w.Clock, Log: log,
	})
	w.Must(err)
	mux := http.NewServeMux()
	site.Register(mux)
	handler = serve.Handler(mux, serve.Config{Base: base, Log: log, Now: w.Clock.Now, Refuse: site.Refuse, Limits: site.Limits()})
	return &loopback{World: w, URL: server.URL}
}

// visit opens a tab in which somebody of the world is signed in.
func (h *loopback) visit(t *testing.T, name string, options browsertest.Options) *browsertest.Page {
	t.Helper()
	p := browsertest.New(t, options)
	p.SetCookie(h.URL, "rugdekking", name)
	return p
}

// accessible fails on what a checker finds on the page, and on what the browser
// complained of. That a form was not right is no complaint.
func accessible(t *testing.T, p *browsertest.Page) {
	t.Helper()
	for _, finding := range p.Axe(browsertest.AxeOptions{}) {
		t.Errorf("%s: %v", p.URL(), finding)
	}
	for _, fault := range p.Faults() {
		if !strings.Contains(fault, "422 (Unprocessable Entity)") {
			t.Errorf("%s: %s", p.URL(), fault)
		}
	}
}

// phone is how most people report.
func phone(noScript bool) browsertest.Options {
	return browsertest.Options{Width: 360, Height: 740, NoScript: noScript}
}

// A report with only the six required fields, by keyboard alone, on a phone.
func reportByKeyboard(t *testing.T, noScript bool) {
	h := newLoopback(t)
	accessible := accessible
	if noScript { // the checker is a script, which needs a page that runs them
		accessible = func(t *testing.T, p *browsertest.Page) {
			for _, fault := range p.Faults() {
				t.Errorf("%s: %s", p.URL(), fault)
			}
		}
	}
	p := h.visit(t, "rosa", phone(noScript))
	p.Open(h.URL + "/")
	accessible(t, p)
	p.TabTo("main a[href='/meldingen/nieuw']")
	p.PressAndLoad(browsertest.Enter)
	accessible(t, p)

	p.TabTo("#veld-kinds") // what kind
	p.Press(browsertest.Space)
	p.TabTo("#veld-account") // what happened
	p.Type("Hij noemde me een dief en sloeg op de balie.")
	p.TabTo("#veld-when") // when
	p.Press(browsertest.Space)
	p.TabTo("#veld-channel") // where
	p.Type("Balie")
	if got := p.Value("#veld-channel"); got != "balie" {
		t.Fatalf("the channel is %q", got)
	}
	p.TabTo("#veld-onBehalf") // who was affected: filled in already
	if !p.Checked("#veld-onBehalf") {
		t.Error("a report for oneself is not what the form begins with")
	}
	p.TabTo("#veld-help") // whether help is needed now
	p.Press(browsertest.Down, browsertest.Down)
	p.TabTo("main button[type=submit]:not([name])")
	p.PressAndLoad(browsertest.Enter)

	if want := h.URL + "/meldingen/M-2026-00001/ontvangst"; p.URL() != want {
		t.Fatalf("after sending we are at %s: %s", p.URL(), p.Text("main"))
	}
	if got := p.Text("h1"); got != "Dank je, we hebben het." {
		t.Errorf("the receipt is titled %q", got)
	}
	told := p.Text("main")
	for _, want := range []string{"M-2026-00001", "Mila van Dijk", "medewerker Balie", "vóór morgen 10:00", "vóór vr 20 november 10:00", "vóór di 24 november 17:00", "088 000 1234", "112"} {
		if !strings.Contains(told, want) {
			t.Errorf("the receipt lacks %q: %s", want, told)
		}
	}
	accessible(t, p)
	v, err := h.App.ReportByNumber(t.Context(), h.Actor("rosa"), "M-2026-00001")
	h.Must(err)
	if v.Report.Help != vpt.HelpNo || v.Report.OccurredOn != "2026-11-17" || v.Report.OccurredTime != "10:00" || v.Report.Kinds[0].Code != "V" {
		t.Errorf("the report holds %+v", v.Report)
	}
}

func TestJourney_ReportByKeyboard(t *testing.T) { reportByKeyboard(t, false) }

func TestJourney_ReportByKeyboardWithoutScript(t *testing.T) { reportByKeyboard(t, true) }

func TestJourney_WhatWasTypedSurvivesAnErrorAndAReload(t *testing.T) {
	h := newLoopback(t)
	p := h.visit(t, "rosa", phone(false))
	p.Open(h.URL + "/meldingen/nieuw")
	p.Click("#veld-account")
	p.Type("Ze dreigde met haar broers.")
	if p.Visible("#veld-occurredOn") || p.Visible("#veld-affected") {
		t.Error("fields that no answer needs are shown")
	}
	p.Click("#veld-when-anders")
	if !p.Visible("#veld-occurredOn") {
		t.Error("'anders' does not show the day")
	}
	p.Click("#veld-occurredOn")
	p.Type("31 februari")
	p.ClickAndLoad("main button[type=submit]:not([name])")
	if !p.HasFocus("#fouten") {
		t.Errorf("the focus is on %s, not on the summary of errors", p.Focused())
	}
	if got := p.Count("#fouten li"); got != 4 {
		t.Errorf("%d errors, want kind, day, channel and help: %s", got, p.Text("#fouten"))
	}
	if p.Value("#veld-account") != "Ze dreigde met haar broers." || p.Value("#veld-occurredOn") != "31 februari" || !p.Checked("#veld-when-anders") {
		t.Error("typed values are gone")
	}
	accessible(t, p)
	p.Click("#veld-occurredOn")
	p.Type(" of zo")
	p.ClickAndLoad("button[value=concept]")
	p.Open(h.URL + "/meldingen/nieuw")
	if got := p.Value("#veld-account"); got != "Ze dreigde met haar broers." {
		t.Errorf("after a reload the text is %q", got)
	}
	if got := p.Text("[data-draft-status]"); got != "Concept bewaard om 10:00" {
		t.Errorf("the draft says %q", got)
	}
	p.Dark(true)
	accessible(t, p)
	p.ClickAndLoad("button[value=weg]")
	if got := p.Value("#veld-account"); got != "" {
		t.Errorf("the draft was thrown away and still says %q", got)
	}
}
