package vpt

import (
	"strings"
	"time"
)

// Date is a calendar day in the organisation's time zone, written YYYY-MM-DD.
// It is never converted to or from UTC on its own. The zero value is no date.
type Date string

const dateLayout = "2006-01-02"

// DateOf gives the calendar day of an instant in zone.
func DateOf(at time.Time, zone *time.Location) Date { return Date(at.In(zone).Format(dateLayout)) }

// Valid reports whether d is a real calendar day between 1900 and 2199.
func (d Date) Valid() bool {
	t, err := time.Parse(dateLayout, string(d))
	return err == nil && t.Year() >= 1900 && t.Year() < 2200
}

// At gives the instant of hour:minute on day d in zone. An invalid date gives
// the zero time.
func (d Date) At(hour, minute int, zone *time.Location) time.Time {
	t, err := time.ParseInLocation(dateLayout, string(d), zone)
	if err != nil {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), hour, minute, 0, 0, zone)
}

// AddDays gives the day n days later (earlier when n is negative).
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return ""
	}
	return Date(t.AddDate(0, 0, n).Format(dateLayout))
}

// AddYears gives the same day n years later; 29 February becomes 1 March.
func (d Date) AddYears(n int) Date {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return ""
	}
	return Date(t.AddDate(n, 0, 0).Format(dateLayout))
}

// AddMonths gives the date n months on; a day that the month lacks becomes its
// last.
func (d Date) AddMonths(n int) Date {
	at, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return d
	}
	first := time.Date(at.Year(), at.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.AddDate(0, 0, min(at.Day(), last)-1).Format(dateLayout))
}

// DaysTo gives the number of days from d to other, negative when other is
// before it; 0 when either is no date.
func (d Date) DaysTo(other Date) int {
	from, err := time.Parse(dateLayout, string(d))
	to, err2 := time.Parse(dateLayout, string(other))
	if err != nil || err2 != nil {
		return 0
	}
	return int(to.Sub(from).Hours() / 24)
}

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return time.Sunday
	}
	return t.Weekday()
}

// Year gives the year, 0 when d is not valid.
func (d Date) Year() int {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return 0
	}
	return t.Year()
}

// Period is a closed range of days: From and To both count.
type Period struct{ From, To Date }

// Valid reports whether both days are real and in order.
func (p Period) Valid() bool { return p.From.Valid() && p.To.Valid() && p.From <= p.To }

// Holds reports whether d falls in the period.
func (p Period) Holds(d Date) bool { return p.From <= d && d <= p.To }

// Days counts the days of the period.
func (p Period) Days() int {
	from, err1 := time.Parse(dateLayout, string(p.From))
	to, err2 := time.Parse(dateLayout, string(p.To))
	if err1 != nil || err2 != nil || to.Before(from) {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}

// YearBefore gives the same days one year earlier, against which a half year
// is compared. Whole months stay whole, also when February has a day more or
// less.
func (p Period) YearBefore() Period {
	next := p.To.AddDays(1)
	from := p.From.AddYears(-1)
	if from == "" || next == "" {
		return Period{}
	}
	to := p.To.AddYears(-1)
	if p.wholeMonths() {
		to = next.AddYears(-1).AddDays(-1)
	}
	return Period{from, to}
}

// wholeMonths reports whether the period begins on the first day of a month
// and ends on the last of one.
func (p Period) wholeMonths() bool {
	return strings.HasSuffix(string(p.From), "-01") && strings.HasSuffix(string(p.To.AddDays(1)), "-01")
}

// Before gives the period of the same kind that ends the day before p begins:
// for a whole number of calendar months the same number of months, otherwise
// the same number of days.
func (p Period) Before() Period {
	from, err1 := time.Parse(dateLayout, string(p.From))
	to, err2 := time.Parse(dateLayout, string(p.To))
	if err1 != nil || err2 != nil {
		return Period{}
	}
	end := from.AddDate(0, 0, -1)
	if next := to.AddDate(0, 0, 1); p.wholeMonths() {
		months := (next.Year()-from.Year())*12 + int(next.Month()) - int(from.Month())
		return Period{Date(from.AddDate(0, -months, 0).Format(dateLayout)), Date(end.Format(dateLayout))}
	}
	return Period{Date(from.AddDate(0, 0, -p.Days()).Format(dateLayout)), Date(end.Format(dateLayout))}
}

// ValidTime reports whether text is a local time of day, HH:MM.
func ValidTime(text string) bool {
	_, err := time.Parse("15:04", text)
	return err == nil && len(text) == 5
}

// optionalDay notes at path that what was given is no day; nothing need be given.
func optionalDay(p *Problems, path string, day Date) {
	if day != "" && !day.Valid() {
		p.Add(path, "geen-datum")
	}
}
