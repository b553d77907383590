package document

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// docxBody writes word/document.xml and collects what it refers to.
type docxBody struct {
	markup
	links    []string
	pictures []picture
	ordered  int // lists with numbers
}

func (x *docxBody) part(m *markup) {
	m.open("w:document", "xmlns:w", wordNames, "xmlns:r", officeRelations, "xmlns:wp", drawingNames+"wordprocessingDrawing",
		"xmlns:a", drawingNames+"main", "xmlns:pic", drawingNames+"picture")
	m.raw("<w:body>" + x.String())
	m.raw(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`)
}

// relations names the parts and addresses that the text refers to.
func (x *docxBody) relations(m *markup) {
	m.open("Relationships", "xmlns", packageRelations)
	for i, kind := range []string{"styles", "numbering", "settings", "footer"} {
		target := kind + ".xml"
		if kind == "footer" {
			target = "footer1.xml"
		}
		m.empty("Relationship", "Id", "rId"+strconv.Itoa(i+1), "Type", officeRelations+"/"+kind, "Target", target)
	}
	for i, to := range x.links {
		m.empty("Relationship", "Id", "link"+strconv.Itoa(i+1), "Type", officeRelations+"/hyperlink", "Target", to, "TargetMode", "External")
	}
	for i, p := range x.pictures {
		m.empty("Relationship", "Id", "picture"+strconv.Itoa(i+1), "Type", officeRelations+"/image", "Target", p.part("media", i))
	}
	m.close("Relationships")
}

func (x *docxBody) write(d Document) error {
	if len(d.Letterhead.Logo) > 0 {
		p, err := newPicture(d.Letterhead.Logo)
		if err != nil {
			return fmt.Errorf("letterhead: %w", err)
		}
		width, height := p.logoSize()
		x.picture(p, d.Letterhead.LogoAlt, width, height)
	}
	if d.Letterhead.Name != "" {
		x.lines("LetterheadName", d.Letterhead.Name)
	}
	if len(d.Letterhead.Lines) > 0 {
		x.lines("Letterhead", strings.Join(d.Letterhead.Lines, "\n"))
	}
	for _, b := range d.Blocks {
		if err := x.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (x *docxBody) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		x.lines("Heading"+strconv.Itoa(b.Level), b.Text)
	case Paragraph:
		x.paragraph("Normal", "", b.Spans)
	case List:
		x.list(b)
	case Table:
		x.table(b)
	case Quote:
		for _, part := range paragraphs(b.Text) {
			x.lines("Quote", part)
		}
	case Address:
		x.lines("Addressee", strings.Join(b.Lines, "\n"))
	case Facts:
		for _, row := range b.Rows {
			x.paragraph("Facts", "", []Span{{Text: row[0] + "\t" + row[1]}})
		}
	case Figure:
		return x.figure(b)
	case Signature:
		x.lines("Closing", b.Lines[0])
		if len(b.Lines) > 1 {
			x.lines("Signature", strings.Join(b.Lines[1:], "\n"))
		}
	case PageBreak:
		x.raw(`<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
	return nil
}

func (x *docxBody) lines(style, text string) { x.paragraph(style, "", []Span{{Text: text}}) }

// paragraph writes text in a style, with further properties.
func (x *docxBody) paragraph(style, properties string, all []Span) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + properties + `</w:pPr>`)
	for _, span := range all {
		x.span(span)
	}
	x.raw("</w:p>")
}

func (x *docxBody) span(s Span) {
	look := ""
	if s.Link != "" {
		x.links = append(x.links, s.Link)
		x.open("w:hyperlink", "r:id", "link"+strconv.Itoa(len(x.links)))
		defer x.close("w:hyperlink")
		look = `<w:rStyle w:val="Hyperlink"/>`
	}
	if s.Bold {
		look += "<w:b/>"
	}
	if s.Italic {
		look += "<w:i/>"
	}
	x.raw("<w:r>")
	if look != "" {
		x.raw("<w:rPr>" + look + "</w:rPr>")
	}
	for i, part := range strings.Split(s.Text, "\n") {
		if i > 0 {
			x.raw("<w:br/>")
		}
		for n, text := range strings.Split(part, "\t") { // only in facts
			if n > 0 {
				x.raw("<w:tab/>")
			}
			x.element("w:t", text, "xml:space", "preserve")
		}
	}
	x.raw("</w:r>")
}

func (x *docxBody) list(l List) {
	number := 1
	if l.Ordered {
		x.ordered++
		number = 1 + x.ordered
	}
	for _, item := range l.Items {
		x.paragraph("ListParagraph", fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, number), item.Spans)
	}
}

func (x *docxBody) table(t Table) {
	if t.Caption != "" {
		x.lines("Caption", t.Caption)
	}
	var widths []string
	for _, share := range t.shares() {
		widths = append(widths, strconv.Itoa(int(math.Round(max(share*textWidth, 1)*20))))
	}
	look, heads := `w:firstRow="0"`, 0
	if t.Head != nil {
		look = `w:firstRow="1"`
	}
	if t.RowHead {
		look, heads = look+` w:firstColumn="1"`, 1
	}
	x.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="TableRules"/><w:tblW w:w="9071" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook ` + look + `/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		x.empty("w:gridCol", "w:w", width)
	}
	x.raw("</w:tblGrid>")
	if t.Head != nil {
		x.row(t.Head, widths, len(t.Head), "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	}
	for _, cells := range t.Rows {
		x.row(cells, widths, heads, "")
	}
	x.raw("</w:tbl>")
	x.lines("TableEnd", "")
}

// row writes a row of which the first cells are headers.
func (x *docxBody) row(cells, widths []string, heads int, properties string) {
	x.raw("<w:tr>" + properties)
	for i, text := range cells {
		style := "TableText"
		if i < heads {
			style = "TableHead"
		}
		x.raw(`<w:tc><w:tcPr><w:tcW w:w="` + widths[i] + `" w:type="dxa"/></w:tcPr>`)
		x.lines(style, text)
		x.raw("</w:tc>")
	}
	x.raw("</w:tr>")
}

func (x *docxBody) figure(f Figure) error {
	p, err := newPicture(f.Data)
	if err != nil {
		return err
	}
	width, height := p.figureSize(f.WidthMM)
	x.picture(p, f.Alt, width, height)
	if f.Caption != "" {
		x.lines("Caption", f.Caption)
	}
	return nil
}

// emu is how many units of DrawingML are a point.
const emu = 12700

func (x *docxBody) picture(p picture, alt string, width, height float64) {
	x.pictures = append(x.pictures, p)
	number := strconv.Itoa(len(x.pictures))
	size := fmt.Sprintf(`cx="%d" cy="%d"/>`, int(max(width*emu, 1)), int(max(height*emu, 1)))
	x.raw(`<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ` + size)
	x.empty("wp:docPr", "id", number, "name", "Picture "+number, "descr", alt)
	x.raw(`<a:graphic><a:graphicData uri="` + drawingNames + `picture"><pic:pic><pic:nvPicPr>`)
	x.empty("pic:cNvPr", "id", number, "name", "Picture "+number, "descr", alt)
	x.raw(`<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture` + number + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
}
