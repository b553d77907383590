package web

import (
	"net/http"
	"net/url"
	"regexp"

	"rugdekking/internal/identity"
	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// Route is one line of the list of pages.
type Route struct {
	Pattern string // of http.ServeMux, with method
	Public  bool   // no sign-in needed
	LeadsTo string // where a form is that is only sent here; empty for a page

	Compressed bool // reflects nothing of the request; see compressed
	handler    http.Handler
	limit      *serve.Limit
}

// handler answers somebody who signed in.
type handler func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error

// publicHandler answers anybody. who is anonymous, with a language; it is of
// another type than a handler's actor on purpose.
type publicHandler func(w http.ResponseWriter, r *http.Request, who visitor) error

// visitor is somebody who has not signed in.
type visitor struct{ vpt.Actor }

// private is a page for who signed in: everybody else is led to sign in first.
func (s *Site) private(pattern string, h handler) Route {
	return s.signedIn(pattern, func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		if err := wholeForm(r); err != nil {
			return err
		}
		return h(w, r, who)
	})
}

// wholeForm reads a form, and refuses one that came in too large, too slowly or
// broken. Reading its fields one by one would take what is lacking for empty.
func wholeForm(r *http.Request) error {
	if r.Method != http.MethodPost {
		return nil
	}
	err := r.ParseForm()
	if err == nil {
		return nil
	}
	if known := serve.BodyError(err); vpt.KindOf(known) != vpt.KindInternal {
		return known
	}
	return errBody.Because(err)
}

func (s *Site) signedIn(pattern string, h handler) Route {
	return Route{Pattern: pattern, handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, err := s.sessions.Actor(r)
		if vpt.KindOf(err) == vpt.KindUnauthenticated {
			err = s.signInFirst(w, r, s.visitor(r))
			if err != nil {
				s.fail(w, r, s.visitor(r).Actor, err)
			}
			return
		}
		if err == nil {
			who.Request = serve.RequestID(r)
			err = h(w, r, who)
		}
		if err != nil {
			s.fail(w, r, who, err)
		}
	})}
}

// upload is a private page that takes more than the default body, and reads it
// itself.
func (s *Site) upload(pattern string, limit serve.Limit, h handler) Route {
	route := s.signedIn(pattern, h)
	route.limit = &limit
	return route
}

// leads answers GET at an address that only takes a form: whoever reloads it, or
// comes back to it after signing in, is led to the page with the form. That page
// decides who sees it.
func (s *Site) leads(path, form string) Route {
	route := s.private("GET "+path, func(w http.ResponseWriter, r *http.Request, _ vpt.Actor) error {
		return s.redirect(w, r, pathHole.ReplaceAllStringFunc(form, func(hole string) string {
			return url.PathEscape(r.PathValue(hole[1 : len(hole)-1]))
		}), "")
	})
	route.LeadsTo = form
	return route
}

// pathHole is what a pattern leaves open, such as {nummer}.
var pathHole = regexp.MustCompile(`\{[a-z]+\}`)

// public is a page for anybody.
func (s *Site) public(pattern string, h publicHandler) Route {
	return Route{Pattern: pattern, Public: true, handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := s.visitor(r)
		err := wholeForm(r)
		if err == nil {
			err = h(w, r, who)
		}
		if err != nil {
			s.fail(w, r, who.Actor, err)
		}
	})}
}

// visitor is who asks before signing in: an anonymous actor in the language
// that the browser asks for.
func (s *Site) visitor(r *http.Request) visitor {
	return visitor{identity.Anonymous(r)}
}
