package page

import (
	"net/url"
	"slices"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// protocolStart is the way to the next version.
func protocolStart(t *nl.Texts, v vpt.ProtocolView) *Button {
	if v.Writing {
		return &Button{Kind: ButtonPrimary, Label: t.Text("protocol.verder"), Href: "/beheer/protocol/concept"}
	}
	return nil
}

// protocolForms are the ways to begin a next version: from what is in force,
// from an example, from a file.
func protocolForms(t *nl.Texts, v vpt.ProtocolView, in SubForm) []RulesForm {
	if v.Writing {
		return nil
	}
	var from []Option
	chosen := ""
	if now, ok := v.Now(); ok {
		chosen = "nu"
		from = append(from, Option{Value: chosen, Label: t.Fill("protocol.vanaf-nu", "versie", strconv.Itoa(now.Version))})
	}
	for _, e := range v.Examples {
		from = append(from, Option{Value: e.Code, Label: e.Name})
		if chosen == "" {
			chosen = e.Code
		}
	}
	f := rulesFields(t, "protocol.", in.Typed, in.Errors)
	return []RulesForm{
		{Title: t.Text("protocol.nieuw"), Lead: t.Text("protocol.nieuw-lead"), Action: "/beheer/protocol/beginnen", Buttons: primary(t.Text("protocol.begin")),
			Sections: []FormSection{{Fields: []FormField{f.radio(f.field("from"), chosen, from)}}}},
		{Title: t.Text("protocol.inlezen"), Lead: t.Text("protocol.inlezen-lead"), Action: "/beheer/protocol/inlezen", Multipart: true,
			Buttons:  []Button{{Kind: ButtonSecondary, Label: t.Text("protocol.lees")}},
			Sections: []FormSection{{Fields: []FormField{{File: &FileField{Field: f.field("file"), Accept: ".json"}}}}}},
	}
}

// NewProtocolDraft is the next version while it is being written. wrong is what
// still keeps it from being adopted.
func NewProtocolDraft(shell Shell, t *nl.Texts, v vpt.ProtocolView, wrong FieldErrors, in SubForm) *RulesPage {
	shell.Width, shell.Problem = WidthTable, len(in.Errors) > 0
	w := protocolWords{t, v.Lists}
	p := &RulesPage{Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Text("protocol.concept"), Lead: t.Text("protocol.concept-lead")}}
	if len(wrong) > 0 {
		note := Alert{Tone: ToneWarning, Title: t.Text("protocol.nog-niet")}
		for _, one := range wrong {
			note.Lines = append(note.Lines, Link{Label: draftProblem(t, v.Draft, one), Href: draftPlace(one.Name)})
		}
		p.Notes = append(p.Notes, note)
	}
	rows := &CardList{Empty: EmptyState{Icon: "document", Title: t.Text("protocol.geen-rijen"), Text: t.Text("protocol.geen-rijen-tekst")}}
	for i, row := range v.Draft.Rows {
		rows.Cards = append(rows.Cards, w.rowCard(row, i+1))
	}
	p.Parts = []RulesPart{{ID: "rijen", Title: t.Text("protocol.rijen"), Cards: rows}}
	if before, ok := v.Now(); ok {
		p.Parts = append(p.Parts, w.changes(v.Draft, before))
	}
	f := rulesFields(t, "protocol.", in.Typed, in.Errors)
	seen := v.Draft.Stamp()
	p.Forms = []RulesForm{
		{Action: "/beheer/protocol/rijen", Seen: seen, Buttons: []Button{{Kind: ButtonSecondary, Label: t.Text("protocol.rij-erbij"), Icon: "new"}}},
		{Title: t.Text("protocol.over"), Action: "/beheer/protocol/concept", Seen: seen, Buttons: []Button{{Kind: ButtonSecondary, Label: t.Text("protocol.bewaar")}},
			Sections: []FormSection{{Fields: []FormField{
				f.line(f.field("name"), v.Draft.Name), f.tall(f.field("source"), v.Draft.Source, 3), f.number(f.field("windowMonths"), strconv.Itoa(v.Draft.WindowMonths)),
			}}}},
		{Title: t.Text("protocol.vaststellen"), Lead: t.Text("protocol.vaststellen-lead"), Action: "/beheer/protocol/vaststellen", Key: in.Key, Seen: seen, Buttons: primary(t.Text("protocol.stel-vast"))},
		{Title: t.Text("protocol.weggooien"), Lead: t.Text("protocol.weggooien-lead"), Action: "/beheer/protocol/weggooien", Buttons: []Button{{Kind: ButtonSecondary, Label: t.Text("protocol.gooi-weg")}}},
	}
	p.Links = []Link{{Label: t.Text("protocol.terug"), Href: "/beheer/protocol"}}
	return p
}

