package letter

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestClausesSayWhereToGo(t *testing.T) {
	r := remedies(t)
	if r.Default != vpt.RemedyComplaint || len(r.Clauses) != 3 {
		t.Errorf("the default is %s of %d clauses: a complaint is what always exists", r.Default, len(r.Clauses))
	}
	for _, c := range r.Clauses {
		promises := strings.Contains(strings.ToLower(string(c.Text)), "bezwaar maken")
		if promises != (c.Code == vpt.RemedyObjection) || c.Title == "" || c.Note == "" {
			t.Errorf("%s speaks of bezwaar: %t", c.Code, promises)
		}
		if !strings.Contains(string(c.Text), "{{klacht_adres}}") {
			t.Errorf("%s does not say where a complaint goes", c.Code)
		}
		text, err := c.Fill(full().private(t, PremisesBan))
		if err != nil {
			t.Fatal(err)
		}
		for _, need := range []string{"klacht", "\n- online: lindemeer.example/klacht\n- per brief:", "\n\n"} {
			if !strings.Contains(text.Reveal(), need) {
				t.Errorf("%s lacks %q: %s", c.Code, need, text.Reveal())
			}
		}
		if _, err := c.Fill(nil); !slices.Contains(told(err), "klacht_adres verplicht") {
			t.Errorf("%s without an address: %v", c.Code, err)
		}
	}
}

func TestEveryClauseFitsInTheLetter(t *testing.T) {
	for _, remedy := range []vpt.RemedyKind{vpt.RemedyComplaint, vpt.RemedyObjection, vpt.RemedyCourt} {
		s := full()
		s.remedy = remedy
		d := filled(t, PremisesBan, s)
		if found := faults(d, d.PlainText()); len(found) > 0 {
			t.Errorf("%s: %q", remedy, found)
		}
	}
}

func TestClausesThatAreNotRight(t *testing.T) {
	good, err := json.Marshal(remedies(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string][3]string{
		"bezwaar by itself": {`"default":"klacht"`, `"default":"bezwaar"`, "default onbekende-clausule"},
		"unknown":           {`"code":"civiele-rechter"`, `"code":"beroep"`, "blokken.3 onbekende-clausule"},
		"twice":             {`"code":"civiele-rechter"`, `"code":"klacht"`, "blokken.klacht blok-dubbel"},
		"unknown field":     {`{{ombudsman}}`, `{{ministerie}}`, "blokken.klacht.ministerie onbekend-veld-in-brief"},
		"other reader":      {`{{ombudsman}}`, `{{domicilie}}`, "blokken.klacht.domicilie veld-niet-voor-lezer"},
		"no version":        {`"version":1`, `"version":0`, "version versie"},
		"another key":       {`"version":1`, `"versie":1`, "bestand brief-onleesbaar"},
	} {
		bad := strings.ReplaceAll(string(good), c[0], c[1])
		if _, err := ParseRemedies([]byte(bad)); !slices.Contains(told(err), c[2]) {
			t.Errorf("%s: %q, want %q", name, told(err), c[2])
		}
	}
	if _, err := ParseRemedies(make([]byte, maxFile+1)); !slices.Equal(told(err), []string{"bestand brief-te-groot"}) {
		t.Errorf("too large: %v", err)
	}
	for text, want := range map[Text]string{" ": "blok-leeg", "{{naam": "accolades", Text(strings.Repeat("x", maxBlockText+1)): "blok-te-lang", "a\u202e": "vreemde-tekens"} {
		if _, err := (Clause{Code: vpt.RemedyComplaint, Text: text}).Fill(map[string]vpt.Private{}); !slices.Contains(told(err), "blokken.klacht "+want) {
			t.Errorf("%.20q: %v", string(text), err)
		}
	}
}
