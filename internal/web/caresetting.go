package web

import (
	"net/http"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// careForm shows the steps of the care plan: the organisation's own, else the
// default.
func (s *Site) careForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	set := view.Organisation.Settings
	return s.showCare(w, r, who, set.CareSteps(), len(set.Care) > 0, nil, nil)
}

func (s *Site) showCare(w http.ResponseWriter, r *http.Request, who vpt.Actor, steps []vpt.CareStep, own bool, typed map[string]string, errs page.FieldErrors) error {
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.opvang.titel"), "/beheer")
	if err != nil {
		return err
	}
	form.Heading.Lead = t.Text("beheer.opvang.lead")
	if !own {
		form.Notes = []page.Alert{{Tone: page.ToneInfo, Text: []string{t.Text("beheer.opvang.standaard")}}}
	}
	form.Sections = page.CareSections(t, steps, own, typed, errs)
	return s.showForm(w, form, errs)
}

// saveCare takes the steps. A row without a term is no step.
func (s *Site) saveCare(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	steps, typed, unread := s.careSteps(r, who)
	if ticked(r, "terug") {
		steps, typed, unread = nil, nil, nil
	}
	own := len(view.Organisation.Settings.Care) > 0
	if unread != nil {
		return s.showCare(w, r, who, steps, own, typed, unread)
	}
	if err := s.app.SaveCare(r.Context(), who, vpt.SaveCare{Steps: steps}); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showCare(w, r, who, steps, own, typed, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/opvang", "bewaard")
}

// careSteps reads the rows of the form. What is no number stays as typed, at the
// row that it has on the form that comes back.
func (s *Site) careSteps(r *http.Request, who vpt.Actor) ([]vpt.CareStep, map[string]string, page.FieldErrors) {
	var steps []vpt.CareStep
	typed := map[string]string{}
	var unread page.FieldErrors
	for i := range vpt.MaxCareSteps {
		at := func(name string) string { return "care." + strconv.Itoa(i) + "." + name }
		to := func(name string) string { return "care." + strconv.Itoa(len(steps)) + "." + name }
		if line(r, at("until")) == "" {
			continue
		}
		step := vpt.CareStep{
			Name: line(r, at("name")), Kind: vpt.StepKind(line(r, at("kind"))), After: vpt.StepAnchor(line(r, at("after"))), Unit: vpt.TermUnit(line(r, at("unit"))),
		}
		for _, role := range r.PostForm[at("for")] {
			step.For = append(step.For, vpt.InvolvedRole(role))
		}
		for name, into := range map[string]*int{"from": &step.From, "until": &step.Until} {
			text := line(r, at(name))
			typed[to(name)] = text
			n, err := strconv.Atoi(text)
			if *into = n; err != nil && text != "" {
				unread = append(unread, page.ErrorLink{Name: to(name), Message: s.text(who).Error("geen-getal")})
			}
		}
		steps = append(steps, step)
	}
	return steps, typed, unread
}

// raiseForm shows after how long something late is raised.
func (s *Site) raiseForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	return s.showRaise(w, r, who, nil, view.Organisation.Settings.Raise.Chosen(), nil)
}

func (s *Site) showRaise(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed map[string]string, in vpt.RaiseSettings, errs page.FieldErrors) error {
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.herinneringen.titel"), "/beheer")
	if err != nil {
		return err
	}
	form.Heading.Lead = t.Text("beheer.herinneringen.lead")
	form.Sections = page.RaiseSections(t, typed, in, errs)
	return s.showForm(w, form, errs)
}

// saveRaise takes it.
func (s *Site) saveRaise(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	var in vpt.RaiseSettings
	typed := map[string]string{}
	for name, into := range map[string]*int{"coordinatorDays": &in.CoordinatorDays, "directorDays": &in.DirectorDays} {
		typed[name] = line(r, name)
		n, err := strconv.Atoi(typed[name])
		if *into = n; err != nil || n == 0 {
			*into = -1 // nought would mean the default
		}
	}
	if err := s.app.SaveRaise(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showRaise(w, r, who, typed, in, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/herinneringen", "bewaard")
}
