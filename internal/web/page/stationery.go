package page

import (
	"slices"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// StationeryPage is the form with what stands on every letter.
type StationeryPage struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Errors  FieldErrors
	Before  []FormSection // what stands on top of a letter
	Logo    LogoForm
	After   []FormSection
	Cancel  Link
}

// LogoForm is the logo that there is, and the way to another or to none.
type LogoForm struct {
	Src    string // address of the present one; empty: none
	SrcAlt string
	File   FileField
	Fields []FormField
}

// FieldLogo is the name of the file.
const FieldLogo = "logo"

// NewStationery puts stationery into its form. kept tells whether a logo is
// kept, whose text is alt; resend that a logo was sent with a form that came
// back: a browser does not send the same file again by itself.
func NewStationery(shell Shell, t *nl.Texts, in vpt.Stationery, kept, resend bool, errs FieldErrors) *StationeryPage {
	f := fields{t, "beheer.briefpapier.", errs}
	bare := vpt.Stationery{}.Missing()
	field := func(name string) Field { // what letters cannot do without is not called optional, though it may be filled in later
		made := f.field(name)
		made.Optional = !slices.Contains(bare, name)
		return made
	}
	line := func(name, value string) FormField { return textOf(field(name), value, vpt.MaxLine) }
	lines := func(name string, value []string, rows int) FormField {
		return areaOf(field(name), strings.Join(value, "\n"), rows, vpt.MaxText)
	}
	title := func(name string, all ...FormField) FormSection {
		return FormSection{Title: t.Text("beheer.briefpapier.kop-" + name), Fields: all}
	}
	shell.Problem = len(errs) > 0
	p := &StationeryPage{
		Shell: shell, Heading: PageHeading{Title: t.Text("beheer.briefpapier.titel"), Lead: t.Text("beheer.briefpapier.lead")}, Errors: errs,
		Cancel: Link{Label: t.Text("beheer.terug"), Href: "/beheer"},
		Logo:   LogoForm{File: FileField{Field: f.optional(FieldLogo), Accept: ".png,.jpg,.jpeg,image/png,image/jpeg"}},
	}
	p.Logo.Fields = []FormField{line("logoAlt", in.LogoAlt)}
	if kept {
		p.Logo.Src, p.Logo.SrcAlt = "/beheer/briefpapier/logo", t.Text("beheer.briefpapier.logo-nu")
		p.Logo.Fields = append(p.Logo.Fields, checkOf(f.field("dropLogo"), "ja", t.Text("beheer.briefpapier.dropLogo-ja"), false))
	}
	if resend {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Text: []string{t.Text("beheer.briefpapier.logo-opnieuw")}})
	}
	p.Before = []FormSection{title("boven", lines("lines", in.Lines, 3), line("onBehalf", in.OnBehalf), line("footer", in.Footer))}
	p.After = []FormSection{
		title("vragen", line("phone", in.Phone), line("email", in.Email), line("hours", in.Hours)),
		title("oneens", lines("complaint", in.Complaint, 4), lines("ombudsman", in.Ombudsman, 4), line("objection", in.Objection), line("legalHelp", in.LegalHelp)),
		title("gegevens", line("privacy", in.Privacy), line("officer", in.Officer), line("retention", in.Retention)),
		title("overtreding", areaOf(f.optional("breach"), in.Breach, 4, vpt.MaxText)),
	}
	return p
}

func areaOf(f Field, value string, rows, limit int) FormField {
	area := NewTextArea(f, value)
	area.Rows, area.MaxLength = rows, limit
	return FormField{Area: &area}
}

// MissingStationery says what letters still lack; the zero alert when nothing.
func MissingStationery(t *nl.Texts, missing []string) (Alert, bool) {
	if len(missing) == 0 {
		return Alert{}, false
	}
	names := make([]string, len(missing))
	for i, path := range missing {
		names[i] = t.Text("beheer.briefpapier.mist-" + path)
	}
	return Alert{Tone: ToneWarning, Text: []string{t.Fill("beheer.briefpapier.ontbreekt", "wat", strings.Join(names, ", "))}}, true
}
