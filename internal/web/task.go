package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// tasks is "Mijn taken".
func (s *Site) tasks(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	mine, err := s.app.MyTasks(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("taken.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "tasks", page.NewTasks(shell, t, mine))
}

// hasTasks reports whether tasks are among a person's places: what is due comes
// with a role.
func hasTasks(who vpt.Actor) bool {
	return who.Handles() || who.Has(vpt.RoleDirector) || who.Has(vpt.RolePeer) || who.Has(vpt.RolePrevention)
}

// saveMailWhen takes the choice of when to be mailed.
func (s *Site) saveMailWhen(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.SaveMailWhen(r.Context(), who, vpt.SaveMailWhen{When: vpt.MailWhen(line(r, "mailWhen"))}); err != nil {
		return s.showAccount(w, r, who, page.Named{}, err)
	}
	return s.redirect(w, r, "/account", "mailkeuze")
}
