package web

import (
	"net/http"
	"strconv"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// invitePath is where everybody who waits for an invitation gets one.
const invitePath = "/beheer/personen/uitnodigen"

// inviteLimit leaves time for an organisation's worth of invitations.
func inviteLimit() serve.Limit {
	return serve.Limit{Body: serve.DefaultLimit().Body, Time: 5 * time.Minute}
}

// waiting is how many accounts wait for an invitation. Who may not invite has
// no business here.
func (s *Site) waiting(r *http.Request, who vpt.Actor) (int, error) {
	list, err := s.app.People(r.Context(), who, vpt.PeopleFilter{Limit: 1})
	if err == nil && !list.May.Change {
		err = vpt.ErrNotFound
	}
	return list.Uninvited, err
}

// inviteForm says how many mails will go, before they do.
func (s *Site) inviteForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	n, err := s.waiting(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	form, err := s.adminForm(r, who, t.Text("beheer.uitnodigen.titel"), "/beheer/personen", s.crumb(who, "personen"))
	if err != nil {
		return err
	}
	form.Heading.Lead = t.Fill("beheer.uitnodigen.lead", "wie", nl.Count(n, "persoon", t.Lang()))
	form.Save, form.Cancel.Label = t.Fill("beheer.uitnodigen.verstuur", "uitnodigingen", nl.Count(n, "uitnodiging", t.Lang())), t.Text("beheer.uitnodigen.terug")
	if n == 0 {
		form.Heading.Lead, form.Save = t.Text("beheer.uitnodigen.niemand"), ""
	} else {
		form.Notes = []page.Alert{{Tone: page.ToneInfo, Text: []string{t.Text("beheer.uitnodigen.uitleg")}}}
	}
	return s.showForm(w, form, nil)
}

// inviteEveryone mails an invitation to each account that waits for one.
func (s *Site) inviteEveryone(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if _, err := s.app.InviteEveryone(r.Context(), who); err != nil {
		return err
	}
	return s.redirect(w, r, "/beheer/personen", "allen-uitgenodigd")
}

// inviteButton leads there; nil when nobody waits.
func (s *Site) inviteButton(who vpt.Actor, n int) *page.Button {
	if n == 0 {
		return nil
	}
	button := page.LinkButton(page.ButtonSecondary, s.text(who).Fill("beheer.uitnodigen.knop", "aantal", strconv.Itoa(n)), invitePath)
	button.Icon = "mail"
	return &button
}
