package app_test

import (
	"context"
	"fmt"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// Behind every figure of reports stand as many reports as it says.
func TestFigureReports_AreAsManyAsTheFigure(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		importText(w, apptest.Command(w.Org.ID), noOrganisation(fixture(t)))
		cora := w.Actor("cora")
		f := figures(w, cora, secondHalf2014)
		want := map[vpt.FigureRef]int{
			vpt.RefReports: f.Reports, vpt.RefNoReaction: f.NoReaction, vpt.RefPolice: 28, vpt.PoliceRef(vpt.PoliceUndistinguished): 28,
			vpt.PoliceRef(vpt.PoliceNotice): 0, vpt.RefMerged: 0, vpt.RefWithdrawn: 0, vpt.RefDuplicate: 0, vpt.RefNoAggression: 0,
			vpt.MeasureRef("M8"): 43, vpt.MeasureRef("M7"): 12,
		}
		for _, l := range f.Kinds {
			want[vpt.KindRef(l.Code)] = l.Count
		}
		for ref, n := range want {
			if got := len(drill(w, cora, ref)); got != n {
				t.Errorf("%s: %d reports, the figure says %d", ref, got, n)
			}
		}
		first := drill(w, cora, vpt.RefReports)[0]
		if first.Report[:4] != "SYN-" || first.Number[:7] != "M-2014-" || first.Case[:7] != "Z-2014-" || first.State != vpt.CaseImported || len(first.Kinds) == 0 {
			t.Errorf("a line is %+v", first)
		}
		for _, ref := range []vpt.FigureRef{"", "iets", "soort.onzin", "maatregel.M99", "politie.niet-gedaan"} {
			if _, err := w.App.FigureReports(context.Background(), cora, vpt.DrillQuery{Period: secondHalf2014, Figure: ref}); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%q: %v, want not found", ref, err)
			}
		}
	})
}

func drill(w *apptest.World, who vpt.Actor, ref vpt.FigureRef) []vpt.DrillLine {
	w.T.Helper()
	var all []vpt.DrillLine
	seen := map[string]bool{}
	for q := (vpt.DrillQuery{Period: secondHalf2014, Figure: ref, Limit: 150}); ; {
		page, err := w.App.FigureReports(context.Background(), who, q)
		w.Must(err)
		for _, l := range page.Lines {
			if seen[l.Number] {
				w.T.Fatalf("%s stands on two pages", l.Number)
			}
			seen[l.Number] = true
		}
		all = append(all, page.Lines...)
		if q.After = page.Next; q.After == "" {
			return all
		}
	}
}

// noOrganisation renames the column that names the organisation, so that the
// file may go into another.
func noOrganisation(text string) string {
	return fmt.Sprintf("report_no,vrij%s", text[len("report_no,organisation"):])
}
