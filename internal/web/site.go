// Package web is the HTML side of the door: each handler turns a form into the
// input of a use case and its answer into a page. It decides nothing, knows no
// SQL and reveals no personal text; what may be shown arrives as a flag.
//
// A handler of a private page takes the vpt.Actor that signed in as an
// argument, and a public one has another type, so that a forgotten sign-in
// does not compile.
package web

import (
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/identity"
	"rugdekking/internal/nl"
	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// Clock tells the time.
type Clock interface{ Now() time.Time }

// Config says what the site stands on.
type Config struct {
	App      *app.App
	Sessions *identity.Sessions
	Assets   *static.Assets
	Base     *url.URL
	Clock    Clock
	Log      *slog.Logger
	Demo     bool
}

// Site is all pages.
type Site struct {
	app      *app.App
	sessions *identity.Sessions
	assets   *static.Assets
	pages    *page.Renderer
	texts    map[page.Lang]*nl.Texts
	base     *url.URL
	clock    Clock
	log      *slog.Logger
	demo     bool
}

// New makes the site. It fails when a page does not parse or lacks a word.
func New(c Config) (*Site, error) {
	s := &Site{
		app: c.App, sessions: c.Sessions, assets: c.Assets, base: c.Base, clock: c.Clock, log: c.Log, demo: c.Demo,
		texts: map[page.Lang]*nl.Texts{page.Dutch: nl.New("nl"), page.English: nl.New("en")},
	}
	var err error
	s.pages, err = page.New(c.Assets, map[page.Lang]page.Texts{page.Dutch: s.texts[page.Dutch], page.English: s.texts[page.English]})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Register puts every page and the assets on a mux.
func (s *Site) Register(mux *http.ServeMux) {
	for _, route := range s.Routes() {
		mux.Handle(route.Pattern, route.handler)
	}
	mux.Handle("GET "+static.Prefix, s.assets)
}

// Limits are the routes that take more than the default body, by pattern.
func (s *Site) Limits() map[string]serve.Limit {
	limits := map[string]serve.Limit{}
	for _, route := range s.Routes() {
		if route.limit != nil {
			limits[route.Pattern] = *route.limit
		}
	}
	return limits
}

// text gives the words in the language of an actor.
func (s *Site) text(who vpt.Actor) *nl.Texts { return s.texts[langOf(who)] }

func langOf(who vpt.Actor) page.Lang {
	if who.Lang == string(page.English) {
		return page.English
	}
	return page.Dutch
}
