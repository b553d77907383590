package web

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// letterTextRoutes are the pages of the texts of letters and what stands on
// all of them.
func (s *Site) letterTextRoutes() []Route {
	const one = "/beheer/brieven/{code}"
	return []Route{
		s.private("GET /beheer/briefpapier", s.stationeryForm),
		s.upload("POST /beheer/briefpapier", stationeryLimit(), s.saveStationery),
		s.private("GET /beheer/briefpapier/logo", s.stationeryLogo),
		s.private("GET /beheer/brieven", s.letterTexts),
		s.private("GET "+one, s.letterText),
		s.private("POST "+one, s.saveLetterText),
		s.private("GET "+one+"/bestand", s.letterTextFile),
		s.upload("POST "+one+"/inlezen", fileLimit(), s.uploadLetterText),
		s.leads(one+"/inlezen", one),
	}
}

// letterTexts lists the letters.
func (s *Site) letterTexts(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	letters, err := s.app.LetterTemplates(r.Context(), who)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "brieven")
	if err != nil {
		return err
	}
	p.Table = page.LetterTextTable(s.text(who), letters)
	return s.render(w, http.StatusOK, "admin-list", p)
}

// letterText shows the text of one letter to change.
func (s *Site) letterText(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.LetterTemplateByCode(r.Context(), who, vpt.SaveLetterTemplate{Code: r.PathValue("code")})
	if err != nil {
		return err
	}
	var notes []page.Alert
	x := textOfLetter(view)
	if errs := page.LetterProblems(s.text(who), view.Problem, x); len(errs) > 0 { // a rule that came after the text
		note := page.Alert{Tone: page.ToneWarning, Title: s.text(who).Text("beheer.brieven.aanpassen")}
		for _, e := range errs {
			note.Text = append(note.Text, e.Message)
		}
		notes = append(notes, note)
	}
	return s.showLetterText(w, r, who, view, x, nil, notes)
}

func textOfLetter(view vpt.LetterTemplate) page.LetterText {
	return page.LetterText{Title: view.Title, Blocks: view.Blocks}
}

func (s *Site) showLetterText(w http.ResponseWriter, r *http.Request, who vpt.Actor, view vpt.LetterTemplate, x page.LetterText, errs page.FieldErrors, notes []page.Alert) error {
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Letter(view.Code), s.crumb(who, "brieven"))
	if err != nil {
		return err
	}
	p := page.NewLetterText(shell, t, view, x, keyOf(r), who.Has(vpt.RoleCoordinator), errs)
	p.Notes = notes
	return s.render(w, statusOf(errs), "letter-text", p)
}

// maxBlocks is how many blocks a form may send; a letter may have fewer.
const maxBlocks = 60

// typedText reads the text of a letter from its form.
func typedText(r *http.Request) page.LetterText {
	x := page.LetterText{
		Title: line(r, page.FieldTextTitle), Case: line(r, page.FieldTextCase), Gone: map[string]bool{}, After: line(r, page.FieldNewBlock+".na"),
		New: vpt.LetterBlock{Title: line(r, page.FieldNewBlock+page.FieldBlockTitle), Text: paragraph(r, page.FieldNewBlock+page.FieldBlockText)},
	}
	taken := map[string]bool{}
	for i, name := range r.PostForm[page.FieldBlock] {
		if i >= maxBlocks {
			break
		}
		at := page.FieldBlock + "." + name
		taken[name], x.Gone[name] = true, ticked(r, at+page.FieldBlockGone)
		x.Blocks = append(x.Blocks, vpt.LetterBlock{Name: name, Title: line(r, at+page.FieldBlockTitle), Text: paragraph(r, at+page.FieldBlockText)})
	}
	if x.New.Title != "" || x.New.Text != "" {
		x.New.Name = vpt.BlockName(x.New.Title, taken)
	}
	return x
}

