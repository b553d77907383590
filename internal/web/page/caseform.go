package page

import (
	"net/url"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// CaseForm is one act on a case: its own page, so that it works by itself, with
// the way back to the case.
type CaseForm struct {
	Shell
	Heading  PageHeading
	Notes    []Alert
	Errors   FieldErrors
	Key      Idempotency
	Seen     string // what the form writes over, as it was shown; empty when it only adds
	Action   string
	Files    bool // the form sends files
	Sections []FormSection
	Save     string // empty when there is nothing to send yet
	Cancel   Link
}

// CaseAct names a form on a case: the last part of its address.
type CaseAct string

// The acts on a case.
const (
	ActAssess     CaseAct = "beoordelen"
	ActInstigator CaseAct = "veroorzaker"
	ActMeasure    CaseAct = "maatregelen"
	ActPolice     CaseAct = "politie"
	ActTalk       CaseAct = "gesprekken"
	ActTalkDone   CaseAct = "afronden"
	ActTrack      CaseAct = "sporen"
	ActInvolved   CaseAct = "betrokkenen"
	ActNote       CaseAct = "notities"
	ActFeedback   CaseAct = "terugkoppeling"
	ActClose      CaseAct = "sluiten"
	ActReopen     CaseAct = "heropenen"
	ActMerge      CaseAct = "samenvoegen"
	ActUnmerge    CaseAct = "splitsen"
	ActReassign   CaseAct = "overdragen"
	ActEvidence   CaseAct = "bewijs"
	ActDropFile   CaseAct = "verwijderen"
)

// caseFields makes the fields of one act: with what was typed, else with what
// the case says.
type caseFields struct {
	fields
	v     vpt.CaseView
	typed url.Values // nil when the form is fresh
	today string
}

func (f caseFields) value(name, otherwise string) string {
	if f.typed == nil {
		return otherwise
	}
	return f.typed.Get(name)
}

func (f caseFields) area(field Field, otherwise string) FormField {
	area := NewTextArea(field, f.value(field.Name, otherwise))
	return FormField{Area: &area}
}

func (f caseFields) line(field Field, otherwise string) FormField {
	return textOf(field, f.value(field.Name, otherwise), vpt.MaxLine)
}

func (f caseFields) day(field Field, otherwise string) FormField {
	return dateOf(field, f.value(field.Name, otherwise))
}

func (f caseFields) radio(field Field, otherwise string, options []Option) FormField {
	return radioOf(field, f.value(field.Name, otherwise), options)
}

// tick is one box under the question above it.
func (f caseFields) tick(field Field, on bool) FormField {
	if f.typed != nil {
		on = f.typed.Get(field.Name) != ""
	}
	return checkOf(field, "ja", f.t.Text(f.prefix+field.Name+"-ja"), on)
}

// labels makes options of enum values.
func labels[T ~string](t *nl.Texts, values ...T) []Option {
	out := make([]Option, len(values))
	for i, v := range values {
		out[i] = Option{Value: string(v), Label: t.Label(v)}
	}
	return out
}

// CaseSections gives the fields of an act. which is what it is about: a talk,
// a track, an instigator; empty when the act needs none.
func CaseSections(t *nl.Texts, act CaseAct, v vpt.CaseView, which string, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "zaak." + string(act) + ".", errs: errs}, v: v, typed: typed, today: t.Text("zaak.vandaag")}
	var out []FormField
	switch act {
	case ActAssess:
		return f.assess()
	case ActInstigator:
		return f.instigator(which)
	case ActMeasure:
		out = f.measure()
	case ActPolice:
		return f.police()
	case ActTalk:
		out = f.talk()
	case ActTalkDone:
		out = f.talkDone()
	case ActTrack:
		out = f.track(vpt.TrackKind(which))
	case ActInvolved:
		out = f.involved()
	case ActNote:
		out = []FormField{f.area(f.field("text"), ""), f.radio(f.field("visible"), string(vpt.VisibleHandlers), labels(t, vpt.VisibleHandlers, vpt.VisibleReporter))}
	case ActFeedback:
		out = []FormField{f.area(f.field("text"), ""), f.tick(f.optional("waived"), false)}
	case ActClose:
		out = f.close()
	case ActReopen:
		out = []FormField{f.area(f.field("why"), "")}
	case ActMerge:
		out = f.merge()
	case ActReassign:
		out = f.reassign()
	case ActEvidence:
		out = []FormField{{File: &newUploadForm(t, "", errs).File}}
	case ActDropFile:
		out = []FormField{f.area(f.field("why"), "")}
	}
	return []FormSection{{Fields: out}}
}

