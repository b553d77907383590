package page

import (
	"net/url"
	"slices"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// MeasurePage is one measure: while it is prepared, what is still owed and the
// way to it; after the decision, what holds and what comes next.
type MeasurePage struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Notes   []Alert
	Owed    []Link // what stands between the draft and a decision
	Met     []string
	Decide  *MeasureDecide
	Second  *MeasureSecond
	Next    ButtonGroup
	Parts   []MeasurePart
	Remedy  CardList
	Breach  CardList // the cases of not keeping to it
	Letters CardList // the letters about it
	Draft   *Link    // to the letter as it would be
	Case    *Link
}

// MeasureDecide is the one button of a draft that owes nothing.
type MeasureDecide struct {
	Key    Idempotency
	Seen   string
	Action string
	Label  string
	Lead   string
}

// MeasureSecond is the form of the second pair of eyes.
type MeasureSecond struct {
	Key    Idempotency
	Action string
	Lead   string
	Choice RadioGroup
	Why    TextArea
	Send   string
}

// MeasurePart is a group of what a measure says.
type MeasurePart struct {
	ID    string
	Title string
	Items DefinitionList
}

// measureWriter makes the texts of one measure.
type measureWriter struct {
	t    *nl.Texts
	f    vpt.MeasureFile
	lang string
	path string
}

// MeasurePath is where a measure is seen.
func MeasurePath(number string, id vpt.MeasureID) string {
	return "/zaken/" + number + "/" + string(ActMeasure) + "/" + string(id)
}

// NewMeasurePage makes the page. typed holds a form of the second pair of eyes
// that came back.
func NewMeasurePage(shell Shell, t *nl.Texts, f vpt.MeasureFile, key string, typed url.Values, errs FieldErrors) *MeasurePage {
	w := measureWriter{t: t, f: f, lang: t.Lang(), path: MeasurePath(f.Number, f.Measure.ID)}
	shell.Problem = len(errs) > 0
	p := &MeasurePage{
		Shell: shell, Heading: w.heading(), Errors: errs, Notes: w.notes(), Parts: w.parts(), Remedy: w.remedies(), Next: w.next(),
		Breach: breachCards(t, f.Breaches),
	}
	if f.Measure.State == vpt.MeasureDraft {
		p.Owed, p.Met = w.gates()
	}
	if f.MayConclude {
		p.Decide = &MeasureDecide{Key: Idempotency{key}, Seen: f.Measure.Seen(), Action: w.path + "/besluit", Label: t.Text("maatregel.besluit"), Lead: t.Text("maatregel.besluit-lead")}
		if f.Second {
			p.Decide.Label, p.Decide.Lead = t.Text("maatregel.vraag-tweede"), t.Fill("maatregel.vraag-tweede-lead", "wie", strings.ToLower(t.Label(w.secondRole())))
		}
	}
	if f.MaySecond {
		fields := measureFields{fields: fields{t: t, prefix: "maatregel.", errs: errs}, typed: typed}
		p.Second = &MeasureSecond{
			Key: Idempotency{key}, Action: w.path + "/meekijken", Lead: t.Fill("maatregel.tweede-lead", "naam", f.PreparedBy.Name.Reveal()), Send: t.Text("maatregel.tweede-verstuur"),
			Choice: NewRadioGroup(fields.field("agree"), fields.value("agree", ""), []Option{
				{Value: "ja", Label: t.Text("maatregel.agree-ja")}, {Value: "nee", Label: t.Text("maatregel.agree-nee")},
			}),
			Why: NewTextArea(fields.optional("why"), fields.value("why", "")),
		}
	}
	if f.MayOpenCase {
		p.Letters = letterCards(t, f.Number, f.Letters)
		if f.Measure.State == vpt.MeasureDraft && f.Measure.Letter() != "" {
			p.Draft = &Link{Label: t.Text("maatregel.bekijk-brief"), Href: "/zaken/" + f.Number + "/brieven/nieuw?brief=" + f.Measure.Letter() + "&over=" + vpt.LetterAbout("maatregel", f.Measure.ID)}
		}
		p.Case = &Link{Label: t.Fill("maatregel.naar-zaak", "nummer", f.Number), Href: "/zaken/" + f.Number}
	}
	return p
}

// secondRole is who must agree: what a manager may decide is looked at by a
// coordinator.
func (w measureWriter) secondRole() vpt.Mandate {
	if w.f.Needed.Rank() < vpt.MandateCoordinator.Rank() {
		return vpt.MandateCoordinator
	}
	return w.f.Needed
}

func (w measureWriter) heading() PageHeading {
	m := w.f.Measure
	badge := Badge{Tone: ToneNeutral, Text: w.t.Label(m.State)}
	switch {
	case m.InForce(w.f.Today):
		badge = Badge{Tone: ToneOK, Text: w.t.Text("maatregel.geldt-nu"), Icon: "check"}
	case m.State == vpt.MeasureDecided && m.EndsOn != "" && m.EndsOn < w.f.Today:
		badge.Text = w.t.Text("maatregel.afgelopen")
	}
	h := PageHeading{Title: w.f.Code.Label(w.lang), Badge: &badge}
	if i, ok := w.f.Instigator(); ok {
		h.Lead = instigatorName(w.t, w.f.Lists, i)
	}
	return h
}

