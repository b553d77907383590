// Package document holds one model of a document and writes it as HTML,
// tagged PDF, ODT and DOCX.
//
// It exists so that a letter, a police file and a report are made once and say
// the same in every format: the same words in the same order, with headings,
// lists and tables that a screen reader knows. The writers are our own,
// because no library for Go writes tagged PDF or OpenDocument text.
//
// It must never read or write a file or the network, read the clock or the
// surroundings, or log: a document holds personal text. The same document
// gives the same bytes, always.
package document

import "time"

// Document is a letter, a file or a report: a title, a language and blocks in
// reading order. The zero value is an empty document.
type Document struct {
	Title      string     // in the metadata and on the window; not in the text
	Lang       string     // language of the text as in BCP 47: "nl", "en"; empty is "nl"
	Author     string     // the organisation
	Letterhead Letterhead // zero: none
	Footer     string     // one line at the foot of each page, beside "Pagina 1 van 2"; may be empty
	Date       time.Time  // day and time of making in the metadata; zero leaves them out
	Blocks     []Block
}

// Letterhead is what an organisation puts on top of its letters.
type Letterhead struct {
	Name    string   `json:"name,omitempty"`
	Lines   []string `json:"lines,omitempty"`    // address, telephone, website
	Logo    []byte   `json:"logo,omitempty"`     // PNG or JPEG; nil: none
	LogoAlt string   `json:"logo_alt,omitempty"` // empty: the logo says nothing that the name does not
}

// Block is one of the blocks below; the values, not pointers to them.
type Block interface{ block() }

// Heading opens a part. A level deeper than one below the heading before it is
// written as one below it, because a reader who walks through the headings
// takes a missing level for a missing part.
type Heading struct {
	Level int    `json:"level"` // 1 to 4
	Text  string `json:"text"`
}

// Paragraph is running text. A line feed in a span starts a new line; runs of
// white space count as one space, here and in every other text.
type Paragraph struct {
	Spans []Span `json:"spans"`
}

// Span is a piece of a paragraph in one style.
type Span struct {
	Text   string `json:"text"`
	Bold   bool   `json:"bold,omitempty"`
	Italic bool   `json:"italic,omitempty"`
	Link   string `json:"link,omitempty"` // absolute http, https, mailto or tel address; any other is left out
}

// List is a list with bullets or numbers.
type List struct {
	Ordered bool        `json:"ordered,omitempty"`
	Items   []Paragraph `json:"items"`
}

// Table is a table of texts. Rows that are too short are filled up with empty
// cells. A cell may hold line feeds.
type Table struct {
	Caption string     `json:"caption,omitempty"`
	Head    []string   `json:"head,omitempty"`
	Rows    [][]string `json:"rows"`
	RowHead bool       `json:"row_head,omitempty"` // the first cell of a row is its header
	Widths  []int      `json:"widths,omitempty"`   // relative; nil: equal
}

// Quote is what somebody literally said or wrote. Blank lines part paragraphs.
type Quote struct {
	Text string `json:"text"`
}

// Address is that of the addressee. As the first block it stands where the
// window of an envelope is.
type Address struct {
	Lines []string `json:"lines"`
}

// Facts are terms with what they are: "Datum" and "3 maart 2026". The writers
// put the colon.
type Facts struct {
	Rows [][2]string `json:"rows"`
}

// Figure is a picture. An empty Alt means that it is decoration, which no
// screen reader mentions.
type Figure struct {
	Data    []byte `json:"data"` // PNG or JPEG
	Alt     string `json:"alt,omitempty"`
	Caption string `json:"caption,omitempty"`
	WidthMM int    `json:"width_mm,omitempty"` // 0: as wide as the text, at most
}

// Signature closes a letter: the first line is the greeting, then comes room
// to sign, then the name and the function.
type Signature struct {
	Lines []string `json:"lines"`
}

// PageBreak starts a new page where there are pages.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Quote) block()     {}
func (Address) block()   {}
func (Facts) block()     {}
func (Figure) block()    {}
func (Signature) block() {}
func (PageBreak) block() {}

// Text gives a paragraph of one plain span.
func Text(s string) Paragraph { return Paragraph{Spans: []Span{{Text: s}}} }
