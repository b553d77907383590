package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// look is how a cell looks in an ODS file; each look is one cell style.
type look struct {
	kind   Kind
	digits int
	bold   bool
	right  bool // aligned with the numbers under it
	note   bool // a sentence that runs on over the next columns
}

// looksOf gives each look that the document uses the name of its style.
func looksOf(doc Document) map[look]string {
	used := map[look]string{
		{bold: true}: "", {bold: true, right: true}: "", // headings
		{note: true}: "", {note: true, bold: true}: "", // title and notes
	}
	for _, s := range doc.Sheets {
		for _, row := range s.Rows {
			for _, c := range row {
				used[look{kind: c.kind, digits: c.digits}] = ""
			}
		}
	}
	for i, l := range sortedLooks(used) {
		used[l] = "ce" + strconv.Itoa(i+1)
	}
	return used
}

func sortedLooks(used map[look]string) []look {
	all := make([]look, 0, len(used))
	for l := range used {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b look) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return all
}

func columnStyle(sheet, column int) string { return fmt.Sprintf("co%d.%d", sheet+1, column+1) }

// writeAutomaticStyles writes the column widths, and for each look the number
// style and the cell style that names it.
func writeAutomaticStyles(x *xmlWriter, doc Document, looks map[look]string) {
	x.open("office:automatic-styles")
	for i, s := range doc.Sheets {
		for j := range s.Columns {
			x.open("style:style", "style:name", columnStyle(i, j), "style:family", "table-column")
			x.empty("style:table-column-properties", "style:column-width", fmt.Sprintf("%.1fmm", 2.1*float64(s.width(j))))
			x.close("style:style")
		}
	}
	for _, l := range sortedLooks(looks) {
		writeNumberStyle(x, l, "n-"+looks[l])
		writeCellStyle(x, l, looks[l])
	}
	x.close("office:automatic-styles")
}

// writeNumberStyle writes how the value of a cell is shown (ODF 1.3 part 3,
// §16.29). Without a date style, programs show a date as a number.
func writeNumberStyle(x *xmlWriter, l look, name string) {
	number := []string{"number:decimal-places", strconv.Itoa(l.digits), "number:min-decimal-places", strconv.Itoa(l.digits), "number:min-integer-digits", "1"}
	switch l.kind {
	case KindInteger, KindDecimal:
		x.open("number:number-style", "style:name", name)
		x.empty("number:number", number...)
		x.close("number:number-style")
	case KindPercentage:
		x.open("number:percentage-style", "style:name", name)
		x.empty("number:number", number...)
		x.element("number:text", "%")
		x.close("number:percentage-style")
	case KindDate:
		x.open("number:date-style", "style:name", name)
		x.empty("number:day", "number:style", "long")
		x.element("number:text", "-")
		x.empty("number:month", "number:style", "long")
		x.element("number:text", "-")
		x.empty("number:year", "number:style", "long")
		x.close("number:date-style")
	default: // stays text when someone edits it
		x.open("number:text-style", "style:name", name)
		x.empty("number:text-content")
		x.close("number:text-style")
	}
}

func writeCellStyle(x *xmlWriter, l look, name string) {
	x.open("style:style", "style:name", name, "style:family", "table-cell",
		"style:parent-style-name", "Default", "style:data-style-name", "n-"+name)
	wrap := "no-wrap"
	if l.kind == KindText && !l.note {
		wrap = "wrap"
	}
	x.empty("style:table-cell-properties", "fo:wrap-option", wrap, "style:vertical-align", "top")
	if l.right {
		x.empty("style:paragraph-properties", "fo:text-align", "end")
	}
	if l.bold {
		x.empty("style:text-properties", "fo:font-weight", "bold")
	}
	x.close("style:style")
}

// writeStyles writes the default style, which carries the language of the
// texts: a screen reader pronounces by it.
func writeStyles(x *xmlWriter, doc Document) {
	country := "NL"
	if doc.Language != "nl" {
		country = "GB"
	}
	x.open("office:document-styles", odsNamespaces()...)
	x.open("office:styles")
	x.open("style:default-style", "style:family", "table-cell")
	x.empty("style:text-properties", "fo:language", doc.Language, "fo:country", country,
		"fo:font-family", "Liberation Sans, Arial, sans-serif", "fo:font-size", "10pt")
	x.close("style:default-style")
	x.empty("style:style", "style:name", "Default", "style:family", "table-cell")
	x.close("office:styles")
	x.close("office:document-styles")
}
