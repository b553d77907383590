package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// Where the protocol stands, and its next version while it is being written.
const protocolPath, protocolDraftPath = "/beheer/protocol", "/beheer/protocol/concept"

// protocolShell is the shell of a page of the protocol. Who only reads it has
// no administration above it.
func (s *Site) protocolShell(r *http.Request, who vpt.Actor, view vpt.ProtocolView, title string, up ...page.Link) (page.Shell, error) {
	if !view.MayEdit {
		return s.shell(r, who, title, page.NoScript)
	}
	return s.adminShell(r, who, title, up...)
}

// protocolPage shows the protocol in force, or an older version.
func (s *Site) protocolPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	version, err := askedVersion(r)
	if err != nil {
		return err
	}
	return s.showProtocol(w, r, who, version, nil)
}

func askedVersion(r *http.Request) (int, error) {
	text := r.URL.Query().Get("versie")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, vpt.ErrNotFound
	}
	return n, nil
}

func (s *Site) showProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor, version int, errs page.FieldErrors) error {
	view, err := s.app.Protocols(r.Context(), who)
	if err != nil {
		return err
	}
	if _, ok := view.At(version); version > 0 && !ok {
		return vpt.ErrNotFound
	}
	shell, err := s.protocolShell(r, who, view, s.text(who).Text("beheer.protocol.titel"))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "rules", page.NewProtocolPage(shell, s.text(who), view, version, page.SubForm{Errors: errs}))
}

// protocolFile gives a version as a file, as it can be read in again.
func (s *Site) protocolFile(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	version, err := askedVersion(r)
	if err != nil {
		return err
	}
	view, err := s.app.Protocols(r.Context(), who)
	if err != nil {
		return err
	}
	p, ok := view.Now()
	if version > 0 {
		p, ok = view.At(version)
	}
	if !ok {
		return vpt.ErrNotFound
	}
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	asAttachment(w, "application/json", "protocol-"+strconv.Itoa(p.Version)+".json")
	_, _ = w.Write(append(data, '\n')) // the reader is gone: nobody to tell
	return nil
}

// beginProtocol begins the next version: from what is in force, or from an
// example.
func (s *Site) beginProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Protocols(r.Context(), who)
	if err != nil {
		return err
	}
	now, found := view.Now()
	from := line(r, "from")
	begin := now
	if from != "nu" {
		found = false
		for _, e := range view.Examples {
			if e.Code == from {
				begin, found = e.Protocol, true
			}
		}
	}
	if !found {
		var p vpt.Problems
		p.Add("from", "verplicht")
		return s.showProtocol(w, r, who, 0, s.problems(who, p.Err()))
	}
	return s.keepProtocol(w, r, who, vpt.DraftProtocol{Base: now.Version, Protocol: begin}, protocolDraftPath)
}

// keepProtocol keeps a draft and leads on. That somebody else wrote on it in
// between is told on the page of the draft.
func (s *Site) keepProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.DraftProtocol, next string) error {
	err := s.app.DraftProtocol(r.Context(), who, in)
	if err == nil {
		return s.redirect(w, r, next, "protocol-bewaard")
	}
	if errs := s.problems(who, err); errs != nil {
		return s.showProtocolDraft(w, r, who, r.PostForm, errs)
	}
	return err
}

// readProtocol begins the next version from a file. Nothing is in force before
// it is adopted.
func (s *Site) readProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	data, _, err := postedFile(r, "file")
	var p vpt.Protocol
	if err == nil {
		p, err = vpt.ParseProtocol(data)
	}
	if err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showProtocol(w, r, who, 0, errs)
		}
		return err
	}
	view, err := s.app.Protocols(r.Context(), who)
	if err != nil {
		return err
	}
	now, _ := view.Now()
	return s.keepProtocol(w, r, who, vpt.DraftProtocol{Base: now.Version, Protocol: p}, protocolDraftPath)
}

// protocolDraft shows the next version while it is being written.
func (s *Site) protocolDraft(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showProtocolDraft(w, r, who, nil, nil)
}

// writingProtocol gives the page's view when somebody is writing a next version.
func (s *Site) writingProtocol(r *http.Request, who vpt.Actor) (vpt.ProtocolView, error) {
	view, err := s.app.Protocols(r.Context(), who)
	if err == nil && !view.Writing {
		err = vpt.ErrNotFound
	}
	return view, err
}

