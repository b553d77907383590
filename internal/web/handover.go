package web

import (
	"net/http"
	"net/url"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// handOverPage lets a coordinator give everything of one colleague to another.
func (s *Site) handOverPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showHandOver(w, r, who, vpt.PersonID(r.URL.Query().Get("van")), "", nil)
}

// handOver takes that form.
func (s *Site) handOver(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	from := vpt.PersonID(line(r, "handFrom"))
	back := "/werkvoorraad/overdragen?van=" + url.QueryEscape(string(from))
	return s.giveAll(w, r, who, from, back)
}

// personHandOver is the same from the page of an account, for who administers.
func (s *Site) personHandOver(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showHandOver(w, r, who, vpt.PersonID(r.PathValue("id")), "", nil)
}

func (s *Site) handOverPerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.PersonID(r.PathValue("id"))
	return s.giveAll(w, r, who, id, personPath(id)+"/overdragen?")
}

func (s *Site) giveAll(w http.ResponseWriter, r *http.Request, who vpt.Actor, from vpt.PersonID, back string) error {
	in := vpt.HandOver{From: from, To: vpt.PersonID(line(r, "handTo")), Once: once(r)}
	done, err := s.app.HandOver(r.Context(), who, in)
	if err == nil {
		if done.Refused > 0 {
			back += "&rest=ja"
		}
		return s.redirect(w, r, back, "overgedragen")
	}
	if errs := s.problems(who, err); errs != nil {
		return s.showHandOver(w, r, who, from, string(in.To), errs)
	}
	return err
}

func (s *Site) showHandOver(w http.ResponseWriter, r *http.Request, who vpt.Actor, from vpt.PersonID, to string, errs page.FieldErrors) error {
	t := s.text(who)
	ofPerson := r.PathValue("id") != ""
	if !ofPerson && !who.Has(vpt.RoleCoordinator) {
		return vpt.ErrNotFound
	}
	v, err := s.app.HandOverView(r.Context(), who, from)
	if err != nil {
		return err
	}
	title := t.Text("overdracht.titel")
	var shell page.Shell
	if ofPerson {
		shell, err = s.adminShell(r, who, title, s.crumb(who, "personen"), page.Link{Label: t.Text("beheer.persoon.account"), Href: personPath(from)})
	} else {
		shell, err = s.shell(r, who, title, page.ScriptApp)
		shell.Crumbs = []page.Link{{Label: t.Text("werk.titel"), Href: "/werkvoorraad"}, {Label: title}}
	}
	if err != nil {
		return err
	}
	p := page.NewHandOver(shell, t, v, to, errs)
	p.Key, p.Action, p.Cancel = keyOf(r), r.URL.Path, page.Link{Label: t.Text("overdracht.terug"), Href: "/werkvoorraad"}
	if ofPerson {
		p.Cancel.Href = personPath(from)
		p.Heading.Lead = t.Text("overdracht.lead-beheer")
	} else {
		p.ChooseFrom(t, v)
	}
	if r.URL.Query().Get("rest") != "" && v.Total() > 0 {
		p.Rest(t)
	}
	return s.render(w, statusOf(errs), "handover", p)
}
