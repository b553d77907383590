package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// seriesRoutes are the pages of a dossier of conduct that goes on.
func (s *Site) seriesRoutes() []Route {
	return []Route{
		s.private("GET /zaken/{nummer}/reeks", s.seriesPage),
		s.private("POST /zaken/{nummer}/reeks", s.addOccurrences),
		s.private("GET /meldingen/{nummer}/reeks", s.ownSeriesPage),
		s.private("POST /meldingen/{nummer}/reeks", s.tellOccurrences),
	}
}

func (s *Site) seriesPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showSeries(w, r, who, nil, nil)
}

func (s *Site) showSeries(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.caseOf(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text("reeks.titel"))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "series", page.NewSeries(shell, t, v.Occurrences, r.URL.Path, "/zaken/"+v.Case.Number, keyOf(r), typed, errs))
}

func (s *Site) addOccurrences(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.AddOccurrences(r.Context(), who, vpt.AddOccurrences{Case: r.PathValue("nummer"), Events: occurrences(r, s.today(s.zoneOf(r, who))), Once: once(r)})
	return s.afterForm(w, r, who, err, r.URL.Path, "reeks-toegevoegd", func(errs page.FieldErrors) error {
		return s.showSeries(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) ownSeriesPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showOwnSeries(w, r, who, nil, nil)
}

func (s *Site) showOwnSeries(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.app.ReportByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	if !v.MayAdd {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("reeks.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	back := "/meldingen/" + v.Report.Number
	return s.render(w, statusOf(errs), "series", page.NewSeries(shell, t, v.Occurrences, r.URL.Path, back, keyOf(r), typed, errs))
}

func (s *Site) tellOccurrences(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.TellOccurrences(r.Context(), who, vpt.AddOccurrences{Report: r.PathValue("nummer"), Events: occurrences(r, s.today(s.zoneOf(r, who))), Once: once(r)})
	return s.afterForm(w, r, who, err, r.URL.Path, "reeks-toegevoegd", func(errs page.FieldErrors) error {
		return s.showOwnSeries(w, r, who, r.PostForm, errs)
	})
}

// timeAhead is a time of day at the head of a text.
var timeAhead = regexp.MustCompile(`^(\d{1,2}[:.]\d{2})(?:\s+uur)?[\s,;:-]+`)

// occurrences reads events as people write a list: on each line a day, a time
// when it is known, and what happened. A line that is no event stays in the
// list without a day, so that the answer can name it.
func occurrences(r *http.Request, today time.Time) []vpt.Occurrence {
	var out []vpt.Occurrence
	for _, row := range strings.Split(strings.ReplaceAll(r.PostFormValue("events"), "\r\n", "\n"), "\n") {
		if row = strings.TrimSpace(row); row != "" {
			out = append(out, occurrence(row, today))
		}
	}
	return out
}

// joining words stand before a day or between its parts, never behind it: there
// they begin what happened.
var joining = regexp.MustCompile(`(?i)\s(op|de|of|on|the)$`)

// occurrence reads one line: as many words ahead as make a day.
func occurrence(row string, today time.Time) vpt.Occurrence {
	words := strings.Fields(row)
	for n := min(3, len(words)-1); n >= 1; n-- {
		ahead := strings.TrimRight(strings.Join(words[:n], " "), ",:;")
		day := date(ahead, today)
		if !day.Valid() || joining.MatchString(ahead) {
			continue
		}
		rest := strings.Join(words[n:], " ")
		at := ""
		if found := timeAhead.FindStringSubmatch(rest + " "); found != nil {
			at, rest = clockTime(found[1]), strings.TrimSpace(strings.TrimPrefix(rest, strings.TrimSpace(found[0])))
		}
		return vpt.Occurrence{On: day, Time: at, Text: vpt.NewPrivate(strings.TrimLeft(rest, ",;:- "))}
	}
	return vpt.Occurrence{Text: vpt.NewPrivate(row)}
}
