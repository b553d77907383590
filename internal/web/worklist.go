package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// worklist shows the cases of who handles them. Its filter stands in the address.
func (s *Site) worklist(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	asked := r.URL.Query()
	f := vpt.WorkFilter{
		Mine: asked.Get("toon") == "mijn", Late: asked.Get("toon") == "te-laat", Unit: vpt.UnitID(asked.Get("onderdeel")),
		Kind: asked.Get("soort"), Channel: asked.Get("kanaal"), State: vpt.CaseState(asked.Get("staat")), After: asked.Get("na"),
	}
	f.Class, _ = strconv.Atoi(asked.Get("klasse")) // what is no number is no filter
	list, err := s.app.Worklist(r.Context(), who, inPeriod(f, asked, s.today(s.zoneOf(r, who))))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("werk.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "worklist", page.NewWorklist(shell, t, list, asked))
}

// inPeriod adds the days of a filter. A day that cannot be read is no filter:
// the field shows what was typed.
func inPeriod(f vpt.WorkFilter, asked url.Values, today time.Time) vpt.WorkFilter {
	for name, into := range map[string]*vpt.Date{"vanaf": &f.From, "tot": &f.Until} {
		if day := date(asked.Get(name), today); day.Valid() {
			*into = day
		}
	}
	return f
}

// find leads from a whole number to its case.
func (s *Site) find(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if !who.Handles() {
		return vpt.ErrNotFound
	}
	number := strings.TrimSpace(r.URL.Query().Get("nummer"))
	status, found := http.StatusOK, ""
	if number != "" {
		var err error
		found, err = s.app.FindNumber(r.Context(), who, number)
		if err == nil {
			return s.redirect(w, r, "/zaken/"+found, "")
		}
		if vpt.KindOf(err) != vpt.KindNotFound {
			return err
		}
		status = http.StatusNotFound
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("zoek.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	return s.render(w, status, "find", page.NewFind(shell, t, number))
}
