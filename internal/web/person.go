package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// personList shows the accounts. The filters stand in the address; a search,
// which would put a name there, does not.
func (s *Site) personList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showPeople(w, r, who, vpt.Private{}, nil)
}

func (s *Site) showPeople(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed vpt.Private, errs page.FieldErrors) error {
	q := r.URL.Query()
	f := vpt.PeopleFilter{Unit: vpt.UnitID(q.Get("onderdeel")), Role: vpt.Role(q.Get("rol")), State: vpt.PersonState(q.Get("stand")), After: vpt.PersonID(q.Get("na"))}
	list, err := s.app.People(r.Context(), who, f)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "personen")
	if err != nil {
		return err
	}
	t := s.text(who)
	q.Set("na", string(list.Next))
	p.Table = page.PeopleTable(t, list, "/beheer/personen?"+q.Encode())
	p.Find = page.NewPersonFind(t, typed, errs)
	p.Filter = s.peopleFilter(who, list, f)
	p.Problem = len(errs) > 0
	if !list.May.Change {
		p.Add = nil
	} else {
		more := page.LinkButton(page.ButtonSecondary, t.Text("beheer.personen.inlezen"), "/beheer/personen/inlezen")
		p.More, p.Invite = &more, s.inviteButton(who, list.Uninvited)
	}
	return s.render(w, statusOf(errs), "admin-list", p)
}

func (s *Site) peopleFilter(who vpt.Actor, list vpt.PeopleList, f vpt.PeopleFilter) *page.FilterBar {
	t := s.text(who)
	var roles, states []page.Option
	for _, role := range vpt.Roles() {
		if role != vpt.RoleReporter {
			roles = append(roles, page.Option{Value: string(role), Label: t.Label(role)})
		}
	}
	for _, state := range []vpt.PersonState{vpt.PersonActive, vpt.PersonInvited, vpt.PersonBlocked} {
		states = append(states, page.Option{Value: string(state), Label: t.Label(state)})
	}
	choice := func(name, key, chosen string, options []page.Option) page.Select {
		list := page.NewSelect(page.NewField(name, t.Text(key), "", nil), chosen, options)
		list.Blank = t.Text("beheer.personen.alle")
		return list
	}
	return &page.FilterBar{
		Action: "/beheer/personen", Active: f.Unit != "" || f.Role != "" || f.State != "",
		Result: t.Fill("beheer.personen.gevonden", "aantal", strconv.Itoa(list.Total)),
		Selects: []page.Select{
			choice("onderdeel", "beheer.personen.onderdeel", string(f.Unit), page.UnitOptions(list.Units, f.Unit)),
			choice("rol", "beheer.personen.rol", string(f.Role), roles), choice("stand", "beheer.personen.stand", string(f.State), states),
		},
	}
}

// findPerson leads to the one account with an e-mail address or staff number.
func (s *Site) findPerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	typed := private(r, "find")
	id, err := s.app.FindPerson(r.Context(), who, typed)
	if err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showPeople(w, r, who, typed, errs)
		}
		return err
	}
	return s.redirect(w, r, personPath(id), "")
}

func personPath(id vpt.PersonID) string { return "/beheer/personen/" + url.PathEscape(string(id)) }

// personPage shows one account.
func (s *Site) personPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showPerson(w, r, who, vpt.AssignRole{Scope: vpt.ScopeUnit}, nil)
}

func (s *Site) showPerson(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed vpt.AssignRole, errs page.FieldErrors) error {
	detail, err := s.app.PersonDetail(r.Context(), who, vpt.PersonID(r.PathValue("id")))
	if err != nil {
		return err
	}
	p := page.FillAdminPerson(s.text(who), detail, typed, errs)
	if p.Shell, err = s.adminShell(r, who, s.text(who).Text("beheer.persoon.account"), s.crumb(who, "personen")); err != nil {
		return err
	}
	p.Key, p.Problem = keyOf(r), len(errs) > 0
	return s.render(w, statusOf(errs), "admin-person", &p)
}

// personForm shows an account to change, or an empty form for a new one.
func (s *Site) personForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in, units, err := s.personInput(r, who)
	if err != nil {
		return err
	}
	return s.showPersonForm(w, r, who, in, units, nil)
}