// rowCard is one row in short, leading to its form.
func (w protocolWords) rowCard(row vpt.ProtocolRow, n int) Card {
	card := Card{Sub: true, Title: row.Label, Href: "/beheer/protocol/rijen/" + strconv.Itoa(n), Text: []string{w.about(row)}}
	if row.Label == "" {
		card.Title = w.t.Fill("protocol.rij", "nummer", strconv.Itoa(n))
	}
	for i, cell := range row.Cells {
		text := w.steps(cell)
		if long := w.duration(cell); long != "" {
			text += ", " + long
		}
		card.Facts = append(card.Facts, Definition{Term: w.t.Text(times(i, len(row.Cells))), Text: text})
	}
	return card
}

// rowOf gives the number of the row that a problem is in, from 0; -1 for none.
func rowOf(path string) int {
	var n int
	rest, ok := cut(path, "rows[")
	if !ok {
		return -1
	}
	for _, c := range rest {
		if c < '0' || c > '9' {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func cut(text, prefix string) (string, bool) {
	if len(text) < len(prefix) || text[:len(prefix)] != prefix {
		return "", false
	}
	return text[len(prefix):], true
}

// draftPlace is where a problem can be solved.
func draftPlace(path string) string {
	if row := rowOf(path); row >= 0 {
		return "/beheer/protocol/rijen/" + strconv.Itoa(row+1)
	}
	return "#" + FieldID(path)
}

// draftProblem names the row that something is wrong with.
func draftProblem(t *nl.Texts, p vpt.Protocol, wrong ErrorLink) string {
	row := rowOf(wrong.Name)
	if row < 0 || row >= len(p.Rows) {
		return wrong.Message
	}
	label := p.Rows[row].Label
	if label == "" {
		label = t.Fill("protocol.rij", "nummer", strconv.Itoa(row+1))
	}
	return label + ": " + wrong.Message
}

// NewProtocolRow is the form for one row. n counts from 1; row is what it holds.
func NewProtocolRow(shell Shell, t *nl.Texts, v vpt.ProtocolView, n int, in SubForm) *RulesPage {
	shell.Problem = len(in.Errors) > 0
	row := v.Draft.Rows[n-1]
	f := rulesFields(t, "protocol.", in.Typed, in.Errors)
	var classes []Option
	var chosen []string
	for class := 1; class <= 4; class++ {
		classes = append(classes, Option{Value: strconv.Itoa(class), Label: t.Text("zaak.klasse-" + strconv.Itoa(class))})
	}
	for _, class := range row.Classes {
		chosen = append(chosen, strconv.Itoa(class))
	}
	groups, codes := kindOptions(t, v.Lists[vpt.KindList])
	sections := []FormSection{
		{Fields: []FormField{f.line(f.field("label"), row.Label), f.many(f.optional("classes"), chosen, classes), f.many(f.optional("kinds"), row.Kinds, groups)}},
		{Title: t.Text("protocol.fijner"), Fold: true, Open: slices.ContainsFunc(codes, func(o Option) bool { return slices.Contains(row.Kinds, o.Value) }),
			Fields: []FormField{f.many(f.optional("codes"), row.Kinds, codes)}},
	}
	for i := range vpt.MaxProtocolTimes {
		cell := vpt.ProtocolCell{}
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		sections = append(sections, f.cell(v.Lists[vpt.MeasureList], i, cell))
	}
	p := &RulesPage{
		Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Fill("protocol.rij", "nummer", strconv.Itoa(n)), Lead: t.Text("protocol.rij-lead")},
		Forms: []RulesForm{
			{Action: in.Action, Seen: v.Draft.Stamp(), Sections: sections, Buttons: primary(t.Text("protocol.bewaar-rij"))},
			{Action: in.Action + "/weg", Seen: v.Draft.Stamp(), Buttons: []Button{{Kind: ButtonSecondary, Label: t.Text("protocol.rij-weg")}}},
		},
		Links: []Link{{Label: t.Text("protocol.terug-concept"), Href: "/beheer/protocol/concept"}},
	}
	return p
}

func kindOptions(t *nl.Texts, kinds vpt.CodeSet) (groups, codes []Option) {
	for _, c := range kinds.Codes {
		option := Option{Value: c.Code, Label: c.Code + " " + c.Label(t.Lang())}
		switch {
		case c.Retired:
		case c.Group == "":
			groups = append(groups, option)
		default:
			codes = append(codes, option)
		}
	}
	return groups, codes
}

// cell asks what happens the first, second or third time.
func (f caseFields) cell(measures vpt.CodeSet, i int, c vpt.ProtocolCell) FormSection {
	at := "cells[" + strconv.Itoa(i) + "]."
	field := func(name string) Field {
		return NewField(at+name, f.t.Text(f.prefix+name), f.t.Text(f.prefix+name+"-hint"), f.errs)
	}
	optional := func(name string) Field {
		out := field(name)
		out.Optional = true
		return out
	}
	var kinds []Option
	for _, m := range measures.Codes {
		if m.Choosable && !m.Retired && m.Code != vpt.NoMeasure {
			kinds = append(kinds, Option{Value: m.Code, Label: m.Label(f.t.Lang())})
		}
	}
	days := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	key := f.prefix + "keer-" + strconv.Itoa(i+1)
	if i == vpt.MaxProtocolTimes-1 {
		key += "-en-verder"
	}
	section := FormSection{Title: f.t.Text(key), Fields: []FormField{
		f.many(field("steps"), c.Steps, kinds), f.number(optional("minDays"), days(c.MinDays)), f.number(optional("maxDays"), days(c.MaxDays)),
		f.list(field("mandate"), string(c.Mandate), f.t.Text("protocol.kies"), labels(f.t, vpt.Mandates()...)),
		f.list(field("police"), string(c.Police), f.t.Text("protocol.kies"), labels(f.t, vpt.PoliceAdvices()...)),
		f.tall(optional("exceptions"), c.Exceptions, 2), f.tall(optional("note"), c.Note, 2),
	}}
	if i > 0 {
		section.Lead = f.t.Text("protocol.keer-leeg")
	}
	return section
}

// TypedRow gives a row as a form has it. Times that were left empty are not
// there; those after an empty one move up.
func TypedRow(typed url.Values) vpt.ProtocolRow {
	row := vpt.ProtocolRow{Label: typed.Get("label"), Kinds: append(slices.Clone(typed["kinds"]), typed["codes"]...)}
	for _, class := range typed["classes"] {
		n, err := strconv.Atoi(class)
		if err != nil {
			n = -1 // refused by the rule behind the door
		}
		row.Classes = append(row.Classes, n)
	}
	for i := range vpt.MaxProtocolTimes {
		at := "cells[" + strconv.Itoa(i) + "]."
		cell := vpt.ProtocolCell{
			Steps: typed[at+"steps"], MinDays: typedDays(typed.Get(at + "minDays")), MaxDays: typedDays(typed.Get(at + "maxDays")), Mandate: vpt.Mandate(typed.Get(at + "mandate")),
			Police: vpt.PoliceAdvice(typed.Get(at + "police")), Exceptions: typed.Get(at + "exceptions"), Note: typed.Get(at + "note"),
		}
		if len(cell.Steps) > 0 || cell.MinDays != 0 || cell.MaxDays != 0 || cell.Mandate != "" || cell.Police != "" || cell.Exceptions != "" || cell.Note != "" {
			row.Cells = append(row.Cells, cell)
		}
	}
	return row
}

func typedDays(text string) int {
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
