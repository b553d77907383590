// Package browsertest drives a real browser through the product's pages, the
// way a person does: real key events, real layout, the page's own security
// policy in force.
//
// It exists because what people meet is not HTML but a rendered page: whether
// one can reach everything by keyboard, read it in the dark, use it on a phone
// and without scripts. A missing Chromium fails a test, it never skips it.
//
// It must never loosen the page to look at it: the content security policy is
// not bypassed, and everything it reads is read from an isolated world, so that
// neither the policy nor the page's scripts notice. It imports no package of
// the project.
package browsertest

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// actTimeout bounds one act on a page. It is long because tests of other
// packages share the processor.
const actTimeout = 40 * time.Second

// Options says how a page is looked at. The zero value is a desktop of
// 1280×800 in light colours, with scripts.
type Options struct {
	Width, Height int    // of the window, in CSS pixels
	Dark          bool   // prefers-color-scheme: dark
	ForcedColors  bool   // forced-colors: active
	Print         bool   // print style sheet
	NoScript      bool   // scripts of the page do not run
	Language      string // Accept-Language, such as "en"; empty: "nl"
}

// Page is one tab in a browser profile of its own: no cookie or cache is
// shared with another test. Its methods fail the test when the browser does.
type Page struct {
	t       testing.TB
	ctx     context.Context
	options Options
	seen    *log
}

// New opens an empty tab that closes with the test.
func New(t testing.TB, options Options) *Page {
	t.Helper()
	if options.Width == 0 {
		options.Width = 1280
	}
	if options.Height == 0 {
		options.Height = 800
	}
	if options.Language == "" {
		options.Language = "nl"
	}
	browser, err := shared()
	if err != nil {
		t.Fatalf("browsertest: %v", err)
	}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx, options: options, seen: &log{}}
	// The first act binds the tab to this context; a context with a time limit
	// here would close the tab when the limit passes.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("browsertest: open a tab: %v", err)
	}
	if err := chromedp.Listen(ctx, p.seen.note); err != nil {
		t.Fatalf("browsertest: listen: %v", err)
	}
	p.prepare()
	return p
}

// prepare sets up what Options asks.
func (p *Page) prepare() {
	p.t.Helper()
	p.enableIssues()
	// Each tab believes it has the focus, also when several are open at once.
	call(p, "focus", emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	call(p, "scripts", emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: p.options.NoScript})
	call(p, "language", network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{
		Headers: network.Headers{"Accept-Language": p.options.Language},
	})
	p.Resize(p.options.Width, p.options.Height)
	p.emulateMedia()
}

// Dark switches between dark and light colours on the page that is open.
func (p *Page) Dark(on bool) {
	p.t.Helper()
	p.options.Dark = on
	p.emulateMedia()
}

// Resize gives the window another size, in CSS pixels.
func (p *Page) Resize(width, height int) {
	p.t.Helper()
	call(p, "resize", emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 1,
	})
}

// emulateMedia tells the page what its user prefers. Motion is always reduced:
// a style that is still on its way would be measured halfway.
func (p *Page) emulateMedia() {
	p.t.Helper()
	scheme, forced, media := "light", "none", "screen"
	if p.options.Dark {
		scheme = "dark"
	}
	if p.options.ForcedColors {
		forced = "active"
	}
	if p.options.Print {
		media = "print"
	}
	call(p, "media", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media,
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "forced-colors", Value: forced},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
}
