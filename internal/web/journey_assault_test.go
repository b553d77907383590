package web_test

import (
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

// assault is a case of violence at the counter on its way through the hands of
// everybody who has a part in it: Rosa and Anna were hit, Leo saw it, Mila
// handles it, Pia talks with them.
type assault struct {
	*loopback
	t                *testing.T
	options          browsertest.Options
	rosa, mila       *browsertest.Page
	pia              *browsertest.Page
	report, casefile string
	checked          map[string]bool // pages at which a checker looked
}

func TestJourney_Assault(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		j := &assault{loopback: h, t: t, options: o, checked: map[string]bool{}, rosa: h.visit(t, "rosa", o), mila: h.visit(t, "mila", o), pia: h.visit(t, "pia", o)}
		j.reported()
		j.assessed()
		j.peopleAdded()
		j.toThePolice()
		j.dossierByNumber()
		j.firstTalks()
		j.followUps()
		j.hearingPlanned()
		j.damageClaimed()
		j.on("2026-12-21 10:00")
		j.sentenced()
		j.damageReceived()
		j.afterSixWeeks()
	})
}

// look checks a page the first time that somebody comes there.
func (j *assault) look(p *browsertest.Page, name string) {
	j.t.Helper()
	if j.checked[name] {
		return
	}
	j.checked[name] = true
	accessible(j.t, p)
}

// reported: Rosa tells what happened, and more of it.
func (j *assault) reported() {
	p := j.rosa
	p.Open(j.URL + "/")
	p.ClickAndLoad("main a[href='/meldingen/nieuw']")
	p.Click("input[name=kinds][value=F]")
	fill(p, "#veld-account", "Een man sloeg mij met een stoel. Anna Yılmaz kwam ertussen en kreeg een klap in haar gezicht. Leo Hoekstra zag het gebeuren.")
	p.Click("#veld-when")
	p.Click("#veld-channel")
	p.Type("Balie")
	p.Click("#veld-help") // now
	p.ClickAndLoad("main button[type=submit]:not([name])")
	j.look(p, "ontvangst")
	path := strings.TrimPrefix(p.URL(), j.URL+"/meldingen/")
	j.report, _, _ = strings.Cut(path, "/")
	p.ClickAndLoad("main a[href$='/meer']")
	j.look(p, "meer")
	fill(p, "#veld-letterlijk", "Ik weet jou te vinden, Rosa.")
	p.ClickAndLoad("main form button[type=submit]")
	reads(j.t, p, "Ik weet jou te vinden")
	j.look(p, "melding")
	j.casefile = j.CaseOf(j.report)
}

// goes follows a link on the page, by its end.
func (j *assault) goes(p *browsertest.Page, name, end string) {
	j.t.Helper()
	p.ClickAndLoad("main a[href$='" + end + "']")
	j.look(p, name)
}

// assessed: Mila comes from her worklist and finds it grave.
func (j *assault) assessed() {
	p := j.mila
	p.Open(j.URL + "/werkvoorraad")
	p.ClickAndLoad("main a[href='/zaken/" + j.casefile + "']")
	j.look(p, "zaak-nieuw")
	j.goes(p, "beoordelen", "/beoordelen")
	p.Click("#veld-verdict")
	p.Click("#veld-class-3")
	p.Click("#veld-privateRisk")
	p.ClickAndLoad("main form button[type=submit]")
	reads(j.t, p, "3: zeer ernstig")
}

// peopleAdded: Anna and Leo get their place, and each a plan for care.
func (j *assault) peopleAdded() {
	p := j.mila
	for i, who := range []string{"anna", "leo"} {
		j.goes(p, "betrokkenen", "/betrokkenen")
		p.Click([]string{"#veld-role", "#veld-role-getuige"}[i])
		fill(p, "#veld-lookup", who+"@toetsdam.example")
		p.ClickAndLoad("main form button[type=submit]")
	}
	reads(j.t, p, "Anna Yılmaz", "Leo Hoekstra")
}

// sends sends the form of a page; what follows is on the page that comes.
func (j *assault) sends(p *browsertest.Page, all ...string) {
	j.t.Helper()
	p.ClickAndLoad("main form button[type=submit]")
	if p.Count("#fouten") != 0 {
		j.t.Fatalf("%s: %s", p.URL(), p.Text("#fouten"))
	}
	reads(j.t, p, all...)
}
