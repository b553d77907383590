package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminPerson is one account: who it is, which roles it has, and whether it
// can sign in.
type AdminPerson struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Key     Idempotency
	Self    bool
	Facts   DefinitionList
	Change  *Button
	Roles   CardList
	Give    *FormSection // the form that gives a role; nil for who may not
	GiveTo  string       // its address
	Acts    []AdminAct
}

// AdminAct is one button with what it does.
type AdminAct struct {
	Post   string // empty when the button leads to a page
	Text   string
	Button Button
}

// FillAdminPerson puts an account on its page. typed is what was typed into
// the form that gives a role.
func FillAdminPerson(t *nl.Texts, d vpt.PersonDetail, typed vpt.AssignRole, errs FieldErrors) AdminPerson {
	at := "/beheer/personen/" + string(d.ID)
	p := AdminPerson{
		Heading: PageHeading{Title: d.Name.Reveal(), Badge: personBadge(t, d.State)}, Errors: errs, Self: d.Self, GiveTo: at + "/rollen",
		Facts: DefinitionList{Items: personFacts(t, d)},
		Roles: CardList{Empty: EmptyState{Title: t.Text("beheer.persoon.geen-rollen"), Text: t.Text("beheer.persoon.geen-rollen-tekst"), Icon: "user"}},
	}
	if d.MayChange {
		change := LinkButton(ButtonSecondary, t.Text("beheer.persoon.wijzig"), at+"/wijzigen")
		p.Change = &change
	}
	for _, r := range d.Roles {
		p.Roles.Cards = append(p.Roles.Cards, roleCard(t, d, r))
	}
	if d.MayRoles {
		p.Give = roleSection(t, d, typed, errs)
	}
	if d.MayHandOver {
		over := LinkButton(ButtonSecondary, t.Text("beheer.persoon.overdragen"), at+"/overdragen")
		p.Acts = append(p.Acts, AdminAct{Text: t.Text("beheer.persoon.overdragen-tekst"), Button: over})
	}
	if d.MayInvite {
		p.Acts = append(p.Acts, act(t, at+"/uitnodiging", "uitnodigen"))
	}
	if d.MayBlock && d.State == vpt.PersonBlocked {
		p.Acts = append(p.Acts, act(t, at+"/deblokkering", "deblokkeren"))
	} else if d.MayBlock {
		p.Acts = append(p.Acts, act(t, at+"/blokkering", "blokkeren"))
	}
	return p
}

func act(t *nl.Texts, post, name string) AdminAct {
	return AdminAct{Post: post, Text: t.Text("beheer.persoon." + name + "-tekst"), Button: Button{Kind: ButtonSecondary, Label: t.Text("beheer.persoon." + name)}}
}

func personFacts(t *nl.Texts, d vpt.PersonDetail) []Definition {
	factor := t.Text("beheer.persoon.factor-nee")
	if d.TOTP {
		factor = t.Text("beheer.persoon.factor-ja")
	}
	facts := []Definition{{Term: t.Text("beheer.persoon.email"), Text: d.Email.Reveal()}}
	for _, f := range []Definition{
		{Term: t.Text("beheer.persoon.staffNo"), Text: d.StaffNo.Reveal()}, {Term: t.Text("beheer.persoon.function"), Text: d.Function.Reveal()},
		{Term: t.Text("beheer.persoon.unit"), Text: d.UnitName},
	} {
		if f.Text != "" {
			facts = append(facts, f)
		}
	}
	return append(facts, Definition{Term: t.Text("beheer.persoon.factor"), Text: factor})
}

// roleCard tells how far a role reaches and how long; the button ends it.
func roleCard(t *nl.Texts, d vpt.PersonDetail, r vpt.RoleLine) Card {
	reach := t.Label(r.Scope)
	switch {
	case r.UnitName != "":
		reach = r.UnitName
	case r.SiteName != "":
		reach = r.SiteName
	}
	until := t.Text("beheer.persoon.zonder-einde")
	if r.Until != "" {
		until = nl.Day(string(r.Until), t.Lang())
	}
	card := Card{Title: t.Label(r.Role), Sub: true, Facts: []Definition{
		{Term: t.Text("beheer.persoon.bereik"), Text: reach}, {Term: t.Text("beheer.persoon.vanaf"), Text: nl.Day(string(r.From), t.Lang())},
		{Term: t.Text("beheer.persoon.tot"), Text: until},
	}}
	if !r.Held {
		key := "beheer.persoon.verlopen"
		if r.From > d.Today {
			key = "beheer.persoon.komt-nog"
		}
		card.Badges = []Badge{{Tone: ToneNeutral, Text: t.Text(key)}}
	}
	if d.MayRoles {
		card.Post = "/beheer/personen/" + string(d.ID) + "/rollen/" + string(r.ID) + "/einde"
		card.Action = &Button{Kind: ButtonSecondary, Label: t.Fill("beheer.persoon.einde", "rol", t.Label(r.Role))}
	}
	return card
}

func roleSection(t *nl.Texts, d vpt.PersonDetail, typed vpt.AssignRole, errs FieldErrors) *FormSection {
	f := fields{t, "beheer.rol.", errs}
	var roles, scopes []Option
	for _, role := range vpt.Roles() {
		if role != vpt.RoleReporter {
			roles = append(roles, Option{Value: string(role), Label: t.Label(role), Hint: t.Text("beheer.rol." + string(role))})
		}
	}
	for _, scope := range []vpt.ScopeKind{vpt.ScopeUnit, vpt.ScopeSite, vpt.ScopeOrganisation} {
		scopes = append(scopes, Option{Value: string(scope), Label: t.Label(scope)})
	}
	unit, site := f.field("unit"), f.field("site")
	return &FormSection{Title: t.Text("beheer.rol.titel"), Lead: t.Text("beheer.rol.lead"), Fields: []FormField{
		radioOf(f.field("role"), string(typed.Role), roles), radioOf(f.field("scope"), string(typed.Scope), scopes),
		selectOf(unit, string(typed.Unit), t.Text("beheer.rol.kies"), UnitOptions(d.Units, typed.Unit)),
		selectOf(site, string(typed.Site), t.Text("beheer.rol.kies"), siteOptions(d.Sites)),
		dateOf(f.optional("from"), shownDay(t, typed.From)), dateOf(f.optional("until"), shownDay(t, typed.Until)),
	}}
}

// PersonSections are the fields of an account.
func PersonSections(t *nl.Texts, in vpt.SavePerson, units []vpt.Unit, errs FieldErrors) []FormSection {
	f := fields{t, "beheer.persoon.", errs}
	email := NewTextField(f.field("email"), in.Email.Reveal())
	email.Type, email.InputMode, email.MaxLength = "email", "email", 254
	section := FormSection{Fields: []FormField{
		textOf(f.field("name"), in.Name.Reveal(), 120), {Text: &email}, textOf(f.optional("staffNo"), in.StaffNo.Reveal(), 40),
		textOf(f.optional("function"), in.Function.Reveal(), 120),
		selectOf(f.optional("unit"), string(in.Unit), t.Text("beheer.persoon.unit-geen"), UnitOptions(units, in.Unit)),
		radioOf(f.field("lang"), in.Lang, []Option{{Value: "nl", Label: t.Text("beheer.persoon.lang-nl")}, {Value: "en", Label: t.Text("beheer.persoon.lang-en")}}),
	}}
	if in.ID == "" {
		section.Fields = append(section.Fields, checkOf(f.field("invite"), "ja", t.Text("beheer.persoon.invite-ja"), true))
	}
	return []FormSection{section}
}
