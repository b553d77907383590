package web_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// casePages are the addresses of a case that a handler may ask for.
func casePages(number string) []string {
	return []string{"", "/afdrukken", "/beoordelen", "/veroorzaker", "/maatregelen", "/politie", "/sporen/schade", "/betrokkenen", "/notities",
		"/terugkoppeling", "/sluiten", "/samenvoegen"}
}

func TestCasePages_ForWhoHandlesThem(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	_, milas := d.Report("mila", nil)
	for _, path := range casePages(number) {
		for _, who := range []string{"mila", "cora"} {
			d.get(who, "/zaken/"+number+path, http.StatusOK)
		}
		for _, who := range []string{"rosa", "wout", "dirk", "bea", "ada", "olga", "otto"} {
			d.get(who, "/zaken/"+number+path, http.StatusNotFound)
		}
		d.get("mila", "/zaken/"+milas+path, http.StatusNotFound)
	}
	d.get("cora", "/zaken/"+number+"/overdragen", http.StatusOK)
	for _, path := range []string{"/overdragen", "/heropenen", "/splitsen", "/sporen/onzin", "/gesprekken/onzin", "/veroorzaker?wie=onzin"} {
		d.get("mila", "/zaken/"+number+path, http.StatusNotFound)
	}
	for _, who := range []string{"rosa", "wout", "olga"} {
		answer := d.post(who, "/zaken/"+number+"/notities", url.Values{"text": {"x"}, "visible": {"behandelaars"}})
		if answer.Code != http.StatusNotFound {
			t.Errorf("%s wrote a note: %d", who, answer.Code)
		}
	}
}

func TestCaseActs_ByForm(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	v, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	talk := "/gesprekken/" + string(v.Talks[0].ID)
	for _, act := range []struct {
		path string
		form url.Values
		want string // on the page of the case afterwards
	}{
		{"/beoordelen", url.Values{"verdict": {"agressie"}, "kinds": {"V2", "B"}, "class": {"2"}, "privateRisk": {"nee"}}, "2: ernstig"},
		{"/veroorzaker", url.Values{"kind": {"onbekend"}, "relation": {"inwoner"}, "description": {"Een man met een grijze jas"}}, "grijze jas"},
		{"/maatregelen", url.Values{"kind": {"M1"}, "reason": {"Eerste keer"}, "decideOn": {"vandaag"}, "endsOn": {"1-3"}}, "Geldt tot en met 1 maart 2027"},
		{"/politie", url.Values{"kind": {"melding"}, "doneOn": {"vandaag"}, "reference": {"PL-0042"}}, "PL-0042"},
		{talk, url.Values{"on": {"vrijdag"}, "time": {"half 3"}, "withName": {"Bo van het opvangteam"}}, "Bo van het opvangteam"},
		{talk + "/afronden", url.Values{"state": {"gehouden"}, "on": {"vandaag"}}, "Gesprek 2 met Rosa de Wit"},
		{"/betrokkenen", url.Values{"role": {"getuige"}, "lookup": {"anna@toetsdam.example"}}, "Anna Yılmaz"},
		{"/notities", url.Values{"text": {"Gebeld met Rosa"}, "visible": {"behandelaars"}}, "Gebeld met Rosa"},
		{"/sporen/schade", url.Values{"state": {"niet-van-toepassing"}, "why": {"Niets kapot"}}, "Niets kapot"},
		{"/terugkoppeling", url.Values{"text": {"Hij krijgt een brief."}}, "Hij krijgt een brief."},
	} {
		answer := d.post("mila", "/zaken/"+number+act.path, act.form)
		if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != "/zaken/"+number {
			t.Fatalf("%s: %d to %q\n%s", act.path, answer.Code, answer.Header().Get("Location"), answer.Body)
		}
		mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), act.want)
	}
	at := `href="/zaken/` + number
	mustHave(t, d.get("mila", "/zaken/"+number+"/sluiten", http.StatusOK), "De zaak kan nog niet dicht", at+`/analyse">Het spoor leren is nog niet klaar.</a>`)
	if answer := d.post("mila", "/zaken/"+number+"/sluiten", url.Values{"message": {"Dank je"}}); answer.Code != http.StatusUnprocessableEntity {
		t.Errorf("closing too early: %d", answer.Code)
	}
}

