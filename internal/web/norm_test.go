package web_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// signPicture is the smallest picture there is.
func signPicture(w *apptest.World) []byte {
	data, err := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
	w.Must(err)
	return data
}

// normWorld fills a world with house rules and a protocol that is being
// written, and gives the addresses of their pages.
func normWorld(w *apptest.World) map[string][]string {
	ctx, cora := context.Background(), w.Actor("cora")
	shown, err := w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{
		Site: w.Sites["Stadhuis"], Text: "Wij praten rustig.\nWij blijven van elkaar af.", FromOn: "2026-02-01", ShownOn: "2026-02-01", Where: "bij de ingang van het stadhuis",
		Proof: vpt.NewPrivate("opgehangen door de bode"), FileName: vpt.NewPrivate("bord bij de ingang.png"), File: signPicture(w),
	})
	w.Must(err)
	later, err := w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{Text: "Wij praten rustig, ook aan de telefoon.", FromOn: "2027-01-01"})
	w.Must(err)
	view, err := w.App.Protocols(ctx, cora)
	w.Must(err)
	p := view.Versions[0]
	p.WindowMonths, p.Rows = 24, append(p.Rows, vpt.ProtocolRow{Label: "Filmen aan de balie"})
	w.Must(w.App.DraftProtocol(ctx, cora, vpt.DraftProtocol{Base: 1, Protocol: p}))
	balie, team := string(w.Units["Balie"]), vpt.SaveTeamNorm{Unit: w.Units["Balie"], AdoptedOn: "2026-01-12", ReviewBy: "2026-11-01", Lines: []vpt.NormLine{
		{Behaviour: "Schelden aan de balie", Colour: vpt.NormOrange, Reaction: "We noemen het gedrag en geven één keer de keuze.", Helps: "de collega ernaast", After: "We melden het."},
		{Behaviour: "Bedreigen", Colour: vpt.NormRed, Reaction: "We stoppen het gesprek en drukken op de noodknop."},
	}}
	_, err = w.App.SaveTeamNorm(ctx, w.Actor("mila"), team)
	w.Must(err)
	return map[string][]string{
		"GET /teamnormen/{onderdeel}":          {"/teamnormen/" + balie, "/teamnormen/" + string(w.Units["Werk"])},
		"GET /teamnormen/{onderdeel}/nieuw":    {"/teamnormen/" + balie + "/nieuw", "/teamnormen/" + string(w.Units["Werk"]) + "/nieuw"},
		"GET /beheer/huisregels/{id}/bewijs":   {"/beheer/huisregels/" + string(shown) + "/bewijs"},
		"GET /beheer/huisregels/{id}/ophangen": {"/beheer/huisregels/" + string(later) + "/ophangen"},
		"GET /beheer/protocol/rijen/{rij}":     {"/beheer/protocol/rijen/1", "/beheer/protocol/rijen/5"},
	}
}

// postFile sends a form with a file.
func (d *desk) postFile(name, path string, form url.Values, file string, content []byte) *httptest.ResponseRecorder {
	d.T.Helper()
	var body bytes.Buffer
	out := multipart.NewWriter(&body)
	for field, values := range form {
		for _, v := range values {
			d.Must(out.WriteField(field, v))
		}
	}
	if file != "" {
		part, err := out.CreateFormFile("file", file)
		d.Must(err)
		_, err = part.Write(content)
		d.Must(err)
	}
	d.Must(out.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", out.FormDataContentType())
	return d.ask(name, r)
}

func TestHouseRules_MadeShownAndRead(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	const path = "/beheer/huisregels/nieuw"
	mustHave(t, d.get("cora", path, http.StatusOK), `enctype="multipart/form-data"`, "Schelden, dreigen en geweld horen hier niet.")
	wrong := d.postFile("cora", path, url.Values{"text": {"Wees netjes."}, "fromOn": {"1-1-2026"}, "where": {"in de hal"}}, "bord.png", []byte("<html>"))
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("a page as picture: %d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "Wees netjes.", "in de hal", "<title>Fout", `href="#veld-file"`)
	form := url.Values{"text": {"Wees netjes."}, "fromOn": {"1-10-2026"}, "shownOn": {"2-10-2026"}, "where": {"in de hal"}, "proof": {"door de bode"}}
	if answer := d.postFile("cora", path, form, "bord.png", signPicture(d.World)); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("rosa", "/huisregels", http.StatusOK), "Wees netjes.", "in de hal, sinds 2 oktober")
	if strings.Contains(d.get("rosa", "/huisregels", http.StatusOK), "door de bode") {
		t.Error("everybody reads who hung them")
	}
	body := d.get("bea", "/beheer/huisregels", http.StatusOK)
	mustHave(t, body, "Geldt nu", "Voorbij", "door de bode", "bord.png", "Gold tot en met")
	proof := regexp.MustCompile(`/beheer/huisregels/[^/"]+/bewijs`).FindString(body)
	answer := d.ask("bea", httptest.NewRequest(http.MethodGet, proof, nil))
	if h := answer.Header(); answer.Code != http.StatusOK || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || h.Get("X-Content-Type-Options") != "nosniff" ||
		h.Get("Content-Type") != "image/png" || !bytes.Equal(answer.Body.Bytes(), signPicture(d.World)) {
		t.Errorf("the proof comes as %d %v", answer.Code, h)
	}
	for _, name := range []string{"rosa", "mila", "ada", "sven", "olga"} {
		d.get(name, proof, http.StatusNotFound)
		if answer := d.postFile(name, path, form, "", nil); name != "olga" && answer.Code != http.StatusNotFound {
			t.Errorf("%s makes house rules: %d", name, answer.Code)
		}
	}
}

func TestHouseRules_LaterHung(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	paths := normWorld(d.World)
	path := paths["GET /beheer/huisregels/{id}/ophangen"][0]
	mustHave(t, d.get("cora", path, http.StatusOK), "Wij praten rustig, ook aan de telefoon.")
	wrong := d.postFile("cora", path, url.Values{"shownOn": {"1-12-2026"}, "where": {"op de website"}}, "", nil)
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "op de website", "Deze dag moet nog komen", "Schrijf op wie ervoor zorgde")
	form := url.Values{"shownOn": {"gisteren"}, "where": {"op de website"}, "proof": {"door de webredactie"}}
	if answer := d.postFile("cora", path, form, "", nil); answer.Code != http.StatusSeeOther {
		t.Errorf("%d\n%s", answer.Code, answer.Body)
	}
	d.get("cora", path, http.StatusNotFound) // once
	mustHave(t, d.get("rosa", "/help", http.StatusOK), `href="/huisregels"`)
}

