package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// measureRoutes are the pages of one measure.
func (s *Site) measureRoutes() []Route {
	const one = "/zaken/{nummer}/maatregelen/{maatregel}"
	return []Route{
		s.private("GET "+one, s.measurePage),
		s.private("GET "+one+"/voorbereiden", s.measureForm(prepareForm)),
		s.private("POST "+one+"/voorbereiden", s.saveMeasure),
		s.private("GET "+one+"/herbeoordelen", s.measureForm(reviewForm)),
		s.private("POST "+one+"/herbeoordelen", s.reviewMeasure),
		s.private("GET "+one+"/stoppen", s.measureForm(dropForm)),
		s.private("POST "+one+"/stoppen", s.dropMeasure),
		s.private("POST "+one+"/besluit", s.concludeMeasure),
		s.private("POST "+one+"/meekijken", s.secondMeasure),
		s.private("GET "+one+"/verlengen", s.measureForm(extendForm)),
		s.private("POST "+one+"/verlengen", s.extendMeasure),
		s.leads(one+"/besluit", one),
		s.leads(one+"/meekijken", one),
	}
}

// measurePage shows a measure.
func (s *Site) measurePage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showMeasure(w, r, who, nil, nil)
}

// showMeasure shows a measure: fresh, or with what was wrong with a decision
// on it.
func (s *Site) showMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	f, err := s.measureOf(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, f.Number, f.Code.Label(t.Lang()))
	if err != nil {
		return err
	}
	if !f.MayOpenCase { // who only looks at the measure has no case to go back to
		shell.Crumbs = nil
	}
	return s.render(w, statusOf(errs), "measure", page.NewMeasurePage(shell, t, f, keyOf(r).Key, typed, errs))
}

func (s *Site) measureOf(r *http.Request, who vpt.Actor) (vpt.MeasureFile, error) {
	return s.app.MeasureByID(r.Context(), who, r.PathValue("nummer"), vpt.MeasureID(r.PathValue("maatregel")))
}

// measureForms are the forms of one measure.
type measureForms string

const (
	prepareForm measureForms = "voorbereiden"
	reviewForm  measureForms = "herbeoordelen"
	dropForm    measureForms = "stoppen"
	extendForm  measureForms = "verlengen"
)

func (s *Site) measureForm(form measureForms) handler {
	return func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		return s.showMeasureForm(w, r, who, form, nil, nil)
	}
}

// showMeasureForm shows a form on a measure: fresh, or as it was sent with
// what was wrong with it.
func (s *Site) showMeasureForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, form measureForms, typed url.Values, errs page.FieldErrors) error {
	f, err := s.measureOf(r, who)
	if err != nil {
		return err
	}
	may := map[measureForms]bool{prepareForm: f.MayPrepare, dropForm: f.MayPrepare, reviewForm: f.MayReview, extendForm: f.MayReview}
	if !may[form] {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	sections := page.WhySection(t, typed, errs)
	seen := ""
	switch form {
	case prepareForm:
		sections, seen = page.MeasureSections(t, f, typed, errs), f.Measure.Seen()
	case reviewForm:
		sections = page.ReviewSections(t, f, typed, errs)
	case extendForm:
		sections = nil
	}
	key := "maatregel." + string(form) + "."
	return s.showCaseForm(w, r, who, formPage{
		number: f.Number, title: t.Text(key + "titel"), lead: t.Text(key + "lead"), save: t.Text(key + "bewaar"), back: page.MeasurePath(f.Number, f.Measure.ID),
		sections: sections, seen: seen, notes: page.MeasureNotes(t, f, string(form)), errs: errs,
	})
}

// formPage is what differs between the pages with one form on a case.
type formPage struct {
	number, title, lead, save, back, seen string
	sections                              []page.FormSection
	notes                                 []page.Alert
	errs                                  page.FieldErrors
}

// showCaseForm shows a page with one form on a case, which posts to its own
// address.
func (s *Site) showCaseForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, p formPage) error {
	t := s.text(who)
	shell, err := s.caseShell(r, who, p.number, p.title)
	if err != nil {
		return err
	}
	shell.Problem = len(p.errs) > 0
	return s.render(w, statusOf(p.errs), "case-form", &page.CaseForm{
		Shell: shell, Heading: page.PageHeading{Title: p.title, Lead: p.lead}, Errors: p.errs, Key: keyOf(r), Seen: p.seen, Notes: p.notes, Action: r.URL.Path,
		Sections: p.sections, Save: p.save, Cancel: page.Link{Label: t.Text("zaak.annuleer"), Href: p.back},
	})
}

// afterForm leads on after a form: to the next page when it was accepted, else
// back to the form by again.
func (s *Site) afterForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, err error, next, flash string, again func(page.FieldErrors) error) error {
	if err == nil {
		return s.redirect(w, r, next, flash)
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	return again(errs)
}

func measureURL(r *http.Request) string {
	return page.MeasurePath(r.PathValue("nummer"), vpt.MeasureID(r.PathValue("maatregel")))
}

// saveMeasure saves a draft as far as it is filled in.
func (s *Site) saveMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	f, err := s.measureOf(r, who)
	if err != nil {
		return err
	}
	in := s.draftOf(r, who)
	in.Kind = f.Measure.Kind.Code
	_, err = s.app.PrepareMeasure(r.Context(), who, in)
	return s.afterForm(w, r, who, err, measureURL(r), "maatregel-bewaard", func(errs page.FieldErrors) error {
		return s.showMeasureForm(w, r, who, prepareForm, r.PostForm, errs)
	})
}

