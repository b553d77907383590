package web_test

import (
	"net/http"
	"net/url"
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
	empty := d.post("mila", "/zaken/"+number+"/beoordelen", url.Values{"kinds": {"V2"}}).Body.String()
	mustHave(t, empty, "Er klopt nog 1 ding niet", "Kies wat je vindt: agressie of niet.")
	not := d.post("mila", "/zaken/"+number+"/beoordelen", url.Values{"verdict": {"geen-agressie"}}).Body.String()
	mustHave(t, not, "Er klopt nog 1 ding niet", "Leg uit waarom.")
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
