package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

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
