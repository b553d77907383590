package page

import (
	"strconv"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminHome is the first page of administration: what still needs attention
// and where everything is.
type AdminHome struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Places  CardList
}

// AdminPlace is one page of administration and what it is for; name is that of
// its texts and of its address.
func AdminPlace(t *nl.Texts, name string, badges ...Badge) Card {
	return Card{Title: t.Text("beheer." + name + ".titel"), Href: "/beheer/" + name, Text: []string{t.Text("beheer." + name + ".plek")}, Badges: badges}
}

// AdminList is a page with a list, and a way to add to it. Find is a search
// that goes by POST, because what is typed there is personal.
type AdminList struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Add     *Button
	More    *Button
	Invite  *Button
	Find    *FindForm
	Filter  *FilterBar
	Table   Table
	Cards   *CardList // instead of the table
	Key     Idempotency
}

// FindForm is one field that finds exactly one thing.
type FindForm struct {
	Action string
	Errors FieldErrors
	Field  TextField
	Label  string // of the button
}

// NewPersonFind is the search for an account.
func NewPersonFind(t *nl.Texts, typed vpt.Private, errs FieldErrors) *FindForm {
	field := NewTextField(fields{t, "beheer.personen.", errs}.field("find"), typed.Reveal())
	field.MaxLength = 254
	return &FindForm{Action: "/beheer/personen/zoeken", Errors: errs, Field: field, Label: t.Text("beheer.personen.zoek")}
}

// UnitTable shows the tree of units.
func UnitTable(t *nl.Texts, view vpt.UnitsView) Table {
	table := Table{ID: "onderdelen", Caption: t.Text("beheer.onderdelen.tabel"), Columns: []Column{
		{Label: t.Text("beheer.onderdelen.naam")}, {Label: t.Text("beheer.onderdelen.personen"), Numeric: true}, {Label: t.Text("beheer.onderdelen.leiding")},
	}, Empty: EmptyState{Title: t.Text("beheer.onderdelen.leeg"), Text: t.Text("beheer.onderdelen.leeg-tekst"), Icon: "building"}}
	units := make([]vpt.Unit, len(view.Units))
	for i, u := range view.Units {
		units[i] = u.Unit
	}
	tree := vpt.NewUnitTree(units)
	for _, u := range view.Units {
		name := Cell{Text: unitPath(tree, u.ID), Href: "/beheer/onderdelen/" + string(u.ID)}
		if u.Retired {
			name.Badge = &Badge{Tone: ToneNeutral, Text: t.Text("beheer.vervallen")}
		} else if u.Circle {
			name.Badge = &Badge{Tone: ToneNeutral, Text: t.Text("beheer.onderdelen.kring")}
		}
		managed := t.Text("beheer.onderdelen.erboven")
		if u.Managed {
			managed = t.Text("beheer.onderdelen.eigen")
		} else if u.Circle {
			managed = t.Text("beheer.onderdelen.niemand")
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{name, {Text: strconv.Itoa(u.People)}, {Text: managed}}})
	}
	return table
}

// SiteTable shows the sites.
func SiteTable(t *nl.Texts, view vpt.SitesView) Table {
	table := Table{ID: "locaties", Caption: t.Text("beheer.locaties.tabel"), Columns: []Column{
		{Label: t.Text("beheer.locaties.naam")}, {Label: t.Text("beheer.locaties.adres")}, {Label: t.Text("beheer.locaties.onderdeel")},
	}, Empty: EmptyState{Title: t.Text("beheer.locaties.leeg"), Text: t.Text("beheer.locaties.leeg-tekst"), Icon: "place"}}
	tree := vpt.NewUnitTree(view.Units)
	for _, s := range view.Sites {
		name := Cell{Text: s.Name, Href: "/beheer/locaties/" + string(s.ID)}
		if s.Retired {
			name.Badge = &Badge{Tone: ToneNeutral, Text: t.Text("beheer.vervallen")}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{name, {Text: s.Address}, {Text: unitPath(tree, s.Unit)}}})
	}
	return table
}

