package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestPerson_FoundByPostAndNeverInTheAddress(t *testing.T) {
	d := newAdminDesk(t, "bea")
	status, _, to := d.post("/beheer/personen/zoeken", url.Values{"find": {"rosa@toetsdam.example"}})
	if status != http.StatusSeeOther || to != "/beheer/personen/"+string(d.w.People["rosa"]) {
		t.Errorf("status %d to %s", status, to)
	}
	status, body, _ := d.post("/beheer/personen/zoeken", url.Values{"find": {"niemand@toetsdam.example"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("status %d", status)
	}
	mustHold(t, body, `value="niemand@toetsdam.example"`, `id="veld-find-fout"`)
	if strings.Contains(body, "?find=") {
		t.Error("a link holds what was searched")
	}
}

func TestPerson_MadeChangedAndInvited(t *testing.T) {
	d := newAdminDesk(t, "bea")
	form := url.Values{"name": {"Noor Çelik"}, "email": {"noor"}, "lang": {"nl"}, "invite": {"ja"}, "unit": {string(d.w.Units["Loket"])}}
	status, body, _ := d.post("/beheer/personen/nieuw", form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `value="Noor Çelik"`, `value="noor"`, "geen e-mailadres", `value="`+string(d.w.Units["Loket"])+`" selected`)
	form.Set("email", "noor@toetsdam.example")
	status, _, to := d.post("/beheer/personen/nieuw", form)
	if status != http.StatusSeeOther {
		t.Fatalf("status %d", status)
	}
	if n := d.w.Value(`SELECT count(id) || '' FROM mail WHERE reason = 'uitnodiging'`); n != "1" {
		t.Errorf("%s invitations", n)
	}
	_, body = d.get(to)
	mustHold(t, body, "Noor Çelik", "noor@toetsdam.example", "Loket", "Uitgenodigd")
	_, body = d.get(to + "/wijzigen")
	change := sent(t, body)
	change.Set("function", "teamleider")
	if status, _, _ := d.post(to+"/wijzigen", change); status != http.StatusSeeOther {
		t.Errorf("changing: %d", status)
	}
	_, body = d.get(to)
	mustHold(t, body, "teamleider", "Noor Çelik")
	if status, _, _ := d.as("cora").post("/beheer/personen/nieuw", form); status != http.StatusNotFound {
		t.Errorf("the coordinator gets %d", status)
	}
}

func TestPerson_RolesGivenAndEnded(t *testing.T) {
	d := newAdminDesk(t, "bea")
	at := "/beheer/personen/" + string(d.w.People["rosa"])
	status, body, _ := d.post(at+"/rollen", url.Values{"scope": {"onderdeel"}, "until": {"1-1-2020"}, "from": {"1-1-2021"}})
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `href="#veld-role"`, `href="#veld-unit"`, `href="#veld-until"`, "1 januari 2021")
	form := url.Values{"role": {"leidinggevende"}, "scope": {"onderdeel"}, "unit": {string(d.w.Units["Loket"])}}
	if status, _, to := d.post(at+"/rollen", form); status != http.StatusSeeOther || to != at {
		t.Fatalf("status %d to %s", status, to)
	}
	if status, _, _ := d.post(at+"/rollen", form); status != http.StatusUnprocessableEntity {
		t.Errorf("the same role twice: %d", status)
	}
	_, body = d.get(at)
	end := regexp.MustCompile(at + `/rollen/[0-9a-f-]+/einde`).FindString(body)
	mustHold(t, body, "Leidinggevende", "17 november 2026")
	if status, _, _ := d.as("cora").post(end, nil); status != http.StatusNotFound {
		t.Errorf("ended by the coordinator: %d", status)
	}
	if _, body := d.as("cora").get(at); strings.Contains(body, "<form method=\"post\" action=\"/beheer") || strings.Contains(body, "Geef deze rol") {
		t.Error("the coordinator sees buttons that are not hers")
	}
	if status, _, _ := d.post(end, nil); status != http.StatusSeeOther {
		t.Errorf("ending: %d", status)
	}
	if d.w.Actor("rosa").Has(vpt.RoleManager) {
		t.Error("the role is still there")
	}
	own := "/beheer/personen/" + string(d.w.People["bea"])
	if status, body, _ := d.post(own+"/rollen", form); status != http.StatusUnprocessableEntity || !strings.Contains(body, "Je eigen rollen") {
		t.Errorf("her own role: %d", status)
	}
}

func TestPerson_BlockedAndUnblocked(t *testing.T) {
	d := newAdminDesk(t, "bea")
	at := "/beheer/personen/" + string(d.w.People["wim"])
	if status, _, _ := d.post(at+"/blokkering", nil); status != http.StatusSeeOther {
		t.Fatalf("status %d", status)
	}
	_, body := d.get(at)
	mustHold(t, body, "Geblokkeerd", at+"/deblokkering")
	if strings.Contains(body, at+"/uitnodiging") {
		t.Error("a blocked account can be invited")
	}
	if status, _, _ := d.post(at+"/deblokkering", nil); status != http.StatusSeeOther {
		t.Errorf("status %d", status)
	}
	if status, body, _ := d.post("/beheer/personen/"+string(d.w.People["bea"])+"/blokkering", nil); status != http.StatusUnprocessableEntity || !strings.Contains(body, "eigen account") {
		t.Errorf("herself: %d", status)
	}
	if status, _, _ := d.post("/beheer/personen/"+string(d.w.People["otto"])+"/blokkering", nil); status != http.StatusNotFound {
		t.Errorf("of another organisation: %d", status)
	}
}

// A wrong e-mail address in a list would rename somebody: the preview says so.
func TestImportPeople_PreviewSaysWhatChanges(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.upload("/beheer/personen/inlezen", "personeel.csv", "Naam;E-mailadres;Functie\nKees Nieuw;rosa@toetsdam.example;portier\n")
	mustHold(t, body, "Gewijzigd: naam (eerst: Rosa de Wit), functie")
}

const peopleFile = "Naam;E-mailadres;Functie;Onderdeel;Rol;Salaris\n" +
	"Noor Çelik;noor@toetsdam.example;teamleider;Loket;leidinggevende;3000\n" +
	"Rosa de Wit;rosa@toetsdam.example;;;;\n" +
	"Piet;piet@toetsdam.example;;Nergens;;\n"

func TestImportPeople_PreviewThenWriteThenNothing(t *testing.T) {
	d := newAdminDesk(t, "bea")
	status, body := d.upload("/beheer/personen/inlezen", "personeel.csv", peopleFile)
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, "Lees in (1)", "Geweigerde regels", "onderdeel: Dit onderdeel kennen we niet", "Salaris")
	if n := d.w.Value(`SELECT count(id) || '' FROM person`); n != "16" {
		t.Fatalf("the preview wrote: %s people", n)
	}
	form := sent(t, body)
	status, body, _ = d.post("/beheer/personen/inlezen/uitvoeren", form)
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, "Dit is er gebeurd", "Noor Çelik")
	if n := d.w.Value(`SELECT count(id) || '' FROM person`); n != "17" {
		t.Errorf("%s people, want 17", n)
	}
	status, body, _ = d.post("/beheer/personen/inlezen/uitvoeren", form)
	if status != http.StatusOK || strings.Contains(body, "Nieuwe en gewijzigde accounts") {
		t.Errorf("the second time: %d", status)
	}
	if status, _, _ := d.as("cora").post("/beheer/personen/inlezen/uitvoeren", form); status != http.StatusNotFound {
		t.Errorf("by the coordinator: %d", status)
	}
}

