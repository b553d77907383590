package nl

import (
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	for text, want := range map[string]string{
		"14:30": "14:30", "14.30": "14:30", "14u30": "14:30", "14h30": "14:30", "1430": "14:30", "14:30 uur": "14:30", "14.30u": "",
		"9:05": "09:05", "09:05": "09:05", "0:00": "00:00", "23:59": "23:59", "2:30": "02:30", "02:30": "02:30",
		"14 uur": "14:00", "14u": "14:00", "14": "14:00", "2 uur": "14:00", "2uur": "14:00", "2": "14:00", "02 uur": "02:00", "14 uur 30": "14:30",
		"7 uur": "07:00", "6 uur": "18:00", "12 uur": "12:00", "0 uur": "00:00", "9": "09:00",
		"half drie": "14:30", "half 3": "14:30", "half acht": "07:30", "half zeven": "18:30", "half een": "12:30", "half twaalf": "11:30",
		"kwart over twee": "14:15", "kwart voor 3": "14:45", "tien voor half drie": "14:20", "vijf over half 3": "14:35", "tien over 9": "09:10",
		"twintig voor tien": "09:40", "kwart voor een": "12:45",
		"2 uur 's nachts": "02:00", "half 12 's nachts": "23:30", "12 uur 's nachts": "00:00", "2 uur ’s middags": "14:00", "8 uur 's avonds": "20:00",
		"7 uur 's avonds": "19:00", "kwart voor 7 's ochtends": "06:45", "12 uur 's middags": "12:00", "23:30 's nachts": "23:30", "14:30 's middags": "14:30",
		"2 pm": "14:00", "2pm": "14:00", "2:30 pm": "14:30", "2:30pm": "14:30", "10 am": "10:00", "12 am": "00:00", "12 p.m.": "12:00",
		"half past two": "14:30", "quarter to three": "14:45", "quarter past two in the afternoon": "14:15", "two o'clock": "14:00", "noon": "12:00",
		"middernacht": "00:00", "rond 14:00": "14:00", "ongeveer half drie": "14:30", "±14:00": "14:00", "om 14.00 uur": "14:00", "twee uur": "14:00",
	} {
		got, ok := ParseTime(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q gives %q (%v), want %q", text, got, ok, want)
		}
	}
}

func TestParseTimeRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "uur", "half", "half drie vier", "25:00", "24:00", "24 uur", "14:60", "14:5", "14:3000", "1460", "2460", "014:30", "-2", "14:30:00",
		"half 13", "half 0", "kwart", "kwart over", "kwart over 13", "kwart naast twee", "dertig over twee", "30 over 2", "0 over 2", "nu", "straks",
		"14:30 's nachts", "14:30 am", "99 uur", "123", "pm", "'s avonds",
	} {
		if got, ok := ParseTime(text); ok {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func TestEveryMinuteComesBack(t *testing.T) {
	for m := range 24 * 60 {
		at := time.Date(2026, 7, 2, m/60, m%60, 0, 0, time.UTC)
		for _, layout := range []string{"15:04", "15.04", "15u04", "1504", "3:04 pm"} {
			if layout == "3:04 pm" {
				layout = "3:04pm"
			}
			text := at.Format(layout)
			if got, ok := ParseTime(text); !ok || got != at.Format("15:04") {
				t.Fatalf("%q gives %q (%v)", text, got, ok)
			}
		}
	}
}

func FuzzParseTime(f *testing.F) {
	for _, text := range []string{"14:30", "half drie", "14u30", "2 uur 's nachts", "kwart over 2", "tien voor half drie", "2pm", "12 am", "2uur"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := ParseTime(text)
		if !ok {
			if got != "" {
				t.Fatalf("%q is refused with %q", text, got)
			}
			return
		}
		if _, err := time.Parse("15:04", got); err != nil || len(got) != 5 {
			t.Fatalf("%q gives %q", text, got)
		}
		if again, ok := ParseTime(got); !ok || again != got {
			t.Fatalf("%q gives %s, which is read as %q", text, got, again)
		}
	})
}
