package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// sendForm posts a form with files: a name and a content by field.
func (d *desk) sendForm(name, path string, form url.Values, files map[string][2]string) *httptest.ResponseRecorder {
	d.T.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	for field, values := range form {
		for _, value := range values {
			d.Must(m.WriteField(field, value))
		}
	}
	for field, file := range files {
		part, err := m.CreateFormFile(field, file[0])
		d.Must(err)
		_, err = part.Write([]byte(file[1]))
		d.Must(err)
	}
	d.Must(m.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return d.ask(name, r)
}

// formOf gives the fields of the forms that post to an address, as a browser
// would send them; buttons are not pressed.
func formOf(t *testing.T, body, action string) url.Values {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	out := url.Values{}
	attr := func(n *html.Node, key string) (string, bool) {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val, true
			}
		}
		return "", false
	}
	for form := range tree.Descendants() {
		if at, _ := attr(form, "action"); form.Data != "form" || at != action {
			continue
		}
		for n := range form.Descendants() {
			name, _ := attr(n, "name")
			value, _ := attr(n, "value")
			_, chosen := attr(n, "checked")
			kind, _ := attr(n, "type")
			switch {
			case n.Type != html.ElementNode || name == "" || n.Data == "button" || kind == "file" || (kind == "checkbox" || kind == "radio") && !chosen:
			case n.Data == "textarea":
				if n.FirstChild != nil {
					value = n.FirstChild.Data
				}
				out.Add(name, strings.ReplaceAll(value, "\n", "\r\n")) // as browsers do
			case n.Data == "input":
				out.Add(name, value)
			case n.Data == "select":
				for o := range n.Descendants() {
					if _, selected := attr(o, "selected"); selected {
						value, _ = attr(o, "value")
						out.Set(name, value)
					}
				}
			}
		}
	}
	if len(out) == 0 {
		t.Fatalf("no form posts to %s", action)
	}
	return out
}

func with(form url.Values, namesAndValues ...string) url.Values {
	out := url.Values{}
	for name, values := range form {
		out[name] = values
	}
	for i := 0; i+1 < len(namesAndValues); i += 2 {
		out.Set(namesAndValues[i], namesAndValues[i+1])
	}
	return out
}

func TestStationery_SavedWithALogo(t *testing.T) {
	d := newDesk(t)
	const path = "/beheer/briefpapier"
	mustHave(t, d.get("bea", "/beheer", http.StatusOK), "Op jullie brieven ontbreekt nog: het adres, een telefoonnummer", path)
	mustHave(t, d.get("bea", path, http.StatusOK), "Op jullie brieven ontbreekt nog")
	d.get("bea", path+"/logo", http.StatusNotFound)
	form := url.Values{"lines": {"Raadhuisplein 1\r\n\r\n 1234 AB Toetsdam "}, "phone": {"14 012"}, "complaint": {"online"}, "ombudsman": {"Nationale ombudsman"},
		"privacy": {"privacy@toetsdam.example"}, "retention": {"een jaar"}, "logoAlt": {"Logo van Toetsdam"}, "breach": {"eerst\r\ndan"}}
	answer := d.sendForm("bea", path, form, map[string][2]string{"logo": {"logo.png", string(aLogo(d.World))}})
	if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != path {
		t.Fatalf("%d to %q\n%s", answer.Code, answer.Header().Get("Location"), answer.Body)
	}
	body := d.get("bea", path, http.StatusOK)
	mustHave(t, body, "Raadhuisplein 1\n1234 AB Toetsdam</textarea>", `src="/beheer/briefpapier/logo"`, "Logo van Toetsdam", "Haal het logo weg")
	if strings.Contains(body, "ontbreekt nog") || strings.Contains(d.get("bea", "/beheer", http.StatusOK), "ontbreekt nog") {
		t.Error("something is still said to be missing")
	}
	logo := d.ask("bea", httptest.NewRequest(http.MethodGet, path+"/logo", nil))
	if logo.Body.String() != string(aLogo(d.World)) || logo.Header().Get("Content-Type") != "image/png" || logo.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the logo: %d, %v", logo.Code, logo.Header())
	}
	if answer := d.sendForm("bea", path, with(formOf(t, body, path), "dropLogo", "ja"), nil); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	d.get("bea", path+"/logo", http.StatusNotFound)
	mustHave(t, d.get("bea", path, http.StatusOK), "Raadhuisplein 1\n1234 AB Toetsdam</textarea>", "eerst\ndan</textarea>")
}

