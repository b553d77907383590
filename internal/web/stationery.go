package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// stationeryLimit is far more than a logo may be: whoever chose a photo is told
// so beside the field, with what was typed still there.
func stationeryLimit() serve.Limit { return serve.Limit{Body: 12 << 20, Time: 5 * time.Minute} }

// stationeryForm shows what stands on every letter.
func (s *Site) stationeryForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	kept := view.Organisation.Settings.Stationery
	return s.showStationery(w, r, who, kept, kept, nil)
}

func (s *Site) showStationery(w http.ResponseWriter, r *http.Request, who vpt.Actor, in, kept vpt.Stationery, errs page.FieldErrors) error {
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.briefpapier.titel"))
	if err != nil {
		return err
	}
	sent := len(errs) > 0 && len(in.Logo) > 0 && errs.At(page.FieldLogo) == ""
	p := page.NewStationery(shell, t, in, len(kept.Logo) > 0, sent, errs)
	if note, any := page.MissingStationery(t, kept.Missing()); any && len(errs) == 0 {
		p.Notes = append(p.Notes, note)
	}
	return s.render(w, statusOf(errs), "stationery", p)
}

// saveStationery takes what stands on every letter, with a logo or without.
func (s *Site) saveStationery(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err // before a stranger's file is read
	}
	kept := view.Organisation.Settings.Stationery
	if err := r.ParseMultipartForm(stationeryLimit().Body); err != nil {
		if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
			return s.showStationery(w, r, who, kept, kept, page.FieldErrors{{Name: page.FieldLogo, Message: s.text(who).Error("logo-te-groot")}})
		}
		return errBody.Because(err)
	}
	in := typedStationery(r)
	if in.Logo, err = postedLogo(r); err != nil {
		return err
	}
	if err := s.app.SaveStationery(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showStationery(w, r, who, in.Stationery, kept, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/briefpapier", "bewaard")
}

func typedStationery(r *http.Request) vpt.SaveStationery {
	return vpt.SaveStationery{DropLogo: ticked(r, "dropLogo"), Stationery: vpt.Stationery{
		Lines: typedLines(r, "lines"), LogoAlt: line(r, "logoAlt"), Footer: line(r, "footer"), Phone: line(r, "phone"), Email: line(r, "email"),
		Hours: line(r, "hours"), OnBehalf: line(r, "onBehalf"), Complaint: typedLines(r, "complaint"), Ombudsman: typedLines(r, "ombudsman"),
		Objection: line(r, "objection"), LegalHelp: line(r, "legalHelp"), Privacy: line(r, "privacy"), Officer: line(r, "officer"),
		Retention: line(r, "retention"), Breach: paragraph(r, "breach"),
	}}
}

// paragraph gives a posted text that is not personal; line ends as the web
// sends them become plain ones.
func paragraph(r *http.Request, name string) string {
	return strings.ReplaceAll(line(r, name), "\r\n", "\n")
}

// typedLines gives the lines of a posted text, without empty ones.
func typedLines(r *http.Request, name string) []string {
	var out []string
	for text := range strings.Lines(paragraph(r, name)) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// postedLogo gives the picture that was sent, nil when there was none. Of one
// that is too large just enough comes along to be refused.
func postedLogo(r *http.Request) ([]byte, error) {
	file, header, err := r.FormFile(page.FieldLogo)
	if err != nil || header.Filename == "" {
		return nil, nil
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, vpt.MaxLogo+1))
	if err != nil {
		return nil, errBody.Because(err)
	}
	return data, nil
}

// stationeryLogo gives the logo that is kept.
func (s *Site) stationeryLogo(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	logo := view.Organisation.Settings.Stationery.Logo
	if len(logo) == 0 {
		return vpt.ErrNotFound
	}
	kind := "image/jpeg"
	if bytes.HasPrefix(logo, []byte("\x89PNG")) {
		kind = "image/png"
	}
	asAttachment(w, kind, "logo")
	w.Header().Set("Content-Length", strconv.Itoa(len(logo)))
	_, _ = w.Write(logo) // the reader is gone: nobody to tell
	return nil
}
