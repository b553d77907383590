package document_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

func TestJSONKeepsADocument(t *testing.T) {
	for _, d := range []document.Document{letter(t), dossier(t), {}} {
		frozen, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := document.UnmarshalDocument(frozen)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := json.Marshal(again)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(frozen, twice) || again.PlainText() != d.PlainText() || !again.Date.Equal(d.Date) || !bytes.Equal(pdf(t, again), pdf(t, d)) {
			t.Errorf("another document comes back: %s", twice)
		}
	}
}

// TestJSONOfEveryKindStaysReadable holds the form itself: what was frozen once
// is read for ever.
func TestJSONOfEveryKindStaysReadable(t *testing.T) {
	d := letter(t)
	d.Letterhead.Logo = []byte{1, 2}
	d.Blocks = append(d.Blocks, document.Figure{Data: []byte{3}, Alt: "a", Caption: "c", WidthMM: 4}, document.PageBreak{})
	frozen, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "letter.json", append(frozen, '\n'))
}

func TestJSONRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, text := range []string{
		``, `{}`, `null`, `{"format":2,"blocks":[]}`, `{"format":1,"blocks":[]} x`, `{"format":1,"blocks":[],"extra":1}`,
		`{"format":1,"blocks":[{"kind":"video","value":{}}]}`, `{"format":1,"blocks":[{"kind":"heading","value":{"level":1,"text":"a","colour":"red"}}]}`,
		`{"format":1,"blocks":[{"kind":"heading"}]}`, `{"format":1,"blocks":[{"kind":"","value":{}}]}`, `{"format":1,"blocks":[{"kind":"list","value":[]}]}`,
	} {
		if d, err := document.UnmarshalDocument([]byte(text)); err == nil {
			t.Errorf("%s is taken for %+v", text, d)
		}
	}
}

func TestPointersAreNoBlocks(t *testing.T) {
	d := document.Document{Blocks: []document.Block{&document.Heading{Level: 1, Text: "a"}}}
	if _, err := json.Marshal(d); err == nil {
		t.Error("JSON takes it")
	}
	var out bytes.Buffer
	for name, write := range writers(d) {
		if err := write(&out); err == nil || out.Len() > 0 {
			t.Errorf("%s takes it", name)
		}
	}
	if got := (document.Document{Blocks: []document.Block{nil}}).WritePDF(&out); got == nil || !strings.Contains(got.Error(), "block 0") {
		t.Error(got)
	}
}

func FuzzUnmarshalDocument(f *testing.F) {
	for _, d := range []document.Document{letter(f), {}} {
		frozen, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(frozen)
	}
	f.Add([]byte(`{"format":1,"title":"","lang":"","blocks":[{"kind":"table","value":{"head":["a"],"rows":[["b","c"],null],"widths":[0]}},{"kind":"facts","value":{"rows":[["a"]]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := document.UnmarshalDocument(data)
		if err != nil {
			return
		}
		frozen, err := json.Marshal(d)
		if err != nil {
			if d.Date.UTC().Year() < 0 || d.Date.UTC().Year() > 9999 {
				return // a zone can carry the last day of 9999 over
			}
			t.Fatal(err)
		}
		again, err := document.UnmarshalDocument(frozen)
		if err != nil || again.PlainText() != d.PlainText() {
			t.Fatalf("does not come back: %v", err)
		}
	})
}