// notes flag what a careful reader would want to know before deciding.
func (w measureWriter) notes() []Alert {
	var out []Alert
	add := func(tone Tone, key string, pairs ...string) {
		out = append(out, Alert{Tone: tone, Title: w.t.Fill("maatregel."+key, pairs...), Text: paragraphs(w.t.Text("maatregel." + key + "-uitleg"))})
	}
	m, weighing := w.f.Measure, w.f.Weighing
	if m.State == vpt.MeasureWaiting && !w.f.MaySecond {
		add(ToneInfo, "wacht", "wie", strings.ToLower(w.t.Label(w.secondRole())))
	}
	if m.State == vpt.MeasureDraft && m.SecondBy != "" && !m.SecondWhy.IsZero() {
		out = append(out, Alert{Tone: ToneWarning, Title: w.t.Fill("maatregel.teruggestuurd", "naam", w.f.SecondBy.Name.Reveal()), Text: paragraphs(m.SecondWhy.Reveal())})
	}
	if m.Decided() || m.State == vpt.MeasureDropped {
		return out
	}
	if weighing.Representative {
		add(ToneWarning, "vertegenwoordiger")
	} else if weighing.Sensitive() {
		add(ToneWarning, "gevoelig")
	}
	if w.f.Deviates {
		add(ToneWarning, "wijkt-af")
	}
	for _, fact := range m.Facts {
		if words := vpt.LabelWords(fact.Text.Reveal()); len(words) > 0 {
			add(ToneInfo, "oordeel-woorden", "woorden", quoted(words))
			break
		}
	}
	return out
}

// gates gives what is still owed with the place where it is arranged, and what
// is arranged.
func (w measureWriter) gates() (owed []Link, met []string) {
	for _, rule := range vpt.Gates() {
		if rule.Gate == vpt.GateSecond {
			continue
		}
		if slices.Contains(w.f.Owed, rule.Gate) {
			owed = append(owed, Link{Label: w.gateText(rule.Gate), Href: w.gateURL(rule.Gate)})
		} else if rule.Gate != vpt.GateLabels {
			met = append(met, w.t.Label(rule.Gate))
		}
	}
	return owed, met
}

// gateText says what is owed at a gate. Who was invited need not be invited
// again.
func (w measureWriter) gateText(g vpt.Gate) string {
	if h := w.f.Weighing.Hearing; g == vpt.GateHearing && h.State == vpt.HearingInvited && !h.PlannedAt.IsZero() {
		return w.t.Fill("maatregel.horen-gepland", "wanneer", nl.Moment(h.PlannedAt, w.f.Zone, w.lang))
	}
	return w.t.Error("poort-" + string(g))
}

// gateURL is where a gate is arranged.
func (w measureWriter) gateURL(g vpt.Gate) string {
	switch g {
	case vpt.GateHearing:
		if h := w.f.Weighing.Hearing; h.State == vpt.HearingInvited {
			return "/zaken/" + w.f.Number + "/horen/" + string(h.ID)
		}
		return "/zaken/" + w.f.Number + "/horen"
	case vpt.GateNorm:
		return "/beheer/huisregels"
	}
	return w.path + "/voorbereiden#" + FieldID(gateField(g, w.f.Code))
}

// gateField is the field of the draft that a gate is about.
func gateField(g vpt.Gate, code vpt.Code) string {
	switch g {
	case vpt.GateInstigator:
		return "instigator"
	case vpt.GateFacts, vpt.GateLabels:
		return "facts.0.text"
	case vpt.GateSteps:
		return "skippedWhy"
	case vpt.GateReason:
		return "reason"
	case vpt.GateLighter:
		return "lighter"
	case vpt.GateStart:
		return "startsOn"
	case vpt.GateEnd:
		return "endsOn"
	case vpt.GateDuration:
		return "durationWhy"
	case vpt.GateRange:
		return "deviationWhy"
	case vpt.GateReview:
		return "reviewOn"
	case vpt.GateScope:
		if code.Code == vpt.ContactLimit {
			return "channels"
		}
		return "everywhere"
	case vpt.GateReachable:
		return "reachable"
	case vpt.GateContact:
		return "contact"
	case vpt.GateRemedy:
		return "remedy"
	case vpt.GateSensitive:
		return "sensitive"
	}
	return "separate"
}

// unsent gives the first letter about the measure that has to leave yet.
func (w measureWriter) unsent() (vpt.Letter, bool) {
	for _, l := range w.f.Letters {
		if l.State != vpt.LetterDropped && len(l.Deliveries) == 0 && w.f.Measure.Decided() {
			return l, true
		}
	}
	return vpt.Letter{}, false
}

// next gives what one may do with the measure.
func (w measureWriter) next() ButtonGroup {
	var out []Button
	add := func(kind ButtonKind, key, href string) {
		out = append(out, LinkButton(kind, w.t.Text("maatregel."+key), href))
	}
	m := w.f.Measure
	if w.f.MayPrepare {
		kind := ButtonPrimary
		if w.f.MayConclude {
			kind = ButtonSecondary
		}
		add(kind, "doe-voorbereiden", w.path+"/voorbereiden")
		add(ButtonSubtle, "doe-stoppen", w.path+"/stoppen")
	}
	kind := ButtonPrimary
	if l, ok := w.unsent(); ok && w.f.MayOpenCase {
		kind = ButtonSecondary
		key, href := "doe-bezorgen", "/zaken/"+w.f.Number+"/brieven/"+string(l.ID)
		if l.State == vpt.LetterDraft {
			key, href = "doe-brief", href+"/schrijven"
		}
		add(ButtonPrimary, key, href)
	}
	if w.f.MayReview {
		add(kind, "doe-herbeoordelen", w.path+"/herbeoordelen")
	}
	if w.f.MayRemedy {
		add(ButtonSecondary, "doe-klacht", w.path+"/klachten")
	}
	if w.f.MayReview && m.EndsOn != "" {
		add(ButtonSubtle, "doe-verlengen", w.path+"/verlengen")
		add(ButtonSubtle, "doe-overtreding", "/meldingen/nieuw?maatregel="+string(m.ID))
	}
	return NewButtonGroup(out...)
}
