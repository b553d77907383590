package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// letterRoutes are the pages of the letters of a case, and of who gets one.
func (s *Site) letterRoutes() []Route {
	const all = "/zaken/{nummer}/brieven"
	const one = all + "/{brief}"
	return []Route{
		s.private("GET "+all, s.letterList),
		s.private("GET "+all+"/nieuw", s.letterForm),
		s.private("POST "+all+"/nieuw", s.saveLetter),
		s.private("GET "+one, s.letterPage),
		s.private("GET "+one+"/schrijven", s.letterForm),
		s.private("POST "+one+"/schrijven", s.saveLetter),
		s.private("GET "+one+"/bestand/{vorm}", s.letterFile),
		s.private("GET "+one+"/bezorgen", s.deliverForm),
		s.private("POST "+one+"/bezorgen", s.deliverLetter),
		s.private("POST "+one+"/bezorgingen/{bezorging}", s.decideDelivery),
		s.leads(one+"/bezorgingen/{bezorging}", one),
		s.secret("GET /brief/{geheim}", s.readerLetter),
		s.secret("GET /brief/{geheim}/{vorm}", s.readerFile),
	}
}

func (s *Site) letterList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	v, err := s.caseOf(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text("brieven.titel"))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "letters", page.NewLetters(shell, t, v))
}

func (s *Site) letterForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	q := r.URL.Query()
	return s.showLetterForm(w, r, who, vpt.SaveLetter{
		Case: r.PathValue("nummer"), ID: vpt.LetterID(r.PathValue("brief")), Template: q.Get("brief"), About: q.Get("over"),
	}, nil, nil)
}

// showLetterForm shows a letter that is being written: fresh, or as it was
// typed.
func (s *Site) showLetterForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveLetter, typed url.Values, errs page.FieldErrors) error {
	f, err := s.app.LetterForm(r.Context(), who, in)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, f.Number, t.Letter(f.Template))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "letter-write", page.NewLetterWrite(shell, t, f, keyOf(r), typed, errs))
}

// saveLetter looks at, keeps, makes or drops a letter: what the button said.
func (s *Site) saveLetter(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	in := vpt.SaveLetter{
		Case: r.PathValue("nummer"), ID: vpt.LetterID(r.PathValue("brief")), Template: line(r, "brief"), About: line(r, "over"),
		Values: map[string]vpt.Private{}, Freeze: line(r, page.FieldLetterAct) == page.LetterFreeze, Once: once(r),
	}
	form, err := s.app.LetterForm(r.Context(), who, vpt.SaveLetter{Case: in.Case, ID: in.ID, Template: in.Template, About: in.About})
	if err != nil {
		return err
	}
	for _, f := range form.Fields {
		in.Values[f.Name] = letterValue(r, f, func(text string) vpt.Date { return dayAhead(text, today) })
	}
	back := "/zaken/" + in.Case + "/brieven"
	again := func(errs page.FieldErrors) error { return s.showLetterForm(w, r, who, in, r.PostForm, errs) }
	switch line(r, page.FieldLetterAct) {
	case "", page.LetterLook: // who only looks needs no name
		return again(nil)
	case page.LetterDrop:
		return s.afterForm(w, r, who, s.app.DropLetter(r.Context(), who, in), back, "brief-weg", again)
	}
	id, err := s.app.SaveLetter(r.Context(), who, in)
	if in.Freeze {
		return s.afterForm(w, r, who, err, back+"/"+string(id), "brief-gemaakt", again)
	}
	return s.afterForm(w, r, who, err, back, "brief-bewaard", again)
}

// letterValue reads one blank: a day as people type it, else the text.
func letterValue(r *http.Request, f vpt.LetterField, day func(string) vpt.Date) vpt.Private {
	switch f.Form {
	case "datum", "dag":
		return vpt.NewPrivate(string(day(line(r, f.Name))))
	case "tijd":
		return vpt.NewPrivate(clockTime(line(r, f.Name)))
	}
	return private(r, f.Name)
}

func (s *Site) letterPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	v, err := s.app.LetterByID(r.Context(), who, r.PathValue("nummer"), vpt.LetterID(r.PathValue("brief")))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Number, t.Letter(v.Letter.Template))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "letter", page.NewLetterPage(shell, t, v))
}

