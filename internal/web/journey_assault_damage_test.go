package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// on moves the clock to a moment in Amsterdam, such as "2026-12-02 09:00".
func (j *assault) on(moment string) {
	j.t.Helper()
	zone := j.Org.Settings.Location()
	at, err := time.ParseInLocation("2006-01-02 15:04", moment, zone)
	j.Must(err)
	j.Clock.Set(at.UTC())
}

// fromWorklist comes to the case by the worklist.
func (j *assault) fromWorklist() {
	j.t.Helper()
	j.mila.ClickAndLoad("a[href='/werkvoorraad']")
	j.mila.ClickAndLoad("main a[href='/zaken/" + j.casefile + "']")
}

// toCase goes from a page of the case back to the case.
func (j *assault) toCase() {
	j.t.Helper()
	j.mila.ClickAndLoad("a[href='/zaken/" + j.casefile + "']")
}

// hearingPlanned: there is a day in court, and with it a day before which
// damage is claimed.
func (j *assault) hearingPlanned() {
	p := j.mila
	j.follows(p, "gedaan", "politie-verloop", "Aangifte")
	choose(j.t, p, "step", "Er is een zitting gepland")
	fill(p, "#veld-hearingOn", "18 december", "#veld-omReference", "16-123456-26")
	j.sends(p, "Zitting op 18 december 2026", "16-123456-26")
	j.look(p, "zaak-zitting")
}

// damageClaimed: a pair of glasses of Rosa with its receipt, and a chair of the
// employer, both claimed in the criminal case.
func (j *assault) damageClaimed() {
	p := j.mila
	p.ClickAndLoad(".utrecht-alert a[href$='/schade']") // the warning leads there
	j.look(p, "schade")
	reads(j.t, p, "Zitting op 18 december 2026", "uiterlijk 4 december 2026")
	j.goes(p, "schade-item", "/schade/nieuw")
	j.goes(p, "bon", "/bewijs?bon=ja")
	p.Choose("#veld-evidence", j.file("bon bril Rosa.txt", "Bril: 129,95 euro\n"))
	j.sends(p, "Schade toevoegen")
	j.addDamage("Van de medewerker: kleding", "129,95", "Bril kapot", "bon bril Rosa.txt")
	j.addDamage("Van ons: meubels", "350", "De stoel waarmee hij sloeg", "")
	reads(j.t, p, "€ 479,95", "bon bril Rosa.txt")
	if text := p.Text("main"); strings.Contains(text, "uiterlijk 4 december") {
		j.t.Errorf("all is claimed, and the page still warns: %s", text)
	}
	j.look(p, "schade-gevraagd")
	j.toCase()
}

// file makes a file that somebody has on her own machine.
func (j *assault) file(name, content string) string {
	j.t.Helper()
	path := filepath.Join(j.t.TempDir(), name)
	j.Must(os.WriteFile(path, []byte(content), 0o600))
	return path
}

func (j *assault) addDamage(kind, amount, what, receipt string) {
	j.t.Helper()
	p := j.mila
	j.goes(p, "schade-item", "/schade/nieuw")
	choose(j.t, p, "kind", kind)
	fill(p, "#veld-amount", amount, "#veld-description", what)
	if receipt != "" {
		choose(j.t, p, "receipt", receipt)
	}
	choose(j.t, p, "route", "Voegen")
	fill(p, "#veld-claimed", amount, "#veld-claimedOn", "vandaag")
	j.sends(p, what)
}

// sentenced: the court speaks, Rosa is told and reads it on her own page.
func (j *assault) sentenced() {
	p := j.mila
	j.fromWorklist()
	for _, step := range []struct{ what, sentence string }{{"Veroordeeld", "zestig uur werkstraf"}, {"De schade moet worden vergoed", ""}} {
		j.follows(p, "gedaan", "politie-verloop", "Aangifte")
		choose(j.t, p, "step", step.what)
		if step.sentence != "" {
			fill(p, "#veld-sentence", step.sentence)
		}
		fill(p, "#veld-toldOn", "vandaag")
		j.sends(p, step.what, "De medewerker weet dit sinds 21 december 2026")
	}
	reads(j.t, p, "Straf: zestig uur werkstraf")
	r := j.rosa
	r.Open(j.mailedTo(j.t, "rosa"))
	reads(j.t, r, "Er is nieuws van de politie of de rechter", "Veroordeeld.", "De schade moet worden vergoed.")
	if text := r.Text("main"); strings.Contains(text, "PL0600") || strings.Contains(text, "16-123456-26") {
		j.t.Errorf("the reporter reads the numbers of the police: %s", text)
	}
}

// damageReceived: what the court awarded comes in.
func (j *assault) damageReceived() {
	p := j.mila
	j.goes(p, "schade", "/schade")
	for _, item := range [][2]string{{"Bril kapot", "129,95"}, {"De stoel", "350"}} {
		j.follows(p, "posten", "schade-bijwerken", item[0])
		fill(p, "#veld-awarded", item[1], "#veld-awardedOn", "vandaag", "#veld-received", item[1], "#veld-receivedOn", "vandaag")
		j.sends(p, "Afgerond")
	}
	j.look(p, "schade-afgerond")
	j.toCase()
}
