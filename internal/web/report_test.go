package web_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// filled is the form with the six required fields.
func filled() url.Values {
	return url.Values{
		"verzoeksleutel": {"sleutel-van-het-formulier"}, "kinds": {"V", "V2"}, "account": {"Hij schold\r\nme uit."}, "when": {"gisteren"},
		"occurredTime": {"half 3"}, "channel": {"balie"}, "onBehalf": {"mijzelf"}, "help": {"nee"}, "choice": {"gewoon"},
	}
}

func (d *desk) report(name string, change func(url.Values)) string {
	d.T.Helper()
	form := filled()
	if change != nil {
		change(form)
	}
	answer := d.post(name, "/meldingen/nieuw", form)
	if answer.Code != http.StatusSeeOther {
		d.T.Fatalf("POST /meldingen/nieuw: %d\n%s", answer.Code, answer.Body)
	}
	return strings.TrimSuffix(strings.TrimPrefix(answer.Header().Get("Location"), "/meldingen/"), "/ontvangst")
}

func (d *desk) upload(name, path, file, content string) *httptest.ResponseRecorder {
	d.T.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("evidence", file)
	d.Must(err)
	_, err = io.WriteString(part, content)
	d.Must(err)
	d.Must(form.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return d.ask(name, r)
}

func TestReportForm_SentAndReceived(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	mustHave(t, d.get("rosa", "/meldingen/"+number+"/ontvangst", http.StatusOK), "Dank je, we hebben het.", "Mila van Dijk", number, `href="tel:0880001234"`, "vóór morgen 10:00")
	body := d.get("rosa", "/meldingen/"+number, http.StatusOK)
	mustHave(t, body, "Hij schold", "16 november 2026, 14:30", "Schelden, beledigen", "Je deed een melding", "Mila van Dijk heeft de melding gekregen")
	if strings.Contains(body, "Uitgescholden of vernederd") {
		t.Error("the group stands beside its finer kind")
	}
	mustHave(t, d.get("rosa", "/", http.StatusOK), "Schelden, beledigen", "Mila van Dijk beslist over een reactie naar de ander vóór morgen 10:00")
	if again := d.report("rosa", nil); again != number {
		t.Errorf("the same form again made %s beside %s", again, number)
	}
	mustHave(t, d.get("wim", "/meldingen", http.StatusOK), "Nog geen meldingen")
}

func TestReportForm_KeepsWhatWasTyped(t *testing.T) {
	d := newDesk(t)
	answer := d.post("rosa", "/meldingen/nieuw", url.Values{
		"verzoeksleutel": {"sleutel-van-het-formulier"}, "kinds": {"B1"}, "account": {"<b>Hij</b> zei 111222333"}, "when": {"anders"}, "occurredOn": {"32 juli"},
		"occurredTime": {"ooit"}, "place": {"achter de kerk"}, "onBehalf": {"collega"}, "affected.lookup": {"niemand@toetsdam.example"}, "help": {"later"}, "choice": {"twijfel"},
	})
	if answer.Code != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", answer.Code)
	}
	body := answer.Body.String()
	mustHave(t, body, "&lt;b&gt;Hij&lt;/b&gt; zei 111222333", `value="32 juli"`, `value="ooit"`, `value="achter de kerk"`, `value="niemand@toetsdam.example"`,
		`value="B1" checked`, `value="later" checked`, `value="twijfel" checked`, `value="collega" checked`, `value="sleutel-van-het-formulier"`, "<title>Fout",
		"burgerservicenummer", "Dit is geen datum", "Dit is geen tijd")
	if n := d.Value(`SELECT count(id) || '' FROM report`); n != "0" {
		t.Errorf("%s reports were made", n)
	}
	empty := d.post("rosa", "/meldingen/nieuw", url.Values{}).Body.String()
	for _, field := range []string{"kinds", "account", "when", "channel", "onBehalf", "help"} {
		mustHave(t, empty, `href="#veld-`+field+`"`)
	}
	if n := strings.Count(empty, `href="#veld-`); n != 6+1 { // and what one wants, which the form fills in
		t.Errorf("%d errors on an empty form", n)
	}
}

