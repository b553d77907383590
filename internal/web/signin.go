package web

import (
	"net/http"
	"net/url"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// The addresses of signing in.
const (
	signInPath = "/inloggen"
	codePath   = "/inloggen/code"
	enrolPath  = "/inloggen/tweede-factor"
)

// signInFirst answers who asked for a private page and is not signed in, or
// halfway. A page is remembered in the address; a form that was sent travels
// along in the sign-in page, so that nothing that was typed is lost. That answer
// is 403: the form was not taken, and a script that saves a draft must see so.
func (s *Site) signInFirst(w http.ResponseWriter, r *http.Request, who visitor) error {
	halfway, step, err := s.sessions.Halfway(r)
	if err != nil && vpt.KindOf(err) != vpt.KindUnauthenticated {
		return err
	}
	if err != nil {
		halfway, step = who.Actor, vpt.StepDone
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		c := carry{target: sameSite(r.URL.RequestURI())}
		if r.Header.Get("HX-Request") != "" {
			return s.leadScript(w, r)
		}
		return s.redirect(w, r, c.query(pathOf(step)), "")
	}
	c := carryOf(r)
	switch step {
	case vpt.StepCode:
		return s.codePage(w, visitor{halfway}, http.StatusForbidden, c, nil)
	case vpt.StepEnrol:
		return s.enrolPage(w, r, halfway, http.StatusForbidden, c, nil)
	}
	return s.signInPage(w, r, who, http.StatusForbidden, c, nil, "")
}

// leadScript sends a page that a script asked for a part of to the sign-in
// page as a whole.
func (s *Site) leadScript(w http.ResponseWriter, r *http.Request) error {
	c := carry{target: "/"}
	if u, err := url.Parse(r.Header.Get("HX-Current-URL")); err == nil {
		c.target = sameSite(u.RequestURI())
	}
	w.Header().Set("HX-Redirect", c.query(signInPath))
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// pathOf gives the page of a step.
func pathOf(step vpt.SignInStep) string {
	switch step {
	case vpt.StepCode:
		return codePath
	case vpt.StepEnrol:
		return enrolPath
	}
	return signInPath
}

func (s *Site) signInPage(w http.ResponseWriter, r *http.Request, who visitor, status int, c carry, errs page.FieldErrors, email string) error {
	t := s.text(who.Actor)
	view := page.NewSignIn(t, s.bareShell(who.Actor, t.Text("inloggen.titel")), errs, email)
	view.Hidden = c.hidden()
	if c.asForm() {
		note := page.Alert{Tone: page.ToneInfo, Title: t.Text("inloggen.bewaard"), Text: []string{t.Text("inloggen.bewaard-tekst")}}
		if c.files {
			note.Text = append(note.Text, t.Text("inloggen.bestanden"))
		}
		view.Notes = []page.Alert{note}
	}
	view.Flash = s.flash(r, who.Actor)
	return s.render(w, status, "entry", view)
}

// getSignIn shows the sign-in page. Who is signed in goes on; who is halfway
// goes to her step, unless she wants to start again.
func (s *Site) getSignIn(w http.ResponseWriter, r *http.Request, who visitor) error {
	c := carriedBy(r)
	_, step, err := s.sessions.Halfway(r)
	switch {
	case err == nil && step == vpt.StepDone:
		return s.redirect(w, r, c.target, "")
	case err == nil && r.FormValue("opnieuw") == "":
		return s.redirect(w, r, c.query(pathOf(step)), "")
	}
	return s.signInPage(w, r, who, http.StatusOK, c, nil, "")
}

func (s *Site) postSignIn(w http.ResponseWriter, r *http.Request, who visitor) error {
	c := carriedBy(r)
	signed, err := s.app.SignIn(r.Context(), who.Actor, vpt.SignIn{
		Email: private(r, "email"), Password: typedSecret(r, "password"), Visit: s.sessions.Visit(r),
	})
	if err != nil {
		errs := s.problems(who.Actor, err)
		if errs == nil {
			return err
		}
		return s.signInPage(w, r, who, serve.PageStatus(err), c, errs, line(r, "email"))
	}
	return s.goOn(w, r, who, signed, c)
}

// typedSecret gives a password or code as it was typed: spaces at its ends
// count.
func typedSecret(r *http.Request, name string) vpt.Private {
	return vpt.NewPrivate(r.PostFormValue(name))
}

// goOn begins a session and leads on: to the step that is left, to the page
// that was wanted, or to the form that waits.
func (s *Site) goOn(w http.ResponseWriter, r *http.Request, who visitor, signed vpt.SignedIn, c carry) error {
	s.sessions.Begin(w, signed)
	switch {
	case !c.asForm() && signed.Step == vpt.StepDone:
		return s.redirect(w, r, c.target, "")
	case !c.asForm():
		return s.redirect(w, r, c.query(pathOf(signed.Step)), "")
	case signed.Step == vpt.StepCode:
		return s.codePage(w, who, http.StatusOK, c, nil)
	}
	t := s.text(who.Actor)
	shell := s.bareShell(who.Actor, t.Text("inloggen.verder-titel"))
	if signed.Step == vpt.StepEnrol {
		shell.Title = t.Text("factor.titel")
		return s.render(w, http.StatusOK, "entry", page.NewContinue(t, shell, "inloggen.verder-factor", enrolPath, c.hidden()))
	}
	return s.render(w, http.StatusOK, "entry", page.NewContinue(t, shell, "inloggen.verder-lead", c.form, c.original()))
}

func (s *Site) codePage(w http.ResponseWriter, who visitor, status int, c carry, errs page.FieldErrors) error {
	t := s.text(who.Actor)
	view := page.NewCode(t, s.bareShell(who.Actor, t.Text("inloggen.code-titel")), errs)
	view.Hidden = c.hidden()
	return s.render(w, status, "entry", view)
}

// atStep gives who is halfway at a step. Everybody else is led to where she is;
// then led is true.
func (s *Site) atStep(w http.ResponseWriter, r *http.Request, want vpt.SignInStep) (who vpt.Actor, led bool, err error) {
	who, step, err := s.sessions.Halfway(r)
	switch {
	case vpt.KindOf(err) == vpt.KindUnauthenticated:
		return who, true, s.redirect(w, r, carriedBy(r).query(signInPath), "")
	case err != nil:
		return who, false, err
	case step == vpt.StepDone:
		return who, true, s.redirect(w, r, carriedBy(r).target, "")
	case step != want:
		return who, true, s.redirect(w, r, carriedBy(r).query(pathOf(step)), "")
	}
	return who, false, nil
}

func (s *Site) getCode(w http.ResponseWriter, r *http.Request, _ visitor) error {
	who, led, err := s.atStep(w, r, vpt.StepCode)
	if led || err != nil {
		return err
	}
	return s.codePage(w, visitor{who}, http.StatusOK, carriedBy(r), nil)
}

func (s *Site) postCode(w http.ResponseWriter, r *http.Request, _ visitor) error {
	who, led, err := s.atStep(w, r, vpt.StepCode)
	if led || err != nil {
		return err
	}
	signed, err := s.app.ConfirmCode(r.Context(), who, vpt.SecondFactor{Code: typedSecret(r, "otp"), Visit: s.sessions.Visit(r)})
	if err != nil {
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.codePage(w, visitor{who}, serve.PageStatus(err), carriedBy(r), errs)
	}
	return s.goOn(w, r, visitor{who}, signed, carriedBy(r))
}

// postSignOut ends the session here and there.
func (s *Site) postSignOut(w http.ResponseWriter, r *http.Request, _ visitor) error {
	if err := s.sessions.End(w, r); err != nil {
		return err
	}
	return s.redirect(w, r, signInPath, "uitgelogd")
}
