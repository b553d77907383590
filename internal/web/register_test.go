package web_test

import (
	"context"
	"encoding/csv"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestRegisterPages_FromFileToResult(t *testing.T) {
	d := newDesk(t)
	d.get("bea", "/beheer/inlezen", http.StatusOK)
	answer := d.send("bea", "register.csv", uwvRegister(t)+"FOUT-1,x,1-7-2014,,gemopper & gemor,,\n")
	where := answer.Header().Get("Location")
	if answer.Code != http.StatusSeeOther || !strings.HasPrefix(where, "/beheer/inlezen/") {
		t.Fatalf("upload: %d to %q\n%s", answer.Code, where, answer.Body)
	}
	if again := d.send("bea", "register.csv", uwvRegister(t)+"FOUT-1,x,1-7-2014,,gemopper & gemor,,\n"); again.Header().Get("Location") != where {
		t.Errorf("the same form twice leads to %q", again.Header().Get("Location"))
	}
	body := d.get("bea", where, http.StatusOK)
	mustHave(t, body, "register.csv", "Lees 396 meldingen in", "gemopper &amp; gemor", "FOUT-1", "Meldingsdatum", "woord:soorten:gemopper &amp; gemor", "kolom:vrij", "/geweigerd.csv")
	if got := d.post("bea", where+"/uitleg", url.Values{"woord:soorten:gemopper & gemor": {"Q"}}); got.Code != http.StatusUnprocessableEntity {
		t.Errorf("a wrong explanation: %d", got.Code)
	}
	if got := d.post("bea", where+"/uitleg", url.Values{"woord:soorten:gemopper & gemor": {"V"}, "kolom:vrij": {"-"}}); got.Code != http.StatusSeeOther {
		t.Fatalf("an explanation: %d\n%s", got.Code, got.Body)
	}
	mustHave(t, d.get("bea", where, http.StatusOK), "Lees 397 meldingen in", `<option value="V" selected>`)
	if got := d.post("bea", where+"/bevestiging", url.Values{}); got.Code != http.StatusSeeOther {
		t.Fatalf("confirm: %d\n%s", got.Code, got.Body)
	}
	mustHave(t, d.get("bea", where, http.StatusOK), "Het inlezen loopt: 0 van de 397 rijen", "Werk de stand bij")
	d.Must(d.App.RunRegister(context.Background(), apptest.System(d.Org.ID), vpt.ImportID(strings.TrimPrefix(where, "/beheer/inlezen/"))))
	mustHave(t, d.get("bea", where, http.StatusOK), "397 meldingen toegevoegd", "Lees nog een bestand in")
	mustHave(t, d.get("bea", "/beheer/inlezen", http.StatusOK), "register.csv", "Ingelezen")
}

// What words mean is said in the language of who reads.
func TestRegisterPages_NameCodesInTheReadersLanguage(t *testing.T) {
	d := newDesk(t)
	where := d.send("bea", "r.csv", "nummer;meldingsdatum;soort\nA;1-1-2014;verbaal\nB;2-1-2014;gemopper\n").Header().Get("Location")
	v, err := d.App.RegisterByID(context.Background(), d.Actor("bea"), vpt.ImportID(strings.TrimPrefix(where, "/beheer/inlezen/")))
	d.Must(err)
	_, number := d.Report("rosa", nil)
	file, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	code, ok := file.Lists[vpt.KindList].ByCode(v.Outcome.Words[0].Code)
	if !ok || code.LabelEN == "" || code.LabelEN == code.LabelNL {
		t.Fatalf("%+v has no label of its own in English", code)
	}
	shown := func(label string) []string {
		escaped := html.EscapeString(label)
		return []string{">" + escaped + "</td>", `<option value="` + code.Code + `">` + escaped + "</option>"}
	}
	mustHave(t, d.get("bea", where, http.StatusOK), shown(code.LabelNL)...)
	d.Must(d.App.SaveLook(t.Context(), d.Actor("bea"), vpt.SaveLook{Lang: "en", Look: vpt.LookAuto}))
	mustHave(t, d.get("bea", where, http.StatusOK), shown(code.LabelEN)...)
	mustHave(t, d.get("bea", "/beheer/organisatie", http.StatusOK), `<option value="lindemeer">Lindemeer (green)</option>`, `<option value="noord">Noord (blue)</option>`)
}

func TestRegisterPages_RefusedRowsCanBePutRight(t *testing.T) {
	d := newDesk(t)
	where := d.send("bea", "r.csv", "nummer;meldingsdatum;soort\nA;1-1-2014;verbaal\nB;31-2-2014;=1+1\n").Header().Get("Location")
	rows, err := csv.NewReader(strings.NewReader(strings.ReplaceAll(strings.TrimPrefix(d.get("bea", where+"/geweigerd.csv", http.StatusOK), "\ufeff"), ";", ","))).ReadAll()
	d.Must(err)
	if len(rows) != 2 || rows[1][0] != "3" || rows[1][2] != "B" || !strings.Contains(rows[1][1], "geen datum") || rows[1][4] != "'=1+1" {
		t.Errorf("refused rows: %q", rows)
	}
}

func TestRegisterPages_RefuseFilesAndStrangers(t *testing.T) {
	d := newDesk(t)
	for content, want := range map[string]string{"": "Er staat niets in dit bestand", "PK\x03\x04kapot": "Dit bestand is kapot", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1": "oude vorm van Excel"} {
		if answer := d.send("bea", "x.csv", content); answer.Code != http.StatusUnprocessableEntity || !strings.Contains(answer.Body.String(), want) {
			t.Errorf("%q: %d lacks %q", content, answer.Code, want)
		}
	}
	where := d.send("bea", "r.csv", "kolom a;kolom b\n1;2\n").Header().Get("Location")
	body := d.get("bea", where, http.StatusOK)
	mustHave(t, body, "Er is geen rij die we kunnen inlezen", "Deze kolommen missen we nog", "kolom:kolom a")
	if strings.Contains(body, "/bevestiging") {
		t.Error("a file without a usable row can be confirmed")
	}
	for _, name := range []string{"rosa", "mila", "cora", "ada", "olga"} {
		d.get(name, "/beheer/inlezen", http.StatusNotFound)
		d.get(name, where, http.StatusNotFound)
		d.get(name, where+"/geweigerd.csv", http.StatusNotFound)
		for _, path := range []string{"/uitleg", "/bevestiging"} {
			if got := d.post(name, where+path, url.Values{}); got.Code != http.StatusNotFound {
				t.Errorf("POST %s as %s: %d", path, name, got.Code)
			}
		}
		if got := d.send(name, "r.csv", "nummer\n1\n"); got.Code != http.StatusNotFound {
			t.Errorf("a file of %s: %d", name, got.Code)
		}
	}
	d.get("bea", "/beheer/inlezen/onzin", http.StatusNotFound)
}
