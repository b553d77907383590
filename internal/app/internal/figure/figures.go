package figure

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Figures gives the figures of the actor's organisation over a period,
// beside those of the period before.
func (a Room) Figures(ctx context.Context, who vpt.Actor, period vpt.Period) (vpt.Figures, error) {
	var f vpt.Figures
	err := a.desk.List(ctx, who, policy.FiguresRead, periodFilter("cijfers", period), func(tx *store.Tx, scope policy.Scope) (int, error) {
		if err := vpt.ValidPeriod(period); err != nil {
			return 0, err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		f = vpt.Figures{Organisation: k.Org, Period: period, PriorPeriod: period.Before(), Partial: period.To >= k.Today(tx)}
		f.MayDrill = !a.desk.Policy.ScopeOf(who, policy.FiguresDrill).Empty()
		if !scope.All() {
			for _, unit := range scope.Units() {
				f.Units = append(f.Units, k.UnitName(unit))
			}
		}
		if err := countFigures(tx, k, scope, &f); err != nil {
			return 0, err
		}
		f.Remarks = remarks(f)
		return f.Reports, nil
	})
	return f, err
}

func periodFilter(list string, p vpt.Period) string {
	if !p.Valid() {
		return list
	}
	return list + " " + string(p.From) + "/" + string(p.To)
}

// reactions are the codes of the measures that count as a reaction.
func reactions(k *desk.Known) []string {
	var out []string
	for _, c := range k.Codes[vpt.MeasureList].Codes {
		if vpt.IsReaction(c.Code) {
			out = append(out, c.Code)
		}
	}
	return out
}

// counted is all that is counted of one period.
type counted struct {
	counts   store.Counts
	kinds    store.KindCounts
	measures map[string]int
	police   vpt.PoliceFigures
}

func countPeriod(tx *store.Tx, k *desk.Known, scope policy.Scope, period vpt.Period) (c counted, err error) {
	cohort := tx.Cohort(period, scope)
	if c.counts, err = cohort.Counts(reactions(k), tx.Now()); err != nil {
		return c, err
	}
	if c.kinds, err = cohort.Kinds(); err != nil {
		return c, err
	}
	if c.measures, err = cohort.Measures(); err != nil {
		return c, err
	}
	c.police, err = cohort.Police()
	return c, err
}

func countFigures(tx *store.Tx, k *desk.Known, scope policy.Scope, f *vpt.Figures) error {
	now, err := countPeriod(tx, k, scope, f.Period)
	if err != nil {
		return err
	}
	before, err := countPeriod(tx, k, scope, f.PriorPeriod)
	if err != nil {
		return err
	}
	months, err := tx.Cohort(f.Period, scope).Months()
	if err != nil {
		return err
	}
	n := now.counts
	f.Reports, f.ReportsPrior = n.Reports, before.counts.Reports
	f.NoReaction, f.NoReactPrior = n.NoReaction, before.counts.NoReaction
	f.Police, f.PolicePrior = now.police, before.police
	f.Withdrawn, f.Duplicate, f.Merged, f.NoAggression, f.Imported = n.Withdrawn, n.Duplicate, n.Merged, n.NoAggression, n.Imported
	f.ReactionTimed, f.ReactionIn24h, f.FeedbackTimed, f.FeedbackSent = n.ReactionTimed, n.ReactionInTime, n.FeedbackTimed, n.FeedbackSent
	f.Kinds = kindLines(now, before)
	f.Measures = measureLines(k, now, before)
	f.Months = monthLine(f.Period, k.Today(tx), months)
	f.Versions = now.kinds.Versions
	if now.kinds.Several > 0 {
		f.Remarks = append(f.Remarks, vpt.RemarkManyKinds)
	}
	return nil
}

// kindLines gives the four lines, also those without a report.
func kindLines(now, before counted) []vpt.FigureLine {
	var out []vpt.FigureLine
	for _, line := range vpt.RollUps() {
		out = append(out, vpt.FigureLine{
			Code: string(line), Count: now.kinds.ByLine[line], CountPrior: before.kinds.ByLine[line],
			Base: now.counts.Reports, Permille: vpt.Permille(now.kinds.ByLine[line], now.counts.Reports),
		})
	}
	return out
}

// measureLines gives the measures that were taken in either period, in the
// order of the list. A measure has no percentage: a case may have several.
func measureLines(k *desk.Known, now, before counted) []vpt.FigureLine {
	var out []vpt.FigureLine
	add := func(code, nl, en string) {
		if now.measures[code] > 0 || before.measures[code] > 0 {
			out = append(out, vpt.FigureLine{
				Code: code, LabelNL: nl, LabelEN: en, Count: now.measures[code], CountPrior: before.measures[code], Permille: vpt.NoPercentage,
			})
		}
		delete(now.measures, code)
		delete(before.measures, code)
	}
	for _, c := range k.Codes[vpt.MeasureList].Codes {
		add(c.Code, c.LabelNL, c.Label("en"))
	}
	for _, rest := range []map[string]int{now.measures, before.measures} {
		codes := make([]string, 0, len(rest))
		for code := range rest { // codes that the newest list no longer has
			codes = append(codes, code)
		}
		slices.Sort(codes)
		for _, code := range codes {
			add(code, code, code)
		}
	}
	return out
}

// monthLine gives every month of the period that has begun, also those without
// a report. A month to come is left out: a nought there reads as a fall. A month
// that lies partly outside of the period, or is not over, is partial.
func monthLine(p vpt.Period, today vpt.Date, counts map[string]int) []vpt.MonthCount {
	var out []vpt.MonthCount
	for first := p.From[:8] + "01"; first <= p.To && first <= today; {
		next := first.AddDays(31)[:8] + "01"
		last := next.AddDays(-1)
		month := string(first[:7])
		out = append(out, vpt.MonthCount{Month: month, Count: counts[month], Partial: first < p.From || last > p.To || last >= today})
		first = next
	}
	return out
}

// remarks gives the sentences that belong with the figures, in print order.
func remarks(f vpt.Figures) []string {
	applies := map[string]bool{
		vpt.RemarkPartial:       f.Partial,
		vpt.RemarkManyKinds:     slices.Contains(f.Remarks, vpt.RemarkManyKinds),
		vpt.RemarkNoTotal:       f.Reports > 0,
		vpt.RemarkSmallBase:     f.Reports > 0 && f.Reports < vpt.MinimumBase,
		vpt.RemarkPoliceOnce:    f.Police.Total > 0,
		vpt.RemarkMixedVersions: len(f.Versions) > 1,
		vpt.RemarkImported:      f.Imported > 0,
	}
	var out []string
	for _, code := range vpt.Remarks() {
		if applies[code] {
			out = append(out, code)
		}
	}
	return out
}

const (
	drillPage = 100
	drillMost = 200
)

// FigureReports gives the reports behind a figure.
func (a Room) FigureReports(ctx context.Context, who vpt.Actor, q vpt.DrillQuery) (vpt.Drill, error) {
	var d vpt.Drill
	filter := periodFilter("cijfers", q.Period) + " " + string(q.Figure)
	err := a.desk.List(ctx, who, policy.FiguresDrill, filter, func(tx *store.Tx, scope policy.Scope) (int, error) {
		if err := vpt.ValidPeriod(q.Period); err != nil {
			return 0, err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		if !knownFigure(k, q.Figure) {
			return 0, vpt.ErrNotFound
		}
		limit := q.Limit
		if limit < 1 || limit > drillMost {
			limit = drillPage
		}
		d.Circles = scope.All() && len(scope.Beyond()) > 0
		d.Kinds, d.Measures = k.Codes[vpt.KindList], k.Codes[vpt.MeasureList]
		d.Lines, d.Next, err = tx.Cohort(q.Period, scope).Drill(q.Figure, reactions(k), q.After, limit)
		return len(d.Lines), err
	})
	return d, err
}

// knownFigure reports whether a figure is one that there is: whatever else
// stands in an address must not reach the log.
func knownFigure(k *desk.Known, figure vpt.FigureRef) bool {
	name, code := figure.Split()
	switch {
	case name == "soort":
		return slices.Contains(vpt.RollUps(), vpt.RollUp(code))
	case name == "maatregel":
		_, ok := k.Codes[vpt.MeasureList].ByCode(code)
		return ok
	case name == vpt.RefPolice && code != "":
		return slices.Contains([]vpt.PoliceKind{vpt.PoliceNotice, vpt.PoliceComplaint, vpt.PoliceUndistinguished}, vpt.PoliceKind(code))
	}
	return slices.Contains(vpt.FigureRefs(), figure)
}