func (f caseFields) assess() []FormSection {
	c := f.v.Case
	verdict, class := string(c.Verdict), strconv.Itoa(c.Incident.Class)
	if c.Verdict == vpt.VerdictNone {
		verdict = ""
	}
	tiles := NewKindTiles(f.field("kinds"), f.chosenKinds(), kindTiles(f.v.Lists[vpt.KindList], f.t.Lang()))
	var classes []Option
	for n := 1; n <= 4; n++ {
		classes = append(classes, Option{Value: strconv.Itoa(n), Label: f.t.Text("zaak.klasse-" + strconv.Itoa(n)), Hint: f.t.Text("zaak.klasse-" + strconv.Itoa(n) + "-hint")})
	}
	return []FormSection{
		{Title: f.t.Text("zaak.beoordelen.kop-oordeel"), Fields: []FormField{
			f.radio(f.field("verdict"), verdict, labels(f.t, vpt.VerdictAggression, vpt.VerdictNoAggression, vpt.VerdictDuplicate, vpt.VerdictWithdrawn)),
			f.area(f.field("why"), c.VerdictWhy.Reveal()),
		}},
		{Title: f.t.Text("zaak.beoordelen.kop-wat"), Lead: f.t.Text("zaak.beoordelen.lead-wat"), Fields: []FormField{
			{Tiles: &tiles}, f.radio(f.field("class"), class, classes), f.tick(f.optional("factsComplete"), c.Incident.FactsComplete),
		}},
		{Title: f.t.Text("zaak.beoordelen.kop-veilig"), Fields: []FormField{f.privateRisk()}},
		f.react(),
	}
}

// privateRisk asks whether somebody is in danger at home, and says who is told.
func (f caseFields) privateRisk() FormField {
	c, field := f.v.Case, f.field("privateRisk")
	if f.v.Circle != "" {
		field.Hint = f.t.Fill("zaak.beoordelen.privateRisk-kring", "naam", f.v.Circle)
	}
	risk := "" // not answered for her: "no" is an answer too
	switch {
	case c.PrivateRisk:
		risk = "ja"
	case !c.Incident.AssessedAt.IsZero():
		risk = "nee"
	}
	return f.radio(field, risk, []Option{{Value: "nee", Label: f.t.Text("zaak.nee")}, {Value: "ja", Label: f.t.Text("zaak.ja")}})
}

// react takes the reaction to a light incident in one go with its assessment,
// when none was given yet. The style sheet shows it once "licht" is chosen.
func (f caseFields) react() FormSection {
	if !f.v.Case.Clock(vpt.ClockReaction).Running() || f.v.Case.Track(vpt.TrackInstigator).State.Final() {
		return FormSection{}
	}
	options := []Option{{Value: "", Label: f.t.Text("zaak.beoordelen.react-later")}}
	for _, kind := range vpt.LightReactions() {
		if kind == vpt.NoReaction {
			options = append(options, Option{Value: kind, Label: f.t.Text("zaak.geen-reactie")})
		} else if list := f.v.Lists[vpt.MeasureList]; list.Choosable(kind) {
			options = append(options, Option{Value: kind, Label: list.Label(kind, f.t.Lang())})
		}
	}
	return FormSection{
		Title: f.t.Text("zaak.beoordelen.kop-react"), Lead: f.t.Text("zaak.beoordelen.lead-react"),
		Fields: []FormField{f.radio(f.field("react"), "", options), f.area(f.field("reactWhy"), "")},
	}
}