func TestStationery_WhatWasTypedStays(t *testing.T) {
	d := newDesk(t)
	const path = "/beheer/briefpapier"
	logo := string(aLogo(d.World))
	for _, row := range []struct {
		name string
		form url.Values
		logo string
		want string
	}{
		{"no address", url.Values{"phone": {"getypt nummer"}, "email": {"geen adres"}, "logoAlt": {"x"}}, logo, "Kies het logo nog een keer"},
		{"a logo without words", url.Values{"phone": {"getypt nummer"}}, logo, "Schrijf op wat er op het logo staat"},
		{"no picture", url.Values{"phone": {"getypt nummer"}, "logoAlt": {"x"}}, "GIF89a", "Dit is geen PNG of JPEG"},
		{"a large picture", url.Values{"phone": {"getypt nummer"}, "logoAlt": {"x"}}, logo + strings.Repeat("x", 300_000), "groter dan 200 kB"},
		{"seven lines", url.Values{"phone": {"getypt nummer"}, "lines": {"1\n2\n3\n4\n5\n6\n7"}}, "", "Hooguit zes regels"},
	} {
		files := map[string][2]string{}
		if row.logo != "" {
			files["logo"] = [2]string{"logo.png", row.logo}
		}
		answer := d.sendForm("bea", path, row.form, files)
		if answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", row.name, answer.Code)
		}
		mustHave(t, answer.Body.String(), "getypt nummer", row.want, `id="fouten"`)
	}
	d.get("bea", path+"/logo", http.StatusNotFound)
}

func TestLetterTexts_WhoSeesThem(t *testing.T) {
	d := newDesk(t)
	for _, path := range []string{"/beheer/brieven", "/beheer/brieven/pandverbod", "/beheer/brieven/pandverbod/bestand"} {
		for _, who := range []string{"cora", "bea", "olga"} {
			d.get(who, path, http.StatusOK)
		}
		for _, who := range []string{"rosa", "mila", "ada", "dora", "sven", "petra", "otto"} {
			d.get(who, path, http.StatusNotFound)
		}
	}
	for _, who := range []string{"cora", "mila", "rosa", "olga"} {
		d.get(who, "/beheer/briefpapier", http.StatusNotFound)
		if answer := d.sendForm(who, "/beheer/briefpapier", url.Values{"phone": {"1"}}, nil); answer.Code != http.StatusNotFound {
			t.Errorf("%s saves stationery: %d", who, answer.Code)
		}
	}
	if answer := d.post("mila", "/beheer/brieven/pandverbod", url.Values{"versie": {"1"}, "actie": {"terug"}}); answer.Code != http.StatusNotFound {
		t.Errorf("mila saves a text: %d", answer.Code)
	}
	d.get("cora", "/beheer/brieven/verzonnen", http.StatusNotFound)
	mustHave(t, d.get("cora", "/beheer", http.StatusOK), "/beheer/brieven")
	mustHave(t, d.get("cora", "/beheer/brieven", http.StatusOK), "Pandverbod", "Aan een collega", "Meegeleverde tekst")
	if strings.Contains(d.get("bea", "/beheer/brieven/pandverbod", http.StatusOK), `name="case"`) {
		t.Error("the administrator is asked for a case")
	}
	mustHave(t, d.get("cora", "/beheer/brieven/pandverbod", http.StatusOK), `name="case"`, "Awb 9:1", "{{einde}}")
	mustHave(t, d.ask("cora", httptest.NewRequest(http.MethodGet, "/beheer/brieven/pandverbod/bestand", nil)).Header().Get("Content-Disposition"), "brief-pandverbod.json")
}

const warning = "/beheer/brieven/lichte-waarschuwing"

