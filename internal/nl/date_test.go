package nl

import (
	"testing"
	"time"
)

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestDates(t *testing.T) {
	loc := amsterdam(t)
	moment := time.Date(2026, 7, 2, 12, 0, 0, 0, time.UTC) // 14:00 in summer
	for _, c := range []struct{ got, want string }{
		{Date(moment, "nl"), "2 juli 2026"}, {Date(moment, "en"), "2 July 2026"}, {Date(moment, "fr"), "2 juli 2026"},
		{Day("2026-01-31", "nl"), "31 januari 2026"}, {Day("2026-01-31", "en"), "31 January 2026"},
		{Day("datum onbekend", "nl"), "datum onbekend"},
		{ClockTime(moment, loc), "14:00"},
		{DateTime(moment, loc, "nl"), "do 2 juli 14:00"}, {DateTime(moment, loc, "en"), "Thu 2 July 14:00"},
		{Period("2014-07-01", "2014-12-31", "nl"), "1 juli tot en met 31 december 2014"},
		{Period("2014-12-01", "2015-01-31", "en"), "1 December 2014 to 31 January 2015"},
		{Period("eind 2013", "2014-12-31", "nl"), "eind 2013 tot en met 31 december 2014"},
		{Weekday(time.Wednesday, "nl"), "woensdag"}, {Weekday(time.Wednesday, "en"), "Wednesday"},
		{MonthName(time.May, "nl"), "mei"}, {MonthName(time.December, "en"), "December"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestRelative(t *testing.T) {
	loc := amsterdam(t)
	now := time.Date(2026, 7, 2, 22, 30, 0, 0, time.UTC) // 00:30 on 3 July in Amsterdam
	for _, c := range []struct {
		at     time.Time
		nl, en string
	}{
		{time.Date(2026, 7, 3, 12, 0, 0, 0, time.UTC), "vandaag 14:00", "today 14:00"},
		{time.Date(2026, 7, 2, 21, 59, 0, 0, time.UTC), "gisteren 23:59", "yesterday 23:59"},
		{time.Date(2026, 7, 2, 22, 0, 0, 0, time.UTC), "vandaag 00:00", "today 00:00"},
		{time.Date(2026, 7, 3, 22, 0, 0, 0, time.UTC), "morgen 00:00", "tomorrow 00:00"},
		{time.Date(2026, 7, 5, 9, 0, 0, 0, time.UTC), "zo 5 juli 11:00", "Sun 5 July 11:00"},
		{time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC), "wo 1 juli 11:00", "Wed 1 July 11:00"},
		{time.Date(2025, 7, 2, 9, 0, 0, 0, time.UTC), "wo 2 juli 2025 11:00", "Wed 2 July 2025 11:00"},
	} {
		if got := Relative(c.at, now, loc, "nl"); got != c.nl {
			t.Errorf("%v: %q, want %q", c.at, got, c.nl)
		}
		if got := Relative(c.at, now, loc, "en"); got != c.en {
			t.Errorf("%v: %q, want %q", c.at, got, c.en)
		}
	}
	if got := Before(time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC), now, loc, "nl"); got != "vóór morgen 14:00" {
		t.Errorf("Before gives %q", got)
	}
	if got := Before(time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC), now, loc, "en"); got != "before tomorrow 14:00" {
		t.Errorf("Before gives %q in English", got)
	}
}

// The night in which the clock changes has 23 or 25 hours and is one day.
func TestRelativeOverTheChangeOfTheClock(t *testing.T) {
	loc := amsterdam(t)
	for _, day := range []time.Time{time.Date(2026, 3, 28, 23, 30, 0, 0, loc), time.Date(2026, 10, 24, 23, 30, 0, 0, loc)} {
		next := time.Date(day.Year(), day.Month(), day.Day()+1, 23, 45, 0, 0, loc)
		if got := Relative(next, day, loc, "nl"); got != "morgen 23:45" {
			t.Errorf("%v from %v is %q", next, day, got)
		}
		if got := Relative(day, next, loc, "nl"); got != "gisteren 23:30" {
			t.Errorf("%v from %v is %q", day, next, got)
		}
	}
}

func TestRelativeDay(t *testing.T) {
	today := time.Date(2026, 1, 1, 9, 0, 0, 0, amsterdam(t))
	for day, want := range map[string]string{
		"2026-01-01": "vandaag", "2025-12-31": "gisteren", "2026-01-02": "morgen", "2026-01-03": "za 3 januari",
		"2025-12-30": "30 december 2025", "eind 2013": "eind 2013",
	} {
		if got := RelativeDay(day, today, "nl"); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
	if got := RelativeDay("2025-12-31", today, "en"); got != "yesterday" {
		t.Errorf("in English %q", got)
	}
}

func TestSpan(t *testing.T) {
	for d, want := range map[time.Duration]string{
		10 * time.Second: "een minuut", time.Minute: "1 minuut", 59 * time.Minute: "59 minuten", time.Hour: "1 uur",
		47 * time.Hour: "47 uur", 48 * time.Hour: "2 dagen", -72 * time.Hour: "3 dagen",
	} {
		if got := Span(d, "nl"); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
	if got := Span(time.Second, "en") + ", " + Span(time.Hour, "en") + ", " + Span(50*time.Hour, "en"); got != "a minute, 1 hour, 2 days" {
		t.Errorf("in English %q", got)
	}
}
