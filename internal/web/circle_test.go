package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// griffie adds a unit for the alderman ward and for greta, who handles its
// cases; it is no closed circle yet.
func griffie(w *apptest.World) {
	w.T.Helper()
	id, err := w.App.SaveUnit(w.T.Context(), apptest.Command(w.Org.ID), vpt.SaveUnit{Name: "Griffie"})
	w.Must(err)
	w.Units["Griffie"] = id
	w.Person("greta", "Greta Blom", "Griffie", vpt.Assignment{Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: id})
	w.Person("ward", "Ward Tromp", "Griffie")
}

// closeGriffie makes that unit a closed circle.
func closeGriffie(w *apptest.World) {
	w.T.Helper()
	_, err := w.App.SaveUnit(w.T.Context(), apptest.Command(w.Org.ID), vpt.SaveUnit{ID: w.Units["Griffie"], Name: "Griffie", Circle: true})
	w.Must(err)
}

const circleBox = `name="circle"`

func TestCircle_IsClosedOnTheFormOfItsUnit(t *testing.T) {
	d := newDesk(t)
	if strings.Contains(d.get("bea", "/beheer/onderdelen/nieuw", http.StatusOK), circleBox) {
		t.Error("a new unit can be closed before anybody handles cases in it")
	}
	loket := "/beheer/onderdelen/" + string(d.Units["Loket"])
	mustHave(t, d.get("bea", loket, http.StatusOK), circleBox, "Alleen wie hier zelf zaken behandelt, ziet de zaken.")
	refused := d.post("bea", loket, url.Values{"name": {"Loket"}, "parent": {string(d.Units["Balie"])}, "circle": {"ja"}})
	if refused.Code != http.StatusUnprocessableEntity {
		t.Errorf("a circle in which nobody handles cases: %d", refused.Code)
	}
	const why = "Geef eerst bij Personen iemand de rol leidinggevende voor dit onderdeel."
	body := refused.Body.String()
	mustHave(t, body, `href="#veld-circle"`, `id="veld-circle" name="circle" value="ja" checked`)
	if n := strings.Count(body, why); n != 2 { // in the summary, and beside the field
		t.Errorf("the reason stands there %d times:\n%s", n, body)
	}
	griffie(d.World)
	path := "/beheer/onderdelen/" + string(d.Units["Griffie"])
	if strings.Contains(d.get("bea", "/beheer/onderdelen", http.StatusOK), "Gesloten kring") {
		t.Error("the list speaks of a circle before there is one")
	}
	if done := d.post("bea", path, url.Values{"name": {"Griffie"}, "circle": {"ja"}}); done.Code != http.StatusSeeOther {
		t.Fatalf("closing it: %d\n%s", done.Code, done.Body)
	}
	body = d.get("bea", "/beheer/onderdelen", http.StatusOK)
	if n := strings.Count(body, "Gesloten kring"); n != 1 {
		t.Errorf("%d units are marked as a circle", n)
	}
	mustHave(t, d.get("bea", path, http.StatusOK), `value="ja" checked`)
}

func TestCircle_CaseSaysItIsInOne(t *testing.T) {
	d := newDesk(t)
	griffie(d.World)
	_, before := d.Report("ward", nil)
	const sentence = "Gesloten kring Griffie: alleen wie daar zaken behandelt, ziet hem."
	if strings.Contains(d.get("greta", "/zaken/"+before, http.StatusOK), "Gesloten kring") {
		t.Error("a case of an open unit says that it is in a circle")
	}
	d.get("cora", "/zaken/"+before, http.StatusOK)
	closeGriffie(d.World)
	mustHave(t, d.get("greta", "/zaken/"+before, http.StatusOK), sentence)
	for _, name := range []string{"cora", "mila", "dora", "bea", "ada", "petra"} {
		d.get(name, "/zaken/"+before, http.StatusNotFound)
	}
}

