package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// The pages that stand in the footer. Organisations put their own words in
// their place by a proxy or, later, by settings; these say what holds for
// every installation.

func (s *Site) helpPage(w http.ResponseWriter, r *http.Request, who visitor) error {
	return s.about(w, r, who, "help", 6)
}

func (s *Site) privacyPage(w http.ResponseWriter, r *http.Request, who visitor) error {
	return s.about(w, r, who, "privacy", 7)
}

func (s *Site) accessibilityPage(w http.ResponseWriter, r *http.Request, who visitor) error {
	return s.about(w, r, who, "toegankelijkheid", 4)
}

func (s *Site) about(w http.ResponseWriter, r *http.Request, who visitor, topic string, parts int) error {
	t := s.text(who.Actor)
	shell := s.bareShell(who.Actor, t.Text(topic+".titel"))
	var links []page.Link
	if actor, err := s.sessions.Actor(r); err == nil {
		if full, err := s.shell(r, actor, shell.Title, page.NoScript); err == nil {
			shell = full
		}
		if topic == "help" {
			links = s.ownRules(actor)
		}
	}
	view := &page.About{Shell: shell, Heading: page.PageHeading{Title: t.Text(topic + ".titel"), Lead: t.Text(topic + ".lead")}, Links: links}
	for i := range parts {
		n := string(rune('1' + i))
		view.Parts = append(view.Parts, page.NewAboutPart(t.Text(topic+".kop"+n), t.Text(topic+".tekst"+n)))
	}
	return s.render(w, http.StatusOK, "about", view)
}

// ownRules are the links to the organisation's own rules.
func (s *Site) ownRules(who vpt.Actor) []page.Link {
	t := s.text(who)
	links := []page.Link{{Label: t.Text("help.huisregels"), Href: "/huisregels"}, {Label: t.Text("help.teamnormen"), Href: "/teamnormen"}}
	if who.Handles() || who.Has(vpt.RoleDirector) || who.Has(vpt.RoleAdministrator) {
		links = append(links, page.Link{Label: t.Text("help.protocol"), Href: protocolPath})
	}
	return links
}
