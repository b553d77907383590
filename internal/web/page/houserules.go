package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewHouseRules is what everybody may read: the rules that hold today.
func NewHouseRules(shell Shell, t *nl.Texts, v vpt.HouseRulesView) *RulesPage {
	p := &RulesPage{Shell: shell, Heading: PageHeading{Title: t.Text("huisregels.titel"), Lead: t.Text("huisregels.lead")}}
	for i, h := range v.All {
		part := RulesPart{ID: "plek-" + strconv.Itoa(i), Title: siteName(t, v.Sites, h.Site), Text: paragraphs(h.Text)}
		part.Facts.Items = houseRulesFacts(t, h)
		p.Parts = append(p.Parts, part)
	}
	if len(v.All) == 0 {
		p.Notes = []Alert{{Tone: ToneInfo, Text: []string{t.Text("huisregels.geen")}}}
	}
	return p
}

func houseRulesFacts(t *nl.Texts, h vpt.HouseRules) []Definition {
	day := func(d vpt.Date) string { return nl.Day(string(d), t.Lang()) }
	var all items
	all.add(t.Text("huisregels.sinds"), day(h.FromOn))
	if h.UntilOn != "" {
		all.add(t.Text("huisregels.tot"), day(h.UntilOn))
	}
	if h.ShownOn != "" {
		all.add(t.Text("huisregels.hangt"), t.Fill("huisregels.hangt-waar", "waar", h.Where, "dag", day(h.ShownOn)))
	}
	return all
}

// NewHouseRulesVersions is the page of all versions, for who makes them.
func NewHouseRulesVersions(shell Shell, t *nl.Texts, v vpt.HouseRulesView) *RulesPage {
	p := &RulesPage{Shell: shell, Heading: PageHeading{Title: t.Text("beheer.huisregels.titel"), Lead: t.Text("beheer.huisregels.lead")}}
	p.Links = []Link{{Label: t.Text("beheer.huisregels.lees"), Href: "/huisregels"}}
	if v.MayEdit {
		p.Add = &Button{Kind: ButtonPrimary, Label: t.Text("beheer.huisregels.nieuw"), Href: "/beheer/huisregels/nieuw", Icon: "new"}
	}
	cards := &CardList{Empty: EmptyState{Icon: "document", Title: t.Text("beheer.huisregels.leeg"), Text: t.Text("beheer.huisregels.leeg-tekst")}}
	for _, h := range v.All {
		cards.Cards = append(cards.Cards, houseRulesCard(t, v, h))
	}
	p.Parts = []RulesPart{{ID: "versies", Title: t.Text("beheer.huisregels.versies"), Cards: cards}}
	return p
}

func houseRulesCard(t *nl.Texts, v vpt.HouseRulesView, h vpt.HouseRules) Card {
	card := Card{Sub: true, Title: t.Fill("beheer.huisregels.versie", "plek", siteName(t, v.Sites, h.Site), "versie", strconv.Itoa(h.Version)), Text: paragraphs(h.Text)}
	now, ok := vpt.HouseRulesAt(v.All, h.Site, v.Today)
	switch {
	case ok && now.ID == h.ID && h.Shown(v.Today):
		card.Badges = []Badge{{Tone: ToneOK, Text: t.Text("beheer.huisregels.geldt")}}
	case h.FromOn > v.Today:
		card.Badges = []Badge{{Tone: ToneInfo, Text: t.Text("beheer.huisregels.straks")}}
	case ok && now.ID == h.ID:
		card.Badges = []Badge{{Tone: ToneWarning, Text: t.Text("beheer.huisregels.hangt-niet")}}
	default:
		card.Badges = []Badge{{Tone: ToneNeutral, Text: t.Text("beheer.huisregels.voorbij")}}
	}
	all := items(houseRulesFacts(t, h))
	all.lines(t.Text("beheer.huisregels.proof"), paragraphs(h.Proof.Reveal()))
	all.add(t.Text("beheer.huisregels.door"), h.ByName.Reveal())
	if h.File.MediaType != "" {
		all = append(all, Definition{Term: t.Text("beheer.huisregels.bewijs"), Text: h.File.Name.Reveal(), Href: "/beheer/huisregels/" + string(h.ID) + "/bewijs"})
	}
	card.Facts = all
	if h.ShownOn == "" && v.MayEdit {
		card.Action = &Button{Kind: ButtonSecondary, Label: t.Text("beheer.huisregels.ophangen"), Href: "/beheer/huisregels/" + string(h.ID) + "/ophangen"}
	}
	return card
}

// NewHouseRulesForm is the form for a new version.
func NewHouseRulesForm(shell Shell, t *nl.Texts, v vpt.HouseRulesView, in SubForm) *RulesPage {
	shell.Problem = len(in.Errors) > 0
	f := rulesFields(t, "beheer.huisregels.", in.Typed, in.Errors)
	now, _ := vpt.HouseRulesAt(v.All, "", v.Today)
	text := f.tall(f.field("text"), now.Text, 12)
	text.Area.MaxLength = vpt.MaxText
	return &RulesPage{
		Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Text("beheer.huisregels.nieuw"), Lead: t.Text("beheer.huisregels.nieuw-lead")},
		Forms: []RulesForm{{Action: in.Action, Multipart: true, Key: in.Key, Buttons: primary(t.Text("beheer.huisregels.bewaar")), Sections: []FormSection{
			{Fields: []FormField{f.list(f.field("site"), "", t.Text("huisregels.overal"), siteOptions(v.Sites)), text, f.day(f.field("fromOn"), "")}},
			{Title: t.Text("beheer.huisregels.zichtbaar"), Lead: t.Text("beheer.huisregels.zichtbaar-lead"), Fields: f.shownFields()},
		}}},
		Links: []Link{backToHouseRules(t)},
	}
}

// shownFields ask since when the rules are shown, where, and what proves it.
func (f caseFields) shownFields() []FormField {
	return []FormField{f.day(f.optional("shownOn"), ""), f.line(f.optional("where"), ""), f.area(f.optional("proof"), ""), f.shownFile()}
}

// NewShowHouseRulesForm is the form for saying that a version hangs now.
func NewShowHouseRulesForm(shell Shell, t *nl.Texts, h vpt.HouseRules, in SubForm) *RulesPage {
	shell.Problem = len(in.Errors) > 0
	f := rulesFields(t, "beheer.huisregels.", in.Typed, in.Errors)
	shown := []FormField{f.day(f.field("shownOn"), ""), f.line(f.field("where"), ""), f.area(f.field("proof"), ""), f.shownFile()}
	return &RulesPage{
		Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Text("beheer.huisregels.ophangen"), Lead: t.Text("beheer.huisregels.zichtbaar-lead")},
		Forms: []RulesForm{{Action: in.Action, Multipart: true, Key: in.Key, Buttons: primary(t.Text("beheer.huisregels.bewaar-hangt")), Sections: []FormSection{{Fields: shown}}}},
		Parts: []RulesPart{{ID: "tekst", Title: t.Text("beheer.huisregels.text"), Text: paragraphs(h.Text)}},
		Links: []Link{backToHouseRules(t)},
	}
}

func backToHouseRules(t *nl.Texts) Link {
	return Link{Label: t.Text("beheer.huisregels.terug"), Href: "/beheer/huisregels"}
}

// RulesFileName is the name under which the proof of house rules is saved.
func RulesFileName(f vpt.HouseRulesFile) string {
	return AttachmentName(vpt.Evidence{ID: "bewijs", Name: f.Name, MediaType: f.MediaType})
}
