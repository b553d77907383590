package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// What a case page says about what happened and to whom.

func (w writer) facts() DefinitionList {
	i := w.v.Case.Incident
	when := nl.Day(string(i.OccurredOn), w.lang)
	if i.OccurredTime != "" {
		when += ", " + i.OccurredTime
	}
	var where []string
	for _, part := range []string{w.v.Lists[vpt.ChannelList].Label(i.Channel.Code, w.lang), w.v.SiteName, i.Place.Reveal()} {
		if part != "" {
			where = append(where, part)
		}
	}
	kinds := i.Kinds
	term := w.t.Text("zaak.soorten-beoordeeld")
	if len(kinds) == 0 {
		term = w.t.Text("zaak.soorten-gemeld")
		seen := map[vpt.CodeRef]bool{}
		for _, r := range w.v.Reports {
			for _, k := range r.Kinds {
				if !seen[k] {
					seen[k] = true
					kinds = append(kinds, k)
				}
			}
		}
	}
	items := []Definition{
		{Term: term, Text: kindNames(w.v.Lists[vpt.KindList], kinds, w.lang)},
		{Term: w.t.Text("zaak.wanneer"), Text: when}, {Term: w.t.Text("zaak.waar"), Lines: where},
	}
	if w.v.UnitName != "" {
		items = append(items, Definition{Term: w.t.Text("melding.onderdeel"), Text: w.v.UnitName})
	}
	if i.Class > 0 {
		items = append(items, Definition{Term: w.t.Text("zaak.ernst"), Text: w.t.Text("zaak.klasse-" + string(rune('0'+i.Class)))})
	}
	return DefinitionList{Items: append(items, seriesItem(w.t, w.v.Occurrences, w.path+"/reeks", w.v.MayTalk)...)}
}

func (w writer) accounts() []CaseAccount {
	var out []CaseAccount
	for _, r := range w.v.Reports {
		name := w.v.Reporters[r.Reporter].Name.Reveal()
		if name == "" {
			name = w.t.Text("zaak.onbekende-melder")
		}
		a := CaseAccount{
			Title: w.t.Fill("zaak.melding-van", "naam", name, "nummer", r.DisplayNumber()), Lines: paragraphs(r.Account.Reveal()),
			Facts: w.t.Fill("zaak.gemeld-op", "dag", nl.Day(string(r.ReportedOn), w.lang)),
		}
		if !r.ReportedAt.IsZero() {
			a.Facts = w.t.Fill("zaak.gemeld-op", "dag", w.moment(r.ReportedAt))
		}
		a.Facts += " · " + w.t.Text("zaak.hulp-kort-"+string(r.Help))
		if !r.Instigator.IsZero() {
			a.Lines = append(a.Lines, w.t.Fill("zaak.over-de-ander", "tekst", r.Instigator.Reveal()))
		}
		out = append(out, a)
	}
	return out
}

// accountNotes repeats what was reported, for who has to judge it.
func (w writer) accountNotes() []Alert {
	var out []Alert
	for _, a := range w.accounts() {
		out = append(out, Alert{Tone: ToneInfo, Title: a.Title, Text: a.Lines})
	}
	return out
}

// files lists the evidence. Handlers read why a file was taken away.
func (w writer) files() []EvidenceLine {
	var out []EvidenceLine
	for _, e := range w.v.Evidence {
		line := NewEvidenceLine(w.t, e, w.path, w.moment(e.At))
		switch {
		case e.Removed:
			line.Why = w.t.Fill("bewijs.waarom", "tekst", e.RemovedWhy.Reveal())
		case w.v.MayDropFile:
			line.Remove = &Link{Label: w.t.Fill("bewijs.verwijder", "naam", line.Name), Href: line.Href + "/" + string(ActDropFile)}
		}
		out = append(out, line)
	}
	return out
}

func (w writer) added() []AddedDetail {
	return added(w.t, vpt.ReporterView{Details: w.v.Details, Lists: w.v.Lists}, w.moment)
}

func (w writer) people() DefinitionList {
	var list DefinitionList
	for _, role := range []vpt.InvolvedRole{vpt.RoleAffected, vpt.RoleWitness, vpt.RoleHelper} {
		var names []string
		for _, i := range w.v.Involved {
			if i.Role == role && !i.Name.IsZero() {
				names = append(names, i.Name.Reveal())
			}
		}
		if len(names) > 0 {
			list.Items = append(list.Items, Definition{Term: w.t.Label(role), Lines: names})
		}
	}
	return list
}

func (w writer) instigators() DefinitionList {
	var list DefinitionList
	for _, i := range w.v.Instigators {
		lines := []string{w.v.Lists[vpt.RelationList].Label(i.Relation.Code, w.lang)}
		for _, text := range []vpt.Private{i.Name, i.BornOn, i.Address, i.Reference, i.Description} {
			lines = append(lines, paragraphs(text.Reveal())...)
		}
		if i.NotifiedOn != "" {
			lines = append(lines, w.t.Fill("zaak.veroorzaker-weet-het", "dag", nl.Day(string(i.NotifiedOn), w.lang)))
		} else if !i.Postponed.IsZero() {
			lines = append(lines, w.t.Fill("zaak.veroorzaker-weet-het-niet", "tekst", i.Postponed.Reveal()))
		}
		lines = append(lines, w.t.Fill("zaak.bewaren-tot", "dag", nl.Day(string(i.RetainUntil), w.lang)))
		list.Items = append(list.Items, Definition{Term: w.t.Label(i.Kind), Lines: lines})
	}
	return list
}

// done lists measures and steps to the police.
func (w writer) done() DefinitionList {
	var list DefinitionList
	unknown := func(day vpt.Date) string {
		if day == "" {
			return w.t.Text("zaak.datum-onbekend")
		}
		return nl.Day(string(day), w.lang)
	}
	for _, m := range w.v.Measures {
		lines := []string{w.t.Fill("zaak.besloten-op", "dag", unknown(m.DecidedOn))}
		if m.EndsOn != "" {
			lines = append(lines, w.t.Fill("zaak.geldt-tot", "dag", nl.Day(string(m.EndsOn), w.lang)))
		}
		if !m.Decided() {
			lines = []string{w.t.Label(m.State)}
		} else if m.State == vpt.MeasureLifted {
			lines = append(lines, w.t.Label(m.State)+", "+nl.Day(string(m.LiftedOn), w.lang))
		}
		term := w.v.Lists[vpt.MeasureList].Label(m.Kind.Code, w.lang)
		list.Items = append(list.Items, Definition{Term: term, TermHref: MeasurePath(w.v.Case.Number, m.ID), Lines: append(lines, paragraphs(m.Reason.Reveal())...)})
	}
	for _, p := range w.v.Police {
		list.Items = append(list.Items, w.policeDone(p))
	}
	return list
}
