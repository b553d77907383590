package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// numbers gives the cases of a worklist in their order.
func numbers(w vpt.Worklist) string {
	var out []string
	for _, item := range w.Items {
		out = append(out, strings.TrimLeft(item.Number[len("Z-2026-"):], "0"))
	}
	return strings.Join(out, " ")
}

// threeUnits makes cases 1 (Balie), 2 (Loket, a day later) and 3 (Werk).
func threeUnits(w *apptest.World) {
	w.Report("rosa", nil)
	w.Clock.Advance(24 * time.Hour)
	w.Report("leo", nil)
	w.Report("wim", func(in *vpt.ReportIncident) { in.Kinds = []string{"F1"}; in.Channel = "straat" })
}

func TestWorklist_WhoSeesWhat(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		threeUnits(w)
		w.Deputise()
		w.Report("mila", nil) // 4: she is affected herself, so the coordinator's
		for _, row := range []struct {
			who  string
			f    vpt.WorkFilter
			want string
		}{
			{"mila", vpt.WorkFilter{}, "1 2"},
			{"dirk", vpt.WorkFilter{}, "1 2 4"},
			{"dirk", vpt.WorkFilter{Mine: true}, "1 2"},
			{"wout", vpt.WorkFilter{}, "3"},
			{"cora", vpt.WorkFilter{}, "1 2 3 4"},
			{"olga", vpt.WorkFilter{}, ""},
			{"mila", vpt.WorkFilter{Unit: w.Units["Loket"]}, "2"},
			{"mila", vpt.WorkFilter{Unit: w.Units["Werk"]}, ""},
			{"cora", vpt.WorkFilter{Unit: w.Units["Werk"]}, "3"},
			{"cora", vpt.WorkFilter{Mine: true}, ""},
			{"cora", vpt.WorkFilter{Kind: "F"}, "3"},
			{"cora", vpt.WorkFilter{Kind: "V2"}, "1 2 4"},
			{"cora", vpt.WorkFilter{Channel: "straat"}, "3"},
			{"cora", vpt.WorkFilter{Class: 3}, ""},
			{"cora", vpt.WorkFilter{From: "2026-11-18"}, "2 3 4"},
			{"cora", vpt.WorkFilter{Until: "2026-11-17"}, "1"},
			{"cora", vpt.WorkFilter{State: vpt.CaseClosed}, ""},
			{"cora", vpt.WorkFilter{State: vpt.CaseOpen, Late: true}, ""},
		} {
			got, err := w.App.Worklist(context.Background(), w.Actor(row.who), row.f)
			w.Must(err)
			if numbers(got) != row.want {
				t.Errorf("%s with %+v sees %q, want %q", row.who, row.f, numbers(got), row.want)
			}
		}
		for _, stranger := range []string{"rosa", "bea", "ada", "otto"} {
			if _, err := w.App.Worklist(context.Background(), w.Actor(stranger), vpt.WorkFilter{}); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s: %v, want forbidden", stranger, err)
			}
		}
	})
}

func TestWorklist_AnItemSaysEnough(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		threeUnits(w)
		w.Clock.Advance(time.Hour)
		got, err := w.App.Worklist(context.Background(), w.Actor("mila"), vpt.WorkFilter{})
		w.Must(err)
		first := got.Items[0]
		if got.Open != 2 || got.Late != 1 || !first.Late || got.Items[1].Late {
			t.Errorf("open %d, late %d, first late %v, second late %v", got.Open, got.Late, first.Late, got.Items[1].Late)
		}
		if first.UnitName != "Balie" || first.Owner.Name.Reveal() != "Mila van Dijk" || first.Affected[0].Reveal() != "Rosa de Wit" ||
			first.Next != vpt.NextAssess || first.NextClock != vpt.ClockReaction || first.Kinds[0].Code != "V2" {
			t.Errorf("item %+v", first)
		}
		late, err := w.App.Worklist(context.Background(), w.Actor("mila"), vpt.WorkFilter{Late: true})
		w.Must(err)
		if numbers(late) != "1" {
			t.Errorf("late: %q", numbers(late))
		}
	})
}

