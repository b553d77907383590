package document

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// markup writes HTML and XML: the marshaller of the standard library can write
// neither prefixes nor mixed content. What goes through text and attributes is
// escaped; names stand in this package.
type markup struct{ bytes.Buffer }

// raw writes text as it is; only for text that stands in this package.
func (m *markup) raw(text string) { m.WriteString(text) }

// text writes character data, escaped.
func (m *markup) text(text string) { _ = xml.EscapeText(m, []byte(text)) } // a buffer cannot fail

// open writes a start tag; attributes are name, value, name, value, …
func (m *markup) open(name string, attributes ...string) { m.tag(name, attributes, ">") }

// empty writes an element without content.
func (m *markup) empty(name string, attributes ...string) { m.tag(name, attributes, "/>") }

func (m *markup) tag(name string, attributes []string, end string) {
	m.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.raw(" " + attributes[i] + `="`)
		m.text(attributes[i+1])
		m.raw(`"`)
	}
	m.raw(end)
}

// close writes an end tag.
func (m *markup) close(name string) { m.raw("</" + name + ">") }

// element writes an element that holds text only.
func (m *markup) element(name, text string, attributes ...string) {
	m.open(name, attributes...)
	m.text(text)
	m.close(name)
}

// broken writes text with an element, such as br, for each line feed.
func (m *markup) broken(text, feed string) {
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			m.empty(feed)
		}
		m.text(part)
	}
}
