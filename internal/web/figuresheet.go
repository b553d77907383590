package web

import (
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/vpt"
)

// WithOrigin gives a table of figures the columns that say of whom, over which
// days and from where they are, on each row: rows get cut loose from the name of
// a file, and tables of several organisations or periods are put below each
// other. The columns stand last, so that the others keep their place.
func WithOrigin(s sheet.Sheet, t *nl.Texts, f vpt.Figures) sheet.Sheet {
	width := len(s.Columns)
	s.Columns = append(s.Columns,
		sheet.Column{Title: t.Text("cijfers.organisatie")}, sheet.Column{Title: t.Text("cijfers.onderdelen")},
		sheet.Column{Title: t.Text("cijfers.van"), Kind: sheet.KindDate}, sheet.Column{Title: t.Text("cijfers.tot"), Kind: sheet.KindDate},
		sheet.Column{Title: t.Text("cijfers.bron-kop")})
	day := func(d vpt.Date) sheet.Cell { return sheet.DateCell(d.At(0, 0, time.UTC)) }
	origin := []sheet.Cell{
		sheet.TextCell(f.Organisation.Name), sheet.TextCell(strings.Join(f.Units, ", ")), day(f.Period.From), day(f.Period.To),
		sheet.TextCell(t.Text("cijfers.bron-tekst")),
	}
	for i, row := range s.Rows {
		full := make([]sheet.Cell, width, width+len(origin))
		copy(full, row)
		s.Rows[i] = append(full, origin...)
	}
	return s
}

// FigureSheet is the table of figures for programs: one line per figure, with
// its group and code, and where it comes from. The same rows stand in CSV, XLSX
// and ODS.
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
	return WithOrigin(out, t, f)
}

// FigureDocument is the same for readers: with the source, the organisation,
// the period and the sentences that belong with the figures above the table.
func FigureDocument(t *nl.Texts, f vpt.Figures, at time.Time) sheet.Document {
	s := FigureSheet(t, f)
	period := nl.Period(string(f.Period.From), string(f.Period.To), t.Lang())
	s.Notes = append(s.Notes, t.Fill("cijfers.bron", "organisatie", f.Organisation.Name, "periode", period), t.FigureSentence(f))
	if len(f.Units) > 0 {
		s.Notes = append(s.Notes, t.Fill("cijfers.alleen", "onderdelen", strings.Join(f.Units, ", ")))
	}
	for _, code := range f.Remarks {
		s.Notes = append(s.Notes, t.Remark(code))
	}
	return sheet.Document{Title: t.Text("cijfers.titel"), Language: t.Lang(), MadeAt: at, Sheets: []sheet.Sheet{s}}
}
