package page

import (
	"cmp"
	"slices"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Figures is the page of the half-year figures: a sentence, then each chart
// with the table of the same numbers, then how to read them.
type Figures struct {
	Shell
	Heading   PageHeading
	Sentence  string // the answer in a sentence
	Errors    FieldErrors
	Choice    FilterBar
	Notes     []Alert
	Empty     *EmptyState
	Kinds     BarChart
	KindTable Table
	Months    LineChart
	MonthList Table
	Measures  BarChart
	MeasTable Table
	Outcomes  Table
	Times     Table
	Apart     Table
	Remarks   []string
	Downloads []Link
}

// FigureLinks makes the addresses that lead on from a page of figures.
type FigureLinks struct {
	Download func(form string) string
	Drill    func(vpt.FigureRef) string // nil for who may not see cases
}

// Show puts figures on the page.
func (p *Figures) Show(t *nl.Texts, f vpt.Figures, links FigureLinks) {
	lang := t.Lang()
	p.Sentence = t.FigureSentence(f)
	if len(f.Units) > 0 {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Text: []string{t.Fill("cijfers.alleen", "onderdelen", strings.Join(f.Units, ", "))}})
	}
	if f.Reports == 0 {
		p.Empty = &EmptyState{Icon: "figures", Title: t.Text("cijfers.leeg"), Text: t.Text("cijfers.leeg-uitleg")}
		return
	}
	source := t.Fill("cijfers.bron", "organisatie", f.Organisation.Name, "periode", nl.Period(string(f.Period.From), string(f.Period.To), lang))
	v := figureView{t, links, source}
	p.Kinds, p.KindTable = v.kinds(f)
	p.Months, p.MonthList = v.months(f)
	p.Measures, p.MeasTable = v.measures(f)
	p.Outcomes = v.counts("afloop", t.Text("cijfers.afloop"), t.Outcomes(f), true)
	p.Apart = v.counts("apart", t.Text("cijfers.apart"), t.Apart(f), false)
	p.Times = v.times(f)
	for _, code := range f.Remarks {
		p.Remarks = append(p.Remarks, t.Remark(code))
	}
	for _, form := range []string{"csv", "xlsx", "ods"} {
		p.Downloads = append(p.Downloads, Link{Label: t.Text("cijfers.download-" + form), Href: links.Download(form)})
	}
}

type figureView struct {
	t      *nl.Texts
	links  FigureLinks
	source string
}

func (v figureView) number(n int) string { return nl.Number(int64(n), v.t.Lang()) }

// title names a chart with its period, so that a picture of it stands alone.
func (v figureView) title(key string, f vpt.Figures) string {
	return v.t.Text(key) + ", " + v.t.PeriodName(f.Period)
}

// counted is a number that leads to its reports, for who may see them.
func (v figureView) counted(n int, ref vpt.FigureRef) Cell {
	cell := Cell{Text: v.number(n)}
	if v.links.Drill != nil && n > 0 {
		cell.Href = v.links.Drill(ref)
	}
	return cell
}

func (v figureView) kinds(f vpt.Figures) (BarChart, Table) {
	t := v.t
	chart := BarChart{ID: "soorten", Title: v.title("cijfers.soorten", f), Source: v.source, Description: t.Text("cijfers.soorten-zin-geen")}
	table := Table{ID: "tabel-soorten", Caption: t.Text("cijfers.soorten-tabel"), Columns: []Column{
		{Label: t.Text("cijfers.soort")}, {Label: t.Text("cijfers.aantal"), Numeric: true}, {Label: t.Text("cijfers.percentage"), Numeric: true},
		{Label: t.Text("cijfers.basis"), Numeric: true}, {Label: t.Text("cijfers.ervoor"), Numeric: true},
	}}
	for i, l := range f.Kinds {
		chart.Bars = append(chart.Bars, Bar{Label: t.LineLabel(l), Value: float64(l.Count), Text: v.number(l.Count), Series: i})
		share := nl.Permille(l.Permille, t.Lang())
		if l.Permille == vpt.NoPercentage {
			share = t.Text("cijfers.geen-percentage")
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			{Text: t.LineLabel(l)}, v.counted(l.Count, vpt.KindRef(l.Code)), {Text: share}, {Text: v.number(l.Base)}, {Text: v.number(l.CountPrior)},
		}})
	}
	if most := slices.MaxFunc(f.Kinds, byCount); most.Count > 0 {
		chart.Description = t.Fill("cijfers.soorten-zin", "naam", t.LineLabel(most), "aantal", v.number(most.Count), "basis", v.number(most.Base))
	}
	return chart, table
}

