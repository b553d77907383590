package app_test

import (
	"io"

	"rugdekking/vpt"
)

// dossierFixtures are those of what goes on paper.
func dossierFixtures() map[string]actFixture {
	number := func(s *scene) []any { return []any{s.casefile} }
	made := func(s *scene) vpt.MakeDossier {
		return vpt.MakeDossier{Case: s.casefile, Mode: vpt.IdentityNumber, Witnesses: true, Files: true}
	}
	return map[string]actFixture{
		"DossierForm":     {about: "zaak", by: "mila", args: number},
		"DossierFile":     {about: "zaak", by: "mila", args: func(s *scene) []any { return []any{made(s), vpt.FormatODT} }},
		"Dossier":         {file: true, about: "zaak", by: "mila", args: func(s *scene) []any { return []any{made(s), io.Discard} }},
		"IdentitySheet":   {about: "zaak", by: "mila", args: number},
		"LessonSheetForm": {about: "zaak", by: "mila", args: number},
		"LessonSheet": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.MakeLessonSheet{Case: s.casefile, Summary: p("Een bezoeker werd boos."), Format: vpt.FormatODT}}
		}},
	}
}
