package vpt_test

import (
	"slices"
	"testing"

	"rugdekking/vpt"
)

func TestIsLabelOnly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"agressief gedrag vertoond":                                      true, // Haarlem 2010
		"Betrokkene gedroeg zich intimiderend.":                          true,
		"Meneer was verward en respectloos aan de balie.":                true,
		"Zij was onbeschoft en lastig tijdens het gesprek.":              true,
		"Dreigende houding.":                                             true,
		"Zaak- of mensgericht fysiek geweld, grensoverschrijdend gedrag": true,
		"Mevrouw reageerde zeer agressief richting de medewerker":        true,
		"Was aan de telefoon uiterst onheus en intimiderend van toon":    true,
		"Hij kwam zeer agressief over op de collega's":                   true,
		"Bleef dreigend en lastig gedurende het gesprek":                 true,
		"Stond onbeleefd aan de balie":                                   true,
		"De bezoeker ging gewelddadig tekeer":                            true,
		"Hij gedroeg zich ontoelaatbaar":                                 true,

		"schold 'kankerlijer' en gooide een prop papier":                                      false,
		"Hij was agressief: hij sloeg met zijn vuist op de balie.":                            false,
		"Dreigend zei hij: \"ik wacht je op\".":                                               false,
		"Riep ‘ik weet je te vinden’ en was intimiderend":                                     false,
		"Zij was lastig en gooide de stoel om":                                                false,
		"Hij ging dreigend vlak voor haar staan en balde zijn vuist":                          false,
		"Agressief; trapte tegen het paneel van de balie":                                     false,
		"Intimiderend: bleef twintig minuten voor de deur staan":                              false,
		"Stuurde op 3 maart elf mails; de toon was respectloos":                               false,
		"Verward. Spuugde naar de bode.":                                                      false,
		"Hij heeft haar bij de arm vastgegrepen, zeer agressief":                              false,
		"Op 3 maart belde hij zes keer.":                                                      false,
		"":                                                                                    false,
		"Meneer kwam om een paspoort":                                                         false,
		"Mevrouw heeft de medewerker uitgescholden en met de dood bedreigd; dreigend gedrag.": false,
		"Hij duwde de beveiliger en uitte bedreigende taal":                                   false,
	} {
		if got := vpt.IsLabelOnly(text); got != want {
			t.Errorf("%q: label only %v, want %v", text, got, want)
		}
	}
}

func TestLabelWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Agressief en lastig, en weer AGRESSIEF": {"agressief", "lastig"},
		"een dreigende, onbeschofte man":         {"dreigende", "onbeschofte"},
		"belastingaangifte en de lastigste":      nil,
		"hij schold":                             nil,
	} {
		if got := vpt.LabelWords(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
