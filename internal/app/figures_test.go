package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestFigures_AreThoseOfTheReportOf2014(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		who := uwv(w)
		out := importText(w, who, fixture(t))
		if out.Rows != 396 || out.Added != 396 || out.Known != 0 || out.Refused != 0 {
			t.Fatalf("import: %d rows, %d added, %d known, %d refused", out.Rows, out.Added, out.Known, out.Refused)
		}
		f := figures(w, who, secondHalf2014)
		if got := printed(f); got != asInTheReport {
			t.Errorf("got  %s\nwant %s", got, asInTheReport)
		}
		if !slices.Contains(f.Remarks, vpt.RemarkManyKinds) || !slices.Contains(f.Remarks, vpt.RemarkNoTotal) {
			t.Errorf("remarks %q lack the sentence about several kinds", f.Remarks)
		}
		again := importText(w, who, fixture(t))
		if again.Added != 0 || again.Known != 396 || again.Refused != 0 {
			t.Errorf("twice: %d added, %d known, %d refused", again.Added, again.Known, again.Refused)
		}
		if got := printed(figures(w, who, secondHalf2014)); got != asInTheReport {
			t.Errorf("after importing twice: %s", got)
		}
		total := 0
		for _, m := range f.Months {
			total += m.Count
		}
		if len(f.Months) != 6 || f.Months[0].Month != "2014-07" || total != 396 || f.Months[0].Partial {
			t.Errorf("months: %v", f.Months)
		}
		if got := figures(w, apptest.Command(w.Other.ID), secondHalf2014); got.Reports != 0 || got.NoReaction != 0 || got.Police.Total != 0 {
			t.Errorf("another organisation sees %s", printed(got))
		}
	})
}

// Nothing was reported yet in a month to come; a nought there reads as a fall.
func TestFigures_LeaveOutMonthsToCome(t *testing.T) {
	w := apptest.SQLite(t)
	f := figures(w, w.Actor("cora"), vpt.Period{From: "2026-07-01", To: "2026-12-31"})
	if n := len(f.Months); n != 5 || f.Months[4].Month != "2026-11" || !f.Months[4].Partial {
		t.Errorf("on %s the months are %v", apptest.Start, f.Months)
	}
}

// The report does not tell how kinds, measures and police overlap: every other
// overlap with the same margins must print the same.
func TestFigures_OtherOverlapsPrintTheSame(t *testing.T) {
	for name, overlap := range map[string]func() [][2]string{"in threes": overlapInThrees, "in pairs": overlapInPairs} {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, func(t *testing.T, w *apptest.World) {
				who := uwv(w)
				importText(w, who, registerOf(overlap()))
				if got := printed(figures(w, who, secondHalf2014)); got != asInTheReport {
					t.Errorf("got  %s\nwant %s", got, asInTheReport)
				}
			})
		})
	}
}

const verbal, threat, physical = "verbale agressie", "persoonlijke bedreiging", "fysieke agressie"

func times(n int, kinds string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = kinds
	}
	return out
}

// spreadMeasures puts the 261 measures on the first 261 rows and the police on
// the last 28, which no row of the fixture does.
func spreadMeasures(kinds []string) [][2]string {
	measures := slices.Concat(times(108, "zware waarschuwing"), times(98, "lichte waarschuwing"), times(43, "pandverbod"), times(12, "telefonisch contactverbod"))
	out := make([][2]string, len(kinds))
	for i, k := range kinds {
		out[i][0] = k + ",,nee"
		if i < len(measures) {
			out[i][0] = k + "," + measures[i] + ",nee"
		}
		if i >= len(kinds)-28 {
			out[i][0] = strings.TrimSuffix(out[i][0], "nee") + "ja"
		}
	}
	return out
}

// 13 reports carry all three kinds: 165 + 212 + 6 + 13 = 396.
func overlapInThrees() [][2]string {
	return spreadMeasures(slices.Concat(times(13, verbal+";"+threat+";"+physical), times(165, verbal), times(212, threat), times(6, physical)))
}

// 26 reports carry two: 19 verbal and threat, 7 threat and physical.
func overlapInPairs() [][2]string {
	return spreadMeasures(slices.Concat(times(19, verbal+" | "+threat), times(7, physical+";"+threat), times(159, verbal), times(199, threat), times(12, physical)))
}

func registerOf(rows [][2]string) string {
	var b strings.Builder
	b.WriteString("nummer,organisatie,datum melding,soorten,maatregelen,politie\n")
	for i, r := range rows {
		fmt.Fprintf(&b, "V-%04d,UWV,%d-%d-2014,%s\n", i+1, 1+i%28, 7+i%6, r[0])
	}
	return b.String()
}

func TestFigures_CountByReportingDate(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		who := uwv(w)
		importText(w, who, "nummer,meldingsdatum,incidentdatum,soort\n"+
			"A,30-6-2014,30-6-2014,fysiek\n"+ // the day before
			"B,1-7-2014,30-6-2014,verbaal\n"+ // reported on the first day about the day before
			"C,31-12-2014,31-12-2014,verbaal\n"+
			"D,1-1-2015,31-12-2014,fysiek\n") // about the last day, reported after it
		if f := figures(w, who, secondHalf2014); f.Reports != 2 || f.Kinds[0].Count != 2 || f.Kinds[2].Count != 0 {
			t.Errorf("got %s", printed(f))
		}
		if f := figures(w, who, vpt.Period{From: "2014-01-01", To: "2014-06-30"}); f.Reports != 1 {
			t.Errorf("half year before: %s", printed(f))
		}
	})
}

