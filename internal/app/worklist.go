package app

import (
	"context"
	"fmt"
	"strings"

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
func (a *App) Worklist(ctx context.Context, who vpt.Actor, f vpt.WorkFilter) (vpt.Worklist, error) {
	var out vpt.Worklist
	if f.Limit <= 0 || f.Limit > workPageMax {
		f.Limit = workPage
	}
	err := a.list(ctx, who, policy.CaseList, "werkvoorraad"+filterCodes(f), func(tx *store.Tx, scope policy.Scope) (int, error) {
		k, err := a.knowledge(tx)
		if err != nil {
			return 0, err
		}
		q := store.WorkQuery{Scope: scope, WorkFilter: f}
		if q.Without, err = tx.CasesInvolving(scope.Except()); err != nil {
			return 0, err
		}
		if q.Kinds, err = kindsBelow(k, f.Kind); err != nil {
			return 0, err
		}
		out = vpt.Worklist{
			Units: unitsInReach(k, scope), Kinds: k.codes[vpt.KindList], Chans: k.codes[vpt.ChannelList], Now: tx.Now(), Zone: k.zone,
			Today: k.today(tx),
		}
		out.May.SeeAll = scope.All()
		if out.Items, out.Next, err = tx.Worklist(q); err != nil {
			return 0, err
		}
		for i := range out.Items {
			out.Items[i].UnitName = k.unitName(out.Items[i].Unit)
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
		if on {
			fmt.Fprintf(&b, " %s=%v", name, value)
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

// kindsBelow gives a kind and, for a group, the kinds in it.
func kindsBelow(k *known, kind string) ([]string, error) {
	if kind == "" {
		return nil, nil
	}
	if _, ok := k.codes[vpt.KindList].ByCode(kind); !ok {
		return nil, invalid("kind", "onbekende-keuze")
	}
	out := []string{kind}
	for _, c := range k.codes[vpt.KindList].Codes {
		if c.Group == kind {
			out = append(out, c.Code)
		}
	}
	return out, nil
}

// unitsInReach gives the units to choose from, by name.
func unitsInReach(k *known, scope policy.Scope) []vpt.Unit {
	if scope.All() {
		return k.units
	}
	var out []vpt.Unit
	for _, u := range k.units {
		for _, id := range scope.Units() {
			if u.ID == id {
				out = append(out, u)
			}
		}
	}
	return out
}
