package vpt

import (
	"errors"
	"testing"
)

// No mail goes to a name that breaks its line, so no account gets one.
func TestSavePerson_NamesStandOnOneLine(t *testing.T) {
	for text, good := range map[string]bool{
		"Fatma Yılmaz": true, "Zoë d’Ancona-de Vries": true,
		"Fatma\nBcc: x@y.example": false, "om\u202egekeerd": false, "a\u2028b": false, "a\x00b": false, "\xff": false, "a\tb": false,
	} {
		for _, in := range []SavePerson{
			{Name: NewPrivate(text), Email: NewPrivate("a@b.example")},
			{Name: NewPrivate("Fatma"), Email: NewPrivate("a@b.example"), Function: NewPrivate(text)},
		} {
			if err := in.Validate(); (err == nil) != good {
				t.Errorf("%q: %v", text, err)
			}
		}
		err := SaveUnit{Name: text}.Validate()
		if found := (*Error)(nil); (err == nil) != good || !good && (!errors.As(err, &found) || found.Fields[0] != Field{"name", "vreemde-tekens"}) {
			t.Errorf("unit %q: %v", text, err)
		}
		if err := (SaveSite{Name: text}).Validate(); (err == nil) != good {
			t.Errorf("site %q: %v", text, err)
		}
	}
}
