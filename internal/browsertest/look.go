package browsertest

import (
	"context"
	"os"
	"strings"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Open goes to an address, waits until it is loaded and gives the HTTP status.
func (p *Page) Open(address string) int {
	p.t.Helper()
	status := 0
	p.do("open "+address, func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		response, err := chromedp.NavigateResponse(address)(ctx, t)
		if response != nil {
			status = int(response.Status)
		}
		return chromedp.Void{}, err
	})
	return status
}

// SetCookie gives this tab's profile a cookie for the host of address, such as
// a session that the test has made without the sign-in page.
func (p *Page) SetCookie(address, name, value string) {
	p.t.Helper()
	call(p, "set cookie", network.SetCookie, network.SetCookieParams{
		Name: name, Value: value, URL: address, HTTPOnly: new(true),
	})
}

// URL gives the address of the page.
func (p *Page) URL() string {
	p.t.Helper()
	return ask[string](p, "address", `() => document.location.href`)
}

// Title gives the title of the page.
func (p *Page) Title() string {
	p.t.Helper()
	return ask[string](p, "title", `() => document.title`)
}

// Text gives the text that one sees in the first element of selector, with
// runs of white space as one space.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	text := ask[string](p, "text of "+selector, `(s) => {
		const e = document.querySelector(s);
		if (!e) throw new Error('no element ' + s);
		return e.innerText;
	}`, selector)
	return strings.Join(strings.Fields(text), " ")
}

// Texts gives the text of every element of selector, in the order of the page,
// each with runs of white space as one space.
func (p *Page) Texts(selector string) []string {
	p.t.Helper()
	texts := ask[[]string](p, "texts of "+selector, `(s) => [...document.querySelectorAll(s)].map((e) => e.innerText)`, selector)
	for i, text := range texts {
		texts[i] = strings.Join(strings.Fields(text), " ")
	}
	return texts
}

// Value gives what the first field of selector holds.
func (p *Page) Value(selector string) string {
	p.t.Helper()
	return ask[string](p, "value of "+selector, `(s) => document.querySelector(s).value`, selector)
}

// Checked reports whether the first box or radio button of selector is on.
func (p *Page) Checked(selector string) bool {
	p.t.Helper()
	return ask[bool](p, "state of "+selector, `(s) => document.querySelector(s).checked`, selector)
}

// Attribute gives an attribute of the first element of selector, empty when it
// has none.
func (p *Page) Attribute(selector, name string) string {
	p.t.Helper()
	return ask[string](p, name+" of "+selector,
		`(s, n) => document.querySelector(s).getAttribute(n) ?? ''`, selector, name)
}

// Count gives how many elements selector finds, seen or unseen.
func (p *Page) Count(selector string) int {
	p.t.Helper()
	return ask[int](p, "count of "+selector, `(s) => document.querySelectorAll(s).length`, selector)
}

// Visible reports whether the first element of selector is there and shown: it
// has a size, and nothing around it hides it.
func (p *Page) Visible(selector string) bool {
	p.t.Helper()
	return ask[bool](p, "visibility of "+selector, `(s) => {
		const e = document.querySelector(s);
		if (!e || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
		const r = e.getBoundingClientRect();
		return r.width > 1 && r.height > 1;
	}`, selector)
}

// Style gives a computed style property of the first element of selector.
func (p *Page) Style(selector, property string) string {
	p.t.Helper()
	return ask[string](p, property+" of "+selector,
		`(s, n) => getComputedStyle(document.querySelector(s)).getPropertyValue(n)`, selector, property)
}

// WaitFor waits until the first element of selector is visible, for what a
// script shows in its own time.
func (p *Page) WaitFor(selector string) {
	p.t.Helper()
	for deadline := time.Now().Add(actTimeout); !p.Visible(selector); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			p.t.Fatalf("browsertest: %s did not appear on %s", selector, p.URL())
		}
	}
}

// Screenshot writes a picture (PNG) of the whole page, also what lies below
// the window, to a file.
func (p *Page) Screenshot(file string) {
	p.t.Helper()
	shot := call(p, "screenshot", page.CaptureScreenshot, page.CaptureScreenshotParams{
		Format: page.CaptureScreenshotFormatPng, CaptureBeyondViewport: new(true),
		Clip: p.wholePage(),
	})
	if err := os.WriteFile(file, shot.Data, 0o644); err != nil {
		p.t.Fatalf("browsertest: screenshot: %v", err)
	}
}

func (p *Page) wholePage() *page.Viewport {
	p.t.Helper()
	size := ask[[2]float64](p, "size", `() => {
		const d = document.documentElement;
		return [d.clientWidth, Math.max(d.scrollHeight, innerHeight)];
	}`)
	return &page.Viewport{Width: size[0], Height: size[1], Scale: 1}
}
