package page

import (
	"net/url"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewLessonPage is the page on which the sheet for a team is made: what will
// be on it, and the one text that is written for it.
func NewLessonPage(shell Shell, t *nl.Texts, s vpt.LessonSheet, key Idempotency, typed url.Values, errs FieldErrors) *CaseSub {
	path := "/zaken/" + s.Number
	shell.Problem = len(errs) > 0
	p := &CaseSub{
		Shell: shell, Heading: PageHeading{Title: t.Text("leerblad.titel"), Lead: t.Text("leerblad.lead")}, Errors: errs,
		Back: Link{Label: t.Text("zaak.terug"), Href: path},
	}
	if !s.Analysed {
		p.Notes = []Alert{{Tone: ToneInfo, Title: t.Text("leerblad.geen-analyse"), Text: []string{t.Text("leerblad.geen-analyse-uitleg")},
			Action: &Link{Label: t.Text("leerblad.naar-analyse"), Href: path + "/" + string(ActAnalysis)}}}
	}
	var inside items
	inside.lines(t.Text("leerblad.soort"), s.Kinds)
	inside.lines(t.Text("leerblad.oorzaken"), s.Causes)
	inside.lines(t.Text("leerblad.hielp"), append(paragraphs(s.DidWhat.Reveal()), paragraphs(s.WouldHelp.Reveal())...))
	plans := paragraphs(s.Lessons.Reveal())
	for _, a := range s.Actions {
		plans = append(plans, a.Reveal())
	}
	inside.lines(t.Text("leerblad.acties"), plans)
	p.Parts = []CasePart{{ID: "erin", Title: t.Text("leerblad.erin"), Facts: DefinitionList{Items: inside}}}
	f := caseFields{fields: fields{t: t, prefix: "leerblad.", errs: errs}, typed: typed}
	formats := f.radio(f.field("format"), string(vpt.FormatPDF), labels(t, vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX))
	formats.Radio.Inline = true
	p.Form = &CaseSubForm{Key: key, Action: path + "/leerblad", Save: t.Text("leerblad.maak"), Sections: []FormSection{{Fields: []FormField{f.area(f.optional("summary"), ""), formats}}}}
	return p
}
