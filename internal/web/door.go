package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// doorPage shows what holds today at a door. The building and the place stand
// in the address; what is searched for never does.
func (s *Site) doorPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	q := r.URL.Query()
	return s.showDoor(w, r, who, vpt.SiteID(q.Get("gebouw")), vpt.DoorChannel(q.Get("plek")), vpt.Private{})
}

// searchDoor is the same for who has no script.
func (s *Site) searchDoor(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showDoor(w, r, who, vpt.SiteID(line(r, "gebouw")), vpt.DoorChannel(line(r, "plek")), private(r, "zoek"))
}

func (s *Site) showDoor(w http.ResponseWriter, r *http.Request, who vpt.Actor, site vpt.SiteID, channel vpt.DoorChannel, query vpt.Private) error {
	v, err := s.app.MeasuresAtDoor(r.Context(), who, site, channel)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("deur.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "door", page.NewDoorPage(shell, t, v, query))
}