// chosenKinds gives the kinds as typed, else as assessed, else as reported.
func (f caseFields) chosenKinds() []string {
	if f.typed != nil {
		return f.typed["kinds"]
	}
	refs := f.v.Case.Incident.Kinds
	if len(refs) == 0 {
		for _, r := range f.v.Reports {
			refs = append(refs, r.Kinds...)
		}
	}
	var out []string
	for _, ref := range refs {
		out = append(out, ref.Code)
	}
	return out
}

// FieldSeen carries what the form showed of what it writes over.
const FieldSeen = "gezien"

// CaseSeen gives what the form of an act writes over.
func CaseSeen(act CaseAct, v vpt.CaseView, which string) string {
	switch act {
	case ActAssess:
		return v.Case.Incident.Seen()
	case ActTrack:
		return string(v.Case.Track(vpt.TrackKind(which)).State)
	}
	return ""
}

// close asks for the message to the reporter and, for what is light, what is not
// needed any more.
func (f caseFields) close() []FormField {
	out := []FormField{f.area(f.field("message"), "")}
	if len(f.v.LightEnds) == 0 {
		return out
	}
	ends := make([]Option, len(f.v.LightEnds))
	for i, kind := range f.v.LightEnds {
		ends[i] = Option{Value: string(kind), Label: TrackEnd(f.t, kind)}
	}
	return append(out, f.many(f.field("notNeeded"), nil, ends))
}

// TrackEnd says why nothing more is needed on a track: the words that one ticks
// are the reason on record.
func TrackEnd(t *nl.Texts, kind vpt.TrackKind) string {
	return t.Text("zaak.sluiten.niet-nodig-" + string(kind))
}

// CaseNotes says what one must know before filling in the form of an act.
func CaseNotes(t *nl.Texts, act CaseAct, v vpt.CaseView, which string) []Alert {
	w := newWriter(t, v)
	switch act {
	case ActAssess:
		return w.accountNotes()
	case ActPolice:
		return append(w.groundNotes(), w.dossierNote())
	case ActClose:
		if len(v.Blocks) > 0 {
			note := Alert{Tone: ToneWarning, Title: t.Text("zaak.sluiten.kan-nog-niet")}
			for _, block := range v.Blocks {
				note.Lines = append(note.Lines, Link{Label: t.Error(block), Href: w.blockURL(block)})
			}
			return []Alert{note}
		}
	case ActMeasure:
		out := append(draftNotes(t, v), proposalNotes(t, v.Proposal, v.Lists)...)
		switch {
		case !v.GatesOpen:
			return append(out, Alert{Tone: ToneInfo, Title: t.Text("zaak.maatregelen.dicht")})
		case len(v.Instigators) == 0:
			return append(out, Alert{Tone: ToneInfo, Title: t.Text("zaak.maatregelen.geen-veroorzaker"),
				Action: &Link{Label: t.Text("zaak.doe-veroorzaker"), Href: w.to(ActInstigator)}})
		}
		return out
	case ActTalk, ActTalkDone:
		for _, talk := range v.Talks {
			if string(talk.ID) == which {
				note := Alert{Tone: ToneInfo, Title: talkTitle(t, talk)}
				if talk.NotBefore != "" {
					note.Text = []string{t.Text("zaak.niet-voor") + ": " + nl.Day(string(talk.NotBefore), t.Lang())}
				}
				if act == ActTalk {
					note.Text = append(note.Text, capital(w.until(talk.DueAt)))
				}
				note.Action = &Link{Label: t.Text("zaak.leg-vast"), Href: w.to(ActTalk, which, string(ActTalkDone))}
				if act == ActTalkDone {
					note.Action = &Link{Label: t.Text("zaak.verplaats-gesprek"), Href: w.to(ActTalk, which)}
				}
				return []Alert{note}
			}
		}
	case ActDropFile:
		for _, e := range v.Evidence {
			if string(e.ID) == which {
				return []Alert{{Tone: ToneWarning, Title: e.Name.Reveal(), Text: []string{t.Text("zaak.verwijderen.let-op")}}}
			}
		}
	case ActTrack:
		return []Alert{{Tone: ToneInfo, Title: t.Label(vpt.TrackKind(which))}}
	}
	return nil
}
