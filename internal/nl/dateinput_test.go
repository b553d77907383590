package nl

import (
	"testing"
	"time"
)

// thursday is the day on which the dates of these tests are typed.
var thursday = time.Date(2026, 7, 2, 23, 30, 0, 0, time.FixedZone("CEST", 2*3600))

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"vandaag": "2026-07-02", " Vandaag ": "2026-07-02", "nu net": "2026-07-02", "vanochtend": "2026-07-02", "today": "2026-07-02",
		"gisteren": "2026-07-01", "gisteravond": "2026-07-01", "yesterday": "2026-07-01", "last night": "2026-07-01",
		"eergisteren": "2026-06-30", "the day before yesterday": "2026-06-30",
		"morgen": "2026-07-03", "tomorrow": "2026-07-03", "overmorgen": "2026-07-04",
		"1-7": "2026-07-01", "1/7": "2026-07-01", "1.7": "2026-07-01", "01-07": "2026-07-01", "2-7": "2026-07-02",
		"3-7": "2025-07-03", "31-12": "2025-12-31", // not yet this year, so the last one
		"1-7-2026": "2026-07-01", "01/07/2026": "2026-07-01", "1-7-26": "2026-07-01", "1 7 2026": "2026-07-01",
		"2026-07-01": "2026-07-01", "2026/7/1": "2026-07-01", "01072026": "2026-07-01", "20260701": "2026-07-01",
		"3-7-2026": "2026-07-03", // with a year it may lie ahead
		"1 juli":   "2026-07-01", "1 jul": "2026-07-01", "1 jul. 2026": "2026-07-01", "1juli": "2026-07-01", "1 juli '26": "2026-07-01",
		"op 1 juli 2026": "2026-07-01", "de 1e juli": "2026-07-01", "1 JULI": "2026-07-01",
		"July 1": "2026-07-01", "July 1st, 2026": "2026-07-01", "1st of July": "2026-07-01", "1 mei": "2026-05-01", "May 1": "2026-05-01",
		"15 mrt": "2026-03-15", "15 maart": "2026-03-15", "3 okt": "2025-10-03", "3 oct 2025": "2025-10-03", "9 sept": "2025-09-09",
		"29-2": "2024-02-29", "29 februari": "2024-02-29", "29-2-2024": "2024-02-29",
		"maandag": "2026-06-29", "afgelopen maandag": "2026-06-29", "last monday": "2026-06-29", "ma": "2026-06-29",
		"donderdag": "2026-06-25", "afgelopen donderdag": "2026-06-25", // today is a Thursday; today is "vandaag"
		"woensdag": "2026-07-01", "vrijdag": "2026-06-26", "zondag": "2026-06-28",
		"vorige week maandag": "2026-06-22", "vorige week zondag": "2026-06-28", "last week friday": "2026-06-26",
		"3 dagen geleden": "2026-06-29", "een week geleden": "2026-06-25", "2 weeks ago": "2026-06-18", "twee dagen geleden": "2026-06-30",
		"wo 1 juli": "2026-07-01", "woensdag 1-7-2026": "2026-07-01", "Wed 1 July 2026": "2026-07-01",
	} {
		if got, ok := ParseDate(text, thursday); !ok || got != want {
			t.Errorf("%q gives %q (%v), want %s", text, got, ok, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", "  ", "-", "weet ik niet", "31-2", "31 april", "29-2-2026", "32-1", "0-1", "1-13", "1-0", "1-7-202", "1-7-20266", "1-7-1899",
		"1-7-2200", "7", "juli", "juli 2026", "do 1 juli", "donderdag 1-7-2026", "13/13/2026", "1-7-2026 14:00", "2026-13-01",
		"400 dagen geleden", "3 uur geleden", "vorige week", "20263001", "1234567", "maandag maandag", "1 2 3 4 5 6 7",
	} {
		if got, ok := ParseDate(text, thursday); ok {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

// Today is the local day of its own zone, whatever the day is in UTC.
func TestParseDateTakesTheLocalDay(t *testing.T) {
	lateInUTC := time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC)
	if got, _ := ParseDate("vandaag", lateInUTC.In(amsterdam(t))); got != "2026-07-02" {
		t.Errorf("half past midnight in Amsterdam is %s", got)
	}
}

func TestEveryDayComesBack(t *testing.T) {
	for i := range 800 {
		day := midnight(thursday).AddDate(0, 0, -i)
		want := day.Format(dayLayout)
		forms := []string{want, day.Format("2-1-2006"), day.Format("02/01/2006"), day.Format("02012006"), Date(day, "nl"), Date(day, "en"),
			Weekday(day.Weekday(), "nl") + " " + Date(day, "nl")}
		if i < 365 {
			forms = append(forms, day.Format("2-1"), day.Format("2 January"))
		}
		for _, text := range forms {
			if got, ok := ParseDate(text, thursday); !ok || got != want {
				t.Fatalf("%q gives %q (%v), want %s", text, got, ok, want)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"gisteren", "1-7", "29-2", "afgelopen maandag", "3 dagen geleden", "July 1st, 2026", "20260701", "do 1 juli", "1e"} {
		f.Add(text, int64(1782000000))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		today := time.Unix(unix%(1<<32), 0).UTC()
		got, ok := ParseDate(text, today)
		if !ok {
			if got != "" {
				t.Fatalf("%q is refused with %q", text, got)
			}
			return
		}
		if _, err := time.Parse(dayLayout, got); err != nil {
			t.Fatalf("%q gives %q: %v", text, got, err)
		}
		if got >= "1900" && got < "2200" {
			if again, ok := ParseDate(got, today); !ok || again != got {
				t.Fatalf("%q gives %s, which is read as %q", text, got, again)
			}
		}
	})
}
