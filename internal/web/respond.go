package web

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// shell fills in what every page has around its content. titleKey is the key
// of the page's title.
func (s *Site) shell(r *http.Request, who vpt.Actor, title string, script page.Script) (page.Shell, error) {
	shell := s.bareShell(who, title)
	shell.Script = script
	me, err := s.app.Me(r.Context(), who)
	if err != nil {
		return shell, err
	}
	shell.Organisation = organisation(me.Organisation, s.assets)
	shell.User, shell.SignOut = me.Name, "/uitloggen"
	shell.Menu = []page.Link{{Label: s.text(who).Text("schil.mijn-account"), Href: "/account"}, {Label: s.text(who).Text("schil.mijn-sessies"), Href: "/account/sessies"}}
	if hasTasks(who) { // among her places there may be no room for it
		shell.Menu = append(shell.Menu, page.Link{Label: s.text(who).Text("nav.meldingen"), Href: "/meldingen"})
	}
	if who.Has(vpt.RoleCoordinator) {
		shell.Menu = append(shell.Menu, page.Link{Label: s.text(who).Text("nav.verbeteren"), Href: "/verbeteren"})
	}
	if me.MayOversee {
		shell.Menu = append(shell.Menu, page.Link{Label: s.text(who).Text("nav.beheer"), Href: "/beheer"})
	}
	shell.Colours = coloursOf(me.Look)
	shell.Nav = s.nav(who, r.URL.Path)
	shell.Flash = s.flash(r, who)
	if who.Handles() {
		shell.SearchURL = "/zoeken"
	}
	return shell, nil
}

// bareShell is the shell of somebody who has not signed in.
func (s *Site) bareShell(who vpt.Actor, title string) page.Shell {
	return page.Shell{Lang: langOf(who), Title: title, Organisation: page.Organisation{Name: "Rugdekking"}}
}

func coloursOf(look vpt.Look) page.Colours {
	switch look {
	case vpt.LookLight:
		return page.ColoursLight
	case vpt.LookDark:
		return page.ColoursDark
	}
	return page.ColoursAuto
}

func organisation(o vpt.Organisation, assets page.Assets) page.Organisation {
	out := page.Organisation{Name: o.Name}
	if o.Settings.Theme != "" {
		if address := assets.URL("org-" + o.Settings.Theme + ".css"); address != "" {
			out.ThemeClass, out.ThemeURL = "org-"+o.Settings.Theme, address
		}
	}
	return out
}

// maxNav is how many places fit in the bar of a phone.
const maxNav = 4

// nav gives the places of a person's roles, the most used first.
func (s *Site) nav(who vpt.Actor, path string) []page.NavItem {
	t := s.text(who)
	var items []page.NavItem
	add := func(show bool, key, href, icon string) {
		if show && len(items) < maxNav {
			current := path == href || href != "/" && len(path) > len(href) && path[:len(href)+1] == href+"/"
			items = append(items, page.NavItem{Label: t.Text(key), Href: href, Icon: icon, Current: current})
		}
	}
	add(who.Handles(), "nav.werkvoorraad", "/werkvoorraad", "worklist")
	add(who.Has(vpt.RoleSecurity), "nav.deur", "/deur", "shield")
	add(!who.Handles(), "nav.start", "/", "home")
	add(hasTasks(who), "nav.taken", "/taken", "inbox")
	add(who.Has(vpt.RolePeer), "nav.opvang", "/opvang", "care")
	add(true, "nav.melden", "/meldingen/nieuw", "new")
	add(seesFigures(who), "nav.cijfers", "/cijfers", "figures")
	add(who.Has(vpt.RolePrevention), "nav.verbeteren", "/verbeteren", "trend")
	add(who.Has(vpt.RoleAdministrator), "nav.beheer", "/beheer", "settings")
	add(true, "nav.meldingen", "/meldingen", "reports")
	for i := range items { // the form is under the list, but is a place of its own
		if items[i].Href == "/meldingen" && path == "/meldingen/nieuw" {
			items[i].Current = false
		}
	}
	return items
}

