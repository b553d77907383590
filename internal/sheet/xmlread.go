package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// deepestXML is the depth of elements that is accepted; a styled text in a
// cell in a group of rows is at about 15.
const deepestXML = 200

// xmlReader walks through one XML part, forwards only and in constant memory.
type xmlReader struct {
	decoder *xml.Decoder
	part    io.Closer
	depth   int
}

func (a *archive) openXML(name string) (*xmlReader, error) {
	part, err := a.open(name)
	if err != nil {
		return nil, err
	}
	return &xmlReader{decoder: xml.NewDecoder(newXMLGuard(part)), part: part}, nil
}

// close ends the reading; the part was only read, so its error says nothing new.
func (x *xmlReader) close() { _ = x.part.Close() }

// next gives the next token; io.EOF after the last one of a well-formed part.
// The bytes of xml.CharData are valid until the following call.
func (x *xmlReader) next() (xml.Token, error) {
	token, err := x.decoder.Token()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, asError(err)
	}
	switch token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > deepestXML {
			return nil, fail(CodeBroken)
		}
	case xml.EndElement:
		x.depth--
	}
	return token, nil
}

// skip passes over the rest of the element that was just started.
func (x *xmlReader) skip() error {
	for outside := x.depth - 1; x.depth > outside; {
		if _, err := x.next(); err != nil {
			return unexpectedEnd(err)
		}
	}
	return nil
}

// eachChild calls visit for every element directly inside the one that was
// just started, and returns at its end. A visit must read its element to the
// end: by skip, text or another eachChild.
func (x *xmlReader) eachChild(visit func(xml.StartElement) error) error {
	for outside := x.depth - 1; x.depth > outside; {
		token, err := x.next()
		if err != nil {
			return unexpectedEnd(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := visit(start); err != nil {
				return err
			}
		}
	}
	return nil
}

// text gives the character data of the element that was just started, without
// that of elements inside it.
func (x *xmlReader) text(limit int) (string, error) {
	var b strings.Builder
	outside := x.depth - 1
	for x.depth > outside {
		token, err := x.next()
		if err != nil {
			return "", unexpectedEnd(err)
		}
		if data, ok := token.(xml.CharData); ok && x.depth == outside+1 {
			if b.Len()+len(data) > limit {
				return "", fail(CodeCellTooLarge)
			}
			b.Write(data)
		}
	}
	return b.String(), nil
}

// eachTop opens a part and calls visit for every element directly inside its
// root. The part is read to its end, because only there the zip reader compares
// the checksum.
func (a *archive) eachTop(part string, visit func(*xmlReader, xml.StartElement) error) error {
	x, err := a.openXML(part)
	if err != nil {
		return err
	}
	defer x.close()
	for rooted := false; ; {
		token, err := x.next()
		if errors.Is(err, io.EOF) && rooted {
			return nil
		}
		if err != nil {
			return unexpectedEnd(err)
		}
		if _, ok := token.(xml.StartElement); !ok {
			continue
		}
		rooted = true
		if err := x.eachChild(func(e xml.StartElement) error { return visit(x, e) }); err != nil {
			return err
		}
	}
}

// unexpectedEnd makes an end of file in the middle of an element an error.
func unexpectedEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return fail(CodeBroken)
	}
	return err
}

// attribute gives the value of an attribute by its local name. Attributes of
// different namespaces do not share a local name on the elements we read, but
// for r:id, which has linkAttribute.
func attribute(start xml.StartElement, local string) string {
	for _, a := range start.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
