package nl

import (
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestPeriodName(t *testing.T) {
	texts := New("nl")
	for want, p := range map[string]vpt.Period{
		"tweede helft van 2014":                   {From: "2014-07-01", To: "2014-12-31"},
		"eerste helft van 2015":                   {From: "2015-01-01", To: "2015-06-30"},
		"derde kwartaal van 2014":                 {From: "2014-07-01", To: "2014-09-30"},
		"heel 2014":                               {From: "2014-01-01", To: "2014-12-31"},
		"1 februari tot en met 31 juli 2014":      {From: "2014-02-01", To: "2014-07-31"},
		"1 juli tot en met 30 december 2014":      {From: "2014-07-01", To: "2014-12-30"},
		"1 juli 2014 tot en met 31 december 2015": {From: "2014-07-01", To: "2015-12-31"},
		"2 juli tot en met 31 december 2014":      {From: "2014-07-02", To: "2014-12-31"},
	} {
		if got := texts.PeriodName(p); got != want {
			t.Errorf("%v: %q, want %q", p, got, want)
		}
	}
}

func TestFigureSentence(t *testing.T) {
	half := vpt.Period{From: "2026-01-01", To: "2026-06-30"}
	for _, c := range []struct {
		f      vpt.Figures
		nl, en string
	}{
		{vpt.Figures{Period: half}, "In de eerste helft van 2026 is niets gemeld.", "In the first half of 2026 nothing was reported."},
		{vpt.Figures{Period: half, Reports: 1, ReportsPrior: 1}, "In de eerste helft van 2026 is 1 melding gedaan, evenveel als in de periode ervoor.", "In the first half of 2026 1 report was made, as many as in the period before."},
		{vpt.Figures{Period: half, Reports: 1038, ReportsPrior: 1032, ReactionTimed: 10, ReactionIn24h: 9},
			"In de eerste helft van 2026 zijn 1.038 meldingen gedaan, 6 meer dan in de periode ervoor. Bij 90% kwam op tijd een reactie naar de veroorzaker.",
			"In the first half of 2026 1,038 reports were made, 6 more than in the period before. In 90% of them there was a timely reaction to the instigator."},
		{vpt.Figures{Period: vpt.Period{From: "2026-01-01", To: "2026-12-31"}, Reports: 3, ReportsPrior: 5, ReactionTimed: 4}, "In 2026 zijn 3 meldingen gedaan, 2 minder dan in de periode ervoor.", "In 2026 3 reports were made, 2 fewer than in the period before."},
		{vpt.Figures{Period: vpt.Period{From: "2026-01-02", To: "2026-01-03"}, Partial: true, Reports: 3}, "In de periode 2 januari tot en met 3 januari 2026 zijn 3 meldingen gedaan tot nu toe.", "In the period 2 January to 3 January 2026 3 reports were made so far."},
	} {
		if got := New("nl").FigureSentence(c.f); got != c.nl {
			t.Errorf("got  %s\nwant %s", got, c.nl)
		}
		if got := New("en").FigureSentence(c.f); got != c.en {
			t.Errorf("got  %s\nwant %s", got, c.en)
		}
	}
}

func TestFiguresText_IsThatOfTheReportOf2014(t *testing.T) {
	f := vpt.Figures{
		Organisation: vpt.Organisation{Name: "UWV"}, Period: vpt.Period{From: "2014-07-01", To: "2014-12-31"}, Reports: 396, NoReaction: 135,
		Kinds: []vpt.FigureLine{
			{Code: "verbaal", Count: 178, Base: 396, Permille: vpt.Permille(178, 396)}, {Code: "bedreiging", Count: 225, Base: 396, Permille: vpt.Permille(225, 396)},
			{Code: "fysiek", Count: 19, Base: 396, Permille: vpt.Permille(19, 396)}, {Code: "overig", Base: 4, Permille: vpt.NoPercentage},
		},
		Measures: []vpt.FigureLine{{Code: "M2", LabelNL: "Zware waarschuwing", Count: 1108, Permille: vpt.NoPercentage}},
		Police:   vpt.PoliceFigures{Undistinguished: 28, Total: 28}, Remarks: []string{vpt.RemarkManyKinds},
	}
	want := `UWV
1 juli tot en met 31 december 2014

Meldingen: 396 (periode ervoor: 0)

Soort                    Aantal  Percentage  Basis  Periode ervoor
Verbale agressie            178       44,9%    396               0
Persoonlijke bedreiging     225       56,8%    396               0
Fysieke agressie             19        4,8%    396               0
Overig                        0           –      4               0

Maatregel           Aantal  Periode ervoor
Zware waarschuwing   1.108               0

Politie en reactie                       Aantal  Periode ervoor
Meldingen zonder reactie                    135               0
Zaken met politie                            28               0
Melding of aangifte, niet onderscheiden      28               0

- Eén melding kan bij meer soorten tellen. Daarom is de som van de soorten hoger dan het aantal meldingen.
`
	if got := New("nl").FiguresText(f); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEveryRemarkAndLineHasWords(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		texts := New(lang)
		for _, code := range vpt.Remarks() {
			if texts.Remark(code) == "" {
				t.Errorf("%s: the remark %s has no words", lang, code)
			}
		}
		for _, line := range vpt.RollUps() {
			if texts.LineLabel(vpt.FigureLine{Code: string(line)}) == string(line) {
				t.Errorf("%s: the line %s has no words", lang, line)
			}
		}
	}
}

func TestUnderstoodSaysWhatWasRead(t *testing.T) {
	out := vpt.RegisterOutcome{
		Format: "csv", Encoding: "windows-1252", Separator: ";", Rows: 2, Missing: []vpt.RegisterColumn{vpt.ColumnNumber},
		Columns: []vpt.ColumnMeaning{{Header: "Soort", Column: vpt.ColumnKinds}, {Header: "Naam"}},
		Words:   []vpt.WordMeaning{{Column: vpt.ColumnPolice, Word: "ja", Code: string(vpt.PoliceUndistinguished), Count: 2}, {Column: vpt.ColumnPolice, Word: "nee", Count: 1}},
		Unknown: []vpt.WordMeaning{{Column: vpt.ColumnKinds, Word: "gemopper", Count: 1}},
	}
	got := New("nl").Understood(out) + New("nl").Outcome(out)
	for _, want := range []string{
		"CSV, windows-1252, gescheiden door puntkomma, 2 rijen", "Soort → Soorten", "Naam → overgeslagen", "ja → ", "nee → telt niet (1)", "missen we nog: Nummer",
		"Niet begrepen:\n  Soorten: gemopper (1)", "Toegevoegd: 0. Al bekend: 0. Geweigerd: 0.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q in\n%s", want, got)
		}
	}
}
