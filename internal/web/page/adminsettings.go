package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// helpRows is how many help numbers the form has room for.
const helpRows = 5

// themeName names a look. One that was added to the program without a name
// goes by the name of its file.
func themeName(t *nl.Texts, theme string) string {
	if name := t.Text("beheer.huisstijl." + theme); name != "" {
		return name
	}
	return theme
}

// OrganisationSections are the fields of the page about the organisation.
// themes are the looks that the program has.
func OrganisationSections(t *nl.Texts, in vpt.SaveOrganisation, themes []string, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.organisatie.", errs}
	var looks []Option
	for _, theme := range themes {
		looks = append(looks, Option{Value: theme, Label: themeName(t, theme)})
	}
	general := FormSection{Title: t.Text("beheer.organisatie.algemeen"), Fields: []FormField{
		textOf(f.field("name"), in.Name, 120),
		selectOf(f.field("theme"), in.Theme, t.Text("beheer.organisatie.theme-geen"), looks),
		checkOf(f.field("secondFactor"), "ja", t.Text("beheer.organisatie.secondFactor-ja"), in.SecondFactor),
	}}
	help := FormSection{Title: t.Text("beheer.organisatie.hulp"), Lead: t.Text("beheer.organisatie.hulp-lead"), Fields: []FormField{
		textOf(f.optional("emergency"), in.Emergency, 60),
	}}
	for i := range max(helpRows, len(in.HelpNumbers)) {
		var n vpt.HelpNumber
		if i < len(in.HelpNumbers) {
			n = in.HelpNumbers[i]
		}
		help.Fields = append(help.Fields, textOf(f.numbered("helpNumbers", i, "label"), n.Label, 80),
			textOf(f.numbered("helpNumbers", i, "phone"), n.Phone, 40), textOf(f.numbered("helpNumbers", i, "hours"), n.Hours, 60))
	}
	gates := FormSection{Title: t.Text("beheer.organisatie.vastleggen"), Lead: t.Text("beheer.organisatie.vastleggen-lead"), Fields: []FormField{
		dateOf(f.optional("instigator.assessed"), shownDay(t, in.Instigator.Assessed)),
		dateOf(f.optional("instigator.consented"), shownDay(t, in.Instigator.Consented)),
		dateOf(f.optional("instigator.protocol"), shownDay(t, in.Instigator.Protocol)),
	}}
	return []FormSection{general, help, gates, learningSection(t, f, in.Learning)}
}

// shownDay writes a day as people write it; what is no day stays as typed.
func shownDay(t *nl.Texts, day vpt.Date) string {
	if !day.Valid() {
		return string(day)
	}
	return nl.Day(string(day), t.Lang())
}

// ClockSections are the fields of the page about terms. typed holds what was
// typed into the numbers, by field. The terms of talks are elsewhere for an
// organisation with a care plan of its own.
func ClockSections(t *nl.Texts, typed map[string]string, in vpt.ClockSettings, ownCare bool, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.termijnen.", errs}
	number := func(name string, n int) FormField {
		value, ok := typed[name]
		if !ok {
			value = strconv.Itoa(n)
		}
		return numberOf(f.field(name), value)
	}
	care := FormSection{Title: t.Text("beheer.termijnen.opvang")}
	if ownCare {
		care.Lead = t.Text("beheer.termijnen.eigen")
	} else {
		care.Fields = []FormField{
			number("careHours", in.CareHours), number("secondTalkDays", in.SecondTalkDays),
			number("thirdTalkFrom", in.ThirdTalkFrom), number("thirdTalkDays", in.ThirdTalkDays),
		}
	}
	care.Fields = append(care.Fields, checkOf(f.field("careTodayIfLate"), "ja", t.Text("beheer.termijnen.careTodayIfLate-ja"), in.CareTodayIfLate))
	return []FormSection{
		{Title: t.Text("beheer.termijnen.zaak"), Fields: []FormField{
			number("reactionHours", in.ReactionHours), number("policeDays", in.PoliceDays), number("feedbackDays", in.FeedbackDays),
		}},
		care,
		{Title: t.Text("beheer.termijnen.vrij"), Fields: []FormField{
			checkOf(f.field("shiftToNextDay"), "ja", t.Text("beheer.termijnen.shiftToNextDay-ja"), in.ShiftToNextDay),
		}},
	}
}

// UnitSections are the fields of a unit. It cannot stand below itself, so it
// and those below it are no choice.
func UnitSections(t *nl.Texts, in vpt.SaveUnit, units []vpt.Unit, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.onderdeel.", errs}
	below := vpt.NewUnitTree(units).Covered(in.ID, func(vpt.UnitID) bool { return false })
	var parents []Option
	for _, option := range UnitOptions(units, in.Parent) {
		if in.ID == "" || !among(vpt.UnitID(option.Value), below) {
			parents = append(parents, option)
		}
	}
	section := FormSection{Fields: []FormField{
		textOf(f.field("name"), in.Name, 120),
		selectOf(f.field("parent"), string(in.Parent), t.Text("beheer.onderdeel.parent-geen"), parents),
	}}
	if in.ID != "" {
		section.Fields = append(section.Fields,
			checkOf(f.field("circle"), "ja", t.Text("beheer.onderdeel.circle-ja"), in.Circle),
			checkOf(f.field("retired"), "ja", t.Text("beheer.onderdeel.retired-ja"), in.Retired))
	}
	return []FormSection{section}
}

func among[T comparable](one T, all []T) bool {
	for _, other := range all {
		if one == other {
			return true
		}
	}
	return false
}

// SiteSections are the fields of a site.
func SiteSections(t *nl.Texts, in vpt.SaveSite, units []vpt.Unit, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.locatie.", errs}
	section := FormSection{Fields: []FormField{
		textOf(f.field("name"), in.Name, 120), textOf(f.optional("address"), in.Address, 200),
		selectOf(f.field("unit"), string(in.Unit), t.Text("beheer.locatie.unit-geen"), UnitOptions(units, in.Unit)),
	}}
	if in.ID != "" {
		section.Fields = append(section.Fields, checkOf(f.field("retired"), "ja", t.Text("beheer.locatie.retired-ja"), in.Retired))
	}
	return []FormSection{section}
}

// TokenSections are the fields of a service that may use the JSON API.
func TokenSections(t *nl.Texts, in vpt.AddToken, units []vpt.Unit, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.koppeling.", errs}
	var scopes []Option
	var chosen []string
	for _, s := range vpt.TokenScopes() {
		scopes = append(scopes, Option{Value: string(s), Label: t.Label(s), Hint: string(s)})
	}
	for _, s := range in.Scopes {
		chosen = append(chosen, string(s))
	}
	group := NewCheckboxGroup(f.field("scope"), chosen, scopes)
	return []FormSection{{Fields: []FormField{
		textOf(f.field("name"), in.Name, 60), {Checks: &group},
		selectOf(f.field("unit"), string(in.Unit), t.Text("beheer.koppeling.unit-geen"), UnitOptions(units, in.Unit)),
	}}}
}
