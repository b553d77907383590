package web

import (
	"net/http"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// ownEnrolPath is where who is signed in sets a second factor; who must set one
// first does so at enrolPath.
const ownEnrolPath = "/account/tweede-factor/instellen"

// getEnrol sets the second factor of who is halfway signing in.
func (s *Site) getEnrol(w http.ResponseWriter, r *http.Request, _ visitor) error {
	who, led, err := s.atStep(w, r, vpt.StepEnrol)
	if led || err != nil {
		return err
	}
	return s.enrolPage(w, r, who, http.StatusOK, carriedBy(r), nil)
}

func (s *Site) postEnrol(w http.ResponseWriter, r *http.Request, _ visitor) error {
	who, led, err := s.atStep(w, r, vpt.StepEnrol)
	if led || err != nil {
		return err
	}
	c := carriedBy(r)
	if !r.PostForm.Has("otp") { // a form that travels along comes here first
		return s.enrolPage(w, r, who, http.StatusOK, c, nil)
	}
	return s.confirmFactor(w, r, who, c)
}

// ownEnrol sets, or replaces, the second factor of who is signed in.
func (s *Site) ownEnrol(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.enrolPage(w, r, who, http.StatusOK, carry{}, nil)
}

func (s *Site) confirmOwnEnrol(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.confirmFactor(w, r, who, carry{target: "/account/tweede-factor"})
}

// anyShell is the shell of who is signed in or halfway.
func (s *Site) anyShell(r *http.Request, who vpt.Actor, title string) (page.Shell, error) {
	if who.Kind != vpt.ActorPerson {
		return s.bareShell(who, title), nil
	}
	return s.shell(r, who, title, page.NoScript)
}

func (s *Site) enrolPage(w http.ResponseWriter, r *http.Request, who vpt.Actor, status int, c carry, errs page.FieldErrors) error {
	t := s.text(who)
	started, err := s.app.StartFactor(r.Context(), who, t.Text("factor.qr"))
	if err != nil {
		return err
	}
	shell, err := s.anyShell(r, who, t.Text("factor.titel"))
	if err != nil {
		return err
	}
	action := ownEnrolPath
	if who.Kind != vpt.ActorPerson {
		action = enrolPath
	}
	view := page.NewFactor(t, shell, errs, action, started)
	if who.Kind != vpt.ActorPerson {
		view.Hidden = c.hidden()
	}
	return s.render(w, status, "factor", view)
}

func (s *Site) confirmFactor(w http.ResponseWriter, r *http.Request, who vpt.Actor, c carry) error {
	done, err := s.app.ConfirmFactor(r.Context(), who, vpt.ConfirmFactor{
		Code: typedSecret(r, "otp"), Password: typedSecret(r, "password"), Visit: s.sessions.Visit(r),
	})
	if err != nil {
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.enrolPage(w, r, who, serve.PageStatus(err), c, errs)
	}
	s.sessions.Begin(w, done.Session)
	return s.showRecovery(w, who, done.Codes, c)
}

// showRecovery shows recovery codes, once, and leads on to the page or form that
// waits.
func (s *Site) showRecovery(w http.ResponseWriter, who vpt.Actor, codes []vpt.Private, c carry) error {
	t := s.text(who)
	// Bare, since the session of this request has just been replaced.
	shell := s.bareShell(who, t.Text("factor.codes"))
	view := page.NewRecoveryCodes(t, shell, codes, c.target, nil)
	if c.asForm() {
		view = page.NewRecoveryCodes(t, shell, codes, c.form, c.original())
	}
	return s.render(w, http.StatusOK, "recovery-codes", view)
}

func (s *Site) factorPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	a, err := s.app.Account(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.accountShell(r, who, t.Text("account.tweede-factor"))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "account-factor", page.NewAccountFactor(t, shell, a))
}

// The two acts on a second factor that ask for the password first.
const (
	renewKey  = "account.nieuwe-codes"
	dropKey   = "account.factor-uit"
	renewPath = "/account/tweede-factor/herstelcodes"
	dropPath  = "/account/tweede-factor/uit"
)

func (s *Site) renewPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.proofPage(w, r, who, renewKey, renewPath, nil)
}

func (s *Site) dropPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.proofPage(w, r, who, dropKey, dropPath, nil)
}

func (s *Site) proofPage(w http.ResponseWriter, r *http.Request, who vpt.Actor, key, path string, refused error) error {
	t, status := s.text(who), http.StatusOK
	var errs page.FieldErrors
	if refused != nil {
		if errs = s.problems(who, refused); errs == nil {
			return refused
		}
		status = serve.PageStatus(refused)
	}
	shell, err := s.accountShell(r, who, t.Text(key))
	if err != nil {
		return err
	}
	return s.render(w, status, "entry", page.NewProof(t, shell, errs, key, path, key == dropKey))
}

func (s *Site) renewCodes(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	codes, err := s.app.RenewRecoveryCodes(r.Context(), who, typedSecret(r, "password"))
	if err != nil {
		return s.proofPage(w, r, who, renewKey, renewPath, err)
	}
	return s.showRecovery(w, who, codes, carry{target: "/account/tweede-factor"})
}

func (s *Site) dropFactor(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.DropFactor(r.Context(), who, typedSecret(r, "password")); err != nil {
		return s.proofPage(w, r, who, dropKey, dropPath, err)
	}
	return s.redirect(w, r, "/account/tweede-factor", "factor-uit")
}
