package page

import (
	"slices"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// CareSections are the steps of the care plan of an organisation, with one empty
// row to add one. typed holds what was typed into the numbers, by field.
func CareSections(t *nl.Texts, steps []vpt.CareStep, own bool, typed map[string]string, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.opvang.", errs}
	rows := steps
	if len(rows) < vpt.MaxCareSteps {
		rows = append(slices.Clone(steps), vpt.CareStep{})
	}
	var out []FormSection
	for i, s := range rows {
		title := t.Fill("beheer.opvang.stap", "nummer", strconv.Itoa(i+1))
		section := FormSection{Title: title, Fields: careFields(t, f, i, s, typed)}
		if i >= len(steps) {
			section.Title, section.Fold = t.Text("beheer.opvang.nieuwe-stap"), true
			section.Open = wrongUnder("care."+strconv.Itoa(i)+".", errs)
		} else if i > 0 {
			section.Lead = t.Text("beheer.opvang.stap-leeg")
		}
		out = append(out, section)
	}
	if own {
		out = append(out, FormSection{Fields: []FormField{checkOf(f.field("terug"), "ja", t.Text("beheer.opvang.terug-ja"), false)}})
	}
	return out
}

func careFields(t *nl.Texts, f fields, i int, s vpt.CareStep, typed map[string]string) []FormField {
	named := func(name string) Field {
		field := f.numbered("care", i, name)
		field.Optional = name == "name" || name == "from"
		return field
	}
	number := func(name string, n int) FormField {
		field := named(name)
		value, ok := typed[field.Name]
		if !ok && n > 0 {
			value = strconv.Itoa(n)
		}
		return numberOf(field, value)
	}
	kind, after, unit := s.Kind, s.After, s.Unit
	if kind == "" {
		kind, after, unit = vpt.StepTalk, vpt.AfterFirstTalk, vpt.InDays
	}
	var chosen []string
	for _, role := range s.For {
		chosen = append(chosen, string(role))
	}
	who := NewCheckboxGroup(named("for"), chosen, labels(t, vpt.CaredFor()...))
	units := radioOf(named("unit"), string(unit), labels(t, vpt.TermUnits()...))
	units.Radio.Inline = true
	return []FormField{
		textOf(named("name"), s.Name, 60), radioOf(named("kind"), string(kind), labels(t, vpt.StepKinds()...)),
		radioOf(named("after"), string(after), labels(t, vpt.StepAnchors()...)), number("from", s.From), number("until", s.Until), units, {Checks: &who},
	}
}

// RaiseSections are the fields of when something late is raised.
func RaiseSections(t *nl.Texts, typed map[string]string, in vpt.RaiseSettings, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.herinneringen.", errs}
	number := func(name string, n int) FormField {
		value, ok := typed[name]
		if !ok {
			value = strconv.Itoa(n)
		}
		return numberOf(f.field(name), value)
	}
	return []FormSection{{Fields: []FormField{number("coordinatorDays", in.CoordinatorDays), number("directorDays", in.DirectorDays)}}}
}
