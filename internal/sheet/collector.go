package sheet

import (
	"strings"
	"unicode"
)

// collector turns rows as they stand in a file into a Table: it drops blank
// rows, takes the first other row as header and holds the limits. Every reader
// hands its rows to one, so that the three formats mean the same by a table.
type collector struct {
	limits Limits
	header []string
	rows   []Row
	cells  int
}

// add takes one row of the file. The cells may be reused by the caller.
func (c *collector) add(line int, cells []string) error {
	cells = trimBlank(cells)
	if len(cells) == 0 {
		return nil
	}
	if len(cells) > c.limits.MaxColumns {
		return failAt(CodeTooManyColumns, line)
	}
	if len(c.rows) >= c.limits.MaxRows-1 && c.header != nil {
		return failAt(CodeTooManyRows, line)
	}
	for _, cell := range cells {
		if len(cell) > c.limits.MaxCellBytes {
			return failAt(CodeCellTooLarge, line)
		}
	}
	width := max(len(cells), len(c.header))
	if c.cells += width; c.cells > c.limits.MaxCells {
		return failAt(CodeTooManyCells, line)
	}
	kept := make([]string, width)
	for i, cell := range cells {
		if !blank(cell) {
			kept[i] = cell
		}
	}
	if c.header == nil {
		c.header = headerOf(kept)
		return nil
	}
	c.rows = append(c.rows, Row{Line: line, Cells: kept})
	return nil
}

// into completes t, or fails when no row was found.
func (c *collector) into(t Table) (Table, error) {
	if c.header == nil {
		return Table{}, fail(CodeEmpty)
	}
	t.Header, t.Rows = c.header, c.rows
	return t, nil
}

// byteOrderMark is, inside a text, what is left of files that were glued
// together: neither white space nor anything else.
const byteOrderMark = '\uFEFF'

// blank reports whether a cell holds nothing but white space.
func blank(cell string) bool {
	return strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || r == byteOrderMark }) == ""
}

// trimBlank cuts trailing blank cells.
func trimBlank(cells []string) []string {
	for len(cells) > 0 && blank(cells[len(cells)-1]) {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// headerOf collapses white space: a name that was broken over two lines in a
// narrow column is still that name.
func headerOf(cells []string) []string {
	for i, cell := range cells {
		cells[i] = strings.Join(strings.Fields(strings.ReplaceAll(cell, string(byteOrderMark), "")), " ")
	}
	return cells
}
