package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Document is a workbook to write: one or more sheets.
type Document struct {
	Title    string
	Creator  string    // "Rugdekking" when empty
	Language string    // of the texts in it: "nl" (the default) or "en"
	MadeAt   time.Time // stands in the properties; equal documents give equal bytes
	Sheets   []Sheet
}

// Sheet is one table. With Notes it is printed for a reader: the title of the
// document, the notes, an empty row, the table. Without notes it is a bare
// table from the first row on, which Read can read back in.
type Sheet struct {
	Name    string
	Notes   []string // sentences: what was counted, what is left out and why
	Columns []Column
	Rows    [][]Cell // a row may be shorter than Columns
}

// Column is the heading of a column and what is mostly in it, which decides
// width and alignment. Each cell has its own kind.
type Column struct {
	Title string
	Kind  Kind
}

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	KindText Kind = iota
	KindInteger
	KindDecimal
	KindPercentage
	KindDate
)

// Cell is one value. The zero value is an empty cell.
type Cell struct {
	kind   Kind
	filled bool
	// text is the text itself, YYYY-MM-DD for a date, and for a number its
	// decimals as rounded: "-12.50". A percentage is in per cent.
	text   string
	digits int
	day    time.Time
}

// EmptyCell is a cell without a value.
func EmptyCell() Cell { return Cell{} }

// TextCell holds text, whatever it looks like: it is never written as a number
// or a formula. Characters that a file cannot hold are replaced by U+FFFD.
func TextCell(text string) Cell {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return Cell{kind: KindText, filled: text != "", text: strings.Map(writable, text)}
}

// writable keeps what XML 1.0 can hold (§2.2); CSV gets the same, so that the
// formats do not differ.
func writable(r rune) rune {
	switch {
	case r == '\t', r == '\n', r >= ' ' && r != 0xFFFE && r != 0xFFFF:
		return r
	}
	return utf8.RuneError
}

// IntegerCell holds a whole number.
func IntegerCell(n int64) Cell {
	return Cell{kind: KindInteger, filled: true, text: strconv.FormatInt(n, 10)}
}

// DecimalCell holds a number, rounded half up to digits decimals (0 to 12). A
// value that is not a number or infinite gives an empty cell.
func DecimalCell(value float64, digits int) Cell {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return Cell{}
	}
	digits = min(max(digits, 0), 12)
	return Cell{kind: KindDecimal, filled: true, text: roundHalfUp(value, digits), digits: digits}
}

// PercentageCell holds a percentage given in per cent (44.9 is 44.9%), rounded
// as DecimalCell does.
func PercentageCell(perCent float64, digits int) Cell {
	c := DecimalCell(perCent, digits)
	if c.filled {
		c.kind = KindPercentage
	}
	return c
}

// DateCell holds the day of t, in the location of t.
func DateCell(t time.Time) Cell {
	day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return Cell{kind: KindDate, filled: true, text: day.Format(time.DateOnly), day: day}
}

// ratio is the value of a percentage as spreadsheets store it: 44.9% is 0.449.
// It is made from the digits, so that no binary noise comes in.
func (c Cell) ratio() string {
	text, negative := strings.CutPrefix(c.text, "-")
	whole, fraction, _ := strings.Cut(text, ".")
	whole = strings.Repeat("0", max(0, 3-len(whole))) + whole
	text = whole[:len(whole)-2] + "." + whole[len(whole)-2:] + fraction
	if negative {
		return "-" + text
	}
	return text
}

// preamble gives the lines above the headings. It fails when a row is wider
// than the headings.
func (s Sheet) preamble(title string) ([]string, error) {
	for i, row := range s.Rows {
		if len(row) > len(s.Columns) {
			return nil, failAt(CodeUneven, i+1)
		}
	}
	if len(s.Notes) == 0 {
		return nil, nil
	}
	var lines []string
	if title != "" {
		lines = append(lines, title)
	}
	return append(append(lines, s.Notes...), ""), nil
}

// width is how many characters a column needs, within what is pleasant to read.
func (s Sheet) width(column int) int {
	widest := utf8.RuneCountInString(s.Columns[column].Title)
	for _, row := range s.Rows {
		if column < len(row) {
			for line := range strings.Lines(row[column].text) {
				widest = max(widest, utf8.RuneCountInString(line))
			}
		}
	}
	return min(max(widest+2, 10), 60)
}

// withDefaults fills in what the caller left empty.
func (d Document) withDefaults() Document {
	if d.Language == "" {
		d.Language = "nl"
	}
	if d.Creator == "" {
		d.Creator = "Rugdekking"
	}
	if len(d.Sheets) == 0 {
		d.Sheets = []Sheet{{}} // a workbook without sheets is not valid in either format
	}
	return d
}