func (s *Site) showProtocolDraft(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	wrong := s.cellProblems(who, view.Draft.Validate(view.Lists[vpt.KindList], view.Lists[vpt.MeasureList]))
	shell, err := s.protocolShell(r, who, view, t.Text("protocol.concept"), s.crumb(who, "protocol"))
	if err != nil {
		return err
	}
	in := page.SubForm{Typed: typed, Errors: errs, Key: newKey()}
	return s.render(w, statusOf(errs), "rules", page.NewProtocolDraft(shell, t, view, wrong, in))
}

// saveProtocolDraft keeps the name, source and window of the draft.
func (s *Site) saveProtocolDraft(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.changeProtocol(w, r, who, protocolDraftPath, func(p *vpt.Protocol) {
		p.Name, p.Source = line(r, "name"), plain(r, "source")
		months, err := strconv.Atoi(line(r, "windowMonths"))
		if p.WindowMonths = months; err != nil {
			p.WindowMonths = 0 // named as wrong on the page
		}
	})
}

// changeProtocol changes the draft that the form was made from.
func (s *Site) changeProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor, next string, change func(*vpt.Protocol)) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	p := view.Draft
	change(&p)
	return s.keepProtocol(w, r, who, vpt.DraftProtocol{Base: view.Draft.Version, Seen: line(r, "gezien"), Protocol: p}, next)
}

// addProtocolRow adds a row and leads to its form.
func (s *Site) addProtocolRow(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	next := protocolPath + "/rijen/" + strconv.Itoa(len(view.Draft.Rows)+1)
	return s.changeProtocol(w, r, who, next, func(p *vpt.Protocol) { p.Rows = append(p.Rows, vpt.ProtocolRow{}) })
}

// rowNumber gives the row that an address names, from 1.
func rowNumber(r *http.Request, p vpt.Protocol) (int, error) {
	n, err := strconv.Atoi(r.PathValue("rij"))
	if err != nil || n < 1 || n > len(p.Rows) {
		return 0, vpt.ErrNotFound
	}
	return n, nil
}

// protocolRow is the form for one row of the draft.
func (s *Site) protocolRow(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showProtocolRow(w, r, who, nil, nil)
}

func (s *Site) showProtocolRow(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	n, err := rowNumber(r, view.Draft)
	if err != nil {
		return err
	}
	t := s.text(who)
	title := t.Fill("protocol.rij", "nummer", strconv.Itoa(n))
	shell, err := s.protocolShell(r, who, view, title, s.crumb(who, "protocol"), page.Link{Label: t.Text("protocol.concept"), Href: protocolDraftPath})
	if err != nil {
		return err
	}
	in := page.SubForm{Typed: typed, Errors: errs, Action: protocolPath + "/rijen/" + strconv.Itoa(n)}
	return s.render(w, statusOf(errs), "rules", page.NewProtocolRow(shell, t, view, n, in))
}

// saveProtocolRow keeps one row, when it is right.
func (s *Site) saveProtocolRow(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	n, err := rowNumber(r, view.Draft)
	if err != nil {
		return err
	}
	row := page.TypedRow(tidy(r.PostForm))
	err = row.Check(view.Lists[vpt.KindList], view.Lists[vpt.MeasureList])
	if err == nil {
		p := view.Draft
		p.Rows = append([]vpt.ProtocolRow(nil), p.Rows...)
		p.Rows[n-1] = row
		err = s.app.DraftProtocol(r.Context(), who, vpt.DraftProtocol{Base: view.Draft.Version, Seen: line(r, "gezien"), Protocol: p})
	}
	if err == nil {
		return s.redirect(w, r, protocolDraftPath, "protocol-bewaard")
	}
	errs := s.cellProblems(who, err)
	if errs == nil {
		return err
	}
	for i := range errs {
		errs[i].Name = strings.TrimPrefix(errs[i].Name, "row.")
		if errs[i].Name == "cells" {
			errs[i].Name = "cells[0].steps"
		}
	}
	return s.showProtocolRow(w, r, who, r.PostForm, errs)
}

// cellProblems is problems for what stands in rows: the words are those of the
// last part of the path.
func (s *Site) cellProblems(who vpt.Actor, err error) page.FieldErrors {
	t := s.text(who)
	errs := page.NewFieldErrors(err, func(f vpt.Field) string { return t.Field(f.Path[strings.LastIndex(f.Path, ".")+1:], f.Code) })
	if len(errs) > 0 {
		return errs
	}
	return s.problems(who, err)
}

