package page

import (
	"net/url"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// CaseLinks is the page with the cases of the same instigator: those that a
// handler linked, and the form for another.
type CaseLinks struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Links   CardList
	Form    []FormSection
	Key     Idempotency
	Action  string
	Save    string
	Back    Link
}

// NewCaseLinks makes the page.
func NewCaseLinks(shell Shell, t *nl.Texts, v vpt.CaseView, key string, typed url.Values, errs FieldErrors) *CaseLinks {
	path := "/zaken/" + v.Case.Number
	p := &CaseLinks{
		Shell: shell, Heading: PageHeading{Title: t.Text("eerder.titel"), Lead: t.Text("eerder.lead")}, Errors: errs, Form: LinkSections(t, typed, errs),
		Key: Idempotency{key}, Action: path + "/eerdere-zaken", Save: t.Text("eerder.bewaar"), Back: Link{Label: t.Text("zaak.annuleer"), Href: path},
	}
	p.Links.Empty = EmptyState{Title: t.Text("eerder.leeg"), Icon: "link"}
	for _, l := range v.Links {
		card := linkCard(t, l)
		for _, kind := range l.Kinds {
			card.Text = append(card.Text, v.Lists[vpt.MeasureList].Label(kind, t.Lang()))
		}
		if l.Kind == vpt.LinkEarlier {
			drop := SecondaryButton(t.Text("eerder.weg"), "", "")
			card.Action, card.Post = &drop, path+"/eerdere-zaken/"+l.ID+"/weg"
			card.Hidden = []Hidden{{Name: "verzoeksleutel", Value: key + "-" + l.ID[len(l.ID)-8:]}}
		}
		p.Links.Cards = append(p.Links.Cards, card)
	}
	return p
}

// linkCard shows the other case of a link, and leads there whoever may open it.
func linkCard(t *nl.Texts, l vpt.CaseLink) Card {
	card := Card{Title: l.Number, Facts: []Definition{
		{Term: t.Text("eerder.dag"), Text: nl.Day(string(l.On), t.Lang())}, {Term: t.Text("eerder.oordeel"), Text: t.Label(l.Verdict)},
	}, Badges: []Badge{{Tone: ToneNeutral, Text: t.Label(l.Kind)}}}
	if l.MayOpen {
		card.Href = "/zaken/" + l.Number
	}
	if l.Class > 0 {
		card.Facts = append(card.Facts, Definition{Term: t.Text("eerder.klasse"), Text: strconv.Itoa(l.Class)})
	}
	return card
}

// breachCards shows the cases of not keeping to a measure.
func breachCards(t *nl.Texts, links []vpt.CaseLink) CardList {
	var list CardList
	for _, l := range links {
		list.Cards = append(list.Cards, linkCard(t, l))
	}
	return list
}

// breachNotes says at the top of a case to which measure somebody did not keep.
func breachNotes(t *nl.Texts, v vpt.CaseView) []Alert {
	var out []Alert
	for _, l := range v.Links {
		if l.Kind != vpt.LinkBreach || !l.Earlier {
			continue
		}
		note := Alert{Tone: ToneWarning, Title: t.Fill("eerder.overtreding", "nummer", l.Number)}
		if l.MayOpen {
			note.Action = &Link{Label: t.Text("eerder.bekijk-maatregel"), Href: MeasurePath(l.Number, l.Measure)}
		}
		out = append(out, note)
	}
	return out
}

// HearingNotes says which talks there are already.
func HearingNotes(t *nl.Texts, v vpt.CaseView) []Alert {
	var out []Alert
	for _, h := range v.Hearings {
		if h.State == vpt.HearingInvited {
			out = append(out, Alert{
				Tone: ToneInfo, Title: t.Fill("horen.al-gepland", "wanneer", nl.Moment(h.PlannedAt, v.Zone, t.Lang())),
				Action: &Link{Label: t.Text("horen.leg-vast"), Href: "/zaken/" + v.Case.Number + "/horen/" + string(h.ID)},
			})
		}
	}
	return append(out, Alert{Tone: ToneInfo, Title: t.Text("horen.al-geweest"), Action: &Link{Label: t.Text("horen.leg-vast"), Href: "/zaken/" + v.Case.Number + "/horen/verslag"}})
}
