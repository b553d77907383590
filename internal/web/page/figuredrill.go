package page

import (
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// FigureReports is the list of reports behind one figure.
type FigureReports struct {
	Shell
	Heading PageHeading
	Circles string // why the list may be shorter than the figure; empty when it is not
	Table   Table
	Back    Link
}

// FigureName names a figure in words.
func FigureName(t *nl.Texts, ref vpt.FigureRef, measures vpt.CodeSet) string {
	name, code := ref.Split()
	switch {
	case name == "soort":
		return t.Fill("cijfers.achter.soort", "naam", t.Text("cijfers.regel."+code))
	case name == "maatregel":
		return t.Fill("cijfers.achter.maat", "naam", measures.Label(code, t.Lang()))
	case name == vpt.RefPolice && code != "":
		return t.Text("cijfers.politie." + code)
	}
	return t.Label(ref)
}

// NewFigureReports makes the page. more leads to the next reports; empty at
// the end.
func NewFigureReports(t *nl.Texts, d vpt.Drill, more string) FigureReports {
	table := Table{ID: "meldingen", Caption: t.Text("cijfers.meldingen"), Columns: []Column{
		{Label: t.Text("cijfers.achter.melding")}, {Label: t.Text("cijfers.achter.zaak")}, {Label: t.Text("cijfers.achter.gemeld")},
		{Label: t.Text("cijfers.achter.gebeurd")}, {Label: t.Text("cijfers.soort")}, {Label: t.Text("cijfers.achter.stand")},
	}, Empty: EmptyState{Title: t.Text("cijfers.achter.leeg")}, More: Pagination{Href: more, Label: t.Text("cijfers.achter.meer")}}
	for _, l := range d.Lines {
		var kinds []string
		for _, k := range l.Kinds {
			kinds = append(kinds, d.Kinds.Label(k.Code, t.Lang()))
		}
		happened := t.Text("cijfers.achter.onbekend")
		if l.OccurredOn != "" {
			happened = nl.Day(string(l.OccurredOn), t.Lang())
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			{Text: l.Report}, {Text: l.Case, Href: "/zaken/" + l.Case}, {Text: nl.Day(string(l.ReportedOn), t.Lang())}, {Text: happened},
			{Text: strings.Join(kinds, ", ")}, {Text: t.Label(l.State)},
		}})
	}
	p := FigureReports{Table: table}
	if d.Circles {
		p.Circles = t.Text("cijfers.achter.kring")
	}
	return p
}