// saveLetterText keeps a text as a new version, shows it without keeping
// anything, or goes back to the shipped one: what the button said.
func (s *Site) saveLetterText(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	x := typedText(r)
	base, err := strconv.Atoi(line(r, "versie"))
	if err != nil || base < 1 {
		return errBody
	}
	in := vpt.SaveLetterTemplate{Code: r.PathValue("code"), Base: base, Once: once(r)}
	act := line(r, page.FieldLetterAct)
	if act == page.LetterTextReset {
		in.Shipped = true
	} else {
		in.Title, in.Blocks = x.Title, x.Written()
	}
	var refused page.FieldErrors
	if act != page.LetterLook {
		err := s.app.SaveLetterTemplate(r.Context(), who, in)
		if err == nil {
			return s.redirect(w, r, page.LetterTextPath(in.Code), "nieuwe-versie")
		}
		if vpt.KindOf(err) != vpt.KindInvalid { // what is not right is found again below, by block
			if refused = s.problems(who, err); refused == nil {
				return err
			}
		}
	}
	in.Shipped, in.Title, in.Blocks = false, x.Title, x.Written()
	return s.tryLetterText(w, r, who, in, x, refused)
}

// tryLetterText shows a text as it was typed, with what is wrong with it or
// with the letter that it makes.
func (s *Site) tryLetterText(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveLetterTemplate, x page.LetterText, errs page.FieldErrors) error {
	in.Case = x.Case
	view, err := s.app.LetterTemplateByCode(r.Context(), who, in)
	if vpt.KindOf(err) == vpt.KindInvalid { // the case is no case that she may read
		errs = append(errs, s.problems(who, err)...)
		in.Case = ""
		view, err = s.app.LetterTemplateByCode(r.Context(), who, in)
	}
	if err != nil {
		return err
	}
	errs = append(errs, page.LetterProblems(s.text(who), view.Problem, x)...)
	return s.showLetterText(w, r, who, view, x, errs, nil)
}

// letterTextFile gives the text as a file.
func (s *Site) letterTextFile(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.LetterTemplateByCode(r.Context(), who, vpt.SaveLetterTemplate{Code: r.PathValue("code")})
	if err != nil {
		return err
	}
	return attach(w, bytes.NewBuffer(append(view.Data, '\n')), "application/json", "brief-"+view.Code+".json")
}

// uploadLetterText puts the text of a file into the form. Nothing is kept: the
// form is, when it is right.
func (s *Site) uploadLetterText(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.SaveLetterTemplate{Code: r.PathValue("code")}
	now, err := s.app.LetterTemplateByCode(r.Context(), who, in)
	if err != nil {
		return err // before a stranger's file is read
	}
	t := s.text(who)
	refuse := func(problems []vpt.Field) error {
		var errs page.FieldErrors
		for _, f := range problems {
			errs = append(errs, page.ErrorLink{Name: page.FieldTextFile, Message: t.LetterProblem(f.Path, f.Code)})
		}
		return s.showLetterText(w, r, who, now, textOfLetter(now), errs, nil)
	}
	var wrong *vpt.Error
	if in.Data, _, err = postedFile(r, page.FieldTextFile); errors.As(err, &wrong) && wrong.Kind == vpt.KindInvalid {
		if wrong.Fields[0].Code == "onleesbaar-bestand" {
			return refuse([]vpt.Field{{Path: page.FieldTextFile, Code: "brief-te-groot"}})
		}
		return refuse(wrong.Fields)
	}
	if err != nil {
		return err
	}
	in.Data = bytes.TrimPrefix(in.Data, []byte("\ufeff"))
	view, err := s.app.LetterTemplateByCode(r.Context(), who, in)
	if err != nil {
		return err
	}
	if len(view.Problem) > 0 {
		return refuse(view.Problem)
	}
	note := page.Alert{Tone: page.ToneInfo, Text: []string{t.Text("beheer.codes.uit-bestand")}}
	return s.showLetterText(w, r, who, view, textOfLetter(view), nil, []page.Alert{note})
}