func (s *Site) letterFile(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	f, err := s.app.LetterFile(r.Context(), who, r.PathValue("nummer"), vpt.LetterID(r.PathValue("brief")), vpt.LetterFormat(r.PathValue("vorm")))
	if err != nil {
		return err
	}
	sendFile(w, f)
	return nil
}

// sendFile sends a letter to keep.
func sendFile(w http.ResponseWriter, f vpt.LetterFile) {
	h := w.Header()
	h.Set("Content-Type", f.MediaType)
	h.Set("Content-Disposition", `attachment; filename="`+f.Name+`"`)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Length", strconv.Itoa(len(f.Data)))
	_, _ = w.Write(f.Data) // the reader is gone: nobody to tell
}

func (s *Site) deliverForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showDeliver(w, r, who, nil, nil)
}

func (s *Site) showDeliver(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.app.LetterByID(r.Context(), who, r.PathValue("nummer"), vpt.LetterID(r.PathValue("brief")))
	if err != nil {
		return err
	}
	if !v.MayDeliver {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	return s.showCaseForm(w, r, who, formPage{
		number: v.Number, title: t.Text("bezorgen.titel"), lead: t.Text("bezorgen.lead"), save: t.Text("bezorgen.bewaar"), back: letterURL(r),
		sections: page.DeliverSections(t, typed, errs), errs: errs,
	})
}

func letterURL(r *http.Request) string {
	return "/zaken/" + r.PathValue("nummer") + "/brieven/" + r.PathValue("brief")
}

func (s *Site) deliverLetter(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.RecordDelivery(r.Context(), who, vpt.RecordDelivery{
		Case: r.PathValue("nummer"), Letter: vpt.LetterID(r.PathValue("brief")), Way: vpt.DeliveryWay(line(r, "way")),
		SentOn: date(line(r, "sentOn"), s.today(s.zoneOf(r, who))), To: private(r, "to"), Proof: private(r, "proof"), Once: once(r),
	})
	return s.afterForm(w, r, who, err, letterURL(r), "brief-bezorgd", func(errs page.FieldErrors) error {
		return s.showDeliver(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) decideDelivery(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.DecideDelivery(r.Context(), who, vpt.DecideDelivery{
		Case: r.PathValue("nummer"), Letter: vpt.LetterID(r.PathValue("brief")), Delivery: vpt.DeliveryID(r.PathValue("bezorging")),
		Again: line(r, page.FieldLetterAct) == "opnieuw", Once: once(r),
	})
	if err != nil {
		return err
	}
	return s.redirect(w, r, letterURL(r), "brief-bezorgd")
}

// readerLetter shows a letter to the citizen who got its link.
func (s *Site) readerLetter(w http.ResponseWriter, r *http.Request, who visitor) error {
	v, err := s.app.OpenLetter(r.Context(), who.Actor, vpt.NewPrivate(r.PathValue("geheim")))
	if vpt.KindOf(err) == vpt.KindNotFound {
		return s.deadLetter(w, who)
	}
	if err != nil {
		return err
	}
	t := s.text(who.Actor)
	shell := s.bareShell(who.Actor, t.Text("brief.voor-u"))
	shell.Organisation.Name = v.From
	return s.render(w, http.StatusOK, "letter", page.NewReaderLetter(shell, t, v, r.URL.Path))
}

// deadLetter answers a link that was never given or has expired, the same for
// both.
func (s *Site) deadLetter(w http.ResponseWriter, who visitor) error {
	t := s.text(who.Actor)
	return s.render(w, http.StatusNotFound, "entry", page.NewMessage(t, s.bareShell(who.Actor, t.Text("link.verlopen")), t.Text("brief.link-weg"), nil))
}

func (s *Site) readerFile(w http.ResponseWriter, r *http.Request, who visitor) error {
	f, err := s.app.OpenLetterFile(r.Context(), who.Actor, vpt.NewPrivate(r.PathValue("geheim")), vpt.LetterFormat(r.PathValue("vorm")))
	if vpt.KindOf(err) == vpt.KindNotFound {
		return s.deadLetter(w, who)
	}
	if err != nil {
		return err
	}
	sendFile(w, f)
	return nil
}
