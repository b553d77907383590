package sheet

import (
	"bufio"
	"io"
	"strings"
)

// CSVOptions are the choices of a CSV file. Lines end with CR LF (RFC 4180) and
// the encoding is UTF-8.
type CSVOptions struct {
	Separator    byte // ';' when 0, as Dutch spreadsheet programs expect; else ',' or '\t'
	BOM          bool // byte order mark: without it, Excel takes UTF-8 for windows-1252
	DecimalComma bool // 44,9 and not 44.9
}

// WriteCSV writes the table of a sheet, without its notes: a CSV file is read
// by programs. Percentages are numbers in per cent, dates YYYY-MM-DD.
//
// A text that a spreadsheet program would take for a formula is written with an
// apostrophe before it; Read takes it off again.
func WriteCSV(w io.Writer, s Sheet, options CSVOptions) error {
	if _, err := s.preamble(""); err != nil {
		return err
	}
	if options.Separator == 0 {
		options.Separator = separators[0]
	}
	out := &csvWriter{Writer: bufio.NewWriter(w), options: options}
	if options.BOM {
		_, _ = out.WriteString("\uFEFF") // an error of a bufio.Writer comes back at Flush
	}
	titles := make([]Cell, len(s.Columns))
	for i, column := range s.Columns {
		titles[i] = TextCell(column.Title)
	}
	out.row(titles, len(s.Columns))
	for _, row := range s.Rows {
		out.row(row, len(s.Columns))
	}
	return out.Flush()
}

type csvWriter struct {
	*bufio.Writer
	options CSVOptions
}

func (w *csvWriter) row(cells []Cell, width int) {
	for i := range width {
		if i > 0 {
			_ = w.WriteByte(w.options.Separator)
		}
		if i < len(cells) {
			_, _ = w.WriteString(w.value(cells[i]))
		}
	}
	_, _ = w.WriteString("\r\n")
}

func (w *csvWriter) value(c Cell) string {
	text := c.text
	switch c.kind {
	case KindText:
		text = guard(text)
	case KindDecimal, KindPercentage:
		if w.options.DecimalComma {
			text = strings.Replace(text, ".", ",", 1)
		}
	}
	// All separators are quoted, not only ours: the program that opens the
	// file may expect another one. The other signs, at the start of a file,
	// would make it look like another format.
	if strings.ContainsAny(text, separators+"\"\n\r<{[%") || strings.TrimSpace(text) != text {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// guard puts an apostrophe before a text that starts like a formula (OWASP,
// "CSV Injection"), and before one that already has one, so that unguard gives
// back exactly what was there.
func guard(text string) string {
	if startsFormula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// unguard undoes guard.
func unguard(text string) string {
	if strings.HasPrefix(text, "'") && startsFormula(strings.TrimLeft(text, "'")) {
		return text[1:]
	}
	return text
}

// startsFormula also knows the full-width signs, which some programs take for
// the plain ones.
func startsFormula(text string) bool {
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	return false
}
