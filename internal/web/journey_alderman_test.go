package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// aldermanJourney is a threat against an alderman at home: Wim, whose unit the
// administrator closes, and Dirk, who handles what is reported there.
type aldermanJourney struct {
	*loopback
	t                *testing.T
	options          browsertest.Options
	bea, wim, dirk   *browsertest.Page
	cora             *browsertest.Page
	report, casefile string
	sent             int // mails before the report
	shots            int
}

// TestJourney_Alderman: the administrator makes a closed circle, an alderman
// reports a threat at his home, its handler helps him, and nobody else finds it.
// Then a case from outside is moved into the circle.
func TestJourney_Alderman(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		j := &aldermanJourney{loopback: h, t: t, options: o}
		j.bea, j.wim, j.dirk, j.cora = h.visit(t, "bea", o), h.visit(t, "wim", o), h.visit(t, "dirk", o), h.visit(t, "cora", o)
		j.unitMade()
		j.aldermanMoves()
		j.refusedAndGiven()
		j.closed()
		j.threatened()
		j.onlyTheCircleIsTold()
		j.assessed()
		j.policeAndCare()
		j.notFound("cora")
		j.notFound("dora")
		j.figures()
		j.movedIn()
	})
}

// seen checks a page of the journey that is new.
func (j *aldermanJourney) seen(p *browsertest.Page, name string, says ...string) {
	j.t.Helper()
	if dir := os.Getenv("ALDERMAN_SHOTS"); dir != "" {
		file := filepath.Join(dir, string('a'+rune(j.shots))+"-"+name+"-"+strings.Fields(j.t.Name()[strings.LastIndex(j.t.Name(), "/")+1:])[0])
		p.Screenshot(file + ".png")
		p.Dark(true)
		p.Screenshot(file + "-dark.png")
		p.Dark(false)
		j.shots++
	}
	accessible(j.t, p)
	reads(j.t, p, says...)
}

// sends sends the form of a page, which must be right.
func (j *aldermanJourney) sends(p *browsertest.Page, says ...string) {
	j.t.Helper()
	p.ClickAndLoad("main form button[type=submit].utrecht-button--primary-action")
	if p.Count("#fouten") != 0 {
		j.t.Fatalf("%s: %s", p.URL(), p.Text("#fouten"))
	}
	reads(j.t, p, says...)
}

// unitMade: Bea makes the unit of the office holders. It is not closed yet.
func (j *aldermanJourney) unitMade() {
	p := j.bea
	p.Open(j.URL + "/beheer")
	p.ClickAndLoad("main a[href='/beheer/onderdelen']")
	p.ClickAndLoad("main a[href='/beheer/onderdelen/nieuw']")
	fill(p, "#veld-name", "Griffie")
	if p.Count("#veld-circle") != 0 {
		j.t.Error("a unit can be closed before anybody handles its cases")
	}
	j.sends(p, "Griffie")
	for _, id := range j.unitIDs() {
		if j.Units["Balie"] != id && j.Units["Loket"] != id && j.Units["Werk"] != id {
			j.Units["Griffie"] = id
		}
	}
}

func (j *aldermanJourney) unitIDs() []vpt.UnitID {
	v, err := j.App.Units(j.t.Context(), j.Actor("bea"))
	j.Must(err)
	out := make([]vpt.UnitID, len(v.Units))
	for i, u := range v.Units {
		out[i] = u.ID
	}
	return out
}

// person looks somebody up in the administration.
func (j *aldermanJourney) person(name string) {
	p := j.bea
	p.Open(j.URL + "/beheer")
	p.ClickAndLoad("main a[href='/beheer/personen']")
	fill(p, "#veld-find", name+"@toetsdam.example")
	p.ClickAndLoad("main form[action='/beheer/personen/zoeken'] button")
}

func (j *aldermanJourney) unitPage() string {
	return "/beheer/onderdelen/" + string(j.Units["Griffie"])
}

// aldermanMoves: Wim is an alderman now, and belongs to that unit.
func (j *aldermanJourney) aldermanMoves() {
	p := j.bea
	j.person("wim")
	p.ClickAndLoad("main a[href$='/wijzigen']")
	fill(p, "#veld-unit", "Griffie")
	p.Press(browsertest.Tab) // closes the list
	j.sends(p, "Wim Pinas", "Griffie")
}

// refusedAndGiven: nobody handles cases there yet; Bea reads so beside the field, and
// gives Dirk the role.
func (j *aldermanJourney) refusedAndGiven() {
	p := j.bea
	p.Open(j.URL + "/beheer")
	p.ClickAndLoad("main a[href='/beheer/onderdelen']")
	p.ClickAndLoad("main a[href='" + j.unitPage() + "']")
	p.Click("#veld-circle")
	p.ClickAndLoad("main form button[type=submit].utrecht-button--primary-action")
	j.seen(p, "refused", "Geef eerst bij Personen iemand de rol leidinggevende voor dit onderdeel.")
	j.person("dirk")
	p.Click("#veld-role")
	p.Click("#veld-scope")
	fill(p, "#veld-unit", "Griffie")
	p.Press(browsertest.Tab)
	j.sends(p, "Leidinggevende", "Griffie")
	j.seen(p, "role-given")
}