func TestProtocol_WrittenRowByRow(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	mustHave(t, d.get("mila", "/beheer/protocol", http.StatusOK), "Voorbeeld: nog niet van je eigen organisatie", "Derde keer en vaker", "3 tot 6 maanden")
	if strings.Contains(d.get("mila", "/beheer/protocol", http.StatusOK), "/beheer/protocol/beginnen") {
		t.Error("a manager is offered a new version")
	}
	if answer := d.post("cora", "/beheer/protocol/beginnen", url.Values{"from": {"nu"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d", answer.Code)
	}
	seen := func(path string) string {
		return regexp.MustCompile(`name="gezien" value="([0-9a-f]+)"`).FindStringSubmatch(d.get("cora", path, http.StatusOK))[1]
	}
	if answer := d.post("cora", "/beheer/protocol/rijen", url.Values{"gezien": {seen("/beheer/protocol/concept")}}); answer.Header().Get("Location") != "/beheer/protocol/rijen/5" {
		t.Fatalf("%d to %q", answer.Code, answer.Header().Get("Location"))
	}
	mustHave(t, d.get("cora", "/beheer/protocol/concept", http.StatusOK), "Dit moet nog", "Rij 5: Schrijf op welk gedrag dit is.", "Rij 5: Vul in wat er de eerste keer gebeurt.")
	early := d.post("cora", "/beheer/protocol/vaststellen", url.Values{"gezien": {seen("/beheer/protocol/concept")}, "verzoeksleutel": {"sleutel-1234"}})
	if early.Code != http.StatusUnprocessableEntity {
		t.Errorf("an unfinished version is adopted: %d", early.Code)
	}
	row := url.Values{
		"gezien": {seen("/beheer/protocol/rijen/5")}, "label": {"Stalken"}, "codes": {"S2"}, "cells[0].steps": {"M8"}, "cells[0].mandate": {"leidinggevende"}, "cells[0].police": {"aangifte"},
	}
	wrong := d.post("cora", "/beheer/protocol/rijen/5", row)
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("a ban without an end is kept: %d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "Stalken", "een beperking zonder einde mag niet", `value="S2" checked`)
	row.Set("cells[0].maxDays", "731")
	mustHave(t, d.post("cora", "/beheer/protocol/rijen/5", row).Body.String(), "Over meer dan een jaar besluit alleen de directie")
	row.Set("cells[0].mandate", "directie")
	if answer := d.post("cora", "/beheer/protocol/rijen/5", row); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	old := row.Get("gezien")
	if answer := d.post("bea", "/beheer/protocol/rijen/1/weg", url.Values{"gezien": {old}}); answer.Code != http.StatusUnprocessableEntity {
		t.Errorf("a row of a draft that changed is removed: %d", answer.Code)
	}
	mustHave(t, d.get("cora", "/beheer/protocol/concept", http.StatusOK), "Nieuw: Stalken")
	if answer := d.post("cora", "/beheer/protocol/vaststellen", url.Values{"gezien": {seen("/beheer/protocol/concept")}, "verzoeksleutel": {"sleutel-5678"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", "/beheer/protocol", http.StatusOK), "Stalken", "hooguit 2 jaar", "Wat er anders is dan in versie 1", `href="/beheer/protocol?versie=1"`)
	mustHave(t, d.get("mila", "/beheer/protocol?versie=1", http.StatusOK), "Die geldt niet meer")
	d.get("mila", "/beheer/protocol?versie=3", http.StatusNotFound)
	for _, name := range []string{"rosa", "ada", "sven"} {
		d.get(name, "/beheer/protocol", http.StatusNotFound)
	}
	for _, name := range []string{"rosa", "mila", "dora"} {
		if answer := d.post(name, "/beheer/protocol/beginnen", url.Values{"from": {"nu"}}); answer.Code != http.StatusNotFound {
			t.Errorf("%s begins a version: %d", name, answer.Code)
		}
	}
}

// A protocol that was downloaded can be read in again, also elsewhere.
func TestProtocol_GoesByFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	file := []byte(d.get("mila", "/beheer/protocol/bestand", http.StatusOK))
	if answer := d.postFile("olga", "/beheer/protocol/inlezen", nil, "protocol-1.json", file); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("olga", "/beheer/protocol/concept", http.StatusOK), "Klasse 1: vervelend en grof gedrag")
	wrong := d.postFile("cora", "/beheer/protocol/inlezen", nil, "protocol.json", []byte(`{"naam":"x"}`))
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "Dit is geen bestand met een protocol", `href="#veld-file"`)
	bad := bytes.Replace(file, []byte(`"leidinggevende"`), []byte(`"koning"`), 1)
	if answer := d.postFile("cora", "/beheer/protocol/inlezen", nil, "protocol.json", bad); answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("cora", "/beheer/protocol/concept", http.StatusOK), "Klasse 1: vervelend en grof gedrag: Kies wie besluit", `href="/beheer/protocol/rijen/1"`)
	if answer := d.post("cora", "/beheer/protocol/weggooien", nil); answer.Code != http.StatusSeeOther {
		t.Errorf("%d", answer.Code)
	}
	d.get("cora", "/beheer/protocol/concept", http.StatusNotFound)
}

func TestTeamNorm_MadeReadAndShownAtTheForm(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if strings.Contains(d.get("rosa", "/meldingen/nieuw", http.StatusOK), "Wat spraken we") {
		t.Error("a norm is shown to a team that has none")
	}
	path := "/teamnormen/" + string(d.Units["Balie"])
	mustHave(t, d.get("mila", path+"/nieuw", http.StatusOK), "drie voorbeelden", "Iemand scheldt of komt te dichtbij")
	form := url.Values{"gezien": {"0"}, "adoptedOn": {"vandaag"}, "reviewBy": {"17-11-2027"}, "lines.1.behaviour": {"Schelden"}, "lines.1.colour": {"oranje"}}
	wrong := d.post("mila", path+"/nieuw", form)
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "Schrijf op wat het team dan doet", `value="Schelden"`, `href="#veld-lines-0-reaction"`)
	form.Set("lines.1.reaction", "We stoppen het gesprek")
	if answer := d.post("mila", path+"/nieuw", form); answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != path {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("rosa", path, http.StatusOK), "Schelden", "Oranje: let op", "We stoppen het gesprek", "Mila van Dijk")
	mustHave(t, d.get("leo", "/meldingen/nieuw", http.StatusOK), "Wat spraken we in dit team af?", "Oranje: let op: Schelden", "We stoppen het gesprek.")
	for _, name := range []string{"wim", "wout", "ada", "otto"} {
		d.get(name, path, http.StatusNotFound)
	}
	for _, name := range []string{"rosa", "wout"} {
		d.get(name, path+"/nieuw", http.StatusNotFound)
		if answer := d.post(name, path+"/nieuw", form); answer.Code != http.StatusNotFound {
			t.Errorf("%s makes a norm: %d", name, answer.Code)
		}
	}
	if strings.Contains(d.get("mila", "/", http.StatusOK), "opnieuw te bespreken") {
		t.Error("a norm of today is late")
	}
}

func TestTeamNorm_LateIsTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	normWorld(d.World)
	mustHave(t, d.get("mila", "/", http.StatusOK), "Tijd om de norm van je team opnieuw te bespreken", `href="/teamnormen"`)
	mustHave(t, d.get("mila", "/teamnormen", http.StatusOK), "Te laat", "Bespreek opnieuw")
	if strings.Contains(d.get("rosa", "/", http.StatusOK), "opnieuw te bespreken") {
		t.Error("who cannot change the norm is asked to")
	}
}
