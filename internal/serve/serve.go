// Package serve is the plumbing that pages and the JSON API share: what happens
// to every request before and after its handler, and the server itself.
//
// It exists so that a limit, a header or a refusal is decided once, for every
// route, also for those that nobody has written yet. It must never know a noun
// of the domain, who is signed in, or a text that a user reads; and it must
// never put in a log what a request asked for: the path of a request can name a
// person or a case, its query even more.
//
// What a handler may learn here it reads from the request itself: RequestID and
// ClientAddr look at headers and fields that serve has overwritten, so nothing
// hides in a context and nothing comes from a stranger.
package serve

import (
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// Config is what the handler needs to know. Base, Log, Now and
// Refuse are required.
type Config struct {
	// Base is the origin under which people reach the server. Its scheme
	// decides about HSTS and the redirect to https, its host about which
	// requests are for us.
	Base *url.URL
	// Hosts are further names of the server, with port, for the demo.
	Hosts []string
	// Proxies are the networks whose X-Forwarded headers are believed.
	Proxies []netip.Prefix
	Log     *slog.Logger
	// Now tells how long a request took.
	Now func() time.Time
	// Refuse writes the answer to a request that was not served, as a page or
	// as JSON. It must give the status of PageStatus or APIStatus.
	Refuse func(w http.ResponseWriter, r *http.Request, err error)
	// Metrics may be nil.
	Metrics *Metrics
	// Limits are exceptions to DefaultLimit, by ServeMux pattern.
	Limits map[string]Limit
}

// Limit is how much a route takes: bytes of body, and time from the first line
// of the request to the end of the answer.
type Limit struct {
	Body int64
	Time time.Duration
}

// DefaultLimit holds for every route without one of its own.
func DefaultLimit() Limit { return Limit{Body: 1 << 20, Time: 30 * time.Second} }

// Handler puts the fixed order of steps around routes, outermost first:
//
//  1. identify: a request id of our own, on request and answer
//  2. observe: one line in the log and the metrics, whatever happens below
//  3. headers: the security headers, also on refusals
//  4. rescue: a panic becomes an answer
//  5. forwarded: the client's real address, from proxies we know
//  6. https: a request that reached the proxy in the clear goes to https
//  7. host: only requests for our own name
//  8. path: only paths in their one clean form
//  9. limits: size of body, time
//  10. origin: no request made by another site (net/http.CrossOriginProtection)
//  11. routes: 404 and 405 by Refuse; never a redirect that nobody wrote
//
// Later steps may rely on earlier ones. Origin holds for the JSON API as well:
// its clients are programs, which send none of the headers it looks at.
func Handler(routes *http.ServeMux, c Config) http.Handler {
	h := strict(routes, c)
	h = origin(h, c)
	h = limits(h, c)
	h = cleanPath(h, c)
	h = ownHost(h, c)
	h = onlyHTTPS(h, c)
	h = forwarded(h, c)
	h = rescue(h, c)
	h = headers(h, c)
	h = observe(h, c)
	return identify(h)
}
