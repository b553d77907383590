package content

import (
	"errors"
	"fmt"
	"strings"
)

// Police words of an import.
const (
	PoliceNone            = "none"
	PoliceNotice          = "notice"
	PoliceComplaint       = "complaint"
	PoliceUndistinguished = "undistinguished"
)

// ImportColumns says which headers of a spreadsheet mean which field.
type ImportColumns struct {
	Version int            `json:"version"`
	NoteNL  string         `json:"note_nl"`
	Columns []ImportColumn `json:"columns"`
}

// ImportColumn is one field with the headers it is known by. Required holds
// for a file that is read without a mapping.
type ImportColumn struct {
	Field    string   `json:"field"`
	LabelNL  string   `json:"label_nl"`
	Required bool     `json:"required"`
	Headers  []string `json:"headers"`
}

// ImportWords says which words in a cell mean which code.
type ImportWords struct {
	Version    int          `json:"version"`
	NoteNL     string       `json:"note_nl"`
	Separators []string     `json:"separators"` // between several values in one cell
	Kinds      []ImportWord `json:"kinds"`
	Measures   []ImportWord `json:"measures"`
	Police     []ImportWord `json:"police"`
	Channels   []ImportWord `json:"channels"`
}

// ImportWord is a word, as FoldWord leaves it, and its code.
type ImportWord struct {
	Word string `json:"word"`
	Code string `json:"code"`
}

// FoldWord gives the form in which headers and words are compared: lower case,
// outer spaces gone, inner runs of white space and underscores one space.
func FoldWord(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "_", " ")
	return strings.Join(strings.Fields(strings.TrimPrefix(s, "\ufeff")), " ")
}

// Columns reads the header synonyms.
func Columns() (ImportColumns, error) {
	var c ImportColumns
	if err := read("import/kolommen.json", &c); err != nil {
		return ImportColumns{}, err
	}
	return c, c.Validate()
}

// Field gives the field that header means.
func (c ImportColumns) Field(header string) (string, bool) {
	folded := FoldWord(header)
	for _, column := range c.Columns {
		for _, h := range column.Headers {
			if FoldWord(h) == folded {
				return column.Field, true
			}
		}
	}
	return "", false
}

// Validate says whether a header would mean two fields.
func (c ImportColumns) Validate() error {
	var problems []error
	seen := map[string]string{}
	for _, column := range c.Columns {
		for _, h := range column.Headers {
			folded := FoldWord(h)
			if other, twice := seen[folded]; twice {
				problems = append(problems, fmt.Errorf("content: header %q means %s and %s", h, other, column.Field))
			}
			seen[folded] = column.Field
		}
	}
	return errors.Join(problems...)
}

// Words reads the words of an import.
func Words() (ImportWords, error) {
	var w ImportWords
	if err := read("import/woorden.json", &w); err != nil {
		return ImportWords{}, err
	}
	return w, w.Validate()
}

// Validate says whether a word stands in a form that is never found, or twice.
func (w ImportWords) Validate() error {
	var problems []error
	for name, words := range map[string][]ImportWord{"kinds": w.Kinds, "measures": w.Measures, "police": w.Police, "channels": w.Channels} {
		seen := map[string]bool{}
		for _, word := range words {
			if seen[word.Word] || word.Word != FoldWord(word.Word) || word.Word == "" {
				problems = append(problems, fmt.Errorf("content: %s: word %q is not folded or stands there twice", name, word.Word))
			}
			seen[word.Word] = true
		}
	}
	return errors.Join(problems...)
}

// Lookup finds the code of the text in a cell.
func Lookup(words []ImportWord, text string) (string, bool) {
	folded := FoldWord(text)
	for _, w := range words {
		if w.Word == folded {
			return w.Code, true
		}
	}
	return "", false
}
