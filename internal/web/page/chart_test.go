package page

import (
	"math"
	"strings"
	"testing"
)

func TestBarsKeepWithinTheDrawing(t *testing.T) {
	chart := BarChart{Bars: []Bar{
		{Label: "a", Value: 40}, {Label: "b", Value: 10}, {Label: "c"}, {Label: "d", Value: math.NaN()},
		{Label: "e", Value: -3}, {Label: "f", Value: math.Inf(1)}, {Label: "g", Value: 20, Series: 9},
	}}
	want := []string{"82.00%", "20.50%", "0.00%", "0.00%", "0.00%", "0.00%", "41.00%"}
	for i, bar := range chart.Drawn() {
		if bar.Width != want[i] || bar.TextX != want[i] {
			t.Errorf("%s is %s wide, want %s", bar.Label, bar.Width, want[i])
		}
		if bar.Series < 0 || bar.Series >= maxSeries {
			t.Errorf("%s has hue %d", bar.Label, bar.Series)
		}
		if bar.BarY+barThick > chart.Height() {
			t.Errorf("%s lies below the drawing", bar.Label)
		}
	}
}

func TestAChartWithoutNumbersDrawsNoBars(t *testing.T) {
	for _, bar := range (BarChart{Bars: []Bar{{Label: "a"}, {Label: "b"}}}).Drawn() {
		if bar.Width != "0.00%" {
			t.Errorf("%s is %s wide", bar.Label, bar.Width)
		}
	}
	empty := LineChart{}
	if empty.Ticks() != nil || empty.Drawn() != nil {
		t.Error("an empty line chart draws something")
	}
}

func TestALineBreaksWhereThereIsNoValue(t *testing.T) {
	chart := LineChart{Moments: []string{"1", "2", "3", "4"}, Lines: []Line{{Values: []float64{1, 2, math.NaN(), 4}}}}
	line := chart.Drawn()[0]
	if len(line.Points) != 3 || len(line.Segments) != 1 {
		t.Fatalf("%d points and %d segments, want 3 and 1", len(line.Points), len(line.Segments))
	}
	if line.Points[0].X != "4.00%" || line.Points[2].X != "72.00%" {
		t.Errorf("points from %s to %s", line.Points[0].X, line.Points[2].X)
	}
	if line.Points[2].Y != "16.0" || line.Points[0].Y != "169.0" {
		t.Errorf("4 of 4 lies at %s and 1 of 4 at %s", line.Points[2].Y, line.Points[0].Y)
	}
}

func TestNamesOfLinesStandApartAndAreFiveAtMost(t *testing.T) {
	var lines []Line
	for _, name := range strings.Fields("een twee drie vier vijf zes") {
		lines = append(lines, Line{Name: name, Values: []float64{3, 3}})
	}
	drawn := LineChart{Moments: []string{"a", "b"}, Lines: lines}.Drawn()
	if len(drawn) != maxSeries {
		t.Fatalf("%d lines, want %d", len(drawn), maxSeries)
	}
	for i := range drawn {
		for j := range drawn[:i] {
			if gap := drawn[i].EndY - drawn[j].EndY; gap > -18 && gap < 18 {
				t.Errorf("%s and %s stand %d apart", drawn[i].Name, drawn[j].Name, gap)
			}
		}
	}
}