func TestInviteEveryone_AfterAnImport(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.upload("/beheer/personen/inlezen", "personeel.csv", peopleFile)
	_, body, _ = d.post("/beheer/personen/inlezen/uitvoeren", sent(t, body))
	mustHold(t, body, `href="/beheer/personen/uitnodigen"`, "Nodig iedereen uit (14)")
	_, body = d.get("/beheer/personen")
	mustHold(t, body, `href="/beheer/personen/uitnodigen"`, "Nodig iedereen uit (14)")
	status, body := d.get("/beheer/personen/uitnodigen")
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, "14 personen", "Verstuur 14 uitnodigingen", "24 uur")
	mails := func() string { return d.w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = 'uitnodiging'`) }
	for _, name := range []string{"cora", "mila", "rosa", "ada"} {
		if status, _ := d.as(name).get("/beheer/personen/uitnodigen"); status != http.StatusNotFound {
			t.Errorf("%s gets %d", name, status)
		}
		if status, _, _ := d.as(name).post("/beheer/personen/uitnodigen", nil); status != http.StatusNotFound || mails() != "0" {
			t.Errorf("%s sends: %d, %s mails", name, status, mails())
		}
	}
	for range 2 { // sent twice it mails nobody twice
		if status, _, to := d.post("/beheer/personen/uitnodigen", nil); status != http.StatusSeeOther || to != "/beheer/personen" || mails() != "14" {
			t.Fatalf("%d to %q, %s mails", status, to, mails())
		}
	}
	_, body = d.get("/beheer/personen")
	if strings.Contains(body, "Nodig iedereen uit") {
		t.Error("nobody waits, and there is a button to invite them")
	}
	_, body = d.get("/beheer/personen/uitnodigen")
	mustHold(t, body, "niemand om uit te nodigen")
	if strings.Contains(body, `action="/beheer/personen/uitnodigen"`) {
		t.Error("there is a form for nobody")
	}
}

func TestImportPeople_SaysWhatIsWrongWithTheFile(t *testing.T) {
	d := newAdminDesk(t, "bea")
	for name, c := range map[string]struct{ text, want string }{
		"no columns":      {"Voornaam;Adres\nNoor;Kade 1\n", "geen kolommen naam en e-mail"},
		"a picture":       {"\x89PNG\r\n\x1a\n\x00\x00", "kunnen we niet lezen"},
		"a web page":      {"<html></html>", "kunnen we niet lezen"},
		"only the header": {"naam,e-mail\n", "ten minste één regel"},
	} {
		status, body := d.upload("/beheer/personen/inlezen", "lijst.csv", c.text)
		if status != http.StatusUnprocessableEntity || !strings.Contains(body, c.want) {
			t.Errorf("%s: %d, and it does not say %q", name, status, c.want)
		}
		if status, _ := d.as("mila").upload("/beheer/personen/inlezen", "lijst.csv", c.text); status != http.StatusNotFound {
			t.Errorf("%s by a manager: %d", name, status)
		}
	}
	if status, _, _ := d.post("/beheer/personen/inlezen/uitvoeren", url.Values{"lijst": {"geen json"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("a list that is none: %d", status)
	}
}

func TestCodes_NewVersionFromTheForm(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.get("/beheer/codelijsten/soorten")
	form := sent(t, body)
	form.Set("codes.V2.labelNL", "")
	form.Set("nieuw.0.code", "V1")
	form.Set("nieuw.0.group", "V")
	form.Set("nieuw.0.labelNL", "Fluiten")
	form.Set("nieuw.0.labelEN", "Whistling")
	form.Set("nieuw.0.rollUp", "verbaal")
	status, body, _ := d.post("/beheer/codelijsten/soorten", form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `href="#veld-codes-V2-labelNL"`, `value="Whistling"`)
	form.Set("codes.V2.labelNL", "Uitschelden in het openbaar")
	form.Set("nieuw.0.code", "V77")
	form.Set("codes.V3.retired", "ja")
	if status, _, to := d.post("/beheer/codelijsten/soorten", form); status != http.StatusSeeOther || to != "/beheer/codelijsten/soorten" {
		t.Fatalf("status %d to %s", status, to)
	}
	_, body = d.get("/beheer/codelijsten/soorten")
	mustHold(t, body, "Uitschelden in het openbaar", "V77", "Versie 2")
	again := sent(t, body)
	if again.Get("codes.V3.retired") != "ja" || again.Get("codes.V77.labelNL") != "Fluiten" || again.Get("basis") != "2" {
		t.Errorf("the new version holds %v", again.Get("codes.V77.labelNL"))
	}
	if status, body, _ := d.post("/beheer/codelijsten/soorten", form); status != http.StatusUnprocessableEntity || !strings.Contains(body, "intussen gewijzigd") {
		t.Errorf("from the old version: %d", status)
	}
	_, body = d.get("/beheer/codelijsten/soorten?versie=1")
	if strings.Contains(body, "V77") || !strings.Contains(body, "oude versie") {
		t.Error("version 1 has changed")
	}
	for _, path := range []string{"/beheer/codelijsten/weg", "/beheer/codelijsten/soorten?versie=9", "/beheer/codelijsten/soorten?versie=x"} {
		if status, _ := d.get(path); status != http.StatusNotFound {
			t.Errorf("%s gives %d", path, status)
		}
	}
}

func TestCodes_FromAFileIntoTheForm(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, csv := d.get("/beheer/codelijsten/kanalen/bestand")
	changed := strings.Replace(csv, "balie", "balie", 1) + "drone;;Drone;Drone;;;;0;;\r\n"
	for name, c := range map[string]struct{ file, text string }{
		"CSV":  {"kanalen.csv", changed},
		"JSON": {"kanalen.json", `{"entries":[{"code":"drone","label_nl":"Drone","label_en":"Drone"}]}`},
	} {
		status, body := d.upload("/beheer/codelijsten/kanalen/inlezen", c.file, c.text)
		if status != http.StatusOK {
			t.Errorf("%s: %d", name, status)
			continue
		}
		form := sent(t, body)
		if form.Get("nieuw.0.code") != "drone" || form.Get("nieuw.0.labelNL") != "Drone" || !form.Has("codes.balie.labelNL") {
			t.Errorf("%s: the form holds new code %q", name, form.Get("nieuw.0.code"))
		}
		if n := d.w.Value(`SELECT MAX(version) || '' FROM code WHERE list = 'kanalen'`); n != "1" {
			t.Errorf("%s: the file was saved as version %s", name, n)
		}
	}
	for name, text := range map[string]string{"no names": "code\nx\n", "broken": `{"entries":`, "other": "<html>"} {
		if status, _ := d.upload("/beheer/codelijsten/kanalen/inlezen", "x", text); status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status, _, to := d.post("/beheer/codelijsten/kanalen/aanvullen", nil); status != http.StatusSeeOther || to == "" {
		t.Errorf("adopting: %d", status)
	}
}

func TestTokens_SecretIsShownOnce(t *testing.T) {
	d := newAdminDesk(t, "bea")
	status, body, _ := d.post("/beheer/koppelingen/nieuw", url.Values{"name": {"Intra Net"}})
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `value="Intra Net"`, `href="#veld-name"`, `href="#veld-scope"`)
	status, body, _ = d.post("/beheer/koppelingen/nieuw", url.Values{"name": {"intranet"}, "scope": {"meldingen.schrijven"}})
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	secret := regexp.MustCompile(`id="sleutel" value="([^"]{20,})"`).FindStringSubmatch(body)
	if secret == nil {
		t.Fatal("no secret")
	}
	_, body = d.get("/beheer/koppelingen")
	if strings.Contains(body, secret[1]) {
		t.Error("the secret is shown twice")
	}
	revoke := regexp.MustCompile(`/beheer/koppelingen/[0-9a-f-]+/intrekken`).FindString(body)
	if status, _, _ := d.as("rosa").post(revoke, nil); status != http.StatusNotFound {
		t.Errorf("a reporter gets %d", status)
	}
	if status, _, _ := d.post(revoke, nil); status != http.StatusSeeOther {
		t.Errorf("revoking: %d", status)
	}
	_, body = d.get("/beheer/koppelingen")
	mustHold(t, body, "intranet", "Ingetrokken")
}

func TestMail_APersonDecides(t *testing.T) {
	d := newAdminDesk(t, "cora")
	d.w.Report("rosa", nil)
	d.w.Exec(`UPDATE mail SET state = 'onzeker' WHERE reason = 'nieuwe-zaak'`)
	_, body := d.get("/beheer/post")
	mustHold(t, body, "Mila van Dijk", "Onzeker", "Verstuur opnieuw aan Mila van Dijk")
	at := regexp.MustCompile(`/beheer/post/[0-9a-f-]+`).FindString(body)
	if status, _, _ := d.as("mila").post(at, url.Values{"besluit": {"opnieuw"}}); status != http.StatusNotFound {
		t.Errorf("a manager gets %d", status)
	}
	if status, _, _ := d.post(at, url.Values{"besluit": {"opnieuw"}}); status != http.StatusSeeOther {
		t.Errorf("status %d", status)
	}
	if state := d.w.Value(`SELECT state FROM mail WHERE reason = 'nieuwe-zaak'`); state != string(vpt.MailQueued) {
		t.Errorf("state %s", state)
	}
	_, body = d.get("/beheer/post")
	mustHold(t, body, "Geen onzekere post")
}
