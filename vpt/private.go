package vpt

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
)

// redacted is what every way of printing a Private shows.
const redacted = "•••"

// errPrivate is returned by every way of marshalling a Private.
var errPrivate = errors.New("vpt: private text does not leave by marshalling")

// Private is personal text: a name, a story, an address, a note.
//
// Every way of printing it redacts and marshalling it fails, so that showing
// it takes a visible Reveal. The text hangs on a pointer because fmt and slog
// print the fields of a plain struct when it is nested in an unexported field.
// The zero value is empty.
type Private struct{ text *string }

// NewPrivate wraps text. An empty text gives the zero value.
func NewPrivate(text string) Private {
	if text == "" {
		return Private{}
	}
	return Private{text: &text}
}

// Reveal returns the text itself. Only page, api, document, seal, mail and
// credential may call it; a test holds that list.
func (p Private) Reveal() string { return p.reveal() }

// reveal gives the text to the rules of this package, which look at it without
// showing it.
func (p Private) reveal() string {
	if p.text == nil {
		return ""
	}
	return *p.text
}

// IsZero reports whether there is no text.
func (p Private) IsZero() bool { return p.text == nil }

// Len returns the length of the text in bytes, for limits that need not read it.
func (p Private) Len() int {
	if p.text == nil {
		return 0
	}
	return len(*p.text)
}

// String redacts.
func (p Private) String() string {
	if p.text == nil {
		return ""
	}
	return redacted
}

// GoString redacts.
func (p Private) GoString() string { return "vpt.Private{" + p.String() + "}" }

// Format redacts for every verb.
func (p Private) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(p.String())) }

// LogValue redacts in log/slog.
func (p Private) LogValue() slog.Value { return slog.StringValue(p.String()) }

// MarshalText fails: personal text is revealed on purpose or not at all.
func (p Private) MarshalText() ([]byte, error) { return nil, errPrivate }

// MarshalJSON fails, as MarshalText.
func (p Private) MarshalJSON() ([]byte, error) { return nil, errPrivate }

// MarshalBinary fails, as MarshalText.
func (p Private) MarshalBinary() ([]byte, error) { return nil, errPrivate }

// GobEncode fails, as MarshalText.
func (p Private) GobEncode() ([]byte, error) { return nil, errPrivate }

var (
	_ encoding.TextMarshaler   = Private{}
	_ encoding.BinaryMarshaler = Private{}
	_ json.Marshaler           = Private{}
	_ slog.LogValuer           = Private{}
	_ fmt.Formatter            = Private{}
)

// Map gives a private text made of this one.
func (p Private) Map(change func(string) string) Private {
	if p.text == nil || change == nil {
		return p
	}
	return NewPrivate(change(*p.text))
}

// JoinPrivate puts texts together with sep between them; empty ones are left
// out.
func JoinPrivate(sep string, parts ...Private) Private {
	var texts []string
	for _, p := range parts {
		if !p.IsZero() {
			texts = append(texts, p.reveal())
		}
	}
	return NewPrivate(strings.Join(texts, sep))
}

// Equal reports whether two private texts say the same.
func (p Private) Equal(q Private) bool { return p.reveal() == q.reveal() }
