package vpt_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

// holidayTable reads the days of testdata: date to code, the fixed days too.
func holidayTable(t testing.TB) map[vpt.Date]string {
	t.Helper()
	text, err := os.ReadFile("testdata/feestdagen.tsv")
	if err != nil {
		t.Fatal(err)
	}
	codes := []string{vpt.GoodFriday, vpt.EasterSunday, vpt.EasterMonday, vpt.KingsDay, vpt.AscensionDay, vpt.WhitSunday, vpt.WhitMonday}
	out := map[vpt.Date]string{}
	years := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Fields(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(cells) != 1+len(codes) {
			t.Fatalf("a line of %d cells: %q", len(cells), line)
		}
		years++
		for i, code := range codes {
			out[vpt.Date(cells[0]+"-"+cells[i+1])] = code
		}
		for day, code := range map[string]string{"01-01": vpt.NewYearsDay, "05-05": vpt.LiberationDay, "12-25": vpt.ChristmasDay, "12-26": vpt.SecondChristmas} {
			out[vpt.Date(cells[0]+"-"+day)] = code
		}
	}
	if years != 12 {
		t.Fatalf("%d years, want 2024 to 2035", years)
	}
	return out
}

const firstYear, lastYear = 2024, 2035

// eachDay calls fn for every day of the table's years, counted by the time
// package alone.
func eachDay(fn func(d vpt.Date, at time.Time)) {
	for at := time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() <= lastYear; at = at.AddDate(0, 0, 1) {
		fn(vpt.Date(at.Format("2006-01-02")), at)
	}
}

// The product's rule gives exactly the days that were typed, no more and no less.
func TestOffDay_IsExactlyTheTable(t *testing.T) {
	table := holidayTable(t)
	found := 0
	eachDay(func(d vpt.Date, _ time.Time) {
		if got := vpt.OffDay(d); got != table[d] {
			t.Errorf("%s is %q, the table says %q", d, got, table[d])
		}
		if table[d] != "" {
			found++
		}
	})
	// Ascension and Liberation Day coincide in none of these years.
	if want := 11 * (lastYear - firstYear + 1); found != want {
		t.Errorf("%d days in the table, want %d", found, want)
	}
}

// The typed days are held against another way of finding Easter (Gauss, with the
// corrections for 1900 to 2099) and against the days of the week.
func TestHolidayTable_IsTypedRight(t *testing.T) {
	table := holidayTable(t)
	for year := firstYear; year <= lastYear; year++ {
		a, b, c := year%19, year%4, year%7
		d := (19*a + 24) % 30
		e := (2*b + 4*c + 6*d + 5) % 7
		switch {
		case d == 29 && e == 6:
			d -= 7
		case d == 28 && e == 6 && a > 10:
			d -= 7
		}
		easter := time.Date(year, 3, 22+d+e, 0, 0, 0, 0, time.UTC)
		for days, code := range map[int]string{-2: vpt.GoodFriday, 0: vpt.EasterSunday, 1: vpt.EasterMonday, 39: vpt.AscensionDay, 49: vpt.WhitSunday, 50: vpt.WhitMonday} {
			day := vpt.Date(easter.AddDate(0, 0, days).Format("2006-01-02"))
			if table[day] != code {
				t.Errorf("%s is %s by Gauss and %q in the table", day, code, table[day])
			}
		}
		king := time.Date(year, 4, 27, 0, 0, 0, 0, time.UTC)
		if king.Weekday() == time.Sunday {
			king = king.AddDate(0, 0, -1)
		}
		if day := vpt.Date(king.Format("2006-01-02")); table[day] != vpt.KingsDay {
			t.Errorf("King's Day %d is %s, not in the table", year, day)
		}
	}
	weekday := map[string]time.Weekday{
		vpt.GoodFriday: time.Friday, vpt.EasterSunday: time.Sunday, vpt.EasterMonday: time.Monday, vpt.AscensionDay: time.Thursday, vpt.WhitSunday: time.Sunday, vpt.WhitMonday: time.Monday,
	}
	for day, code := range table {
		if want, ok := weekday[code]; ok && day.Weekday() != want {
			t.Errorf("%s %s is a %s", code, day, day.Weekday())
		}
		if code == vpt.KingsDay && day.Weekday() == time.Sunday {
			t.Errorf("King's Day %s is a Sunday", day)
		}
	}
	for _, year := range []string{"2025", "2031"} {
		if table[vpt.Date(year+"-04-26")] != vpt.KingsDay || table[vpt.Date(year+"-04-27")] != "" {
			t.Errorf("in %s King's Day moves to the 26th", year)
		}
	}
}

// worked says by the table alone whether people work on a day.
func worked(table map[vpt.Date]string, at time.Time) bool {
	return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday && table[vpt.Date(at.Format("2006-01-02"))] == ""
}

func TestCalendar_WorkingIsTheTable(t *testing.T) {
	table, c := holidayTable(t), dutch(t)
	perYear := map[int]int{}
	eachDay(func(d vpt.Date, at time.Time) {
		if got := c.Working(d); got != worked(table, at) {
			t.Errorf("working on %s: %v", d, got)
		}
		if worked(table, at) {
			perYear[at.Year()]++
		}
	})
	// Counted by hand on a calendar: 262 weekdays in 2024 less New Year, Good Friday, Easter Monday, Ascension,
	// Whit Monday and both days of Christmas; 261 in 2026 less those and King's Day, Liberation Day and one of Christmas.
	for year, want := range map[int]int{2024: 255, 2026: 253} {
		if perYear[year] != want {
			t.Errorf("%d working days in %d, want %d", perYear[year], year, want)
		}
	}
}

