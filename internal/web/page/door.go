package page

import (
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// DoorPage is what who stands at the door or sits at the phone sees: the
// measures that hold today, and a box to find one as one types. Nothing else
// of any case.
type DoorPage struct {
	Shell
	Heading PageHeading
	Tabs    []DoorTab
	Search  string
	Query   TextField
	Site    *Select // only with more than one building
	Channel string
	Found   string // how many of how many; told after typing
	Entries []DoorLine
	Empty   EmptyState
}

// DoorTab is the door or the phone.
type DoorTab struct {
	Label   string
	Href    string
	Current bool
}

// DoorLine is one measure at the door.
type DoorLine struct {
	Name   string
	What   string
	Until  string
	Items  DefinitionList
	Report string
}

// NewDoorPage makes the page. query was typed without script; site and channel
// are codes that may stand in an address, a name never does.
func NewDoorPage(shell Shell, t *nl.Texts, v vpt.DoorView, query vpt.Private) *DoorPage {
	w := doorWriter{t: t, v: v, lang: t.Lang()}
	p := &DoorPage{
		Shell: shell, Heading: PageHeading{Title: t.Text("deur.titel"), Lead: t.Fill("deur.lead", "dag", nl.Day(string(v.Today), t.Lang()))},
		Search: "/deur", Channel: string(v.Channel), Query: NewTextField(NewField("zoek", t.Text("deur.zoek"), "", nil), query.Reveal()),
		Empty: EmptyState{Title: t.Text("deur.leeg"), Text: t.Text("deur.leeg-uitleg"), Icon: "check"},
	}
	for _, channel := range []vpt.DoorChannel{vpt.AtDoor, vpt.AtPhone} {
		p.Tabs = append(p.Tabs, DoorTab{Label: t.Label(channel), Href: "/deur?gebouw=" + string(v.Site) + "&plek=" + string(channel), Current: channel == v.Channel})
	}
	if len(v.Sites) > 1 {
		list := NewSelect(NewField("gebouw", t.Text("deur.gebouw"), "", nil), string(v.Site), siteOptions(v.Sites))
		p.Site = &list
	}
	for _, e := range v.Entries {
		if line := w.line(e); matches(line, query.Reveal()) {
			p.Entries = append(p.Entries, line)
		}
	}
	p.Found = t.Fill("deur.gevonden", "aantal", nl.Count(len(p.Entries), "maatregel", t.Lang()))
	return p
}

type doorWriter struct {
	t    *nl.Texts
	v    vpt.DoorView
	lang string
}

func (w doorWriter) line(e vpt.DoorEntry) DoorLine {
	line := DoorLine{
		Name: e.Name.Reveal(), What: w.v.Lists[vpt.MeasureList].Label(e.Kind.Code, w.lang),
		Until: w.t.Fill("deur.tot", "dag", nl.Day(string(e.Until), w.lang)), Report: "/meldingen/nieuw?maatregel=" + string(e.ID),
	}
	if line.Name == "" {
		line.Name = w.t.Text("deur.naam-onbekend")
	}
	add := func(key, text string) {
		if text != "" {
			line.Items.Items = append(line.Items.Items, Definition{Term: w.t.Text("deur." + key), Lines: paragraphs(text)})
		}
	}
	add("handelen", e.HowToAct.Reveal())
	add("uitzonderingen", e.Exceptions.Reveal())
	where := strings.Join(e.Sites, ", ")
	if e.Everywhere {
		where = w.t.Text("maatregel.alle-gebouwen")
	}
	if e.Unplaced {
		where = w.t.Text("deur.waar-onbekend")
	}
	add("waar", where)
	add("bereikbaar", e.Reachable.Reveal())
	add("contact", e.Contact.Name.Reveal())
	add("omschrijving", e.Description.Reveal())
	return line
}

// matches reports whether each word that was typed begins a word of the name,
// or stands in the description of somebody whose name nobody knows.
func matches(line DoorLine, query string) bool {
	text := strings.ToLower(line.Name)
	for _, item := range line.Items.Items {
		text += " " + strings.ToLower(strings.Join(item.Lines, " "))
	}
	words := strings.Fields(text)
	for _, word := range strings.Fields(strings.ToLower(query)) {
		found := false
		for _, other := range words {
			found = found || strings.HasPrefix(other, word)
		}
		if !found {
			return false
		}
	}
	return true
}
