package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NewDamagePage is the damage of a case with its totals.
func NewDamagePage(shell Shell, t *nl.Texts, v vpt.CaseView) *CaseSub {
	shell.Width = WidthTable
	w := newWriter(t, v)
	p := newCaseSub(shell, t, v, "schade.", SubForm{})
	p.Notes = w.hearingNote()
	if len(v.Damage) > 0 {
		p.Parts = append(p.Parts, CasePart{ID: "totaal", Title: t.Text("schade.totaal"), Facts: w.damageTotals()})
	}
	cards := CardList{Empty: EmptyState{Icon: "money", Title: t.Text("schade.leeg"), Text: t.Text("schade.leeg-uitleg")}}
	for _, d := range v.Damage {
		cards.Cards = append(cards.Cards, w.damageCard(d))
	}
	p.Parts = append(p.Parts, CasePart{ID: "posten", Title: t.Text("schade.posten"), Cards: &cards})
	if v.MayFollow {
		p.Links = append(p.Links, CaseLink{Label: t.Text("schade.nieuw"), Href: w.to(ActDamage, "nieuw"), Icon: "new"})
	}
	if v.MayAddFile {
		p.Links = append(p.Links, CaseLink{Label: t.Text("schade.voeg-bon-toe"), Href: w.receiptURL(), Icon: "upload"})
	}
	if v.MayAct {
		p.Links = append(p.Links, CaseLink{Label: t.Text("schade.spoor"), Href: w.to(ActTrack, string(vpt.TrackDamage)), Icon: "edit"})
	}
	return p
}

// ForDamage tells the page that takes files that a receipt is meant, so that it
// leads back to the damage.
const ForDamage = "bon"

func (w writer) receiptURL() string { return w.to(ActEvidence) + "?" + ForDamage + "=ja" }

// euro writes an amount.
func (w writer) euro(c vpt.Cents) string { return nl.Euro(int64(c), w.lang) }

func (w writer) damageTotals() DefinitionList {
	sum := vpt.TotalDamage(w.v.Damage)
	var all items
	all.add(w.t.Text("schade.totaal-schade"), w.euro(sum.Amount))
	all.add(w.t.Text("schade.totaal-geeist"), w.euro(sum.Claimed))
	all.add(w.t.Text("schade.totaal-toegewezen"), w.euro(sum.Awarded))
	all.add(w.t.Text("schade.totaal-ontvangen"), w.euro(sum.Received))
	return DefinitionList{Items: all}
}

// hearingNote warns that damage is to be claimed before a hearing.
func (w writer) hearingNote() []Alert {
	on := vpt.HearingAhead(w.v.PoliceSteps, w.v.Today)
	due, ok := vpt.DamageDue(w.v.Damage, w.v.Case.Track(vpt.TrackDamage).State, on, w.v.Today)
	if !ok {
		return nil
	}
	return []Alert{{Tone: ToneWarning, Title: w.t.Fill("schade.zitting", "dag", nl.Day(string(on), w.lang)),
		Text: []string{w.t.Fill("schade.zitting-uitleg", "dag", nl.Day(string(due), w.lang))}}}
}

func (w writer) damageCard(d vpt.DamageItem) Card {
	card := Card{Sub: true, Title: w.t.Label(d.Kind), Text: paragraphs(d.Description.Reveal()), Facts: w.damageFacts(d)}
	badge := Badge{Tone: ToneNeutral, Text: w.t.Text("schade.loopt")}
	switch {
	case d.GivenUp:
		badge.Text = w.t.Text("schade.afgezien")
	case d.Settled():
		badge = Badge{Tone: ToneOK, Text: w.t.Text("schade.is-klaar"), Icon: "check"}
	}
	card.Badges = []Badge{badge}
	if w.v.MayFollow {
		edit := LinkButton(ButtonSecondary, w.t.Text("schade.wijzig"), w.to(ActDamage, string(d.ID)))
		card.Action = &edit
	}
	return card
}

// damageFacts says what came of one item, what is empty left out.
func (w writer) damageFacts(d vpt.DamageItem) []Definition {
	var all items
	all.add(w.t.Text("schade.bedrag"), w.euro(d.Amount))
	if d.Route != "" {
		all.add(w.t.Text("schade.route"), w.t.Label(d.Route))
	}
	money := func(key string, amount vpt.Cents, on vpt.Date) {
		if on != "" {
			all.add(w.t.Text("schade."+key), w.t.Fill("schade.bedrag-op", "bedrag", w.euro(amount), "dag", nl.Day(string(on), w.lang)))
		}
	}
	money("totaal-geeist", d.Claimed, d.ClaimedOn)
	money("totaal-toegewezen", d.Awarded, d.AwardedOn)
	money("totaal-ontvangen", d.Received, d.ReceivedOn)
	for _, e := range w.v.Evidence {
		if e.ID == d.Receipt && !e.Removed {
			all.add(w.t.Text("schade.bon"), e.Name.Reveal())
		}
	}
	if d.GivenUp {
		all.lines(w.t.Text("schade.afgezien"), paragraphs(d.GivenUpWhy.Reveal()))
	}
	return all
}

