package page

import (
	"net/url"
	"unicode"
	"unicode/utf8"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// CaseSub is a page of a case about one thing, such as what came of a complaint
// or the damage: what there is, and below it a form to go on.
type CaseSub struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Errors  FieldErrors
	Parts   []CasePart
	Form    *CaseSubForm // nil when there is nothing to fill in
	Links   []CaseLink
	Back    Link
}

// CasePart is one part of what there is; what is empty is not shown.
type CasePart struct {
	ID    string
	Title string
	Facts DefinitionList
	Cards *CardList
	Line  *Timeline
}

// CaseSubForm is the form of such a page.
type CaseSubForm struct {
	Key      Idempotency
	Seen     string // what it writes over, as it was shown
	Action   string
	Sections []FormSection
	Save     string
}

// SubForm is what a form came back with; the zero value is a fresh one.
type SubForm struct {
	Typed  url.Values
	Errors FieldErrors
	Key    Idempotency
	Action string
}

// newCaseSub begins a page. prefix is where its texts are.
func newCaseSub(shell Shell, t *nl.Texts, v vpt.CaseView, prefix string, in SubForm) *CaseSub {
	shell.Problem = len(in.Errors) > 0
	return &CaseSub{
		Shell: shell, Heading: PageHeading{Title: t.Text(prefix + "titel"), Lead: t.Text(prefix + "lead")}, Errors: in.Errors,
		Back: Link{Label: t.Text("zaak.terug"), Href: newWriter(t, v).path},
	}
}

// fields makes the fields of a page with texts at prefix.
func (in SubForm) fields(t *nl.Texts, v vpt.CaseView, prefix string) caseFields {
	return caseFields{fields: fields{t: t, prefix: prefix, errs: in.Errors}, v: v, typed: in.Typed, today: t.Text("zaak.vandaag")}
}

func (in SubForm) form(seen, save string, sections ...FormSection) *CaseSubForm {
	return &CaseSubForm{Key: in.Key, Seen: seen, Action: in.Action, Sections: sections, Save: save}
}

// choice is a list of which one may be chosen, or none.
func (f caseFields) choice(field Field, otherwise string, options []Option) FormField {
	return selectOf(field, f.value(field.Name, otherwise), f.t.Text("zaak.politie.kies"), options)
}

// answer asks a question with yes, no or unknown side by side.
func (f caseFields) answer(field Field, otherwise vpt.Answer) FormField {
	out := f.radio(field, string(otherwise), labels(f.t, vpt.Answers()...))
	out.Radio.Inline = true
	return out
}

// many is any number of choices.
func (f caseFields) many(field Field, otherwise []string, options []Option) FormField {
	chosen := otherwise
	if f.typed != nil {
		chosen = f.typed[field.Name]
	}
	group := NewCheckboxGroup(field, chosen, options)
	return FormField{Checks: &group}
}

// amount is a narrow line for money.
func (f caseFields) amount(field Field, otherwise vpt.Cents, given bool) FormField {
	shown := ""
	if given {
		shown = nl.Decimal(otherwise.Euros(), 2, f.t.Lang())
	}
	out := textOf(field, f.value(field.Name, shown), 20)
	out.Text.Short, out.Text.InputMode = true, "decimal"
	return out
}

// typedIn reports whether a form came back with something in one of the fields,
// or with something wrong there.
func (f caseFields) typedIn(all []FormField) bool {
	for _, one := range all {
		field := one.field()
		if field.Error != "" || f.typed != nil && f.typed.Get(field.Name) != "" {
			return true
		}
	}
	return false
}

// field gives what every sort of field has.
func (f FormField) field() Field {
	switch {
	case f.Text != nil:
		return f.Text.Field
	case f.Date != nil:
		return f.Date.Field
	case f.Select != nil:
		return f.Select.Field
	case f.Radio != nil:
		return f.Radio.Field
	case f.Checks != nil:
		return f.Checks.Field
	case f.Area != nil:
		return f.Area.Field
	}
	return Field{}
}

// shown writes a day as the form shows it again; empty stays empty.
func (f caseFields) shown(day vpt.Date) string {
	if day == "" {
		return ""
	}
	return nl.Day(string(day), f.t.Lang())
}

// items collects definitions and leaves out what is empty.
type items []Definition

func (i *items) add(term, text string) {
	if text != "" {
		*i = append(*i, Definition{Term: term, Text: text})
	}
}

func (i *items) lines(term string, lines []string) {
	if len(lines) > 0 {
		*i = append(*i, Definition{Term: term, Lines: lines})
	}
}

// answered gives the label of an answer; empty when it was not asked.
func answered(t *nl.Texts, a vpt.Answer) string {
	if a == "" {
		return ""
	}
	return t.Label(a)
}

// lower makes the first letter small, for a label within a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
