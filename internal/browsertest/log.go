package browsertest

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	devlog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// log notes what the browser tells about a page.
type log struct {
	mutex  sync.Mutex
	faults []string
	hosts  []string
}

// Faults gives what went wrong on the page since New, in order: uncaught
// exceptions, console errors, failed loads, and violations of the content
// security policy or of Trusted Types.
func (p *Page) Faults() []string {
	p.seen.mutex.Lock()
	defer p.seen.mutex.Unlock()
	return slices.Clone(p.seen.faults)
}

// Hosts gives every host:port that the page asked something of since New,
// sorted and each once. A page of the product asks only its own.
func (p *Page) Hosts() []string {
	p.seen.mutex.Lock()
	defer p.seen.mutex.Unlock()
	hosts := slices.Clone(p.seen.hosts)
	slices.Sort(hosts)
	return slices.Compact(hosts)
}

// enableIssues asks the browser to report what DevTools shows as issues, which
// names each violation of the policy with its directive.
func (p *Page) enableIssues() {
	p.t.Helper()
	call(p, "issues", audits.Enable, cdp.Empty{})
}

// note is called for every event of the tab, in order.
func (l *log) note(event any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		l.request(e.Request.URL)
	case *runtime.EventExceptionThrown:
		l.fault("exception: %s", exceptionText(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			l.fault("console: %s", argsText(e.Args))
		}
	case *devlog.EventEntryAdded:
		if e.Entry.Level == devlog.EntryLevelError {
			l.fault("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *audits.EventIssueAdded:
		l.issue(e.Issue)
	}
}

func (l *log) fault(format string, values ...any) {
	l.faults = append(l.faults, strings.TrimSpace(fmt.Sprintf(format, values...)))
}

func (l *log) request(address string) {
	parsed, err := url.Parse(address)
	if err == nil && parsed.Host != "" { // data: and blob: ask nobody
		l.hosts = append(l.hosts, parsed.Host)
	}
}

func (l *log) issue(issue *audits.InspectorIssue) {
	if issue.Details == nil || issue.Details.ContentSecurityPolicyIssueDetails == nil {
		return
	}
	csp := issue.Details.ContentSecurityPolicyIssueDetails
	l.fault("csp: %s %s %s", csp.ViolatedDirective, csp.ContentSecurityPolicyViolationType, csp.BlockedURL)
}

func exceptionText(details *runtime.ExceptionDetails) string {
	if details == nil {
		return "unknown"
	}
	if details.Exception != nil && details.Exception.Description != "" {
		return details.Exception.Description
	}
	return details.Text
}

func argsText(args []*runtime.RemoteObject) string {
	var parts []string
	for _, arg := range args {
		if arg.Description != "" {
			parts = append(parts, arg.Description)
		} else {
			parts = append(parts, string(arg.Value))
		}
	}
	return strings.Join(parts, " ")
}
