package page

import (
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Talks of a care plan: how they are called, how one is planned, and how the
// people who have them see them. With whom, when and where; never what about.

// talkTitle names a step of a care plan: by the organisation's own name for it,
// else by its number.
func talkTitle(t *nl.Texts, talk vpt.CareTalk) string {
	name := talk.ForName.Reveal()
	switch {
	case talk.Step != "":
		return t.Fill("zaak.stap-naam", "stap", talk.Step, "naam", name)
	case talk.IsCheck():
		return t.Fill("zaak.verwijscheck", "naam", name)
	}
	return t.Fill("zaak.gesprek", "nummer", strconv.Itoa(talk.Sequence), "naam", name)
}

func (f caseFields) talk() []FormField {
	at := NewTimeField(f.optional("time"), f.value("time", ""))
	var sites []Option
	for _, s := range f.v.Sites {
		sites = append(sites, Option{Value: string(s.ID), Label: s.Name})
	}
	fields := []FormField{
		f.day(f.field("on"), ""), {Time: &at},
		selectOf(f.field("with"), f.value("with", string(f.v.Owner.ID)), f.t.Text("zaak.gesprekken.iemand-anders"), f.holders()),
		f.line(f.optional("withName"), ""),
	}
	if len(sites) > 0 {
		fields = append(fields, selectOf(f.optional("site"), f.value("site", ""), f.t.Text("zaak.gesprekken.samen"), sites))
	}
	return fields
}

// holders gives who could hold a talk: peer supporters who are there on the day
// that was typed, else today; then who handles cases; then peers who are away.
func (f caseFields) holders() []Option {
	day := f.plannedDay()
	var free, away []Option
	peers := map[vpt.PersonID]bool{}
	for _, p := range f.v.Peers {
		peers[p.ID] = true
		if off := p.AwayOn(day); off.ID != "" {
			label := f.t.Fill("zaak.gesprekken.afwezig", "naam", p.Name.Reveal(), "periode", nl.Period(string(off.From), string(off.Until), f.t.Lang()))
			away = append(away, Option{Value: string(p.ID), Label: label})
			continue
		}
		free = append(free, Option{Value: string(p.ID), Label: f.t.Fill("zaak.gesprekken.opvanger", "naam", p.Name.Reveal())})
	}
	for _, h := range f.v.Handlers {
		if !peers[h.ID] {
			free = append(free, Option{Value: string(h.ID), Label: nameAndFunction(h)})
		}
	}
	return append(free, away...)
}

// plannedDay gives the day that was typed, today without one. A day without a
// year that has passed is that of next year, as the form reads it.
func (f caseFields) plannedDay() vpt.Date {
	today := f.v.Today
	typed, ok := nl.ParseDate(f.value("on", ""), today.At(0, 0, time.UTC))
	switch day := vpt.Date(typed); {
	case !ok:
		return today
	case day >= today:
		return day
	case strings.ContainsAny(f.value("on", ""), "0123456789"):
		return day.AddYears(1)
	default:
		return day.AddDays(7)
	}
}

// calendarPath is where a talk is fetched for a calendar.
func calendarPath(id vpt.CareTalkID) string { return "/gesprekken/" + string(id) + "/gesprek.ics" }

// talkFacts say where a talk is, and how it gets into a calendar.
func talkFacts(t *nl.Texts, talk vpt.CareTalk) []Definition {
	place := talk.SiteName
	if place == "" {
		place = t.Text("opvang.waar-overleg")
	}
	return []Definition{
		{Term: t.Text("opvang.waar"), Text: place},
		{Term: t.Text("opvang.agenda"), Text: t.Text("opvang.in-agenda"), Href: calendarPath(talk.ID)},
	}
}

// ownTalk shows somebody a talk that is for her; she may do without it.
func ownTalk(t *nl.Texts, talk vpt.CareTalk, card *Card) {
	skip := SecondaryButton(t.Text("gesprek.hoeft-niet"), "", "")
	card.Action, card.Post = &skip, "/gesprekken/"+string(talk.ID)+"/afzien"
	if talk.SiteName != "" && !talk.PlannedAt.IsZero() {
		card.Facts = append(card.Facts, Definition{Term: t.Text("opvang.waar"), Text: talk.SiteName})
	}
	if !talk.PlannedAt.IsZero() {
		card.Facts = append(card.Facts, Definition{Term: t.Text("opvang.agenda"), Text: t.Text("opvang.in-agenda"), Href: calendarPath(talk.ID)})
	}
}

// reportTalks are the talks on one's own report that are still to come.
func reportTalks(t *nl.Texts, v vpt.ReporterView) CardList {
	var list CardList
	for _, talk := range v.Talks {
		if talk.Done() {
			continue
		}
		card := Card{Sub: true, Title: t.Text("gesprek.voor-jou")}
		if talk.Has() {
			card.Title = t.Fill("gesprek.met", "naam", talk.WithName.Reveal())
		}
		if talk.PlannedAt.IsZero() {
			card.Due = capital(t.Text("gesprek.wordt-gepland") + " " + nl.Before(talk.DueAt, v.Now, v.Zone, t.Lang()))
		} else {
			card.Due = capital(nl.Relative(talk.PlannedAt, v.Now, v.Zone, t.Lang()))
		}
		ownTalk(t, talk, &card)
		list.Cards = append(list.Cards, card)
	}
	return list
}

// Care is the page of who holds talks.
type Care struct {
	Shell
	Heading PageHeading
	Roster  *Button // for peer supporters
	Coming  CardList
	Past    CardList
}

// pastTalks is how many talks that were held the page shows.
const pastTalks = 10

// NewCare makes the page.
func NewCare(shell Shell, t *nl.Texts, mine vpt.MyTalks, roster bool) *Care {
	p := &Care{Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("opvang.lead")}}
	if roster {
		button := LinkButton(ButtonSecondary, t.Text("opvang.naar-rooster"), "/opvang/rooster")
		p.Roster = &button
	}
	p.Coming.Empty = EmptyState{Title: t.Text("opvang.leeg"), Text: t.Text("opvang.leeg-tekst"), Icon: "care"}
	for i := len(mine.Talks) - 1; i >= 0; i-- {
		talk := mine.Talks[i].CareTalk
		if !mine.Talks[i].Holding || !talk.Done() || talk.State == vpt.TalkDropped || len(p.Past.Cards) == pastTalks {
			continue
		}
		p.Past.Cards = append(p.Past.Cards, Card{
			Sub: true, Title: talk.ForName.Reveal(), Badges: []Badge{{Tone: ToneNeutral, Text: t.Label(talk.State)}},
			Facts: []Definition{{Term: t.Text("opvang.wanneer"), Text: nl.Day(string(talk.HeldOn), t.Lang())}},
		})
	}
	for _, one := range mine.Talks {
		if !one.Holding || one.State != vpt.TalkPlanned {
			continue
		}
		step := LinkButton(ButtonSecondary, t.Text("opvang.leg-vast"), "/opvang/"+string(one.ID))
		card := Card{
			Sub: true, Title: one.ForName.Reveal(), Action: &step, Late: one.PlannedAt.Before(mine.Now),
			Facts: talkFacts(t, one.CareTalk), Due: capital(nl.Relative(one.PlannedAt, mine.Now, mine.Zone, t.Lang())),
		}
		p.Coming.Cards = append(p.Coming.Cards, card)
	}
	return p
}

