package page

import (
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// HandOver gives everything of one person to another.
type HandOver struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Errors  FieldErrors
	Key     Idempotency
	Choose  *FilterBar // whose; nil when the address says so
	Facts   DefinitionList
	Action  string
	From    Hidden
	Form    *FormSection // nil when there is nothing to give
	Save    string
	Cancel  Link
}

// NewHandOver makes the page.
func NewHandOver(shell Shell, t *nl.Texts, v vpt.HandOverView, to string, errs FieldErrors) *HandOver {
	shell.Problem = len(errs) > 0
	p := &HandOver{Shell: shell, Heading: PageHeading{Title: t.Text("overdracht.titel"), Lead: t.Text("overdracht.lead")}, Errors: errs, Save: t.Text("overdracht.bewaar")}
	if v.From.ID == "" {
		return p
	}
	p.From = Hidden{Name: "handFrom", Value: string(v.From.ID)}
	if v.Total() == 0 {
		p.Notes = []Alert{{Tone: ToneOK, Title: t.Fill("overdracht.niets", "naam", v.From.Name.Reveal())}}
		return p
	}
	count := func(key string, n int) {
		p.Facts.Items = append(p.Facts.Items, Definition{Term: t.Text(key), Text: strconv.Itoa(n)})
	}
	count("overdracht.zaken", v.Cases)
	count("overdracht.taken", v.Duties)
	count("overdracht.gesprekken", v.Talks)
	if len(v.Numbers) > 0 {
		p.Facts.Items = append(p.Facts.Items, Definition{Term: t.Text("overdracht.nummers"), Text: strings.Join(v.Numbers, ", ")})
	}
	p.Form = &FormSection{Title: t.Fill("overdracht.heeft", "naam", v.From.Name.Reveal()), Fields: []FormField{
		selectOf(fields{t, "overdracht.", errs}.field("handTo"), to, t.Text("overdracht.kies"), people(v.Choices)),
	}}
	return p
}

// Rest says that something could not go along.
func (p *HandOver) Rest(t *nl.Texts) {
	p.Notes = append(p.Notes, Alert{Tone: ToneWarning, Title: t.Text("overdracht.rest"), Text: []string{t.Text("overdracht.rest-tekst")}})
}

// ChooseFrom offers whose work there is to hand over.
func (p *HandOver) ChooseFrom(t *nl.Texts, v vpt.HandOverView) {
	list := NewSelect(Field{Name: "van", Label: t.Text("overdracht.van")}, string(v.From.ID), people(v.Holders))
	list.Blank = t.Text("overdracht.kies")
	p.Choose = &FilterBar{Action: "/werkvoorraad/overdragen", Selects: []Select{list}}
}

func people(names []vpt.PersonName) []Option {
	var out []Option
	for _, n := range names {
		out = append(out, Option{Value: string(n.ID), Label: nameAndFunction(n)})
	}
	return out
}
