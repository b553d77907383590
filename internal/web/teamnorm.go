package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// teamNorms lists the teams whose norm one may read.
func (s *Site) teamNorms(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.TeamNorms(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("teamnorm.titel"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "rules", page.NewTeamNorms(shell, t, view))
}

func (s *Site) teamOf(r *http.Request, who vpt.Actor) (vpt.TeamNormView, error) {
	return s.app.TeamNorm(r.Context(), who, vpt.UnitID(r.PathValue("onderdeel")))
}

// teamNorm shows the norm of one team.
func (s *Site) teamNorm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.teamOf(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Fill("teamnorm.van", "team", view.Unit.Name), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "rules", page.NewTeamNorm(shell, t, view))
}

// teamNormForm is the form for a new version.
func (s *Site) teamNormForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showTeamNorm(w, r, who, nil, nil)
}

func (s *Site) showTeamNorm(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.teamOf(r, who)
	if err == nil && !view.MayEdit {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Fill("teamnorm.nieuw-van", "team", view.Unit.Name), page.ScriptApp)
	if err != nil {
		return err
	}
	in := page.SubForm{Typed: typed, Errors: errs, Key: keyOf(r), Action: r.URL.Path}
	return s.render(w, statusOf(errs), "rules", page.NewTeamNormForm(shell, t, view, in))
}

// saveTeamNorm makes a new version.
func (s *Site) saveTeamNorm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	base, err := strconv.Atoi(line(r, "gezien"))
	if err != nil {
		base = 0
	}
	unit := r.PathValue("onderdeel")
	typed := tidy(r.PostForm)
	_, err = s.app.SaveTeamNorm(r.Context(), who, vpt.SaveTeamNorm{
		Unit: vpt.UnitID(unit), Base: base, Lines: page.TypedNormLines(typed), AdoptedOn: s.dayOf(r, who, "adoptedOn"), ReviewBy: s.dayTo(r, who, "reviewBy"), Once: once(r),
	})
	if err == nil {
		return s.redirect(w, r, "/teamnormen/"+url.PathEscape(unit), "teamnorm")
	}
	errs := s.cellProblems(who, err)
	if errs == nil {
		return err
	}
	return s.showTeamNorm(w, r, who, r.PostForm, errs)
}
