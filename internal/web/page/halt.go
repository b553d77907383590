package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ActHalt, ActDamage, ActAnalysis, ActImprove and ActAccident are pages of
// their own: the last part of their address.
const (
	ActHalt     CaseAct = "halt"
	ActDamage   CaseAct = "schade"
	ActAnalysis CaseAct = "analyse"
	ActImprove  CaseAct = "verbeteringen"
	ActAccident CaseAct = "ongevallen"
)

// NewHaltPage is the check whether Halt is worth mentioning.
func NewHaltPage(shell Shell, t *nl.Texts, v vpt.CaseView, in SubForm) *CaseSub {
	p := newCaseSub(shell, t, v, "halt.", in)
	var c vpt.HaltCheck
	if len(v.Halt) > 0 {
		c = v.Halt[0]
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Title: t.Text("halt.tekst-" + string(c.Advice))})
	}
	f := in.fields(t, v, "halt.")
	born, _ := vpt.BornOf(v.Instigators, v.Case.Incident.OccurredOn)
	questions := FormSection{Title: t.Text("halt.kop-vragen")}
	if born == "" {
		age := ""
		if c.Age > 0 {
			age = strconv.Itoa(c.Age)
		}
		questions.Fields = append(questions.Fields, numberOf(f.field("age"), f.value("age", age)))
	} else {
		years := vpt.AgeOn(born, v.Case.Incident.OccurredOn)
		questions.Lead = t.Fill("halt.age-bekend", "leeftijd", strconv.Itoa(years))
		switch {
		case years < vpt.HaltFrom:
			p.Notes = []Alert{{Tone: ToneInfo, Title: t.Text("halt.te-jong")}}
			return p
		case years > vpt.HaltUntil:
			p.Notes = []Alert{{Tone: ToneInfo, Title: t.Text("halt.te-oud")}}
			return p
		}
	}
	questions.Fields = append(questions.Fields, f.answer(f.field("hurt"), c.Injury), f.answer(f.field("weapon"), c.Weapon),
		f.answer(f.field("policeKnows"), c.PoliceKnows), f.answer(f.field("wish"), c.Wish), f.answer(f.field("damage"), c.Damage))
	later := FormSection{Title: t.Text("halt.kop-verloop"), Lead: t.Text("halt.lead-verloop"), Fields: []FormField{
		selectOf(f.optional("referredBy"), f.value("referredBy", string(c.ReferredBy)), t.Text("halt.niemand"), labels(t, vpt.ReferredByPolice, vpt.ReferredByProsecutor)),
		f.line(f.optional("article"), c.Article.Reveal()), f.day(f.optional("referredOn"), f.shown(c.ReferredOn)),
		f.choice(f.optional("talkHeld"), string(c.TalkHeld), labels(t, vpt.Answers()...)),
		f.choice(f.optional("satisfied"), string(c.Satisfied), labels(t, vpt.Answers()...)),
	}}
	later.Fold, later.Open = true, c.ID != "" || f.typedIn(later.Fields)
	p.Form = in.form("", t.Text("halt.bewaar"), questions, later)
	return p
}

// haltItem says what was found about Halt, and what came of it.
func (w writer) haltItem(c vpt.HaltCheck) Definition {
	var all items
	all.add(w.t.Text("halt.leeftijd"), strconv.Itoa(c.Age))
	all.add(w.t.Text("halt.wens"), answered(w.t, c.Wish))
	lines := []string{w.t.Text("halt.tekst-" + string(c.Advice))}
	for _, i := range all {
		lines = append(lines, i.Term+": "+lower(i.Text))
	}
	if c.ReferredBy != "" {
		line := w.t.Text("halt.verwezen") + ": " + lower(w.t.Label(c.ReferredBy))
		for _, more := range []string{c.Article.Reveal(), shownDay(w.t, c.ReferredOn)} {
			if more != "" {
				line += ", " + more
			}
		}
		lines = append(lines, line)
	}
	for _, q := range []struct {
		key    string
		answer vpt.Answer
	}{{"halt.talkHeld", c.TalkHeld}, {"halt.satisfied", c.Satisfied}} {
		if q.answer != "" {
			lines = append(lines, w.t.Text(q.key)+" "+w.t.Label(q.answer))
		}
	}
	return Definition{Term: w.t.Text("halt.term"), Lines: lines}
}

// haltMayApply reports whether the check is worth offering: aggression by a
// person whose age is unknown or right.
func (w writer) haltMayApply() bool {
	_, found := vpt.BornOf(w.v.Instigators, w.v.Case.Incident.OccurredOn)
	return w.v.MayFollow && w.v.Case.Verdict == vpt.VerdictAggression && found
}
