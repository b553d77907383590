package document

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lines tidies texts of one line each and leaves out the empty ones.
func lines(all []string) []string {
	var kept []string
	for _, text := range all {
		if text = line(text); text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

// paragraphs gives the parts of a text between blank lines.
func paragraphs(text string) []string {
	return slices.DeleteFunc(strings.Split(tidied(text, 2), "\n\n"), func(part string) bool { return part == "" })
}

// spans tidies the pieces of a paragraph as one text and joins what stands
// next to each other in the same style.
func spans(all []Span) []Span {
	texts := make([]string, len(all))
	for i, span := range all {
		texts[i] = span.Text
	}
	var kept []Span
	for i, text := range squeeze(texts, 1) {
		if text == "" {
			continue
		}
		span := all[i]
		if span.Text, span.Link = text, address(span.Link); strings.TrimSpace(text) == "" {
			span.Link = "" // nothing to click on
		}
		if last := len(kept) - 1; last >= 0 && kept[last].alike(span) {
			kept[last].Text += text
			continue
		}
		kept = append(kept, span)
	}
	return kept
}

func (s Span) alike(other Span) bool {
	return s.Bold == other.Bold && s.Italic == other.Italic && s.Link == other.Link
}

// line tidies a text that has no lines of its own.
func line(text string) string { return tidied(text, 0) }

// tidied tidies a text that stands alone and may hold so many line feeds in a
// row.
func tidied(text string, feeds int) string { return squeeze([]string{text}, feeds)[0] }

// squeeze makes each run of white space in the pieces of a text one space, or
// as many line feeds as it holds, at most feeds; at the ends nothing. White
// space stays in the piece where it began, so that a link after it does not
// start with a space.
func squeeze(pieces []string, feeds int) []string {
	out := make([]strings.Builder, len(pieces))
	begun, white, at, lineFeeds := false, false, 0, 0
	for i, piece := range pieces {
		for _, r := range plain(piece) {
			if r == ' ' || r == '\n' {
				if !white {
					white, at, lineFeeds = true, i, 0
				}
				if r == '\n' {
					lineFeeds++
				}
				continue
			}
			if n := min(lineFeeds, feeds); begun && white && n > 0 {
				out[at].WriteString(strings.Repeat("\n", n))
			} else if begun && white {
				out[at].WriteByte(' ')
			}
			begun, white, lineFeeds = true, false, 0
			out[i].WriteRune(r)
		}
	}
	texts := make([]string, len(pieces))
	for i := range out {
		texts[i] = out[i].String()
	}
	return texts
}

// plain gives valid text in one normal form, in which white space is a space
// or a line feed. What no format can hold is left out, and what only changes
// how text is shown, such as signs that turn the direction of reading round.
func plain(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0', r == '\u202F', r == '\u200C', r == '\u200D': // spaces that do not break; joiners
			return r
		case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t', unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
			return -1
		}
		return r
	}, text))
}

// address gives an address that a reader may be sent to, or nothing.
func address(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	var out strings.Builder
	for _, b := range []byte(u.String()) {
		if b <= ' ' || b >= 0x7F || strings.IndexByte(`<>"\^{|}`+"`", b) >= 0 {
			fmt.Fprintf(&out, "%%%02X", b)
			continue
		}
		out.WriteByte(b)
	}
	return out.String()
}

// language gives the tag of a language, Dutch when it is none: parts of up to
// eight letters and digits, the first of letters only (RFC 5646 §2.1).
func language(tag string) string {
	for i, part := range strings.Split(tag, "-") {
		if len(part) < 2-min(i, 1) || len(part) > 8 {
			return "nl"
		}
		for _, r := range part {
			if letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'; !letter && (i == 0 || r < '0' || r > '9') {
				return "nl"
			}
		}
	}
	return tag
}

// locale gives language and country, which office programs want both; a
// country of our own choice where the tag names none, and none where we know
// none.
func (d Document) locale() (lang, country string) {
	lang, rest, _ := strings.Cut(d.Lang, "-")
	for _, part := range strings.Split(rest, "-") {
		if len(part) == 2 {
			return lang, strings.ToUpper(part)
		}
	}
	return lang, map[string]string{"nl": "NL", "en": "GB"}[lang]
}
