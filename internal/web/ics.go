package web

import (
	"strings"
	"time"
	"unicode/utf8"

	"rugdekking/vpt"
)

// A talk as a file for a calendar: iCalendar, RFC 5545, written by hand because it
// is one event without repetition. It says when and where and whose organisation
// it is; why there is a talk is nobody's business who looks at the calendar.

// talkLength is how long a talk stands in a calendar: nobody records how long one
// takes.
const talkLength = time.Hour

// icsTime writes an instant as RFC 5545 §3.3.5 form 2: in UTC.
const icsTime = "20060102T150405Z"

// TalkCalendar writes a talk. host makes its identifier one of the world; the
// same talk has the same, so that a calendar moves it instead of adding another.
func TalkCalendar(t vpt.CalendarTalk, summary, host, lang string) []byte {
	var b strings.Builder
	line := func(text string) { b.WriteString(folded(text)) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Rugdekking//Gesprek//" + strings.ToUpper(lang))
	line("CALSCALE:GREGORIAN")
	line("METHOD:PUBLISH")
	line("BEGIN:VEVENT")
	line("UID:" + string(t.ID) + "@" + host)
	line("DTSTAMP:" + t.Now.UTC().Format(icsTime))
	line("DTSTART:" + t.At.UTC().Format(icsTime))
	line("DTEND:" + t.At.Add(talkLength).UTC().Format(icsTime))
	line("SUMMARY:" + escaped(summary))
	if place := strings.Trim(t.Site+", "+t.Address, ", "); place != "" {
		line("LOCATION:" + escaped(place))
	}
	line("CLASS:PRIVATE")
	line("TRANSP:OPAQUE")
	line("END:VEVENT")
	line("END:VCALENDAR")
	return []byte(b.String())
}

// escaped writes a text value (§3.3.11): what separates is escaped, line ends
// become \n, other control characters go.
func escaped(text string) string {
	text = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\r\n", "\\n", "\n", "\\n", "\r", "\\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, text)
}

// lineLimit is the most octets of a line, without its end (§3.1).
const lineLimit = 75

// folded ends a line with CRLF and breaks what is longer: the rest follows after
// a space, and no character is cut in two.
func folded(line string) string {
	var b strings.Builder
	room := lineLimit
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], lineLimit-1
	}
	return b.String() + line + "\r\n"
}
