package vpt_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

// paths gives the fields that an error names.
func paths(err error) []string {
	var e *vpt.Error
	if !errors.As(err, &e) {
		return nil
	}
	out := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		out[i] = f.Path
	}
	return out
}

func TestDate_Valid(t *testing.T) {
	for _, day := range []vpt.Date{"2026-11-17", "2024-02-29", "1900-01-01", "2199-12-31"} {
		if !day.Valid() {
			t.Errorf("%s is refused", day)
		}
	}
	for _, day := range []vpt.Date{
		"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "17-11-2026", "1899-12-31", "2200-01-01",
		"2026-11-17 ", " 2026-11-17", "2026-11-17T00:00", "02026-11-17", "-026-11-17", "2026-11-31",
	} {
		if day.Valid() {
			t.Errorf("%q is taken for a day", day)
		}
	}
}

func TestDate_At(t *testing.T) {
	zone := amsterdam(t)
	for _, row := range []struct {
		day  vpt.Date
		want string // UTC
	}{{"2026-01-15", "2026-01-15T16:00:00Z"}, {"2026-07-15", "2026-07-15T15:00:00Z"}, {"2026-03-29", "2026-03-29T15:00:00Z"}} {
		if got := row.day.At(17, 0, zone).UTC().Format(time.RFC3339); got != row.want {
			t.Errorf("17:00 on %s is %s, want %s", row.day, got, row.want)
		}
	}
	if !vpt.Date("onzin").At(17, 0, zone).IsZero() {
		t.Error("a day that is none has an instant")
	}
}

func TestDate_AddYearsOnALeapDay(t *testing.T) {
	for _, row := range []struct {
		day  vpt.Date
		n    int
		want vpt.Date
	}{
		{"2024-02-29", 1, "2025-03-01"}, {"2024-02-29", 4, "2028-02-29"}, {"2026-11-17", -20, "2006-11-17"}, {"onzin", 1, ""},
	} {
		if got := row.day.AddYears(row.n); got != row.want {
			t.Errorf("%s and %d years is %q, want %q", row.day, row.n, got, row.want)
		}
	}
}

func TestPeriod_BeforeAndYearBefore(t *testing.T) {
	for _, row := range []struct {
		name                 string
		period, before, year vpt.Period
	}{
		{"second half year", vpt.Period{From: "2026-07-01", To: "2026-12-31"},
			vpt.Period{From: "2026-01-01", To: "2026-06-30"}, vpt.Period{From: "2025-07-01", To: "2025-12-31"}},
		{"first half year", vpt.Period{From: "2026-01-01", To: "2026-06-30"},
			vpt.Period{From: "2025-07-01", To: "2025-12-31"}, vpt.Period{From: "2025-01-01", To: "2025-06-30"}},
		{"year", vpt.Period{From: "2026-01-01", To: "2026-12-31"},
			vpt.Period{From: "2025-01-01", To: "2025-12-31"}, vpt.Period{From: "2025-01-01", To: "2025-12-31"}},
		{"quarter", vpt.Period{From: "2026-04-01", To: "2026-06-30"},
			vpt.Period{From: "2026-01-01", To: "2026-03-31"}, vpt.Period{From: "2025-04-01", To: "2025-06-30"}},
		{"March", vpt.Period{From: "2024-03-01", To: "2024-03-31"},
			vpt.Period{From: "2024-02-01", To: "2024-02-29"}, vpt.Period{From: "2023-03-01", To: "2023-03-31"}},
		{"a leap February: the whole month of the year before", vpt.Period{From: "2024-02-01", To: "2024-02-29"},
			vpt.Period{From: "2024-01-01", To: "2024-01-31"}, vpt.Period{From: "2023-02-01", To: "2023-02-28"}},
		{"February after a leap year: 29 days in the year before", vpt.Period{From: "2025-02-01", To: "2025-02-28"},
			vpt.Period{From: "2025-01-01", To: "2025-01-31"}, vpt.Period{From: "2024-02-01", To: "2024-02-29"}},
		{"ten days", vpt.Period{From: "2026-11-08", To: "2026-11-17"},
			vpt.Period{From: "2026-10-29", To: "2026-11-07"}, vpt.Period{From: "2025-11-08", To: "2025-11-17"}},
		{"one day", vpt.Period{From: "2026-03-01", To: "2026-03-01"},
			vpt.Period{From: "2026-02-28", To: "2026-02-28"}, vpt.Period{From: "2025-03-01", To: "2025-03-01"}},
		{"nonsense", vpt.Period{From: "x", To: "2026-03-01"}, vpt.Period{}, vpt.Period{}},
	} {
		if got := row.period.Before(); got != row.before {
			t.Errorf("%s: before is %v, want %v", row.name, got, row.before)
		}
		if got := row.period.YearBefore(); got != row.year {
			t.Errorf("%s: a year before is %v, want %v", row.name, got, row.year)
		}
	}
}

func TestPeriod_Properties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		from := vpt.Date("2020-01-01").AddDays(rapid.IntRange(0, 4000).Draw(rt, "from"))
		p := vpt.Period{From: from, To: from.AddDays(rapid.IntRange(0, 800).Draw(rt, "days"))}
		before := p.Before()
		if !before.Valid() || before.To.AddDays(1) != p.From {
			rt.Fatalf("%v does not end on the day before %v", before, p)
		}
		if !p.Holds(p.From) || !p.Holds(p.To) || p.Holds(before.To) || p.Holds(p.To.AddDays(1)) {
			rt.Fatalf("%v does not hold its own days, or holds others", p)
		}
		if n := p.Days(); p.From.AddDays(n-1) != p.To {
			rt.Fatalf("%v counts %d days", p, n)
		}
		if year := p.YearBefore(); !year.Valid() || year.From.Year() != p.From.Year()-1 {
			rt.Fatalf("a year before %v is %v", p, year)
		}
	})
}

func TestValidTime(t *testing.T) {
	for _, text := range []string{"00:00", "09:30", "23:59"} {
		if !vpt.ValidTime(text) {
			t.Errorf("%s is refused", text)
		}
	}
	for _, text := range []string{"", "24:00", "9:30", "09:60", "0930", "09:3", "09:30 ", "9:030", "09.30"} {
		if vpt.ValidTime(text) {
			t.Errorf("%q is taken for a time", text)
		}
	}
}
