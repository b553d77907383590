package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// tokenList shows the services that may use the JSON API.
func (s *Site) tokenList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	tokens, err := s.app.Tokens(r.Context(), who)
	if err != nil {
		return err
	}
	view, err := s.app.Units(r.Context(), who)
	if err != nil {
		return err
	}
	set, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "koppelingen")
	if err != nil {
		return err
	}
	p.Cards = page.TokenCards(s.text(who), tokens, bareUnits(view), set.Organisation.Settings.Location())
	return s.render(w, http.StatusOK, "admin-list", p)
}

// tokenForm shows the form for a new service.
func (s *Site) tokenForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showToken(w, r, who, vpt.AddToken{}, nil)
}

func (s *Site) showToken(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.AddToken, errs page.FieldErrors) error {
	view, err := s.app.Units(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.koppeling.nieuw"), "/beheer/koppelingen", s.crumb(who, "koppelingen"))
	if err != nil {
		return err
	}
	form.Sections = page.TokenSections(t, in, bareUnits(view), errs)
	return s.showForm(w, form, errs)
}

// addToken makes a service and shows its secret. It is the one form whose
// answer is the page itself: the secret exists nowhere else, so there is
// nothing to lead on to. Sending it again is refused: the name is taken.
func (s *Site) addToken(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.AddToken{Name: line(r, "name"), Unit: vpt.UnitID(line(r, "unit"))}
	for _, scope := range r.PostForm["scope"] {
		in.Scopes = append(in.Scopes, vpt.TokenScope(scope))
	}
	made, err := s.app.AddToken(r.Context(), who, in)
	if err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showToken(w, r, who, in, errs)
		}
		return err
	}
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.koppelingen.geheim"), s.crumb(who, "koppelingen"))
	if err != nil {
		return err
	}
	p := page.NewAdminSecret(in.Name, made.Secret)
	p.Shell, p.Heading = shell, page.PageHeading{Title: shell.Title, Lead: t.Text("beheer.koppelingen.geheim-lead")}
	return s.render(w, http.StatusOK, "admin-secret", &p)
}

// revokeToken makes a token worthless.
func (s *Site) revokeToken(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.RevokeToken(r.Context(), who, vpt.TokenID(r.PathValue("id"))); err != nil {
		return err
	}
	return s.redirect(w, r, "/beheer/koppelingen", "sleutel-ingetrokken")
}

// mailTroubles shows the mails of which a person must decide.
func (s *Site) mailTroubles(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	found, err := s.app.UncertainMails(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	p := page.FillAdminMail(t, found)
	if p.Shell, err = s.adminShell(r, who, t.Text("beheer.post.titel")); err != nil {
		return err
	}
	p.Heading = page.PageHeading{Title: p.Title, Lead: t.Text("beheer.post.lead")}
	return s.render(w, http.StatusOK, "admin-mail", &p)
}

// decideMail sends a mail once more or leaves it.
func (s *Site) decideMail(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	again := line(r, "besluit") == "opnieuw"
	if err := s.app.DecideMail(r.Context(), who, vpt.MailID(r.PathValue("id")), again); err != nil {
		return err
	}
	message := "mail-gelaten"
	if again {
		message = "mail-opnieuw"
	}
	return s.redirect(w, r, "/beheer/post", message)
}
