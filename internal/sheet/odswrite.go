package sheet

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteODS writes a document as an OpenDocument 1.3 spreadsheet. It is written
// by hand: no library does, and the office suite's own output does not hold to
// the schema. Equal documents give equal bytes.
//
// Texts are cells of type string, so that no program takes one for a formula.
func WriteODS(w io.Writer, doc Document) error {
	doc = doc.withDefaults()
	for i, s := range doc.Sheets {
		if err := fitsODS(s); err != nil {
			return fmt.Errorf("sheet %d: %w", i+1, err)
		}
	}
	pack, err := newODSPackage(w, doc.MadeAt)
	if err != nil {
		return fmt.Errorf("start package: %w", err)
	}
	for _, part := range []struct {
		name  string
		write func(*xmlWriter)
	}{
		{manifestPart, writeManifest},
		{"meta.xml", func(x *xmlWriter) { writeMeta(x, doc) }},
		{"styles.xml", func(x *xmlWriter) { writeStyles(x, doc) }},
		{contentPart, func(x *xmlWriter) { writeContent(x, doc) }},
	} {
		if err := pack.add(part.name, part.write); err != nil {
			return fmt.Errorf("write part: %w", err)
		}
	}
	return pack.close()
}

// fitsODS holds to what the programs that open the file can hold; the format
// itself knows no bounds.
func fitsODS(s Sheet) error {
	if len(s.Columns) > mostXLSXColumns {
		return fail(CodeTooManyColumns)
	}
	if len(s.Notes)+3+len(s.Rows) > mostXLSXRows {
		return fail(CodeTooManyRows)
	}
	_, err := s.preamble("")
	return err
}

// writeContent writes the sheets, preceded by the styles they use.
func writeContent(x *xmlWriter, doc Document) {
	x.open("office:document-content", odsNamespaces()...)
	looks := looksOf(doc)
	writeAutomaticStyles(x, doc, looks)
	x.open("office:body")
	x.open("office:spreadsheet")
	for i, name := range names(doc.Sheets) {
		out := odsSheet{xmlWriter: x, sheet: doc.Sheets[i], number: i, looks: looks}
		x.open("table:table", "table:name", name)
		out.write(doc.Title)
		x.close("table:table")
	}
	x.close("office:spreadsheet")
	x.close("office:body")
	x.close("office:document-content")
}

// odsSheet writes one sheet.
type odsSheet struct {
	*xmlWriter
	sheet  Sheet
	number int // in the document, for the names of its column styles
	looks  map[look]string
}

func (s *odsSheet) write(title string) {
	for i := range s.sheet.Columns {
		s.empty("table:table-column", "table:style-name", columnStyle(s.number, i))
	}
	if len(s.sheet.Columns) == 0 {
		s.empty("table:table-column") // the schema wants one
	}
	lines, _ := s.sheet.preamble(title) // checked by fitsODS
	for i, line := range lines {
		s.row([]Cell{TextCell(line)}, func(int, Cell) look { return look{note: true, bold: i == 0 && title != ""} })
	}
	titles := make([]Cell, len(s.sheet.Columns))
	for i, column := range s.sheet.Columns {
		titles[i] = TextCell(column.Title)
	}
	// The headings repeat on each printed page, and screen readers know them
	// as headings.
	s.open("table:table-header-rows")
	s.row(titles, func(i int, _ Cell) look {
		return look{bold: true, right: s.sheet.Columns[i].Kind != KindText}
	})
	s.close("table:table-header-rows")
	for _, row := range s.sheet.Rows {
		s.row(row, func(_ int, c Cell) look { return look{kind: c.kind, digits: c.digits} })
	}
}

func (s *odsSheet) row(cells []Cell, lookOf func(int, Cell) look) {
	s.open("table:table-row")
	for i, c := range cells {
		if !c.filled {
			s.empty("table:table-cell")
			continue
		}
		s.cell(c, s.looks[lookOf(i, c)])
	}
	if len(cells) == 0 {
		s.empty("table:table-cell") // the schema wants one
	}
	s.close("table:table-row")
}

// cell writes a value twice: for programs in its attributes, and as the text
// that stands in for it until a program has laid out the sheet.
func (s *odsSheet) cell(c Cell, style string) {
	attributes := []string{"table:style-name", style, "office:value-type"}
	shown := c.text
	switch c.kind {
	case KindInteger, KindDecimal:
		attributes = append(attributes, "float", "office:value", c.text)
	case KindPercentage:
		attributes = append(attributes, "percentage", "office:value", c.ratio())
		shown += "%"
	case KindDate:
		attributes = append(attributes, "date", "office:date-value", c.text)
		shown = c.day.Format("02-01-2006")
	default:
		attributes = append(attributes, "string")
	}
	s.open("table:table-cell", attributes...)
	for paragraph := range strings.SplitSeq(shown, "\n") {
		s.paragraph(paragraph)
	}
	s.close("table:table-cell")
}

// paragraph writes white space that ODF would collapse as elements (ODF 1.3
// part 3, §6.1.2 and §6.1.3).
func (s *odsSheet) paragraph(text string) {
	s.open("text:p")
	for start := true; text != ""; start = false {
		switch spaces := len(text) - len(strings.TrimLeft(text, " ")); {
		case text[0] == '\t':
			s.empty("text:tab")
			text = text[1:]
		case spaces > 1, spaces == 1 && (start || len(text) == 1):
			s.empty("text:s", "text:c", strconv.Itoa(spaces))
			text = text[spaces:]
		default:
			end := strings.IndexAny(text[spaces:], " \t")
			if end < 0 {
				end = len(text) - spaces
			}
			s.text(text[:spaces+end])
			text = text[spaces+end:]
		}
	}
	s.close("text:p")
}
