package page

import (
	"fmt"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Account is a person's own account.
type Account struct {
	Shell
	Heading    PageHeading
	Errors     FieldErrors
	Facts      DefinitionList
	Entry      DefinitionList // how she signs in
	LangChoice RadioGroup
	LookChoice RadioGroup
	Deputies   CardList
	Deputising CardList
	Naming     *NamingForm // nil when the person may not name a deputy
	MailWhen   *RadioGroup // when to be mailed about what is due; nil for who has no role
}

// NamingForm names a deputy.
type NamingForm struct {
	Colleague *Select // nil when there is nobody in the unit
	Lookup    TextField
	From      DateField
	Until     DateField
}

// Named is what was typed in a NamingForm that was not right.
type Named struct{ Colleague, Lookup, From, Until string }

// NewAccount makes the page.
func NewAccount(t *nl.Texts, shell Shell, a vpt.Account, errs FieldErrors, typed Named) *Account {
	shell.Problem = len(errs) > 0
	f := fields{t, "account.", errs}
	view := &Account{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("account.lead")}, Errors: errs,
		Facts: accountFacts(t, a), Entry: entryFacts(t, a),
		LangChoice: NewRadioGroup(f.field("lang"), a.Lang, []Option{{Value: "nl", Label: t.Text("taal.nl")}, {Value: "en", Label: t.Text("taal.en")}}),
	}
	var looks []Option
	for _, look := range vpt.Looks() {
		looks = append(looks, Option{Value: string(look), Label: t.Label(look)})
	}
	view.LangChoice.Inline = true
	view.LookChoice = NewRadioGroup(f.field("look"), string(a.Look), looks)
	if a.MayMailWhen {
		group := NewRadioGroup(f.field("mailWhen"), string(a.MailWhen), labels(t, vpt.MailWhens()...))
		view.MailWhen = &group
	}
	view.deputies(t, f, a, typed)
	return view
}

// deputies fills in both sides, and the form that names one.
func (v *Account) deputies(t *nl.Texts, f fields, a vpt.Account, typed Named) {
	v.Deputies = CardList{Cards: deputyCards(t, a.Deputies, true), Empty: EmptyState{Title: t.Text("account.vervangers-geen")}}
	v.Deputising = CardList{Cards: deputyCards(t, a.Deputising, false)}
	if !a.MayNameDeputy {
		return
	}
	v.Naming = &NamingForm{
		Lookup: NewTextField(f.field("lookup"), typed.Lookup), From: NewDateField(f.field("deputyFrom"), typed.From),
		Until: NewDateField(f.field("deputyUntil"), typed.Until),
	}
	if len(a.Colleagues) == 0 {
		return
	}
	var options []Option
	for _, c := range a.Colleagues {
		options = append(options, Option{Value: string(c.ID), Label: c.Name.Reveal()})
	}
	list := NewSelect(f.field("deputy"), typed.Colleague, options)
	list.Blank = t.Text("account.deputy-leeg")
	v.Naming.Colleague = &list
}

func accountFacts(t *nl.Texts, a vpt.Account) DefinitionList {
	var list DefinitionList
	add := func(key, text string) {
		if text != "" {
			list.Items = append(list.Items, Definition{Term: t.Text(key), Text: text})
		}
	}
	add("account.naam", a.Name.Reveal())
	add("account.email", a.Email.Reveal())
	add("account.functie", a.Function.Reveal())
	add("account.onderdeel", a.UnitName)
	roles := []string{t.Text("account.iedereen")}
	for _, h := range a.Held {
		roles = append(roles, heldText(t, h))
	}
	list.Items = append(list.Items, Definition{Term: t.Text("account.rollen"), Lines: roles})
	return list
}

func heldText(t *nl.Texts, h vpt.HeldRole) string {
	where := h.Where
	if where == "" {
		where = t.Label(h.Scope)
	}
	key, until := "account.waar", ""
	if h.Until != "" {
		key, until = "account.tot", nl.Day(string(h.Until), t.Lang())
	}
	return t.Fill(key, "rol", t.Label(h.Role), "waar", where, "dag", until)
}