func TestLetterText_KeptAsANewVersionAndBack(t *testing.T) {
	d := newDesk(t)
	form := formOf(t, d.get("cora", warning, http.StatusOK), warning)
	changed := with(form, "blok.verzoek.tekst", "Wij vragen u rustig te blijven.\r\n\r\n- bel eerst\r\n- mail ons", "blok.verzoek.kop", "Wat kunt u doen?",
		"nieuw.kop", "En verder", "nieuw.tekst", "Wij bellen u nog.", "nieuw.na", "verzoek")
	looked := d.post("cora", warning, with(changed, "actie", "bekijk"))
	if looked.Code != http.StatusOK {
		t.Fatalf("%d\n%s", looked.Code, looked.Body)
	}
	mustHave(t, looked.Body.String(), "<li>bel eerst</li>", "Wij bellen u nog.</textarea>", "<p>Wij bellen u nog.</p>")
	mustHave(t, d.get("cora", "/beheer/brieven", http.StatusOK), "Meegeleverde tekst")
	if strings.Contains(d.get("cora", "/beheer/brieven", http.StatusOK), "Eigen tekst") {
		t.Error("looking kept it")
	}
	if answer := d.post("cora", warning, with(changed, "actie", "bewaar")); answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != warning {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	body := d.get("cora", warning, http.StatusOK)
	mustHave(t, body, "Eigen tekst · Versie 2", `name="blok.en-verder.tekst"`, "rustig te blijven", "Terug naar de meegeleverde tekst")
	if at := strings.Index(body, `value="en-verder"`); at < strings.Index(body, `value="verzoek"`) || at > strings.Index(body, `value="duur"`) {
		t.Error("the new block stands elsewhere")
	}
	if answer := d.post("bea", warning, with(changed, "actie", "bewaar", "blok.verzoek.tekst", "Iets anders.")); answer.Code != http.StatusUnprocessableEntity || !strings.Contains(answer.Body.String(), "Iemand bewaarde intussen") || !strings.Contains(answer.Body.String(), "Iets anders.</textarea>") {
		t.Errorf("over a newer version: %d", answer.Code)
	}
	gone := with(formOf(t, body, warning), "blok.en-verder.weg", "ja", "actie", "bewaar")
	if answer := d.post("cora", warning, gone); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	body = d.get("cora", warning, http.StatusOK)
	if strings.Contains(body, "en-verder") {
		t.Error("the block is still there")
	}
	if answer := d.post("cora", warning, with(formOf(t, body, warning), "actie", "terug")); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("cora", warning, http.StatusOK), "Meegeleverde tekst · Versie 4")
}

func TestLetterText_WhatIsWrongStandsAtItsBlock(t *testing.T) {
	d := newDesk(t)
	form := formOf(t, d.get("cora", warning, http.StatusOK), warning)
	for _, row := range []struct {
		name  string
		typed []string
		want  []string
	}{
		{"a field taken out", []string{"blok.duur.tekst", "Een tijdje."}, []string{"Een tijdje.</textarea>", `href="#veld-blok-duur-tekst"`, "Blok ‘Hoe lang’, veld {{einde}}: Dit veld moet hier staan. Zet het terug."}},
		{"an empty block", []string{"blok.gehoord.tekst", " "}, []string{`href="#veld-blok-gehoord-tekst"`, "Dit blok is leeg"}},
		{"a field that does not exist", []string{"nieuw.tekst", "Hallo {{ikke}}"}, []string{"Hallo {{ikke}}</textarea>", `href="#veld-nieuw-tekst"`, "Dit veld kennen we niet"}},
		{"a field in a title", []string{"blok.verzoek.kop", "Tot {{einde}}"}, []string{`value="Tot {{einde}}"`, `href="#veld-blok-verzoek-kop"`}},
		{"no title", []string{"titel", ""}, []string{`href="#veld-titel"`}},
	} {
		for _, act := range []string{"bekijk", "bewaar"} {
			answer := d.post("cora", warning, with(form, append(row.typed, "actie", act)...))
			if answer.Code != http.StatusUnprocessableEntity {
				t.Errorf("%s, %s: %d", row.name, act, answer.Code)
			}
			mustHave(t, answer.Body.String(), row.want...)
		}
	}
	without := with(form, "actie", "bewaar")
	without["blok"] = []string{"aanhef", "gedraging"} // a form that somebody made
	answer := d.post("cora", warning, without)
	if answer.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d", answer.Code)
	}
	mustHave(t, answer.Body.String(), "Blok ‘Als iemand het er niet mee eens is’: Dit blok ontbreekt. Zonder dit blok mag de brief niet weg.")
}

