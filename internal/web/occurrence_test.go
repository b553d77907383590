package web

import (
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestOccurrence_ReadsALineAsPeopleWriteIt(t *testing.T) {
	today := time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct{ line, on, at, text string }{
		{"gisteren 14:30 belde tien keer", "2026-11-16", "14:30", "belde tien keer"},
		{"12-11 stuurde een mail", "2026-11-12", "", "stuurde een mail"},
		{"12 november 2026, 9.15 uur: stond voor de deur", "2026-11-12", "09:15", "stond voor de deur"},
		{"vandaag: 20 berichten", "2026-11-17", "", "20 berichten"},
		{"12-11-2026 23:59 - appte", "2026-11-12", "23:59", "appte"},
		{"gisteren de hele avond appjes", "2026-11-16", "", "de hele avond appjes"},
		{"op 12 november op het station", "2026-11-12", "", "op het station"},
		{"iemand belde", "", "", "iemand belde"},
		{"gisteren", "", "", "gisteren"},
	} {
		got := occurrence(row.line, today)
		if string(got.On) != row.on || got.Time != row.at || !got.Text.Equal(vpt.NewPrivate(row.text)) {
			t.Errorf("%q: %q %q, text of %d", row.line, got.On, got.Time, got.Text.Len())
		}
	}
}

func FuzzOccurrence(f *testing.F) {
	f.Add("gisteren 14:30 belde tien keer")
	f.Add("12-11: x")
	today := time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, line string) {
		if got := occurrence(line, today); got.On != "" && !got.On.Valid() {
			t.Errorf("%q gives the day %q", line, got.On)
		}
	})
}
