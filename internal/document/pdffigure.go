package document

import "strings"

// figure adds a picture with its caption. One without words is decoration.
func (s *typesetter) figure(f Figure) error {
	p, err := newPicture(f.Data)
	if err != nil {
		return err
	}
	width, height := p.figureSize(f.WidthMM)
	s.put(box{place: s.placer(p, f.Alt, margin, width, height), before: 6, height: height, keep: f.Caption != ""})
	s.after = 12
	if f.Caption != "" {
		st := style{size: 9.5, leading: 13, grey: 0.25}
		r := s.newRow([]float64{textWidth}, &cell{tag: s.root.add("P"), spans: []Span{{Text: f.Caption}}, left: margin, style: st})
		s.putRow(r, 5, 12, true, false)
	}
	return nil
}

// placer gives what draws a picture, with its tag or as an artifact. The tag
// stands in the tree where it is made, the picture is drawn later.
func (s *typesetter) placer(p picture, alt string, left, width, height float64) func(*page, float64) {
	image := p.embed(s.file)
	s.images = append(s.images, image)
	var t *tag
	if alt != "" {
		t = s.root.add("Figure")
		t.entries = " /Alt " + pdfText(alt)
	}
	return func(on *page, top float64) {
		place := box4{left, pageHeight - top - height, left + width, pageHeight - top}
		if t != nil {
			t.box = &place
			on.begin(t)
		} else {
			on.artifact("/Type /Layout")
		}
		on.picture(image, place)
		on.end()
	}
}

// letterhead puts the logo at the left and the sender at the right. Without a
// logo the name takes its place.
func (s *typesetter) letterhead(l Letterhead) error {
	if l.IsZero() {
		return nil
	}
	const column = 62 * millimetre
	right := pageWidth - margin - column
	var logo func(*page, float64)
	logoHigh := 0.0
	if len(l.Logo) > 0 {
		p, err := newPicture(l.Logo)
		if err != nil {
			return err
		}
		width, height := p.logoSize()
		logo, logoHigh = s.placer(p, l.LogoAlt, margin, width, height), height
	}
	small := style{size: 8.5, leading: 12, grey: 0.15}
	var rows []*row
	if l.Name != "" {
		st, left, width := style{size: 14, leading: 18, face: bold}, margin, right-margin-gutter
		if logo != nil {
			st, left, width = style{size: 8.5, leading: 12, face: bold}, right, column
		}
		rows = append(rows, s.newRow([]float64{width}, &cell{tag: s.root.add("P"), spans: []Span{{Text: l.Name}}, left: left, style: st}))
	}
	if len(l.Lines) > 0 {
		spans := []Span{{Text: strings.Join(l.Lines, "\n")}}
		rows = append(rows, s.newRow([]float64{column}, &cell{tag: s.root.add("P"), spans: spans, left: right, style: small}))
	}
	s.placeLetterhead(logo, logoHigh, rows)
	return nil
}

// highestLetterhead is how high a letterhead may be to stand beside each other
// in one piece; a higher one goes through the pages as any text does.
const highestLetterhead = 100 * millimetre

func (s *typesetter) placeLetterhead(logo func(*page, float64), high float64, rows []*row) {
	stacked := logo != nil // the name and the lines under each other
	sum, highest := 0.0, high
	for _, r := range rows {
		height := float64(r.count) * r.leading()
		sum += height
		highest = max(highest, height)
	}
	if stacked {
		highest = max(highest, sum)
	}
	if highest > highestLetterhead {
		s.flowLetterhead(logo, high, rows)
		return
	}
	s.put(box{height: highest, place: func(p *page, top float64) {
		if logo != nil {
			logo(p, top)
		}
		for _, r := range rows {
			tops := make([]float64, r.count)
			for i := range tops {
				tops[i] = top + float64(i)*r.leading()
			}
			r.draw(s, p, 0, tops)
			if stacked {
				top += float64(r.count) * r.leading()
			}
		}
	}})
	s.after = 12 * millimetre
}

func (s *typesetter) flowLetterhead(logo func(*page, float64), high float64, rows []*row) {
	if logo != nil {
		s.put(box{height: high, place: logo})
	}
	for _, r := range rows {
		s.putRow(r, 0, 0, false, false)
	}
	s.after = 12 * millimetre
}
