package page

import (
	"net/url"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// RulesPage is a page of the organisation's own rules: house rules, protocol
// or a team norm. What there is, and below it forms to change it.
type RulesPage struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Errors  FieldErrors
	Add     *Button
	Parts   []RulesPart
	Forms   []RulesForm
	Links   []Link
}

// RulesPart is one part of what there is; what is empty is not shown.
type RulesPart struct {
	ID    string
	Title string
	Text  []string // paragraphs
	Facts DefinitionList
	Cards *CardList
	Table *Table
}

// RulesForm is one form of such a page. At most one is the primary act.
type RulesForm struct {
	Title     string
	Lead      string
	Action    string
	Multipart bool // it holds a file
	Key       Idempotency
	Seen      string // what it writes over, as it was shown
	Sections  []FormSection
	Buttons   []Button
}

// rulesFields makes the fields of a form with texts at prefix. typed is what a
// form came back with, nil when it is fresh.
func rulesFields(t *nl.Texts, prefix string, typed url.Values, errs FieldErrors) caseFields {
	return caseFields{fields: fields{t: t, prefix: prefix, errs: errs}, typed: typed}
}

func (f caseFields) tall(field Field, otherwise string, rows int) FormField {
	out := f.area(field, otherwise)
	out.Area.Rows = rows
	return out
}

func (f caseFields) number(field Field, otherwise string) FormField {
	return numberOf(field, f.value(field.Name, otherwise))
}

func (f caseFields) list(field Field, otherwise, blank string, options []Option) FormField {
	return selectOf(field, f.value(field.Name, otherwise), blank, options)
}

// shownFile is the field for a picture or document that proves something.
func (f caseFields) shownFile() FormField {
	return FormField{File: &FileField{Field: f.optional("file"), Accept: ".jpg,.jpeg,.png,.webp,.heic,.pdf"}}
}

func primary(label string) []Button { return []Button{PrimaryButton(label)} }

func siteName(t *nl.Texts, sites []vpt.Site, id vpt.SiteID) string {
	for _, s := range sites {
		if s.ID == id {
			return s.Name
		}
	}
	return t.Text("huisregels.overal")
}
