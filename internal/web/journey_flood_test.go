package web_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

// screenshotFile is a picture of a message, as a telephone makes it.
func screenshotFile(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "schermafdruk bericht.png")
	file, err := os.Create(name)
	if err == nil {
		err = png.Encode(file, image.NewGray(image.Rect(0, 0, 90, 160)))
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// TestJourney_Flood: a flood of messages against one employee stays one report
// and one case, to which both she and who handles it add quickly.
func TestJourney_Flood(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		rosa, mila := h.visit(t, "rosa", o), h.visit(t, "mila", o)
		shortReport(rosa, h, "O", "Sociale media", "Onder een bericht van de gemeente staat mijn naam, met tientallen scheldpartijen.")
		rosa.ClickAndLoad("main a[href^='/meldingen/M-']:not([href$='/meer'])")
		report := rosa.URL()
		goesOn(t, rosa, report)
		mila.Open(h.mailedTo(t, "mila"))
		casefile := mila.URL()
		reads(t, mila, "Reeks 4 voorvallen, 12 november tot en met 17 november 2026", "schermafdruk bericht.png", "Rosa de Wit")
		accessible(t, mila)
		handlerAdds(t, mila, casefile)
		rosa.Open(report)
		reads(t, rosa, "Reeks 4 voorvallen") // what the handlers keep is not hers
		if strings.Contains(rosa.Text("main"), "Nepaccount") {
			t.Error("the reporter reads what the handler noted")
		}
		number := casefile[strings.LastIndex(casefile, "/")+1:]
		v, err := h.App.CaseByNumber(t.Context(), h.Actor("mila"), number)
		h.Must(err)
		if len(v.Occurrences) != 6 || len(v.Reports) != 1 || len(v.Evidence) != 1 || v.Evidence[0].Name.Reveal() != "schermafdruk bericht.png" {
			t.Errorf("%d events, %d reports, %d files", len(v.Occurrences), len(v.Reports), len(v.Evidence))
		}
		if n := h.Value(`SELECT count(id) || '' FROM casefile`); n != "1" {
			t.Errorf("%s cases, want one", n)
		}
	})
}

// goesOn: it happens again, and again; she pastes her list and a picture.
func goesOn(t *testing.T, rosa *browsertest.Page, report string) {
	accessible(t, rosa)
	rosa.ClickAndLoad("main a[href$='/reeks']")
	reads(t, rosa, "Het blijft één melding en één zaak", "Er staan nog geen voorvallen")
	accessible(t, rosa)
	fill(rosa, "#veld-events", "12-11 20:15 twintig berichten op Facebook\ngisteren de hele avond appjes\neen mail met mijn adres erin")
	rosa.ClickAndLoad("main form button[type=submit]")
	if !rosa.HasFocus("#fouten") {
		t.Errorf("the focus is on %s, not on the summary of errors", rosa.Focused())
	}
	reads(t, rosa, "Regel 3: Dit is geen datum", "Er staan nog geen voorvallen")
	if !strings.Contains(rosa.Value("#veld-events"), "twintig berichten") {
		t.Error("what she typed is gone")
	}
	accessible(t, rosa)
	rosa.Click("#veld-events") // she mends the one line instead of typing it all again
	rosa.Press(browsertest.Down, browsertest.Down, browsertest.Down, browsertest.Down, browsertest.Down, browsertest.Home)
	rosa.Type("vandaag ")
	rosa.ClickAndLoad("main form button[type=submit]")
	reads(t, rosa, "Het staat erbij.", "Voorvallen in deze reeks: 3", "twintig berichten op Facebook", "20:15", "de hele avond appjes", "een mail met mijn adres erin")
	fill(rosa, "#veld-events", "vandaag 9:40 weer een filmpje over mij")
	rosa.ClickAndLoad("main form button[type=submit]")
	reads(t, rosa, "Voorvallen in deze reeks: 4")
	rosa.ClickAndLoad("main a[href='" + report[strings.Index(report, "/meldingen/"):] + "']")
	reads(t, rosa, "Reeks 4 voorvallen, 12 november tot en met 17 november 2026")
	rosa.Choose("#veld-evidence", screenshotFile(t))
	rosa.ClickAndLoad("main form[action$='/bewijs'] button[type=submit]")
	reads(t, rosa, "schermafdruk bericht.png")
	accessible(t, rosa)
}

// handlerAdds: who handles the case adds what she finds herself.
func handlerAdds(t *testing.T, mila *browsertest.Page, casefile string) {
	mila.ClickAndLoad("main a[href$='/reeks']")
	reads(t, mila, "Voorvallen in deze reeks: 4", "Rosa de Wit")
	accessible(t, mila)
	fill(mila, "#veld-events", "gisteren 22:05 Nepaccount met haar foto\nvandaag 8:30 het filmpje staat er nog")
	mila.ClickAndLoad("main form button[type=submit]")
	reads(t, mila, "Het staat erbij.", "Voorvallen in deze reeks: 6", "Nepaccount met haar foto", "Mila van Dijk")
	mila.ClickAndLoad("main a[href='" + casefile[strings.Index(casefile, "/zaken/"):] + "'].nl-link:not(.rd-crumb)")
	reads(t, mila, "Reeks 6 voorvallen, 12 november tot en met 17 november 2026")
}
