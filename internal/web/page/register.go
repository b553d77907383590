package page

import (
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Register is the page on which an administrator sends in an old register and
// sees what became of earlier ones.
type Register struct {
	Shell
	Heading     PageHeading
	Errors      FieldErrors
	Idempotency Idempotency
	File        FileField
	Earlier     Table
}

// NewRegister makes the page.
func NewRegister(t *nl.Texts, imports []vpt.RegisterImport, zone *time.Location, errs FieldErrors) Register {
	p := Register{Errors: errs, Heading: PageHeading{Title: t.Text("register.titel"), Lead: t.Text("register.lead")}}
	p.File = FileField{Field: NewField("bestand", t.Text("register.bestand"), t.Text("register.bestand-hint"), errs), Accept: ".csv,.txt,.xlsx,.ods"}
	p.Earlier = Table{ID: "eerder", Caption: t.Text("register.eerder"), Columns: []Column{
		{Label: t.Text("register.bestand")}, {Label: t.Text("register.wanneer")}, {Label: t.Text("register.stand")}, {Label: t.Text("register.rijen"), Numeric: true},
		{Label: t.Text("register.toegevoegd"), Numeric: true}, {Label: t.Text("register.geweigerd"), Numeric: true},
	}, Empty: EmptyState{Icon: "inbox", Title: t.Text("register.eerder-leeg"), Text: t.Text("register.eerder-uitleg")}}
	number := func(n int) Cell { return Cell{Text: nl.Number(int64(n), t.Lang())} }
	for _, r := range imports {
		p.Earlier.Rows = append(p.Earlier.Rows, Row{Cells: []Cell{
			{Text: importName(t, r), Href: RegisterPath(r.ID)}, {Text: nl.DateTime(r.At, zone, t.Lang())}, {Badge: importBadge(t, r.State)},
			number(r.Rows), number(r.Added), number(r.Refused),
		}})
	}
	return p
}

// RegisterPath is the address of one import.
func RegisterPath(id vpt.ImportID) string { return "/beheer/inlezen/" + string(id) }

func importName(t *nl.Texts, r vpt.RegisterImport) string {
	if r.Name.IsZero() {
		return t.Text("register.bestand")
	}
	return r.Name.Reveal()
}

func importBadge(t *nl.Texts, s vpt.RegisterState) *Badge {
	tone := map[vpt.RegisterState]Tone{vpt.RegisterWaits: ToneWarning, vpt.RegisterBusy: ToneInfo, vpt.RegisterDone: ToneOK}[s]
	return &Badge{Tone: tone, Text: t.Label(s)}
}