func TestReportForm_ForWhom(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name   string
		change func(url.Values)
		want   string
	}{
		{"colleague of the list", func(f url.Values) { f.Set("onBehalf", "collega"); f.Set("affected", string(d.People["anna"])) }, "Anna Yılmaz"},
		{"by staff number", func(f url.Values) { f.Set("onBehalf", "collega"); f.Set("affected.lookup", "P-wim") }, "Wim Pinas"},
		{"who phoned", func(f url.Values) { f.Set("onBehalf", "beller"); f.Set("affected.name", "Jip Post") }, "Jip Post"},
	} {
		number := d.report("rosa", func(f url.Values) { f.Set("verzoeksleutel", "sleutel voor "+c.name); c.change(f) })
		mustHave(t, d.get("rosa", "/meldingen/"+number, http.StatusOK), "<dd>"+c.want+"</dd>")
	}
	body := d.post("rosa", "/meldingen/nieuw", url.Values{"onBehalf": {"beller"}}).Body.String()
	mustHave(t, body, `href="#veld-affected-name"`)
}

func TestDraft_ByScriptAndByButton(t *testing.T) {
	d := newDesk(t)
	typed := url.Values{"verzoeksleutel": {"sleutel-van-het-formulier"}, "account": {"half af"}, "kinds": {"B"}}
	if answer := d.post("rosa", "/meldingen/concept", typed); answer.Code != http.StatusNoContent {
		t.Fatalf("by script: %d", answer.Code)
	}
	body := d.get("rosa", "/meldingen/nieuw", http.StatusOK)
	mustHave(t, body, "half af</textarea>", `value="B" checked`, "Concept bewaard om 10:00", "Gooi het concept weg", "Je gaat verder met je concept.")
	if strings.Contains(body, "sleutel-van-het-formulier") {
		t.Error("a draft brings back the key of an older form")
	}
	const goOn = `href="/meldingen/nieuw">Ga verder met je melding</a>`
	mustHave(t, d.get("rosa", "/", http.StatusOK), goOn, "Bewaard: vandaag 10:00.")
	if strings.Contains(d.get("anna", "/", http.StatusOK), goOn) {
		t.Error("somebody else is told of the draft")
	}
	if strings.Contains(d.get("anna", "/meldingen/nieuw", http.StatusOK), "half af") {
		t.Error("somebody else sees the draft")
	}
	typed.Set("actie", "concept")
	if answer := d.post("rosa", "/meldingen/concept", typed); answer.Header().Get("Location") != "/meldingen/nieuw" {
		t.Errorf("by button: %d", answer.Code)
	}
	d.report("rosa", nil)
	if strings.Contains(d.get("rosa", "/meldingen/nieuw", http.StatusOK), "half af") {
		t.Error("the draft outlives the report")
	}
	if strings.Contains(d.get("rosa", "/", http.StatusOK), goOn) {
		t.Error("the first page speaks of a draft that was sent")
	}
}

// The first page leads to what somebody comes for, by one primary button.
func TestStart_LeadsByRole(t *testing.T) {
	d := newDesk(t)
	button := regexp.MustCompile(`utrecht-button--(primary|secondary)-action rd-button" href="([^"]+)"`)
	for who, want := range map[string]string{
		"rosa": "primary /meldingen/nieuw", "mila": "primary /werkvoorraad, secondary /meldingen/nieuw",
		"ada":  "primary /cijfers, secondary /meldingen/nieuw",
		"cora": "primary /werkvoorraad, secondary /cijfers, secondary /meldingen/nieuw",
	} {
		var got []string
		for _, b := range button.FindAllStringSubmatch(d.get(who, "/", http.StatusOK), -1) {
			got = append(got, b[1]+" "+b[2])
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s gets %q, want %q", who, got, want)
		}
	}
	mustHave(t, d.get("ada", "/cijfers", http.StatusOK), "<h1")
}