// What keeps a case open leads to where it is done.
func TestCloseForm_LeadsToWhatIsMissing(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	v, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	body := d.get("mila", "/zaken/"+number+"/sluiten", http.StatusOK)
	for _, missing := range []struct{ path, text string }{
		{"/beoordelen", "De zaak is nog niet beoordeeld."},
		{"/gesprekken/" + string(v.Talks[0].ID), "Het spoor opvang is nog niet klaar."},
		{"/maatregelen", "Het spoor veroorzaker is nog niet klaar."},
		{"/politie", "Het spoor politie is nog niet klaar."},
		{"/schade", "Het spoor schade is nog niet klaar."},
		{"/analyse", "Het spoor leren is nog niet klaar."},
		{"/terugkoppeling", "De melder heeft nog niets gehoord."},
	} {
		mustHave(t, body, `href="/zaken/`+number+missing.path+`">`+missing.text)
		d.get("mila", "/zaken/"+number+missing.path, http.StatusOK)
	}
}

// Who may not hand a case over is told whom to ask; who may is not.
func TestCasePage_SaysWhoHandsACaseOver(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	const ask = "Wil je deze zaak overdragen? Vraag het je coördinator."
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), ask)
	for who, path := range map[string]string{"cora": "", "mila": "/afdrukken"} {
		if strings.Contains(d.get(who, "/zaken/"+number+path, http.StatusOK), ask) {
			t.Errorf("%s is told to ask the coordinator at %q", who, path)
		}
	}
}

func TestCaseActs_WhatWasTypedStays(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	for path, form := range map[string]url.Values{
		"/beoordelen":     {"verdict": {"geen-agressie"}, "kinds": {"S1"}},
		"/maatregelen":    {"kind": {"M8"}, "reason": {"getypte-tekst"}, "decideOn": {"vandaag"}},
		"/politie":        {"kind": {"niet-gedaan"}, "reference": {"getypte-tekst"}},
		"/veroorzaker":    {"kind": {"bekend"}, "description": {"getypte-tekst"}},
		"/notities":       {"visible": {"ook-melder"}},
		"/betrokkenen":    {"role": {"getuige"}, "lookup": {"getypte-tekst"}},
		"/terugkoppeling": {"text": {strings.Repeat("x", 30_000)}},
		"/samenvoegen":    {"from": {"Z-2026-77777"}},
	} {
		answer := d.post("mila", "/zaken/"+number+path, form)
		if answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", path, answer.Code)
		}
		body := answer.Body.String()
		mustHave(t, body, `id="fouten"`)
		for _, values := range form {
			if strings.HasPrefix(values[0], "getypte") || strings.HasPrefix(values[0], "Z-") {
				mustHave(t, body, values[0])
			}
		}
	}
}

func TestMergedCase_LeadsOn(t *testing.T) {
	d := newDesk(t)
	_, a := d.Report("rosa", nil)
	_, b := d.Report("anna", nil)
	mustHave(t, d.get("mila", "/zaken/"+a+"/samenvoegen", http.StatusOK), b, "november 2026", " · Balie")
	if answer := d.post("mila", "/zaken/"+a+"/samenvoegen", url.Values{"similar": {b}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("merging: %d %s", answer.Code, answer.Body)
	}
	answer := d.post("mila", "/zoeken", nil)
	if answer.Code == http.StatusOK {
		t.Error("searching by POST")
	}
	if got := d.getAway("mila", "/zaken/"+b); got != "/zaken/"+a {
		t.Errorf("the merged case leads to %q", got)
	}
	if got := d.getAway("mila", "/zoeken?nummer=M-2026-00002"); got != "/zaken/"+a {
		t.Errorf("the number of its report leads to %q", got)
	}
	if got := d.getAway("mila", "/zoeken?nummer=m2026-2"); got != "/zaken/"+a {
		t.Errorf("its number without noughts leads to %q", got)
	}
	mustHave(t, d.get("mila", "/zoeken?nummer=Rosa", http.StatusNotFound), "Dit nummer kennen we niet")
	d.get("rosa", "/zoeken?nummer=M-2026-00002", http.StatusNotFound)
	if answer := d.post("mila", "/zaken/"+a+"/splitsen", url.Values{}); answer.Code != http.StatusSeeOther {
		t.Fatalf("splitting: %d", answer.Code)
	}
	d.get("mila", "/zaken/"+b, http.StatusOK)
}

// getAway asks for a page that leads elsewhere and gives where.
func (d *desk) getAway(name, path string) string {
	d.T.Helper()
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, path, nil)
	d.Must(err)
	answer := d.ask(name, r)
	if answer.Code != http.StatusSeeOther {
		d.T.Fatalf("GET %s: %d", path, answer.Code)
	}
	return answer.Header().Get("Location")
}

