package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewImprovementForm is the form for a new improvement.
func NewImprovementForm(shell Shell, t *nl.Texts, v vpt.CaseView, in SubForm) *CaseSub {
	f := in.fields(t, v, "verbetering.")
	p := newCaseSub(shell, t, v, "verbetering.", in)
	var people []Option
	for _, h := range v.Handlers {
		people = append(people, Option{Value: string(h.ID), Label: nameAndFunction(h)})
	}
	p.Form = in.form("", t.Text("verbetering.bewaar"), FormSection{Fields: []FormField{
		f.area(f.field("what"), ""), selectOf(f.field("owner"), f.value("owner", ""), t.Text("verbetering.iemand-anders"), people),
		f.line(f.optional("lookup"), ""), f.day(f.field("dueOn"), ""), f.line(f.optional("plan"), ""),
	}})
	return p
}

// improvementLine is one improvement in a sentence.
func (w writer) improvementLine(i vpt.Improvement) string {
	if i.DoneOn != "" {
		return w.t.Fill("verbetering.regel-klaar", "wat", i.What.Reveal(), "dag", nl.Day(string(i.DoneOn), w.lang))
	}
	return w.t.Fill("verbetering.regel", "wat", i.What.Reveal(), "naam", i.Name.Reveal(), "dag", nl.Day(string(i.DueOn), w.lang))
}

// NewImprovementPage is one improvement for who is to do it, with the form to
// say that it was done.
func NewImprovementPage(shell Shell, t *nl.Texts, i vpt.ImprovementView, in SubForm) *CaseSub {
	shell.Problem = len(in.Errors) > 0
	p := &CaseSub{Shell: shell, Heading: PageHeading{Title: t.Text("verbetering.af-titel")}, Errors: in.Errors, Back: Link{Label: t.Text("nav.start"), Href: "/"}}
	if i.Case != "" {
		p.Back = Link{Label: t.Text("zaak.terug"), Href: "/zaken/" + i.Case}
	}
	var all items
	all.lines(t.Text("verbetering.wat"), paragraphs(i.What.Reveal()))
	all.add(t.Text("verbetering.van"), i.Name.Reveal())
	all.add(t.Text("verbetering.klaar-voor"), nl.Day(string(i.DueOn), t.Lang()))
	all.add(t.Text("verbetering.plek"), i.Plan.Reveal())
	if i.DoneOn != "" {
		all.add(t.Text("verbetering.klaar-op"), nl.Day(string(i.DoneOn), t.Lang()))
		all.lines(t.Text("verbetering.opgeleverd"), paragraphs(i.Result.Reveal()))
	}
	p.Parts = []CasePart{{ID: "actie", Title: t.Text("verbeteren.actie"), Facts: DefinitionList{Items: all}}}
	if i.MayFinish {
		p.Heading.Lead = t.Text("verbetering.af-lead")
		f := in.fields(t, vpt.CaseView{}, "verbetering.")
		p.Form = in.form("", t.Text("verbetering.af-bewaar"), FormSection{Fields: []FormField{f.day(f.field("doneOn"), f.today), f.area(f.field("result"), "")}})
	}
	if i.Late(i.Today) {
		badge := LateBadge(t.Text("deel.te-laat"))
		p.Heading.Badge = &badge
	}
	return p
}

// NewImprovementsPage is what is being learnt: causes and actions, without
// persons for who may not open the case.
func NewImprovementsPage(shell Shell, t *nl.Texts, v vpt.Improvements, choice FilterBar) *ImprovementsPage {
	shell.Width = WidthTable
	p := &ImprovementsPage{Shell: shell, Choice: choice, Heading: PageHeading{Title: t.Text("verbeteren.titel")}}
	key := "verbeteren.lead"
	if v.Analyses == 1 {
		key += "-een"
	}
	day := func(d vpt.Date) string { return nl.Day(string(d), t.Lang()) }
	p.Heading.Lead = t.Fill(key, "aantal", strconv.Itoa(v.Analyses), "van", day(v.Period.From), "tot", day(v.Period.To))
	p.Causes = Table{
		ID: "oorzaken", Caption: t.Text("verbeteren.hoe-vaak"), Columns: []Column{{Label: t.Text("verbeteren.oorzaak")}, {Label: t.Text("verbeteren.aantal"), Numeric: true}},
		Empty: EmptyState{Icon: "trend", Title: t.Text("verbeteren.geen-oorzaken"), Text: t.Text("verbeteren.geen-oorzaken-uitleg")},
	}
	for _, c := range v.Causes {
		p.Causes.Rows = append(p.Causes.Rows, TextRow(v.Causelist.Label(c.Cause.Code, t.Lang()), nl.Number(int64(c.Count), t.Lang())))
	}
	if v.Analyses > 0 {
		p.Colleague = t.Fill("verbeteren.collega", "aantal", strconv.Itoa(v.Colleague), "basis", strconv.Itoa(v.Analyses), "hielp", strconv.Itoa(v.Helped))
	}
	p.Open = CardList{Empty: EmptyState{Icon: "check", Title: t.Text("verbeteren.open-leeg"), Text: t.Text("verbeteren.open-leeg-uitleg")}}
	for _, i := range v.Open {
		p.Open.Cards = append(p.Open.Cards, improvementCard(t, i, v.Today))
	}
	p.Done = CardList{Empty: EmptyState{Icon: "trend", Title: t.Text("verbeteren.klaar-leeg"), Text: t.Text("verbeteren.klaar-leeg-uitleg")}}
	for _, i := range v.Done {
		p.Done.Cards = append(p.Done.Cards, improvementCard(t, i, v.Today))
	}
	return p
}

// ImprovementsPage is the overview of what is being learnt.
type ImprovementsPage struct {
	Shell
	Heading   PageHeading
	Choice    FilterBar
	Causes    Table
	Colleague string // in how many cases a colleague was there and helped
	Open      CardList
	Done      CardList
}

func improvementCard(t *nl.Texts, i vpt.Improvement, today vpt.Date) Card {
	lines := paragraphs(i.What.Reveal())
	card := Card{Sub: true}
	if len(lines) > 0 {
		card.Title, card.Text = lines[0], lines[1:]
	}
	if i.Case != "" {
		card.Href = "/verbeteren/" + string(i.ID)
		card.Facts = append(card.Facts, Definition{Term: t.Text("verbeteren.zaak"), Text: i.Case, Href: "/zaken/" + i.Case}, Definition{Term: t.Text("verbetering.van"), Text: i.Name.Reveal()})
	}
	if !i.Plan.IsZero() {
		card.Facts = append(card.Facts, Definition{Term: t.Text("verbetering.plek"), Text: i.Plan.Reveal()})
	}
	if i.DoneOn == "" {
		card.Due, card.Late = t.Text("verbetering.klaar-voor")+" "+nl.Day(string(i.DueOn), t.Lang()), i.Late(today)
		return card
	}
	card.Facts = append(card.Facts, Definition{Term: t.Text("verbetering.klaar-op"), Text: nl.Day(string(i.DoneOn), t.Lang())},
		Definition{Term: t.Text("verbetering.opgeleverd"), Lines: paragraphs(i.Result.Reveal())})
	return card
}
