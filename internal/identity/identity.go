// Package identity turns what a browser or service brings along — a cookie, a
// token — into a vpt.Actor.
//
// It exists so that no handler reads the cookie of a session or makes an actor
// from a request. It keeps nothing: sessions and tokens live behind the door,
// which knows only the hash of their secrets. It must never take an identity
// from anything else than the cookie or the Authorization header, and never
// write a secret anywhere but in the cookie.
package identity

import (
	"cmp"
	"context"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// Door is what identity asks of the application.
type Door interface {
	SessionActor(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, vpt.SignInStep, error)
	SignOut(ctx context.Context, who vpt.Actor, secret vpt.Private) error
	TokenActor(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, error)
}

// Config says how the site is reached. Secure is false only where the base
// address is http, on loopback: a browser then refuses the stricter cookie.
type Config struct{ Secure bool }

// Sessions knows the cookies of this site.
type Sessions struct {
	door   Door
	secure bool
}

// New makes it.
func New(door Door, c Config) *Sessions { return &Sessions{door: door, secure: c.Secure} }

// familiarFor is how long a browser stays known as one on which somebody signed in.
const familiarFor = 365 * 24 * time.Hour

// name gives the name of a cookie. __Host- makes the browser itself hold to
// Secure, Path=/ and this host alone (RFC 6265bis §4.1.3.2).
func (s *Sessions) name(plain string) string {
	if s.secure {
		return "__Host-" + plain
	}
	return plain
}

func (s *Sessions) sessionCookie() string  { return s.name("rugdekking") }
func (s *Sessions) familiarCookie() string { return s.name("rugdekking-bekend") }

// Anonymous is whoever sends a request, before it is known who that is.
func Anonymous(r *http.Request) vpt.Actor {
	return vpt.AnonymousActor(serve.RequestID(r), remote(serve.ClientAddr(r)), Lang(r))
}

// remote is what counts as one address: of IPv6 the network, since every home
// has 2^64 addresses of its own.
func remote(address netip.Addr) string {
	if address.Is6() {
		if network, err := address.WithZone("").Prefix(64); err == nil {
			return network.String()
		}
	}
	return address.String()
}

// Actor gives who is signed in: ErrUnauthenticated when nobody is, also when
// somebody is halfway.
func (s *Sessions) Actor(r *http.Request) (vpt.Actor, error) {
	who, step, err := s.Halfway(r)
	if err == nil && step != vpt.StepDone {
		err = vpt.ErrUnauthenticated
	}
	return who, err
}

// Halfway gives who is signed in or has a step to go, and that step. The actor
// of a step left may do nothing but that step.
func (s *Sessions) Halfway(r *http.Request) (vpt.Actor, vpt.SignInStep, error) {
	anonymous := Anonymous(r)
	secret := s.secret(r)
	if secret.IsZero() {
		return anonymous, vpt.StepDone, vpt.ErrUnauthenticated
	}
	who, step, err := s.door.SessionActor(r.Context(), anonymous, secret)
	if err != nil {
		return anonymous, vpt.StepDone, err
	}
	return who, step, nil
}

// maxCookie bounds what is believed to be a secret of ours.
const maxCookie = 200

func (s *Sessions) cookie(r *http.Request, name string) vpt.Private {
	// Two cookies of one name mean that somebody planted one: believe neither.
	found := r.CookiesNamed(name)
	if len(found) != 1 || len(found[0].Value) > maxCookie {
		return vpt.Private{}
	}
	return vpt.NewPrivate(found[0].Value)
}

func (s *Sessions) secret(r *http.Request) vpt.Private { return s.cookie(r, s.sessionCookie()) }

// Visit gives what the browser brings to a sign-in.
func (s *Sessions) Visit(r *http.Request) vpt.Visit {
	return vpt.Visit{Device: device(r.UserAgent()), Session: s.secret(r), Familiar: s.cookie(r, s.familiarCookie())}
}

// Begin gives the browser its new session.
func (s *Sessions) Begin(w http.ResponseWriter, session vpt.SignedIn) {
	s.set(w, s.sessionCookie(), session.Secret, 0)
	if !session.Familiar.IsZero() {
		s.set(w, s.familiarCookie(), session.Familiar, familiarFor)
	}
}

// End signs out: behind the door and in the browser.
func (s *Sessions) End(w http.ResponseWriter, r *http.Request) error {
	err := s.door.SignOut(r.Context(), Anonymous(r), s.secret(r))
	s.set(w, s.sessionCookie(), vpt.Private{}, -time.Second)
	return err
}

// set writes a cookie. Without an age it goes when the browser closes. Lax lets
// a link in a mail open the page it leads to; a POST from another site brings
// no cookie.
func (s *Sessions) set(w http.ResponseWriter, name string, value vpt.Private, age time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value.Reveal(), Path: "/", MaxAge: int(age / time.Second), Secure: s.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// Lang gives the language that a browser prefers of the two we speak.
func Lang(r *http.Request) string {
	type wish struct {
		lang   string
		weight float64
	}
	var wishes []wish
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
		lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
		weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(rest), "q="), 64)
		if err != nil {
			weight = 1
		}
		if (lang == "nl" || lang == "en") && weight > 0 {
			wishes = append(wishes, wish{lang, weight})
		}
	}
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.weight, a.weight) })
	if len(wishes) == 0 {
		return "nl"
	}
	return wishes[0].lang
}
