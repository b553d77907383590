package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// protocolWords writes a protocol in words.
type protocolWords struct {
	t     *nl.Texts
	lists map[vpt.CodeList]vpt.CodeSet
}

// months are the lengths in days of whole months, shortest and longest: those
// that the examples use are shown as people say them.
func months() map[int]int {
	return map[int]int{28: 1, 31: 1, 59: 2, 62: 2, 89: 3, 92: 3, 181: 6, 184: 6, 273: 9, 276: 9, 365: 12, 366: 12, 730: 24, 731: 24, 1095: 36, 1096: 36, 1826: 60, 1827: 60}
}

// length writes a number of days as people say it.
func (w protocolWords) length(days int) string {
	n, key := days, "protocol.dag"
	if whole, ok := months()[days]; ok {
		if n, key = whole, "protocol.maand"; whole%12 == 0 {
			n, key = whole/12, "protocol.jaar"
		}
	}
	if n != 1 {
		key += "-meer"
	}
	return w.t.Fill(key, "aantal", strconv.Itoa(n))
}

// duration writes a range; empty for what has no duration.
func (w protocolWords) duration(c vpt.ProtocolCell) string {
	low, high := w.length(c.MinDays), w.length(c.MaxDays)
	switch {
	case c.MaxDays == 0:
		return ""
	case c.MinDays <= 1:
		return w.t.Fill("protocol.hooguit", "tot", high)
	case low == high:
		return low
	}
	// "3 tot 6 maanden": the unit once when it is the same.
	if number, unit, ok := strings.Cut(low, " "); ok && strings.HasSuffix(high, " "+unit) {
		low = number
	}
	return w.t.Fill("protocol.bereik", "van", low, "tot", high)
}

func (w protocolWords) steps(c vpt.ProtocolCell) string {
	var names []string
	for _, step := range c.Steps {
		names = append(names, w.lists[vpt.MeasureList].Label(step, w.t.Lang()))
	}
	return strings.Join(names, " · ")
}

// small writes a label inside a line.
func small(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	return string(unicode.ToLower(first)) + label[size:]
}

