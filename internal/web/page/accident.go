package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewAccidentPage is the test of article 9 of the Arbowet for the people of a
// case; id is empty for a new one. It is nil when the case has no such test.
func NewAccidentPage(shell Shell, t *nl.Texts, v vpt.CaseView, id vpt.AccidentID, in SubForm) *CaseSub {
	var a vpt.Accident
	for _, one := range v.Accidents {
		if one.ID == id {
			a = one
		}
	}
	if a.ID != id {
		return nil
	}
	w, f := newWriter(t, v), in.fields(t, v, "ongeval.")
	p := newCaseSub(shell, t, v, "ongeval.", in)
	for _, one := range v.Accidents {
		if one.Owed() {
			p.Notes = append(p.Notes, Alert{Tone: ToneWarning, Title: t.Text("ongeval.melden"), Text: []string{t.Text("ongeval.melden-uitleg")}})
			break
		}
	}
	if id == "" && len(v.Accidents) > 0 {
		var list DefinitionList
		for _, one := range v.Accidents {
			list.Items = append(list.Items, w.accidentItem(one))
		}
		p.Parts = []CasePart{{ID: "toetsen", Title: t.Text("ongeval.term"), Facts: list}}
	}
	if id != "" {
		p.Back = Link{Label: t.Text("zaak.annuleer"), Href: w.path}
	}
	var people []Option
	for _, i := range v.Involved {
		if i.Role != vpt.RoleHelper && !i.Name.IsZero() {
			people = append(people, Option{Value: string(i.ID), Label: i.Name.Reveal()})
		}
	}
	injury := a.Injury.Code
	if injury == "" {
		injury = toldInjury(v)
	}
	var outcomes []string
	for _, o := range a.Outcomes {
		outcomes = append(outcomes, string(o))
	}
	grave := f.optional("outcomes")
	p.Form = in.form(versionText(a.Version), t.Text("ongeval.bewaar"), FormSection{Title: w.accidentHeading(id), Fields: []FormField{
		selectOf(f.optional("involved"), f.value("involved", string(a.Involved)), t.Text("ongeval.niet-genoemd"), people),
		selectOf(f.field("injury"), f.value("injury", injury), t.Text("zaak.kies"), codeOptions(v.Lists[vpt.InjuryList], t.Lang())),
		f.answer(f.field("absent"), a.Absent), f.many(grave, outcomes, labels(t, vpt.AccidentOutcomes()...)),
		f.day(f.optional("notifiedOn"), f.shown(a.NotifiedOn)),
	}})
	return p
}

func (w writer) accidentHeading(id vpt.AccidentID) string {
	if id == "" && len(w.v.Accidents) > 0 {
		return w.t.Text("ongeval.nieuw")
	}
	return ""
}

// toldInjury is the injury that the reporter told, to start from.
func toldInjury(v vpt.CaseView) string {
	code := ""
	for _, d := range v.Details {
		if d.Field == vpt.DetailInjury {
			code = d.Value.Reveal()
		}
	}
	return code
}

// accidentItem says what the test gave for somebody.
func (w writer) accidentItem(a vpt.Accident) Definition {
	name := a.Name.Reveal()
	if name == "" {
		name = lower(w.t.Text("ongeval.niet-genoemd"))
	}
	lines := []string{w.v.Lists[vpt.InjuryList].Label(a.Injury.Code, w.lang)}
	for _, o := range a.Outcomes {
		if label := w.t.Label(o); label != lines[0] {
			lines = append(lines, label)
		}
	}
	switch {
	case a.Owed():
		lines = append(lines, w.t.Text("ongeval.melden"))
	case a.NotifiedOn != "":
		lines = append(lines, w.t.Fill("ongeval.gemeld", "dag", nl.Day(string(a.NotifiedOn), w.lang)))
	}
	if a.Listed {
		lines = append(lines, w.t.Text("ongeval.op-lijst"))
	} else {
		lines = append(lines, w.t.Text("ongeval.niet-op-lijst"))
	}
	item := Definition{Term: w.t.Fill("ongeval.van", "naam", name), Lines: lines}
	if w.v.MayFollow {
		item.TermHref = w.to(ActAccident, string(a.ID))
	}
	return item
}

// AccidentsPage is the list of article 9(2) of the Arbowet.
type AccidentsPage struct {
	Shell
	Heading   PageHeading
	List      Table
	Source    string
	Downloads []Link
}

// NewAccidentsPage makes the list. Nobody is named.
func NewAccidentsPage(shell Shell, t *nl.Texts, v vpt.Accidents, download func(form string) string) *AccidentsPage {
	shell.Width = WidthTable
	p := &AccidentsPage{Shell: shell, Heading: PageHeading{Title: t.Text("ongevallen.titel"), Lead: t.Text("ongevallen.lead")}}
	p.Source = t.Fill("ongevallen.bron", "organisatie", v.Organisation.Name, "dag", nl.Day(string(v.Today), t.Lang()))
	p.List = Table{ID: "ongevallen", Caption: t.Text("ongevallen.titel"), Empty: EmptyState{Icon: "check", Title: t.Text("ongevallen.leeg"), Text: t.Text("ongevallen.leeg-uitleg")}}
	for _, c := range AccidentColumns(t) {
		p.List.Columns = append(p.List.Columns, Column{Label: c})
	}
	opens := false
	for _, l := range v.Lines {
		row := TextRow(append([]string{nl.Day(string(l.On), t.Lang())}, AccidentCells(t, v, l)...)...)
		if l.Case != "" {
			opens = true
			row.Cells = append(row.Cells, Cell{Text: l.Case, Href: "/zaken/" + l.Case})
		}
		p.List.Rows = append(p.List.Rows, row)
	}
	if opens {
		p.List.Columns = append(p.List.Columns, Column{Label: t.Text("ongevallen.zaak")})
	}
	if len(v.Lines) > 0 {
		for _, form := range []string{"csv", "xlsx", "ods"} {
			p.Downloads = append(p.Downloads, Link{Label: t.Text("cijfers.download-" + form), Href: download(form)})
		}
	}
	return p
}

// AccidentColumns are the heads of the list, on screen and in a file.
func AccidentColumns(t *nl.Texts) []string {
	var out []string
	for _, key := range []string{"datum", "aard", "letsel", "onderdeel", "verzuim", "inspectie"} {
		out = append(out, t.Text("ongevallen."+key))
	}
	return out
}

// AccidentCells are the cells of a line after its date.
func AccidentCells(t *nl.Texts, v vpt.Accidents, l vpt.AccidentLine) []string {
	told := t.Text("ongevallen.hoeft-niet")
	switch {
	case l.Notified != "":
		told = nl.Day(string(l.Notified), t.Lang())
	case l.Notify:
		told = t.Text("ongevallen.moet")
	}
	return []string{
		kindNames(v.Kinds, l.Kinds, t.Lang()), v.Injuries.Label(l.Injury.Code, t.Lang()), l.UnitName, answered(t, l.Absent), told,
	}
}
