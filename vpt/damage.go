package vpt

import (
	"slices"
	"strings"
	"time"
)

// DamageItem is one thing that was damaged or cost money, and what came of
// recovering it.
type DamageItem struct {
	ID          DamageID
	Kind        DamageKind
	Amount      Cents
	Description Private
	Receipt     EvidenceID  // a file of the case; empty for none
	Route       DamageRoute // empty: not chosen yet
	Claimed     Cents
	ClaimedOn   Date
	Awarded     Cents
	AwardedOn   Date
	Received    Cents
	ReceivedOn  Date
	GivenUp     bool
	GivenUpWhy  Private
	At          time.Time
	Version     int64
}

// Settled reports whether nothing more is to be done: it was received, was
// refused altogether, or is not pursued.
func (d DamageItem) Settled() bool {
	return d.GivenUp || d.ReceivedOn != "" || d.AwardedOn != "" && d.Awarded == 0
}

// waitsForHearing reports whether the item must be claimed before a hearing.
func (d DamageItem) waitsForHearing() bool {
	return !d.Settled() && d.ClaimedOn == "" && (d.Route == "" || d.Route == RouteJoin)
}

// DamageTotals are the sums of a case.
type DamageTotals struct{ Amount, Claimed, Awarded, Received Cents }

// TotalDamage adds up the items. What is not pursued counts as damage, not as
// a claim that still stands.
func TotalDamage(items []DamageItem) DamageTotals {
	var t DamageTotals
	for _, d := range items {
		t.Amount += d.Amount
		t.Claimed += d.Claimed
		t.Awarded += d.Awarded
		t.Received += d.Received
	}
	return t
}

// DamageTrack gives the state of the damage track from its items; ok is false
// when there are none, and the track is left as it is.
func DamageTrack(items []DamageItem) (state TrackState, ok bool) {
	if len(items) == 0 {
		return "", false
	}
	if slices.ContainsFunc(items, func(d DamageItem) bool { return !d.Settled() }) {
		return TrackBusy, true
	}
	return TrackDone, true
}

// DamageAhead is how many days before a hearing damage should be claimed.
const DamageAhead = 14

// DamageDue gives by when damage is to be claimed for a hearing on a day: two
// weeks before, or now when that has passed. ok is false when there is no
// hearing, or nothing to claim there. Without any item the question itself is
// open, as long as the track is.
func DamageDue(items []DamageItem, track TrackState, hearing, today Date) (due Date, ok bool) {
	open := len(items) == 0 && !track.Final() || slices.ContainsFunc(items, DamageItem.waitsForHearing)
	if hearing == "" || hearing < today || !open {
		return "", false
	}
	return max(hearing.AddDays(-DamageAhead), today), true
}

// DamageGrounds is what the rules of the routes look at.
type DamageGrounds struct {
	Kinds    []CodeRef
	Police   []PoliceRecord
	Evidence []Evidence
}

// Complained reports whether a complaint was filed, without which nobody can
// join the criminal case.
func (g DamageGrounds) Complained() bool {
	return slices.ContainsFunc(g.Police, func(r PoliceRecord) bool { return r.Kind == PoliceComplaint || r.Kind == PoliceUndistinguished })
}

// numbered reports whether a number of the police is known, which the
// Schadefonds asks for.
func (g DamageGrounds) numbered() bool {
	return slices.ContainsFunc(g.Police, func(r PoliceRecord) bool { return r.Kind.Counts() && !r.Reference.IsZero() })
}

// violent reports whether there was violence, for which the Schadefonds
// Geweldsmisdrijven is: physical violence, a sexual offence, or a threat with a
// weapon. Source: Wet schadefonds geweldsmisdrijven, article 3.
func (g DamageGrounds) violent() bool {
	return slices.ContainsFunc(g.Kinds, func(k CodeRef) bool {
		return k.Code == "X2" || k.Code == "B4" || strings.HasPrefix(k.Code, "F")
	})
}

// SaveDamage is the input for an item of damage. Amounts are as typed.
type SaveDamage struct {
	Case        string
	ID          DamageID // empty: a new one
	Kind        DamageKind
	Amount      string
	Description Private
	Receipt     EvidenceID
	Route       DamageRoute
	Claimed     string
	ClaimedOn   Date
	Awarded     string
	AwardedOn   Date
	Received    string
	ReceivedOn  Date
	GivenUp     bool
	GivenUpWhy  Private
	Version     int64 // of what the form showed; 0 is not checked
	Once        Once
}

// Item validates the input and gives the item.
func (in SaveDamage) Item(g DamageGrounds, today Date) (DamageItem, error) {
	var p Problems
	d := DamageItem{
		ID: in.ID, Kind: in.Kind, Description: in.Description, Receipt: in.Receipt, Route: in.Route, ClaimedOn: in.ClaimedOn,
		AwardedOn: in.AwardedOn, ReceivedOn: in.ReceivedOn, GivenUp: in.GivenUp, GivenUpWhy: in.GivenUpWhy, Version: in.Version,
	}
	oneOf(&p, "kind", in.Kind, DamageKinds()...)
	p.Require("amount", strings.TrimSpace(in.Amount) == "")
	d.Amount = amountOf(&p, "amount", in.Amount)
	longText(&p, "description", in.Description)
	if in.Receipt != "" && !slices.ContainsFunc(g.Evidence, func(e Evidence) bool { return e.ID == in.Receipt && !e.Removed }) {
		p.Add("receipt", "onbekende-keuze")
	}
	if d.Route == "" {
		d.Route = in.Kind.UsualRoute()
	}
	in.checkRoute(&p, d.Route, g)
	d.Claimed = moneyOn(&p, "claimed", in.Claimed, in.ClaimedOn, today)
	d.Awarded = moneyOn(&p, "awarded", in.Awarded, in.AwardedOn, today)
	d.Received = moneyOn(&p, "received", in.Received, in.ReceivedOn, today)
	if in.GivenUp {
		requireText(&p, "givenUpWhy", in.GivenUpWhy)
	} else {
		d.GivenUpWhy = Private{}
	}
	return d, p.Err()
}

// checkRoute notes why a route is not open for this damage.
func (in SaveDamage) checkRoute(p *Problems, route DamageRoute, g DamageGrounds) {
	optionalOf(p, "route", route, DamageRoutes()...)
	switch route {
	case RouteJoin:
		if !g.Complained() {
			p.Add("route", "voegen-zonder-aangifte")
		}
	case RouteFund:
		switch {
		case in.Kind.OfEmployer():
			p.Add("route", "alleen-medewerker")
		case !g.violent():
			p.Add("route", "schadefonds-alleen-geweld")
		case !g.numbered():
			p.Add("route", "politienummer-nodig")
		}
	case RouteEmployer:
		if in.Kind.OfEmployer() {
			p.Add("route", "alleen-medewerker")
		}
	}
}

// moneyOn checks an amount with its day: one does not go without the other.
func moneyOn(p *Problems, path, text string, on, today Date) Cents {
	typed := strings.TrimSpace(text) != ""
	n := amountOf(p, path, text)
	optionalPast(p, path+"On", on, today)
	if typed && on == "" {
		p.Add(path+"On", "verplicht")
	}
	if !typed && on != "" {
		p.Add(path, "verplicht")
	}
	return n
}
