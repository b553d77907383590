package web_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rugdekking/vpt"
)

// filedCase is a case with a file, of which something is told and much is not.
func (d *desk) filedCase() string {
	d.T.Helper()
	report, number := d.Report("rosa", nil)
	_, err := d.App.AddEvidence(context.Background(), d.Actor("rosa"), vpt.AddEvidence{Report: report, Name: vpt.NewPrivate("verslag Rosa.txt")}, strings.NewReader(strings.Repeat("Dit is het verslag.\n", 20_000)))
	d.Must(err)
	return number
}

func (d *desk) download(name, path string) *httptest.ResponseRecorder {
	return d.ask(name, httptest.NewRequest(http.MethodGet, path, nil))
}

func TestDossierPage_SaysWhatIsMissingAndWhere(t *testing.T) {
	d := newDesk(t)
	number := d.filedCase()
	at := "/zaken/" + number
	body := d.get("mila", at+"/politiedossier", http.StatusOK)
	mustHave(t, body, "De zaak is nog niet beoordeeld", at+"/beoordelen", "De letterlijke woorden van de ander", at+"/notities", "Rosa de Wit", "medewerker 1",
		"1 bestand, samen 400 kB", "Van kracht sinds 1 januari 2026, te lezen sinds 5 januari 2026", `value="domicilie" checked`, `href="`+at+`/politiedossier/identiteitsblad"`)
	mustHave(t, d.get("mila", at, http.StatusOK), at+"/politiedossier", at+"/leerblad")
	mustHave(t, d.get("mila", at+"/politie", http.StatusOK), at+"/politiedossier")
	for _, name := range []string{"rosa", "wout", "bea", "dora", "olga"} {
		for _, page := range []string{"politiedossier", "politiedossier/bestand?vorm=zip&mode=nummer", "politiedossier/bestand?vorm=pdf&mode=nummer", "politiedossier/identiteitsblad", "leerblad"} {
			d.get(name, at+"/"+page, http.StatusNotFound)
		}
	}
}

func TestDossierFile_Downloads(t *testing.T) {
	d := newDesk(t)
	number := d.filedCase()
	at := "/zaken/" + number + "/politiedossier/"
	answer := d.download("mila", at+"bestand?vorm=zip&mode=nummer&files=ja&witnesses=ja")
	if got := answer.Header().Get("Content-Disposition"); answer.Code != http.StatusOK || got != "attachment; filename=politiedossier-"+number+".zip" || answer.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("%d %q", answer.Code, got)
	}
	archive, err := zip.NewReader(bytes.NewReader(answer.Body.Bytes()), int64(answer.Body.Len()))
	d.Must(err)
	var names []string
	for _, f := range archive.File {
		names = append(names, fmt.Sprint(f.Name, " ", f.UncompressedSize64 > 10))
	}
	if got := strings.Join(names, ", "); got != "dossier.pdf true, dossier.odt true, bijlagen/bijlage-01.txt true" {
		t.Errorf("in the archive: %s", got)
	}
	for path, begins := range map[string]string{"bestand?vorm=pdf&mode=domicilie": "%PDF-", "bestand?vorm=odt&mode=volledig": "PK", "bestand?vorm=docx&mode=nummer": "PK", "identiteitsblad": "%PDF-"} {
		answer := d.download("mila", at+path)
		if answer.Code != http.StatusOK || !strings.HasPrefix(answer.Body.String(), begins) || !strings.HasPrefix(answer.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %d %q", path, answer.Code, answer.Header().Get("Content-Disposition"))
		}
	}
	if answer := d.download("mila", at+"bestand?vorm=exe&mode=nummer"); answer.Code != http.StatusNotFound {
		t.Errorf("another format: %d", answer.Code)
	}
}

func TestDossierFile_RefusedKeepsWhatWasChosen(t *testing.T) {
	d := newDesk(t)
	at := "/zaken/" + d.filedCase() + "/politiedossier/"
	for _, format := range []string{"zip", "pdf"} {
		answer := d.download("mila", at+"bestand?vorm="+format+"&joined=ja&talk=nee")
		if answer.Code != http.StatusUnprocessableEntity || answer.Header().Get("Content-Disposition") != "" {
			t.Fatalf("%s without a mode: %d %q", format, answer.Code, answer.Header().Get("Content-Disposition"))
		}
		mustHave(t, answer.Body.String(), "Kies hoe jullie mensen in het dossier staan.", `value="ja" selected`, `value="nee" selected`)
		if strings.Contains(answer.Body.String(), `name="files" value="ja" checked`) {
			t.Error("a box that was not ticked is ticked")
		}
	}
}

func TestLessonSheet_FromTheForm(t *testing.T) {
	d := newDesk(t)
	c := graveCase(d.World)
	at := "/zaken/" + c.number + "/leerblad"
	mustHave(t, d.get("mila", at, http.StatusOK), "Een scherm met de wachttijd.", "Rooster aanpassen", "Wat gebeurde er, in een paar neutrale zinnen?")
	answer := d.post("mila", at, url.Values{"summary": {"Rosa werd geslagen."}, "format": {"odt"}})
	if answer.Code != http.StatusOK || answer.Header().Get("Content-Disposition") != `attachment; filename="leerblad-`+c.number+`.odt"` || !strings.HasPrefix(answer.Body.String(), "PK") {
		t.Fatalf("%d %q", answer.Code, answer.Header().Get("Content-Disposition"))
	}
	answer = d.post("mila", at, url.Values{"summary": {"Zijn BSN is 111222333."}, "format": {"pdf"}})
	if answer.Code != http.StatusUnprocessableEntity {
		t.Fatalf("a citizen service number: %d", answer.Code)
	}
	mustHave(t, answer.Body.String(), "Zijn BSN is 111222333.")
	if answer := d.post("rosa", at, url.Values{"format": {"pdf"}}); answer.Code != http.StatusNotFound {
		t.Errorf("as the reporter: %d", answer.Code)
	}
}
