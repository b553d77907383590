package page

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// maxSeries is how many hues a chart may have; more cannot be told apart, and
// belong in a table.
const maxSeries = 5

// BarChart is lying bars, each with its label above and its value behind it:
// "bar-chart". Positions are percentages and letters keep their size, so it
// reads the same on a phone and on a desk. Put a Table with the same numbers
// under it.
type BarChart struct {
	ID          string // unique on the page
	Title       string
	Description string // what one sees, in a sentence, for who cannot
	Bars        []Bar
	Source      string // "Bron: meldingen 1 januari – 30 juni 2026"
}

// Bar is one bar.
type Bar struct {
	Label  string
	Value  float64 // zero or more; anything else draws no bar
	Text   string  // the value as people read it: "38" or "minder dan 5"
	Series int     // 0–4, the hue
}

// Geometry of a bar: a label of 24 pixels, a bar of 20, and room below.
const (
	barStep   = 60
	barTop    = 28
	barThick  = 20
	barRoom   = 82 // percent of the width for the longest bar; the rest is for its value
	lineTall  = 220
	lineTop   = 16
	lineLeft  = 4
	lineRight = 72 // percent; the rest is for the names of the lines
	shortName = 10 // letters that fit there on a phone; a longer name ends at the edge
)

// drawnBar is a bar with its place.
type drawnBar struct {
	Bar
	LabelY, BarY, TextY int
	Width               string
	TextX               string
}

// Height is the height of the drawing in pixels.
func (c BarChart) Height() int { return len(c.Bars) * barStep }

// Drawn gives each bar its place, for the template.
func (c BarChart) Drawn() []drawnBar {
	longest := 0.0
	for _, bar := range c.Bars {
		longest = max(longest, positive(bar.Value))
	}
	out := make([]drawnBar, len(c.Bars))
	for i, bar := range c.Bars {
		share := 0.0
		if longest > 0 {
			share = positive(bar.Value) / longest * barRoom
		}
		bar.Series = hue(bar.Series)
		out[i] = drawnBar{
			Bar: bar, LabelY: i*barStep + 18, BarY: i*barStep + barTop, TextY: i*barStep + barTop + 16,
			Width: percent(share), TextX: percent(share),
		}
	}
	return out
}

// LineChart is one to five lines over the same moments, each with its name at
// its end: "line-chart". Lines differ in stroke and marker too, so it reads in
// grey.
type LineChart struct {
	ID          string
	Title       string
	Description string
	Moments     []string // labels below; the first, the middle and the last are shown
	Lines       []Line
	Top         float64 // end of the scale; 0 takes the highest value
	TopText     string  // the end of the scale as people read it
	Source      string
}

// Line is one line; Values has one value per moment, NaN where there is none.
type Line struct {
	Name   string // short: a phone has room for some ten letters behind the line
	Values []float64
}

// drawnLine is a line with its places.
type drawnLine struct {
	Name     string
	Series   int
	Segments []segment
	Points   []point
	EndX     string // place of the name
	EndY     int
	Anchor   string // the side of the name that lies at EndX
}

type segment struct {
	X1, X2 string
	Y1, Y2 string
}

type point struct {
	X string
	Y string
}

// tick is a label below the chart.
type tick struct {
	X, Anchor, Text string
}

// Height is the height of the drawing in pixels.
func (c LineChart) Height() int { return lineTall + 32 }

// Base is the place of the zero line.
func (c LineChart) Base() int { return lineTall }

// Ticks are the labels of the first, the middle and the last moment.
func (c LineChart) Ticks() []tick {
	n := len(c.Moments)
	if n == 0 {
		return nil
	}
	out := []tick{{percent(lineLeft), "start", c.Moments[0]}}
	if n > 4 {
		out = append(out, tick{c.x(n / 2), "middle", c.Moments[n/2]})
	}
	if n > 1 {
		out = append(out, tick{c.x(n - 1), "end", c.Moments[n-1]})
	}
	return out
}

// Drawn gives each line its places. Lines past the fifth are left out.
func (c LineChart) Drawn() []drawnLine {
	top := c.Top
	for _, line := range c.Lines {
		for _, value := range line.Values {
			top = max(top, positive(value))
		}
	}
	var out []drawnLine
	for i, line := range c.Lines[:min(len(c.Lines), maxSeries)] {
		out = append(out, c.drawLine(i, line, top))
	}
	spread(out)
	return out
}

func (c LineChart) drawLine(series int, line Line, top float64) drawnLine {
	drawn := drawnLine{Name: line.Name, Series: series, EndX: percent(lineRight + 3), Anchor: "start"}
	if utf8.RuneCountInString(line.Name) > shortName {
		drawn.EndX, drawn.Anchor = "100%", "end"
	}
	previous := -1
	for i, value := range line.Values {
		if math.IsNaN(value) {
			previous = -1
			continue
		}
		at := point{c.x(i), y(value, top)}
		if previous >= 0 {
			last := drawn.Points[len(drawn.Points)-1]
			drawn.Segments = append(drawn.Segments, segment{X1: last.X, Y1: last.Y, X2: at.X, Y2: at.Y})
		}
		drawn.Points = append(drawn.Points, at)
		drawn.EndY = int(place(value, top)) + 5
		previous = i
	}
	return drawn
}

// spread moves the names of lines that end close together apart.
func spread(lines []drawnLine) {
	const apart = 20
	for moved, round := true, 0; moved && round < 2*lineTall; round++ {
		moved = false
		for i := range lines {
			for j := range lines {
				if gap := lines[j].EndY - lines[i].EndY; i < j && gap > -apart && gap < apart {
					up, down := i, j
					if gap < 0 {
						up, down = j, i
					}
					lines[up].EndY--
					lines[down].EndY++
					moved = true
				}
			}
		}
	}
}

// x is the place of the moment at position i.
func (c LineChart) x(i int) string {
	if len(c.Moments) < 2 {
		return percent(lineLeft)
	}
	return percent(lineLeft + float64(i)/float64(len(c.Moments)-1)*(lineRight-lineLeft))
}

// place is the distance of value from the top of the drawing in pixels.
func place(value, top float64) float64 {
	if top <= 0 {
		return lineTall
	}
	return lineTall - positive(value)/top*(lineTall-lineTop)
}

func y(value, top float64) string { return strconv.FormatFloat(place(value, top), 'f', 1, 64) }

func percent(share float64) string { return fmt.Sprintf("%.2f%%", share) }

// positive keeps what no chart can draw out of it.
func positive(value float64) float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) || value < 0 {
		return 0
	}
	return value
}

// hue keeps a series within the hues there are.
func hue(series int) int { return max(0, min(series, maxSeries-1)) }
