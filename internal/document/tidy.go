package document

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// errBlock is about a block that is none of this package's values.
var errBlock = errors.New("document: not a block")

// deepest is the lowest level of heading.
const deepest = 4

// tidy gives the document as every writer shows it: white space as one space,
// nothing that a format cannot hold, no empty parts, no skipped levels of
// headings. That the formats say the same rests on this one step.
func (d Document) tidy() (Document, error) {
	d.Title, d.Author, d.Footer = line(d.Title), line(d.Author), line(d.Footer)
	d.Lang = language(d.Lang)
	d.Letterhead.Name = line(d.Letterhead.Name)
	d.Letterhead.Lines = lines(d.Letterhead.Lines)
	d.Letterhead.LogoAlt = line(d.Letterhead.LogoAlt)
	blocks, level := d.Blocks, 0
	d.Blocks = make([]Block, 0, len(blocks))
	for i, b := range blocks {
		b, err := tidyBlock(b)
		if err != nil {
			return Document{}, fmt.Errorf("block %d: %w", i, err)
		}
		if h, ok := b.(Heading); ok {
			h.Level = min(max(h.Level, 1), deepest, level+1)
			b, level = h, h.Level
		}
		if b != nil {
			d.Blocks = append(d.Blocks, b)
		}
	}
	d.Title = d.title()
	return d, nil
}

// title gives the title, else the first heading: a window without a name helps
// nobody to find it.
func (d Document) title() string {
	if d.Title != "" {
		return d.Title
	}
	for _, b := range d.Blocks {
		if h, ok := b.(Heading); ok {
			return h.Text
		}
	}
	return "Document"
}

// tidyBlock gives the tidy form of one block, or nil when nothing is in it.
func tidyBlock(b Block) (Block, error) {
	switch b := b.(type) {
	case Heading:
		b.Text = line(b.Text)
		return keep(b, b.Text != ""), nil
	case Paragraph:
		b.Spans = spans(b.Spans)
		return keep(b, len(b.Spans) > 0), nil
	case List:
		b.Items = items(b.Items)
		return keep(b, len(b.Items) > 0), nil
	case Table:
		return tidyTable(b), nil
	case Quote:
		b.Text = strings.Join(paragraphs(b.Text), "\n\n")
		return keep(b, b.Text != ""), nil
	case Address:
		b.Lines = lines(b.Lines)
		return keep(b, len(b.Lines) > 0), nil
	case Facts:
		b.Rows = facts(b.Rows)
		return keep(b, len(b.Rows) > 0), nil
	case Figure:
		b.Alt, b.Caption = line(b.Alt), line(b.Caption)
		return b, nil
	case Signature:
		b.Lines = lines(b.Lines)
		return keep(b, len(b.Lines) > 0), nil
	case PageBreak:
		return b, nil
	}
	return nil, fmt.Errorf("%T: %w", b, errBlock)
}

// keep gives b, or no block when there is nothing in it.
func keep(b Block, filled bool) Block {
	if filled {
		return b
	}
	return nil
}

func items(all []Paragraph) []Paragraph {
	var kept []Paragraph
	for _, item := range all {
		if item.Spans = spans(item.Spans); len(item.Spans) > 0 {
			kept = append(kept, item)
		}
	}
	return kept
}

func facts(all [][2]string) [][2]string {
	var kept [][2]string
	for _, row := range all {
		term, value := line(row[0]), line(row[1])
		if term != "" {
			term = strings.TrimSuffix(term, ":") + ":"
		}
		if term != "" || value != "" {
			kept = append(kept, [2]string{term, value})
		}
	}
	return kept
}

// tidyTable makes all rows as long as the longest.
func tidyTable(t Table) Block {
	columns := len(t.Head)
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	cells := func(row []string) []string {
		full := make([]string, columns)
		for i, cell := range row {
			full[i] = tidied(cell, 1)
		}
		return full
	}
	t.Caption = line(t.Caption)
	if t.Head = cells(t.Head); !slices.ContainsFunc(t.Head, filled) {
		t.Head = nil
	}
	rows := t.Rows
	t.Rows = nil
	for _, row := range rows {
		if row = cells(row); slices.ContainsFunc(row, filled) {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Widths) != columns || slices.ContainsFunc(t.Widths, func(width int) bool { return width <= 0 }) {
		t.Widths = nil
	}
	return keep(t, t.Head != nil || t.Rows != nil)
}

func filled(text string) bool { return text != "" }