func TestWorklist_PagesMeetWithoutGapOrDouble(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for i := range 7 {
			w.Report([]string{"rosa", "leo", "wim"}[i%3], nil) // the same instant: the id breaks the tie
		}
		for _, who := range []string{"cora", "mila"} {
			var all []string
			f := vpt.WorkFilter{Limit: 2}
			for range 10 {
				page, err := w.App.Worklist(context.Background(), w.Actor(who), f)
				w.Must(err)
				for _, item := range page.Items {
					all = append(all, item.Number)
				}
				if f.After = page.Next; page.Next == "" {
					break
				}
			}
			want := map[string]int{"cora": 7, "mila": 5}[who]
			if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != want || len(all) != want {
				t.Errorf("%s: pages gave %v, want %d different ones", who, all, want)
			}
		}
	})
}

func TestWorklist_ClosedNewestFirst(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for range 3 {
			h := handle(w, "rosa", "mila")
			h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictWithdrawn, Why: vpt.NewPrivate("ingetrokken")}))
			h.tell()
			h.Must(h.App.CloseCase(h.ctx, h.who, vpt.CloseCase{Case: h.Case, Message: vpt.NewPrivate("Dank je.")}))
			w.Clock.Advance(24 * time.Hour)
		}
		f := vpt.WorkFilter{State: vpt.CaseClosed, Limit: 2}
		page, err := w.App.Worklist(context.Background(), w.Actor("mila"), f)
		w.Must(err)
		f.After = page.Next
		rest, err := w.App.Worklist(context.Background(), w.Actor("mila"), f)
		w.Must(err)
		if got := numbers(page) + " " + numbers(rest); got != "3 2 1" || rest.Next != "" {
			t.Errorf("closed cases %q, cursor %q", got, rest.Next)
		}
	})
}

func TestWorklist_IsLoggedOncePerQuarter(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Report("rosa", nil)
		looks := func() string {
			return w.Value(`SELECT COUNT(position) || '' FROM audit_leaf WHERE subject LIKE 'lijst:werkvoorraad%'`)
		}
		for range 3 {
			_, err := w.App.Worklist(context.Background(), w.Actor("mila"), vpt.WorkFilter{})
			w.Must(err)
		}
		before := looks()
		w.Clock.Advance(16 * time.Minute)
		_, err := w.App.Worklist(context.Background(), w.Actor("mila"), vpt.WorkFilter{})
		w.Must(err)
		if after := looks(); before != "1" || after != "2" {
			t.Errorf("%s looks logged in a quarter, %s after it; want 1 and 2", before, after)
		}
	})
}

func TestFindNumber_WholeNumbersInReach(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		report, casefile := w.Report("rosa", nil)
		for _, row := range []struct{ who, number, want string }{
			{"mila", report, casefile}, {"mila", casefile, casefile}, {"mila", " z-2026-00001 ", casefile}, {"cora", report, casefile},
			{"mila", "M-2026-0000", ""}, {"mila", "Rosa", ""}, {"wout", casefile, ""}, {"olga", casefile, ""}, {"rosa", report, ""},
		} {
			got, err := w.App.FindNumber(context.Background(), w.Actor(row.who), row.number)
			if got != row.want || (err == nil) != (row.want != "") {
				t.Errorf("%s looks for %q: %q, %v; want %q", row.who, row.number, got, err, row.want)
			}
		}
	})
}

func TestWorklist_ManyCasesOnePage(t *testing.T) {
	w := apptest.SQLite(t)
	for i := range 30 {
		w.Report("rosa", func(in *vpt.ReportIncident) { in.Account = vpt.NewPrivate(fmt.Sprintf("voorval %d", i)) })
	}
	page, err := w.App.Worklist(context.Background(), w.Actor("mila"), vpt.WorkFilter{})
	w.Must(err)
	if len(page.Items) != 25 || page.Next == "" || page.Open != 30 {
		t.Errorf("%d items, cursor %q, %d open", len(page.Items), page.Next, page.Open)
	}
}
