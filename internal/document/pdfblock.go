package document

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Where the window of a DL envelope shows the address of an A4 folded in
// three: the window is 20 mm from the left, the letter moves up to 11 mm up
// and 10 mm sideways, and between 55 and 79 mm below the top edge the paper is
// always seen.
const (
	windowTop    = 55 * millimetre
	windowBottom = 88 * millimetre
	windowWidth  = 75 * millimetre
	letterTop    = 15 * millimetre // of the letterhead
)

// bodyStyle is the style of running text: 11 points, 15.5 from line to line.
func bodyStyle() style { return style{size: 11, leading: 15.5} }

func headingStyle(level int) style {
	return [deepest]style{
		{size: 16, leading: 20, face: bold},
		{size: 13, leading: 17, face: bold},
		{size: 11, leading: 15.5, face: bold},
		{size: 11, leading: 15.5, face: italic},
	}[level-1]
}

// blocks adds all blocks.
func (s *typesetter) blocks(all []Block) error {
	for i, b := range all {
		if address, ok := b.(Address); ok && i == 0 {
			s.window(address)
			continue
		}
		if err := s.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (s *typesetter) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		s.heading(b)
	case Paragraph:
		s.paragraph(s.root.add("P"), b.Spans, 8)
	case List:
		s.list(b)
	case Table:
		s.table(b)
	case Quote:
		s.quote(b)
	case Address:
		s.paragraph(s.root.add("P"), []Span{{Text: strings.Join(b.Lines, "\n")}}, 12)
	case Facts:
		s.facts(b)
	case Figure:
		return s.figure(b)
	case Signature:
		s.signature(b)
	case PageBreak:
		s.put(box{newPage: true})
	}
	return nil
}

// heading keeps to what it heads.
func (s *typesetter) heading(h Heading) {
	t := s.root.add("H" + itoa(h.Level))
	r := s.newRow([]float64{textWidth}, &cell{tag: t, spans: []Span{{Text: h.Text}}, left: margin, style: headingStyle(h.Level)})
	r.outline = &bookmark{text: h.Text, level: h.Level, tag: t}
	s.bookmarks = append(s.bookmarks, r.outline)
	before, after := [deepest]float64{20, 18, 14, 12}[h.Level-1], [deepest]float64{8, 5, 3, 2}[h.Level-1]
	s.putRow(r, before, after, true, true)
}

func (s *typesetter) paragraph(t *tag, text []Span, after float64) {
	r := s.newRow([]float64{textWidth}, &cell{tag: t, spans: text, left: margin, style: bodyStyle()})
	s.putRow(r, 0, after, false, false)
}

// window puts the address of the addressee behind the window of the envelope,
// and what follows below it.
func (s *typesetter) window(a Address) {
	spans := []Span{{Text: strings.Join(a.Lines, "\n")}}
	r := s.newRow([]float64{windowWidth}, &cell{tag: s.root.add("P"), spans: spans, left: margin, style: style{size: 11, leading: 14}})
	from := len(s.boxes)
	s.putRow(r, 12*millimetre, 0, true, false)
	s.boxes[from].atLeast = windowTop
	s.put(box{atLeast: windowBottom})
	s.after = 4 * millimetre
}

func (s *typesetter) list(l List) {
	numbering, indent := "Disc", 14.0
	if l.Ordered {
		numbering = "Decimal"
		indent = max(indent, s.measure(l.label(len(l.Items)-1)+" ", bodyStyle()))
	}
	list := s.root.list(numbering)
	for i, item := range l.Items {
		li := list.add("LI")
		r := s.newRow([]float64{textWidth, textWidth - indent},
			&cell{tag: li.add("Lbl"), spans: []Span{{Text: l.label(i)}}, left: margin, style: bodyStyle()},
			&cell{tag: li.add("LBody"), spans: item.Spans, left: margin + indent, style: bodyStyle()})
		s.putRow(r, 0, 3, false, false)
	}
	s.after = 8
}

// quote stands aside, with a bar: whose words they are must be seen.
func (s *typesetter) quote(q Quote) {
	const indent = 14.0
	t := s.root.add("BlockQuote")
	parts := paragraphs(q.Text)
	for i, part := range parts {
		r := s.newRow([]float64{textWidth - indent},
			&cell{tag: t.add("P"), spans: []Span{{Text: part}}, left: margin + indent, style: bodyStyle()})
		r.bar = &rowBar{left: margin}
		if i < len(parts)-1 {
			r.below = 6 // inside, so that the bar goes on
		}
		s.putRow(r, 4*float64(1-min(i, 1)), 0, false, false)
	}
	s.after = 10
}

// facts are a list of terms, each the label of what it is.
func (s *typesetter) facts(f Facts) {
	st := style{size: 10, leading: 14.5}
	label := st
	label.grey = 0.35
	indent := 24 * millimetre
	for _, fact := range f.Rows {
		indent = min(max(indent, s.measure(fact[0], label)+10), 60*millimetre)
	}
	list := s.root.list("None")
	for _, fact := range f.Rows {
		li := list.add("LI")
		r := s.newRow([]float64{indent - 8, textWidth - indent},
			&cell{tag: li.add("Lbl"), spans: []Span{{Text: fact[0]}}, left: margin, style: label},
			&cell{tag: li.add("LBody"), spans: []Span{{Text: fact[1]}}, left: margin + indent, style: st})
		s.putRow(r, 0, 0, false, false)
	}
	s.after = 14
}

// signature keeps together and to the last lines of the text: a signature on a
// page of its own could be put under anything.
func (s *typesetter) signature(sig Signature) {
	s.keepLast()
	for i, text := range []string{sig.Lines[0], strings.Join(sig.Lines[1:], "\n")} {
		if text == "" {
			continue
		}
		r := s.newRow([]float64{textWidth}, &cell{tag: s.root.add("P"), spans: []Span{{Text: text}}, left: margin, style: bodyStyle()})
		before := [2]float64{14, 20 * millimetre}[i]
		s.putRow(r, before, 8, true, i == 0 && len(sig.Lines) > 1)
	}
}
