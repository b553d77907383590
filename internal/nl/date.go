package nl

import (
	"fmt"
	"time"
)

// dayLayout is how dates without a time travel through the program.
const dayLayout = "2006-01-02"

// Date gives the day of t: "2 juli 2026", "2 July 2026". Convert t to the
// organisation's time zone first.
func Date(t time.Time, lang string) string {
	return fmt.Sprintf("%d %s %d", t.Day(), MonthName(t.Month(), lang), t.Year())
}

// Day does what Date does for a date that travels as YYYY-MM-DD. A text that is
// no such date comes back as it is, so that nothing disappears from a page.
func Day(day, lang string) string {
	t, err := time.Parse(dayLayout, day)
	if err != nil {
		return day
	}
	return Date(t, lang)
}

// ClockTime gives the time of day of t in loc: "14:00".
func ClockTime(t time.Time, loc *time.Location) string { return t.In(loc).Format("15:04") }

// DateTime gives weekday, day and time of t in loc: "do 2 juli 14:00",
// "Thu 2 July 14:00". The year is left out; use it for what is near.
func DateTime(t time.Time, loc *time.Location, lang string) string {
	t = t.In(loc)
	return fmt.Sprintf("%s %d %s %s", WeekdayShort(t.Weekday(), lang), t.Day(), MonthName(t.Month(), lang), t.Format("15:04"))
}

// Relative gives the moment t as one says it at the moment now, in loc:
// "vandaag 14:00", "morgen 09:00", "gisteren 16:30", "do 2 juli 14:00", and with
// the year when that is another than now's: "do 2 juli 2025 14:00".
func Relative(t, now time.Time, loc *time.Location, lang string) string {
	t, now = t.In(loc), now.In(loc)
	if word := nearDay(daysBetween(now, t), lang); word != "" {
		return word + " " + t.Format("15:04")
	}
	if t.Year() == now.Year() {
		return DateTime(t, loc, lang)
	}
	return Moment(t, loc, lang)
}

// Moment gives t in full, in loc: "do 2 juli 2026 14:00". Use it on paper, which
// is read on another day than it was printed.
func Moment(t time.Time, loc *time.Location, lang string) string {
	t = t.In(loc)
	return fmt.Sprintf("%s %s %s", WeekdayShort(t.Weekday(), lang), Date(t, lang), t.Format("15:04"))
}

// Before says until when: "vóór morgen 14:00", "before tomorrow 14:00".
func Before(t, now time.Time, loc *time.Location, lang string) string {
	return before(Relative(t, now, loc, lang), lang)
}

// BeforeMoment does what Before does with the moment in full.
func BeforeMoment(t time.Time, loc *time.Location, lang string) string {
	return before(Moment(t, loc, lang), lang)
}

func before(moment, lang string) string {
	if lang == "en" {
		return "before " + moment
	}
	return "vóór " + moment
}

// RelativeDay gives a YYYY-MM-DD as one says it today: "vandaag", "gisteren",
// "do 2 juli", "2 juli 2025". Today is a day in the organisation's time zone. A
// text that is no date comes back as it is.
func RelativeDay(day string, today time.Time, lang string) string {
	t, err := time.Parse(dayLayout, day)
	if err != nil {
		return day
	}
	if word := nearDay(daysBetween(today, t), lang); word != "" {
		return word
	}
	if t.Year() == today.Year() {
		return fmt.Sprintf("%s %d %s", WeekdayShort(t.Weekday(), lang), t.Day(), MonthName(t.Month(), lang))
	}
	return Date(t, lang)
}

// Period gives two days, both included, with the shared year once:
// "1 juli tot en met 31 december 2014". Both are YYYY-MM-DD; a text that is no
// date is printed as it is.
func Period(from, until, lang string) string {
	word := "tot en met"
	if lang == "en" {
		word = "to"
	}
	f, errFrom := time.Parse(dayLayout, from)
	u, errUntil := time.Parse(dayLayout, until)
	if errFrom == nil && errUntil == nil && f.Year() == u.Year() {
		return fmt.Sprintf("%d %s %s %s", f.Day(), MonthName(f.Month(), lang), word, Date(u, lang))
	}
	return Day(from, lang) + " " + word + " " + Day(until, lang)
}

// Span gives a length of time in its largest whole unit, without sign:
// "20 minuten", "3 uur", "2 dagen". Less than a minute is "een minuut".
func Span(d time.Duration, lang string) string {
	d = d.Abs()
	switch {
	case d < time.Minute:
		if lang == "en" {
			return "a minute"
		}
		return "een minuut"
	case d < time.Hour:
		return Count(int(d/time.Minute), "minuut", lang)
	case d < 48*time.Hour:
		return Count(int(d/time.Hour), "uur", lang)
	}
	return Count(int(d/(24*time.Hour)), "dag", lang)
}

// nearDay gives the word for a day at most one away; empty for others. Two days
// ago has a Dutch word too, but a date is read more surely.
func nearDay(days int, lang string) string {
	words := [3]string{"gisteren", "vandaag", "morgen"}
	if lang == "en" {
		words = [3]string{"yesterday", "today", "tomorrow"}
	}
	if days < -1 || days > 1 {
		return ""
	}
	return words[days+1]
}

// daysBetween counts calendar days from a to b. It compares dates, not
// instants: a day of 23 or 25 hours is still one day.
func daysBetween(a, b time.Time) int { return int(midnight(b).Sub(midnight(a)) / (24 * time.Hour)) }

// midnight gives the date of t as a moment in UTC, where every day has 24 hours.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// MonthName gives the name of m in full.
func MonthName(m time.Month, lang string) string {
	if lang == "en" {
		return m.String()
	}
	return [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december"}[m-1]
}

// WeekdayShort gives two letters in Dutch, three in English: "do", "Thu".
func WeekdayShort(d time.Weekday, lang string) string {
	if lang == "en" {
		return d.String()[:3]
	}
	return Weekday(d, lang)[:2]
}

// Weekday gives the name of d in full.
func Weekday(d time.Weekday, lang string) string {
	if lang == "en" {
		return d.String()
	}
	return [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}[d]
}
