package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// casePage shows a case. The number of one that was merged leads to the case
// that it is part of now.
func (s *Site) casePage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	if v.Case.Number != r.PathValue("nummer") {
		return s.redirect(w, r, "/zaken/"+v.Case.Number, "")
	}
	shell, err := s.caseShell(r, who, v.Case.Number, "")
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "case", page.NewCasePage(shell, s.text(who), v))
}

// casePrint shows a case to print: all of it, without what only works on a
// screen.
func (s *Site) casePrint(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	v, err := s.app.CasePrint(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text("zaak.doe-afdrukken"))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "case-print", page.NewCasePrint(shell, t, v))
}

// caseShell is the shell of a page of a case; title is empty for the case itself.
func (s *Site) caseShell(r *http.Request, who vpt.Actor, number, title string) (page.Shell, error) {
	t := s.text(who)
	name := t.Fill("zaak.titel", "nummer", number)
	crumbs := []page.Link{{Label: t.Text("werk.titel"), Href: "/werkvoorraad"}, {Label: name}}
	full := name
	if title != "" {
		full = title + " · " + name
		crumbs[1].Href = "/zaken/" + number
		crumbs = append(crumbs, page.Link{Label: title})
	}
	shell, err := s.shell(r, who, full, page.ScriptApp)
	shell.Crumbs = crumbs
	return shell, err
}

// mayDo reports whether the viewer may do an act now, as the door said.
func mayDo(act page.CaseAct, v vpt.CaseView) bool {
	switch act {
	case page.ActTalk, page.ActTalkDone, page.ActNote:
		return v.MayTalk
	case page.ActReopen:
		return v.MayReopen
	case page.ActMerge:
		return v.MayMerge
	case page.ActUnmerge:
		return v.MayUnmerge
	case page.ActReassign:
		return v.MayReassign
	case page.ActEvidence:
		return v.MayAddFile
	case page.ActDropFile:
		return v.MayDropFile
	}
	return v.MayAct
}

// actForm gives the page that shows the form of an act.
func (s *Site) actForm(act page.CaseAct) handler {
	return func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		return s.showAct(w, r, who, act, nil, nil)
	}
}

// showAct shows the form of an act: fresh, or as it was sent with what was
// wrong with it.
func (s *Site) showAct(w http.ResponseWriter, r *http.Request, who vpt.Actor, act page.CaseAct, typed url.Values, errs page.FieldErrors) error {
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	which := actAbout(act, r)
	if !mayDo(act, v) || !about(act, v, which) {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	prefix := "zaak." + string(act) + "."
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text(prefix+"titel"))
	if err != nil {
		return err
	}
	shell.Problem = len(errs) > 0
	form := &page.CaseForm{
		Shell: shell, Heading: page.PageHeading{Title: t.Text(prefix + "titel"), Lead: t.Text(prefix + "lead")}, Errors: errs, Key: keyOf(r), Seen: page.CaseSeen(act, v, which),
		Notes: page.CaseNotes(t, act, v, which), Action: strings.Replace(r.URL.Path, r.PathValue("nummer"), v.Case.Number, 1), Sections: page.CaseSections(t, act, v, which, typed, errs),
		Save: t.Text(prefix + "bewaar"), Files: act == page.ActEvidence, Cancel: page.Link{Label: t.Text("zaak.annuleer"), Href: "/zaken/" + v.Case.Number},
	}
	if act == page.ActEvidence && r.URL.Query().Get(page.ForDamage) != "" {
		form.Action += "?" + page.ForDamage + "=ja"
		form.Cancel.Href = receiptBack(r)
	}
	if act == page.ActInstigator && which != "" {
		form.Action += "?wie=" + url.QueryEscape(which)
	}
	if act == page.ActClose && len(v.Blocks) > 0 {
		form.Sections, form.Save = nil, ""
	}
	status := http.StatusOK
	if len(errs) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return s.render(w, status, "case-form", form)
}

// actAbout gives what an act is about: a talk, a track or an instigator.
func actAbout(act page.CaseAct, r *http.Request) string {
	switch act {
	case page.ActTalk, page.ActTalkDone:
		return r.PathValue("gesprek")
	case page.ActTrack:
		return r.PathValue("spoor")
	case page.ActDropFile:
		return r.PathValue("bestand")
	case page.ActInstigator:
		return r.URL.Query().Get("wie")
	}
	return ""
}

// about reports whether that is there.
func about(act page.CaseAct, v vpt.CaseView, which string) bool {
	switch act {
	case page.ActTalk, page.ActTalkDone:
		return slices.ContainsFunc(v.Talks, func(t vpt.CareTalk) bool { return string(t.ID) == which && !t.Done() && !t.IsCheck() })
	case page.ActTrack:
		return slices.ContainsFunc(v.Case.Tracks[:], func(t vpt.Track) bool { return string(t.Kind) == which })
	case page.ActDropFile:
		return slices.ContainsFunc(v.Evidence, func(e vpt.Evidence) bool { return string(e.ID) == which && !e.Removed })
	case page.ActInstigator:
		return which == "" || slices.ContainsFunc(v.Instigators, func(i vpt.Instigator) bool { return string(i.ID) == which })
	}
	return true
}