// n working days are n working days, whatever the hour, the clocks that go
// forward or back, and the holidays in between: counted day by day from the
// table, without the product's own rules.
func TestCalendar_WorkingDaysByBruteForce(t *testing.T) {
	table, c, zone := holidayTable(t), dutch(t), amsterdam(t)
	rapid.Check(t, func(rt *rapid.T) {
		first := time.Date(firstYear, 1, 1, 0, 0, 0, 0, zone).Unix()
		last := time.Date(lastYear, 10, 1, 0, 0, 0, 0, zone).Unix()
		start := time.Unix(rapid.Int64Range(first, last).Draw(rt, "at"), 0)
		n := rapid.IntRange(1, 40).Draw(rt, "n")
		local := start.In(zone)
		day := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, time.UTC)
		for left := n; left > 0; {
			day = day.AddDate(0, 0, 1)
			if worked(table, day) {
				left--
			}
		}
		got := c.WorkingDays(start, n)
		if text := got.In(zone).Format("2006-01-02 15:04"); text != day.Format("2006-01-02")+" 17:00" {
			rt.Fatalf("%d working days after %s end at %s, counted to %s 17:00", n, local, text, day.Format("2006-01-02"))
		}
		if !worked(table, time.Date(got.In(zone).Year(), got.In(zone).Month(), got.In(zone).Day(), 0, 0, 0, 0, time.UTC)) {
			rt.Fatalf("ends on a day off: %s", got)
		}
		later := start.Add(time.Duration(rapid.IntRange(0, 90*24).Draw(rt, "later")) * time.Hour)
		if c.WorkingDays(later, n).Before(got) || c.WorkingDays(start, n+1).Before(got) {
			rt.Fatalf("later is sooner: %s and %s", start, later)
		}
		// An end on a day off moves to noon, so that who comes in the morning after it may wait less: never by
		// more than that morning.
		if c.Hours(later, n, true).Before(c.Hours(start, n, true).Add(-12 * time.Hour)) {
			rt.Fatalf("%d hours: later is sooner by more than a morning: %s and %s", n, start, later)
		}
		if end := c.Hours(start, n, true); !worked(table, time.Date(end.In(zone).Year(), end.In(zone).Month(), end.In(zone).Day(), 0, 0, 0, 0, time.UTC)) {
			rt.Fatalf("%d hours after %s end on a day off: %s", n, local, end.In(zone))
		}
	})
}

// Over both changes of the clock in each of the years: hours are elapsed hours,
// working days end at five by the clock on the wall.
func TestCalendar_OverTheChangesOfTheClock(t *testing.T) {
	c, zone := dutch(t), amsterdam(t)
	for year := firstYear; year <= lastYear; year++ {
		for _, change := range []struct {
			month time.Month
			wall  time.Duration // what 24 elapsed hours are by the clock on the wall
		}{{time.March, 25 * time.Hour}, {time.October, 23 * time.Hour}} {
			sunday := time.Date(year, change.month, 31, 0, 0, 0, 0, zone)
			for sunday.Weekday() != time.Sunday {
				sunday = sunday.AddDate(0, 0, -1)
			}
			saturday := sunday.AddDate(0, 0, -1)
			noon := time.Date(saturday.Year(), saturday.Month(), saturday.Day(), 12, 0, 0, 0, zone)
			end := c.Hours(noon, 24, false)
			if end.Sub(noon) != 24*time.Hour {
				t.Errorf("24 hours after %s are %s", noon, end.Sub(noon))
			}
			wall := time.Duration(end.In(zone).Hour()+24)*time.Hour - 12*time.Hour
			if wall != change.wall {
				t.Errorf("over %s the wall shows %s, want %s", sunday.Format("2006-01-02"), wall, change.wall)
			}
			if got := c.WorkingDays(noon, 1).In(zone); got.Hour() != 17 || got.Minute() != 0 {
				t.Errorf("a working day after %s ends at %s", noon, got)
			}
		}
	}
}

// What is n working days late at an instant was due before LateBefore, and what
// was due at or after it is not.
func TestCalendar_LateBefore(t *testing.T) {
	c, zone := dutch(t), amsterdam(t)
	rapid.Check(t, func(rt *rapid.T) {
		now := drawInstant(rt)
		n := rapid.IntRange(0, 6).Draw(rt, "n")
		cut := c.LateBefore(now, n)
		if n == 0 {
			if !cut.Equal(now) {
				rt.Fatalf("at once is %s, want now", cut)
			}
			return
		}
		late := func(due time.Time) bool { return !c.WorkingDays(due, n).After(now) }
		if just := cut.Add(-time.Second); !late(just) {
			rt.Fatalf("at %s, %s is not %d working days late", now.In(zone), just.In(zone), n)
		}
		if late(cut) {
			rt.Fatalf("at %s, %s is %d working days late already", now.In(zone), cut.In(zone), n)
		}
		if due := now.Add(-time.Duration(rapid.IntRange(0, 14*24).Draw(rt, "ago")) * time.Hour); late(due) != due.Before(cut) {
			rt.Fatalf("due %s at %s: late %v, cut %s", due.In(zone), now.In(zone), late(due), cut.In(zone))
		}
	})
	if got := c.WorkingBefore("2026-11-23"); got != "2026-11-20" {
		t.Errorf("the working day before a Monday is %s", got)
	}
	if got := strconv.Itoa(int(c.WorkingBefore("2026-04-07").Weekday())); got != "4" {
		t.Errorf("the working day before the Tuesday after Easter is day %s of the week, want Maundy Thursday", got)
	}
}