func TestFigures_SmallBaseHasNoPercentageAndThePeriodBeforeStandsBeside(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		who := uwv(w)
		text := "nummer,meldingsdatum,soort,maatregel\n"
		for i := range 4 {
			text += fmt.Sprintf("K%d,%d-8-2014,verbaal,ordegesprek\n", i, i+1)
		}
		for i := range 5 {
			text += fmt.Sprintf("L%d,%d-2-2014,bedreiging,pandverbod\n", i, i+1)
		}
		importText(w, who, text)
		f := figures(w, who, secondHalf2014)
		if f.Kinds[0].Count != 4 || f.Kinds[0].Permille != vpt.NoPercentage || !slices.Contains(f.Remarks, vpt.RemarkSmallBase) {
			t.Errorf("base of four: %+v %q", f.Kinds[0], f.Remarks)
		}
		if f.ReportsPrior != 5 || f.Kinds[1].CountPrior != 5 || f.NoReactPrior != 0 {
			t.Errorf("the period before: %d reports, %d threats", f.ReportsPrior, f.Kinds[1].CountPrior)
		}
		if len(f.Measures) != 2 || f.Measures[0].Code != "M3" || f.Measures[1].CountPrior != 5 || f.Measures[1].Count != 0 {
			t.Errorf("measures: %+v", f.Measures)
		}
		if f := figures(w, who, vpt.Period{From: "2014-01-01", To: "2014-06-30"}); f.Kinds[1].Permille != 1000 {
			t.Errorf("base of five: %+v", f.Kinds[1])
		}
	})
}

func TestFigures_OfLivingCases(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, mila := context.Background(), w.Actor("mila")
		_, threatened := w.Report("rosa", nil) // reported as V2
		_, merged := w.Report("anna", nil)
		_, withdrawn := w.Report("leo", nil)
		_, double := w.Report("rosa", nil)
		w.Report("wim", nil)
		w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: threatened, Kinds: []string{"B1"}, Class: 3, Verdict: vpt.VerdictAggression, FactsComplete: true}))
		w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: withdrawn, Verdict: vpt.VerdictWithdrawn, Why: vpt.NewPrivate("op verzoek")}))
		w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: double, Verdict: vpt.VerdictDuplicate, Why: vpt.NewPrivate("al gemeld")}))
		w.Must(w.App.MergeCases(ctx, mila, vpt.MergeCases{Into: threatened, From: merged}))
		w.Must(w.App.RecordPolice(ctx, mila, vpt.RecordPolice{Case: threatened, Kind: vpt.PoliceNotice, DoneOn: "2026-11-17"}))
		w.Must(w.App.RecordPolice(ctx, mila, vpt.RecordPolice{Case: threatened, Kind: vpt.PoliceComplaint, DoneOn: "2026-11-17"}))
		w.Must(w.App.DecideMeasure(ctx, mila, vpt.DecideMeasure{Case: threatened, Kind: "M0", Reason: vpt.NewPrivate("meteen aangesproken"), DecideOn: "2026-11-17"}))
		f := figures(w, w.Actor("cora"), vpt.Period{From: "2026-07-01", To: "2026-12-31"})
		// The two reports of the merged case count as assessed: as threats.
		want := "5; verbaal 3/5=600 bedreiging 2/5=400 fysiek 0/5=0 overig 0/5=0; M0 1; politie 1+1+0=1; geen reactie 3"
		if got := printed(f); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if f.Withdrawn != 1 || f.Duplicate != 1 || f.Merged != 1 || f.NoAggression != 0 || !f.Partial || !f.MayDrill {
			t.Errorf("apart: %+v", f)
		}
		if f.ReactionTimed != 2 || f.ReactionIn24h != 2 {
			t.Errorf("reacted to %d of %d; clocks that still run must not count as missed", f.ReactionIn24h, f.ReactionTimed)
		}
		if ada := figures(w, w.Actor("ada"), vpt.Period{From: "2026-07-01", To: "2026-12-31"}); ada.Reports != 5 || ada.MayDrill {
			t.Errorf("the analyst: %d reports, drill %v", ada.Reports, ada.MayDrill)
		}
	})
}

func TestFigures_WhoMay(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		p := vpt.Period{From: "2026-01-01", To: "2026-06-30"}
		for _, name := range []string{"rosa", "mila", "bea"} {
			if _, err := w.App.Figures(context.Background(), w.Actor(name), p); err == nil {
				t.Errorf("%s sees the figures", name)
			}
		}
		for _, name := range []string{"rosa", "mila", "bea", "ada"} {
			if _, err := w.App.FigureReports(context.Background(), w.Actor(name), vpt.DrillQuery{Period: p, Figure: vpt.RefReports}); err == nil {
				t.Errorf("%s sees the reports behind the figures", name)
			}
		}
		if _, err := w.App.Figures(context.Background(), w.Actor("ada"), vpt.Period{From: "2026-06-30", To: "2026-01-01"}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a period that runs back: %v", err)
		}
	})
}
