package page

import (
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// The forms of a measure: its draft, looking at it again, what the citizen
// does about it.

// measureFields makes the fields of a form on a measure: with what was typed,
// else with what the measure says.
type measureFields struct {
	fields
	f     vpt.MeasureFile
	typed url.Values // nil when the form is fresh
}

func (f measureFields) value(name, otherwise string) string {
	if f.typed == nil {
		return otherwise
	}
	return f.typed.Get(name)
}

func (f measureFields) values(name string, otherwise []string) []string {
	if f.typed == nil {
		return otherwise
	}
	return f.typed[name]
}

func (f measureFields) area(name string, text vpt.Private) FormField {
	return f.areaOf(f.field(name), text)
}

// areaOf is a text that a measure may do without, when field is optional.
func (f measureFields) areaOf(field Field, text vpt.Private) FormField {
	area := NewTextArea(field, f.value(field.Name, text.Reveal()))
	area.MaxLength, area.Rows = vpt.MaxText, 3
	return FormField{Area: &area}
}

func (f measureFields) day(name string, day vpt.Date) FormField {
	return dateOf(f.field(name), f.value(name, shortDay(day, f.t.Lang())))
}

// shortDay is a day as one would type it; nothing without a day.
func shortDay(day vpt.Date, lang string) string {
	if day == "" {
		return ""
	}
	return nl.Day(string(day), lang)
}

// factRows is how many rows for facts a form shows at least.
const factRows = 3

// MeasureSections gives the fields of a draft, in the order in which one
// thinks it through. Nothing is required: a draft is saved as far as it is.
func MeasureSections(t *nl.Texts, file vpt.MeasureFile, typed url.Values, errs FieldErrors) []FormSection {
	f := measureFields{fields: fields{t: t, prefix: "maatregel.", errs: errs}, f: file, typed: typed}
	out := []FormSection{
		{Title: t.Text("maatregel.kop-feiten"), Lead: t.Text("maatregel.lead-feiten"), Fields: f.facts()},
		{Title: t.Text("maatregel.kop-waarom"), Lead: t.Text("maatregel.lead-waarom"), Fields: f.reasons()},
		{Title: t.Text("maatregel.kop-hoe-lang"), Lead: f.protocolRange(), Fields: f.term()},
	}
	if where := f.where(); len(where) > 0 {
		out = append(out, FormSection{Title: t.Text("maatregel.kop-waar"), Fields: where})
	}
	return append(out,
		FormSection{Title: t.Text("maatregel.kop-bereikbaar"), Fields: f.reach()},
		FormSection{Title: t.Text("maatregel.kop-eerlijk"), Fields: f.fair()},
	)
}

func (f measureFields) facts() []FormField {
	var people []Option
	for _, i := range f.f.Instigators {
		people = append(people, Option{Value: string(i.ID), Label: instigatorName(f.t, f.f.Lists, i)})
	}
	chosen := string(f.f.Measure.Instigator)
	if chosen == "" && len(people) == 1 {
		chosen = people[0].Value
	}
	out := []FormField{selectOf(f.field("instigator"), f.value("instigator", chosen), f.t.Text("zaak.kies"), people)}
	facts := f.f.Measure.Facts
	for i := range max(factRows, len(facts)+1) {
		var on, text string
		if i < len(facts) {
			on, text = shortDay(facts[i].On, f.t.Lang()), facts[i].Text.Reveal()
		}
		at := "facts." + strconv.Itoa(i) + "."
		onField, textField := f.numbered("facts", i, "on"), f.numbered("facts", i, "text")
		if i == 0 { // one fact there must be
			onField.Optional, textField.Optional = false, false
		}
		area := NewTextArea(textField, f.value(at+"text", text))
		area.MaxLength, area.Rows = vpt.MaxText, 2
		if f.typed == nil && text != "" {
			area.Hint = f.hint(text)
		}
		out = append(out, dateOf(onField, f.value(at+"on", on)), FormField{Area: &area})
	}
	return out
}

// hint names the words in a text that judge instead of tell.
func (f measureFields) hint(text string) string {
	words := vpt.LabelWords(text)
	if len(words) == 0 {
		return ""
	}
	return f.t.Fill("maatregel.etiketten", "woorden", quoted(words))
}

func quoted(words []string) string {
	out := ""
	for i, word := range words {
		if i > 0 {
			out += ", "
		}
		out += "“" + word + "”"
	}
	return out
}

func (f measureFields) reasons() []FormField {
	m := f.f.Measure
	out := []FormField{f.area("reason", m.Reason), f.area("lighter", m.Lighter)}
	if len(f.f.Weighing.Skipped) > 0 || !m.SkippedWhy.IsZero() {
		out = append(out, f.area("skippedWhy", m.SkippedWhy))
	}
	if f.f.Weighing.Proposed {
		out = append(out, f.areaOf(f.optional("deviationWhy"), m.DeviationWhy))
	}
	if f.f.Code.Code != vpt.CourtBan {
		out = append(out, f.areaOf(f.optional("urgentWhy"), m.UrgentWhy))
	}
	return out
}

// protocolRange says what the protocol proposes for the duration.
func (f measureFields) protocolRange() string {
	w := f.f.Weighing
	if !w.Proposed || w.MaxDays == 0 {
		return ""
	}
	return f.t.Fill("maatregel.termijn-protocol", "van", nl.Count(max(w.MinDays, 1), "dag", f.t.Lang()), "tot", nl.Count(w.MaxDays, "dag", f.t.Lang()))
}

func (f measureFields) term() []FormField {
	m := f.f.Measure
	return []FormField{f.day("startsOn", m.StartsOn), f.day("endsOn", m.EndsOn), f.day("reviewOn", m.ReviewOn), f.area("durationWhy", m.DurationWhy)}
}

// where: a ban is of buildings, a limit of ways to make contact.
func (f measureFields) where() []FormField {
	m := f.f.Measure
	switch f.f.Code.Code {
	case "M5", "M7", "M9":
		return nil
	case vpt.ContactLimit:
		group := NewCheckboxGroup(f.field("channels"), f.values("channels", m.Channels), codeOptions(f.f.Lists[vpt.ChannelList], f.t.Lang()))
		return []FormField{{Checks: &group}, f.areaOf(f.optional("exceptions"), m.Exceptions)}
	}
	chosen := ""
	if m.Everywhere {
		chosen = "alle"
	} else if len(m.Sites) > 0 {
		chosen = "deze"
	}
	var ids []string
	for _, site := range m.Sites {
		ids = append(ids, string(site))
	}
	sites := NewCheckboxGroup(f.field("sites"), f.values("sites", ids), siteOptions(f.f.Sites))
	return []FormField{
		radioOf(f.field("everywhere"), f.value("everywhere", chosen), []Option{
			{Value: "alle", Label: f.t.Text("maatregel.alle-gebouwen")}, {Value: "deze", Label: f.t.Text("maatregel.deze-gebouwen")},
		}),
		{Checks: &sites}, f.areaOf(f.optional("exceptions"), m.Exceptions), f.area("howToAct", m.HowToAct),
	}
}

func (f measureFields) reach() []FormField {
	m := f.f.Measure
	var people []Option
	for _, person := range f.f.Contacts {
		people = append(people, Option{Value: string(person.ID), Label: nameAndFunction(person)})
	}
	name := textOf(f.optional("contactName"), f.value("contactName", m.ContactName.Reveal()), vpt.MaxLine)
	return []FormField{
		f.area("reachable", m.Reachable),
		selectOf(f.field("contact"), f.value("contact", string(m.Contact)), f.t.Text("zaak.gesprekken.iemand-anders"), people), name,
	}
}

func (f measureFields) fair() []FormField {
	m := f.f.Measure
	if f.f.Code.Code == vpt.CourtBan {
		return nil
	}
	remedy := string(m.Remedy)
	if remedy == "" {
		remedy = string(vpt.RemedyComplaint)
	}
	return []FormField{
		radioOf(f.field("remedy"), f.value("remedy", remedy), labels(f.t, vpt.RemedyComplaint, vpt.RemedyObjection, vpt.RemedyCourt)),
		radioOf(f.field("sensitive"), f.value("sensitive", string(m.Sensitive)), labels(f.t, vpt.SensitiveNo, vpt.SensitiveCriticism, vpt.SensitiveComplaint,
			vpt.SensitiveRepresentative, vpt.SensitiveCouncil)),
		checkOf(f.field("separate"), "ja", f.t.Text("maatregel.separate-ja"), f.value("separate", tickOf(m.Separate)) != ""),
	}
}

func tickOf(on bool) string {
	if on {
		return "ja"
	}
	return ""
}

// instigatorName names an instigator by what is known.
func instigatorName(t *nl.Texts, lists map[vpt.CodeList]vpt.CodeSet, i vpt.Instigator) string {
	if !i.Name.IsZero() {
		return i.Name.Reveal()
	}
	name := t.Label(i.Kind) + ", " + lists[vpt.RelationList].Label(i.Relation.Code, t.Lang())
	if !i.Description.IsZero() {
		name += ": " + shorten(i.Description.Reveal(), 60)
	}
	return name
}

// shorten cuts a text for use in a list.
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return string(runes[:limit]) + "…"
}

