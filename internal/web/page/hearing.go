package page

import (
	"net/url"
	"slices"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// HearingSections gives the fields of inviting the instigator for a talk.
func HearingSections(t *nl.Texts, v vpt.CaseView, typed url.Values, errs FieldErrors) []FormSection {
	f := hearingFields(t, v, typed, errs)
	at := NewTimeField(f.optional("time"), f.value("time", ""))
	return []FormSection{{Fields: []FormField{
		f.radio(f.field("kind"), string(vpt.HearingTalk), labels(t, vpt.HearingTalk, vpt.HearingOrder, vpt.HearingWritten)), f.whom(""),
		f.day(f.field("invitedOn"), f.today), f.day(f.field("on"), ""), {Time: &at}, f.line(f.optional("place"), ""),
	}}}
}

// HeardSections gives the fields of what became of a talk.
func HeardSections(t *nl.Texts, v vpt.CaseView, id vpt.HearingID, typed url.Values, errs FieldErrors) []FormSection {
	f := hearingFields(t, v, typed, errs)
	var h vpt.Hearing
	if i := slices.IndexFunc(v.Hearings, func(h vpt.Hearing) bool { return h.ID == id }); i >= 0 {
		h = v.Hearings[i]
	}
	kind := string(h.Kind)
	if kind == "" {
		kind = string(vpt.HearingTalk)
	}
	invited := shortDay(h.InvitedOn, t.Lang())
	state := ""
	if h.State != vpt.HearingInvited {
		state = string(h.State)
	}
	return []FormSection{
		{Fields: []FormField{
			f.radio(f.field("kind"), kind, labels(t, vpt.HearingTalk, vpt.HearingOrder, vpt.HearingWritten)), f.whom(string(h.Instigator)),
			f.radio(f.field("state"), state, labels(t, vpt.HearingHeld, vpt.HearingAbsent, vpt.HearingWaived)),
			f.day(f.field("heldOn"), f.today), f.day(f.optional("invitedOn"), invited),
		}},
		{Title: t.Text("horen.kop-verhaal"), Lead: t.Text("horen.lead-verhaal"), Fields: []FormField{
			f.area(f.optional("account"), h.Account.Reveal()), f.area(f.optional("present"), h.Present.Reveal()), f.area(f.optional("agreements"), h.Agreements.Reveal()),
		}},
	}
}

func hearingFields(t *nl.Texts, v vpt.CaseView, typed url.Values, errs FieldErrors) caseFields {
	return caseFields{fields: fields{t: t, prefix: "horen.", errs: errs}, v: v, typed: typed, today: t.Text("zaak.vandaag")}
}

// whom asks with which instigator the talk is; the only one is chosen.
func (f caseFields) whom(chosen string) FormField {
	var people []Option
	for _, i := range f.v.Instigators {
		people = append(people, Option{Value: string(i.ID), Label: instigatorName(f.t, f.v.Lists, i)})
	}
	if chosen == "" && len(people) == 1 {
		chosen = people[0].Value
	}
	return selectOf(f.optional("instigator"), f.value("instigator", chosen), f.t.Text("zaak.kies"), people)
}

// LinkSections gives the field for an earlier case of the same person.
func LinkSections(t *nl.Texts, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "eerder.", errs: errs}, typed: typed}
	number := f.line(f.field("earlier"), "")
	number.Text.Short = true
	return []FormSection{{Fields: []FormField{number}}}
}

// RemedySections gives the fields of a complaint, objection or court case.
func RemedySections(t *nl.Texts, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "klacht.", errs: errs}, typed: typed, today: t.Text("zaak.vandaag")}
	return []FormSection{{Fields: []FormField{
		f.radio(f.field("kind"), "", labels(t, vpt.RemedyComplaint, vpt.RemedyObjection, vpt.RemedyCourt)),
		f.day(f.field("receivedOn"), f.today), f.area(f.field("summary"), ""),
	}}}
}

// AnswerSections gives the fields of the answer to one.
func AnswerSections(t *nl.Texts, r vpt.Remedy, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "klacht.", errs: errs}, typed: typed, today: t.Text("zaak.vandaag")}
	answer := FormSection{Fields: []FormField{
		f.radio(f.field("outcome"), "", labels(t, vpt.RemedyUpheld, vpt.RemedyPartly, vpt.RemedyDismissed, vpt.RemedyWithdrawn)),
		f.day(f.field("outcomeOn"), f.today), f.area(f.optional("why"), ""),
		f.radio(f.field("effect"), "", labels(t, vpt.EffectNone, vpt.EffectShorter, vpt.EffectLifted)), f.day(f.optional("endsOn"), ""),
	}}
	if r.DueOn != "" && !r.Extended {
		answer.Fields = append(answer.Fields, f.tick(f.optional("extend"), false))
	}
	return []FormSection{answer}
}