func byCount(a, b vpt.FigureLine) int { return cmp.Compare(a.Count, b.Count) }

func (v figureView) months(f vpt.Figures) (LineChart, Table) {
	t := v.t
	chart := LineChart{ID: "maanden", Title: v.title("cijfers.maanden", f), Source: v.source}
	table := Table{ID: "tabel-maanden", Caption: t.Text("cijfers.maanden-tabel"), Columns: []Column{{Label: t.Text("cijfers.maand")}, {Label: t.Text("cijfers.aantal"), Numeric: true}}}
	line := Line{Name: t.Text("cijfers.meldingen")}
	busiest := vpt.MonthCount{Count: -1}
	for _, m := range f.Months {
		chart.Moments = append(chart.Moments, t.MonthShort(m))
		line.Values = append(line.Values, float64(m.Count))
		table.Rows = append(table.Rows, TextRow(t.MonthText(m), v.number(m.Count)))
		if m.Count > busiest.Count {
			busiest = m
		}
	}
	chart.Lines = []Line{line}
	chart.Top, chart.TopText = float64(busiest.Count), nl.Count(busiest.Count, "melding", t.Lang())
	chart.Description = t.Fill("cijfers.maanden-zin", "maand", t.MonthText(vpt.MonthCount{Month: busiest.Month}), "aantal", chart.TopText)
	return chart, table
}

func (v figureView) measures(f vpt.Figures) (BarChart, Table) {
	t := v.t
	chart := BarChart{ID: "maatregelen", Title: v.title("cijfers.maatregelen", f), Source: v.source}
	table := Table{ID: "tabel-maatregelen", Caption: t.Text("cijfers.maatregelen-tabel"), Columns: []Column{
		{Label: t.Text("cijfers.maatregel")}, {Label: t.Text("cijfers.aantal"), Numeric: true}, {Label: t.Text("cijfers.ervoor"), Numeric: true},
	}, Empty: EmptyState{Title: t.Text("cijfers.maatregelen-leeg")}}
	for _, l := range f.Measures {
		chart.Bars = append(chart.Bars, Bar{Label: t.LineLabel(l), Value: float64(l.Count), Text: v.number(l.Count)})
		table.Rows = append(table.Rows, Row{Cells: []Cell{{Text: t.LineLabel(l)}, v.counted(l.Count, vpt.MeasureRef(l.Code)), {Text: v.number(l.CountPrior)}}})
	}
	if len(f.Measures) > 0 {
		most := slices.MaxFunc(f.Measures, byCount)
		chart.Description = t.Fill("cijfers.maatregelen-zin", "naam", t.LineLabel(most), "aantal", v.number(most.Count))
	}
	return chart, table
}

func (v figureView) counts(id, caption string, lines []nl.OutcomeCount, prior bool) Table {
	t := v.t
	table := Table{ID: "tabel-" + id, Caption: caption, Columns: []Column{{Label: t.Text("cijfers.wat")}, {Label: t.Text("cijfers.aantal"), Numeric: true}}}
	if prior {
		table.Columns = append(table.Columns, Column{Label: t.Text("cijfers.ervoor"), Numeric: true})
	}
	for _, l := range lines {
		row := Row{Cells: []Cell{{Text: l.Label}, v.counted(l.Count, l.Ref)}}
		if prior {
			row.Cells = append(row.Cells, Cell{Text: v.number(l.Prior)})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (v figureView) times(f vpt.Figures) Table {
	t := v.t
	table := Table{ID: "tabel-tijden", Caption: t.Text("cijfers.tijden"), Columns: []Column{
		{Label: t.Text("cijfers.wat")}, {Label: t.Text("cijfers.aantal"), Numeric: true}, {Label: t.Text("cijfers.percentage"), Numeric: true},
		{Label: t.Text("cijfers.basis"), Numeric: true},
	}}
	for _, c := range t.InTime(f) {
		table.Rows = append(table.Rows, TextRow(c.Label, v.number(c.Count), nl.Permille(vpt.Permille(c.Count, c.Base), t.Lang()), v.number(c.Base)))
	}
	return table
}
