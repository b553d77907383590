package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// The forms of what is recorded on a case: instigator, measure, police, care.

func (f caseFields) instigator(which string) []FormSection {
	var i vpt.Instigator
	for _, one := range f.v.Instigators {
		if string(one.ID) == which {
			i = one
		}
	}
	kind := string(i.Kind)
	if kind == "" {
		kind = string(vpt.InstigatorUnknown)
	}
	relation := selectOf(f.field("relation"), f.value("relation", i.Relation.Code), f.t.Text("zaak.kies"), codeOptions(f.v.Lists[vpt.RelationList], f.t.Lang()))
	out := []FormSection{{Fields: []FormField{
		f.radio(f.field("kind"), kind, labels(f.t, vpt.InstigatorKnown, vpt.InstigatorUnknown, vpt.InstigatorGroup)), relation,
		f.area(f.optional("description"), i.Description.Reveal()),
	}}}
	if !f.v.GatesOpen {
		return out
	}
	told := ""
	if i.NotifiedOn != "" {
		told = nl.Day(string(i.NotifiedOn), f.t.Lang())
	}
	return append(out,
		FormSection{Title: f.t.Text("zaak.veroorzaker.kop-wie"), Lead: f.t.Text("zaak.veroorzaker.lead-wie"), Fields: []FormField{
			f.line(f.optional("name"), i.Name.Reveal()), f.line(f.optional("bornOn"), i.BornOn.Reveal()),
			f.line(f.optional("address"), i.Address.Reveal()), f.line(f.optional("reference"), i.Reference.Reveal()),
		}},
		FormSection{Title: f.t.Text("zaak.veroorzaker.kop-verteld"), Lead: f.t.Text("zaak.veroorzaker.lead-verteld"), Fields: []FormField{
			f.day(f.optional("notifiedOn"), told), f.area(f.optional("postponed"), i.Postponed.Reveal()),
		}},
	)
}

// codeOptions gives what may be chosen from a code list.
func codeOptions(set vpt.CodeSet, lang string) []Option {
	var out []Option
	for _, c := range set.Codes {
		if c.Choosable && !c.Retired {
			out = append(out, Option{Value: c.Code, Label: c.Label(lang)})
		}
	}
	return out
}

func (f caseFields) measure() []FormField {
	var options []Option
	for _, o := range codeOptions(f.v.Lists[vpt.MeasureList], f.t.Lang()) {
		if o.Value != vpt.NoMeasure { // of old registers; here one says that no reaction follows, which stops the clock
			options = append(options, o)
		}
	}
	options = append(options, Option{Value: vpt.NoReaction, Label: f.t.Text("zaak.geen-reactie")})
	return []FormField{
		selectOf(f.field("kind"), f.value("kind", ""), f.t.Text("zaak.kies"), options),
		f.area(f.field("reason"), ""), f.day(f.field("decideOn"), f.today), f.day(f.optional("startsOn"), ""), f.day(f.optional("endsOn"), ""),
	}
}

func (f caseFields) police() []FormSection {
	quick := []FormField{
		f.radio(f.field("kind"), "", labels(f.t, vpt.PoliceNotice, vpt.PoliceComplaint, vpt.PoliceNone)),
		f.day(f.optional("doneOn"), f.today), f.line(f.optional("reference"), ""), f.area(f.optional("note"), ""),
	}
	more := f.policeDetails(vpt.PoliceDetails{})
	more = append(more, f.choice(f.optional("notFiled"), "", labels(f.t, vpt.NotFileds()...)))
	return []FormSection{{Fields: quick}, {Title: f.t.Text("zaak.politie.meer"), Fields: more, Fold: true, Open: f.typedIn(more)}}
}

func nameAndFunction(p vpt.PersonName) string {
	if p.Function.IsZero() {
		return p.Name.Reveal()
	}
	return p.Name.Reveal() + ", " + p.Function.Reveal()
}

func (f caseFields) talkDone() []FormField {
	return []FormField{f.radio(f.field("state"), string(vpt.TalkHeld), labels(f.t, vpt.TalkHeld, vpt.TalkDeclined)), f.day(f.field("on"), f.today)}
}

func (f caseFields) track(kind vpt.TrackKind) []FormField {
	now := f.v.Case.Track(kind)
	states := []vpt.TrackState{vpt.TrackOpen, vpt.TrackBusy, vpt.TrackDone, vpt.TrackNotApplicable}
	chosen := string(now.State)
	if kind == vpt.TrackCare { // the other states follow from the talks
		states, chosen = states[3:], string(vpt.TrackNotApplicable)
	}
	return []FormField{f.radio(f.field("state"), chosen, labels(f.t, states...)), f.area(f.optional("why"), now.Why.Reveal())}
}

func (f caseFields) involved() []FormField {
	return []FormField{
		f.radio(f.field("role"), string(vpt.RoleWitness), labels(f.t, vpt.InvolvedRoles()...)),
		f.line(f.optional("lookup"), ""), f.line(f.optional("name"), ""),
	}
}

// occurred says by what one recognises a case: "17 november 2026, 14:30 · Balie".
func (f caseFields) occurred(c vpt.SimilarCase) string {
	text := nl.Day(string(c.OccurredOn), f.t.Lang())
	if c.OccurredTime != "" {
		text += ", " + c.OccurredTime
	}
	if c.Channel.Code != "" {
		text += " · " + f.v.Lists[vpt.ChannelList].Label(c.Channel.Code, f.t.Lang())
	}
	return text
}

func (f caseFields) merge() []FormField {
	from := f.line(f.field("from"), "")
	from.Text.Short = true
	out := []FormField{from}
	if len(f.v.Similar) > 0 {
		options := make([]Option, len(f.v.Similar))
		for i, c := range f.v.Similar {
			options[i] = Option{Value: c.Number, Label: c.Number, Hint: f.occurred(c)}
		}
		out = []FormField{f.radio(f.optional("similar"), "", options), from}
		out[1].Text.Optional = true
	}
	if f.v.MayChooseOwner {
		out = append(out, f.tick(f.optional("ownerFrom"), false))
	}
	return out
}

func (f caseFields) reassign() []FormField {
	var people []Option
	for _, h := range f.v.Handlers {
		people = append(people, Option{Value: string(h.ID), Label: nameAndFunction(h)})
	}
	units := make([]vpt.Unit, len(f.v.Units))
	for i, u := range f.v.Units {
		if u.Circle {
			u.Name = f.t.Fill("zaak.overdragen.kring", "naam", u.Name)
		}
		units[i] = u
	}
	return []FormField{
		selectOf(f.optional("owner"), f.value("owner", ""), f.t.Text("zaak.overdragen.owner-zelfde"), people),
		selectOf(f.optional("unit"), f.value("unit", ""), f.t.Text("zaak.overdragen.unit-zelfde"), UnitOptions(units, "")),
	}
}
