package casework

import (
	"context"
	"fmt"
	"strings"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// The length of a page of a worklist when none is asked for, and the longest.
const (
	workPage    = 25
	workPageMax = 100
)

// Worklist gives a page of the cases that the actor handles, what is due first
// on top. A case in which she is affected or witness is not among them.
func (a Room) Worklist(ctx context.Context, who vpt.Actor, f vpt.WorkFilter) (vpt.Worklist, error) {
	var out vpt.Worklist
	if f.Limit <= 0 || f.Limit > workPageMax {
		f.Limit = workPage
	}
	err := a.desk.List(ctx, who, policy.CaseList, "werkvoorraad"+filterCodes(f), func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		q := store.WorkQuery{Scope: scope, WorkFilter: f}
		if q.Without, err = tx.CasesInvolving(scope.Except()); err != nil {
			return 0, err
		}
		q.Kinds = kindsBelow(k, f.Kind)
		out = vpt.Worklist{
			Units: unitsInReach(k, scope), Kinds: k.Codes[vpt.KindList], Chans: k.Codes[vpt.ChannelList], Now: tx.Now(), Zone: k.Zone,
			Today: k.Today(tx),
		}
		out.May.SeeAll = scope.All()
		if out.Items, out.Next, err = tx.Worklist(q); err != nil {
			return 0, err
		}
		for i := range out.Items {
			out.Items[i].UnitName = k.UnitName(out.Items[i].Unit)
		}
		out.Open, out.Late, err = tx.CountWork(scope, q.Without)
		return len(out.Items), err
	})
	return out, err
}

// filterCodes names a filter in the log: codes and days, never a text.
func filterCodes(f vpt.WorkFilter) string {
	var b strings.Builder
	add := func(name string, value any, on bool) {
		if text := fmt.Sprint(value); on && codeLike(text) {
			b.WriteString(" " + name + "=" + text)
		}
	}
	add("mijn", true, f.Mine)
	add("te-laat", true, f.Late)
	add("onderdeel", f.Unit, f.Unit != "")
	add("soort", f.Kind, f.Kind != "")
	add("kanaal", f.Channel, f.Channel != "")
	add("klasse", f.Class, f.Class != 0)
	add("staat", f.State, f.State != "")
	add("vanaf", f.From, f.From != "")
	add("tot", f.Until, f.Until != "")
	return b.String()
}

// codeLike reports whether a part of a filter may stand in the log: it comes
// from an address, in which anything may be typed.
func codeLike(text string) bool {
	odd := func(r rune) bool {
		return !(r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}
	return len(text) <= 40 && !strings.ContainsFunc(text, odd)
}

// kindsBelow gives a kind and, for a group, the kinds in it. A kind that is on
// no list finds nothing.
func kindsBelow(k *desk.Known, kind string) []string {
	if kind == "" {
		return nil
	}
	out := []string{kind}
	for _, c := range k.Codes[vpt.KindList].Codes {
		if c.Group == kind {
			out = append(out, c.Code)
		}
	}
	return out
}

// unitsInReach gives the units to choose from, by name.
func unitsInReach(k *desk.Known, scope policy.Scope) []vpt.Unit {
	var out []vpt.Unit
	for _, u := range k.Units {
		if scope.Holds(u.ID, "") {
			out = append(out, u)
		}
	}
	return out
}
