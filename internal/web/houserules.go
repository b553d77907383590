package web

import (
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// shownLimit is what a form with a file that shows where house rules hang may
// be.
func shownLimit() serve.Limit {
	return serve.Limit{Body: vpt.MaxHouseRulesFile + 1<<20, Time: 5 * time.Minute}
}

// houseRulesPage shows the house rules that hold today, to everybody.
func (s *Site) houseRulesPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.HouseRulesNow(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("huisregels.titel"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "rules", page.NewHouseRules(shell, t, view))
}

// houseRulesVersions shows all versions, to who makes them.
func (s *Site) houseRulesVersions(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.HouseRules(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.huisregels.titel"))
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "rules", page.NewHouseRulesVersions(shell, t, view))
}

// houseRulesForm is the form for a new version.
func (s *Site) houseRulesForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showHouseRulesForm(w, r, who, nil, nil)
}

func (s *Site) showHouseRulesForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.app.HouseRules(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.huisregels.nieuw"), s.crumb(who, "huisregels"))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "rules", page.NewHouseRulesForm(shell, t, view, page.SubForm{Typed: typed, Errors: errs, Key: keyOf(r), Action: r.URL.Path}))
}

// saveHouseRules makes a new version.
func (s *Site) saveHouseRules(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	name, data, err := optionalFile(r, "file", shownLimit().Body)
	if err != nil {
		return err
	}
	_, err = s.app.SaveHouseRules(r.Context(), who, vpt.SaveHouseRules{
		Site: vpt.SiteID(line(r, "site")), Text: plain(r, "text"), FromOn: s.dayTo(r, who, "fromOn"), ShownOn: s.dayOf(r, who, "shownOn"), Where: line(r, "where"),
		Proof: private(r, "proof"), FileName: name, File: data, Once: once(r),
	})
	if err == nil {
		return s.redirect(w, r, "/beheer/huisregels", "huisregels")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	return s.showHouseRulesForm(w, r, who, r.PostForm, errs)
}

// showRulesForm is the form for saying since when a version hangs.
func (s *Site) showRulesForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showShowRules(w, r, who, nil, nil)
}

func (s *Site) showShowRules(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	view, err := s.app.HouseRules(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	for _, h := range view.All {
		if string(h.ID) != r.PathValue("id") || h.ShownOn != "" {
			continue
		}
		shell, err := s.adminShell(r, who, t.Text("beheer.huisregels.ophangen"), s.crumb(who, "huisregels"))
		if err != nil {
			return err
		}
		return s.render(w, statusOf(errs), "rules", page.NewShowHouseRulesForm(shell, t, h, page.SubForm{Typed: typed, Errors: errs, Key: keyOf(r), Action: r.URL.Path}))
	}
	return vpt.ErrNotFound
}

// showHouseRules takes that form.
func (s *Site) showHouseRules(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	name, data, err := optionalFile(r, "file", shownLimit().Body)
	if err != nil {
		return err
	}
	err = s.app.ShowHouseRules(r.Context(), who, vpt.ShowHouseRules{
		ID: vpt.HouseRulesID(r.PathValue("id")), ShownOn: s.dayOf(r, who, "shownOn"), Where: line(r, "where"), Proof: private(r, "proof"), FileName: name, File: data, Once: once(r),
	})
	if err == nil {
		return s.redirect(w, r, "/beheer/huisregels", "huisregels-hangen")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	return s.showShowRules(w, r, who, r.PostForm, errs)
}

// houseRulesProof is the download of what shows where a version hangs: to be
// kept, never to be shown.
func (s *Site) houseRulesProof(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	file, err := s.app.HouseRulesFile(r.Context(), who, vpt.HouseRulesID(r.PathValue("id")))
	if err != nil {
		return err
	}
	asAttachment(w, file.MediaType, page.RulesFileName(file))
	w.Header().Set("Content-Length", strconv.Itoa(len(file.Content)))
	_, _ = w.Write(file.Content) // the reader is gone: nobody to tell
	return nil
}

// optionalFile reads a form with at most one file, all of it in memory.
func optionalFile(r *http.Request, name string, limit int64) (vpt.Private, []byte, error) {
	if err := r.ParseMultipartForm(limit); err != nil {
		if known := serve.BodyError(err); vpt.KindOf(known) != vpt.KindInternal {
			return vpt.Private{}, nil, known
		}
		return vpt.Private{}, nil, errBody.Because(err)
	}
	file, header, err := r.FormFile(name)
	if err != nil || header.Filename == "" {
		return vpt.Private{}, nil, nil // none was chosen
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(file)
	return vpt.NewPrivate(header.Filename), data, err
}

// plain gives a posted text of several lines that is about nobody.
func plain(r *http.Request, name string) string {
	return strings.TrimSpace(strings.ReplaceAll(storable(r.PostFormValue(name)), "\r\n", "\n"))
}
