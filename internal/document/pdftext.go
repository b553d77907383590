package document

import (
	"strings"
	"unicode"
)

// style is how text looks.
type style struct {
	size    float64
	leading float64 // from line to line
	face    face    // of text that is not marked as bold or italic itself
	grey    float64 // 0 is black
}

// piece is text in one face.
type piece struct {
	text  string
	face  face
	link  int // which span it is of, when that is a link; else -1
	width float64
}

// textLine is one line of text, with the space at its end: the words of two
// lines must not grow together for who copies them or hears them.
type textLine []piece

// inked is one character of a paragraph.
type inked struct {
	r     rune
	span  int
	width float64
}

// breakLines parts a paragraph into lines no wider than width, at spaces,
// after hyphens and slashes, and inside words that are too long themselves.
func (s *typesetter) breakLines(all []Span, st style, width float64) []textLine {
	characters := s.inked(all, st)
	var out []textLine
	start, open, used := 0, 0, 0.0 // of the line: first character, last place to break, width
	emit := func(end, next int) {
		out = append(out, s.pieces(characters[start:end], all, st))
		start, open, used = next, next, 0
	}
	for i := 0; i < len(characters); i++ {
		c := characters[i]
		if c.r == '\n' {
			characters[i].r = ' '
			emit(i+1, i+1)
			continue
		}
		if used += c.width; used > width+0.001 && c.r != ' ' && i > start {
			end := open
			if end == start { // one long word
				end = i
				for end > start+1 && joins(characters[end].r) {
					end--
				}
			}
			emit(end, end)
			i = end - 1
			continue
		}
		if mayBreak(characters, start, i) {
			open = i + 1
		}
	}
	if start < len(characters) {
		emit(len(characters), len(characters))
	}
	return out
}

// mayBreak tells whether a line may end after character i.
func mayBreak(characters []inked, start, i int) bool {
	switch characters[i].r {
	case ' ':
		return true
	case '-', '–', '/':
		letter := func(at int) bool { return at < len(characters) && unicode.IsLetter(characters[at].r) }
		return i-start >= 3 && letter(i-1) && letter(i+1)
	}
	return false
}

// joins tells whether r belongs to the character before it.
func joins(r rune) bool { return unicode.Is(unicode.M, r) || r == '\u200D' || r == '\u200C' }

// inked measures the characters of a paragraph.
func (s *typesetter) inked(all []Span, st style) []inked {
	var out []inked
	for i, span := range all {
		f := s.font(span.face(st))
		for _, r := range span.Text {
			width := 0.0
			if r != '\n' {
				width = f.width(r) * st.size / 1000
			}
			out = append(out, inked{r, i, width})
		}
	}
	return out
}

// pieces joins the characters of a line by what they look like.
func (s *typesetter) pieces(characters []inked, all []Span, st style) textLine {
	var out textLine
	var text strings.Builder
	for i, c := range characters {
		text.WriteRune(c.r)
		if len(out) == 0 || i > 0 && characters[i-1].span != c.span {
			p := piece{face: all[c.span].face(st), link: -1}
			if all[c.span].Link != "" {
				p.link = c.span
			}
			out = append(out, p)
		}
		last := &out[len(out)-1]
		last.width += c.width
		if i+1 == len(characters) || characters[i+1].span != c.span {
			last.text = text.String()
			text.Reset()
		}
	}
	return out
}

// face is that of the span within text of a style.
func (s Span) face(st style) face {
	heavy := s.Bold || st.face == bold || st.face == boldItalic
	slanted := s.Italic || st.face == italic || st.face == boldItalic
	switch {
	case heavy && slanted:
		return boldItalic
	case heavy:
		return bold
	case slanted:
		return italic
	}
	return regular
}

// measure gives the width of a text on one line.
func (s *typesetter) measure(text string, st style) float64 {
	width := 0.0
	for _, c := range s.inked([]Span{{Text: text}}, st) {
		width += c.width
	}
	return width
}
