package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// adminList puts a list of administration together, with a button to add.
func (s *Site) adminList(r *http.Request, who vpt.Actor, name string) (*page.AdminList, error) {
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer."+name+".titel"))
	shell.Width = page.WidthTable
	p := &page.AdminList{Shell: shell, Heading: page.PageHeading{Title: shell.Title, Lead: t.Text("beheer." + name + ".lead")}}
	if label := t.Text("beheer." + name + ".nieuw"); label != "" {
		add := page.LinkButton(page.ButtonPrimary, label, "/beheer/"+name+"/nieuw")
		p.Add = &add
	}
	return p, err
}

// unitList shows the tree of units.
func (s *Site) unitList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Units(r.Context(), who)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "onderdelen")
	if err != nil {
		return err
	}
	p.Table = page.UnitTable(s.text(who), view)
	return s.render(w, http.StatusOK, "admin-list", p)
}

func bareUnits(view vpt.UnitsView) []vpt.Unit {
	out := make([]vpt.Unit, len(view.Units))
	for i, u := range view.Units {
		out[i] = u.Unit
	}
	return out
}

// unitForm shows a unit to change, or an empty form for a new one.
func (s *Site) unitForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Units(r.Context(), who)
	if err != nil {
		return err
	}
	in := vpt.SaveUnit{}
	if id := vpt.UnitID(r.PathValue("id")); id != "" {
		u, ok := vpt.NewUnitTree(bareUnits(view)).Unit(id)
		if !ok {
			return vpt.ErrNotFound
		}
		in = vpt.SaveUnit(u)
	}
	return s.showUnit(w, r, who, in, bareUnits(view), nil)
}

func (s *Site) showUnit(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveUnit, units []vpt.Unit, errs page.FieldErrors) error {
	t := s.text(who)
	title := t.Text("beheer.onderdeel.nieuw")
	if u, ok := vpt.NewUnitTree(units).Unit(in.ID); ok {
		title = u.Name
	}
	form, err := s.adminForm(r, who, title, "/beheer/onderdelen", s.crumb(who, "onderdelen"))
	if err != nil {
		return err
	}
	form.Sections = page.UnitSections(t, in, units, errs)
	return s.showForm(w, form, errs)
}

// saveUnit makes or changes a unit.
func (s *Site) saveUnit(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.SaveUnit{
		ID: vpt.UnitID(r.PathValue("id")), Parent: vpt.UnitID(line(r, "parent")), Name: line(r, "name"), Retired: ticked(r, "retired"),
		Circle: ticked(r, "circle"),
	}
	_, err := s.app.SaveUnit(r.Context(), who, in)
	if err == nil {
		return s.redirect(w, r, "/beheer/onderdelen", "bewaard")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	view, err := s.app.Units(r.Context(), who)
	if err != nil {
		return err
	}
	return s.showUnit(w, r, who, in, bareUnits(view), errs)
}

// siteList shows the sites.
func (s *Site) siteList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Sites(r.Context(), who)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "locaties")
	if err != nil {
		return err
	}
	p.Table = page.SiteTable(s.text(who), view)
	return s.render(w, http.StatusOK, "admin-list", p)
}

// siteForm shows a site to change, or an empty form for a new one.
func (s *Site) siteForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Sites(r.Context(), who)
	if err != nil {
		return err
	}
	in := vpt.SaveSite{}
	if id := vpt.SiteID(r.PathValue("id")); id != "" {
		site, ok := siteOf(view, id)
		if !ok {
			return vpt.ErrNotFound
		}
		in = vpt.SaveSite(site)
	}
	return s.showSite(w, r, who, in, view, nil)
}

func siteOf(view vpt.SitesView, id vpt.SiteID) (vpt.Site, bool) {
	for _, site := range view.Sites {
		if site.ID == id {
			return site, true
		}
	}
	return vpt.Site{}, false
}

func (s *Site) showSite(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveSite, view vpt.SitesView, errs page.FieldErrors) error {
	t := s.text(who)
	title := t.Text("beheer.locatie.nieuw")
	if site, ok := siteOf(view, in.ID); ok {
		title = site.Name
	}
	form, err := s.adminForm(r, who, title, "/beheer/locaties", s.crumb(who, "locaties"))
	if err != nil {
		return err
	}
	form.Sections = page.SiteSections(t, in, view.Units, errs)
	return s.showForm(w, form, errs)
}

// saveSite makes or changes a site.
func (s *Site) saveSite(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.SaveSite{
		ID: vpt.SiteID(r.PathValue("id")), Unit: vpt.UnitID(line(r, "unit")), Name: line(r, "name"), Address: line(r, "address"), Retired: ticked(r, "retired"),
	}
	_, err := s.app.SaveSite(r.Context(), who, in)
	if err == nil {
		return s.redirect(w, r, "/beheer/locaties", "bewaard")
	}
	errs := s.problems(who, err)
	if errs == nil {
		return err
	}
	view, err := s.app.Sites(r.Context(), who)
	if err != nil {
		return err
	}
	return s.showSite(w, r, who, in, view, errs)
}
