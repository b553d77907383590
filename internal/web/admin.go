package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// adminShell is the shell of a page of administration, with the way up to it.
func (s *Site) adminShell(r *http.Request, who vpt.Actor, title string, up ...page.Link) (page.Shell, error) {
	shell, err := s.shell(r, who, title, page.ScriptApp)
	if r.URL.Path != "/beheer" {
		shell.Crumbs = append([]page.Link{{Label: s.text(who).Text("beheer.titel"), Href: "/beheer"}}, up...)
		shell.Crumbs = append(shell.Crumbs, page.Link{Label: title})
	}
	return shell, err
}

// crumb is the way up to the list that a page belongs to.
func (s *Site) crumb(who vpt.Actor, name string) page.Link {
	return page.Link{Label: s.text(who).Text("beheer." + name + ".titel"), Href: "/beheer/" + name}
}

// adminForm puts a form of administration together; the caller adds sections.
func (s *Site) adminForm(r *http.Request, who vpt.Actor, title, back string, up ...page.Link) (*page.AdminForm, error) {
	shell, err := s.adminShell(r, who, title, up...)
	t := s.text(who)
	return &page.AdminForm{
		Shell: shell, Heading: page.PageHeading{Title: title}, Key: keyOf(r), Action: r.URL.Path, Save: t.Text("beheer.bewaar"),
		Cancel: page.Link{Label: t.Text("beheer.terug"), Href: back},
	}, err
}

// showForm writes a form: as it is, or with what was wrong with it.
func (s *Site) showForm(w http.ResponseWriter, form *page.AdminForm, errs page.FieldErrors) error {
	form.Errors, form.Problem = errs, len(errs) > 0
	return s.render(w, statusOf(errs), "admin-form", form)
}

// statusOf is 422 for a form that was not right.
func statusOf(errs page.FieldErrors) int {
	if len(errs) > 0 {
		return http.StatusUnprocessableEntity
	}
	return http.StatusOK
}

// ticked reports whether a single box was ticked.
func ticked(r *http.Request, name string) bool { return r.PostFormValue(name) == "ja" }

// adminHome shows what there is to administer, and what is missing.
func (s *Site) adminHome(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.AdminOverview(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.titel"))
	if err != nil {
		return err
	}
	lead := "beheer.lead-toezicht"
	if view.MayAdminister {
		lead = "beheer.lead"
	}
	p := &page.AdminHome{Shell: shell, Heading: page.PageHeading{Title: shell.Title, Lead: t.Text(lead)}, Notes: s.adminNotes(who, view)}
	people := []page.Badge{{Tone: page.ToneNeutral, Text: t.Fill("beheer.personen.aantal", "aantal", strconv.Itoa(view.People))}}
	if view.Invited > 0 {
		people = append(people, page.Badge{Tone: page.ToneNeutral, Text: t.Fill("beheer.personen.nieuw-acc", "aantal", strconv.Itoa(view.Invited))})
	}
	p.Places.Cards = append(p.Places.Cards, page.AdminPlace(t, "personen", people...))
	if !view.MayAdminister {
		p.Places.Cards[0].Text = []string{t.Text("beheer.personen.plek-toezicht")}
	}
	if view.MayAdminister {
		for _, name := range []string{"onderdelen", "locaties", "organisatie", "briefpapier", "termijnen", "opvang", "herinneringen", "kalender", "codelijsten", "koppelingen"} {
			p.Places.Cards = append(p.Places.Cards, page.AdminPlace(t, name))
		}
		p.Places.Cards = append(p.Places.Cards, page.Card{Title: t.Text("register.titel"), Href: "/beheer/inlezen", Text: []string{t.Text("register.plek")}})
	}
	if view.MayWriteLetters {
		p.Places.Cards = append(p.Places.Cards, page.AdminPlace(t, "brieven"))
	}
	p.Places.Cards = append(p.Places.Cards, page.AdminPlace(t, "huisregels"), page.AdminPlace(t, "protocol"))
	if view.MayDecideMails {
		var waiting []page.Badge
		if view.Uncertain > 0 {
			waiting = append(waiting, page.Badge{Tone: page.ToneDue, Text: t.Fill("beheer.post.aantal", "aantal", strconv.Itoa(view.Uncertain)), Icon: "mail"})
		}
		p.Places.Cards = append(p.Places.Cards, page.AdminPlace(t, "post", waiting...))
	}
	return s.render(w, http.StatusOK, "admin-home", p)
}

// adminNotes tells what still keeps the organisation from working well.
func (s *Site) adminNotes(who vpt.Actor, view vpt.AdminOverview) []page.Alert {
	t := s.text(who)
	var notes []page.Alert
	note := func(tone page.Tone, text, link, href string) {
		alert := page.Alert{Tone: tone, Text: []string{text}}
		if view.MayAdminister {
			alert.Action = &page.Link{Label: t.Text(link), Href: href}
		}
		notes = append(notes, alert)
	}
	if view.Coordinators == 0 {
		note(page.ToneWarning, t.Text("beheer.geen-coord"), "beheer.naar-persoon", "/beheer/personen")
	}
	if view.Unmanaged > 0 {
		note(page.ToneWarning, t.Fill("beheer.geen-leiding", "aantal", strconv.Itoa(view.Unmanaged)), "beheer.onderdelen.titel", "/beheer/onderdelen")
	}
	if !view.Emergency {
		note(page.ToneWarning, t.Text("beheer.geen-alarm"), "beheer.naar-org", "/beheer/organisatie")
	}
	if missing, any := page.MissingStationery(t, view.Stationery); any {
		note(missing.Tone, missing.Text[0], "beheer.briefpapier.naar", "/beheer/briefpapier")
	}
	if !view.GatesOpen {
		note(page.ToneInfo, t.Text("beheer.poort-dicht"), "beheer.naar-org", "/beheer/organisatie")
	}
	return notes
}

// themes are the looks that the program was built with.
func (s *Site) themes() []string {
	var out []string
	for _, name := range s.assets.Names() {
		if theme, ok := strings.CutPrefix(name, "org-"); ok {
			out = append(out, strings.TrimSuffix(theme, ".css"))
		}
	}
	slices.Sort(out)
	return out
}

// organisationForm shows the settings of the organisation.
func (s *Site) organisationForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	set := view.Organisation.Settings
	return s.showOrganisation(w, r, who, vpt.SaveOrganisation{
		Name: view.Organisation.Name, Theme: set.Theme, Emergency: set.Emergency, HelpNumbers: set.HelpNumbers,
		SecondFactor: set.SecondFactor, Instigator: set.Instigator, Learning: set.Learning,
	}, nil)
}