// ReviewSections gives the fields of looking at a measure again.
func ReviewSections(t *nl.Texts, file vpt.MeasureFile, typed url.Values, errs FieldErrors) []FormSection {
	f := measureFields{fields: fields{t: t, prefix: "maatregel.", errs: errs}, f: file, typed: typed}
	why := NewTextArea(f.field("why"), f.value("why", ""))
	return []FormSection{{Fields: []FormField{
		radioOf(f.field("outcome"), f.value("outcome", ""), labels(t, vpt.ReviewStays, vpt.ReviewLifted)), {Area: &why}, dateOf(f.optional("nextOn"), f.value("nextOn", "")),
	}}}
}

// WhySection gives a form that asks for a reason only.
func WhySection(t *nl.Texts, typed url.Values, errs FieldErrors) []FormSection {
	f := measureFields{fields: fields{t: t, prefix: "maatregel.", errs: errs}, typed: typed}
	why := NewTextArea(f.field("why"), f.value("why", ""))
	return []FormSection{{Fields: []FormField{{Area: &why}}}}
}

// MeasureNotes says what one must know before filling in a form on a measure.
func MeasureNotes(t *nl.Texts, f vpt.MeasureFile, form string) []Alert {
	if form != "voorbereiden" {
		return nil
	}
	return proposalNotes(t, f.Weighing, f.Lists)
}