// What is to come stands above what happened, and what comes first on top.
func TestReportView_WhatComesFirstStandsOnTop(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	body := d.get("rosa", "/meldingen/"+number, http.StatusOK)
	ahead, past := strings.Index(body, ">Wat nog komt</h2>"), strings.Index(body, ">Wat er gebeurde</h2>")
	if ahead < 0 || past < ahead {
		t.Fatalf("what is to come at %d, what happened at %d", ahead, past)
	}
	moments := regexp.MustCompile(`<time datetime="([^"]+)"`)
	var next []string
	for _, m := range moments.FindAllStringSubmatch(body[ahead:past], -1) {
		next = append(next, m[1])
	}
	if len(next) < 3 || !slices.IsSorted(next) || next[0] < "2026-11-17T10:00" {
		t.Errorf("to come: %q", next)
	}
	d.Clock.Advance(time.Hour)
	d.post("rosa", "/meldingen/"+number+"/reactie", url.Values{"reactie": {"Dank voor het bellen"}})
	body = d.get("rosa", "/meldingen/"+number, http.StatusOK)
	body = body[strings.Index(body, ">Wat er gebeurde</h2>"):]
	if later, first := strings.Index(body, "Je reageerde"), strings.Index(body, "Je deed een melding"); later < 0 || first < later {
		t.Errorf("the comment at %d, the report at %d", later, first)
	}
}