// lines write one cell: what, how long, who decides, the police, and why.
func (w protocolWords) lines(c vpt.ProtocolCell) []string {
	var out []string
	for _, line := range []string{
		w.steps(c), w.duration(c), w.t.Fill("protocol.besluit", "wie", small(w.t.Label(c.Mandate))), w.t.Fill("protocol.politie", "wat", small(w.t.Label(c.Police))), c.Note,
	} {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// about names what a row is about.
func (w protocolWords) about(r vpt.ProtocolRow) string {
	var parts []string
	for _, class := range r.Classes {
		parts = append(parts, w.t.Fill("protocol.klasse", "klasse", strconv.Itoa(class)))
	}
	for _, kind := range r.Kinds {
		parts = append(parts, w.lists[vpt.KindList].Label(kind, w.t.Lang()))
	}
	if len(parts) == 0 {
		return w.t.Text("protocol.met-de-hand")
	}
	return strings.Join(parts, ", ")
}

// times names the cell at position i of so many; the last goes on.
func times(i, of int) string {
	key := "protocol.keer-" + strconv.Itoa(i+1)
	if i == of-1 {
		key += "-en-verder"
	}
	return key
}

// facts are one row of the matrix: what it is about, and what happens each
// time. The last cell goes on.
func (w protocolWords) facts(r vpt.ProtocolRow) []Definition {
	out := []Definition{{Term: w.t.Text("protocol.geldt-voor"), Text: w.about(r)}}
	var always []string
	for i, cell := range r.Cells {
		out = append(out, Definition{Term: w.t.Text(times(i, len(r.Cells))), Lines: w.lines(cell)})
		if cell.Exceptions != "" && !slices.Contains(always, cell.Exceptions) {
			always = append(always, cell.Exceptions)
		}
	}
	if len(always) > 0 { // mostly the same every time: once
		out = append(out, Definition{Term: w.t.Text("protocol.altijd"), Lines: always})
	}
	return out
}

// table is a protocol in short: what, per row and how often.
func (w protocolWords) table(p vpt.Protocol) *Table {
	table := Table{ID: "matrix", Caption: w.t.Fill("protocol.tabel", "maanden", strconv.Itoa(p.WindowMonths)), Columns: []Column{
		{Label: w.t.Text("protocol.gedrag")}, {Label: w.t.Text("protocol.keer-1")}, {Label: w.t.Text("protocol.keer-2")}, {Label: w.t.Text("protocol.keer-3-en-verder")}, {Label: w.t.Text("protocol.politie-kop")},
	}}
	for _, row := range p.Rows {
		values, police := []string{row.Label}, []string{}
		for times := 1; times <= vpt.MaxProtocolTimes; times++ {
			cell := row.Cell(times)
			text := w.steps(cell)
			if long := w.duration(cell); long != "" {
				text += ", " + long
			}
			values = append(values, text)
			if advice := w.t.Label(cell.Police); cell.Police != "" && !slices.Contains(police, advice) {
				police = append(police, advice)
			}
		}
		table.Rows = append(table.Rows, TextRow(append(values, strings.Join(police, " · "))...))
	}
	return &table
}

// NewProtocolPage is the protocol in force, or an older version, with what who
// may change it can do. version 0 is the newest.
func NewProtocolPage(shell Shell, t *nl.Texts, v vpt.ProtocolView, version int, in SubForm) *RulesPage {
	shell.Width, shell.Problem = WidthTable, len(in.Errors) > 0
	w := protocolWords{t, v.Lists}
	p := &RulesPage{Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Text("beheer.protocol.titel"), Lead: t.Text("protocol.lead")}}
	shown, ok := v.Now()
	if version > 0 {
		shown, ok = v.At(version)
	}
	if !ok {
		p.Notes = []Alert{{Tone: ToneInfo, Text: []string{t.Text("protocol.geen")}}}
	} else {
		p.Parts = append(p.Parts, protocolParts(t, v, w, shown)...)
	}
	if newest, _ := v.Now(); version > 0 && version != newest.Version {
		p.Notes = append(p.Notes, Alert{Tone: ToneWarning, Text: []string{t.Fill("protocol.oude-versie", "versie", strconv.Itoa(version))}})
	} else if v.MayEdit {
		p.Add = protocolStart(t, v)
		p.Forms = protocolForms(t, v, in)
	}
	for _, old := range v.Versions {
		if old.Version != shown.Version {
			p.Links = append(p.Links, Link{Label: t.Fill("protocol.versie", "versie", strconv.Itoa(old.Version), "naam", old.Name), Href: "/beheer/protocol?versie=" + strconv.Itoa(old.Version)})
		}
	}
	return p
}

// protocolParts show one version: in short, whole, and how it differs from the
// one before.
func protocolParts(t *nl.Texts, v vpt.ProtocolView, w protocolWords, shown vpt.Protocol) []RulesPart {
	var all items
	all.add(t.Text("protocol.naam"), shown.Name)
	all.lines(t.Text("protocol.bron"), paragraphs(shown.Source))
	all.add(t.Text("protocol.versie-kop"), strconv.Itoa(shown.Version))
	all.add(t.Text("protocol.vastgesteld"), nl.Day(shown.At.Format("2006-01-02"), t.Lang()))
	all.add(t.Text("protocol.door"), shown.ByName.Reveal())
	all.add(t.Text("protocol.terugkijken"), t.Fill("protocol.maanden", "aantal", strconv.Itoa(shown.WindowMonths)))
	all = append(all, Definition{Term: t.Text("protocol.bestand"), Text: t.Text("protocol.ophalen"), Href: "/beheer/protocol/bestand?versie=" + strconv.Itoa(shown.Version)})
	if shown.Example {
		all[0].Badge = &Badge{Tone: ToneWarning, Text: t.Text("protocol.voorbeeld")}
	}
	parts := []RulesPart{
		{ID: "kort", Title: t.Text("protocol.kort"), Table: w.table(shown)},
		{ID: "over", Title: t.Text("protocol.over"), Facts: DefinitionList{Items: all}},
	}
	if before, ok := v.At(shown.Version - 1); ok {
		parts = append(parts, w.changes(shown, before))
	}
	for i, row := range shown.Rows {
		parts = append(parts, RulesPart{ID: "rij-" + strconv.Itoa(i+1), Title: row.Label, Facts: DefinitionList{Items: w.facts(row)}})
	}
	return parts
}

// changes tell how a protocol differs from an earlier one, row by row.
func (w protocolWords) changes(p, before vpt.Protocol) RulesPart {
	part := RulesPart{ID: "verschil", Title: w.t.Fill("protocol.verschil", "versie", strconv.Itoa(before.Version))}
	if p.WindowMonths != before.WindowMonths {
		part.Text = append(part.Text, w.t.Fill("protocol.verschil-maanden", "was", strconv.Itoa(before.WindowMonths), "wordt", strconv.Itoa(p.WindowMonths)))
	}
	for _, change := range p.Changes(before) {
		key := "protocol.verschil-anders"
		if change.Before.Label == "" {
			key = "protocol.verschil-nieuw"
		} else if change.After.Label == "" {
			key = "protocol.verschil-weg"
		}
		label := change.Label
		if label == "" {
			label = w.t.Text("protocol.rij-zonder-naam")
		}
		part.Text = append(part.Text, w.t.Fill(key, "rij", label))
	}
	if len(part.Text) == 0 {
		part.Text = []string{w.t.Text("protocol.verschil-geen")}
	}
	return part
}
