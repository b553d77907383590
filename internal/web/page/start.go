package page

import (
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Start is the first page: one thing to do, and what is going on.
type Start struct {
	Shell
	Heading PageHeading
	Report  Button
	Work    *Button // for who handles cases, to the worklist
	Figures *Button // for who looks at figures
	Draft   *Alert  // a report that was begun and not sent
	Tasks   *Alert  // how much there is to do
	Norms   *Alert  // a team should look at its norm again
	Reports CardList
	All     string // address of all reports; empty when they are all here
	Talks   CardList
}

// shownOnStart is how many reports the first page shows.
const shownOnStart = 5

// Going is what is going on for who opens the first page.
type Going struct {
	Reports vpt.MyReports
	Talks   vpt.MyTalks
	Tasks   vpt.Tasks // for who has a role
	Draft   vpt.Draft
	Handles bool // works on cases
	Figures bool // looks at figures
	Norms   int  // teams of hers that should look at their norm again
}

// NewStart makes the page.
func NewStart(shell Shell, t *nl.Texts, g Going) *Start {
	mine := g.Reports
	p := &Start{
		Shell: shell, Heading: PageHeading{Title: t.Text("start.titel"), Lead: t.Text("start.lead")},
		Report: Button{Kind: ButtonPrimary, Label: t.Text("start.meld"), Href: "/meldingen/nieuw", Icon: "new"},
	}
	p.lead(t, g)
	p.Tasks = taskNote(t, g.Tasks)
	if g.Norms > 0 {
		p.Norms = &Alert{Tone: ToneWarning, Title: t.Text("start.teamnorm"), Action: &Link{Label: t.Text("start.teamnorm-doe"), Href: "/teamnormen"}}
	}
	for _, line := range mine.Lines {
		if line.State != vpt.CaseOpen {
			continue
		}
		if len(p.Reports.Cards) == shownOnStart {
			break
		}
		p.Reports.Cards = append(p.Reports.Cards, reportCard(t, mine, line))
	}
	if len(mine.Lines) > len(p.Reports.Cards) {
		p.All = "/meldingen"
	}
	p.Reports.Empty = EmptyState{Title: t.Text("start.leeg-titel"), Text: t.Text("start.leeg-tekst"), Icon: "inbox"}
	p.Talks = talkCards(t, g.Talks)
	return p
}

// lead puts first what the person most likely comes for: one button is the
// primary one.
func (p *Start) lead(t *nl.Texts, g Going) {
	if g.Figures {
		p.Figures = &Button{Kind: ButtonPrimary, Label: t.Text("start.cijfers"), Href: "/cijfers", Icon: "figures"}
		p.Report.Kind = ButtonSecondary
	}
	if g.Handles {
		p.Work = &Button{Kind: ButtonPrimary, Label: t.Text("start.werkvoorraad"), Href: "/werkvoorraad", Icon: "worklist"}
		p.Report.Kind = ButtonSecondary
		if p.Figures != nil {
			p.Figures.Kind = ButtonSecondary
		}
	}
	if !g.Draft.SavedAt.IsZero() {
		saved := nl.Relative(g.Draft.SavedAt, g.Reports.Now, g.Reports.Zone, t.Lang())
		p.Draft = &Alert{
			Tone: ToneInfo, Title: t.Text("start.concept"), Text: []string{t.Fill("start.concept-bewaard", "dag", saved)},
			Action: &Link{Label: t.Text("start.concept-verder"), Href: "/meldingen/nieuw"},
		}
	}
}

// ReportList is "Mijn meldingen".
type ReportList struct {
	Shell
	Heading PageHeading
	Report  Button
	Reports CardList
	Talks   CardList
}

// NewReportList makes the page.
func NewReportList(shell Shell, t *nl.Texts, mine vpt.MyReports, talks vpt.MyTalks) *ReportList {
	p := &ReportList{
		Shell: shell, Heading: PageHeading{Title: t.Text("meldingen.titel"), Lead: t.Text("meldingen.lead")},
		Report: Button{Kind: ButtonPrimary, Label: t.Text("start.meld"), Href: "/meldingen/nieuw", Icon: "new"},
	}
	for _, line := range mine.Lines {
		p.Reports.Cards = append(p.Reports.Cards, reportCard(t, mine, line))
	}
	p.Reports.Empty = EmptyState{Title: t.Text("meldingen.leeg-titel"), Text: t.Text("meldingen.leeg-tekst"), Icon: "inbox"}
	p.Talks = talkCards(t, talks)
	return p
}

// reportCard shows one report with what is next, in words.
func reportCard(t *nl.Texts, mine vpt.MyReports, line vpt.ReportLine) Card {
	today := mine.Now.In(mine.Zone)
	card := Card{
		Title: kindNames(mine.Kinds, line.Kinds, t.Lang()), Href: "/meldingen/" + line.Number, Sub: true,
		Facts: []Definition{
			{Term: t.Text("melding.gebeurd"), Text: nl.RelativeDay(string(line.OccurredOn), today, t.Lang())},
			{Term: t.Text("melding.bij"), Text: ownerName(t, line.Owner)},
			{Term: t.Text("melding.nummer"), Text: line.Number},
		},
	}
	if line.AsAffected {
		card.Badges = append(card.Badges, Badge{Tone: ToneInfo, Text: t.Text("meldingen.genoemd")})
	}
	switch {
	case line.State == vpt.CaseClosed:
		card.Badges = append(card.Badges, Badge{Tone: ToneOK, Text: t.Text("meldingen.klaar"), Icon: "check"})
	case !line.Next.Due.IsZero():
		card.Due = capital(t.Fill("melding.klok-"+string(line.Next.Kind), "naam", ownerName(t, line.Owner)) + " " +
			nl.Before(line.Next.Due, mine.Now, mine.Zone, t.Lang()))
		card.Late = mine.Now.After(line.Next.Due)
	}
	return card
}

// kindNames names the kinds of a report.
func kindNames(set vpt.CodeSet, refs []vpt.CodeRef, lang string) string {
	var names []string
	for _, ref := range refs {
		name := set.Label(ref.Code, lang)
		if c, ok := set.ByCode(ref.Code); ok && c.Group == "" && c.TileNL != "" {
			if name = c.TileNL; lang == "en" {
				name = c.TileEN
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " · ") // a name may hold a comma itself
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// talkCards shows the talks that are still to come: with whom and when, never
// about what.
func talkCards(t *nl.Texts, talks vpt.MyTalks) CardList {
	var list CardList
	for _, talk := range talks.Talks {
		if talk.Done() {
			continue
		}
		card := Card{Sub: true, Title: t.Text("gesprek.voor-jou")}
		if talk.Holding {
			card.Title = t.Fill("gesprek.jij-voert", "naam", talk.ForName.Reveal())
		} else if talk.Has() {
			card.Title = t.Fill("gesprek.met", "naam", talk.WithName.Reveal())
		}
		if talk.Report != "" {
			card.Href = "/meldingen/" + talk.Report
		}
		if talk.PlannedAt.IsZero() {
			card.Due = capital(t.Text("gesprek.wordt-gepland") + " " + nl.Before(talk.DueAt, talks.Now, talks.Zone, t.Lang()))
			card.Late = talk.Late(talks.Now)
		} else {
			card.Due = capital(nl.Relative(talk.PlannedAt, talks.Now, talks.Zone, t.Lang()))
		}
		if talk.Holding {
			step := LinkButton(ButtonSecondary, t.Text("taken.doe-gesprek"), "/opvang")
			card.Action = &step
		} else {
			ownTalk(t, talk.CareTalk, &card)
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}
