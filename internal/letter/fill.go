package letter

import (
	"slices"
	"strings"
	"time"

	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// Names of blocks and fields that the layout of a letter knows.
const (
	closing   = "ondertekening" // becomes the room to sign
	toName    = "naam"
	toAddress = "adres"
	reference = "kenmerk"
	dated     = "datum"
	sender    = "organisatie"
)

// Fill makes the letter of a template. Values are by name of field; a field of
// form Day or Date is written YYYY-MM-DD. The date of the letter is on, and the
// organisation that of the letterhead unless values say otherwise.
//
// What is owed is named in an error of KindInvalid, one field each with
// "verplicht" or what is wrong with it: there is no letter with holes. A
// template that is not right is refused as Parse does.
func Fill(t Template, head document.Letterhead, values map[string]vpt.Private, on vpt.Date) (document.Document, error) {
	if err := t.Validate(); err != nil {
		return document.Document{}, err
	}
	f := newFiller(values)
	if !on.Valid() {
		f.problems.Add(dated, "geen-datum")
		return document.Document{}, f.problems.Err()
	}
	f.values[dated] = string(on)
	if f.values[sender] == "" {
		f.values[sender] = clean(head.Name)
	}
	f.line(sender) // stands at the foot of every page
	blocks := f.top(t)
	for _, b := range t.Blocks {
		blocks = append(blocks, f.block(b)...)
	}
	f.inOrder()
	if err := f.problems.Err(); err != nil {
		return document.Document{}, err
	}
	return document.Document{
		Title: t.Title, Lang: "nl", Author: f.values[sender], Letterhead: head,
		Footer: f.values[sender] + " · " + f.values[reference],
		Date:   on.At(0, 0, time.UTC), Blocks: blocks,
	}, nil
}

// filler holds the values while a letter is made, and notes what is owed.
type filler struct {
	values   map[string]string
	used     map[string]bool
	problems vpt.Problems
}

// newFiller takes the values out of their wrapping: here and nowhere else.
func newFiller(values map[string]vpt.Private) *filler {
	f := &filler{values: map[string]string{}, used: map[string]bool{}}
	unknown := 0
	for name, value := range values {
		if _, ok := FieldByName(name); !ok {
			unknown++ // a name that is not ours may hold anything: it is not repeated
			continue
		}
		if text := clean(value.Reveal()); says(text) {
			f.values[name] = text
		}
	}
	if unknown > 0 {
		f.problems.Add("velden", "onbekend-veld")
	}
	return f
}

// value gives the value of a field that is printed, and notes it when it is
// owed or wrong, once.
func (f *filler) value(name string) (Field, string) {
	field, _ := FieldByName(name)
	value := f.values[name]
	if f.used[name] {
		return field, f.usable(field, value)
	}
	f.used[name] = true
	if value == "" {
		f.problems.Add(name, "verplicht")
		return field, ""
	}
	field.check(&f.problems, value)
	return field, f.usable(field, value)
}

// usable gives a value that can be written; a wrong date is not.
func (f *filler) usable(field Field, value string) string {
	if (field.Form == Day || field.Form == Date) && !vpt.Date(value).Valid() {
		return ""
	}
	return value
}

// line writes a field that stands on its own in the layout.
func (f *filler) line(name string) string {
	field, value := f.value(name)
	if value == "" {
		return ""
	}
	return field.inline(value)
}

// top is what stands above the text of every letter.
func (f *filler) top(t Template) []document.Block {
	address := []string{f.line(toName)}
	if f.values[toAddress] != "" {
		_, lines := f.value(toAddress)
		address = append(address, itemsOf(lines)...)
	}
	return []document.Block{
		document.Address{Lines: address},
		document.Facts{Rows: [][2]string{{"Datum", f.line(dated)}, {"Ons kenmerk", f.line(reference)}}},
		document.Heading{Level: 1, Text: t.Title},
	}
}

// block writes one block, nothing when none of its lines stands.
func (f *filler) block(b Block) []document.Block {
	lines, _ := parseText(string(b.Text))
	lines = slices.DeleteFunc(lines, func(l line) bool { return !f.stands(l) })
	if !slices.ContainsFunc(lines, func(l line) bool { return !l.blank() }) {
		return nil
	}
	if b.Name == closing {
		return []document.Block{f.signature(lines)}
	}
	level := 2
	var blocks []document.Block
	if b.Title != "" {
		blocks, level = append(blocks, document.Heading{Level: 2, Text: b.Title}), 3
	}
	return append(blocks, f.write(lines, level)...)
}

// stands reports whether the conditions of a line hold.
func (f *filler) stands(l line) bool {
	for _, c := range l.when {
		if (f.values[c.field] == "") != c.absent {
			return false
		}
	}
	return true
}

// signature gives the lines of the closing, one for one.
func (f *filler) signature(lines []line) document.Signature {
	var s document.Signature
	for _, l := range lines {
		if !l.blank() {
			s.Lines = append(s.Lines, plainText(f.spans(l.pieces)))
		}
	}
	return s
}

// plainText gives the text of spans.
func plainText(spans []document.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
