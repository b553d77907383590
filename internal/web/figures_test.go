package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rugdekking/internal/sheet"
)

func TestFiguresPage_OfTheHalfYearOf2014(t *testing.T) {
	d := newDesk(t).imported()
	body := d.get("cora", "/cijfers?periode=2014-H2", http.StatusOK)
	mustHave(t, body, "In de tweede helft van 2014 zijn 396 meldingen gedaan, 396 meer dan in de periode ervoor.", "44,9%", "56,8%", "4,8%", ">135<", ">28<",
		"Eén melding kan bij meer soorten tellen", "/cijfers/soort.verbaal?periode=2014-H2", "Lichte waarschuwing", "/cijfers/download?periode=2014-H2&amp;vorm=ods")
	if strings.Contains(body, "422") {
		t.Error("the page adds kinds up")
	}
	if ada := d.get("ada", "/cijfers?periode=2014-H2", http.StatusOK); strings.Contains(ada, "/cijfers/soort") {
		t.Error("the analyst gets links to cases")
	}
	if same := d.get("cora", "/cijfers?periode=eigen&datumVanaf=1-7-2014&datumTot=31+december+2014", http.StatusOK); !strings.Contains(same, "396 meldingen") {
		t.Error("days of one's own give other figures")
	}
	mustHave(t, d.get("cora", "/cijfers", http.StatusOK), "tweede helft van 2026", "is niets gemeld", "Voor deze periode is niets gemeld")
}

func TestFiguresPage_TypedDaysStayWhenTheyAreWrong(t *testing.T) {
	d := newDesk(t)
	body := d.get("cora", "/cijfers?periode=eigen&datumVanaf=ooit&datumTot=1-7-2014", http.StatusUnprocessableEntity)
	mustHave(t, body, `value="ooit"`, `value="1-7-2014"`, "Dit is geen datum", "<title>Fout")
	d.get("cora", "/cijfers/download?periode=2014-H2&vorm=doc", http.StatusNotFound)
}

func TestFigures_StrangersFindNothing(t *testing.T) {
	d := newDesk(t).imported()
	for _, name := range []string{"rosa", "mila", "bea"} {
		for _, path := range []string{"/cijfers", "/cijfers/download?vorm=csv", "/cijfers/meldingen"} {
			d.get(name, path, http.StatusNotFound)
		}
	}
	d.get("ada", "/cijfers/meldingen?periode=2014-H2", http.StatusNotFound)
	d.get("cora", "/cijfers/onzin?periode=2014-H2", http.StatusNotFound)
	if body := d.get("olga", "/cijfers/meldingen?periode=2014-H2", http.StatusOK); strings.Contains(body, "SYN-") {
		t.Error("another organisation sees reports")
	}
}

func TestFigureReports_LeadOn(t *testing.T) {
	d := newDesk(t).imported()
	body := d.get("cora", "/cijfers/soort.bedreiging?periode=2014-H2", http.StatusOK)
	mustHave(t, body, "Soort: Persoonlijke bedreiging", "SYN-a-", "/zaken/Z-2014-", "Toon de volgende meldingen", "/cijfers/soort.bedreiging?na=")
	if n := strings.Count(body, "SYN-a-"); n != 100 {
		t.Errorf("%d reports on a page", n)
	}
}

func TestFigures_Downloads(t *testing.T) {
	d := newDesk(t).imported()
	for _, form := range []string{"csv", "xlsx", "ods"} {
		answer := d.ask("cora", httptest.NewRequest(http.MethodGet, "/cijfers/download?periode=2014-H2&vorm="+form, nil))
		if got := answer.Header().Get("Content-Disposition"); got != `attachment; filename="cijfers-2014-07-01-2014-12-31.`+form+`"` {
			t.Errorf("%s: %s", form, got)
		}
		found, err := sheet.Read(answer.Body.Bytes(), "cijfers."+form, sheet.Limits{})
		if err != nil || string(found.Format) != form {
			t.Fatalf("%s cannot be read back: %v", form, err)
		}
		all := ""
		for _, row := range found.Rows {
			all += strings.Join(row.Cells, "|") + "\n"
		}
		origin := "|" + d.Org.Name + "||2014-07-01|2014-12-31|Meldingen in Rugdekking naar meldingsdatum\n"
		told := strings.Join(found.Header, "|") + "\n" + all
		mustHave(t, told, "Percentage|Periode ervoor|Organisatie|Alleen deze onderdelen|Van|Tot en met|Bron\n", "Soort|overig|Overig|0|396|0")
		if n := strings.Count(all, origin); n != 22 {
			t.Errorf("%s: %d rows tell where they are from, want all 22", form, n)
		}
		if form != "csv" {
			mustHave(t, all, "Bron: meldingen van "+d.Org.Name+", 1 juli tot en met 31 december 2014, naar meldingsdatum")
		}
		mustHave(t, all, "Verbale agressie|178|396|", "Persoonlijke bedreiging|225|396|", "Lichte waarschuwing|98|", "Meldingen zonder reactie|135|")
		if strings.Contains(all, "422") {
			t.Errorf("%s adds kinds up", form)
		}
	}
}
