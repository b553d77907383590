package browsertest

import (
	"context"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Key is a key of the keyboard.
type Key string

// The keys that walk through a page.
const (
	Tab       Key = kb.Tab
	ShiftTab  Key = "shift+" + kb.Tab
	Enter     Key = kb.Enter
	Space     Key = " "
	Escape    Key = kb.Escape
	Up        Key = kb.ArrowUp
	Down      Key = kb.ArrowDown
	Left      Key = kb.ArrowLeft
	Right     Key = kb.ArrowRight
	Home      Key = kb.Home
	End       Key = kb.End
	Backspace Key = kb.Backspace
	Delete    Key = kb.Delete
)

// Press presses keys one after another, as real key events where the focus is.
func (p *Page) Press(keys ...Key) {
	p.t.Helper()
	for _, key := range keys {
		p.do("press a key", key.event())
	}
}

// PressAndLoad presses a key that leads to another page, and waits for it.
func (p *Page) PressAndLoad(key Key) {
	p.t.Helper()
	p.load("press a key", key.event())
}

// Type types text where the focus is, key by key.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.do("type", chromedp.KeyEvent(text))
}

// TabTo presses Tab until the first element of selector has the focus. It
// fails when one cannot get there by keyboard.
func (p *Page) TabTo(selector string) {
	p.t.Helper()
	for range maxStops {
		if p.HasFocus(selector) {
			return
		}
		p.Press(Tab)
	}
	p.t.Fatalf("browsertest: %s is not reached by Tab on %s", selector, p.URL())
}

// HasFocus reports whether the first element of selector has the focus.
func (p *Page) HasFocus(selector string) bool {
	p.t.Helper()
	return ask[bool](p, "focus", `(s) => {
		const e = document.querySelector(s);
		return e !== null && document.activeElement === e;
	}`, selector)
}

// Focused gives a selector of the element that has the focus, "body" when none.
func (p *Page) Focused() string {
	p.t.Helper()
	return ask[string](p, "focus", `() => {`+selectorOf+` return selectorOf(document.activeElement); }`)
}

// Click clicks the first element of selector with the mouse, after scrolling
// it into view.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do("click "+selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// ClickAndLoad clicks what leads to another page, and waits for it.
func (p *Page) ClickAndLoad(selector string) {
	p.t.Helper()
	p.load("click "+selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// load runs a step that opens another page and waits until that is loaded.
func (p *Page) load(what string, step chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	p.do(what, func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.WaitEvent(page.LoadEventFired, nil, step)(ctx, t)
		return chromedp.Void{}, err
	})
}

func (k Key) event() chromedp.Action[chromedp.Void] {
	if k == ShiftTab {
		return chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	}
	return chromedp.KeyEvent(string(k))
}
