package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestLetterPages_ForWhoHandlesTheCase(t *testing.T) {
	d := newDesk(t)
	m := lettersOut(d.World)
	at := "/zaken/" + m.number + "/brieven"
	frozen := at + "/" + string(m.frozen)
	for _, path := range []string{
		at, at + "/nieuw?brief=pandverbod", at + "/" + string(m.draft) + "/schrijven", at + "/" + string(m.queued), frozen, frozen + "/bezorgen",
		frozen + "/bestand/pdf", frozen + "/bestand/odt", frozen + "/bestand/docx",
	} {
		for _, who := range []string{"mila", "cora"} {
			d.get(who, path, http.StatusOK)
		}
		for _, who := range []string{"rosa", "wout", "bea", "ada", "dora", "sven", "pia", "petra", "olga", "otto"} {
			d.get(who, path, http.StatusNotFound)
		}
	}
	for _, path := range []string{frozen + "/bestand/exe", at + "/onzin", at + "/nieuw?brief=verzonnen", at + "/" + string(m.draft), frozen + "/schrijven", at + "/" + string(m.queued) + "/bezorgen"} {
		d.get("mila", path, http.StatusNotFound)
	}
	for path, form := range map[string]url.Values{
		at + "/nieuw": {"brief": {"lichte-waarschuwing"}, "actie": {"bewaar"}}, at + "/" + string(m.draft) + "/schrijven": {"actie": {"weg"}},
		frozen + "/bezorgen": {"way": {"post"}, "sentOn": {"vandaag"}},
	} {
		for _, who := range []string{"rosa", "wout", "olga"} {
			if answer := d.post(who, path, form); answer.Code != http.StatusNotFound {
				t.Errorf("%s sends %s: %d", who, path, answer.Code)
			}
		}
	}
	mustHave(t, d.get("mila", at, http.StatusOK), "Concept", "B-2026-00001", "Aangetekend, 17 november 2026", "nog niet", "Pandverbod")
	mustHave(t, d.get("mila", frozen, http.StatusOK), "J. Klaver", "3SRR12345", "j.klaver@voorbeeld.example", "Raadhuisplein 1")
	file := d.ask("mila", httptest.NewRequest(http.MethodGet, frozen+"/bestand/pdf", nil))
	if h := file.Header(); h.Get("Content-Type") != "application/pdf" || !strings.Contains(h.Get("Content-Disposition"), `attachment; filename="B-2026-00001.pdf"`) || !strings.HasPrefix(file.Body.String(), "%PDF-") {
		t.Errorf("%v", h)
	}
}

