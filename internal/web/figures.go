package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/sheet"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// otherPeriod is the choice for days of one's own.
const otherPeriod = "eigen"

// namedPeriod gives the days of a period by its name in the address: 2014,
// 2014-H2, 2014-K3.
func namedPeriod(name string) (vpt.Period, bool) {
	year, part, _ := strings.Cut(name, "-")
	if n, err := strconv.Atoi(year); err != nil || n < 1900 || n > 2199 || len(year) != 4 {
		return vpt.Period{}, false
	}
	month := func(first, last string) (vpt.Period, bool) {
		return vpt.Period{From: vpt.Date(year + "-" + first), To: vpt.Date(year + "-" + last)}, true
	}
	switch part {
	case "":
		return month("01-01", "12-31")
	case "H1":
		return month("01-01", "06-30")
	case "H2":
		return month("07-01", "12-31")
	case "K1":
		return month("01-01", "03-31")
	case "K2":
		return month("04-01", "06-30")
	case "K3":
		return month("07-01", "09-30")
	case "K4":
		return month("10-01", "12-31")
	}
	return vpt.Period{}, false
}

// periodQuery is a choice of period as it stands in the address.
type periodQuery struct {
	name, from, to string
	period         vpt.Period
}

// askedPeriod reads the period of a request: one with a name, days of one's
// own, or nothing, which is the half year of today.
func askedPeriod(r *http.Request, today time.Time) periodQuery {
	q := periodQuery{name: r.FormValue("periode"), from: strings.TrimSpace(r.FormValue("datumVanaf")), to: strings.TrimSpace(r.FormValue("datumTot"))}
	if p, ok := namedPeriod(q.name); ok {
		q.period, q.from, q.to = p, "", ""
		return q
	}
	if q.name == otherPeriod || q.from != "" || q.to != "" {
		q.name, q.period = otherPeriod, vpt.Period{From: date(q.from, today), To: date(q.to, today)}
		return q
	}
	q.name = today.Format("2006") + "-H" + strconv.Itoa((int(today.Month())-1)/6+1)
	q.period, _ = namedPeriod(q.name)
	return q
}

// values gives the query back for a link.
func (q periodQuery) values() url.Values {
	v := url.Values{"periode": {q.name}}
	if q.name == otherPeriod {
		v.Set("datumVanaf", string(q.period.From))
		v.Set("datumTot", string(q.period.To))
	}
	return v
}

// How far back the choices go; other periods are for one's own days.
const (
	halvesBack   = 6
	quartersBack = 8
	yearsBack    = 5
)

// periodOptions offers the latest half years, quarters and years.
func (s *Site) periodOptions(who vpt.Actor, q periodQuery, today time.Time) []page.Option {
	var options []page.Option
	seen := map[string]bool{}
	add := func(name string) {
		if p, ok := namedPeriod(name); ok && !seen[name] {
			seen[name] = true
			options = append(options, page.Option{Value: name, Label: s.text(who).PeriodName(p)})
		}
	}
	for i := range halvesBack {
		half := today.Year()*2 + (int(today.Month())-1)/6 - i
		add(strconv.Itoa(half/2) + "-H" + strconv.Itoa(half%2+1))
	}
	for i := range quartersBack {
		quarter := today.Year()*4 + (int(today.Month())-1)/3 - i
		add(strconv.Itoa(quarter/4) + "-K" + strconv.Itoa(quarter%4+1))
	}
	for i := range yearsBack {
		add(strconv.Itoa(today.Year() - i))
	}
	add(q.name)
	return append(options, page.Option{Value: otherPeriod, Label: s.text(who).Text("cijfers.eigen")})
}

func (s *Site) periodChoice(who vpt.Actor, q periodQuery, today time.Time, errs page.FieldErrors) page.FilterBar {
	t := s.text(who)
	from := page.NewDateField(page.NewField("datumVanaf", t.Text("cijfers.van"), t.Text("cijfers.eigen-hint"), errs), q.from)
	to := page.NewDateField(page.NewField("datumTot", t.Text("cijfers.tot"), "", errs), q.to)
	return page.FilterBar{
		Action:  "/cijfers",
		Selects: []page.Select{page.NewSelect(page.Field{Name: "periode", Label: t.Text("cijfers.periode")}, q.name, s.periodOptions(who, q, today))},
		Dates:   []page.DateField{from, to},
	}
}

