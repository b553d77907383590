package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// A print is read on another day: the days of the screen mean nothing there.
func TestCasePrint_SaysDaysInFull(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), "vandaag 10:00", "vóór morgen 10:00")
	print := d.get("mila", "/zaken/"+number+"/afdrukken", http.StatusOK)
	mustHave(t, print, "Afgedrukt op di 17 november 2026 10:00.", "vóór wo 18 november 2026 10:00")
	for _, word := range []string{"vandaag", "gisteren", "morgen"} {
		if strings.Contains(print, word) {
			t.Errorf("the print says %q", word)
		}
	}
}

func TestAssessForm_AsksForAReasonOnlyWhenItIsNoAggression(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	empty := d.post("mila", "/zaken/"+number+"/beoordelen", url.Values{"kinds": {"V2"}, "privateRisk": {"nee"}}).Body.String()
	mustHave(t, empty, "Er klopt nog 1 ding niet", "Kies wat je vindt: agressie of niet.")
	not := d.post("mila", "/zaken/"+number+"/beoordelen", url.Values{"verdict": {"geen-agressie"}, "privateRisk": {"nee"}}).Body.String()
	mustHave(t, not, "Er klopt nog 1 ding niet", "Leg uit waarom.")
}

// Nobody is told to be safe by a form: the answer is hers to give, and what she
// typed stays when she forgets it.
func TestAssessForm_AsksAboutDangerInPrivate(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	path, chosen := "/zaken/"+number+"/beoordelen", regexp.MustCompile(`name="privateRisk" value="(ja|nee)"[^>]* checked`)
	if fresh := d.get("mila", path, http.StatusOK); chosen.MatchString(fresh) || !strings.Contains(fresh, `name="privateRisk" value="nee"`) {
		t.Error("the fresh form has answered already")
	}
	form := url.Values{"verdict": {"geen-agressie"}, "why": {"getypte-tekst"}}
	answer := d.post("mila", path, form)
	if answer.Code != http.StatusUnprocessableEntity {
		t.Fatalf("without the answer: %d", answer.Code)
	}
	mustHave(t, answer.Body.String(), "Er klopt nog 1 ding niet", `href="#veld-privateRisk"`, "Kies of iemand thuis of privé in gevaar is.", "getypte-tekst</textarea>")
	for _, forged := range []string{"", "misschien"} {
		form.Set("privateRisk", forged)
		if answer := d.post("mila", path, form); answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("answered with %q: %d", forged, answer.Code)
		}
	}
	form.Set("privateRisk", "nee")
	if answer := d.post("mila", path, form); answer.Code != http.StatusSeeOther {
		t.Fatalf("with the answer: %d", answer.Code)
	}
	if got := chosen.FindStringSubmatch(d.get("mila", path, http.StatusOK)); len(got) != 2 || got[1] != "nee" {
		t.Errorf("afterwards the form shows %q, not the answer that was given", got)
	}
}

func TestReportForm_ListsErrorsInTheOrderOfTheForm(t *testing.T) {
	d := newDesk(t)
	body := d.post("rosa", "/meldingen/nieuw", url.Values{}).Body.String()
	at := -1
	for _, text := range []string{"Kies wat er het meest op lijkt.", "Vertel kort wat er gebeurde.", "Vul in op welke dag het was."} {
		next := strings.Index(body, text)
		if next < at || next < 0 {
			t.Errorf("%q stands at %d, after %d", text, next, at)
		}
		at = next
	}
}
