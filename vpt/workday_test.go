package vpt_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func dutch(t testing.TB) vpt.Calendar { return vpt.Calendar{Zone: amsterdam(t)} }

// at reads a local instant, "2026-11-17 10:00".
func at(t testing.TB, text string) time.Time {
	t.Helper()
	instant, err := time.ParseInLocation("2006-01-02 15:04", text, amsterdam(t))
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

func TestOffDay_TheMonarchsBirthdayMoves(t *testing.T) {
	for day, want := range map[vpt.Date]string{
		"2014-04-26": vpt.KingsDay, "2014-04-27": "", // the first King's Day fell on a Saturday
		"2020-04-27": vpt.KingsDay, "2025-04-26": vpt.KingsDay, "2025-04-27": "",
		"2031-04-26": vpt.KingsDay, "2031-04-27": "",
		"2013-04-30": vpt.KingsDay, "2013-04-27": "", // Queen's Day
		"2006-04-29": vpt.KingsDay, "2006-04-30": "", // 30 April was a Sunday
		"geen datum": "", "2026-02-30": "",
	} {
		if got := vpt.OffDay(day); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
}

func TestCalendar_Working(t *testing.T) {
	c := vpt.Calendar{
		Zone:   amsterdam(t),
		Off:    map[vpt.Date]string{"2026-11-16": "teamdag"},
		Worked: map[vpt.Date]bool{"2026-04-03": true, "2026-04-04": true},
	}
	for day, want := range map[vpt.Date]bool{
		"2026-11-17": true,  // Tuesday
		"2026-11-14": false, // Saturday
		"2026-11-15": false, // Sunday
		"2026-11-16": false, // a day off of the organisation's own
		"2026-04-03": true,  // Good Friday, on which this organisation works
		"2026-04-04": false, // a Saturday stays one
		"2026-04-06": false, // Easter Monday
		"2026-05-05": false, // Liberation Day, each year and not only each fifth
		"2026-12-24": true,
		"2026-12-25": false,
		"2026-12-28": true,
	} {
		if got := c.Working(day); got != want {
			t.Errorf("working on %s: %v, want %v", day, got, want)
		}
	}
}

func TestCalendar_WorkingDaysEndAtFive(t *testing.T) {
	for _, row := range []struct {
		from string
		days int
		want string
	}{
		{"2026-11-17 10:00", 2, "2026-11-19 17:00"}, // Tuesday
		{"2026-11-17 23:59", 2, "2026-11-19 17:00"}, // the hour does not count
		{"2026-11-20 10:00", 2, "2026-11-24 17:00"}, // Friday, over a weekend
		{"2026-11-21 10:00", 2, "2026-11-24 17:00"}, // Saturday
		{"2026-11-22 23:30", 2, "2026-11-24 17:00"}, // Sunday night
		{"2026-04-02 16:00", 2, "2026-04-08 17:00"}, // Maundy Thursday: Good Friday and Easter Monday do not count
		{"2026-04-24 09:00", 5, "2026-05-04 17:00"}, // over King's Day
		{"2026-12-24 09:00", 5, "2027-01-04 17:00"}, // over Christmas and New Year
		{"2026-03-27 09:00", 2, "2026-03-31 17:00"}, // over the start of summer time
		{"2026-10-23 09:00", 2, "2026-10-27 17:00"}, // over its end
		{"2026-11-17 10:00", 0, "2026-11-17 17:00"},
	} {
		if got := dutch(t).WorkingDays(at(t, row.from), row.days); !got.Equal(at(t, row.want)) {
			t.Errorf("%d working days after %s: %s, want %s", row.days, row.from, got.In(amsterdam(t)), row.want)
		}
	}
}

// The local day counts, not the day in UTC: half past midnight in summer is
// still the day before in UTC.
func TestCalendar_CountsInLocalDays(t *testing.T) {
	instant := time.Date(2026, 6, 15, 22, 30, 0, 0, time.UTC) // Tuesday 16 June, 00:30 in Amsterdam
	if got, want := dutch(t).WorkingDays(instant, 1), at(t, "2026-06-17 17:00"); !got.Equal(want) {
		t.Errorf("one working day on: %s, want %s", got, want)
	}
	if got := vpt.DateOf(instant, amsterdam(t)); got != "2026-06-16" {
		t.Errorf("the day is %s, want 2026-06-16", got)
	}
}

func TestCalendar_WithoutAnyWorkingDayEnds(t *testing.T) {
	c := vpt.Calendar{Zone: amsterdam(t), Off: map[vpt.Date]string{}}
	for d := vpt.Date("2026-01-01"); d < "2030-01-01"; d = d.AddDays(1) {
		c.Off[d] = "dicht"
	}
	if got := c.NextWorking("2026-01-01"); got != "2027-01-02" {
		t.Errorf("gave up at %s, want a year on", got)
	}
	if got := c.NextWorking("onzin"); got != "" {
		t.Errorf("the working day after nonsense is %q", got)
	}
}

func drawInstant(rt *rapid.T) time.Time {
	first := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	return time.Unix(first+rapid.Int64Range(0, 7*366*86400).Draw(rt, "at"), 0)
}

func TestCalendar_Properties(t *testing.T) {
	zone := amsterdam(t)
	rapid.Check(t, func(rt *rapid.T) {
		c := vpt.Calendar{Zone: zone, Off: map[vpt.Date]string{}}
		start := drawInstant(rt)
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 40), 0, 5).Draw(rt, "off") {
			c.Off[vpt.DateOf(start, zone).AddDays(n)] = "dicht"
		}
		n := rapid.IntRange(1, 30).Draw(rt, "n")
		end := c.WorkingDays(start, n)
		if local := end.In(zone); !c.Working(vpt.DateOf(end, zone)) || local.Hour() != 17 || local.Minute() != 0 {
			rt.Fatalf("%d working days after %s end at %s", n, start.In(zone), local)
		}
		if next := c.WorkingDays(start, n+1); !next.After(end) {
			rt.Fatalf("%d working days end at %s, %d at %s", n, end, n+1, next)
		}
		later := start.Add(time.Duration(rapid.IntRange(0, 10*24).Draw(rt, "later")) * time.Hour)
		if c.WorkingDays(later, n).Before(end) {
			rt.Fatalf("who reports later, at %s, has to wait shorter than at %s", later, start)
		}
		between := 0
		for d := vpt.DateOf(start, zone).AddDays(1); d <= vpt.DateOf(end, zone); d = d.AddDays(1) {
			if c.Working(d) {
				between++
			}
		}
		if between != n {
			rt.Fatalf("%d working days between %s and %s, want %d", between, start, end, n)
		}
		plain, shifted := c.Hours(start, n, false), c.Hours(start, n, true)
		switch {
		case plain.Sub(start) != time.Duration(n)*time.Hour:
			rt.Fatalf("%d hours are %s", n, plain.Sub(start))
		case c.Working(vpt.DateOf(plain, zone)) && !shifted.Equal(plain):
			rt.Fatalf("%s is a working day, yet moved to %s", plain, shifted)
		case shifted.Before(plain):
			rt.Fatalf("moved back from %s to %s", plain, shifted)
		case !c.Working(vpt.DateOf(shifted, zone)):
			rt.Fatalf("a shifted term ends on a day off: %s", shifted.In(zone))
		}
	})
}
