package page

import (
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// parts is what a measure says, in groups. What is empty is left out.
func (w measureWriter) parts() []MeasurePart {
	m := w.f.Measure
	var out []MeasurePart
	for _, group := range []struct {
		key   string
		items []Definition
	}{
		{"feiten", w.factItems()},
		{"waarom", w.texts("reason", m.Reason, "lighter", m.Lighter, "skippedWhy", m.SkippedWhy, "deviationWhy", m.DeviationWhy, "urgentWhy", m.UrgentWhy)},
		{"hoe-lang", w.termItems()},
		{"waar", w.whereItems()},
		{"bereikbaar", w.texts("reachable", m.Reachable, "contact", w.contact())},
		{"eerlijk", w.fairItems()},
		{"besluit", w.decisionItems()},
	} {
		if len(group.items) > 0 {
			out = append(out, MeasurePart{ID: group.key, Title: w.t.Text("maatregel.kop-" + group.key), Items: DefinitionList{Items: group.items}})
		}
	}
	return out
}

// texts gives a definition for each text that is there; names and texts
// alternate.
func (w measureWriter) texts(namesAndTexts ...any) []Definition {
	var out []Definition
	for i := 0; i+1 < len(namesAndTexts); i += 2 {
		name, text := namesAndTexts[i].(string), namesAndTexts[i+1].(vpt.Private)
		if !text.IsZero() {
			out = append(out, Definition{Term: w.t.Text("maatregel." + name), Lines: paragraphs(text.Reveal())})
		}
	}
	return out
}

func (w measureWriter) item(key, text string) []Definition {
	if text == "" {
		return nil
	}
	return []Definition{{Term: w.t.Text("maatregel." + key), Text: text}}
}

func (w measureWriter) day(day vpt.Date) string { return shortDay(day, w.lang) }

func (w measureWriter) factItems() []Definition {
	var out []Definition
	for _, fact := range w.f.Measure.Facts {
		out = append(out, Definition{Term: w.day(fact.On), Lines: paragraphs(fact.Text.Reveal())})
	}
	if w.f.RulesOn != "" {
		out = append(out, w.item("huisregels", w.t.Fill("maatregel.huisregels-sinds", "dag", w.day(w.f.RulesOn)))...)
	}
	return append(out, w.hearingItems()...)
}

// hearingItems say how the other side was heard, in its own words.
func (w measureWriter) hearingItems() []Definition {
	h := w.f.Weighing.Hearing
	if h.ID == "" {
		return nil
	}
	state := w.t.Label(h.State)
	switch {
	case h.HeldOn != "":
		state += ", " + w.day(h.HeldOn)
	case !h.PlannedAt.IsZero():
		state = w.t.Fill("maatregel.gesprek-gepland", "wanneer", nl.Moment(h.PlannedAt, w.f.Zone, w.lang))
	}
	return append(w.item("gehoord", state), w.texts("eigen-verhaal", h.Account, "afspraken", h.Agreements)...)
}

func (w measureWriter) termItems() []Definition {
	m := w.f.Measure
	out := append(w.item("startsOn", w.day(m.StartsOn)), w.item("endsOn", w.day(m.EndsOn))...)
	out = append(out, w.item("reviewOn", w.day(m.ReviewOn))...)
	return append(out, w.texts("durationWhy", m.DurationWhy)...)
}

func (w measureWriter) whereItems() []Definition {
	m := w.f.Measure
	var names []string
	for _, id := range m.Sites {
		for _, site := range w.f.Sites {
			if site.ID == id {
				names = append(names, site.Name)
			}
		}
	}
	if m.Everywhere {
		names = []string{w.t.Text("maatregel.alle-gebouwen")}
	}
	var channels []string
	for _, code := range m.Channels {
		channels = append(channels, w.f.Lists[vpt.ChannelList].Label(code, w.lang))
	}
	out := append(w.item("sites", strings.Join(names, ", ")), w.item("channels", strings.Join(channels, ", "))...)
	return append(out, w.texts("exceptions", m.Exceptions, "howToAct", m.HowToAct)...)
}

func (w measureWriter) contact() vpt.Private {
	if !w.f.Contact.Name.IsZero() {
		return w.f.Contact.Name
	}
	return w.f.Measure.ContactName
}

func (w measureWriter) fairItems() []Definition {
	m := w.f.Measure
	var out []Definition
	if m.Remedy != "" {
		out = w.item("remedy", w.t.Label(m.Remedy))
	}
	if m.Sensitive != "" {
		out = append(out, w.item("sensitive", w.t.Label(m.Sensitive))...)
	}
	return out
}

// decisionItems say who prepared, decided, agreed and lifted, and when.
func (w measureWriter) decisionItems() []Definition {
	m := w.f.Measure
	out := w.texts("preparedBy", w.f.PreparedBy.Name)
	if m.Decided() {
		out = append(out, w.item("decidedBy", w.who(w.f.DecidedBy, m.DecidedOn))...)
	}
	if !m.SecondAt.IsZero() && m.Decided() {
		out = append(out, w.item("secondBy", w.who(w.f.SecondBy, vpt.DateOf(m.SecondAt, w.f.Zone)))...)
	}
	if m.State == vpt.MeasureLifted {
		out = append(out, w.item("liftedBy", w.who(w.f.LiftedBy, m.LiftedOn))...)
	}
	return append(out, w.texts("liftedWhy", m.LiftedWhy)...)
}

func (w measureWriter) who(name vpt.PersonName, on vpt.Date) string {
	text := name.Name.Reveal()
	if on == "" {
		return text
	}
	if text == "" {
		return w.day(on)
	}
	return text + ", " + w.day(on)
}

// remedies are what the citizen did about the measure.
func (w measureWriter) remedies() CardList {
	var list CardList
	for _, r := range w.f.Remedies {
		card := Card{Title: w.t.Label(r.Kind), Sub: true, Text: paragraphs(r.Summary.Reveal()), Facts: w.item("ontvangen", w.day(r.ReceivedOn))}
		if r.Open() {
			if card.Late = r.DueOn != "" && r.DueOn < w.f.Today; r.DueOn != "" {
				card.Due = w.t.Fill("maatregel.antwoord-uiterlijk", "dag", w.day(r.DueOn))
			}
			if w.f.MayRemedy {
				answer := LinkButton(ButtonSecondary, w.t.Text("maatregel.doe-antwoord"), w.path+"/klachten/"+string(r.ID))
				card.Action = &answer
			}
		} else {
			card.Facts = append(card.Facts, w.item("oordeel", w.t.Label(r.Outcome)+", "+w.day(r.OutcomeOn))...)
			card.Facts = append(card.Facts, w.item("gevolg", w.t.Label(r.Effect))...)
			card.Text = append(card.Text, paragraphs(r.OutcomeWhy.Reveal())...)
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}