func TestWorklistPage(t *testing.T) {
	d := newDesk(t)
	mustHave(t, d.get("mila", "/werkvoorraad", http.StatusOK), "Hier komen de zaken waar jij iets mee moet")
	_, number := d.Report("rosa", func(in *vpt.ReportIncident) { in.Choice = vpt.ChoiceDoubt })
	d.Clock.Advance(26 * time.Hour)
	d.Report("leo", nil)
	body := d.get("mila", "/werkvoorraad", http.StatusOK)
	mustHave(t, body, "Rosa de Wit", "Leo Hoekstra", "Te laat", "Ik twijfel", "Bel de melder", "/zaken/"+number+"/beoordelen", "2 open, 1 te laat")
	if body = d.get("mila", "/werkvoorraad?toon=te-laat", http.StatusOK); strings.Contains(body, "Leo Hoekstra") {
		t.Error("the late ones hold one that is not late")
	}
	mustHave(t, d.get("mila", "/werkvoorraad?soort=F&vanaf=gisteren", http.StatusOK), "Geen zaken met deze keuze", `value="gisteren"`)
	for _, who := range []string{"rosa", "bea", "ada"} {
		d.get(who, "/werkvoorraad", http.StatusNotFound)
	}
	mustHave(t, d.get("mila", "/werkvoorraad?soort=onzin&klasse=x&na=y", http.StatusOK), "Geen zaken met deze keuze")
}

func TestWorklistPage_LeadsOnWithItsFilter(t *testing.T) {
	d := newDesk(t)
	for range 26 {
		d.Report("rosa", nil)
	}
	body := d.get("cora", "/werkvoorraad?onderdeel="+url.QueryEscape(string(d.Units["Balie"])), http.StatusOK)
	mustHave(t, body, "Toon de volgende", "/werkvoorraad?na=", "&amp;onderdeel="+string(d.Units["Balie"]))
	if n := strings.Count(body, `<article class="rd-card`); n != 25 {
		t.Errorf("%d cards, want 25", n)
	}
}

func TestCasePage_SaysWhoSeesWhat(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	ctx, mila := context.Background(), d.Actor("mila")
	d.Must(d.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("voor Rosa")}))
	d.Must(d.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("voor ons")}))
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), "Te zien voor: behandelaars</span>", "Te zien voor: behandelaars en de melder</span>",
		"Hij schold me uit en sloeg op de balie.", "Mila van Dijk schreef een notitie", "Rosa de Wit deed een melding", "vóór morgen 10:00")
	d.Must(d.App.DecideMeasure(ctx, mila, vpt.DecideMeasure{Case: number, Kind: "M0", Reason: vpt.NewPrivate("meteen gestopt"), DecideOn: "2026-11-17"}))
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), "meteen gestopt", "de uitleg alleen behandelaars")
}

func TestCasePage_SaysWhatIsNextAndByWhen(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), `<div class="rd-next">`, "Beoordeel de zaak", "<span>Reactie aan de veroorzaker vóór morgen 10:00</span>")
	v, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	for _, talk := range v.Talks {
		answer := d.post("mila", "/zaken/"+number+"/gesprekken/"+string(talk.ID), url.Values{"on": {"morgen"}, "withName": {"Bo"}})
		if answer.Code != http.StatusSeeOther {
			t.Fatalf("planning: %d", answer.Code)
		}
	}
	// For closing the case that is enough; nobody has talked with her yet.
	body := d.get("mila", "/zaken/"+number, http.StatusOK)
	care := body[strings.Index(body, `<h3 class="rd-track__name">Opvang</h3>`):]
	if care = care[:strings.Index(care, "</li>")]; !strings.Contains(care, "Gesprek gepland") || strings.Contains(care, "Klaar") {
		t.Errorf("the care track says %q", care)
	}
	d.Clock.Advance(26 * time.Hour)
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), `<p class="rd-due rd-due--late">`)
}
