package page

import (
	"errors"
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// IdempotencyName is the name of the hidden field that makes sending a form
// twice the same as sending it once.
const IdempotencyName = "verzoeksleutel"

// Idempotency is the hidden key of one rendering of a form: "idempotency".
type Idempotency struct{ Key string }

// Hidden is one hidden field, such as one that carries a typed value through
// the sign-in page: "hidden".
type Hidden struct{ Name, Value string }

// Field is what every field of a form has. Its address inside the page follows
// from its name, so that the summary of errors finds it.
type Field struct {
	Name     string // the name that is sent; the dotted path of vpt.Field
	Label    string
	Hint     string
	Error    string
	Optional bool // shows "(niet verplicht)"; required fields are not marked
}

// NewField makes a field with its error taken from errs.
func NewField(name, label, hint string, errs FieldErrors) Field {
	return Field{Name: name, Label: label, Hint: hint, Error: errs.At(name)}
}

// ID is the id of the control. For a group it is the id of its first choice.
func (f Field) ID() string { return FieldID(f.Name) }

// HintID is the id of the hint.
func (f Field) HintID() string { return f.ID() + "-uitleg" }

// ErrorID is the id of the error.
func (f Field) ErrorID() string { return f.ID() + "-fout" }

// DescribedBy is the value of aria-describedby; empty when nothing describes it.
func (f Field) DescribedBy() string {
	var ids []string
	if f.Hint != "" {
		ids = append(ids, f.HintID())
	}
	if f.Error != "" {
		ids = append(ids, f.ErrorID())
	}
	return strings.Join(ids, " ")
}

// FieldID turns the name of a field into its id on the page. A name may hold
// words of an imported file; what an id, or a list of ids, cannot hold stands in
// it by its number.
func FieldID(name string) string {
	var id strings.Builder
	id.WriteString("veld-")
	for _, r := range strings.NewReplacer(".", "-", "[", "-", "]", "").Replace(name) {
		if r == '_' || slug(string(r)) == string(r) {
			id.WriteRune(r)
		} else {
			fmt.Fprintf(&id, "_%x_", r)
		}
	}
	return id.String()
}

// TextField is one line of text: "text-field".
type TextField struct {
	Field
	Value        string
	Type         string // text, email, tel, password, number-like stays text; empty is text
	Autocomplete string // only for the person's own data; empty is off
	InputMode    string // numeric, email, tel: which keyboard a phone shows
	MaxLength    int    // characters; 0 is no limit
	Short        bool   // a narrow box, for numbers and codes
}

// NewTextField makes a line of text.
func NewTextField(field Field, value string) TextField {
	return TextField{Field: field, Value: value, Type: "text"}
}

// DateField takes a date as people type it ("gisteren", "1-7", "1 juli"):
// "date-field". The server reads it; a browser's own date box shows the
// browser's language and refuses words.
type DateField struct {
	Field
	Value string
}

// NewDateField makes a date field; without a hint it shows examples.
func NewDateField(field Field, value string) DateField { return DateField{field, value} }

// DescribedBy always includes the hint, which has a text of its own.
func (f DateField) DescribedBy() string { return withHint(f.Field).DescribedBy() }

// TimeField takes a time as people type it ("14:30", "half 3"): "time-field".
type TimeField struct {
	Field
	Value string
}

// NewTimeField makes a time field; without a hint it shows an example.
func NewTimeField(field Field, value string) TimeField { return TimeField{field, value} }

// DescribedBy always includes the hint, which has a text of its own.
func (f TimeField) DescribedBy() string { return withHint(f.Field).DescribedBy() }

func withHint(f Field) Field {
	if f.Hint == "" {
		f.Hint = "voorbeeld"
	}
	return f
}

// TextArea is a text of several lines that grows while one types: "text-area".
type TextArea struct {
	Field
	Value     string
	Rows      int
	MaxLength int // characters; 0 is no limit
}

// NewTextArea makes a text area of four lines.
func NewTextArea(field Field, value string) TextArea {
	return TextArea{Field: field, Value: value, Rows: 4}
}

// FileField takes files: "file-field". The form needs
// enctype="multipart/form-data".
type FileField struct {
	Field
	Accept   string // as in the accept attribute
	Multiple bool
}

// FieldErrors says what is wrong with which field, in the order of the form.
type FieldErrors []ErrorLink

// ErrorLink is one line in the summary of errors.
type ErrorLink struct {
	Name    string // name of the field; empty for an error of the whole form
	Message string
}

// ID is the id of the control that the line leads to.
func (e ErrorLink) ID() string { return FieldID(e.Name) }

// NewFieldErrors takes the fields of a vpt.Error and asks message for the
// words. Any other error gives nothing.
func NewFieldErrors(err error, message func(vpt.Field) string) FieldErrors {
	var invalid *vpt.Error
	if !errors.As(err, &invalid) {
		return nil
	}
	var out FieldErrors
	for _, field := range invalid.Fields {
		out = append(out, ErrorLink{Name: field.Path, Message: message(field)})
	}
	return out
}

// At gives the message at the field called name; empty when it is right.
func (e FieldErrors) At(name string) string {
	for _, link := range e {
		if link.Name == name {
			return link.Message
		}
	}
	return ""
}

// Summary lists the errors above the form; the script moves the focus to it.
func (e FieldErrors) Summary() ErrorSummary { return ErrorSummary{Links: e} }

// ErrorSummary stands above a form that was not right and shows nothing when
// there is no error: "error-summary". Set Shell.Problem as well.
type ErrorSummary struct{ Links FieldErrors }

// Draft makes a form save itself: "draft-status" shows when, and the form
// carries data-draft with the address to post to:
//
//	<form method="post" action="/meldingen" data-draft="{{.Draft.URL}}">
type Draft struct {
	URL   string // takes the whole form by POST and answers 204
	Saved string // time of the last saving ("14:03"); empty when there is none
}

// SavedText puts the time into the sentence that says when a draft was saved;
// empty when it was not.
func (d Draft) SavedText(sentence string) string {
	if d.Saved == "" {
		return ""
	}
	return strings.ReplaceAll(sentence, "{tijd}", d.Saved)
}