func TestCircle_AMovedCaseLeavesItsHandlerAtTheWorklist(t *testing.T) {
	d := newDesk(t)
	griffie(d.World)
	closeGriffie(d.World)
	_, number := d.Report("rosa", nil)
	path := "/zaken/" + number + "/overdragen"
	body := d.get("cora", path, http.StatusOK)
	mustHave(t, body, `name="unit"`, ">Griffie (gesloten kring)<", ">Werk<", "Zet je hem in een gesloten kring, dan kun je hem daarna zelf niet meer zien.")
	wrong := d.post("cora", path, url.Values{"unit": {string(d.Units["Griffie"])}, "owner": {string(d.People["wout"])}})
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("an owner outside of the circle: %d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), `href="#veld-owner"`, `<option value="`+string(d.Units["Griffie"])+`" selected>`)
	moved := d.post("cora", path, url.Values{"unit": {string(d.Units["Griffie"])}})
	if to := moved.Header().Get("Location"); moved.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/werkvoorraad") {
		t.Fatalf("moving it: %d to %q\n%s", moved.Code, to, moved.Body)
	}
	d.get("cora", "/zaken/"+number, http.StatusNotFound)
	mustHave(t, d.get("greta", "/zaken/"+number, http.StatusOK), "Gesloten kring Griffie")
}

func TestCircle_FigureReportsSayWhatTheyLeaveOut(t *testing.T) {
	d := newDesk(t)
	griffie(d.World)
	d.Report("ward", nil)
	const left, list = "Meldingen uit een gesloten kring tellen mee, maar staan niet in deze lijst.", "/cijfers/meldingen?periode=2026-H2"
	if body := d.get("cora", list, http.StatusOK); strings.Contains(body, "kring") || !strings.Contains(body, "M-2026-00001") {
		t.Error("without a circle a list speaks of one, or leaves a report out")
	}
	closeGriffie(d.World)
	body := d.get("cora", list, http.StatusOK)
	mustHave(t, body, left, "In deze lijst staan geen meldingen")
	if strings.Contains(body, "M-2026-00001") {
		t.Error("a report of a circle stands in the list")
	}
	mustHave(t, d.get("ada", "/cijfers?periode=2026-H2", http.StatusOK), "is 1 melding gedaan")
}

// What a case of a circle says is true of a circle: nobody outside is told.
func TestCircle_NobodyIsPromisedTheCoordinator(t *testing.T) {
	d := newDesk(t)
	griffie(d.World)
	closeGriffie(d.World)
	report, number := d.Report("ward", func(in *vpt.ReportIncident) { in.Help = vpt.HelpNow })
	const stays = "Deze melding staat in de gesloten kring Griffie: alleen wie daar zaken behandelt, leest hem."
	pages := map[string][]string{
		d.get("ward", "/meldingen/"+report+"/ontvangst", http.StatusOK): {stays, "Wie zaken behandelt in de kring Griffie heeft bericht gekregen."},
		d.get("ward", "/meldingen/"+report, http.StatusOK):              {stays},
		d.get("greta", "/zaken/"+number+"/beoordelen", http.StatusOK):   {"wie er nog meer zaken behandelt in de kring Griffie, en niemand daarbuiten."},
	}
	d.Must(d.App.AssessCase(t.Context(), d.Actor("greta"), vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"O2"}, Class: 3, PrivateRisk: true}))
	pages[d.get("greta", "/zaken/"+number, http.StatusOK)] = []string{"Dit weet alleen wie zaken behandelt in de kring Griffie.", "Dat doet de coördinator van de kring Griffie."}
	for body, says := range pages {
		mustHave(t, body, says...)
		for _, untrue := range []string{"de coördinator hebben bericht", "krijgt de coördinator", "De coördinator weet", "Vraag het je coördinator"} {
			if strings.Contains(body, untrue) {
				t.Errorf("a page of the circle says %q", untrue)
			}
		}
	}
	outside, _ := d.Report("rosa", func(in *vpt.ReportIncident) { in.Help = vpt.HelpNow })
	body := d.get("rosa", "/meldingen/"+outside+"/ontvangst", http.StatusOK)
	mustHave(t, body, "Je leidinggevende en de coördinator hebben bericht gekregen.")
	if strings.Contains(body, "kring") {
		t.Error("a report outside of the circle speaks of it")
	}
}
