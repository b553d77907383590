package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// jsonFormat is the version of the form in which documents are kept. A later
// form gets its own number and this one stays readable: what was sent must
// still be readable when its term of keeping ends.
const jsonFormat = 1

// The kinds of blocks in the JSON form; never changed.
const (
	kindHeading   = "heading"
	kindParagraph = "paragraph"
	kindList      = "list"
	kindTable     = "table"
	kindQuote     = "quote"
	kindAddress   = "address"
	kindFacts     = "facts"
	kindFigure    = "figure"
	kindSignature = "signature"
	kindPageBreak = "page-break"
)

type jsonDocument struct {
	Format     int         `json:"format"`
	Title      string      `json:"title"`
	Lang       string      `json:"lang"`
	Author     string      `json:"author,omitempty"`
	Letterhead Letterhead  `json:"letterhead,omitzero"`
	Footer     string      `json:"footer,omitempty"`
	Date       time.Time   `json:"date,omitzero"`
	Blocks     []jsonBlock `json:"blocks"`
}

type jsonBlock struct {
	Kind  string          `json:"kind"`
	Value json.RawMessage `json:"value"`
}

// IsZero reports whether there is no letterhead.
func (l Letterhead) IsZero() bool {
	return l.Name == "" && len(l.Lines) == 0 && len(l.Logo) == 0 && l.LogoAlt == ""
}

// MarshalJSON gives the form in which a version is frozen: the document as it
// was made, every block with its kind.
func (d Document) MarshalJSON() ([]byte, error) {
	out := jsonDocument{jsonFormat, d.Title, d.Lang, d.Author, d.Letterhead, d.Footer, d.Date.UTC(), make([]jsonBlock, len(d.Blocks))}
	for i, b := range d.Blocks {
		kind := kindOf(b)
		if kind == "" {
			return nil, fmt.Errorf("block %d: %T: %w", i, b, errBlock)
		}
		value, err := json.Marshal(b)
		if err != nil {
			return nil, fmt.Errorf("block %d: %w", i, err)
		}
		out.Blocks[i] = jsonBlock{kind, value}
	}
	return json.Marshal(out)
}

// UnmarshalDocument reads what MarshalJSON gave. It refuses a form, a kind of
// block or a field that it does not know: a frozen version is shown whole or
// not at all.
func UnmarshalDocument(data []byte) (Document, error) {
	var in jsonDocument
	if err := strict(data, &in); err != nil {
		return Document{}, fmt.Errorf("document: %w", err)
	}
	if in.Format != jsonFormat {
		return Document{}, fmt.Errorf("document: format %d is not known", in.Format)
	}
	d := Document{in.Title, in.Lang, in.Author, in.Letterhead, in.Footer, in.Date, nil}
	for i, b := range in.Blocks {
		block, err := unmarshalBlock(b)
		if err != nil {
			return Document{}, fmt.Errorf("document: block %d: %w", i, err)
		}
		d.Blocks = append(d.Blocks, block)
	}
	return d, nil
}

func kindOf(b Block) string {
	switch b.(type) {
	case Heading:
		return kindHeading
	case Paragraph:
		return kindParagraph
	case List:
		return kindList
	case Table:
		return kindTable
	case Quote:
		return kindQuote
	case Address:
		return kindAddress
	case Facts:
		return kindFacts
	case Figure:
		return kindFigure
	case Signature:
		return kindSignature
	case PageBreak:
		return kindPageBreak
	}
	return ""
}

func unmarshalBlock(b jsonBlock) (Block, error) {
	switch b.Kind {
	case kindHeading:
		return decoded[Heading](b.Value)
	case kindParagraph:
		return decoded[Paragraph](b.Value)
	case kindList:
		return decoded[List](b.Value)
	case kindTable:
		return decoded[Table](b.Value)
	case kindQuote:
		return decoded[Quote](b.Value)
	case kindAddress:
		return decoded[Address](b.Value)
	case kindFacts:
		return decoded[Facts](b.Value)
	case kindFigure:
		return decoded[Figure](b.Value)
	case kindSignature:
		return decoded[Signature](b.Value)
	case kindPageBreak:
		return decoded[PageBreak](b.Value)
	}
	return nil, fmt.Errorf("kind %q: %w", b.Kind, errBlock)
}

func decoded[T Block](data []byte) (Block, error) {
	var value T
	err := strict(data, &value)
	return value, err
}

// strict decodes one value and nothing after it, without unknown fields.
func strict(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("read JSON: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("read JSON: %w", io.ErrUnexpectedEOF)
	}
	return nil
}
