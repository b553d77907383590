package page

import (
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Worklist is the list of cases of who handles them, what is due first on top.
type Worklist struct {
	Shell
	Heading PageHeading
	Views   []NavItem // all, mine, late
	Filter  FilterBar
	Open    bool // the filters are in use
	Cards   CardList
}

// NewWorklist makes the page. asked is the filter as it stands in the address.
func NewWorklist(shell Shell, t *nl.Texts, w vpt.Worklist, asked url.Values) *Worklist {
	shell.Width = WidthTable
	p := &Worklist{
		Shell:   shell,
		Heading: PageHeading{Title: t.Text("werk.titel"), Lead: t.Fill("werk.lead", "open", upTo(w.Open, t.Lang()), "laat", upTo(w.Late, t.Lang()))},
		Views:   workViews(t, asked), Filter: workFilter(t, w, asked),
	}
	p.Open = p.Filter.Active
	p.Cards.Empty = EmptyState{Title: t.Text("werk.leeg"), Text: t.Text("werk.leeg-uitleg"), Icon: "inbox"}
	if p.Open || asked.Get("toon") != "" {
		p.Cards.Empty = EmptyState{Title: t.Text("werk.niets-gevonden"), Text: t.Text("werk.niets-gevonden-uitleg"), Icon: "filter"}
	}
	for _, item := range w.Items {
		p.Cards.Cards = append(p.Cards.Cards, workCard(t, w, item))
	}
	if w.Next != "" {
		next := url.Values{}
		for name, values := range asked {
			next[name] = values
		}
		next.Set("na", w.Next)
		p.Cards.More = Pagination{Href: "/werkvoorraad?" + next.Encode(), Label: t.Text("werk.meer")}
	}
	return p
}

// countedTo is how far the door counts; see app.Worklist.
const countedTo = 1000

func upTo(n int, lang string) string {
	if n >= countedTo {
		return nl.Number(countedTo, lang) + "+"
	}
	return nl.Number(int64(n), lang)
}

func workViews(t *nl.Texts, asked url.Values) []NavItem {
	var out []NavItem
	for _, view := range []string{"", "mijn", "te-laat"} {
		href := "/werkvoorraad"
		if view != "" {
			href += "?toon=" + view
		}
		out = append(out, NavItem{Label: t.Text("werk.toon-" + view), Href: href, Current: asked.Get("toon") == view})
	}
	return out
}

func workFilter(t *nl.Texts, w vpt.Worklist, asked url.Values) FilterBar {
	lang := t.Lang()
	all := t.Text("werk.alle")
	bar := FilterBar{Action: "/werkvoorraad"}
	add := func(name string, options []Option) {
		list := NewSelect(NewField(name, t.Text("werk."+name), "", nil), asked.Get(name), options)
		list.Blank = all
		bar.Selects = append(bar.Selects, list)
		bar.Active = bar.Active || asked.Get(name) != ""
	}
	add("onderdeel", UnitOptions(w.Units, vpt.UnitID(asked.Get("onderdeel"))))
	var groups, classes []Option
	for _, tile := range kindTiles(w.Kinds, lang) {
		groups = append(groups, Option{Value: tile.Value, Label: tile.Label})
	}
	for n := 1; n <= 4; n++ {
		classes = append(classes, Option{Value: strconv.Itoa(n), Label: t.Text("zaak.klasse-" + strconv.Itoa(n))})
	}
	add("soort", groups)
	add("kanaal", codeOptions(w.Chans, lang))
	add("klasse", classes)
	states := []vpt.CaseState{vpt.CaseOpen, vpt.CaseClosed, vpt.CaseMerged}
	if w.May.SeeAll {
		states = append(states, vpt.CaseImported)
	}
	add("staat", labels(t, states...))
	for _, name := range []string{"vanaf", "tot"} {
		bar.Dates = append(bar.Dates, NewDateField(NewField(name, t.Text("werk."+name), "", nil), asked.Get(name)))
		bar.Active = bar.Active || asked.Get(name) != ""
	}
	if view := asked.Get("toon"); view != "" {
		bar.Hidden = []Hidden{{Name: "toon", Value: view}}
	}
	return bar
}

func workCard(t *nl.Texts, w vpt.Worklist, item vpt.WorkItem) Card {
	lang := t.Lang()
	var names []string
	for _, name := range item.Affected {
		names = append(names, name.Reveal())
	}
	who := strings.Join(names, ", ")
	if who == "" {
		who = t.Text("werk.niemand-genoemd")
	}
	card := Card{Title: who, Href: "/zaken/" + item.Number, Late: item.Late}
	since := nl.Day(string(item.ReceivedOn), lang)
	if !item.ReceivedAt.IsZero() {
		since = nl.Relative(item.ReceivedAt, w.Now, w.Zone, lang)
	}
	card.Facts = []Definition{
		{Term: t.Text("werk.wat"), Text: kindNames(w.Kinds, item.Kinds, lang)}, {Term: t.Text("werk.sinds"), Text: since},
		{Term: t.Text("werk.waar"), Text: item.UnitName}, {Term: t.Text("werk.zaak"), Text: item.Number},
	}
	owner := item.Owner.Name.Reveal()
	if owner == "" {
		owner = t.Text("zaak.coordinator")
	}
	card.Facts = append(card.Facts, Definition{Term: t.Text("werk.van"), Text: owner})
	card.Badges = workBadges(t, item)
	if !item.NextDue.IsZero() {
		card.Due = t.Fill("werk.termijn", "wat", t.Label(item.NextClock), "wanneer", nl.Before(item.NextDue, w.Now, w.Zone, lang))
	}
	if item.Next != vpt.NextNothing {
		card.Action = &Button{Kind: ButtonSecondary, Label: t.Label(item.Next), Href: NextStepURL(item.Number, item.Next), Icon: "next"}
	}
	return card
}

func workBadges(t *nl.Texts, item vpt.WorkItem) []Badge {
	var out []Badge
	if item.Late {
		out = append(out, LateBadge(t.Text("deel.te-laat")))
	}
	if item.State != vpt.CaseOpen {
		out = append(out, Badge{Tone: ToneNeutral, Text: t.Label(item.State)})
	}
	if item.Verdict == vpt.VerdictNone && item.State == vpt.CaseOpen {
		switch {
		case item.Help == vpt.HelpNow:
			out = append(out, Badge{Tone: ToneWarning, Text: t.Text("werk.hulp-nu"), Icon: "phone"})
		case item.Choice == vpt.ChoiceDoubt:
			out = append(out, Badge{Tone: ToneInfo, Text: t.Label(item.Choice)})
		default:
			out = append(out, Badge{Tone: ToneInfo, Text: t.Text("werk.nieuw")})
		}
	}
	if item.Verdict != vpt.VerdictNone && item.Verdict != vpt.VerdictAggression {
		out = append(out, Badge{Tone: ToneNeutral, Text: t.Label(item.Verdict)})
	}
	return out
}
