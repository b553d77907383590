package letter

import (
	"strings"

	"rugdekking/internal/document"
)

// write turns lines that stand in the letter into blocks. Headings get level.
func (f *filler) write(lines []line, level int) []document.Block {
	var blocks []document.Block
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].blank() && lines[end].mark == lines[i].mark && lines[i].mark != heading {
			end++
		}
		switch run := lines[i:end]; lines[i].mark {
		case heading:
			blocks = append(blocks, document.Heading{Level: level, Text: plainText(f.spans(run[0].pieces))})
		case item:
			blocks = append(blocks, f.list(run))
		case quoted:
			blocks = append(blocks, f.quote(run))
		default:
			blocks = append(blocks, f.paragraph(run)...)
		}
		i = end
	}
	return blocks
}

// list writes items. A field of many lines that is an item by itself becomes
// as many items.
func (f *filler) list(run []line) document.List {
	var list document.List
	for _, l := range run {
		if name, ok := l.lone(); ok {
			if field, value := f.value(name); field.Form == Lines {
				list.Items = append(list.Items, paragraphsOf(itemsOf(value))...)
				continue
			}
		}
		list.Items = append(list.Items, document.Paragraph{Spans: f.spans(l.pieces)})
	}
	return list
}

// quote writes literal words: a value keeps its own lines.
func (f *filler) quote(run []line) document.Quote {
	rows := make([]string, 0, len(run))
	for _, l := range run {
		if name, ok := l.lone(); ok {
			if field, value := f.value(name); field.Form == Prose {
				rows = append(rows, value)
				continue
			}
		}
		rows = append(rows, plainText(f.spans(l.pieces)))
	}
	return document.Quote{Text: strings.Join(rows, "\n")}
}

// paragraph writes lines that follow each other as one paragraph. A field that
// is a paragraph by itself is parted by its own blank lines and list lines.
func (f *filler) paragraph(run []line) []document.Block {
	if name, ok := run[0].lone(); ok && len(run) == 1 {
		switch field, value := f.value(name); field.Form {
		case Lines:
			return listOf(itemsOf(value))
		case Prose:
			return prose(value)
		}
	}
	var spans []document.Span
	for i, l := range run {
		if i > 0 {
			spans = append(spans, document.Span{Text: " "})
		}
		spans = append(spans, f.spans(l.pieces)...)
	}
	return []document.Block{document.Paragraph{Spans: spans}}
}

// listOf gives a list, or one paragraph when there is only one item.
func listOf(items []string) []document.Block {
	switch len(items) {
	case 0:
		return nil
	case 1:
		return []document.Block{document.Text(items[0])}
	}
	return []document.Block{document.List{Items: paragraphsOf(items)}}
}

func paragraphsOf(texts []string) []document.Paragraph {
	all := make([]document.Paragraph, len(texts))
	for i, text := range texts {
		all[i] = document.Text(text)
	}
	return all
}

// prose parts a value into paragraphs and lists.
func prose(value string) []document.Block {
	var blocks []document.Block
	var words, items []string
	flush := func() {
		if len(words) > 0 {
			blocks = append(blocks, document.Text(stopped(strings.Join(words, " "))))
		}
		if len(items) > 0 {
			blocks = append(blocks, document.List{Items: paragraphsOf(items)})
		}
		words, items = nil, nil
	}
	for row := range strings.SplitSeq(value, "\n") {
		text := strings.Join(strings.Fields(bulletless(row)), " ")
		if text == "" || bullet(row) != (len(items) > 0) {
			flush()
		}
		switch {
		case text == "":
		case bullet(row):
			items = append(items, text)
		default:
			words = append(words, text)
		}
	}
	flush()
	return blocks
}

// spans writes the pieces of one line. A full stop after a value that has one
// already is not doubled.
func (f *filler) spans(pieces []piece) []document.Span {
	spans := make([]document.Span, 0, len(pieces))
	for i, p := range pieces {
		text := p.text
		if p.field != "" {
			text = f.line(p.field)
			if i+1 < len(pieces) && strings.HasPrefix(pieces[i+1].text, ".") {
				text = strings.TrimSuffix(text, ".")
			}
		}
		if text != "" {
			spans = append(spans, document.Span{Text: text, Bold: p.bold})
		}
	}
	return spans
}
