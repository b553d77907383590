package vpt

import "time"

// Calendar says which days are working days in an organisation and counts
// time by them. Holidays not named here are the default days off of the
// Netherlands (see OffDay); Worked and Off are the organisation's own changes.
type Calendar struct {
	Zone   *time.Location
	Off    map[Date]string // extra days off, with their name
	Worked map[Date]bool   // default days off on which this organisation works
}

// endOfWork is when a term counted in working days ends, local time.
const endOfWork = 17

// Working reports whether d is a working day.
func (c Calendar) Working(d Date) bool {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	if _, off := c.Off[d]; off {
		return false
	}
	if c.Worked[d] {
		return true
	}
	return OffDay(d) == ""
}

// NextWorking gives the first working day after d.
func (c Calendar) NextWorking(d Date) Date {
	for range 366 { // a calendar without working days must not hang the caller
		d = d.AddDays(1)
		if c.Working(d) {
			return d
		}
	}
	return d
}

// WorkingDays gives 17:00 local time on the n-th working day after at.
func (c Calendar) WorkingDays(at time.Time, n int) time.Time {
	d := DateOf(at, c.Zone)
	for range n {
		d = c.NextWorking(d)
	}
	return d.At(endOfWork, 0, c.Zone)
}

// Hours gives the instant n elapsed hours after at. With shift, an end on a
// day off moves to 12:00 of the next working day.
func (c Calendar) Hours(at time.Time, n int, shift bool) time.Time {
	end := at.Add(time.Duration(n) * time.Hour)
	d := DateOf(end, c.Zone)
	if !shift || c.Working(d) {
		return end
	}
	return c.NextWorking(d).At(12, 0, c.Zone)
}

// Days gives 17:00 local time n calendar days after at; with shift on the next
// working day when that is a day off.
func (c Calendar) Days(at time.Time, n int, shift bool) time.Time {
	d := DateOf(at, c.Zone).AddDays(n)
	if shift && !c.Working(d) {
		d = c.NextWorking(d)
	}
	return d.At(endOfWork, 0, c.Zone)
}

// The codes of the default days off.
const (
	NewYearsDay      = "nieuwjaarsdag"
	GoodFriday       = "goede-vrijdag"
	EasterSunday     = "eerste-paasdag"
	EasterMonday     = "tweede-paasdag"
	KingsDay         = "koningsdag"
	LiberationDay    = "bevrijdingsdag"
	AscensionDay     = "hemelvaartsdag"
	WhitSunday       = "eerste-pinksterdag"
	WhitMonday       = "tweede-pinksterdag"
	ChristmasDay     = "eerste-kerstdag"
	SecondChristmas  = "tweede-kerstdag"
	notAHoliday      = ""
	kingsDayFromYear = 2014
)

// OffDay gives the code of the Dutch public holiday on d, or "" when d is
// none. King's Day is 27 April, 26 April when the 27th is a Sunday; before
// 2014 it was Queen's Day on 30 April (29 when that was a Sunday).
func OffDay(d Date) string {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return notAHoliday
	}
	switch t.Format("01-02") {
	case "01-01":
		return NewYearsDay
	case "05-05":
		return LiberationDay
	case "12-25":
		return ChristmasDay
	case "12-26":
		return SecondChristmas
	}
	if t.Equal(kingsDay(t.Year())) {
		return KingsDay
	}
	switch easter := easterSunday(t.Year()); int(t.Sub(easter).Hours() / 24) {
	case -2:
		return GoodFriday
	case 0:
		if t.Equal(easter) {
			return EasterSunday
		}
	case 1:
		return EasterMonday
	case 39:
		return AscensionDay
	case 49:
		return WhitSunday
	case 50:
		return WhitMonday
	}
	return notAHoliday
}

func kingsDay(year int) time.Time {
	day := time.Date(year, 4, 27, 0, 0, 0, 0, time.UTC)
	if year < kingsDayFromYear {
		day = time.Date(year, 4, 30, 0, 0, 0, 0, time.UTC)
	}
	if day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// easterSunday computes the Gregorian Easter date with the anonymous
// algorithm (Meeus, Astronomical Algorithms, chapter 8).
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	day := (h+l-7*m+114)%31 + 1
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