func TestLetterText_LookWithACase(t *testing.T) {
	d := newDesk(t)
	m := lettersOut(d.World)
	form := with(formOf(t, d.get("cora", warning, http.StatusOK), warning), "actie", "bekijk")
	answer := d.post("cora", warning, with(form, "case", m.number))
	if answer.Code != http.StatusOK || !strings.Contains(answer.Body.String(), "J. Klaver") {
		t.Errorf("with the case: %d", answer.Code)
	}
	for who, number := range map[string]string{"cora": "Z-2026-09999", "bea": m.number} {
		answer := d.post(who, warning, with(form, "case", number, "blok.verzoek.tekst", "getypte tekst"))
		if answer.Code != http.StatusUnprocessableEntity || strings.Contains(answer.Body.String(), "J. Klaver") {
			t.Errorf("%s with %s: %d", who, number, answer.Code)
		}
		mustHave(t, answer.Body.String(), "Wij kennen geen zaak met dit nummer", "getypte tekst</textarea>")
	}
}

func TestLetterText_FromAFile(t *testing.T) {
	d := newDesk(t)
	file := d.get("cora", warning+"/bestand", http.StatusOK)
	own := strings.Replace(file, "Wat vragen wij van u?", "Wat vraagt de wijk van u?", 1)
	send := func(content string) *httptest.ResponseRecorder {
		return d.sendForm("cora", warning+"/inlezen", nil, map[string][2]string{"bestand": {"brief.json", content}})
	}
	answer := send("\ufeff" + own)
	if answer.Code != http.StatusOK {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, answer.Body.String(), "Er is nog niets bewaard", "Wat vraagt de wijk van u?")
	if strings.Contains(d.get("cora", warning, http.StatusOK), "de wijk") {
		t.Error("reading it in kept it")
	}
	kept := d.post("cora", warning, with(formOf(t, answer.Body.String(), warning), "actie", "bewaar"))
	if kept.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", kept.Code, kept.Body)
	}
	mustHave(t, d.get("cora", warning, http.StatusOK), "Wat vraagt de wijk van u?", "Versie 2")
	for _, row := range []struct{ name, content, want string }{
		{"without a block", strings.Replace(own, `"name": "rechtsmiddel"`, `"name": "anders"`, 1), "Blok ‘Als iemand het er niet mee eens is’: Dit blok ontbreekt."},
		{"of another letter", d.get("cora", "/beheer/brieven/pandverbod/bestand", http.StatusOK), "Dit bestand is van een andere brief."},
		{"no letter at all", "naam;adres", "Dit bestand kunnen we niet lezen als brief."},
		{"a large file", strings.Repeat(" ", 100_000), "Dit bestand is te groot voor een brief."},
		{"a very large file", strings.Repeat(" ", 6<<20), "Dit bestand is te groot voor een brief."},
	} {
		answer := send(row.content)
		if answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", row.name, answer.Code)
		}
		mustHave(t, answer.Body.String(), row.want, `href="#veld-bestand"`)
	}
	if answer := d.sendForm("cora", warning+"/inlezen", nil, nil); answer.Code != http.StatusUnprocessableEntity {
		t.Errorf("no file: %d", answer.Code)
	}
	for _, who := range []string{"mila", "rosa"} {
		if answer := d.sendForm(who, warning+"/inlezen", nil, map[string][2]string{"bestand": {"brief.json", own}}); answer.Code != http.StatusNotFound {
			t.Errorf("%s: %d", who, answer.Code)
		}
	}
	if to := d.ask("cora", httptest.NewRequest(http.MethodGet, warning+"/inlezen", nil)).Header().Get("Location"); to != warning {
		t.Errorf("reloading leads to %q", to)
	}
}
