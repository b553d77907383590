package serve

import (
	"net/http"
	"reflect"
	"strings"
	"unicode"

	"rugdekking/vpt"
)

// cleanPath refuses every path that is not in its one clean form. ServeMux
// would redirect most of them (307), which makes one page many addresses and
// sends a form's fields to an address nobody wrote.
func cleanPath(next http.Handler, c Config) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isClean(r) {
			c.Refuse(w, r, vpt.ErrNotFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isClean(r *http.Request) bool {
	path := r.URL.Path
	switch {
	case path == "/":
		return r.URL.RawPath == ""
	case !strings.HasPrefix(path, "/"), strings.HasSuffix(path, "/"), strings.Contains(path, "//"):
		return false
	case strings.ContainsFunc(path, func(r rune) bool { return r == '\\' || r == unicode.ReplacementChar || unicode.IsControl(r) }):
		return false
	case strings.Contains(strings.ToLower(r.URL.EscapedPath()), "%2f"):
		// A slash within a segment is a slash for some readers and not for others.
		return false
	}
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "." || segment == ".." {
			return false
		}
	}
	return true
}

// strict answers what routes do not know by Refuse. It also refuses the one
// redirect that is left after cleanPath: from /x to a subtree /x/. So a
// redirect that is meant is written as a handler function; an
// http.RedirectHandler on a subtree is taken for that one.
func strict(routes *http.ServeMux, c Config) http.Handler {
	redirect := reflect.TypeOf(http.RedirectHandler("/", http.StatusSeeOther))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, pattern := routes.Handler(r)
		if pattern == "" {
			answer := &probe{header: http.Header{}}
			h.ServeHTTP(answer, r)
			if allow := answer.header.Get("Allow"); answer.status == http.StatusMethodNotAllowed {
				w.Header().Set("Allow", allow)
				c.Refuse(w, r, ErrMethod)
				return
			}
			c.Refuse(w, r, vpt.ErrNotFound)
			return
		}
		if reflect.TypeOf(h) == redirect && (strings.HasSuffix(pattern, "/") || strings.HasSuffix(pattern, "...}")) {
			c.Refuse(w, r, vpt.ErrNotFound)
			return
		}
		routes.ServeHTTP(w, r)
	})
}

// probe learns what ServeMux would have answered, without answering.
type probe struct {
	header http.Header
	status int
}

func (p *probe) Header() http.Header         { return p.header }
func (p *probe) WriteHeader(status int)      { p.status = status }
func (p *probe) Write(b []byte) (int, error) { return len(b), nil }
