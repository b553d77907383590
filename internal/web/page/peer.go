package page

import (
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Roster is all peer supporters and when they are away; a peer supporter adds
// her own absence.
type Roster struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Key     Idempotency
	Peers   CardList
	Mine    *AwayForm // nil for who is no peer supporter
}

// AwayForm is one's own absence.
type AwayForm struct {
	From  DateField
	Until DateField
	Held  CardList
}

// NewRoster makes the page. from and until are what was typed.
func NewRoster(shell Shell, t *nl.Texts, r vpt.PeerRoster, from, until string, errs FieldErrors) *Roster {
	shell.Problem = len(errs) > 0
	p := &Roster{Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("rooster.lead")}, Errors: errs}
	p.Peers.Empty = EmptyState{Title: t.Text("rooster.leeg"), Text: t.Text("rooster.leeg-tekst"), Icon: "care"}
	for _, peer := range r.Peers {
		p.Peers.Cards = append(p.Peers.Cards, peerCard(t, r, peer))
		if !peer.Self {
			continue
		}
		f := fields{t, "rooster.", errs}
		p.Mine = &AwayForm{From: NewDateField(f.field("awayFrom"), from), Until: NewDateField(f.field("awayUntil"), until)}
		for _, a := range peer.Away {
			period := nl.Period(string(a.From), string(a.Until), t.Lang())
			remove := SecondaryButton(t.Fill("rooster.haal-weg", "periode", period), "", "")
			p.Mine.Held.Cards = append(p.Mine.Held.Cards, Card{Sub: true, Title: period, Action: &remove, Post: "/opvang/rooster/" + string(a.ID) + "/einde"})
		}
	}
	return p
}

func peerCard(t *nl.Texts, r vpt.PeerRoster, peer vpt.Peer) Card {
	reach := strings.Join(peer.Reach, ", ")
	if reach == "" {
		reach = t.Text("rooster.iedereen")
	}
	card := Card{Sub: true, Title: nameAndFunction(peer.PersonName)}
	if peer.UnitName != "" {
		card.Facts = append(card.Facts, Definition{Term: t.Text("rooster.werkt"), Text: peer.UnitName})
	}
	card.Facts = append(card.Facts, Definition{Term: t.Text("rooster.voor"), Text: reach})
	var away []string
	for _, a := range peer.Away {
		away = append(away, nl.Period(string(a.From), string(a.Until), t.Lang()))
	}
	if len(away) > 0 {
		card.Facts = append(card.Facts, Definition{Term: t.Text("rooster.afwezig"), Lines: away})
	}
	badge := Badge{Tone: ToneOK, Text: t.Text("rooster.er"), Icon: "check"}
	if !peer.Free(r.Today) {
		badge = Badge{Tone: ToneNeutral, Text: t.Text("rooster.weg"), Icon: "none"}
	}
	card.Badges = append(card.Badges, badge)
	if peer.Self {
		card.Badges = append(card.Badges, Badge{Tone: ToneInfo, Text: t.Text("rooster.jij")})
	}
	return card
}