func TestTellMore_StandsBesideTheReport(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	d.get("rosa", "/meldingen/"+number+"/meer", http.StatusOK)
	answer := d.post("rosa", "/meldingen/"+number+"/meer", url.Values{"letterlijk": {"‘Ik krijg je nog wel’"}, "aanleiding": {"A1"}, "einde": {"kwart over 3"}, "impact": {"4"}})
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("rosa", "/meldingen/"+number, http.StatusOK), "Ik krijg je nog wel", "Nadelig besluit of afwijzing", "15:15", "Hij schold", "Je vertelde meer")
	wrong := d.post("rosa", "/meldingen/"+number+"/meer", url.Values{"einde": {"straks"}, "eigen-reactie": {"ik liep weg"}})
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Fatalf("%d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), `value="straks"`, "ik liep weg")
	mustHave(t, d.post("rosa", "/meldingen/"+number+"/meer", url.Values{}).Body.String(), "Vul ten minste één veld in.")
	mustHave(t, d.post("rosa", "/meldingen/"+number+"/reactie", url.Values{"reactie": {" "}}).Body.String(), "Schrijf eerst je reactie.", `href="#veld-reactie"`)
	if answer := d.post("rosa", "/meldingen/"+number+"/reactie", url.Values{"reactie": {"Dank voor het bellen"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("comment: %d", answer.Code)
	}
	mustHave(t, d.get("rosa", "/meldingen/"+number, http.StatusOK), "Dank voor het bellen", "Je reageerde")
}

func TestEvidence_UpAndDown(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	path := "/meldingen/" + number + "/bewijs"
	content := "Ik weet waar je woont.\n<niet een pagina>"
	if answer := d.upload("rosa", path, `"vies".txt`, content); answer.Code != http.StatusSeeOther {
		t.Fatalf("upload: %d\n%s", answer.Code, answer.Body)
	}
	id := d.Value(`SELECT id FROM evidence`)
	mustHave(t, d.get("rosa", "/meldingen/"+number, http.StatusOK), path+"/"+id, "Tekst · 1 kB · Rosa de Wit")
	for _, visit := range []struct{ name, path string }{{"rosa", path + "/" + id}, {"mila", "/zaken/" + d.CaseOf(number) + "/bewijs/" + id}} {
		answer := d.ask(visit.name, httptest.NewRequest(http.MethodGet, visit.path, nil))
		h := answer.Header()
		if answer.Code != http.StatusOK || answer.Body.String() != content || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Content-Type") != "text/plain" ||
			!strings.HasPrefix(h.Get("Content-Disposition"), "attachment; filename=") || strings.Contains(h.Get("Content-Disposition"), `\"`) || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %q", visit.path, answer.Code, h, answer.Body)
		}
		d.get(visit.name, visit.path+"/voorbeeld", http.StatusNotFound)
	}
	for _, name := range []string{"anna", "wout", "bea", "ada", "otto", "olga"} {
		d.get(name, path+"/"+id, http.StatusNotFound)
		d.get(name, "/zaken/"+d.CaseOf(number)+"/bewijs/"+id, http.StatusNotFound)
		if answer := d.upload(name, path, "x.txt", "x"); answer.Code != http.StatusNotFound {
			t.Errorf("%s uploads: %d", name, answer.Code)
		}
	}
	d.get("mila", path+"/"+id, http.StatusNotFound)
	refused := d.upload("rosa", path, "pagina.html", "<!doctype html><script>alert(1)</script>")
	if refused.Code != http.StatusUnprocessableEntity {
		t.Fatalf("a page: %d", refused.Code)
	}
	mustHave(t, refused.Body.String(), "pagina.html: Dit soort bestand kunnen we niet bewaren", `href="#veld-evidence"`)
	mustHave(t, d.upload("rosa", path, "", "").Body.String(), "Kies eerst een bestand.")
}

func TestEvidence_PreviewIsAJPEG(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	if answer := d.upload("rosa", "/meldingen/"+number+"/bewijs", "stip.png", dot); answer.Code != http.StatusSeeOther {
		t.Fatalf("upload: %d\n%s", answer.Code, answer.Body)
	}
	path := "/meldingen/" + number + "/bewijs/" + d.Value(`SELECT id FROM evidence`) + "/voorbeeld"
	mustHave(t, d.get("rosa", "/meldingen/"+number, http.StatusOK), `src="`+path+`"`)
	answer := d.ask("rosa", httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Header().Get("Content-Type") != "image/jpeg" || !strings.HasPrefix(answer.Body.String(), "\xff\xd8\xff") || answer.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%v", answer.Header())
	}
	d.get("anna", path, http.StatusNotFound)
}

// dot is a PNG of one pixel.
const dot = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"

func TestReports_StrangersFindNothing(t *testing.T) {
	d := newDesk(t)
	number := d.report("rosa", nil)
	for _, name := range []string{"anna", "leo", "wim", "mila", "wout", "cora", "bea", "ada", "otto", "olga"} {
		for _, below := range []string{"", "/ontvangst", "/meer"} {
			d.get(name, "/meldingen/"+number+below, http.StatusNotFound)
		}
		for _, below := range []string{"/meer", "/reactie"} {
			if answer := d.post(name, "/meldingen/"+number+below, url.Values{"reactie": {"x"}, "aanvulling": {"x"}}); answer.Code != http.StatusNotFound {
				t.Errorf("POST %s as %s: %d", below, name, answer.Code)
			}
		}
	}
	answer := httptest.NewRecorder()
	d.mux.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/meldingen/"+number, nil))
	if answer.Code == http.StatusOK || strings.Contains(answer.Body.String(), "Hij schold") {
		t.Errorf("nobody signed in: %d", answer.Code)
	}
}

func TestReports_NamedAsAffectedAndInEnglish(t *testing.T) {
	d := newDesk(t)
	number, _ := d.Report("rosa", func(in *vpt.ReportIncident) {
		in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: d.People["anna"]}}
	})
	mustHave(t, d.get("anna", "/meldingen/"+number, http.StatusOK), "Rosa de Wit meldde dat jou iets is overkomen", "Rosa de Wit deed een melding")
	mustHave(t, d.get("anna", "/meldingen", http.StatusOK), "Jij bent genoemd")
	mustHave(t, d.get("rosa", "/meldingen/"+number+"/ontvangst", http.StatusOK), "vraagt hoe het gaat met wie het overkwam")
	d.Must(d.App.SaveLook(t.Context(), d.Actor("anna"), vpt.SaveLook{Lang: "en", Look: vpt.LookAuto}))
	mustHave(t, d.get("anna", "/meldingen/"+number, http.StatusOK), `lang="en"`, "Rosa de Wit reported that something happened to you", "Swearing, insulting")
	mustHave(t, d.get("anna", "/meldingen/nieuw", http.StatusOK), "Report an incident", "Do you need help now?", "Sworn at or humiliated")
}
