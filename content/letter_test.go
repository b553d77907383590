package content

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestShippedLetters(t *testing.T) {
	letters, err := Letters()
	if err != nil {
		t.Fatal(err)
	}
	measures, err := CodeListByName(Measures)
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string]bool{}
	for _, l := range letters {
		var head struct {
			Code     string   `json:"code"`
			Measures []string `json:"measures"`
		}
		if err := json.Unmarshal(l.Data, &head); err != nil || head.Code != l.Code {
			t.Errorf("%s.json calls itself %q (%v)", l.Code, head.Code, err)
		}
		for _, kind := range head.Measures {
			if m, ok := measures.Code(kind); !ok || !m.Choosable() {
				t.Errorf("%s is offered with %s, which cannot be chosen", l.Code, kind)
			}
			offered[kind] = true
		}
		if one, err := LetterByCode(l.Code); err != nil || !slices.Equal(one.Data, l.Data) {
			t.Errorf("%s is not found by its code: %v", l.Code, err)
		}
	}
	for _, kind := range []string{"M1", "M2", "M3", "M5", "M6", "M7", "M8"} {
		if !offered[kind] {
			t.Errorf("no letter is offered with %s", kind)
		}
	}
	if len(letters) != 14 {
		t.Errorf("%d letters, want 14", len(letters))
	}
	if _, err := LetterByCode("../codes/soorten"); err == nil {
		t.Error("a file that is no letter is given")
	}
	if data, err := RemedyClauses(); err != nil || !json.Valid(data) {
		t.Errorf("clauses: %v", err)
	}
}
