package web

import (
	"net/http"
	"net/url"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// improvementForm agrees on a new improvement.
func (s *Site) improvementForm() subForm {
	return subForm{
		title: "verbetering.titel", flash: "verbetering",
		make: func(*http.Request) subPage { return page.NewImprovementForm },
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.PlanImprovement(r.Context(), who, vpt.PlanImprovement{
				Case: number, What: private(r, "what"), Owner: vpt.PersonID(line(r, "owner")), Lookup: private(r, "lookup"),
				DueOn: s.dayTo(r, who, "dueOn"), Plan: private(r, "plan"), Once: once(r),
			})
		},
	}
}

// improvementPage is one improvement, for who is to do it.
func (s *Site) improvementPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showImprovement(w, r, who, nil, nil)
}

func (s *Site) showImprovement(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.app.Improvement(r.Context(), who, vpt.ImprovementID(r.PathValue("id")))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("verbetering.af-titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	in := page.SubForm{Typed: typed, Errors: errs, Key: keyOf(r), Action: r.URL.Path}
	return s.render(w, statusOf(errs), "case-sub", page.NewImprovementPage(shell, t, view, in))
}

// finishImprovement takes the form that says that it was done.
func (s *Site) finishImprovement(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.FinishImprovement(r.Context(), who, vpt.FinishImprovement{
		ID: vpt.ImprovementID(r.PathValue("id")), DoneOn: s.dayOf(r, who, "doneOn"), Result: private(r, "result"), Once: once(r),
	})
	if err == nil {
		return s.redirect(w, r, r.URL.Path, "verbeterd")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	return s.showImprovement(w, r, who, r.PostForm, errs)
}

// improvementsPage is the overview of what is being learnt.
func (s *Site) improvementsPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today, asked := s.today(s.zoneOf(r, who)), r.URL.Query()
	period := vpt.Period{From: date(asked.Get("vanaf"), today), To: date(asked.Get("tot"), today)}
	view, err := s.app.Improvements(r.Context(), who, period)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("verbeteren.titel"), page.NoScript)
	if err != nil {
		return err
	}
	choice := page.FilterBar{Action: "/verbeteren", Active: period.Valid(), Dates: []page.DateField{
		page.NewDateField(page.Field{Name: "vanaf", Label: t.Text("verbeteren.van-veld")}, asked.Get("vanaf")),
		page.NewDateField(page.Field{Name: "tot", Label: t.Text("verbeteren.tot-veld")}, asked.Get("tot")),
	}}
	return s.render(w, http.StatusOK, "improvements", page.NewImprovementsPage(shell, t, view, choice))
}
