package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Times is the page with how long things took: a sentence, then a table of all
// together, and one of each thing with the units.
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
	p.Tables = append(p.Tables, allTimes(t, all.Total))
	for i := range all.Total.Lines {
		p.Tables = append(p.Tables, unitTimes(t, i, all))
	}
	for n := 1; n <= 5; n++ {
		p.Remarks = append(p.Remarks, t.Text("tijden.uitleg-"+strconv.Itoa(n)))
	}
	for _, form := range []string{"csv", "xlsx", "ods"} {
		p.Downloads = append(p.Downloads, Link{Label: t.Text("cijfers.download-" + form), Href: download(form)})
	}
}

// allTimes is the table of everything together: a line for each thing.
func allTimes(t *nl.Texts, all vpt.UnitTimes) Table {
	table := timesTable(t, "alles", t.Text("tijden.alles"), t.Text("tijden.wat"))
	for _, l := range all.Lines {
		table.Rows = append(table.Rows, timesRow(t, t.Label(l.Kind), l))
	}
	return table
}

// unitTimes is the table of one thing: a line for each unit, by its place in the
// tree and never by a number.
func unitTimes(t *nl.Texts, i int, all vpt.Elapsed) Table {
	kind := all.Total.Lines[i].Kind
	table := timesTable(t, string(kind), t.Label(kind), t.Text("tijden.onderdeel"))
	for _, unit := range all.Units {
		name := unit.Name
		if name == "" {
			name = t.Text("tijden.zonder")
		}
		table.Rows = append(table.Rows, timesRow(t, name, unit.Lines[i]))
	}
	return table
}

func timesTable(t *nl.Texts, id, name, first string) Table {
	return Table{ID: "tijden-" + id, Caption: t.Fill("tijden.tabel", "naam", name), Columns: []Column{
		{Label: first}, {Label: t.Text("tijden.mediaan"), Numeric: true}, {Label: t.Text("tijden.aantal"), Numeric: true},
		{Label: t.Text("tijden.aandeel"), Numeric: true}, {Label: t.Text("tijden.basis"), Numeric: true},
	}}
}

func timesRow(t *nl.Texts, name string, l vpt.TimeLine) Row {
	median, share := t.Text("tijden.geen"), t.Text("tijden.geen")
	if l.Median != vpt.NoMedian {
		median = nl.Span(l.Median, t.Lang())
	}
	if permille := l.Permille(); permille != vpt.NoPercentage {
		share = nl.Permille(permille, t.Lang())
	}
	return TextRow(name, median, nl.Number(int64(l.N), t.Lang()), share, nl.Number(int64(l.Timed), t.Lang()))
}
