package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// The pages of a case about one thing: police, Halt, damage, accidents and what
// is learnt. Each shows what there is, and a form to go on; these go on after
// the case is closed.

// subPage makes such a page; nil when what it is about is not there.
type subPage func(shell page.Shell, t *nl.Texts, v vpt.CaseView, in page.SubForm) *page.CaseSub

// subForm takes the form of such a page.
type subForm struct {
	title string // key of the title
	make  func(r *http.Request) subPage
	act   func(r *http.Request, who vpt.Actor, number string) error
	after string // what follows the address of the case afterwards; "" is the case itself
	flash string
}

// show answers GET.
func (f subForm) show(s *Site) handler {
	return func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		return s.showSub(w, r, who, f, nil, nil)
	}
}

// take answers POST.
func (f subForm) take(s *Site) handler {
	return func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		number := r.PathValue("nummer")
		err := f.act(r, who, number)
		if err == nil {
			return s.redirect(w, r, "/zaken/"+number+f.after, f.flash)
		}
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.showSub(w, r, who, f, r.PostForm, errs)
	}
}

func (s *Site) showSub(w http.ResponseWriter, r *http.Request, who vpt.Actor, f subForm, typed url.Values, errs page.FieldErrors) error {
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	if !v.MayFollow {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text(f.title))
	if err != nil {
		return err
	}
	action := strings.Replace(r.URL.Path, r.PathValue("nummer"), v.Case.Number, 1)
	p := f.make(r)(shell, t, v, page.SubForm{Typed: typed, Errors: errs, Key: keyOf(r), Action: action})
	if p == nil {
		return vpt.ErrNotFound
	}
	return s.render(w, statusOf(errs), "case-sub", p)
}

// answer reads a yes-or-no question.
func answer(r *http.Request, name string) vpt.Answer { return vpt.Answer(line(r, name)) }

// seenVersion reads which version of a record a form showed.
func seenVersion(r *http.Request) int64 {
	n, _ := strconv.ParseInt(line(r, page.FieldSeen), 10, 64) // what is no number is not checked
	return n
}

// dayOf reads a day that has passed; dayTo one that may be still to come.
func (s *Site) dayOf(r *http.Request, who vpt.Actor, name string) vpt.Date {
	return date(line(r, name), s.today(s.zoneOf(r, who)))
}

func (s *Site) dayTo(r *http.Request, who vpt.Actor, name string) vpt.Date {
	return dayAhead(line(r, name), s.today(s.zoneOf(r, who)))
}

// chainRoutes are these pages.
func (s *Site) chainRoutes() []Route {
	const police, damage = "/zaken/{nummer}/politie/{stap}", "/zaken/{nummer}/schade"
	const accident = "/zaken/{nummer}/ongevallen"
	var routes []Route
	for _, p := range []struct {
		path string
		form subForm
	}{
		{police, s.policeForm()}, {"/zaken/{nummer}/halt", s.haltForm()}, {damage + "/nieuw", s.damageForm()}, {damage + "/{post}", s.damageForm()},
		{"/zaken/{nummer}/analyse", s.analysisForm()}, {"/zaken/{nummer}/verbeteringen", s.improvementForm()},
		{accident, s.accidentForm()}, {accident + "/{toets}", s.accidentForm()},
	} {
		routes = append(routes, s.private("GET "+p.path, p.form.show(s)), s.private("POST "+p.path, p.form.take(s)))
	}
	return append(routes,
		s.private("GET "+damage, s.damagePage().show(s)),
		s.private("GET /verbeteren", s.improvementsPage),
		s.private("GET /verbeteren/{id}", s.improvementPage),
		s.private("POST /verbeteren/{id}", s.finishImprovement),
		s.private("GET /verbeteren/ongevallen", s.accidentsPage),
		s.private("GET /verbeteren/ongevallen/download", s.downloadAccidents),
	)
}
