package figure

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Elapsed gives how long things took for the reports of a period, of all that the
// actor reaches together and of each unit.
func (a Room) Elapsed(ctx context.Context, who vpt.Actor, period vpt.Period) (vpt.Elapsed, error) {
	var out vpt.Elapsed
	err := a.desk.List(ctx, who, policy.FiguresTimes, periodFilter("doorlooptijden", period), func(tx *store.Tx, scope policy.Scope) (int, error) {
		if err := vpt.ValidPeriod(period); err != nil {
			return 0, err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		cases, err := tx.CaseTimes(period, scope)
		if err != nil {
			return 0, err
		}
		out = vpt.Elapsed{Organisation: k.Org, Period: period, Partial: period.To >= k.Today(tx), Narrowed: !scope.All()}
		out.Total.Lines = vpt.TimesOf(cases, tx.Now())
		by := map[vpt.UnitID][]vpt.CaseTimes{}
		for _, c := range cases {
			by[c.Unit] = append(by[c.Unit], c)
		}
		for _, u := range k.Tree.Ordered(k.Units) {
			if len(by[u.ID]) > 0 && !slices.Contains(scope.Beyond(), u.ID) {
				out.Units = append(out.Units, vpt.UnitTimes{Unit: u.ID, Name: u.Name, Lines: vpt.TimesOf(by[u.ID], tx.Now())})
			}
		}
		if len(by[""]) > 0 {
			out.Units = append(out.Units, vpt.UnitTimes{Lines: vpt.TimesOf(by[""], tx.Now())})
		}
		return len(cases), nil
	})
	return out, err
}
