package letter

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"rugdekking/vpt"
)

// Bounds of a template, in bytes and numbers. The longest shipped one is under
// a fifth of each.
const (
	maxFile      = 64 << 10
	maxTitle     = 120
	maxBlocks    = 40
	maxBlockText = 8000
	maxVersion   = 9999
)

// Template is one version of the text of one letter.
type Template struct {
	Code     Code     `json:"code"`
	Version  int      `json:"version"`
	Title    string   `json:"title_nl"`
	Audience Audience `json:"audience"`
	Measures []string `json:"measures"` // kinds that it is offered with; empty: hangs on no measure
	Blocks   []Block  `json:"blocks"`
}

// Block is one part of a letter. A block of which no line stands in the filled
// letter leaves out its title too.
type Block struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"` // plain text; empty: the text goes on under the heading before it
	Text  Text   `json:"text"`
}

// Text is text with the markup of this package. In a file it is a list of
// lines, which is easier to read and to compare than one long string.
type Text string

// MarshalJSON writes the lines.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(strings.Split(string(t), "\n")) }

// UnmarshalJSON reads lines, or one string.
func (t *Text) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = Text(one)
		return nil
	}
	var lines []string
	if err := json.Unmarshal(data, &lines); err != nil {
		return err
	}
	*t = Text(strings.Join(lines, "\n"))
	return nil
}

// Parse reads a template and checks it. The error is a *vpt.Error of
// KindInvalid that names all that is wrong: the path "bestand", the name of a
// field of the file, "blokken.<block>" or "blokken.<block>.<field>", and one of
// ProblemCodes.
func Parse(data []byte) (Template, error) {
	var p vpt.Problems
	if len(data) > maxFile {
		p.Add("bestand", "brief-te-groot")
		return Template{}, p.Err()
	}
	var t Template
	if err := decode(data, &t); err != nil {
		return Template{}, unreadable(err)
	}
	if err := t.Validate(); err != nil {
		return Template{}, err
	}
	return t, nil
}

// Read reads a template that was checked when it was kept. It is not checked
// again: rules that came later must not keep anybody from reading it, and so
// from mending it. The error is a *vpt.Error as that of Parse.
func Read(data []byte) (Template, error) {
	var t Template
	if err := decode(data, &t); err != nil {
		return Template{}, unreadable(err)
	}
	return t, nil
}

func unreadable(err error) error {
	return (&vpt.Error{Kind: vpt.KindInvalid, Code: "ongeldige-invoer", Fields: []vpt.Field{{Path: "bestand", Code: "brief-onleesbaar"}}}).Because(err)
}

// decode reads exactly one JSON value with known fields only.
func decode(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("letter: more than one value in the file")
	}
	return nil
}