// draftOf reads the form of a draft.
func (s *Site) draftOf(r *http.Request, who vpt.Actor) vpt.PrepareMeasure {
	today := s.today(s.zoneOf(r, who))
	in := vpt.PrepareMeasure{
		Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Instigator: vpt.InstigatorID(line(r, "instigator")),
		Reason: private(r, "reason"), DurationWhy: private(r, "durationWhy"), Lighter: private(r, "lighter"), SkippedWhy: private(r, "skippedWhy"),
		DeviationWhy: private(r, "deviationWhy"), UrgentWhy: private(r, "urgentWhy"), StartsOn: dayAhead(line(r, "startsOn"), today),
		EndsOn: dayAhead(line(r, "endsOn"), today), ReviewOn: dayAhead(line(r, "reviewOn"), today), Everywhere: line(r, "everywhere") == "alle",
		Channels: r.PostForm["channels"], Exceptions: private(r, "exceptions"), HowToAct: private(r, "howToAct"), Reachable: private(r, "reachable"),
		Contact: vpt.PersonID(line(r, "contact")), ContactName: private(r, "contactName"), Remedy: vpt.RemedyKind(line(r, "remedy")),
		Sensitive: vpt.Sensitive(line(r, "sensitive")), Separate: ticked(r, "separate"), Seen: line(r, page.FieldSeen), Once: once(r),
	}
	if !in.Everywhere {
		for _, site := range r.PostForm["sites"] {
			in.Sites = append(in.Sites, vpt.SiteID(site))
		}
	}
	for i := 0; r.PostForm.Has("facts." + strconv.Itoa(i) + ".text"); i++ {
		at := "facts." + strconv.Itoa(i) + "."
		in.Facts = append(in.Facts, vpt.MeasureFact{On: date(line(r, at+"on"), today), Text: private(r, at+"text")})
	}
	return in
}

func (s *Site) concludeMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.ConcludeMeasure(r.Context(), who, vpt.ConcludeMeasure{
		Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Letter: true, Seen: line(r, page.FieldSeen), Once: once(r),
	})
	return s.afterForm(w, r, who, err, measureURL(r), "maatregel-besloten", func(errs page.FieldErrors) error {
		return s.showMeasure(w, r, who, nil, errs)
	})
}

func (s *Site) secondMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.SecondMeasure{Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Agree: line(r, "agree") == "ja", Why: private(r, "why"), Once: once(r)}
	var err error
	if line(r, "agree") == "" { // the input knows only yes and no
		var p vpt.Problems
		p.Require("agree", true)
		err = p.Err()
	} else {
		err = s.app.SecondMeasure(r.Context(), who, in)
	}
	next := measureURL(r)
	if !in.Agree && !who.Handles() {
		next = "/"
	}
	return s.afterForm(w, r, who, err, next, "maatregel-meegekeken", func(errs page.FieldErrors) error {
		return s.showMeasure(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) reviewMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	err := s.app.ReviewMeasure(r.Context(), who, vpt.ReviewMeasure{
		Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Outcome: vpt.ReviewOutcome(line(r, "outcome")), Why: private(r, "why"),
		NextOn: dayAhead(line(r, "nextOn"), today), Letter: true, Once: once(r),
	})
	return s.afterForm(w, r, who, err, measureURL(r), "maatregel-herbeoordeeld", func(errs page.FieldErrors) error {
		return s.showMeasureForm(w, r, who, reviewForm, r.PostForm, errs)
	})
}

func (s *Site) dropMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.DropMeasure(r.Context(), who, vpt.DropMeasure{
		Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Why: private(r, "why"), Once: once(r),
	})
	return s.afterForm(w, r, who, err, "/zaken/"+r.PathValue("nummer"), "maatregel-gestopt", func(errs page.FieldErrors) error {
		return s.showMeasureForm(w, r, who, dropForm, r.PostForm, errs)
	})
}

func (s *Site) extendMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id, err := s.app.ExtendMeasure(r.Context(), who, vpt.ExtendMeasure{Case: r.PathValue("nummer"), ID: vpt.MeasureID(r.PathValue("maatregel")), Once: once(r)})
	return s.afterForm(w, r, who, err, page.MeasurePath(r.PathValue("nummer"), id)+"/voorbereiden", "", func(errs page.FieldErrors) error {
		return s.showMeasureForm(w, r, who, extendForm, r.PostForm, errs)
	})
}

// prepares reports whether the kind that was chosen is one that is prepared
// first: then the quick form leads to the draft, with what was typed in it.
func (s *Site) prepares(r *http.Request, who vpt.Actor) bool {
	kind := line(r, "kind")
	if kind == "" || kind == vpt.NoReaction {
		return false
	}
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return false // the act itself says what is the matter
	}
	code, known := v.Lists[vpt.MeasureList].ByCode(kind)
	return known && vpt.Restricts(code)
}

// startMeasure makes a draft of what was typed in the quick form.
func (s *Site) startMeasure(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	id, err := s.app.PrepareMeasure(r.Context(), who, vpt.PrepareMeasure{
		Case: r.PathValue("nummer"), Kind: line(r, "kind"), Reason: private(r, "reason"), StartsOn: dayAhead(line(r, "startsOn"), today),
		EndsOn: dayAhead(line(r, "endsOn"), today), Once: once(r),
	})
	return s.afterForm(w, r, who, err, page.MeasurePath(r.PathValue("nummer"), id)+"/voorbereiden", "", func(errs page.FieldErrors) error {
		return s.showAct(w, r, who, page.ActMeasure, r.PostForm, errs)
	})
}
