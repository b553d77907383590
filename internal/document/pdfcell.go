package document

// cell is text in a place across the page that belongs to one tag: a
// paragraph, the label of an item, a cell of a table.
type cell struct {
	tag   *tag // nil: an artifact
	spans []Span
	lines []textLine
	left  float64
	style style
	links map[int]*tag // by span, made when first drawn
}

// linkBlue is the colour of links, dark enough to read (8:1 on white).
const linkBlue = "0.06 0.28 0.45"

// draw draws some lines, from the given heights of their tops.
func (c *cell) draw(s *typesetter, p *page, from, to int, tops []float64) {
	if from >= to || c.blank(from, to) {
		return
	}
	open := -2 // which link is being drawn; -1 is text, -2 nothing yet
	for i := from; i < to; i++ {
		left := c.left
		for _, piece := range c.lines[i] {
			if piece.link != open && c.tag != nil {
				if open != -2 {
					p.end()
				}
				open = piece.link
				p.begin(c.owner(open))
			}
			c.drawPiece(s, p, piece, left, tops[i-from])
			left += piece.width
		}
	}
	if open != -2 {
		p.end()
	}
}

// blank tells whether these lines hold nothing: marked content without any
// would be a riddle to a reader.
func (c *cell) blank(from, to int) bool {
	for _, l := range c.lines[from:to] {
		if len(l) > 0 {
			return false
		}
	}
	return true
}

// owner gives the tag of text outside or inside a link.
func (c *cell) owner(span int) *tag {
	if span < 0 {
		return c.tag
	}
	if c.links == nil {
		c.links = map[int]*tag{}
	}
	if c.links[span] == nil {
		c.links[span] = c.tag.add("Link")
	}
	return c.links[span]
}

func (c *cell) drawPiece(s *typesetter, p *page, piece piece, left, top float64) {
	base := pageHeight - top - c.style.leading/2 - 0.35*c.style.size // capitals in the middle of the line
	colour := pdfNumber(c.style.grey) + " g"
	if piece.link >= 0 {
		colour = linkBlue + " rg"
	}
	p.op("%s BT /F%d %s Tf %s Td %s Tj ET", colour, piece.face, pdfNumber(c.style.size),
		pdfNumbers(left, base), s.font(piece.face).encode(piece.text))
	if piece.link < 0 || c.tag == nil {
		return
	}
	p.op("%s RG 0.5 w %s m %s l S", linkBlue, pdfNumbers(left, base-1.6), pdfNumbers(left+piece.width, base-1.6))
	l := p.linkOn(c.links[piece.link], c.spans[piece.link].Link)
	l.text = c.spans[piece.link].Text
	l.rects = append(l.rects, box4{left, base - 0.25*c.style.size, left + piece.width, base + 0.8*c.style.size})
}