// damageItem is one item on the page of the case and on paper.
func (w writer) damageItem(d vpt.DamageItem) Definition {
	lines := paragraphs(d.Description.Reveal())
	for _, f := range w.damageFacts(d) {
		if f.Text != "" {
			lines = append(lines, f.Term+": "+f.Text)
		}
		lines = append(lines, f.Lines...)
	}
	item := Definition{Term: w.t.Label(d.Kind), Lines: lines}
	if w.v.MayFollow {
		item.TermHref = w.to(ActDamage, string(d.ID))
	}
	return item
}

// NewDamageForm is the form of one item; id is empty for a new one. It is nil
// when the case has no such item.
func NewDamageForm(shell Shell, t *nl.Texts, v vpt.CaseView, id vpt.DamageID, in SubForm) *CaseSub {
	var d vpt.DamageItem
	for _, one := range v.Damage {
		if one.ID == id {
			d = one
		}
	}
	if d.ID != id {
		return nil
	}
	w, f := newWriter(t, v), in.fields(t, v, "schade.")
	p := newCaseSub(shell, t, v, "schade.item-", in)
	p.Notes = w.hearingNote()
	if d.Kind == "" || d.Kind.UsualRoute() != "" {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Title: t.Text("schade.loon"), Text: []string{t.Text("schade.loon-uitleg")}})
	}
	p.Back = Link{Label: t.Text("zaak.annuleer"), Href: w.to(ActDamage)}
	receipts := []Option{}
	for _, e := range v.Evidence {
		if !e.Removed {
			receipts = append(receipts, Option{Value: string(e.ID), Label: e.Name.Reveal()})
		}
	}
	if len(receipts) == 0 && v.MayAddFile {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Title: t.Text("schade.eerst-bon"), Action: &Link{Label: t.Text("schade.voeg-bon-toe"), Href: w.receiptURL()}})
	}
	what := FormSection{Title: t.Text("schade.kop-wat"), Fields: []FormField{
		selectOf(f.field("kind"), f.value("kind", string(d.Kind)), t.Text("zaak.kies"), w.damageKinds()), f.amount(f.field("amount"), d.Amount, d.ID != ""),
		f.area(f.optional("description"), d.Description.Reveal()),
		selectOf(f.optional("receipt"), f.value("receipt", string(d.Receipt)), t.Text("schade.geen-bon"), receipts),
	}}
	how := FormSection{Title: t.Text("schade.kop-route"), Fields: []FormField{
		selectOf(f.optional("route"), f.value("route", string(d.Route)), t.Text("schade.route-later"), labels(t, vpt.DamageRoutes()...)),
		f.amount(f.optional("claimed"), d.Claimed, d.ClaimedOn != ""), f.day(f.optional("claimedOn"), f.shown(d.ClaimedOn)),
	}}
	came := FormSection{Title: t.Text("schade.kop-verloop"), Fields: []FormField{
		f.amount(f.optional("awarded"), d.Awarded, d.AwardedOn != ""), f.day(f.optional("awardedOn"), f.shown(d.AwardedOn)),
		f.amount(f.optional("received"), d.Received, d.ReceivedOn != ""), f.day(f.optional("receivedOn"), f.shown(d.ReceivedOn)),
	}}
	came.Fold, came.Open = true, d.ClaimedOn != "" || d.AwardedOn != "" || f.typedIn(came.Fields)
	stop := FormSection{Title: t.Text("schade.kop-af"), Fields: []FormField{f.tick(f.optional("givenUp"), d.GivenUp), f.area(f.optional("givenUpWhy"), d.GivenUpWhy.Reveal())}}
	stop.Fold, stop.Open = true, d.GivenUp || f.typedIn(stop.Fields)
	p.Form = in.form(versionText(d.Version), t.Text("schade.bewaar"), what, how, came, stop)
	return p
}

// versionText is the version that a form showed; empty for what is new.
func versionText(version int64) string {
	if version == 0 {
		return ""
	}
	return strconv.FormatInt(version, 10)
}

// damageKinds offers what may be damaged, and says whose it is.
func (w writer) damageKinds() []Option {
	var out []Option
	for _, k := range vpt.DamageKinds() {
		key := "schade.groep-medewerker"
		if k.OfEmployer() {
			key = "schade.groep-werkgever"
		}
		out = append(out, Option{Value: string(k), Label: w.t.Fill(key, "wat", lower(w.t.Label(k)))})
	}
	return out
}
