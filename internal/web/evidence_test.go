package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// strangers are those who may not come near a case of the desk: a reporter, a
// manager of elsewhere, other roles, and people of another organisation.
func strangers() []string { return []string{"rosa", "wout", "bea", "ada", "olga", "otto"} }

func TestCaseEvidence_AddedByItsHandlers(t *testing.T) {
	d := newDesk(t)
	report, number := d.Report("rosa", nil)
	path := "/zaken/" + number + "/bewijs"
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), `href="`+path+`"`, "Bewijs toevoegen")
	mustHave(t, d.get("mila", path, http.StatusOK), `enctype="multipart/form-data"`, `name="evidence"`, `action="`+path+`"`)
	for name, file := range map[string]string{"mila": "verslag.txt", "cora": "brief.txt"} {
		answer := d.upload(name, path, file, "Verslag van "+name)
		if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != "/zaken/"+number {
			t.Fatalf("%s: %d to %q\n%s", name, answer.Code, answer.Header().Get("Location"), answer.Body)
		}
	}
	mustHave(t, d.get("cora", "/zaken/"+number, http.StatusOK), "verslag.txt", "brief.txt", "Mila van Dijk heeft een bestand toegevoegd")
	if body := d.get("rosa", "/meldingen/"+report, http.StatusOK); strings.Contains(body, "verslag.txt") || strings.Contains(body, "Mila van Dijk heeft een bestand") {
		t.Error("the reporter sees a file of the handlers")
	}
	for _, name := range strangers() {
		d.get(name, path, http.StatusNotFound)
		for file, text := range map[string]string{"x.txt": "tekst", "x.html": "<html>", "": ""} {
			if answer := d.upload(name, path, file, text); answer.Code != http.StatusNotFound {
				t.Errorf("%s sends %q: %d", name, file, answer.Code)
			}
		}
	}
	if n := d.Value(`SELECT count(id) || '' FROM evidence`); n != "2" {
		t.Errorf("%s files, want 2", n)
	}
}

func TestCaseEvidence_SaysWhatIsWrongWithAFile(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	path := "/zaken/" + number + "/bewijs"
	for _, c := range []struct{ file, content, want string }{
		{"pagina.html", "<html><script>1</script></html>", "pagina.html: Dit soort bestand kunnen we niet bewaren"},
		{"leeg.txt", "", "leeg.txt: Dit bestand is leeg"},
		{"", "", "Kies eerst een bestand"},
		{"groot.txt", strings.Repeat("lang verhaal ", 3<<20), "groot.txt: Dit bestand is groter dan 25 MB"},
	} {
		answer := d.upload("mila", path, c.file, c.content)
		if answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", c.file, answer.Code)
		}
		mustHave(t, answer.Body.String(), c.want, `href="#veld-evidence"`, `id="veld-evidence"`, "<title>Fout")
	}
	if n := d.Value(`SELECT count(id) || '' FROM evidence`); n != "0" {
		t.Errorf("%s files", n)
	}
}

func TestCaseEvidence_RemovedWithAReason(t *testing.T) {
	d := newDesk(t)
	report, number := d.Report("rosa", nil)
	if answer := d.upload("rosa", "/meldingen/"+report+"/bewijs", "verkeerd.txt", "van iemand anders"); answer.Code != http.StatusSeeOther {
		t.Fatalf("adding: %d", answer.Code)
	}
	file := "/zaken/" + number + "/bewijs/" + d.Value(`SELECT id FROM evidence`)
	path := file + "/verwijderen"
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), `href="`+path+`"`, "Verwijder verkeerd.txt")
	mustHave(t, d.get("mila", path, http.StatusOK), "verkeerd.txt", "voorgoed weg", `name="why"`)
	for _, name := range strangers() {
		d.get(name, path, http.StatusNotFound)
		if answer := d.post(name, path, url.Values{"why": {"zomaar"}}); answer.Code != http.StatusNotFound {
			t.Errorf("%s removes it: %d", name, answer.Code)
		}
	}
	refused := d.post("mila", path, url.Values{"why": {"burgerservicenummer 111222333 staat erin"}})
	if refused.Code != http.StatusUnprocessableEntity {
		t.Errorf("a reason with a citizen service number: %d", refused.Code)
	}
	mustHave(t, refused.Body.String(), "staat erin</textarea>", `href="#veld-why"`)
	if answer := d.post("mila", path, url.Values{"why": {"hoort bij een andere zaak"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("removing: %d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", "/zaken/"+number, http.StatusOK), "Waarom: hoort bij een andere zaak", "Mila van Dijk heeft een bestand verwijderd")
	d.get("mila", file, http.StatusNotFound)
	d.get("mila", path, http.StatusNotFound)
	if strings.Contains(d.get("rosa", "/meldingen/"+report, http.StatusOK), "hoort bij een andere zaak") {
		t.Error("the reporter reads why")
	}
}

func TestCaseEvidence_OfAMergedCaseGoesToTheOther(t *testing.T) {
	d := newDesk(t)
	_, into := d.Report("rosa", nil)
	_, from := d.Report("anna", nil)
	if answer := d.post("mila", "/zaken/"+into+"/samenvoegen", url.Values{"from": {from}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("merging: %d", answer.Code)
	}
	mustHave(t, d.get("mila", "/zaken/"+from+"/bewijs", http.StatusOK), `action="/zaken/`+into+`/bewijs"`)
	answer := d.upload("mila", "/zaken/"+from+"/bewijs", "laat.txt", "na het samenvoegen")
	if answer.Code != http.StatusUnprocessableEntity || d.Value(`SELECT count(id) || '' FROM evidence`) != "0" {
		t.Errorf("a file on a case that is no more: %d", answer.Code)
	}
	mustHave(t, answer.Body.String(), `action="/zaken/`+into+`/bewijs"`)
}
