package sheet

import (
	"bufio"
	"encoding/xml"
)

// xmlWriter writes XML with prefixes, which the marshaller of the standard
// library cannot do. It keeps the first error of its output until Flush.
type xmlWriter struct{ out *bufio.Writer }

// raw writes text as it is; only for text that stands in this package.
func (x *xmlWriter) raw(text string) { _, _ = x.out.WriteString(text) }

// text writes character data, escaped.
func (x *xmlWriter) text(text string) { _ = xml.EscapeText(x.out, []byte(text)) }

// open writes a start tag; attributes are name, value, name, value, …
func (x *xmlWriter) open(name string, attributes ...string) { x.tag(name, attributes, ">") }

// empty writes an element without content.
func (x *xmlWriter) empty(name string, attributes ...string) { x.tag(name, attributes, "/>") }

func (x *xmlWriter) tag(name string, attributes []string, end string) {
	x.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.raw(" " + attributes[i] + `="`)
		x.text(attributes[i+1])
		x.raw(`"`)
	}
	x.raw(end)
}

// close writes an end tag.
func (x *xmlWriter) close(name string) { x.raw("</" + name + ">") }

// element writes an element that holds text only.
func (x *xmlWriter) element(name, text string) {
	x.open(name)
	x.text(text)
	x.close(name)
}
