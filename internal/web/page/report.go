package page

import (
	"net/url"
	"slices"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ReportNew is "Meld een incident": one page, three short groups.
type ReportNew struct {
	Shell
	Heading     PageHeading
	Alarm       Alarm
	Errors      ErrorSummary
	Draft       Draft
	Idempotency Idempotency
	Norm        *NormNote // of the reporter's own team
	Breach      *Hidden   // the measure that somebody did not keep to
	Kinds       KindTiles
	Account     TextArea
	When        RadioGroup
	Date        DateField
	Time        TimeField
	Channel     Select
	Site        Select
	Place       TextField
	Who         RadioGroup
	Colleague   Select
	Lookup      TextField
	Name        TextField
	Help        RadioGroup
	Choice      RadioGroup
	Send        ButtonGroup
	Drop        *Button // throws the draft away; nil when there is none
}

// The names under which the reporting form sends what is not a field of
// vpt.ReportIncident by itself.
const (
	FieldWhen      = "when"            // nu, vandaag, gisteren, anders
	FieldColleague = "affected"        // account of a colleague
	FieldLookup    = "affected.lookup" // e-mail address or staff number
	FieldTyped     = "affected.name"   // name of somebody without account
	FieldAct       = "actie"           // concept, weg
	FieldBreach    = "maatregel"       // which somebody did not keep to
	FieldDay       = "occurredOn"
	DraftSave      = "concept"
	DraftDrop      = "weg"
	DraftURL       = "/meldingen/concept"
	WhenNow        = "nu"
	WhenToday      = "vandaag"
	WhenYesterday  = "gisteren"
	WhenOther      = "anders"
)

// OpenDraft gives the fields of a draft as they were typed; nothing when there
// is no draft or it cannot be read any more.
func OpenDraft(d vpt.Draft) url.Values {
	typed, err := url.ParseQuery(d.Data.Reveal())
	if err != nil {
		return nil
	}
	return typed
}

// NewReportNew makes the form. typed holds what came back or was kept; nil for
// a fresh form, which is filled in with what the person used last.
func NewReportNew(shell Shell, t *nl.Texts, f vpt.ReportForm, typed url.Values, errs FieldErrors) *ReportNew {
	if typed == nil {
		typed = url.Values{"channel": {f.LastChannel}, "site": {string(f.LastSite)}, "onBehalf": {string(vpt.ForMyself)}, "choice": {string(vpt.ChoiceNormal)}}
	}
	errs = placeErrors(errs, typed)
	shell.Problem = len(errs) > 0
	p := &ReportNew{
		Shell: shell, Heading: PageHeading{Title: t.Text("melden.titel"), Lead: t.Text("melden.lead")},
		Alarm:  Alarm{Text: t.Text("melden.bel-112"), Label: t.Text("melden.intern-nummer"), Number: f.Emergency},
		Errors: errs.Summary(), Draft: Draft{URL: DraftURL}, Norm: newNormNote(t, f.Norm),
	}
	if !f.Draft.SavedAt.IsZero() {
		p.Draft.Saved = nl.ClockTime(f.Draft.SavedAt, f.Zone)
		p.Heading.Lead = t.Text("melden.verder")
		p.Drop = &Button{Kind: ButtonSubtle, Label: t.Text("melden.weg"), Icon: "trash", Name: FieldAct, Value: DraftDrop, FormAction: DraftURL, NoValidate: true}
	}
	field := func(name, key string) Field {
		return NewField(name, t.Text("melden."+key), t.Text("melden."+key+"-uitleg"), errs)
	}
	p.what(t, f, typed, field)
	p.whenWhere(t, f, typed, field)
	p.whoHelp(t, f, typed, field)
	save := Button{Kind: ButtonSecondary, Label: t.Text("melden.bewaar"), Icon: "save", Name: FieldAct, Value: DraftSave, FormAction: DraftURL, NoValidate: true}
	p.Send = NewButtonGroup(Button{Kind: ButtonPrimary, Label: t.Text("melden.verstuur"), Icon: "send"}, save)
	return p
}

// placeErrors leaves out what follows from another error, and leads each error
// to a field that is there.
func placeErrors(errs FieldErrors, typed url.Values) FieldErrors {
	out := slices.Clone(errs)
	for i := range out {
		switch {
		case out[i].Name == FieldDay && typed.Get(FieldWhen) != WhenOther:
			out[i].Name = FieldWhen
		case out[i].Name == FieldColleague && typed.Get("onBehalf") == string(vpt.ForCaller):
			out[i].Name = FieldTyped
		}
	}
	return slices.DeleteFunc(out, func(e ErrorLink) bool {
		return e.Name == FieldColleague && typed.Get("onBehalf") == ""
	})
}

type fieldMaker func(name, key string) Field

func (p *ReportNew) what(t *nl.Texts, f vpt.ReportForm, typed url.Values, field fieldMaker) {
	p.Kinds = NewKindTiles(field("kinds", "soort"), typed["kinds"], kindTiles(f.Kinds, t.Lang()))
	p.Account = NewTextArea(field("account", "verhaal"), typed.Get("account"))
	p.Account.MaxLength = vpt.MaxAccount / 2
}

// kindTiles makes a tile of each group, with the finer codes below it. A group
// with one finer code has nothing to choose.
func kindTiles(set vpt.CodeSet, lang string) []KindTile {
	var tiles []KindTile
	for _, group := range set.Codes {
		if group.Group != "" || group.Retired || !group.Choosable {
			continue
		}
		tile := KindTile{Value: group.Code, Label: group.TileNL, Example: group.Example}
		if lang == "en" {
			tile.Label, tile.Example = group.TileEN, group.ExampleEN
		}
		for _, c := range set.Codes {
			if c.Group == group.Code && c.Choosable && !c.Retired {
				tile.Finer = append(tile.Finer, Option{Value: c.Code, Label: c.Label(lang)})
			}
		}
		if len(tile.Finer) < 2 {
			tile.Finer = nil
		}
		tiles = append(tiles, tile)
	}
	return tiles
}

func (p *ReportNew) whenWhere(t *nl.Texts, f vpt.ReportForm, typed url.Values, field fieldMaker) {
	var when []Option
	for _, value := range []string{WhenNow, WhenToday, WhenYesterday, WhenOther} {
		when = append(when, Option{Value: value, Label: t.Text("melden.wanneer-" + value)})
	}
	p.When = NewRadioGroup(field(FieldWhen, "wanneer"), typed.Get(FieldWhen), when)
	p.When.Inline = true
	p.Date = NewDateField(field(FieldDay, "dag"), typed.Get(FieldDay))
	at := field("occurredTime", "tijd")
	at.Optional = true
	p.Time = NewTimeField(at, typed.Get("occurredTime"))
	var channels, sites []Option
	for _, c := range f.Channels.Codes {
		if c.Choosable && !c.Retired {
			channels = append(channels, Option{Value: c.Code, Label: c.Label(t.Lang())})
		}
	}
	for _, s := range f.Sites {
		sites = append(sites, Option{Value: string(s.ID), Label: s.Name})
	}
	p.Channel = NewSelect(field("channel", "kanaal"), typed.Get("channel"), channels)
	p.Channel.Blank = t.Text("melden.kies")
	site := field("site", "locatie")
	site.Optional = true
	p.Site = NewSelect(site, typed.Get("site"), sites)
	p.Site.Blank = t.Text("melden.geen-locatie")
	place := field("place", "plek")
	place.Optional = true
	p.Place = NewTextField(place, typed.Get("place"))
	p.Place.MaxLength = vpt.MaxLine
}

func (p *ReportNew) whoHelp(t *nl.Texts, f vpt.ReportForm, typed url.Values, field fieldMaker) {
	options := func(key string, values ...string) []Option {
		var out []Option
		for _, v := range values {
			out = append(out, Option{Value: v, Label: t.Text("melden." + key + "-" + v), Hint: t.Text("melden." + key + "-" + v + "-uitleg")})
		}
		return out
	}
	p.Who = NewRadioGroup(field("onBehalf", "wie"), typed.Get("onBehalf"),
		options("wie", string(vpt.ForMyself), string(vpt.ForColleague), string(vpt.ForCaller)))
	var colleagues []Option
	for _, c := range f.Colleagues {
		colleagues = append(colleagues, Option{Value: string(c.ID), Label: c.Name.Reveal()})
	}
	p.Colleague = NewSelect(field(FieldColleague, "collega"), typed.Get(FieldColleague), colleagues)
	p.Colleague.Blank = t.Text("melden.geen-collega")
	lookup := field(FieldLookup, "zoek-collega")
	lookup.Optional = true
	p.Lookup = NewTextField(lookup, typed.Get(FieldLookup))
	p.Lookup.MaxLength = vpt.MaxLine
	name := field(FieldTyped, "naam")
	name.Optional = true
	p.Name = NewTextField(name, typed.Get(FieldTyped))
	p.Name.MaxLength = vpt.MaxLine
	p.Help = NewRadioGroup(field("help", "hulp"), typed.Get("help"), options("hulp", string(vpt.HelpNow), string(vpt.HelpLater), string(vpt.HelpNo)))
	p.Choice = NewRadioGroup(field("choice", "keuze"), typed.Get("choice"),
		options("keuze", string(vpt.ChoiceNormal), string(vpt.ChoiceDoubt), string(vpt.ChoiceRegisterOnly)))
}
