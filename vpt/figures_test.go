package vpt_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

func TestPermille(t *testing.T) {
	for _, row := range []struct{ k, n, want int }{
		{0, 5, 0}, {5, 5, 1000}, {1, 8, 125}, {1, 3 * 3, 111}, {2, 9, 222}, {2, 3 * 4, 167},
		{1, 16, 63}, // 62.5: half up
		{1, 2000, 1}, {1, 2001, 0}, {999, 2000, 500}, {135, 453, 298},
		{7, 6, 1167}, // more lines than reports: a line may hold more than its base
		{1, 4, vpt.NoPercentage}, {0, 0, vpt.NoPercentage}, {4, 4, vpt.NoPercentage},
	} {
		if got := vpt.Permille(row.k, row.n); got != row.want {
			t.Errorf("%d of %d is %d per mille, want %d", row.k, row.n, got, row.want)
		}
	}
}

func TestPermille_IsRoundedHalfUpExactly(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(vpt.MinimumBase, 1_000_000).Draw(rt, "n")
		k := rapid.IntRange(0, n).Draw(rt, "k")
		exact := big.NewRat(int64(k)*1000, int64(n))
		off := new(big.Rat).Sub(big.NewRat(int64(vpt.Permille(k, n)), 1), exact)
		if off.Cmp(big.NewRat(-1, 2)) <= 0 || off.Cmp(big.NewRat(1, 2)) > 0 {
			rt.Fatalf("%d of %d is %s per mille, given as %d", k, n, exact.FloatString(3), vpt.Permille(k, n))
		}
	})
}

func TestValidPeriod(t *testing.T) {
	for _, row := range []struct {
		period vpt.Period
		want   []string
	}{
		{vpt.Period{From: "2026-01-01", To: "2026-06-30"}, nil},
		{vpt.Period{From: "2026-06-30", To: "2026-06-30"}, nil},
		{vpt.Period{From: "2026-06-30", To: "2026-06-29"}, []string{"datumTot"}},
		{vpt.Period{From: "2010-01-01", To: "2026-06-30"}, []string{"datumTot"}},
		{vpt.Period{To: "2026-06-30"}, []string{"datumVanaf"}},
		{vpt.Period{From: "2026-13-01", To: "x"}, []string{"datumTot", "datumVanaf"}},
	} {
		got := paths(vpt.ValidPeriod(row.period))
		slices.Sort(got)
		if !slices.Equal(got, row.want) {
			t.Errorf("%v is refused at %v, want %v", row.period, got, row.want)
		}
	}
}

// What is wrong is told in the same order each time: a form that shows its
// errors in another order at each sending looks broken.
func TestValidPeriod_TellsInOneOrder(t *testing.T) {
	for range 50 {
		if got := paths(vpt.ValidPeriod(vpt.Period{})); !slices.Equal(got, []string{"datumVanaf", "datumTot"}) {
			t.Fatalf("told as %v, want datumVanaf before datumTot", got)
		}
	}
}

func TestFigureRef_Split(t *testing.T) {
	for ref, want := range map[vpt.FigureRef][2]string{
		vpt.RefReports: {"meldingen", ""}, vpt.KindRef("verbaal"): {"soort", "verbaal"}, vpt.MeasureRef("M1"): {"maatregel", "M1"},
		vpt.PoliceRef(vpt.PoliceComplaint): {"politie", string(vpt.PoliceComplaint)}, "a.b.c": {"a", "b.c"},
	} {
		if figure, code := ref.Split(); string(figure) != want[0] || code != want[1] {
			t.Errorf("%s is split into %q and %q, want %q", ref, figure, code, want)
		}
	}
}
