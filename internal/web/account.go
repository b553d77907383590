package web

import (
	"net/http"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// accountShell is the shell of a page under "my account".
func (s *Site) accountShell(r *http.Request, who vpt.Actor, title string) (page.Shell, error) {
	shell, err := s.shell(r, who, title, page.NoScript)
	shell.Crumbs = []page.Link{{Label: s.text(who).Text("account.titel"), Href: "/account"}, {Label: title}}
	return shell, err
}

func (s *Site) accountPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showAccount(w, r, who, page.Named{}, nil)
}

// showAccount shows the account; with refused, as the answer to one of its
// forms that was not right.
func (s *Site) showAccount(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed page.Named, refused error) error {
	status := http.StatusOK
	var errs page.FieldErrors
	if refused != nil {
		if errs = s.problems(who, refused); errs == nil {
			return refused
		}
		status = serve.PageStatus(refused)
	}
	a, err := s.app.Account(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("account.titel"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, status, "account", page.NewAccount(t, shell, a, errs, typed))
}

func (s *Site) saveLook(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.SaveLook(r.Context(), who, vpt.SaveLook{Lang: line(r, "lang"), Look: vpt.Look(line(r, "look"))}); err != nil {
		return s.showAccount(w, r, who, page.Named{}, err)
	}
	return s.redirect(w, r, "/account", "weergave-bewaard")
}

func (s *Site) nameDeputy(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	typed := page.Named{Colleague: line(r, "deputy"), Lookup: line(r, "lookup"), From: line(r, "deputyFrom"), Until: line(r, "deputyUntil")}
	me, err := s.app.Me(r.Context(), who)
	if err != nil {
		return err
	}
	today := s.today(me.Organisation.Settings.Location())
	err = s.app.NameDeputy(r.Context(), who, vpt.NameDeputy{
		Deputy: vpt.PersonID(typed.Colleague), Lookup: private(r, "lookup"), From: dayAhead(typed.From, today), Until: dayAhead(typed.Until, today),
	})
	if err != nil {
		return s.showAccount(w, r, who, typed, err)
	}
	return s.redirect(w, r, "/account", "vervanger-bewaard")
}

func (s *Site) endDeputy(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.EndDeputy(r.Context(), who, vpt.DeputyID(r.PathValue("id"))); err != nil {
		return err
	}
	return s.redirect(w, r, "/account", "vervanging-gestopt")
}

func (s *Site) passwordPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showPassword(w, r, who, http.StatusOK, nil)
}

func (s *Site) showPassword(w http.ResponseWriter, r *http.Request, who vpt.Actor, status int, errs page.FieldErrors) error {
	t := s.text(who)
	shell, err := s.accountShell(r, who, t.Text("account.wachtwoord"))
	if err != nil {
		return err
	}
	return s.render(w, status, "entry", page.NewOwnPassword(t, shell, errs))
}

func (s *Site) changePassword(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.ChangePassword(r.Context(), who, vpt.ChangePassword{
		Old: typedSecret(r, "old"), Password: typedSecret(r, "password"), Again: typedSecret(r, "again"),
	})
	if err != nil {
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.showPassword(w, r, who, serve.PageStatus(err), errs)
	}
	return s.redirect(w, r, "/account", "wachtwoord-bewaard")
}

func (s *Site) sessionsPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	all, err := s.app.Sessions(r.Context(), who)
	if err != nil {
		return err
	}
	me, err := s.app.Me(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.accountShell(r, who, t.Text("sessies.titel"))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "sessions", page.NewSessions(t, shell, all, s.clock.Now(), me.Organisation.Settings.Location()))
}

func (s *Site) endSession(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.EndSession(r.Context(), who, vpt.SessionID(r.PathValue("id"))); err != nil {
		return err
	}
	return s.redirect(w, r, "/account/sessies", "sessie-beeindigd")
}

func (s *Site) endOtherSessions(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.EndOtherSessions(r.Context(), who); err != nil {
		return err
	}
	return s.redirect(w, r, "/account/sessies", "sessies-beeindigd")
}
