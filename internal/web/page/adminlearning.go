package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// learningSection are the organisation's choices about learning and the police.
func learningSection(t *nl.Texts, f fields, in vpt.LearningSettings) FormSection {
	var classes []Option
	for n := 1; n <= 4; n++ {
		classes = append(classes, Option{Value: strconv.Itoa(n), Label: t.Text("zaak.klasse-" + strconv.Itoa(n))})
	}
	return FormSection{Title: t.Text("beheer.organisatie.leren"), Fields: []FormField{
		radioOf(f.field("learning.fromClass"), strconv.Itoa(in.From()), classes),
		checkOf(f.field("learning.noOfficial"), "ja", t.Text("beheer.organisatie.learning.noOfficial-ja"), in.NoOfficial),
	}}
}
