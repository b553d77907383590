package vpt_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rugdekking/vpt"
)

const pngStart = "\x89PNG\r\n\x1a\n"

func TestStationery_Validate(t *testing.T) {
	seven := []string{"1", "2", "3", "4", "5", "6", "7"}
	long := strings.Repeat("x", vpt.MaxLine+1)
	for _, c := range []struct {
		name string
		in   vpt.Stationery
		want []string
	}{
		{"nothing", vpt.Stationery{}, nil},
		{"six lines", vpt.Stationery{Lines: seven[:6]}, nil},
		{"seven lines", vpt.Stationery{Lines: seven, Ombudsman: seven}, []string{"lines te-veel-regels", "ombudsman te-veel-regels"}},
		{"a long line", vpt.Stationery{Complaint: []string{"kort", long}}, []string{"complaint te-lang"}},
		{"long", vpt.Stationery{Footer: long, Breach: strings.Repeat("x", vpt.MaxText+1)}, []string{"footer te-lang", "breach te-lang"}},
		{"two lines in one", vpt.Stationery{Phone: "14 012\n088", Breach: "eerst dit\ndan dat"}, []string{"phone een-regel"}},
		{"an address that is none", vpt.Stationery{Email: "post"}, []string{"email geen-e-mailadres"}},
		{"a logo", vpt.Stationery{Logo: []byte(pngStart), LogoAlt: "ons logo"}, nil},
		{"a logo without words", vpt.Stationery{Logo: []byte("\xff\xd8\xff\xe0")}, []string{"logoAlt verplicht"}},
		{"no logo", vpt.Stationery{Logo: []byte("GIF89a"), LogoAlt: "ons logo"}, []string{"logo geen-logo"}},
		{"a large one", vpt.Stationery{Logo: []byte(pngStart + strings.Repeat("x", vpt.MaxLogo)), LogoAlt: "ons logo"}, []string{"logo logo-te-groot"}},
	} {
		var e *vpt.Error
		var got []string
		if errors.As(c.in.Validate(), &e) {
			for _, f := range e.Fields {
				got = append(got, f.Path+" "+f.Code)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestStationery_Missing(t *testing.T) {
	all := vpt.Stationery{}.Missing()
	if !slices.Equal(all, []string{"lines", "phone", "complaint", "ombudsman", "privacy", "retention"}) {
		t.Errorf("%v", all)
	}
	some := vpt.Stationery{Lines: []string{"Plein 1"}, Phone: "14 012", Complaint: []string{"x"}, Ombudsman: []string{"y"}, Privacy: "z"}
	if got := some.Missing(); !slices.Equal(got, []string{"retention"}) {
		t.Errorf("%v", got)
	}
}

func TestSaveStationery_LogoStaysUnlessDroppedOrReplaced(t *testing.T) {
	kept := vpt.Stationery{Logo: []byte("oud"), LogoAlt: "oud"}
	words := vpt.Stationery{LogoAlt: "woorden", Phone: "14 012"}
	if got := (vpt.SaveStationery{Stationery: words}).Over(kept); string(got.Logo) != "oud" || got.LogoAlt != "woorden" || got.Phone != "14 012" {
		t.Errorf("kept: %+v", got)
	}
	if got := (vpt.SaveStationery{Stationery: words, DropLogo: true}).Over(kept); got.Logo != nil || got.LogoAlt != "" {
		t.Errorf("dropped: %+v", got)
	}
	words.Logo = []byte("nieuw")
	if got := (vpt.SaveStationery{Stationery: words, DropLogo: true}).Over(kept); string(got.Logo) != "nieuw" {
		t.Errorf("replaced: %+v", got)
	}
}

func TestBlockName(t *testing.T) {
	taken := map[string]bool{"gehoord": true, "gehoord-2": true}
	for title, want := range map[string]string{
		"Wat nu?": "wat-nu", "Gehoord": "gehoord-3", "": "eigen", "2e kans": "eigen-2e-kans", "é": "eigen",
		"Dit is een heel erg lange kop die niet past": "dit-is-een-heel-erg-lange-kop",
	} {
		if got := vpt.BlockName(title, taken); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
