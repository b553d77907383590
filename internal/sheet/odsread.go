package sheet

import (
	"encoding/xml"
	"math"
	"strconv"
)

// odsMimetype is the media type of an OpenDocument spreadsheet (ODF 1.3 part 3,
// appendix C).
const odsMimetype = "application/vnd.oasis.opendocument.spreadsheet"

const (
	manifestPart = "META-INF/manifest.xml"
	contentPart  = "content.xml"
)

// odsReader reads one OpenDocument spreadsheet (ODF 1.3 part 3). Cells and rows
// may say that they repeat, up to a million times in a few bytes: empty
// ones are counted, the others are held to the limits.
type odsReader struct {
	*xmlReader
	limits Limits
	hidden map[string]bool // names of table styles that hide their sheet
	found  *collector      // of the first sheet with rows
	name   string          // of that sheet
}

func readODS(a *archive, limits Limits) (Table, error) {
	if err := refuseEncrypted(a); err != nil {
		return Table{}, err
	}
	r := &odsReader{limits: limits, hidden: map[string]bool{}}
	spreadsheet := false
	err := a.eachTop(contentPart, func(x *xmlReader, e xml.StartElement) error {
		r.xmlReader = x
		switch e.Name.Local {
		case "automatic-styles":
			return x.eachChild(r.style)
		case "body":
			return x.eachChild(func(e xml.StartElement) error {
				if e.Name.Local != "spreadsheet" {
					return x.skip()
				}
				spreadsheet = true
				return x.eachChild(r.sheet)
			})
		}
		return x.skip()
	})
	switch {
	case err != nil:
		return Table{}, err
	case !spreadsheet:
		return Table{}, fail(CodeUnknownFormat)
	case r.found == nil:
		return Table{}, fail(CodeEmpty)
	}
	return r.found.into(Table{Format: FormatODS, Sheet: r.name})
}

// refuseEncrypted looks in the manifest for parts under a password; their
// content would otherwise only look broken.
func refuseEncrypted(a *archive) error {
	if !a.has(manifestPart) {
		return nil
	}
	return a.eachTop(manifestPart, func(x *xmlReader, _ xml.StartElement) error {
		return x.eachChild(func(e xml.StartElement) error {
			if e.Name.Local == "encryption-data" {
				return fail(CodeEncrypted)
			}
			return x.skip()
		})
	})
}

// style notes the styles that hide a sheet: the person who sends the file has
// not seen it.
func (r *odsReader) style(style xml.StartElement) error {
	if style.Name.Local != "style" || attribute(style, "family") != "table" {
		return r.skip()
	}
	return r.eachChild(func(e xml.StartElement) error {
		if e.Name.Local == "table-properties" && attribute(e, "display") == "false" && len(r.hidden) < mostParts {
			r.hidden[attribute(style, "name")] = true
		}
		return r.skip()
	})
}

// sheet reads one table of the spreadsheet, unless an earlier one had rows.
func (r *odsReader) sheet(e xml.StartElement) error {
	if e.Name.Local != "table" || r.found != nil || r.hidden[attribute(e, "style-name")] {
		return r.skip()
	}
	rows := &odsRows{odsReader: r, into: collector{limits: r.limits}}
	if err := r.eachChild(rows.child); err != nil {
		return err
	}
	if rows.into.header != nil {
		r.found, r.name = &rows.into, attribute(e, "name")
	}
	return nil
}

// odsRows reads the rows of one sheet.
type odsRows struct {
	*odsReader
	into collector
	line int // of the last row
}

// child looks for rows, also in groups of rows, and passes over all else:
// drawings, names, forms, and what was deleted with change tracking on.
func (s *odsRows) child(e xml.StartElement) error {
	switch e.Name.Local {
	case "table-row":
		return s.row(e)
	case "table-rows", "table-header-rows", "table-row-group":
		return s.eachChild(s.child)
	}
	return s.skip()
}

func (s *odsRows) row(e xml.StartElement) error {
	repeat, first := repeated(e, "number-rows-repeated"), s.line+1
	var cells []string
	column := 0 // of the last cell, from 1
	err := s.eachChild(func(e xml.StartElement) error {
		if e.Name.Local != "table-cell" && e.Name.Local != "covered-table-cell" {
			return s.skip()
		}
		value, err := s.cell(e)
		if err != nil {
			return atLine(err, first)
		}
		start := column
		column = min(column+repeated(e, "number-columns-repeated"), math.MaxInt32)
		if blank(value) {
			return nil
		}
		if column > s.limits.MaxColumns {
			return failAt(CodeTooManyColumns, first)
		}
		for len(cells) < column {
			cells = append(cells, "")
		}
		for i := start; i < column; i++ {
			cells[i] = value
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.line = min(s.line+repeat, math.MaxInt32)
	if len(cells) == 0 {
		return nil
	}
	for i := range repeat { // ends at the latest at the limit of rows
		if err := s.into.add(first+i, cells); err != nil {
			return err
		}
	}
	return nil
}

// repeated reads a number of repetitions; what is no positive number is one.
func repeated(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, math.MaxInt32/2)
}