// tidy gives a form without white space around what was typed, and without
// what is no text.
func tidy(form url.Values) url.Values {
	out := url.Values{}
	for name, values := range form {
		for _, v := range values {
			out.Add(name, strings.TrimSpace(strings.ReplaceAll(storable(v), "\r\n", "\n")))
		}
	}
	return out
}

// dropProtocolRow takes a row out of the draft.
func (s *Site) dropProtocolRow(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	n, err := rowNumber(r, view.Draft)
	if err != nil {
		return err
	}
	return s.changeProtocol(w, r, who, protocolDraftPath, func(p *vpt.Protocol) {
		p.Rows = append(append([]vpt.ProtocolRow(nil), p.Rows[:n-1]...), p.Rows[n:]...)
	})
}

// adoptProtocol makes the draft the next version.
func (s *Site) adoptProtocol(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.writingProtocol(r, who)
	if err != nil {
		return err
	}
	if line(r, "gezien") != view.Draft.Stamp() {
		return s.showProtocolDraft(w, r, who, nil, page.FieldErrors{{Message: s.text(who).Error("protocol-gewijzigd")}})
	}
	_, err = s.app.SaveProtocol(r.Context(), who, vpt.SaveProtocol{Base: view.Draft.Version, Protocol: view.Draft, Once: once(r)})
	if err == nil {
		return s.redirect(w, r, protocolPath, "protocol-vastgesteld")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	for _, e := range errs {
		if e.Name != "" { // what is wrong stands on the page already, row by row
			errs = page.FieldErrors{{Message: s.text(who).Error("protocol-onvolledig")}}
			break
		}
	}
	return s.showProtocolDraft(w, r, who, nil, errs)
}

// dropProtocolDraft gives up the next version.
func (s *Site) dropProtocolDraft(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.DropProtocolDraft(r.Context(), who); err != nil {
		return err
	}
	return s.redirect(w, r, protocolPath, "protocol-weg")
}

// normRoutes are the pages of house rules, protocol and team norms.
func (s *Site) normRoutes() []Route {
	const rules, row = "/beheer/huisregels", protocolPath + "/rijen/{rij}"
	return []Route{
		s.private("GET /huisregels", s.houseRulesPage),
		s.private("GET "+rules, s.houseRulesVersions),
		s.private("GET "+rules+"/nieuw", s.houseRulesForm),
		s.upload("POST "+rules+"/nieuw", shownLimit(), s.saveHouseRules),
		s.private("GET "+rules+"/{id}/ophangen", s.showRulesForm),
		s.upload("POST "+rules+"/{id}/ophangen", shownLimit(), s.showHouseRules),
		s.private("GET "+rules+"/{id}/bewijs", s.houseRulesProof),
		s.private("GET "+protocolPath, s.protocolPage),
		s.private("GET "+protocolPath+"/bestand", s.protocolFile),
		s.private("POST "+protocolPath+"/beginnen", s.beginProtocol),
		s.upload("POST "+protocolPath+"/inlezen", fileLimit(), s.readProtocol),
		s.private("GET "+protocolDraftPath, s.protocolDraft),
		s.private("POST "+protocolDraftPath, s.saveProtocolDraft),
		s.private("POST "+protocolPath+"/rijen", s.addProtocolRow),
		s.private("GET "+row, s.protocolRow),
		s.private("POST "+row, s.saveProtocolRow),
		s.private("POST "+row+"/weg", s.dropProtocolRow),
		s.private("POST "+protocolPath+"/vaststellen", s.adoptProtocol),
		s.private("POST "+protocolPath+"/weggooien", s.dropProtocolDraft),
		s.private("GET /teamnormen", s.teamNorms),
		s.private("GET /teamnormen/{onderdeel}", s.teamNorm),
		s.private("GET /teamnormen/{onderdeel}/nieuw", s.teamNormForm),
		s.private("POST /teamnormen/{onderdeel}/nieuw", s.saveTeamNorm),
		s.leads(protocolPath+"/beginnen", protocolPath),
		s.leads(protocolPath+"/inlezen", protocolPath),
		s.leads(protocolPath+"/rijen", protocolDraftPath),
		s.leads(row+"/weg", row),
		s.leads(protocolPath+"/vaststellen", protocolDraftPath),
		s.leads(protocolPath+"/weggooien", protocolDraftPath),
	}
}
