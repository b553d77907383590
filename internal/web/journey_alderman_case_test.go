package web_test

import (
	"net/http"
	"strings"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// closed: now the unit is a circle, and who handles its cases hears of it.
func (j *aldermanJourney) closed() {
	p := j.bea
	p.Open(j.URL + "/beheer/onderdelen")
	p.ClickAndLoad("main a[href='" + j.unitPage() + "']")
	p.Click("#veld-circle")
	j.sends(p, "Gesloten kring")
	j.seen(p, "units", "Griffie", "Gesloten kring")
	if mail := j.lastMail("dirk"); mail != "Je gesloten kring is gewijzigd" && mail != "kring-gewijzigd" {
		j.t.Errorf("who handles in the circle reads %q", mail)
	}
}

// lastMail lets the queue send what waits, and gives the subject of the last mail
// to somebody.
func (j *aldermanJourney) lastMail(name string) string {
	j.t.Helper()
	j.mailedTo(j.t, name)
	mails := j.Mail.Messages()
	for i := len(mails) - 1; i >= 0; i-- {
		if strings.HasPrefix(mails[i].To.Reveal(), name+"@") {
			return mails[i].Subject
		}
	}
	return ""
}

// threatened: Wim reports from his telephone what came to his home.
func (j *aldermanJourney) threatened() {
	p := j.wim
	j.sent = len(j.Mail.Messages())
	p.Open(j.URL + "/")
	p.ClickAndLoad("main a[href='/meldingen/nieuw']")
	p.Click("input[name=kinds][value=B]")
	fill(p, "#veld-account", "Na de raad kreeg ik een foto van mijn voordeur: 'we weten waar je kinderen slapen'.")
	p.Click("#veld-when")
	p.Click("#veld-channel")
	p.Type("Priv")
	p.Click("#veld-help") // now
	p.ClickAndLoad("main button[type=submit]:not([name])")
	j.seen(p, "receipt", "Dank je, we hebben het.", "Dirk Bakker", "Deze melding staat in de gesloten kring Griffie", "Wie zaken behandelt in de kring Griffie heeft bericht gekregen")
	j.report, _, _ = strings.Cut(strings.TrimPrefix(p.URL(), j.URL+"/meldingen/"), "/")
	j.casefile = j.CaseOf(j.report)
	p.ClickAndLoad("main a[href='/meldingen/" + j.report + "']")
	j.seen(p, "report", "Deze melding staat in de gesloten kring Griffie", "Dirk Bakker")
}

// onlyTheCircleIsTold: the mail leads Dirk to the case. The coordinator, and the
// manager of the unit where Wim was before, get none.
func (j *aldermanJourney) onlyTheCircleIsTold() {
	j.dirk.Open(j.mailedTo(j.t, "dirk"))
	if !strings.HasSuffix(j.dirk.URL(), "/zaken/"+j.casefile) {
		j.t.Fatalf("the mail leads to %s", j.dirk.URL())
	}
	j.onlyMailed("dirk", "wim")
	j.seen(j.dirk, "case", "Gesloten kring Griffie: alleen wie daar zaken behandelt, ziet hem.", "voordeur")
}

// onlyMailed fails when anybody else was mailed since the report.
func (j *aldermanJourney) onlyMailed(names ...string) {
	j.t.Helper()
	j.Must(j.App.DeliverMail(j.t.Context(), vpt.SystemActor(j.Org.ID, "taak:toets")))
	for _, m := range j.Mail.Messages()[j.sent:] {
		name, _, _ := strings.Cut(m.To.Reveal(), "@")
		told := false
		for _, may := range names {
			told = told || name == may
		}
		if !told {
			j.t.Errorf("%s was mailed %q about the alderman", name, m.Subject)
		}
	}
}

// assessed: very serious, and danger at home. Nobody outside hears of that either.
func (j *aldermanJourney) assessed() {
	p := j.dirk
	p.ClickAndLoad("main .rd-next a")
	reads(j.t, p, "wie er nog meer zaken behandelt in de kring Griffie, en niemand daarbuiten.")
	p.Click("#veld-verdict")
	p.Click("#veld-class-3")
	p.Click("#veld-privateRisk-ja")
	j.seen(p, "assess")
	j.sends(p, "Iemand is thuis of privé in gevaar", "Dit weet alleen wie zaken behandelt in de kring Griffie.")
	j.seen(p, "assessed")
	j.onlyMailed("dirk", "wim")
}

// policeAndCare: a complaint is filed, and a first talk planned. Wim reads both.
func (j *aldermanJourney) policeAndCare() {
	p := j.dirk
	p.ClickAndLoad("main a[href='/zaken/" + j.casefile + "/politie']")
	p.Click("#veld-kind-aangifte")
	fill(p, "#veld-reference", "PL0600-2026-88")
	j.sends(p, "PL0600-2026-88")
	p.ClickAndLoad(".rd-card a[href^='/zaken/" + j.casefile + "/gesprekken/']")
	fill(p, "#veld-on", "morgen", "#veld-time", "10:00")
	j.seen(p, "talk")
	j.sends(p)
	j.wim.Open(j.mailedTo(j.t, "wim"))
	reads(j.t, j.wim, "Gesprek met Dirk Bakker", "Morgen 10:00")
	j.wim.ClickAndLoad("main a[href='/meldingen/" + j.report + "']")
	reads(j.t, j.wim, "De politie weet ervan", "Dirk Bakker")
	j.onlyMailed("dirk", "wim")
	v, err := j.App.CaseByNumber(j.t.Context(), j.Actor("dirk"), j.casefile)
	j.Must(err)
	if !v.Case.PrivateRisk || v.Circle != "Griffie" || len(v.Police) != 1 || len(v.Talks) != 1 || v.Talks[0].State != vpt.TalkPlanned {
		j.t.Errorf("the case has risk %v, circle %q, police %+v, talks %+v", v.Case.PrivateRisk, v.Circle, v.Police, v.Talks)
	}
}

// notFound: who is outside has it neither in the worklist nor among the tasks, finds
// it by its number no more, and not at its address.
func (j *aldermanJourney) notFound(name string) {
	j.t.Helper()
	p := j.visit(j.t, name, j.options)
	for _, at := range []string{"/werkvoorraad", "/taken", "/cijfers/meldingen"} {
		if p.Open(j.URL+at) == http.StatusOK && strings.Contains(p.Text("main"), j.casefile) {
			j.t.Errorf("%s finds the case at %s:\n%s", name, at, p.Text("main"))
		}
	}
	if p.Count("#zoek-nummer") != 0 {
		fill(p, "#zoek-nummer", j.casefile)
		p.PressAndLoad(browsertest.Enter)
		if strings.Contains(p.URL(), "/zaken/") || strings.Contains(p.Text("main"), "voordeur") {
			j.t.Errorf("%s finds the case by its number: %s", name, p.Text("main"))
		}
	}
	for _, at := range []string{"/zaken/" + j.casefile, "/meldingen/" + j.report} {
		if status := p.Open(j.URL + at); status != http.StatusNotFound || strings.Contains(p.Text("main"), "voordeur") {
			j.t.Errorf("%s gets %d at %s: %s", name, status, at, p.Text("main"))
		}
	}
}

// figures: the analyst counts it. The coordinator counts it too, and reads why the
// list behind the number is empty.
func (j *aldermanJourney) figures() {
	ada := j.visit(j.t, "ada", j.options)
	ada.Open(j.URL + "/")
	ada.ClickAndLoad("a[href='/cijfers']")
	reads(j.t, ada, "is 1 melding gedaan")
	if ada.Count("main table a[href*='/cijfers/']") != 0 {
		j.t.Error("the analyst is led to a list of reports")
	}
	j.cora.Open(j.URL + "/cijfers")
	j.cora.ClickAndLoad("main a[href*='/cijfers/soort.bedreiging']")
	j.seen(j.cora, "drill", "Meldingen uit een gesloten kring tellen mee, maar staan niet in deze lijst.", "In deze lijst staan geen meldingen")
}

// movedIn: Wim's colleague of the desk took a threat against him, which came to the
// line. Cora gives it to the circle, and does not find it any more.
func (j *aldermanJourney) movedIn() {
	rosa := j.visit(j.t, "rosa", j.options)
	shortReport(rosa, j.loopback, "B", "Balie", "Een man zei aan de balie dat hij wethouder Pinas thuis opwacht.")
	j.report, _, _ = strings.Cut(strings.TrimPrefix(rosa.URL(), j.URL+"/meldingen/"), "/")
	j.casefile = j.CaseOf(j.report)
	p := j.cora
	p.Open(j.URL + "/werkvoorraad")
	p.ClickAndLoad("main a[href='/zaken/" + j.casefile + "']")
	p.ClickAndLoad("main a[href='/zaken/" + j.casefile + "/overdragen']")
	fill(p, "#veld-unit", "Griffie")
	p.Press(browsertest.Tab) // closes the list
	j.seen(p, "reassign", "Geef de zaak aan iemand anders", "Zet je hem in een gesloten kring, dan kun je hem daarna zelf niet meer zien.")
	j.sends(p, "In een gesloten kring zie je hem zelf niet meer.")
	if path(p) != "/werkvoorraad" || strings.Contains(p.Text("main"), j.casefile) {
		j.t.Errorf("after moving it Cora is at %s: %s", p.URL(), p.Text("main"))
	}
	j.dirk.Open(j.mailedTo(j.t, "dirk"))
	reads(j.t, j.dirk, "Gesloten kring Griffie", "thuis opwacht")
	rosa.Open(j.mailedTo(j.t, "rosa"))
	j.seen(rosa, "moved-report", "Dirk Bakker")
	j.notFound("cora")
	j.notFound("mila")
}
