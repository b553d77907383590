package browsertest

import (
	"context"
	"iter"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// Choose puts files of this machine in a file field, as the chooser of a
// browser does. The page sees their names, not where they lie.
func (p *Page) Choose(selector string, files ...string) {
	p.t.Helper()
	p.do("choose files in "+selector, chromedp.SetUploadFiles(chromedp.CSS(selector), files))
}

// Download clicks what gives a file, waits until the whole file is there, and
// gives the name that the browser would keep it under and what is in it. The
// page stays where it was.
func (p *Page) Download(selector string) (name string, content []byte) {
	p.t.Helper()
	dir := p.t.TempDir()
	call(p, "take downloads", browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName, DownloadPath: dir, EventsEnabled: new(true),
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID, // of this tab alone
	})
	ctx, cancel := context.WithTimeout(p.ctx, actTimeout)
	defer cancel()
	begins, goes := chromedp.Events(ctx, browser.DownloadWillBegin), chromedp.Events(ctx, browser.DownloadProgress)
	p.Click(selector)
	file := first(p, "download of "+selector, begins, func(browser.EventDownloadWillBegin) bool { return true })
	end := first(p, "end of the download of "+selector, goes, func(e browser.EventDownloadProgress) bool {
		return e.GUID == file.GUID && e.State != browser.DownloadProgressStateInProgress
	})
	if end.State != browser.DownloadProgressStateCompleted {
		p.t.Fatalf("browsertest: the download of %s was %s", selector, end.State)
	}
	content, err := os.ReadFile(filepath.Join(dir, file.GUID))
	if err != nil {
		p.t.Fatalf("browsertest: download: %v", err)
	}
	return file.SuggestedFilename, content
}

// first waits for the first event that one looks for.
func first[E any](p *Page, what string, events iter.Seq2[E, error], wanted func(E) bool) E {
	p.t.Helper()
	for event, err := range events {
		if err != nil {
			p.t.Fatalf("browsertest: %s: %v", what, err)
		}
		if wanted(event) {
			return event
		}
	}
	p.t.Fatalf("browsertest: %s did not come", what)
	panic("unreachable")
}