// draftNotes leads to the measures that are prepared already, so that nobody
// begins the same one twice.
func draftNotes(t *nl.Texts, v vpt.CaseView) []Alert {
	var out []Alert
	for _, m := range v.Measures {
		if m.State == vpt.MeasureDraft || m.State == vpt.MeasureWaiting {
			out = append(out, Alert{
				Tone: ToneInfo, Title: t.Fill("maatregel.al-begonnen", "wat", v.Lists[vpt.MeasureList].Label(m.Kind.Code, t.Lang()), "staat", strings.ToLower(t.Label(m.State))),
				Action: &Link{Label: t.Text("maatregel.ga-verder"), Href: MeasurePath(v.Case.Number, m.ID)},
			})
		}
	}
	return out
}

// proposalNotes says what the protocol proposes: it never decides.
func proposalNotes(t *nl.Texts, w vpt.Weighing, lists map[vpt.CodeList]vpt.CodeSet) []Alert {
	if !w.Proposed {
		return nil
	}
	note := Alert{Tone: ToneInfo, Title: t.Fill("maatregel.voorstel", "keer", strconv.Itoa(w.Measure.Times), "klasse", strconv.Itoa(w.Measure.Class))}
	for _, kind := range w.Kinds {
		text := lists[vpt.MeasureList].Label(kind, t.Lang())
		if w.MaxDays > 0 {
			text += ", " + t.Fill("maatregel.voorstel-termijn", "van", nl.Count(max(w.MinDays, 1), "dag", t.Lang()), "tot", nl.Count(w.MaxDays, "dag", t.Lang()))
		}
		note.Text = append(note.Text, text)
	}
	note.Text = append(note.Text, t.Fill("maatregel.voorstel-mandaat", "wie", t.Label(w.Mandate)))
	return []Alert{note}
}
