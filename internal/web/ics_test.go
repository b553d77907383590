package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rugdekking/internal/web"
	"rugdekking/vpt"
)

// readCalendar reads iCalendar from the text of RFC 5545 alone: content lines
// that end in CRLF, unfolded, name and value of each, in order. It refuses what
// the format does not allow.
func readCalendar(t rapid.TB, data []byte) [][2]string {
	t.Helper()
	text := string(data)
	if !strings.HasSuffix(text, "\r\n") {
		t.Fatalf("the last line has no end")
	}
	for _, physical := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(physical) > 75 || !utf8.ValidString(physical) || strings.ContainsAny(physical, "\r\n") {
			t.Fatalf("a line of %d octets: %q", len(physical), physical)
		}
	}
	var out [][2]string
	for _, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			t.Fatalf("no content line: %q", line)
		}
		out = append(out, [2]string{name, value})
	}
	return out
}

// unescapedText turns a TEXT value back.
func unescapedText(t rapid.TB, value string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == ',' || c == ';':
			t.Fatalf("%q is not escaped in %q", c, value)
		case c != '\\':
			b.WriteByte(c)
		case i+1 == len(value):
			t.Fatalf("%q ends in an escape", value)
		default:
			i++
			switch value[i] {
			case 'n', 'N':
				b.WriteByte('\n')
			case '\\', ',', ';':
				b.WriteByte(value[i])
			default:
				t.Fatalf("unknown escape in %q", value)
			}
		}
	}
	return b.String()
}

func propertyOf(t rapid.TB, lines [][2]string, name string) string {
	t.Helper()
	found, n := "", 0
	for _, l := range lines {
		if l[0] == name {
			found, n = l[1], n+1
		}
	}
	if n != 1 {
		t.Fatalf("%s stands %d times", name, n)
	}
	return found
}

func TestTalkCalendar_ByAnIndependentReader(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		talk := vpt.CalendarTalk{
			ID: "0190-aaaa", At: time.Unix(rapid.Int64Range(1.7e9, 2.1e9).Draw(rt, "at"), 0).In(time.FixedZone("x", 3600)), Now: time.Unix(1.7e9, 0),
			Site: rapid.String().Draw(rt, "site"),
		}
		summary := "Gesprek " + rapid.StringN(0, 90, 300).Draw(rt, "organisation")
		data := web.TalkCalendar(talk, summary, "rugdekking.example", "nl")
		lines := readCalendar(rt, data)
		if lines[0] != [2]string{"BEGIN", "VCALENDAR"} || lines[len(lines)-1] != [2]string{"END", "VCALENDAR"} {
			rt.Fatalf("begins and ends with %v, %v", lines[0], lines[len(lines)-1])
		}
		for name, want := range map[string]string{
			"VERSION": "2.0", "UID": "0190-aaaa@rugdekking.example", "DTSTART": talk.At.UTC().Format("20060102T150405Z"),
			"DTEND": talk.At.Add(time.Hour).UTC().Format("20060102T150405Z"), "DTSTAMP": "20231114T221320Z", "CLASS": "PRIVATE",
		} {
			if got := propertyOf(rt, lines, name); got != want {
				rt.Fatalf("%s is %q, want %q", name, got, want)
			}
		}
		clean := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r != '\n' && (r < ' ' || r == 0x7f) {
					return -1
				}
				return r
			}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
		}
		if got := unescapedText(rt, propertyOf(rt, lines, "SUMMARY")); utf8.ValidString(summary) && got != clean(summary) {
			rt.Fatalf("the summary reads %q, want %q", got, clean(summary))
		}
		if string(web.TalkCalendar(talk, summary, "rugdekking.example", "nl")) != string(data) {
			rt.Fatalf("the same talk is written differently")
		}
	})
}

func TestTalkCalendar_Download(t *testing.T) {
	d := newDesk(t)
	h := plannedWithPia(d)
	for _, who := range []string{"rosa", "pia"} {
		answer := d.ask(who, request(http.MethodGet, "/gesprekken/"+h.talk+"/gesprek.ics"))
		lines := readCalendar(t, answer.Body.Bytes())
		if answer.Code != http.StatusOK || answer.Header().Get("Content-Type") != "text/calendar; charset=utf-8" ||
			!strings.Contains(answer.Header().Get("Content-Disposition"), `filename="gesprek.ics"`) {
			t.Errorf("%s: %d %v", who, answer.Code, answer.Header())
		}
		if got := propertyOf(t, lines, "SUMMARY"); got != "Gesprek Gemeente Toetsdam" || propertyOf(t, lines, "LOCATION") != "Stadhuis" || propertyOf(t, lines, "DTSTART") != "20261119T130000Z" {
			t.Errorf("%v", lines)
		}
		for _, secret := range []string{h.casefile, h.report, "Rosa", "Pia", "schold"} {
			if strings.Contains(answer.Body.String(), secret) {
				t.Errorf("the calendar says %q", secret)
			}
		}
	}
	for _, who := range []string{"mila", "cora", "anna", "otto"} {
		d.get(who, "/gesprekken/"+h.talk+"/gesprek.ics", http.StatusNotFound)
	}
}