// seesFigures reports whether the figures are among a person's places.
func seesFigures(who vpt.Actor) bool {
	return who.Has(vpt.RoleAnalyst) || who.Has(vpt.RoleCoordinator)
}

// render writes a page. It is rendered whole first, so that a page that fails
// has shown nothing.
func (s *Site) render(w http.ResponseWriter, status int, name string, view page.View) error {
	var buf bytes.Buffer
	if err := s.pages.Render(&buf, name, view); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(buf.Len()))
	clearFlash(w)
	w.WriteHeader(status)
	_, _ = buf.WriteTo(w) // the reader is gone: nobody to tell
	return nil
}

// problems turns the fields of an error into messages at the form's fields. A
// conflict or another refusal that belongs to the whole form gets one line.
// It gives nothing for errors that are not about the form.
func (s *Site) problems(who vpt.Actor, err error) page.FieldErrors {
	t := s.text(who)
	if errs := page.NewFieldErrors(err, func(f vpt.Field) string { return t.Field(f.Path, f.Code) }); len(errs) > 0 {
		return errs
	}
	var e *vpt.Error
	if errors.As(err, &e) && (e.Kind == vpt.KindConflict || e.Kind == vpt.KindThrottled) {
		return page.FieldErrors{{Message: t.Error(e.Code)}}
	}
	return nil
}

// flashName is the cookie that carries the key of one message to the next page.
const flashName = "rugdekking-bericht"

// redirect sends the browser on after a form was taken. message is the key of
// what to say there; it may be empty.
func (s *Site) redirect(w http.ResponseWriter, r *http.Request, path, message string) error {
	if message != "" {
		http.SetCookie(w, &http.Cookie{
			Name: flashName, Value: message, Path: "/", MaxAge: 60, HttpOnly: true, Secure: s.base.Scheme == "https", SameSite: http.SameSiteLaxMode,
		})
	}
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

func (s *Site) flash(r *http.Request, who vpt.Actor) *page.Alert {
	c, err := r.Cookie(flashName)
	if err != nil || len(c.Value) > 60 {
		return nil
	}
	text := s.text(who).Text("bericht." + c.Value)
	if text == "" {
		return nil
	}
	return &page.Alert{Tone: page.ToneOK, Title: text}
}

func clearFlash(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: flashName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// fail answers an error with a page that says what to do, never what went
// wrong inside.
func (s *Site) fail(w http.ResponseWriter, r *http.Request, who vpt.Actor, err error) {
	serve.LogFailure(s.log, r, err)
	s.errorPage(w, r, who, err)
}

// Refuse answers a request that never reached a page, as serve asks.
func (s *Site) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	s.fail(w, r, s.visitor(r).Actor, err)
}

func (s *Site) errorPage(w http.ResponseWriter, r *http.Request, who vpt.Actor, err error) {
	status := serve.PageStatus(err)
	code := "onverwachte-fout"
	var e *vpt.Error
	if errors.As(err, &e) && e.Kind != vpt.KindInternal {
		code = e.Code
	}
	if status == http.StatusNotFound {
		code = vpt.ErrNotFound.Code
	}
	t := s.text(who)
	shell := s.bareShell(who, t.Text("foutpagina.titel"))
	if who.Kind == vpt.ActorPerson {
		if full, err := s.shell(r, who, shell.Title, page.NoScript); err == nil {
			shell = full
		}
	}
	view := &page.Failure{Shell: shell, Message: t.Error(code), Request: serve.RequestID(r), Status: status}
	if renderErr := s.render(w, status, "failure", view); renderErr != nil {
		s.log.Error("the page that tells of a failure failed", "error", renderErr)
		http.Error(w, "Er ging iets mis.", http.StatusInternalServerError)
	}
}

// today gives the present day at midnight UTC in a zone, as nl.ParseDate takes it.
func (s *Site) today(zone *time.Location) time.Time {
	now := s.clock.Now().In(zone)
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}
