package page

// Table is rows and columns that become cards on a phone: "table". Wide tables
// scroll inside themselves, never the page.
type Table struct {
	ID      string // unique on the page
	Caption string
	Columns []Column
	Rows    []Row
	Foot    []Row // totals
	Empty   EmptyState
	More    Pagination
}

// Column is the head of a column.
type Column struct {
	Label   string
	Numeric bool // aligned right, digits of equal width
}

// Row is one line. Its first cell names it.
type Row struct{ Cells []Cell }

// Cell is one value.
type Cell struct {
	Text  string
	Href  string
	Badge *Badge
}

// TextRow makes a row of plain values.
func TextRow(values ...string) Row {
	row := Row{Cells: make([]Cell, len(values))}
	for i, value := range values {
		row.Cells[i] = Cell{Text: value}
	}
	return row
}

// column gives the column at position i, for the label that a cell shows on a
// phone. A row that is longer than the head gets an empty one.
func (t Table) column(i int) Column {
	if i >= len(t.Columns) {
		return Column{}
	}
	return t.Columns[i]
}

// CaptionID is the id of the caption, which names the part that scrolls.
func (t Table) CaptionID() string { return t.ID + "-bijschrift" }

// lineCell is a cell that knows its column.
type lineCell struct {
	Cell    Cell
	Label   string
	Numeric bool
	First   bool
}

// Line pairs a row with the columns, for the template.
func (t Table) Line(row Row) []lineCell {
	out := make([]lineCell, len(row.Cells))
	for i, cell := range row.Cells {
		column := t.column(i)
		out[i] = lineCell{Cell: cell, Label: column.Label, Numeric: column.Numeric, First: i == 0}
	}
	return out
}
