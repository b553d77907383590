package document

// typesetter turns blocks into boxes and puts those on pages.
type typesetter struct {
	fonts
	file      *pdfFile
	root      *tag // the Document of the structure tree
	boxes     []box
	pages     []*page
	bookmarks []*bookmark
	after     float64 // space that the last block asks for below itself
	words     pageWords
	images    []pdfRef
}

// pageWords are the words that the program itself puts on a page.
type pageWords struct{ page, of string }

// box is one line of the flow, or what cannot be parted.
type box struct {
	row     *row // of which this is line number line; nil: see place
	line    int
	place   func(p *page, top float64) // draws what is no row; nil: only space
	before  float64                    // space above, but not at the top of a page
	height  float64
	keep    bool    // no page ends after this box
	newPage bool    // a page starts with it
	atLeast float64 // on the first page not above this height
}

// font gives a face.
func (s *typesetter) font(f face) *font { return s.fonts[f] }

// put adds a box below what is there.
func (s *typesetter) put(b box) {
	b.before = max(b.before, s.after)
	s.after = 0
	s.boxes = append(s.boxes, b)
}

// shortRow is the most lines that are always kept on one page.
const shortRow = 3

// putRow adds a row with space above and below. Of a row that is parted, at
// least two lines stand on either page; one of a few lines is not parted.
func (s *typesetter) putRow(r *row, before, after float64, whole, keepNext bool) {
	for i := range r.count {
		last := i == r.count-1
		b := box{row: r, line: i, height: r.height(i)}
		if i == 0 {
			b.before = before
		}
		b.keep = !last && (whole || r.count <= shortRow || i == 0 || i == r.count-2) || last && keepNext
		s.put(b)
	}
	s.after = after
}

// keepLast keeps the last box with what follows.
func (s *typesetter) keepLast() {
	if len(s.boxes) > 0 {
		s.boxes[len(s.boxes)-1].keep = true
	}
}

// paginate puts the boxes on pages.
func (s *typesetter) paginate(top float64) {
	for start := 0; ; {
		p := &page{ref: s.file.reserve()}
		s.pages = append(s.pages, p)
		tops, end := s.fit(start, top)
		s.drawPage(p, start, tops[:end-start], top)
		p.joinLinks()
		if start, top = end, margin; start >= len(s.boxes) {
			return
		}
	}
}

// fit gives the heights at which boxes stand on the page that begins with
// start, and the first box that does not stand on it.
func (s *typesetter) fit(start int, y float64) (tops []float64, end int) {
	y += s.repeated(start)
	end = start
	for ; end < len(s.boxes); end++ {
		b := s.boxes[end]
		if b.newPage && end > start {
			return tops, end
		}
		if end > start {
			y += b.before
		}
		if start == 0 {
			y = max(y, b.atLeast)
		}
		if y+b.height > textBottom+0.01 && end > start {
			break
		}
		tops = append(tops, y)
		y += b.height
	}
	if end == len(s.boxes) {
		return tops, end
	}
	for back := end; back > start; back-- {
		if !s.boxes[back-1].keep {
			return tops, back
		}
	}
	return tops, end // all of it wants to stay together, which no page can give
}

// repeated is the height of the head that a page repeats when it begins with
// this box.
func (s *typesetter) repeated(start int) float64 {
	head := s.headFor(start)
	switch {
	case head == nil:
		return 0
	case s.boxes[start].line > 0: // a row that goes on has no space of its own above it
		return head.height + s.boxes[start].row.above
	}
	return head.height
}

// headFor gives the head that is repeated above this box. The first row of a
// table stands below the head itself.
func (s *typesetter) headFor(start int) *tableHead {
	if start == 0 || start >= len(s.boxes) {
		return nil
	}
	r := s.boxes[start].row
	if r == nil || r.table == nil || r.table.row == nil || r.table.height > mostRepeated {
		return nil
	}
	if before := s.boxes[start-1].row; before == nil || before.table != r.table {
		return nil
	}
	return r.table
}

// drawPage draws the boxes that stand on a page, the lines of one row
// together.
func (s *typesetter) drawPage(p *page, start int, tops []float64, top float64) {
	if head := s.headFor(start); head != nil {
		head.row.again(s, p, top)
	}
	for i := 0; i < len(tops); {
		b := s.boxes[start+i]
		next := i + 1
		for b.row != nil && next < len(tops) && s.boxes[start+next].row == b.row {
			next++
		}
		switch {
		case b.row != nil:
			b.row.draw(s, p, b.line, tops[i:next])
		case b.place != nil:
			b.place(p, tops[i])
		}
		i = next
	}
}

// foot writes the foot of every page, now that their number is known.
func (s *typesetter) foot(text string) {
	st := style{size: 8.5, leading: 11, grey: 0.35}
	bottom := pageHeight - 15*millimetre
	for i, p := range s.pages {
		number := s.words.page + " " + itoa(i+1) + " " + s.words.of + " " + itoa(len(s.pages))
		width := s.measure(number, st)
		p.artifact("/Type /Pagination /Subtype /Footer")
		s.plain(p, number, pageWidth-margin-width, bottom, st)
		lines := s.breakLines([]Span{{Text: text}}, st, textWidth-width-8*millimetre)
		for n, l := range lines[:min(len(lines), mostFoot)] {
			c := &cell{lines: []textLine{l}, left: margin, style: st}
			c.draw(s, p, 0, 1, []float64{bottom - float64(min(len(lines), mostFoot)-1-n)*st.leading})
		}
		p.end()
	}
}

// mostFoot is the most lines of a foot: more would run into the text.
const mostFoot = 2

// plain draws one line without a tag.
func (s *typesetter) plain(p *page, text string, left, top float64, st style) {
	c := &cell{spans: []Span{{Text: text}}, left: left, style: st}
	c.lines = s.breakLines(c.spans, st, textWidth)
	c.draw(s, p, 0, min(1, len(c.lines)), []float64{top})
}
