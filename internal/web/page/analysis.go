package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewAnalysisPage is what is learnt from a case.
func NewAnalysisPage(shell Shell, t *nl.Texts, v vpt.CaseView, in SubForm) *CaseSub {
	w, f := newWriter(t, v), in.fields(t, v, "analyse.")
	p := newCaseSub(shell, t, v, "analyse.", in)
	if v.MustAnalyse {
		p.Notes = append(p.Notes, Alert{Tone: ToneWarning, Title: t.Text("analyse.moet"), Text: []string{t.Text("analyse.moet-uitleg")}})
	}
	var a vpt.Analysis
	if len(v.Analyses) > 0 {
		a = v.Analyses[0]
	}
	var causes []string
	for _, c := range a.Causes {
		causes = append(causes, c.Code)
	}
	trigger := a.Trigger.Code
	if trigger == "" {
		trigger = toldTrigger(v)
	}
	why := FormSection{Title: t.Text("analyse.kop-waarom"), Fields: []FormField{
		selectOf(f.field("trigger"), f.value("trigger", trigger), t.Text("zaak.kies"), codeOptions(v.Lists[vpt.TriggerList], t.Lang())),
		f.radio(f.field("nature"), a.Nature.Code, codeHints(v.Lists[vpt.NatureList], t.Lang())),
		f.many(f.field("causes"), causes, codeHints(v.Lists[vpt.CauseList], t.Lang())),
	}}
	colleague := FormSection{Title: t.Text("analyse.kop-collega"), Fields: []FormField{
		f.answer(f.field("colleague"), a.Colleague), f.area(f.optional("didWhat"), a.DidWhat.Reveal()),
		f.choice(f.optional("didHelp"), string(a.DidHelp), labels(t, vpt.Answers()...)),
	}}
	other := FormSection{Title: t.Text("analyse.kop-anders"), Fields: []FormField{
		f.area(f.optional("wouldHelp"), a.WouldHelp.Reveal()), f.area(f.optional("lessons"), a.Lessons.Reveal()),
	}}
	p.Form = in.form(versionText(a.Version), t.Text("analyse.bewaar"), why, colleague, other)
	p.Links = append(p.Links, CaseLink{Label: t.Text("zaak.doe-verbetering"), Href: w.to(ActImprove), Icon: "trend"})
	if v.MayAct {
		p.Links = append(p.Links, CaseLink{Label: t.Text("schade.spoor"), Href: w.to(ActTrack, string(vpt.TrackLearning)), Icon: "edit"})
	}
	return p
}

// toldTrigger is the trigger that the reporter told, to start from.
func toldTrigger(v vpt.CaseView) string {
	code := ""
	for _, d := range v.Details {
		if d.Field == vpt.DetailTrigger {
			code = d.Value.Reveal()
		}
	}
	return code
}

// codeHints gives what may be chosen, with what each means.
func codeHints(set vpt.CodeSet, lang string) []Option {
	var out []Option
	for _, c := range set.Codes {
		if !c.Choosable || c.Retired {
			continue
		}
		o := Option{Value: c.Code, Label: c.Label(lang)}
		if lang != "en" {
			o.Hint = c.Definition
		}
		out = append(out, o)
	}
	return out
}

// analysisItems says what was learnt.
func (w writer) analysisItems(a vpt.Analysis) []Definition {
	var all items
	label := func(list vpt.CodeList, c vpt.CodeRef) string { return w.v.Lists[list].Label(c.Code, w.lang) }
	all.add(w.t.Text("analyse.term-aanleiding"), label(vpt.TriggerList, a.Trigger))
	all.add(w.t.Text("analyse.term-aard"), label(vpt.NatureList, a.Nature))
	var causes []string
	for _, c := range a.Causes {
		causes = append(causes, label(vpt.CauseList, c))
	}
	all.lines(w.t.Text("analyse.term-oorzaken"), causes)
	colleague := answered(w.t, a.Colleague)
	if a.DidHelp != "" {
		colleague += ". " + w.t.Text("analyse.term-hielp") + ": " + lower(w.t.Label(a.DidHelp))
	}
	all.lines(w.t.Text("analyse.term-collega"), append([]string{colleague}, paragraphs(a.DidWhat.Reveal())...))
	all.lines(w.t.Text("analyse.term-had-geholpen"), paragraphs(a.WouldHelp.Reveal()))
	all.lines(w.t.Text("analyse.term-lessen"), paragraphs(a.Lessons.Reveal()))
	return all
}

// learning is what stands on the page of the case about Halt, damage, accidents
// and what is learnt.
func (w writer) learning() DefinitionList {
	var list DefinitionList
	for _, c := range w.v.Halt {
		item := w.haltItem(c)
		if w.v.MayFollow {
			item.TermHref = w.to(ActHalt)
		}
		list.Items = append(list.Items, item)
	}
	for _, d := range w.v.Damage {
		list.Items = append(list.Items, w.damageItem(d))
	}
	for _, a := range w.v.Accidents {
		list.Items = append(list.Items, w.accidentItem(a))
	}
	for _, a := range w.v.Analyses {
		list.Items = append(list.Items, w.analysisItems(a)...)
	}
	if len(w.v.Improvements) > 0 {
		var lines []string
		for _, i := range w.v.Improvements {
			lines = append(lines, w.improvementLine(i))
		}
		list.Items = append(list.Items, Definition{Term: w.t.Text("analyse.term-acties"), Lines: lines})
	}
	return list
}

// chainNotes are what cannot wait, or ends for good on its day.
func (w writer) chainNotes() []Alert {
	var out []Alert
	for _, a := range w.v.Accidents {
		if a.Owed() {
			out = append(out, Alert{Tone: ToneWarning, Title: w.t.Text("ongeval.melden"), Text: []string{w.t.Text("ongeval.melden-uitleg")}})
			break
		}
	}
	if w.v.ComplaintBy != "" && w.v.Case.Open() {
		out = append(out, Alert{Tone: ToneInfo, Title: w.t.Fill("zaak.politie.klacht", "dag", nl.Day(string(w.v.ComplaintBy), w.lang))})
	}
	for _, note := range w.hearingNote() {
		if w.v.MayFollow {
			note.Action = &Link{Label: w.t.Text("zaak.doe-schade"), Href: w.to(ActDamage)}
		}
		out = append(out, note)
	}
	return out
}
