package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Times is the page with how long things took: a sentence, then a table of all
// together and one of each unit, in the order of the tree.
type Times struct {
	Shell
	Heading   PageHeading
	Sentence  string
	Errors    FieldErrors
	Choice    FilterBar
	Notes     []Alert
	Tables    []Table
	Empty     EmptyState
	Remarks   []string
	Downloads []Link
}

// Show puts the times on the page.
func (p *Times) Show(t *nl.Texts, all vpt.Elapsed, download func(form string) string) {
	p.Empty = EmptyState{Title: t.Text("tijden.leeg"), Text: t.Text("tijden.leeg-tekst"), Icon: "clock"}
	if all.Narrowed {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Text: []string{t.Text("tijden.alleen")}})
	}
	if len(all.Units) == 0 {
		return
	}
	p.Sentence = t.Text("tijden.zin-klein")
	if contact := all.Total.Lines[0]; contact.Median != vpt.NoMedian {
		p.Sentence = t.Fill("tijden.zin", "tijd", nl.Span(contact.Median, t.Lang()))
	}
	all.Total.Name = t.Text("tijden.alles")
	p.Tables = append(p.Tables, timesTable(t, "alles", all.Total))
	for i, unit := range all.Units {
		p.Tables = append(p.Tables, timesTable(t, "onderdeel-"+strconv.Itoa(i+1), unit))
	}
	for n := 1; n <= 5; n++ {
		p.Remarks = append(p.Remarks, t.Text("tijden.uitleg-"+strconv.Itoa(n)))
	}
	for _, form := range []string{"csv", "xlsx", "ods"} {
		p.Downloads = append(p.Downloads, Link{Label: t.Text("cijfers.download-" + form), Href: download(form)})
	}
}

func timesTable(t *nl.Texts, id string, unit vpt.UnitTimes) Table {
	name := unit.Name
	if name == "" {
		name = t.Text("tijden.zonder")
	}
	table := Table{ID: "tijden-" + id, Caption: t.Fill("tijden.tabel", "naam", name), Columns: []Column{
		{Label: t.Text("tijden.wat")}, {Label: t.Text("tijden.mediaan"), Numeric: true}, {Label: t.Text("tijden.aantal"), Numeric: true},
		{Label: t.Text("tijden.aandeel"), Numeric: true}, {Label: t.Text("tijden.basis"), Numeric: true},
	}}
	for _, l := range unit.Lines {
		median, share := t.Text("tijden.geen"), t.Text("tijden.geen")
		if l.Median != vpt.NoMedian {
			median = nl.Span(l.Median, t.Lang())
		}
		if permille := l.Permille(); permille != vpt.NoPercentage {
			share = nl.Permille(permille, t.Lang())
		}
		table.Rows = append(table.Rows, TextRow(t.Label(l.Kind), median, nl.Number(int64(l.N), t.Lang()), share, nl.Number(int64(l.Timed), t.Lang())))
	}
	return table
}
