package document

import (
	"strconv"
	"strings"
)

// bullet marks the items of a list without numbers.
const bullet = "•"

// PlainText gives the words of the document in reading order: blocks with a
// blank line between them, an item or a row a line, cells parted by tabs. It
// leaves out what repeats on each page and what pictures show. Every format
// holds exactly these words in this order.
func (d Document) PlainText() string {
	d, err := d.tidy()
	if err != nil { // a value that is no block has no text; the writers refuse it
		return ""
	}
	var parts []string
	if head := d.Letterhead.text(); head != "" {
		parts = append(parts, head)
	}
	for _, b := range d.Blocks {
		if text := plainBlock(b); text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "\n\n") + "\n"
}

func (l Letterhead) text() string {
	if l.Name == "" {
		return strings.Join(l.Lines, "\n")
	}
	return strings.Join(append([]string{l.Name}, l.Lines...), "\n")
}

// plainBlock gives the text of a tidy block.
func plainBlock(b Block) string {
	switch b := b.(type) {
	case Heading:
		return b.Text
	case Paragraph:
		return b.text()
	case List:
		out := make([]string, len(b.Items))
		for i, item := range b.Items {
			out[i] = b.label(i) + " " + strings.ReplaceAll(item.text(), "\n", "\n  ")
		}
		return strings.Join(out, "\n")
	case Table:
		return b.text()
	case Quote:
		return b.Text
	case Address:
		return strings.Join(b.Lines, "\n")
	case Facts:
		out := make([]string, len(b.Rows))
		for i, row := range b.Rows {
			out[i] = strings.TrimSpace(row[0] + " " + row[1])
		}
		return strings.Join(out, "\n")
	case Figure:
		return b.Caption
	case Signature:
		return strings.Join(b.Lines, "\n")
	}
	return ""
}

func (p Paragraph) text() string {
	var out strings.Builder
	for _, span := range p.Spans {
		out.WriteString(span.Text)
	}
	return out.String()
}

// label is what stands before item i, counted from 0.
func (l List) label(i int) string {
	if l.Ordered {
		return strconv.Itoa(i+1) + "."
	}
	return bullet
}

func (t Table) text() string {
	var out []string
	if t.Caption != "" {
		out = append(out, t.Caption)
	}
	row := func(cells []string) { out = append(out, strings.ReplaceAll(strings.Join(cells, "\t"), "\n", " ")) }
	if t.Head != nil {
		row(t.Head)
	}
	for _, cells := range t.Rows {
		row(cells)
	}
	return strings.Join(out, "\n")
}

// columns is how many cells each row of a tidy table has.
func (t Table) columns() int {
	if t.Head != nil {
		return len(t.Head)
	}
	return len(t.Rows[0])
}

// shares gives the part of the width that each column takes; together 1.
func (t Table) shares() []float64 {
	shares, sum := make([]float64, t.columns()), 0
	for _, width := range t.Widths {
		sum += width
	}
	for i := range shares {
		shares[i] = 1 / float64(len(shares))
		if t.Widths != nil {
			shares[i] = float64(t.Widths[i]) / float64(sum)
		}
	}
	return shares
}