func TestLetterForm_FromDraftToDelivered(t *testing.T) {
	d := newDesk(t)
	number := lettersOut(d.World).number
	at := "/zaken/" + number + "/brieven"
	form := with(formOf(t, d.get("mila", at+"/nieuw?brief=lichte-waarschuwing", http.StatusOK), at+"/nieuw"), "gehoord", "getypt verhaal", "einde", "ooit")
	answer := d.post("mila", at+"/nieuw", with(form, "actie", "maak"))
	if answer.Code != http.StatusUnprocessableEntity {
		t.Fatalf("with holes: %d", answer.Code)
	}
	mustHave(t, answer.Body.String(), "getypt verhaal</textarea>", `value="ooit"`, `href="#veld-gedragingen"`, `href="#veld-einde"`)
	if answer := d.post("mila", at+"/nieuw", with(form, "actie", "bekijk")); answer.Code != http.StatusOK || !strings.Contains(answer.Body.String(), "Dit mist de brief nog") {
		t.Errorf("looking: %d", answer.Code)
	}
	form = with(form, "gedragingen", "Op 17 november schold u een medewerker uit.", "einde", "28-2-2027", "contactpersoon", "Mila van Dijk", "rechtsmiddel", "U kunt klagen.")
	looked := d.post("mila", at+"/nieuw", with(form, "actie", "bekijk")).Body.String()
	mustHave(t, looked, "28 februari 2027", "Maak de brief definitief", "<p>getypt verhaal")
	if strings.Index(looked, `value="bekijk"`) > strings.Index(looked, `value="maak"`) {
		t.Error("Enter in a field makes the letter for good")
	}
	if answer := d.post("mila", at+"/nieuw", with(form, "actie", "bewaar")); answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != at {
		t.Fatalf("keeping: %d\n%s", answer.Code, answer.Body)
	}
	id := d.Value(`SELECT id FROM letter WHERE state = 'concept' ORDER BY at DESC, id DESC LIMIT 1`)
	draft := at + "/" + id + "/schrijven"
	again := formOf(t, d.get("mila", draft, http.StatusOK), draft)
	answer = d.post("mila", draft, with(again, "actie", "maak"))
	if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != at+"/"+id {
		t.Fatalf("making: %d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", at+"/"+id, http.StatusOK), "De brief wordt gemaakt", "B-2026-00003")
	d.Must(d.App.FreezeLetter(context.Background(), apptest.System(d.Org.ID), vpt.LetterID(id)))
	refused := d.post("mila", at+"/"+id+"/bezorgen", url.Values{"way": {"aangetekend"}, "sentOn": {"morgen"}, "proof": {""}})
	if refused.Code != http.StatusUnprocessableEntity {
		t.Errorf("without proof: %d", refused.Code)
	}
	mustHave(t, refused.Body.String(), `value="morgen"`, `href="#veld-proof"`)
	if answer := d.post("mila", at+"/"+id+"/bezorgen", url.Values{"way": {"uitgereikt"}, "sentOn": {"vandaag"}, "proof": {"Anna was erbij"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("delivering: %d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", at+"/"+id, http.StatusOK), "Anna was erbij")
}

func TestLetterForm_ADraftCanBeDropped(t *testing.T) {
	d := newDesk(t)
	m := lettersOut(d.World)
	at := "/zaken/" + m.number + "/brieven"
	if answer := d.post("mila", at+"/"+string(m.draft)+"/schrijven", url.Values{"actie": {"weg"}}); answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != at {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	d.get("mila", at+"/"+string(m.draft)+"/schrijven", http.StatusNotFound)
	if strings.Contains(d.get("mila", at, http.StatusOK), "Concept") {
		t.Error("it is still in the list")
	}
}

func TestReaderLetter_ByItsLink(t *testing.T) {
	d := newDesk(t)
	m := lettersOut(d.World)
	if body := d.get("mila", "/zaken/"+m.number+"/brieven/"+string(m.frozen), http.StatusOK); strings.Contains(body, "Geopend") {
		t.Error("opened before it was")
	}
	ask := func(path string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		d.mux.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
		return answer
	}
	answer := ask(m.link)
	if answer.Code != http.StatusOK || answer.Header().Get("Referrer-Policy") != "strict-origin" {
		t.Fatalf("%d, %v", answer.Code, answer.Header())
	}
	body := answer.Body.String()
	mustHave(t, body, "Een brief voor u", "Gemeente Toetsdam", "J. Klaver", m.link+"/pdf")
	for _, not := range []string{"3SRR12345", "Gemaakt door", "/zaken/", "bezorgd"} {
		if strings.Contains(body, not) {
			t.Errorf("the reader sees %q", not)
		}
	}
	mustHave(t, d.get("mila", "/zaken/"+m.number+"/brieven/"+string(m.frozen), http.StatusOK), "Geopend")
	for _, format := range []string{"pdf", "odt", "docx"} {
		if got := ask(m.link + "/" + format); got.Code != http.StatusOK || got.Body.Len() < 1000 {
			t.Errorf("%s: %d, %d bytes", format, got.Code, got.Body.Len())
		}
	}
	d.Clock.Advance(vpt.LetterLinkFor)
	gone := ask(m.link)
	never := ask("/brief/nooit-gegeven")
	if gone.Code != http.StatusNotFound || never.Code != http.StatusNotFound || gone.Body.String() != never.Body.String() {
		t.Errorf("expired: %d, never given: %d", gone.Code, never.Code)
	}
	mustHave(t, gone.Body.String(), "Deze link werkt niet meer", "60 dagen")
	if got := ask(m.link + "/pdf"); got.Code != http.StatusNotFound {
		t.Errorf("the file of an expired link: %d", got.Code)
	}
}

func TestLetterPage_AMailInDoubtIsAskedAbout(t *testing.T) {
	d := newDesk(t)
	m := lettersOut(d.World)
	d.Exec(`UPDATE delivery SET state = 'onzeker' WHERE way = 'e-mail'`)
	at := "/zaken/" + m.number + "/brieven/" + string(m.frozen)
	act := at + "/bezorgingen/" + d.Value(`SELECT id FROM delivery WHERE way = 'e-mail'`)
	mustHave(t, d.get("mila", at, http.StatusOK), "niet zeker of deze mail is aangekomen", act)
	if answer := d.post("wout", act, url.Values{"actie": {"opnieuw"}}); answer.Code != http.StatusNotFound {
		t.Errorf("wout decides: %d", answer.Code)
	}
	if answer := d.post("mila", act, url.Values{"actie": {"opnieuw"}}); answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != at {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	if state := d.Value(`SELECT state FROM delivery WHERE way = 'e-mail'`); state != string(vpt.MailQueued) {
		t.Errorf("%s", state)
	}
	if to := d.ask("mila", httptest.NewRequest(http.MethodGet, act, nil)).Header().Get("Location"); to != at {
		t.Errorf("reloading leads to %q", to)
	}
}