// zoneOf gives the time zone of an actor's organisation.
func (s *Site) zoneOf(r *http.Request, who vpt.Actor) *time.Location {
	me, err := s.app.Me(r.Context(), who)
	if err != nil {
		return time.UTC
	}
	return me.Organisation.Settings.Location()
}

// figuresPage shows the figures of a period.
func (s *Site) figuresPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("cijfers.titel"), page.NoScript)
	if err != nil {
		return err
	}
	shell.Width = page.WidthTable
	today := s.today(s.zoneOf(r, who))
	q := askedPeriod(r, today)
	f, err := s.app.Figures(r.Context(), who, q.period)
	errs := s.problems(who, err)
	if err != nil && errs == nil {
		return err
	}
	p := &page.Figures{Shell: shell, Errors: errs, Choice: s.periodChoice(who, q, today, errs), Heading: page.PageHeading{Title: shell.Title}}
	if errs != nil {
		p.Problem = true
		return s.render(w, http.StatusUnprocessableEntity, "figures", p)
	}
	links := page.FigureLinks{Download: func(form string) string {
		v := q.values()
		v.Set("vorm", form)
		return "/cijfers/download?" + v.Encode()
	}}
	if f.MayDrill {
		links.Drill = func(ref vpt.FigureRef) string { return figurePath(ref, q.values()) }
	}
	p.Show(t, f, links)
	return s.render(w, http.StatusOK, "figures", p)
}

func figurePath(ref vpt.FigureRef, v url.Values) string {
	return "/cijfers/" + url.PathEscape(string(ref)) + "?" + v.Encode()
}

// figureReports shows the reports behind a figure.
func (s *Site) figureReports(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	t, ref := s.text(who), vpt.FigureRef(r.PathValue("cijfer"))
	q := askedPeriod(r, s.today(s.zoneOf(r, who)))
	found, err := s.app.FigureReports(r.Context(), who, vpt.DrillQuery{Period: q.period, Figure: ref, After: r.FormValue("na")})
	if err != nil {
		return err
	}
	more := ""
	if found.Next != "" {
		v := q.values()
		v.Set("na", found.Next)
		more = figurePath(ref, v)
	}
	p := page.NewFigureReports(t, found, more)
	if p.Shell, err = s.shell(r, who, t.Text("cijfers.achter.titel"), page.NoScript); err != nil {
		return err
	}
	p.Width = page.WidthTable
	back := "/cijfers?" + q.values().Encode()
	p.Crumbs = []page.Link{{Label: t.Text("cijfers.titel"), Href: back}, {Label: p.Title}}
	p.Heading = page.PageHeading{Title: page.FigureName(t, ref, found.Measures), Lead: t.PeriodName(q.period)}
	p.Back = page.Link{Label: t.Text("cijfers.achter.terug"), Href: back}
	return s.render(w, http.StatusOK, "figure-reports", &p)
}

// downloadFigures gives the figures as a file.
func (s *Site) downloadFigures(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	t := s.text(who)
	q := askedPeriod(r, s.today(s.zoneOf(r, who)))
	f, err := s.app.Figures(r.Context(), who, q.period)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	form, media := r.FormValue("vorm"), ""
	switch form {
	case "csv":
		media, err = "text/csv; charset=utf-8", sheet.WriteCSV(&buf, FigureSheet(t, f), sheet.CSVOptions{BOM: true, DecimalComma: true})
	case "xlsx":
		media, err = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.WriteXLSX(&buf, FigureDocument(t, f, s.clock.Now()))
	case "ods":
		media, err = "application/vnd.oasis.opendocument.spreadsheet", sheet.WriteODS(&buf, FigureDocument(t, f, s.clock.Now()))
	default:
		return vpt.ErrNotFound
	}
	if err != nil {
		return err
	}
	return attach(w, &buf, media, "cijfers-"+string(f.Period.From)+"-"+string(f.Period.To)+"."+form)
}

// attach answers with a file to keep, never to show in place. The name may
// hold letters, digits, dots and hyphens only.
func attach(w http.ResponseWriter, content *bytes.Buffer, media, name string) error {
	h := w.Header()
	h.Set("Content-Type", media)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("Content-Length", strconv.Itoa(content.Len()))
	_, _ = content.WriteTo(w) // the reader is gone: nobody to tell
	return nil
}
