package web

import (
	"net/http"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// secret is a page whose address holds a single-use secret, which no other
// request may carry on in its Referer. It is strict-origin, not no-referrer:
// that makes browsers send "Origin: null" with the form on the page, and those
// that send no Sec-Fetch-Site would then be refused as another site.
func (s *Site) secret(pattern string, h publicHandler) Route {
	return s.public(pattern, func(w http.ResponseWriter, r *http.Request, who visitor) error {
		w.Header().Set("Referrer-Policy", "strict-origin")
		return h(w, r, who)
	})
}

// linkPage shows what a single-use link is for: an invitation or a new password.
func (s *Site) linkPage(w http.ResponseWriter, r *http.Request, who visitor) error {
	return s.showLink(w, r, who, nil, nil)
}

func (s *Site) showLink(w http.ResponseWriter, r *http.Request, who visitor, errs page.FieldErrors, refused error) error {
	view, err := s.app.Link(r.Context(), who.Actor, vpt.NewPrivate(r.PathValue("geheim")))
	if vpt.KindOf(err) == vpt.KindNotFound {
		return s.deadLink(w, who)
	}
	if err != nil {
		return err
	}
	t, status := s.text(who.Actor), http.StatusOK
	if refused != nil {
		status = serve.PageStatus(refused)
	}
	return s.render(w, status, "entry", page.NewPassword(t, s.bareShell(who.Actor, ""), errs, r.URL.Path, view))
}

// deadLink answers a link that does not work any more with the way to a new one.
func (s *Site) deadLink(w http.ResponseWriter, who visitor) error {
	t := s.text(who.Actor)
	view := page.NewMessage(t, s.bareShell(who.Actor, t.Text("link.verlopen")), t.Text("link.verlopen-lead"), nil,
		page.Link{Label: t.Text("vergeten.titel"), Href: "/wachtwoord-vergeten"}, page.Link{Label: t.Text("inloggen.titel"), Href: signInPath})
	return s.render(w, http.StatusNotFound, "entry", view)
}

func (s *Site) acceptLink(w http.ResponseWriter, r *http.Request, who visitor) error {
	signed, err := s.app.AcceptLink(r.Context(), who.Actor, vpt.AcceptLink{
		Secret: vpt.NewPrivate(r.PathValue("geheim")), Password: typedSecret(r, "password"), Again: typedSecret(r, "again"), Visit: s.sessions.Visit(r),
	})
	if vpt.KindOf(err) == vpt.KindNotFound {
		return s.deadLink(w, who)
	}
	if err != nil {
		errs := s.problems(who.Actor, err)
		if errs == nil {
			return err
		}
		return s.showLink(w, r, who, errs, err)
	}
	return s.goOn(w, r, who, signed, carry{target: "/"})
}

func (s *Site) forgotPage(w http.ResponseWriter, _ *http.Request, who visitor) error {
	t := s.text(who.Actor)
	return s.render(w, http.StatusOK, "entry", page.NewForgot(t, s.bareShell(who.Actor, t.Text("vergeten.titel")), nil, ""))
}

// askReset asks for a link. The page is the same whether there is an account
// or not.
func (s *Site) askReset(w http.ResponseWriter, r *http.Request, who visitor) error {
	t := s.text(who.Actor)
	if err := s.app.RequestReset(r.Context(), who.Actor, vpt.RequestReset{Email: private(r, "email")}); err != nil {
		errs := s.problems(who.Actor, err)
		if errs == nil {
			return err
		}
		view := page.NewForgot(t, s.bareShell(who.Actor, t.Text("vergeten.titel")), errs, line(r, "email"))
		return s.render(w, serve.PageStatus(err), "entry", view)
	}
	view := page.NewMessage(t, s.bareShell(who.Actor, t.Text("vergeten.klaar")), t.Text("vergeten.klaar-tekst"),
		[]page.Alert{{Tone: page.ToneInfo, Text: []string{t.Text("vergeten.klaar-niets")}}}, page.Link{Label: t.Text("vergeten.terug"), Href: signInPath})
	return s.render(w, http.StatusOK, "entry", view)
}
