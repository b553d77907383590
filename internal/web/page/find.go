package page

import "rugdekking/internal/nl"

// Find searches by a whole number; nothing else can be searched for.
type Find struct {
	Shell
	Heading PageHeading
	Number  TextField
	Send    Button
	Unknown *Alert
}

// NewFind makes the page. number is what was looked for and not found.
func NewFind(shell Shell, t *nl.Texts, number string) *Find {
	field := NewTextField(NewField("nummer", t.Text("zoek.nummer"), t.Text("zoek.nummer-hint"), nil), number)
	field.Short, field.MaxLength = true, 40
	p := &Find{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("zoek.lead")}, Number: field,
		Send: Button{Kind: ButtonPrimary, Label: t.Text("zoek.zoek"), Icon: "search"},
	}
	if number != "" {
		p.Unknown = &Alert{Tone: ToneWarning, Title: t.Text("zoek.niets"), Action: &Link{Label: t.Text("zoek.naar-werkvoorraad"), Href: "/werkvoorraad"}}
	}
	return p
}
