package document

import (
	"fmt"
	"strconv"
	"strings"
)

// odtBody writes content.xml. The widths of columns are styles, which stand
// before the text that needs them.
type odtBody struct {
	markup          // the text
	styles   markup // of columns
	pictures []picture
	tables   int
}

// odtTableStyles stand beside the text: LibreOffice takes those of tables from
// nowhere else.
const odtTableStyles = `<style:style style:name="Table" style:family="table"><style:table-properties style:width="160mm" table:align="left"/></style:style>` +
	`<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding-top="3pt" fo:padding-bottom="3pt" fo:padding-right="6pt" fo:border-bottom="0.5pt solid #bfbfbf"/></style:style>`

// content writes the whole part.
func (o *odtBody) content(m *markup) {
	m.open("office:document-content", odtNames()...)
	m.raw("<office:automatic-styles>" + odtTableStyles)
	m.raw(o.styles.String())
	m.raw("</office:automatic-styles><office:body><office:text>")
	m.raw(o.String())
	m.raw("</office:text></office:body></office:document-content>")
}

func (o *odtBody) write(d Document) error {
	if len(d.Letterhead.Logo) > 0 {
		p, err := newPicture(d.Letterhead.Logo)
		if err != nil {
			return fmt.Errorf("letterhead: %w", err)
		}
		width, height := p.logoSize()
		o.picture(p, d.Letterhead.LogoAlt, width, height)
	}
	if d.Letterhead.Name != "" {
		o.lines("Letterhead_20_Name", d.Letterhead.Name)
	}
	if len(d.Letterhead.Lines) > 0 {
		o.lines("Letterhead", strings.Join(d.Letterhead.Lines, "\n"))
	}
	for _, b := range d.Blocks {
		if err := o.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (o *odtBody) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		level := strconv.Itoa(b.Level)
		o.element("text:h", b.Text, "text:style-name", "Heading_20_"+level, "text:outline-level", level)
	case Paragraph:
		o.paragraph("Text_20_body", b.Spans)
	case List:
		o.list(b)
	case Table:
		o.table(b)
	case Quote:
		for _, part := range paragraphs(b.Text) {
			o.lines("Quotations", part)
		}
	case Address:
		o.lines("Addressee", strings.Join(b.Lines, "\n"))
	case Facts:
		o.facts(b)
	case Figure:
		return o.figure(b)
	case Signature:
		o.lines("Closing", b.Lines[0])
		if len(b.Lines) > 1 {
			o.lines("Signature", strings.Join(b.Lines[1:], "\n"))
		}
	case PageBreak:
		o.empty("text:p", "text:style-name", "Page_20_Break")
	}
	return nil
}

func (o *odtBody) lines(style, text string) { o.paragraph(style, []Span{{Text: text}}) }

func (o *odtBody) paragraph(style string, all []Span) {
	o.open("text:p", "text:style-name", style)
	for _, span := range all {
		o.span(span)
	}
	o.close("text:p")
}

func (o *odtBody) span(s Span) {
	if s.Link != "" {
		o.open("text:a", "xlink:type", "simple", "xlink:href", s.Link)
		defer o.close("text:a")
	}
	name := map[[2]bool]string{{true, false}: "Strong", {false, true}: "Emphasis", {true, true}: "Strong_20_Emphasis"}[[2]bool{s.Bold, s.Italic}]
	if name != "" {
		o.open("text:span", "text:style-name", name)
		defer o.close("text:span")
	}
	o.broken(s.Text, "text:line-break")
}

func (o *odtBody) list(l List) {
	name := "Bullets"
	if l.Ordered {
		name = "Numbers"
	}
	o.open("text:list", "text:style-name", name)
	for _, item := range l.Items {
		o.open("text:list-item")
		o.paragraph("List", item.Spans)
		o.close("text:list-item")
	}
	o.close("text:list")
}

// facts are lines with a tab: a table would be read as one.
func (o *odtBody) facts(f Facts) {
	for _, row := range f.Rows {
		o.open("text:p", "text:style-name", "Facts")
		o.text(row[0])
		o.empty("text:tab")
		o.text(row[1])
		o.close("text:p")
	}
}

func (o *odtBody) table(t Table) {
	if t.Caption != "" {
		o.lines("Caption", t.Caption)
	}
	o.tables++
	name := "Table" + strconv.Itoa(o.tables)
	o.open("table:table", "table:name", name, "table:style-name", "Table")
	for i, share := range t.shares() {
		column := name + "." + strconv.Itoa(i+1)
		o.styles.open("style:style", "style:name", column, "style:family", "table-column")
		o.styles.empty("style:table-column-properties", "style:column-width", odtLength(max(share*textWidth, 1)))
		o.styles.close("style:style")
		o.empty("table:table-column", "table:style-name", column)
	}
	if t.Head != nil {
		o.open("table:table-header-rows")
		o.row(t.Head, len(t.Head))
		o.close("table:table-header-rows")
	}
	heads := 0
	if t.RowHead {
		heads = 1
	}
	for _, cells := range t.Rows {
		o.row(cells, heads)
	}
	o.close("table:table")
	o.empty("text:p", "text:style-name", "Table_20_End")
}

// row writes a row of which the first cells are headers.
func (o *odtBody) row(cells []string, heads int) {
	o.open("table:table-row")
	for i, text := range cells {
		style := "Table_20_Contents"
		if i < heads {
			style = "Table_20_Heading"
		}
		o.open("table:table-cell", "table:style-name", "Cell", "office:value-type", "string")
		o.lines(style, text)
		o.close("table:table-cell")
	}
	o.close("table:table-row")
}

func (o *odtBody) figure(f Figure) error {
	p, err := newPicture(f.Data)
	if err != nil {
		return err
	}
	width, height := p.figureSize(f.WidthMM)
	o.picture(p, f.Alt, width, height)
	if f.Caption != "" {
		o.lines("Caption", f.Caption)
	}
	return nil
}

func (o *odtBody) picture(p picture, alt string, width, height float64) {
	o.pictures = append(o.pictures, p)
	number := len(o.pictures)
	o.open("text:p", "text:style-name", "Figure")
	o.open("draw:frame", "draw:name", "Picture"+strconv.Itoa(number), "text:anchor-type", "as-char",
		"svg:width", odtLength(width), "svg:height", odtLength(height))
	o.empty("draw:image", "xlink:href", p.part("Pictures", number-1), "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad")
	if alt != "" {
		o.element("svg:title", alt)
	}
	o.close("draw:frame")
	o.close("text:p")
}

func odtLength(points float64) string { return pdfNumber(points) + "pt" }
