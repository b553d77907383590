package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// plannedTalk is a talk of rosa that pia holds.
type plannedTalk struct{ report, casefile, talk string }

func request(method, path string) *http.Request { return httptest.NewRequest(method, path, nil) }

func plannedWithPia(d *desk) plannedTalk {
	ctx := context.Background()
	report, number := d.Report("rosa", nil)
	v, err := d.App.CaseByNumber(ctx, d.Actor("mila"), number)
	d.Must(err)
	talk := v.Talks[0].ID
	d.Must(d.App.PlanTalk(ctx, d.Actor("mila"), vpt.PlanTalk{Case: number, Talk: talk, On: "2026-11-19", Time: "14:00", With: d.People["pia"], Site: d.Sites["Stadhuis"]}))
	return plannedTalk{report, number, string(talk)}
}

func TestCarePages_OfAPeer(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	body := d.get("pia", "/opvang", http.StatusOK)
	mustHave(t, body, "Rosa de Wit", "Stadhuis", "Do 19 november 14:00", "/opvang/"+h.talk, "gesprek.ics")
	for _, secret := range []string{h.casefile, h.report, "V2", "schold", "balie"} {
		if strings.Contains(body, secret) {
			t.Errorf("the page of a peer says %q", secret)
		}
	}
	for _, path := range []string{"/zaken/" + h.casefile, "/meldingen/" + h.report, "/werkvoorraad", "/zaken/" + h.casefile + "/gesprekken/" + h.talk} {
		d.get("pia", path, http.StatusNotFound)
	}
	for _, who := range []string{"rosa", "mila", "cora", "otto"} {
		d.get(who, "/opvang/"+h.talk, http.StatusNotFound)
		if answer := d.post(who, "/opvang/"+h.talk, url.Values{"state": {"gehouden"}, "on": {"vandaag"}}); answer.Code != http.StatusNotFound {
			t.Errorf("%s closes pia's talk: %d", who, answer.Code)
		}
	}
	mustHave(t, d.get("pia", "/opvang/"+h.talk, http.StatusOK), "Gesprek met Rosa de Wit", "vandaag")
	answer := d.post("pia", "/opvang/"+h.talk, url.Values{"state": {"gehouden"}, "on": {"morgen"}})
	mustHave(t, answer.Body.String(), "Deze dag moet nog komen", `value="morgen"`)
	d.Clock.Advance(3 * 24 * time.Hour)
	if answer = d.post("pia", "/opvang/"+h.talk, url.Values{"state": {"gehouden"}, "on": {"gisteren"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("pia", "/opvang", http.StatusOK), "Geweest", "Gehouden", "19 november 2026")
	mustHave(t, d.get("mila", "/zaken/"+h.casefile, http.StatusOK), "Gesprek 2 met Rosa de Wit", "Verwijscheck bij Rosa de Wit")
}

func TestCarePages_PlanningShowsWhoIsThere(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	if answer := d.post("pia", "/opvang/rooster", url.Values{"awayFrom": {"23 november"}, "awayUntil": {"ooit"}}); answer.Code != http.StatusUnprocessableEntity || !strings.Contains(answer.Body.String(), `value="ooit"`) {
		t.Errorf("%d", answer.Code)
	}
	if answer := d.post("pia", "/opvang/rooster", url.Values{"awayFrom": {"23 november"}, "awayUntil": {"27 november"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
	for _, who := range []string{"pia", "cora"} {
		mustHave(t, d.get(who, "/opvang/rooster", http.StatusOK), "Pia Ramdin", "23 november tot en met 27 november 2026", "Iedereen")
	}
	for _, who := range []string{"rosa", "mila", "bea", "dora"} {
		d.get(who, "/opvang/rooster", http.StatusNotFound)
	}
	at := "/zaken/" + h.casefile + "/gesprekken/" + h.talk
	body := d.get("mila", at, http.StatusOK)
	if peer, handler := strings.Index(body, "Pia Ramdin, collegiale opvanger"), strings.Index(body, "Cora Jansen"); peer < 0 || handler < 0 || peer > handler {
		t.Errorf("the peer who is there does not come first: %d and %d", peer, handler)
	}
	answer := d.post("mila", at, url.Values{"on": {"24 november"}, "time": {"10:00"}, "with": {string(d.People["pia"])}})
	body = answer.Body.String()
	mustHave(t, body, "Deze opvanger is er die dag niet", "afwezig 23 november")
	if strings.Index(body, "Pia Ramdin") < strings.Index(body, "Cora Jansen") {
		t.Error("a peer who is away on the day that was typed comes first")
	}
}

func TestReportPage_DeclineATalk(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	mustHave(t, d.get("rosa", "/meldingen/"+h.report, http.StatusOK), "Ik hoef geen gesprek", "/gesprekken/"+h.talk+"/afzien", "gesprek.ics", "Gesprek met Pia Ramdin")
	if answer := d.post("anna", "/gesprekken/"+h.talk+"/afzien", nil); answer.Code != http.StatusNotFound {
		t.Errorf("anna declines for rosa: %d", answer.Code)
	}
	for range 2 { // twice is no error
		answer := d.post("rosa", "/gesprekken/"+h.talk+"/afzien", nil)
		if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != "/meldingen/"+h.report {
			t.Fatalf("%d to %s", answer.Code, answer.Header().Get("Location"))
		}
	}
	if body := d.get("rosa", "/meldingen/"+h.report, http.StatusOK); strings.Contains(body, "Ik hoef geen gesprek") || !strings.Contains(body, "Je wilde dit gesprek niet") {
		t.Error("the talk is still offered")
	}
}

func TestTaskPages(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	mustHave(t, d.get("mila", "/taken", http.StatusOK), "Beoordeel de zaak", h.casefile, "De zaak is van jou", "/zaken/"+h.casefile+"/beoordelen")
	body := d.get("pia", "/taken", http.StatusOK)
	mustHave(t, body, "Gesprek met Rosa de Wit", "/opvang/"+h.talk)
	if strings.Contains(body, h.casefile) {
		t.Error("the task of a peer names the case")
	}
	mustHave(t, d.get("dora", "/taken", http.StatusOK), "Je hebt nu niets te doen")
	mustHave(t, d.get("mila", "/", http.StatusOK), "Je hebt 1 taak. Te laat: 0.", `href="/taken"`)
	d.Clock.Advance(3 * 24 * time.Hour)
	mustHave(t, d.get("mila", "/taken", http.StatusOK), `id="te-laat"`, "Termijn voorbij: Melding bij de politie of aangifte")
	if body := d.get("rosa", "/", http.StatusOK); strings.Contains(body, `href="/taken"`) {
		t.Error("who has no role is led to tasks")
	}
}

func TestPausePage(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	at := "/zaken/" + number + "/termijnen/reactie"
	mustHave(t, d.get("mila", at, http.StatusOK), "wo 18 november 2026 10:00", "Hooguit 30 dagen")
	for _, path := range []string{"/termijnen/opvang", "/termijnen/onzin"} {
		d.get("mila", "/zaken/"+number+path, http.StatusNotFound)
	}
	for _, who := range []string{"rosa", "wout", "dora", "bea"} {
		d.get(who, at, http.StatusNotFound)
	}
	mustHave(t, d.post("mila", at, url.Values{"until": {"1 maart"}, "why": {"de politie vroeg het"}}).Body.String(), "hooguit 30 dagen", "de politie vroeg het")
	if answer := d.post("mila", at, url.Values{"until": {"vrijdag"}, "why": {"de politie vroeg het"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), "Staat stil tot en met 20 november 2026: de politie vroeg het")
	mustHave(t, d.get("mila", at, http.StatusOK), "Laat de termijn weer lopen", `value="stil"`)
	if answer := d.post("mila", at, url.Values{"gezien": {"stil"}}); answer.Code != http.StatusSeeOther {
		t.Errorf("%d", answer.Code)
	}
	mustHave(t, d.get("mila", at, http.StatusOK), "Eerder stilgezet", "Zet de termijn stil")
}

func TestHandOverPages(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	mila := string(d.People["mila"])
	mustHave(t, d.get("cora", "/werkvoorraad/overdragen", http.StatusOK), "Mila van Dijk", "Pia Ramdin")
	mustHave(t, d.get("cora", "/werkvoorraad/overdragen?van="+mila, http.StatusOK), h.casefile, "Wat Mila van Dijk nu heeft", "Wout El Amrani")
	body := d.get("bea", "/beheer/personen/"+mila+"/overdragen", http.StatusOK)
	mustHave(t, body, "Wat Mila van Dijk nu heeft", "Je ziet aantallen")
	if strings.Contains(body, h.casefile) {
		t.Error("the administrator reads a number")
	}
	mustHave(t, d.get("bea", "/beheer/personen/"+mila, http.StatusOK), "Draag alle zaken over", "/beheer/personen/"+mila+"/overdragen")
	for _, who := range []string{"mila", "rosa", "dora", "pia", "ada"} {
		d.get(who, "/werkvoorraad/overdragen", http.StatusNotFound)
		d.get(who, "/beheer/personen/"+mila+"/overdragen", http.StatusNotFound)
	}
	d.get("bea", "/werkvoorraad/overdragen?van="+mila, http.StatusNotFound)
	mustHave(t, d.post("bea", "/beheer/personen/"+mila+"/overdragen", nil).Body.String(), "Kies wie het overneemt", "<title>Fout")
	if answer := d.post("bea", "/beheer/personen/"+mila+"/overdragen", url.Values{"handTo": {string(d.People["wout"])}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("bea", "/beheer/personen/"+mila+"/overdragen", http.StatusOK), "Mila van Dijk heeft niets openstaan")
	mustHave(t, d.get("wout", "/zaken/"+h.casefile, http.StatusOK), "Wout El Amrani")
}

func TestTimesPage(t *testing.T) {
	d := newDesk(t)
	for range 6 {
		plannedWithPia(d)
	}
	d.Report("wim", nil)
	body := d.get("dora", "/cijfers/doorlooptijden?periode=2026-H2", http.StatusOK)
	mustHave(t, body, "Bij de helft van de meldingen hoorde de melder binnen een minuut iets van ons.", "Hoe lang het duurde: Alles samen", "Hoe lang het duurde: Eerste contact met de melder", "Balie", "Werk", "te weinig", "vorm=xlsx")
	if body := d.get("wout", "/cijfers/doorlooptijden?periode=2026-H2", http.StatusOK); strings.Contains(body, "Balie") || !strings.Contains(body, "Je ziet alleen je eigen onderdelen") {
		t.Error("a manager sees another unit")
	}
	for _, who := range []string{"rosa", "bea", "pia", "sven"} {
		d.get(who, "/cijfers/doorlooptijden", http.StatusNotFound)
		d.get(who, "/cijfers/doorlooptijden/download?vorm=csv", http.StatusNotFound)
	}
	mustHave(t, d.get("ada", "/cijfers/doorlooptijden?periode=eigen&datumVanaf=ooit&datumTot=1-7-2026", http.StatusUnprocessableEntity), `value="ooit"`, "<title>Fout")
	for _, form := range []string{"csv", "xlsx", "ods"} {
		answer := d.ask("ada", request(http.MethodGet, "/cijfers/doorlooptijden/download?periode=2026-H2&vorm="+form))
		if answer.Code != http.StatusOK || !strings.Contains(answer.Header().Get("Content-Disposition"), "doorlooptijden-2026-07-01-2026-12-31."+form) {
			t.Errorf("%s: %d %v", form, answer.Code, answer.Header())
		}
		if form == "csv" {
			mustHave(t, answer.Body.String(), "Alles samen;eerste-contact;", "\nBalie;eerste-contact;Eerste contact met de melder;6;")
		}
	}
	d.get("ada", "/cijfers/doorlooptijden/download?vorm=doc", http.StatusNotFound)
}

func TestCareSettingPages(t *testing.T) {
	d := newDesk(t)
	mustHave(t, d.get("bea", "/beheer/opvang", http.StatusOK), "Je gebruikt nu de standaard", `name="care.3.until"`, `value="72"`, "Nog een stap")
	form := url.Values{
		"care.0.name": {"Belrondje"}, "care.0.kind": {"gesprek"}, "care.0.after": {"melding"}, "care.0.until": {"24"}, "care.0.unit": {"uren"}, "care.0.for": {"getroffene", "naaste"},
		"care.1.kind": {"gesprek"}, "care.1.after": {"eerste-gesprek"}, "care.1.until": {""}, "care.1.unit": {"dagen"},
		"care.2.kind": {"verwijscheck"}, "care.2.after": {"eerste-gesprek"}, "care.2.from": {"vijf"}, "care.2.until": {"42"}, "care.2.unit": {"dagen"}, "care.2.for": {"getroffene"},
	}
	mustHave(t, d.post("bea", "/beheer/opvang", form).Body.String(), `value="vijf"`, "<title>Fout")
	form.Set("care.2.from", "")
	if answer := d.post("bea", "/beheer/opvang", form); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
	body := d.get("bea", "/beheer/opvang", http.StatusOK)
	mustHave(t, body, `value="Belrondje"`, `name="care.1.until"`, `value="42"`, "Gebruik weer de standaard")
	if body := d.get("bea", "/beheer/termijnen", http.StatusOK); strings.Contains(body, "careHours") || !strings.Contains(body, "De gesprekken stel je in bij Opvang") {
		t.Error("two pages set the term of the first talk")
	}
	if answer := d.post("bea", "/beheer/termijnen", url.Values{"reactionHours": {"24"}, "policeDays": {"2"}, "feedbackDays": {"4"}}); answer.Code != http.StatusSeeOther {
		t.Errorf("the other terms cannot be saved: %d %s", answer.Code, answer.Body)
	}
	form.Set("care.0.after", "eerste-gesprek")
	mustHave(t, d.post("bea", "/beheer/opvang", form).Body.String(), "De eerste stap is een gesprek na de melding")
	d.post("bea", "/beheer/opvang", url.Values{"terug": {"ja"}})
	mustHave(t, d.get("bea", "/beheer/opvang", http.StatusOK), "Je gebruikt nu de standaard")
	mustHave(t, d.post("bea", "/beheer/herinneringen", url.Values{"coordinatorDays": {"twee"}, "directorDays": {"3"}}).Body.String(), `value="twee"`)
	if answer := d.post("bea", "/beheer/herinneringen", url.Values{"coordinatorDays": {"2"}, "directorDays": {"4"}}); answer.Code != http.StatusSeeOther {
		t.Errorf("%d", answer.Code)
	}
	mustHave(t, d.get("bea", "/beheer/herinneringen", http.StatusOK), `value="2"`, `value="4"`)
	for _, path := range []string{"/beheer/opvang", "/beheer/herinneringen"} {
		for _, who := range []string{"mila", "cora", "rosa", "dora"} {
			d.get(who, path, http.StatusNotFound)
		}
	}
}

func TestAccountPage_WhenToBeMailed(t *testing.T) {
	d := newDesk(t)
	mustHave(t, d.get("mila", "/account", http.StatusOK), "Eén mail in de ochtend", `action="/account/mail"`)
	if strings.Contains(d.get("rosa", "/account", http.StatusOK), "/account/mail") {
		t.Error("who has no role chooses when to be mailed")
	}
	if answer := d.post("mila", "/account/mail", url.Values{"mailWhen": {"direct"}}); answer.Code != http.StatusSeeOther {
		t.Errorf("%d", answer.Code)
	}
	if d.Value(`SELECT mail_when FROM person WHERE id = $1`, string(d.People["mila"])) != "direct" {
		t.Error("not kept")
	}
}