func entryFacts(t *nl.Texts, a vpt.Account) DefinitionList {
	factor := t.Text("account.uit")
	if a.SecondFactor {
		factor = t.Fill("account.aan", "aantal", fmt.Sprint(a.Recovery))
	}
	return DefinitionList{Items: []Definition{
		{Term: t.Text("inloggen.password"), Text: t.Text("account.wachtwoord"), Href: "/account/wachtwoord"},
		{Term: t.Text("account.tweede-factor"), Text: factor, Href: "/account/tweede-factor"},
		{Term: t.Text("schil.mijn-sessies"), Text: t.Text("account.sessies"), Href: "/account/sessies"},
	}}
}

func deputyCards(t *nl.Texts, lines []vpt.DeputyLine, mine bool) []Card {
	var cards []Card
	for _, line := range lines {
		badge := Badge{Tone: ToneNeutral, Text: t.Text("account.straks")}
		if line.Now {
			badge = Badge{Tone: ToneOK, Text: t.Text("account.nu"), Icon: "check"}
		}
		card := Card{
			Title: line.Other.Name.Reveal(), Sub: true, Badges: []Badge{badge},
			Facts: []Definition{{Term: t.Text("account.periode"), Text: nl.Period(string(line.From), string(line.Until), t.Lang())}},
		}
		if mine {
			stop := SecondaryButton(t.Text("account.stop"), "", "")
			card.Action, card.Post = &stop, "/account/vervangers/"+string(line.ID)+"/einde"
		}
		cards = append(cards, card)
	}
	return cards
}

// AccountFactor is the page of one's own second factor.
type AccountFactor struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Buttons ButtonGroup
}

// NewAccountFactor makes it. Which acts there are, the account says.
func NewAccountFactor(t *nl.Texts, shell Shell, a vpt.Account) *AccountFactor {
	view := &AccountFactor{Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("account.factor-uit-nu")}}
	set := LinkButton(ButtonPrimary, t.Text("account.factor-aanzetten"), "/account/tweede-factor/instellen")
	if !a.SecondFactor {
		view.Buttons = NewButtonGroup(set)
		return view
	}
	view.Heading.Lead = t.Fill("account.factor-aan-lead", "aantal", fmt.Sprint(a.Recovery))
	set.Label = t.Text("account.factor-vervangen")
	set.Kind = ButtonSecondary
	view.Buttons = NewButtonGroup(LinkButton(ButtonPrimary, t.Text("account.nieuwe-codes"), "/account/tweede-factor/herstelcodes"), set)
	if a.MayDropFactor {
		view.Buttons.Buttons = append(view.Buttons.Buttons, LinkButton(ButtonSubtle, t.Text("account.factor-uit"), "/account/tweede-factor/uit"))
	} else {
		view.Notes = []Alert{{Tone: ToneInfo, Text: []string{t.Text("account.factor-verplicht")}}}
	}
	return view
}

// Sessions is the page of where one is signed in.
type Sessions struct {
	Shell
	Heading PageHeading
	List    CardList
	Others  bool // there is more than this one
}

// NewSessions makes it.
func NewSessions(t *nl.Texts, shell Shell, all []vpt.Session, now time.Time, zone *time.Location) *Sessions {
	view := &Sessions{Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("sessies.lead")}, Others: len(all) > 1}
	for _, s := range all {
		card := Card{Title: s.Device.Reveal(), Facts: []Definition{
			{Term: t.Text("sessies.sinds"), Text: nl.DateTime(s.CreatedAt, zone, t.Lang())},
			{Term: t.Text("sessies.gezien"), Text: nl.Relative(s.SeenAt, now, zone, t.Lang())},
		}}
		if card.Title == "" {
			card.Title = t.Text("sessies.onbekend")
		}
		if s.Current {
			card.Badges = []Badge{{Tone: ToneOK, Text: t.Text("sessies.deze"), Icon: "check"}}
		} else {
			end := SecondaryButton(t.Text("sessies.beeindig"), "", "")
			card.Action, card.Post = &end, "/account/sessies/"+string(s.ID)+"/einde"
		}
		view.List.Cards = append(view.List.Cards, card)
	}
	return view
}
