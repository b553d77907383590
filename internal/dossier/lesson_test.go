package dossier_test

import (
	"strings"
	"testing"

	"rugdekking/internal/dossier"
	"rugdekking/vpt"
)

// sheet is a lesson sheet whose texts name everybody.
func sheet() vpt.LessonSheet {
	d := view(vpt.IdentityNumber)
	return vpt.LessonSheet{
		Number: d.Number, Organisation: d.Organisation, Unit: "Balie", Made: d.Made, Zone: d.Zone, Month: d.OccurredOn, Kinds: d.Kinds, Channel: d.Channel,
		Summary:  p("Een bezoeker werd boos na een afwijzing.\nAnna (P-1042) riep Wim erbij; Klaver liep weg. Mail rosa@zuiderdal.example."),
		Analysed: true, Trigger: "Afwijzing van een aanvraag", Nature: "Frustratie", Causes: []string{"Brief of besluit was niet duidelijk", "Alleen werken"},
		Colleague: vpt.AnswerYes, DidWhat: p("Rosas collega Sem belde de beveiliging"), DidHelp: vpt.AnswerYes, WouldHelp: p("een tweede collega naast mevrouw Yilmaz"),
		Lessons: p("Cora Jansen past het rooster aan"), Actions: []vpt.Private{p("Noodknop bij balie 3 testen, door Mila")},
		Norm: vpt.TeamNorm{Version: 2, AdoptedOn: "2026-02-03", Lines: []vpt.NormLine{
			{Behaviour: "Schelden", Colour: vpt.NormOrange, Reaction: "Wij waarschuwen één keer.", Helps: "de gastvrouw", After: "Even praten met Mila"},
			{Behaviour: "Dreigen", Colour: vpt.NormRed, Reaction: "Wij stoppen het gesprek."}}},
		People: append(append(d.People, d.Others...), d.Contact), Instigators: d.Instigators,
	}
}

func TestLesson(t *testing.T) {
	golden(t, "leerblad.txt", dossier.Lesson(sheet()).PlainText())
	golden(t, "leerblad-leeg.txt", dossier.Lesson(vpt.LessonSheet{Number: "Z-2026-00001", Zone: sheet().Zone, Channel: "Aan de balie", Colleague: vpt.AnswerNo}).PlainText())
}

func TestLesson_NamesNobody(t *testing.T) {
	for format, text := range everyFormat(t, dossier.Lesson(sheet())) {
		for _, secret := range append(secrets, "Klaver", "Z-2026-00041", "17 november") {
			if format == "pdf, packed" && len(secret) < 6 {
				continue
			}
			if strings.Contains(strings.ToLower(text), strings.ToLower(secret)) {
				t.Errorf("the %s says %q", format, secret)
			}
		}
		if !strings.Contains(text, "een collega") || !strings.Contains(text, "de veroorzaker") {
			t.Errorf("the %s was not read well: %s", format, text)
		}
	}
}