// CloseTalkSections are the fields of whether a talk was held.
func CloseTalkSections(t *nl.Texts, state, on string, errs FieldErrors) []FormSection {
	f := fields{t, "opvang.", errs}
	return []FormSection{{Fields: []FormField{
		radioOf(f.field("state"), state, []Option{
			{Value: string(vpt.TalkHeld), Label: t.Text("opvang.gehouden")}, {Value: string(vpt.TalkDeclined), Label: t.Text("opvang.afgezien")},
		}),
		dateOf(f.field("on"), on),
	}}}
}

// AboutTalk says in the form of whether a talk was held with whom it was.
func (f *AdminForm) AboutTalk(t *nl.Texts, talk vpt.CareTalk) {
	f.Heading.Lead = t.Fill("opvang.sluit-lead", "naam", talk.ForName.Reveal())
}

// ActReferral is the answer to a referral check: the last part of its address.
const ActReferral CaseAct = "verwijzing"

// NewReferralPage asks the one question of a referral check.
func NewReferralPage(which string) func(Shell, *nl.Texts, vpt.CaseView, SubForm) *CaseSub {
	return func(shell Shell, t *nl.Texts, v vpt.CaseView, in SubForm) *CaseSub {
		for _, talk := range v.Talks {
			if string(talk.ID) != which || !talk.IsCheck() || talk.Done() || !v.MayTalk {
				continue
			}
			p := newCaseSub(shell, t, v, "verwijscheck.", in)
			f := in.fields(t, v, "verwijscheck.")
			p.Parts = []CasePart{{ID: "wie", Title: talkTitle(t, talk), Facts: DefinitionList{Items: []Definition{
				{Term: t.Text("verwijscheck.voor"), Text: nl.Moment(talk.DueAt, v.Zone, t.Lang())},
			}}}}
			answer := f.radio(f.field("referred"), "", labels(t, vpt.AnswerYes, vpt.AnswerNo))
			answer.Radio.Inline = true
			p.Form = in.form("", t.Text("verwijscheck.bewaar"), FormSection{Fields: []FormField{answer, f.day(f.field("on"), f.today)}})
			return p
		}
		return nil
	}
}
