package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

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