// PeopleTable shows accounts. more leads to the next page.
func PeopleTable(t *nl.Texts, list vpt.PeopleList, more string) Table {
	table := Table{ID: "personen", Caption: t.Text("beheer.personen.tabel"), Columns: []Column{
		{Label: t.Text("beheer.personen.naam")}, {Label: t.Text("beheer.personen.functie")}, {Label: t.Text("beheer.personen.onderdeel")},
		{Label: t.Text("beheer.personen.rollen")}, {Label: t.Text("beheer.personen.stand")},
	}, Empty: EmptyState{Title: t.Text("beheer.personen.leeg"), Text: t.Text("beheer.personen.leeg-tekst"), Icon: "users"}}
	for _, p := range list.People {
		roles := ""
		for i, role := range p.Roles {
			if i > 0 {
				roles += ", "
			}
			roles += t.Label(role)
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			{Text: p.Name.Reveal(), Href: "/beheer/personen/" + string(p.ID)}, {Text: p.Function.Reveal()}, {Text: p.UnitName},
			{Text: roles}, {Badge: personBadge(t, p.State)},
		}})
	}
	if list.Next != "" {
		table.More = Pagination{Href: more, Label: t.Text("beheer.personen.volgende")}
	}
	return table
}

func personBadge(t *nl.Texts, state vpt.PersonState) *Badge {
	tone := ToneNeutral
	switch state {
	case vpt.PersonActive:
		tone = ToneOK
	case vpt.PersonBlocked:
		tone = ToneError
	}
	return &Badge{Tone: tone, Text: t.Label(state)}
}

// CodeListTable shows the code lists.
func CodeListTable(t *nl.Texts, lists []vpt.CodeListLine) Table {
	table := Table{ID: "codelijsten", Caption: t.Text("beheer.codelijsten.tabel"), Columns: []Column{
		{Label: t.Text("beheer.codelijsten.lijst")}, {Label: t.Text("beheer.codelijsten.versie"), Numeric: true},
		{Label: t.Text("beheer.codelijsten.aantal"), Numeric: true}, {Label: t.Text("beheer.codelijsten.vervallen"), Numeric: true},
	}}
	for _, l := range lists {
		name := Cell{Text: t.Label(l.List), Href: "/beheer/codelijsten/" + string(l.List)}
		if l.Newer > 0 {
			name.Badge = &Badge{Tone: ToneInfo, Text: t.Text("beheer.codelijsten.aanvulling")}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{name, {Text: strconv.Itoa(l.Version)}, {Text: strconv.Itoa(l.Count)}, {Text: strconv.Itoa(l.Retired)}}})
	}
	return table
}

// TokenCards shows the services that may use the JSON API.
func TokenCards(t *nl.Texts, tokens []vpt.Token, units []vpt.Unit, zone *time.Location) *CardList {
	list := &CardList{Empty: EmptyState{Title: t.Text("beheer.koppelingen.leeg"), Text: t.Text("beheer.koppelingen.leeg-tekst"), Icon: "link"}}
	tree := vpt.NewUnitTree(units)
	for _, token := range tokens {
		var scopes []string
		for _, s := range token.Scopes {
			scopes = append(scopes, t.Label(s))
		}
		reach := t.Text("beheer.koppeling.unit-geen")
		if token.Unit != "" {
			reach = unitPath(tree, token.Unit)
		}
		card := Card{Title: token.Name, Facts: []Definition{
			{Term: t.Text("beheer.koppelingen.mag"), Lines: scopes}, {Term: t.Text("beheer.koppelingen.bereik"), Text: reach},
			{Term: t.Text("beheer.koppelingen.sinds"), Text: nl.DateTime(token.CreatedAt, zone, t.Lang())},
		}}
		if token.RevokedAt.IsZero() {
			card.Post = "/beheer/koppelingen/" + string(token.ID) + "/intrekken"
			card.Action = &Button{Kind: ButtonSecondary, Label: t.Text("beheer.koppelingen.intrekken") + " " + token.Name}
		} else {
			card.Badges = []Badge{{Tone: ToneNeutral, Text: t.Text("beheer.koppelingen.ingetrokken")}}
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}
