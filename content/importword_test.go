package content

import (
	"strings"
	"testing"
)

func TestHeadersOfKnownFiles(t *testing.T) {
	c, err := Columns()
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{
		"report_no": "number", "organisation": "organisation", "reported_on": "reported_on", "incident_on": "occurred_on",
		"types": "kinds", "measures": "measures", "police_report": "police",
		"Meldingsnummer": "number", "nummer": "number", "organisatie": "organisation", "meldingsdatum": "reported_on",
		"Datum melding": "reported_on", "incidentdatum": "occurred_on", "datum  incident ": "occurred_on", "soort(en)": "kinds",
		"maatregel(en)": "measures", "Politie": "police", "aangifte": "police", "onderdeel": "unit", "locatie": "site",
		"kanaal": "channel", "\ufeffreport_no": "number", "datum_melding": "reported_on",
	} {
		if got, ok := c.Field(header); !ok || got != want {
			t.Errorf("header %q means %q, want %q", header, got, want)
		}
	}
	if got, ok := c.Field("bsn"); ok {
		t.Errorf("header bsn means %q", got)
	}
}

func TestWordsLeadToExistingCodes(t *testing.T) {
	w, err := Words()
	if err != nil {
		t.Fatal(err)
	}
	for list, words := range map[string][]ImportWord{Kinds: w.Kinds, Measures: w.Measures, Channels: w.Channels} {
		l, err := CodeListByName(list)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words {
			c, ok := l.Code(word.Code)
			if !ok || list == Measures && !c.Choosable() {
				t.Errorf("%s: %q leads to %s, which cannot be used", list, word.Word, word.Code)
			}
		}
	}
}

func TestWordsOfKnownFiles(t *testing.T) {
	w, err := Words()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words      []ImportWord
		text, want string
	}{
		{w.Kinds, "verbale agressie", "V"}, {w.Kinds, "Persoonlijke bedreiging", "B"}, {w.Kinds, " fysieke  agressie", "F"},
		{w.Measures, "zware waarschuwing", "M2"}, {w.Measures, "Lichte Waarschuwing", "M1"},
		{w.Measures, "pandverbod", "M8"}, {w.Measures, "telefonisch contactverbod", "M7"},
		{w.Police, "ja", PoliceUndistinguished}, {w.Police, "nee", PoliceNone},
		{w.Police, "melding", PoliceNotice}, {w.Police, "aangifte", PoliceComplaint},
	} {
		if got, ok := Lookup(c.words, c.text); !ok || got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
	if got, ok := Lookup(w.Measures, "waarschuwing"); ok {
		t.Errorf("a word with two meanings is guessed to be %s", got)
	}
	if strings.Join(w.Separators, "") != ";|" {
		t.Errorf("separators %v, want ; and |", w.Separators)
	}
}

func TestImportDataSaysWhatIsAmbiguous(t *testing.T) {
	c := ImportColumns{Columns: []ImportColumn{{Field: "kinds", Headers: []string{"Soort"}}, {Field: "measures", Headers: []string{" soort "}}}}
	if c.Validate() == nil {
		t.Error("one header with two meanings is accepted")
	}
	for _, word := range []string{"ja", "", "Nee", "a  b"} {
		w := ImportWords{Police: []ImportWord{{"ja", PoliceNotice}, {word, PoliceNone}}}
		if w.Validate() == nil {
			t.Errorf("the word %q is accepted", word)
		}
	}
}
