package document

// row is what stands beside each other and may be parted over pages between
// its lines: the cells of a table, a label and its item, or one paragraph.
type row struct {
	cells   []*cell
	count   int     // lines of the longest cell
	above   float64 // space inside the row, above its first line
	below   float64
	line    *rowLine // nil: none
	bar     *rowBar
	table   *tableHead // the table of which it is a body row; nil: none
	outline *bookmark  // of a heading
}

// rowLine is the thin line under a row of a table.
type rowLine struct{ thickness, grey float64 }

// rowBar is the line beside a quote.
type rowBar struct{ left float64 }

// tableHead is the head of a table, drawn again on each page that the table
// goes on to.
type tableHead struct {
	row    *row // without tags; nil: the table has none
	height float64
}

// mostRepeated is the highest head that is repeated: a page is for the rows.
const mostRepeated = 60 * millimetre

// newRow breaks the text of the cells, which are given with their spans.
func (s *typesetter) newRow(widths []float64, cells ...*cell) *row {
	r := &row{cells: cells}
	for i, c := range cells {
		c.lines = s.breakLines(c.spans, c.style, widths[i])
		r.count = max(r.count, len(c.lines))
	}
	r.count = max(r.count, 1)
	return r
}

func (r *row) leading() float64 { return r.cells[0].style.leading }

// height is that of line i with the space that belongs to it.
func (r *row) height(i int) float64 {
	height := r.leading()
	if i == 0 {
		height += r.above
	}
	if i == r.count-1 {
		height += r.below
	}
	return height
}

// draw draws the lines that stand on one page, cell by cell: what is read
// together is drawn together.
func (r *row) draw(s *typesetter, p *page, from int, tops []float64) {
	texts := make([]float64, len(tops))
	for i, top := range tops {
		texts[i] = top
		if from+i == 0 {
			texts[i] += r.above
		}
	}
	last := len(tops) - 1
	bottom := tops[last] + r.height(from+last)
	if r.bar != nil {
		p.bar(r.bar.left, tops[0], bottom, 1.5, 0.75)
	}
	for _, c := range r.cells {
		to := min(from+len(tops), len(c.lines))
		c.draw(s, p, min(from, to), to, texts)
	}
	if r.line != nil && from+last == r.count-1 {
		p.rule(margin, margin+textWidth, bottom, r.line.thickness, r.line.grey)
	}
	if r.outline != nil && from == 0 {
		r.outline.page, r.outline.top = p, tops[0]
	}
}

// again draws a head as an artifact, on a page to which its table goes on.
func (r *row) again(s *typesetter, p *page, top float64) {
	tops := make([]float64, r.count)
	for i := range tops {
		tops[i] = top + float64(i)*r.leading()
		if i > 0 {
			tops[i] += r.above
		}
	}
	p.artifact("/Type /Layout")
	line := r.line
	r.line = nil // it would be an artifact inside an artifact
	r.draw(s, p, 0, tops)
	r.line = line
	p.end()
	if line != nil {
		p.rule(margin, margin+textWidth, tops[r.count-1]+r.height(r.count-1), line.thickness, line.grey)
	}
}
