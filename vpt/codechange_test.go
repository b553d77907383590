package vpt

import (
	"slices"
	"testing"
)

func kindsForTest() CodeSet {
	return CodeSet{List: KindList, Version: 3, Codes: []Code{
		{List: KindList, Version: 3, Code: "V", LabelNL: "Schelden", LabelEN: "Abuse", TileNL: "Uitgescholden", TileEN: "Sworn at", RollUp: RollUpVerbal, Class: 1, Sort: 10, Choosable: true},
		{List: KindList, Version: 3, Code: "N", LabelNL: "Anders", LabelEN: "Other", TileNL: "Weet niet", TileEN: "Not sure", RollUp: RollUpOther, Sort: 20, Choosable: true},
		{List: KindList, Version: 3, Code: "V1", Group: "V", LabelNL: "Schreeuwen", LabelEN: "Shouting", RollUp: RollUpVerbal, Class: 1, Sort: 30, Definition: "Hard praten.", Choosable: true},
		{List: KindList, Version: 3, Code: "N9", Group: "N", LabelNL: "Overig", LabelEN: "Rest", RollUp: RollUpOther, Sort: 40, Choosable: true},
	}}
}

func TestCodeSetNext(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func([]Code) []Code
		field  string // of the first thing that is wrong; empty when it is right
		code   string
	}{
		{"another label", func(s []Code) []Code { s[2].LabelNL = "Roepen"; return s }, "", ""},
		{"another line of the figures", func(s []Code) []Code { s[2].RollUp = RollUpThreat; return s }, "", ""},
		{"a code retired", func(s []Code) []Code { s[2].Retired = true; return s }, "", ""},
		{"a new code", func(s []Code) []Code {
			return append(s, Code{Code: "V9", Group: "V", LabelNL: "Fluiten", LabelEN: "Whistling", RollUp: RollUpVerbal, Choosable: true})
		}, "", ""},
		{"a code taken away", func(s []Code) []Code { return slices.Delete(s, 2, 3) }, "codes.V1.code", "code-ontbreekt"},
		{"a code twice", func(s []Code) []Code { return append(s, s[2]) }, "codes.V1.code", "bestaat-al"},
		{"a code that differs in case only", func(s []Code) []Code {
			return append(s, Code{Code: "v1", Group: "V", LabelNL: "Iets", LabelEN: "Some", RollUp: RollUpVerbal})
		}, "codes.v1.code", "bestaat-al"},
		{"no label", func(s []Code) []Code { s[2].LabelEN = ""; return s }, "codes.V1.labelEN", "verplicht"},
		{"a label twice", func(s []Code) []Code { s[2].LabelNL = "OVERIG"; return s }, "codes.N9.labelNL", "bestaat-al"},
		{"no line of the figures", func(s []Code) []Code { s[2].RollUp = "zwaar"; return s }, "codes.V1.rollUp", "onbekende-keuze"},
		{"class 5", func(s []Code) []Code { s[2].Class = 5; return s }, "codes.V1.class", "buiten-bereik"},
		{"the group of doubt retired", func(s []Code) []Code { s[1].Retired, s[3].Retired = true, true; return s }, "codes.N.retired", "code-nodig"},
		{"a group retired above a code in use", func(s []Code) []Code { s[0].Retired = true; return s }, "codes.V1.retired", "groep-vervallen"},
		{"a new code without a group", func(s []Code) []Code {
			return append(s, Code{Code: "W1", LabelNL: "Iets", LabelEN: "Some", RollUp: RollUpOther})
		}, "codes.W1.group", "verplicht"},
		{"a new code under a code", func(s []Code) []Code {
			return append(s, Code{Code: "W1", Group: "V1", LabelNL: "Iets", LabelEN: "Some", RollUp: RollUpOther})
		}, "codes.W1.group", "onbekende-keuze"},
		{"a code with a space", func(s []Code) []Code {
			return append(s, Code{Code: "W 1", Group: "V", LabelNL: "Iets", LabelEN: "Some", RollUp: RollUpOther})
		}, "codes.W 1.code", "ongeldige-code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			next, changed, err := kindsForTest().Next(c.change(slices.Clone(kindsForTest().Codes)))
			if c.code == "" {
				if err != nil || !changed || next.Version != 4 {
					t.Fatalf("version %d, changed %t, %v; want a version 4", next.Version, changed, err)
				}
				return
			}
			var e *Error
			if e, _ = err.(*Error); e == nil || !slices.Contains(e.Fields, Field{c.field, c.code}) {
				t.Errorf("%v, want %s at %s", err, c.code, c.field)
			}
		})
	}
}

func TestCodeSetNext_KeepsTheMeaning(t *testing.T) {
	old := kindsForTest()
	codes := slices.Clone(old.Codes)
	codes[2].Group, codes[2].Definition, codes[2].Example, codes[2].Choosable = "N", "Iets heel anders.", "Nog anders.", false
	next, changed, err := old.Next(codes)
	if err != nil || changed {
		t.Fatalf("changed %t, %v: group and definition are the meaning and stay", changed, err)
	}
	if got, _ := next.ByCode("V1"); got.Group != "V" || got.Definition != "Hard praten." || !got.Choosable {
		t.Errorf("V1 became %+v", got)
	}
}

func TestCodeSetNext_PutsANewCodeInItsGroup(t *testing.T) {
	old := kindsForTest()
	next, _, err := old.Next(append(slices.Clone(old.Codes), Code{Code: "V2", Group: "V", LabelNL: "Fluiten", LabelEN: "Whistling", RollUp: RollUpVerbal}))
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for i, c := range next.Codes {
		order = append(order, c.Code)
		if c.Sort != (i+1)*10 || c.Version != 4 || c.List != KindList {
			t.Errorf("%s has sort %d, version %d, list %s", c.Code, c.Sort, c.Version, c.List)
		}
	}
	if want := []string{"V", "N", "V1", "V2", "N9"}; !slices.Equal(order, want) {
		t.Errorf("order %q, want %q", order, want)
	}
}

func TestCodeSetWith(t *testing.T) {
	old := kindsForTest()
	codes := old.With([]Code{{Code: "v1", LabelNL: "Roepen", LabelEN: "Calling", RollUp: RollUpThreat}, {Code: "V2", Group: "V", LabelNL: "Fluiten", LabelEN: "Whistling", RollUp: RollUpVerbal}})
	if len(codes) != 5 || codes[2].LabelNL != "Roepen" || codes[2].Code != "V1" || codes[4].Code != "V2" {
		t.Errorf("got %+v", codes)
	}
	if old.Codes[2].LabelNL != "Schreeuwen" {
		t.Error("the old version changed")
	}
	if lacking := old.Lacking(CodeSet{Codes: codes}); len(lacking) != 1 || lacking[0].Code != "V2" {
		t.Errorf("lacking %+v, want V2", lacking)
	}
}
