package web

import (
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/vpt"
)

// FigureSheet is the table of figures for programs: one line per figure, with
// its group and code. The same rows stand in CSV, XLSX and ODS.
func FigureSheet(t *nl.Texts, f vpt.Figures) sheet.Sheet {
	out := sheet.Sheet{Name: t.Text("cijfers.titel"), Columns: []sheet.Column{
		{Title: t.Text("cijfers.groep")}, {Title: t.Text("cijfers.code")}, {Title: t.Text("cijfers.naam")},
		{Title: t.Text("cijfers.aantal"), Kind: sheet.KindInteger}, {Title: t.Text("cijfers.basis"), Kind: sheet.KindInteger},
		{Title: t.Text("cijfers.percentage"), Kind: sheet.KindPercentage}, {Title: t.Text("cijfers.ervoor"), Kind: sheet.KindInteger},
	}}
	number := func(n int) sheet.Cell { return sheet.IntegerCell(int64(n)) }
	add := func(group, code, label string, cells ...sheet.Cell) {
		out.Rows = append(out.Rows, append([]sheet.Cell{sheet.TextCell(group), sheet.TextCell(code), sheet.TextCell(label)}, cells...))
	}
	none := sheet.EmptyCell()
	percentage := func(permille int) sheet.Cell {
		if permille == vpt.NoPercentage {
			return none
		}
		return sheet.PercentageCell(float64(permille)/10, 1)
	}
	add(t.Text("cijfers.meldingen"), string(vpt.RefReports), t.Label(vpt.RefReports), number(f.Reports), none, none, number(f.ReportsPrior))
	for _, l := range f.Kinds {
		add(t.Text("cijfers.soort"), l.Code, t.LineLabel(l), number(l.Count), number(l.Base), percentage(l.Permille), number(l.CountPrior))
	}
	for _, l := range f.Measures {
		add(t.Text("cijfers.maatregel"), l.Code, t.LineLabel(l), number(l.Count), none, none, number(l.CountPrior))
	}
	for _, c := range t.Outcomes(f) {
		add(t.Text("cijfers.afloop"), string(c.Ref), c.Label, number(c.Count), none, none, number(c.Prior))
	}
	for _, c := range t.InTime(f) {
		add(t.Text("cijfers.tijden"), c.Code, c.Label, number(c.Count), number(c.Base), percentage(vpt.Permille(c.Count, c.Base)))
	}
	for _, c := range t.Apart(f) {
		add(t.Text("cijfers.apart"), string(c.Ref), c.Label, number(c.Count))
	}
	for _, m := range f.Months {
		add(t.Text("cijfers.maand"), m.Month, t.MonthText(m), number(m.Count))
	}
	return out
}

// FigureDocument is the same for readers: with the organisation, the period
// and the sentences that belong with the figures above the table.
func FigureDocument(t *nl.Texts, f vpt.Figures, at time.Time) sheet.Document {
	s := FigureSheet(t, f)
	s.Notes = append(s.Notes, f.Organisation.Name+", "+nl.Period(string(f.Period.From), string(f.Period.To), t.Lang()), t.FigureSentence(f))
	for _, code := range f.Remarks {
		s.Notes = append(s.Notes, t.Remark(code))
	}
	return sheet.Document{Title: t.Text("cijfers.titel"), Language: t.Lang(), MadeAt: at, Sheets: []sheet.Sheet{s}}
}
