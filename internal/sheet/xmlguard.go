package sheet

import (
	"bufio"
	"bytes"
	"io"
)

// longestTag bounds one XML tag with its attributes. The decoder of the
// standard library keeps some fifty bytes for an attribute that takes four, so
// a part of 100 MB that is one tag would take more than a gigabyte.
const longestTag = 256 << 10

// xmlGuard passes on the bytes of an XML part and refuses a tag that is too
// long and a document type declaration (none of the formats has one). It knows
// just enough XML to see where a tag ends.
type xmlGuard struct {
	source *bufio.Reader
	state  func(*xmlGuard, byte) error
	length int    // of the tag so far
	quote  byte   // that closes the attribute value we are in
	tail   []byte // the last bytes of a comment, CDATA section or instruction
	end    string // what closes that
}

func newXMLGuard(r io.Reader) *xmlGuard {
	return &xmlGuard{source: bufio.NewReaderSize(r, 32<<10), state: (*xmlGuard).inText}
}

// ReadByte makes the XML decoder read from the guard without a buffer between.
func (g *xmlGuard) ReadByte() (byte, error) {
	c, err := g.source.ReadByte()
	if err != nil {
		return 0, err
	}
	return c, g.state(g, c)
}

// Read is there to be an io.Reader; the XML decoder prefers ReadByte.
func (g *xmlGuard) Read(p []byte) (int, error) {
	for i := range p {
		c, err := g.ReadByte()
		if err != nil {
			return i, err
		}
		p[i] = c
	}
	return len(p), nil
}

func (g *xmlGuard) inText(c byte) error {
	if c == '<' {
		g.state, g.length = (*xmlGuard).atStart, 0
	}
	return nil
}

// atStart sees the first byte after "<".
func (g *xmlGuard) atStart(c byte) error {
	g.tail = g.tail[:0]
	switch c {
	case '!':
		g.state = (*xmlGuard).atBang
		return nil
	case '?':
		g.state, g.end = (*xmlGuard).untilEnd, "?>"
		return nil
	}
	g.state = (*xmlGuard).inTag
	return g.inTag(c)
}

func (g *xmlGuard) inTag(c byte) error {
	if g.length++; g.length > longestTag {
		return fail(CodeTooLarge)
	}
	switch c {
	case '>':
		g.state = (*xmlGuard).inText
	case '"', '\'':
		g.state, g.quote = (*xmlGuard).inValue, c
	}
	return nil
}

func (g *xmlGuard) inValue(c byte) error {
	if g.length++; g.length > longestTag {
		return fail(CodeTooLarge)
	}
	if c == g.quote {
		g.state = (*xmlGuard).inTag
	}
	return nil
}

// atBang tells a comment and a CDATA section from anything else that starts
// with "<!".
func (g *xmlGuard) atBang(c byte) error {
	g.tail = append(g.tail, c)
	switch mark := string(g.tail); {
	case mark == "--":
		g.state, g.end = (*xmlGuard).untilEnd, "-->"
	case mark == "[CDATA[":
		g.state, g.end = (*xmlGuard).untilEnd, "]]>"
	case !bytes.HasPrefix([]byte("--"), g.tail) && !bytes.HasPrefix([]byte("[CDATA["), g.tail):
		return fail(CodeBroken)
	default:
		return nil
	}
	g.tail = g.tail[:0]
	return nil
}

func (g *xmlGuard) untilEnd(c byte) error {
	if len(g.tail) == len(g.end) {
		g.tail = append(g.tail[:0], g.tail[1:]...)
	}
	g.tail = append(g.tail, c)
	if string(g.tail) == g.end {
		g.state = (*xmlGuard).inText
	}
	return nil
}