func (s *Site) showOrganisation(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveOrganisation, errs page.FieldErrors) error {
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.organisatie.titel"), "/beheer")
	if err != nil {
		return err
	}
	form.Heading.Lead = t.Text("beheer.organisatie.lead")
	form.Sections = page.OrganisationSections(t, in, s.themes(), errs)
	return s.showForm(w, form, errs)
}

// maxHelpNumbers is how many rows of help numbers a form may send.
const maxHelpNumbers = 20

// saveOrganisation takes the settings of the organisation.
func (s *Site) saveOrganisation(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	today := s.today(view.Organisation.Settings.Location())
	in := vpt.SaveOrganisation{
		Name: line(r, "name"), Theme: line(r, "theme"), Emergency: line(r, "emergency"), SecondFactor: ticked(r, "secondFactor"),
		Instigator: vpt.InstigatorGates{
			Assessed: date(line(r, "instigator.assessed"), today), Consented: date(line(r, "instigator.consented"), today),
			Protocol: date(line(r, "instigator.protocol"), today),
		},
	}
	in.Learning.FromClass, _ = strconv.Atoi(line(r, "learning.fromClass")) // what is no number is the default
	in.Learning.NoOfficial = ticked(r, "learning.noOfficial")
	for i := range maxHelpNumbers {
		at := "helpNumbers." + strconv.Itoa(i)
		n := vpt.HelpNumber{Label: line(r, at+".label"), Phone: line(r, at+".phone"), Hours: line(r, at+".hours")}
		if n != (vpt.HelpNumber{}) {
			in.HelpNumbers = append(in.HelpNumbers, n)
		}
	}
	if err := s.app.SaveOrganisation(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showOrganisation(w, r, who, in, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/organisatie", "bewaard")
}

// clocksForm shows the terms.
func (s *Site) clocksForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	return s.showClocks(w, r, who, nil, view.Organisation.Settings.Clocks, nil)
}

func (s *Site) showClocks(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed map[string]string, in vpt.ClockSettings, errs page.FieldErrors) error {
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.termijnen.titel"), "/beheer")
	if err != nil {
		return err
	}
	form.Heading.Lead = t.Text("beheer.termijnen.lead")
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	form.Sections = page.ClockSections(t, typed, in, len(view.Organisation.Settings.Care) > 0, errs)
	return s.showForm(w, form, errs)
}

// saveClocks takes the terms. What is no number stays on the form as typed.
func (s *Site) saveClocks(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	in := view.Organisation.Settings.Clocks
	in.ShiftToNextDay, in.CareTodayIfLate = ticked(r, "shiftToNextDay"), ticked(r, "careTodayIfLate")
	typed := map[string]string{}
	var unread page.FieldErrors
	for _, f := range []struct {
		name string
		into *int
	}{
		{"reactionHours", &in.ReactionHours}, {"policeDays", &in.PoliceDays}, {"feedbackDays", &in.FeedbackDays}, {"careHours", &in.CareHours},
		{"secondTalkDays", &in.SecondTalkDays}, {"thirdTalkFrom", &in.ThirdTalkFrom}, {"thirdTalkDays", &in.ThirdTalkDays},
	} {
		if _, sent := r.PostForm[f.name]; !sent && len(view.Organisation.Settings.Care) > 0 {
			continue // these terms stand with the care plan
		}
		typed[f.name] = line(r, f.name)
		n, err := strconv.Atoi(typed[f.name])
		if *f.into = n; err != nil {
			unread = append(unread, page.ErrorLink{Name: f.name, Message: s.text(who).Error("geen-getal")})
		}
	}
	if unread != nil {
		return s.showClocks(w, r, who, typed, in, unread)
	}
	if err := s.app.SaveClocks(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showClocks(w, r, who, typed, in, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/termijnen", "bewaard")
}
