package web_test

import (
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// fill types into fields, in the order given: selector, text, selector, text.
func fill(p *browsertest.Page, selectorsAndTexts ...string) {
	for i := 0; i+1 < len(selectorsAndTexts); i += 2 {
		p.Click(selectorsAndTexts[i])
		p.Type(selectorsAndTexts[i+1])
	}
}

// sent sends the form of a page and fails unless it led back to the case.
func sent(t *testing.T, p *browsertest.Page, casefile string) {
	t.Helper()
	p.ClickAndLoad("main form button[type=submit]")
	if !strings.HasSuffix(p.URL(), "/zaken/"+casefile) {
		t.Fatalf("after sending we are at %s: %s", p.URL(), p.Text("main"))
	}
	accessible(t, p)
}

// caseJourney is a report on its way through the hands of its manager, with
// what its reporter may read at each moment.
type caseJourney struct {
	*loopback
	t                *testing.T
	manager          *browsertest.Page
	reporter         *browsertest.Page
	report, casefile string
}

// act goes from the page of the case to an act by its link there, and checks
// the page of the act.
func (j *caseJourney) act(link string) {
	j.t.Helper()
	j.manager.ClickAndLoad("main a[href='/zaken/" + j.casefile + "/" + link + "']")
	accessible(j.t, j.manager)
}

// reads fails unless the reporter reads all of these on the page of her report.
func (j *caseJourney) reads(all ...string) {
	j.t.Helper()
	j.reporter.Open(j.URL + "/meldingen/" + j.report)
	text := j.reporter.Text("main")
	for _, want := range all {
		if !strings.Contains(text, want) {
			j.t.Errorf("the reporter does not read %q:\n%s", want, text)
		}
	}
	for _, hidden := range []string{"geheime-notitie", "eerste keer, dus licht", "grijze jas", "PL-2026-77", "2: ernstig", "Getuige", "behandelaars"} {
		if strings.Contains(text, hidden) {
			j.t.Errorf("the reporter reads %q, which is not hers:\n%s", hidden, text)
		}
	}
}

func TestJourney_ManagerWorksACaseAndTheReporterSeesWhatIsHers(t *testing.T) {
	h := newLoopback(t)
	report, casefile := h.Report("rosa", nil)
	j := &caseJourney{
		loopback: h, t: t, manager: h.visit(t, "mila", browsertest.Options{Width: 1280, Height: 900}), reporter: h.visit(t, "rosa", phone(false)),
		report: report, casefile: casefile,
	}
	j.reads("Mila van Dijk", "Je deed een melding")
	j.manager.Open(h.URL + "/werkvoorraad")
	if got := j.manager.Text(".rd-card"); !strings.Contains(got, "Rosa de Wit") || !strings.Contains(got, "Beoordeel de zaak") {
		t.Fatalf("the worklist shows %q", got)
	}
	accessible(t, j.manager)
	j.assessAndReact()
	j.careAndPolice()
	j.tellAndClose()
	v, err := h.App.CaseByNumber(t.Context(), h.Actor("mila"), casefile)
	h.Must(err)
	if v.Case.State != vpt.CaseClosed || len(v.Measures) != 1 || len(v.Police) != 1 || len(v.Feedback) != 1 {
		t.Errorf("the case is %s with %d measures, %d police records, %d times feedback", v.Case.State, len(v.Measures), len(v.Police), len(v.Feedback))
	}
}

// assessAndReact: from the worklist to the assessment, instigator and measure.
func (j *caseJourney) assessAndReact() {
	p := j.manager
	j.act("beoordelen")
	p.ClickAndLoad("main form button[type=submit]") // nothing is chosen yet
	if !p.HasFocus("#fouten") {
		j.t.Errorf("the focus is on %s, not on the summary of errors", p.Focused())
	}
	accessible(j.t, p)
	p.Click("#veld-verdict")
	p.Click("#veld-class-2")
	p.Click("#veld-privateRisk")
	sent(j.t, p, j.casefile)
	j.reads("Mila van Dijk heeft beoordeeld wat er gebeurde", "Schelden, beledigen")

	j.act("veroorzaker")
	p.Click("#veld-relation")
	p.Type("Inwoner")
	fill(p, "#veld-description", "man met grijze jas")
	sent(j.t, p, j.casefile)
	j.act("maatregelen")
	p.Click("#veld-kind")
	p.Type("Lichte")
	fill(p, "#veld-reason", "eerste keer, dus licht")
	sent(j.t, p, j.casefile)
	j.reads("Mila van Dijk heeft beslist over een reactie naar de ander", "Lichte waarschuwing")
}

// careAndPolice: a talk is planned, the police are told, a note is kept.
func (j *caseJourney) careAndPolice() {
	p := j.manager
	p.ClickAndLoad(".rd-card a[href^='/zaken/" + j.casefile + "/gesprekken/']")
	accessible(j.t, p)
	fill(p, "#veld-on", "morgen", "#veld-time", "half 3")
	sent(j.t, p, j.casefile)
	j.reads("Er is een gesprek met je gepland")

	j.act("politie")
	p.Click("#veld-kind")
	fill(p, "#veld-reference", "PL-2026-77")
	sent(j.t, p, j.casefile)
	j.reads("De politie weet ervan")

	j.act("notities")
	fill(p, "#veld-text", "geheime-notitie")
	sent(j.t, p, j.casefile)
	j.reads("Je deed een melding")
}

// tellAndClose: feedback, the last tracks, the closing message.
func (j *caseJourney) tellAndClose() {
	p := j.manager
	j.act("sluiten")
	if got := p.Text("main"); !strings.Contains(got, "Het spoor schade is nog niet klaar.") || p.Count("main form button[type=submit]") != 0 {
		j.t.Errorf("the case can be closed too early: %s", got)
	}
	p.Open(j.URL + "/zaken/" + j.casefile)
	j.act("terugkoppeling")
	fill(p, "#veld-text", "We hebben hem een brief gestuurd.")
	sent(j.t, p, j.casefile)
	j.reads("We hebben hem een brief gestuurd.")
	for page, track := range map[string]string{"schade": "schade", "analyse": "leren"} {
		j.act(page)
		j.act("sporen/" + track)
		p.Click("#veld-state-klaar")
		sent(j.t, p, j.casefile)
	}
	j.act("sluiten")
	fill(p, "#veld-message", "Dank je wel dat je dit hebt gemeld.")
	sent(j.t, p, j.casefile)
	j.reads("Mila van Dijk heeft de zaak afgerond", "Dank je wel dat je dit hebt gemeld.")
	if got := p.Text("h1 + .rd-badge"); got != "Gesloten" {
		j.t.Errorf("the case says %q", got)
	}
}
