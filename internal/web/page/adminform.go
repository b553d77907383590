package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminForm is a page with one form: the organisation, a unit, a site, an
// account, the terms, a service. Its fields stand in groups.
type AdminForm struct {
	Shell
	Heading  PageHeading
	Notes    []Alert
	Errors   FieldErrors
	Key      Idempotency
	Action   string
	Sections []FormSection
	Save     string // empty when there is nothing to send
	Cancel   Link
}

// FormSection is a group of fields under a heading; a form with one group
// needs no heading.
type FormSection struct {
	Title  string
	Lead   string
	Fields []FormField
	Fold   bool // behind its title, for what few need
	Open   bool // folded open: something in it needs a look
}

// FormField is one field of any sort: "form-field".
type FormField struct {
	Text   *TextField
	Date   *DateField
	Select *Select
	Radio  *RadioGroup
	Checks *CheckboxGroup
	Time   *TimeField
	Area   *TextArea
	Tiles  *KindTiles
	File   *FileField
}

func textOf(f Field, value string, limit int) FormField {
	text := NewTextField(f, value)
	text.MaxLength = limit
	return FormField{Text: &text}
}

func numberOf(f Field, value string) FormField {
	text := NewTextField(f, value)
	text.InputMode, text.Short, text.MaxLength = "numeric", true, 4
	return FormField{Text: &text}
}

func dateOf(f Field, value string) FormField {
	date := NewDateField(f, value)
	return FormField{Date: &date}
}

func selectOf(f Field, chosen, blank string, options []Option) FormField {
	list := NewSelect(f, chosen, options)
	list.Blank = blank
	return FormField{Select: &list}
}

func radioOf(f Field, chosen string, options []Option) FormField {
	group := NewRadioGroup(f, chosen, options)
	return FormField{Radio: &group}
}

// checkOf is one box to tick, with the question above it.
func checkOf(f Field, value, label string, on bool) FormField {
	group := CheckboxGroup{Field: f, Options: []Option{{Value: value, Label: label, Selected: on}}}
	return FormField{Checks: &group}
}

// fields makes fields whose label, and hint where there is one, are texts:
// prefix + name, and that with "-hint".
type fields struct {
	t      *nl.Texts
	prefix string
	errs   FieldErrors
}

func (f fields) field(name string) Field {
	return NewField(name, f.t.Text(f.prefix+name), f.t.Text(f.prefix+name+"-hint"), f.errs)
}

func (f fields) optional(name string) Field {
	field := f.field(name)
	field.Optional = true
	return field
}

// numbered is a field in a row of equal ones: its label is that of its kind,
// with the number of the row.
func (f fields) numbered(list string, i int, name string) Field {
	field := NewField(list+"."+strconv.Itoa(i)+"."+name, f.t.Fill(f.prefix+list+"."+name, "nummer", strconv.Itoa(i+1)), "", f.errs)
	field.Optional = true
	return field
}

// UnitOptions gives units as choices, by their path in the tree. Retired ones
// are left out, but for the one that is chosen now.
func UnitOptions(units []vpt.Unit, chosen vpt.UnitID) []Option {
	tree := vpt.NewUnitTree(units)
	var out []Option
	for _, line := range tree.Ordered(units) {
		if !line.Retired || line.ID == chosen {
			out = append(out, Option{Value: string(line.ID), Label: unitPath(tree, line.ID)})
		}
	}
	return out
}

// unitPath names a unit with those above it.
func unitPath(tree vpt.UnitTree, id vpt.UnitID) string {
	path := ""
	for _, above := range tree.Up(id) {
		u, _ := tree.Unit(above)
		if path != "" {
			path = " › " + path
		}
		path = u.Name + path
	}
	return path
}

func siteOptions(sites []vpt.Site) []Option {
	var out []Option
	for _, s := range sites {
		if !s.Retired {
			out = append(out, Option{Value: string(s.ID), Label: s.Name})
		}
	}
	return out
}
