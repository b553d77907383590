package document

import (
	"io"
	"strconv"
	"strings"
)

// WriteHTML writes the document as a part of a page: semantic elements with
// classes that start with rd-doc-, in one element that carries the language.
// A heading of level 1 gets the level top, mostly 2 below the h1 of the page.
// Pictures are replaced by their texts: our pages load none from within
// (Content-Security-Policy img-src 'self').
func (d Document) WriteHTML(w io.Writer, top int) error {
	d, err := d.tidy()
	if err != nil {
		return err
	}
	h := &htmlWriter{top: top}
	h.open("div", "class", "rd-doc-text", "lang", d.Lang)
	if head := d.Letterhead.text(); head != "" {
		h.open("p", "class", "rd-doc-letterhead")
		h.broken(head, "br")
		h.close("p")
	}
	for _, b := range d.Blocks {
		h.block(b)
	}
	h.close("div")
	_, err = h.WriteTo(w)
	return err
}

type htmlWriter struct {
	markup
	top int
}

func (h *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		h.element("h"+strconv.Itoa(min(max(h.top+b.Level-1, 1), 6)), b.Text)
	case Paragraph:
		h.open("p")
		h.spans(b.Spans)
		h.close("p")
	case List:
		h.list(b)
	case Table:
		h.table(b)
	case Quote:
		h.open("blockquote", "class", "rd-doc-quote")
		for _, part := range paragraphs(b.Text) {
			h.lines("", part)
		}
		h.close("blockquote")
	case Address:
		h.lines("rd-doc-address", strings.Join(b.Lines, "\n"))
	case Facts:
		h.facts(b)
	case Figure:
		h.figure(b)
	case Signature:
		h.open("div", "class", "rd-doc-signature")
		h.lines("", b.Lines[0])
		if len(b.Lines) > 1 {
			h.lines("", strings.Join(b.Lines[1:], "\n"))
		}
		h.close("div")
	}
}

// lines writes a paragraph of lines.
func (h *htmlWriter) lines(class, text string) {
	if class == "" {
		h.open("p")
	} else {
		h.open("p", "class", class)
	}
	h.broken(text, "br")
	h.close("p")
}

func (h *htmlWriter) spans(all []Span) {
	for _, span := range all {
		around := []string{}
		if span.Link != "" {
			h.open("a", "href", span.Link)
			around = append(around, "a")
		}
		if span.Bold {
			h.open("strong")
			around = append(around, "strong")
		}
		if span.Italic {
			h.open("em")
			around = append(around, "em")
		}
		h.broken(span.Text, "br")
		for i := len(around) - 1; i >= 0; i-- {
			h.close(around[i])
		}
	}
}

func (h *htmlWriter) list(l List) {
	name := "ul"
	if l.Ordered {
		name = "ol"
	}
	h.open(name)
	for _, item := range l.Items {
		h.open("li")
		h.spans(item.Spans)
		h.close("li")
	}
	h.close(name)
}

func (h *htmlWriter) table(t Table) {
	h.open("table", "class", "rd-doc-table")
	if t.Caption != "" {
		h.element("caption", t.Caption)
	}
	if t.Head != nil {
		h.raw("<thead><tr>")
		for _, cell := range t.Head {
			h.cell("th", cell, "scope", "col")
		}
		h.raw("</tr></thead>")
	}
	h.open("tbody")
	for _, row := range t.Rows {
		h.open("tr")
		for i, cell := range row {
			if i == 0 && t.RowHead {
				h.cell("th", cell, "scope", "row")
				continue
			}
			h.cell("td", cell)
		}
		h.close("tr")
	}
	h.close("tbody")
	h.close("table")
}

func (h *htmlWriter) cell(name, text string, attributes ...string) {
	h.open(name, attributes...)
	h.broken(text, "br")
	h.close(name)
}

func (h *htmlWriter) facts(f Facts) {
	h.open("dl", "class", "rd-doc-facts")
	for _, row := range f.Rows {
		h.open("div")
		h.element("dt", row[0])
		h.element("dd", row[1])
		h.close("div")
	}
	h.close("dl")
}

// figure writes the words of a picture. One without any says nothing, and is
// left out.
func (h *htmlWriter) figure(f Figure) {
	if f.Alt == "" && f.Caption == "" {
		return
	}
	h.open("figure", "class", "rd-doc-figure")
	if f.Alt != "" {
		h.element("p", f.Alt, "class", "rd-doc-alt")
	}
	if f.Caption != "" {
		h.element("figcaption", f.Caption)
	}
	h.close("figure")
}