// personInput gives what an account holds now, and the units to choose from.
func (s *Site) personInput(r *http.Request, who vpt.Actor) (vpt.SavePerson, []vpt.Unit, error) {
	id := vpt.PersonID(r.PathValue("id"))
	view, err := s.app.Units(r.Context(), who)
	if err != nil || id == "" {
		return vpt.SavePerson{Lang: "nl"}, bareUnits(view), err
	}
	d, err := s.app.PersonDetail(r.Context(), who, id)
	return vpt.SavePerson{ID: id, Name: d.Name, Email: d.Email, StaffNo: d.StaffNo, Function: d.Function, Unit: d.Unit, Lang: d.Lang}, bareUnits(view), err
}

func (s *Site) showPersonForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SavePerson, units []vpt.Unit, errs page.FieldErrors) error {
	t := s.text(who)
	title, back, up := t.Text("beheer.persoon.nieuw"), "/beheer/personen", []page.Link{s.crumb(who, "personen")}
	if in.ID != "" {
		title, back = t.Text("beheer.persoon.wijzigen"), personPath(in.ID)
		up = append(up, page.Link{Label: t.Text("beheer.persoon.account"), Href: back})
	}
	form, err := s.adminForm(r, who, title, back, up...)
	if err != nil {
		return err
	}
	form.Sections = page.PersonSections(t, in, units, errs)
	return s.showForm(w, form, errs)
}

// savePerson makes or changes an account. A new one is invited when asked.
func (s *Site) savePerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.SavePerson{
		ID: vpt.PersonID(r.PathValue("id")), Name: private(r, "name"), Email: private(r, "email"), StaffNo: private(r, "staffNo"),
		Function: private(r, "function"), Unit: vpt.UnitID(line(r, "unit")), Lang: line(r, "lang"),
	}
	id, err := s.app.SavePerson(r.Context(), who, in)
	if err != nil {
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		view, err := s.app.Units(r.Context(), who)
		if err != nil {
			return err
		}
		return s.showPersonForm(w, r, who, in, bareUnits(view), errs)
	}
	message := "bewaard"
	if in.ID == "" && ticked(r, "invite") {
		if err := s.app.InvitePerson(r.Context(), who, id); err != nil {
			return err
		}
		message = "uitgenodigd"
	}
	return s.redirect(w, r, personPath(id), message)
}

// giveRole gives a role to an account.
func (s *Site) giveRole(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	today := s.today(view.Organisation.Settings.Location())
	in := vpt.AssignRole{
		Person: vpt.PersonID(r.PathValue("id")), Role: vpt.Role(line(r, "role")), Scope: vpt.ScopeKind(line(r, "scope")),
		From: date(line(r, "from"), today), Until: dayAhead(line(r, "until"), today),
	}
	switch in.Scope {
	case vpt.ScopeUnit:
		in.Unit = vpt.UnitID(line(r, "unit"))
	case vpt.ScopeSite:
		in.Site = vpt.SiteID(line(r, "site"))
	}
	if err := s.app.AssignRole(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showPerson(w, r, who, in, errs)
		}
		return err
	}
	return s.redirect(w, r, personPath(in.Person), "rol-gegeven")
}

// endRole takes a role away. Taking it away twice is no error.
func (s *Site) endRole(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.PersonID(r.PathValue("id"))
	err := s.app.EndAssignment(r.Context(), who, id, vpt.AssignmentID(r.PathValue("rol")))
	return s.acted(w, r, who, id, err, "rol-beeindigd")
}

// invitePerson mails a link to choose a password.
func (s *Site) invitePerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.PersonID(r.PathValue("id"))
	return s.acted(w, r, who, id, s.app.InvitePerson(r.Context(), who, id), "uitgenodigd")
}

// blockPerson shuts an account.
func (s *Site) blockPerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.PersonID(r.PathValue("id"))
	return s.acted(w, r, who, id, s.app.BlockPerson(r.Context(), who, id), "geblokkeerd")
}

// unblockPerson opens an account again.
func (s *Site) unblockPerson(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.PersonID(r.PathValue("id"))
	return s.acted(w, r, who, id, s.app.UnblockPerson(r.Context(), who, id), "gedeblokkeerd")
}

// acted leads back to an account after a button on its page. What could not be
// done is told there.
func (s *Site) acted(w http.ResponseWriter, r *http.Request, who vpt.Actor, id vpt.PersonID, err error, message string) error {
	if err == nil {
		return s.redirect(w, r, personPath(id), message)
	}
	if errs := s.problems(who, err); errs != nil && !errors.Is(err, vpt.ErrNotFound) {
		return s.showPerson(w, r, who, vpt.AssignRole{Scope: vpt.ScopeUnit}, errs)
	}
	return err
}
