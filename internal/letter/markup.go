package letter

import (
	"regexp"
	"slices"
	"strings"
)

// The markup of a block, all of it: a blank line parts paragraphs, "- " starts
// a list item, "## " a heading, "> " a quote, **bold**, {{field}}, and on lines
// of their own {{#field}} … {{/field}} for what stands there only when the field
// is filled, {{^field}} … {{/field}} for what stands there only when it is empty.

// maxDepth is how deep conditional parts may stand in each other. More than
// this nobody can read back.
const maxDepth = 4

// fieldName is what the name of a field looks like. Anything else between
// braces is never repeated in a message.
var fieldName = regexp.MustCompile(`^[a-z][a-z_]{0,39}$`)

// condition is what must hold for a line to stand in the letter.
type condition struct {
	field  string
	absent bool // holds when the field is empty
}

// mark is what a line starts with.
type mark string

const (
	plain   mark = ""
	item    mark = "- "
	heading mark = "## "
	quoted  mark = "> "
)

// line is one line of a block with the conditions that it stands under.
type line struct {
	when   []condition
	mark   mark
	pieces []piece // none: a blank line
}

// piece is a run of text or a field.
type piece struct {
	text  string
	field string // instead of text
	bold  bool
}

// flaw is one thing that is wrong in a text: a code and the field it is about.
type flaw struct{ code, field string }

// parseText reads the markup of a text. It goes on after a flaw, so that all
// are told at once.
func parseText(text string) ([]line, []flaw) {
	var (
		lines []line
		flaws []flaw
		open  []condition
	)
	for row := range strings.SplitSeq(text, "\n") {
		row = strings.TrimRight(row, " \t\r")
		if sign, name, ok := section(row); ok {
			var bad *flaw
			if open, bad = turn(open, sign, name); bad != nil {
				flaws = append(flaws, *bad)
			}
			continue
		}
		l := line{when: slices.Clone(open)}
		for _, m := range []mark{item, heading, quoted} {
			if rest, found := strings.CutPrefix(row, string(m)); found {
				l.mark, row = m, rest
				break
			}
		}
		var bad []flaw
		l.pieces, bad = parsePieces(strings.TrimSpace(row))
		lines, flaws = append(lines, l), append(flaws, bad...)
	}
	for _, c := range open {
		flaws = append(flaws, flaw{"deel-niet-gesloten", c.field})
	}
	return lines, flaws
}

// section recognises a line that opens or closes a part.
func section(row string) (sign byte, name string, ok bool) {
	row = strings.TrimSpace(row)
	if len(row) < 6 || !strings.HasPrefix(row, "{{") || strings.Index(row, "}}") != len(row)-2 || !strings.ContainsRune("#^/", rune(row[2])) {
		return 0, "", false
	}
	return row[2], strings.TrimSpace(row[3 : len(row)-2]), true
}

// turn opens or closes a part.
func turn(open []condition, sign byte, name string) ([]condition, *flaw) {
	if !fieldName.MatchString(name) {
		return open, &flaw{code: "veldnaam-onleesbaar"}
	}
	if sign != '/' {
		if len(open) >= maxDepth {
			return open, &flaw{"delen-te-diep", name}
		}
		return append(slices.Clone(open), condition{field: name, absent: sign == '^'}), nil
	}
	if len(open) == 0 || open[len(open)-1].field != name {
		return open, &flaw{"deel-niet-geopend", name}
	}
	return open[:len(open)-1], nil
}

// parsePieces reads one line: text, **bold** and {{field}}. A brace alone is a
// flaw, because it looks like a blank that went wrong.
func parsePieces(row string) (pieces []piece, flaws []flaw) {
	bold := false
	add := func(p piece) {
		if p.bold = bold; p.text != "" || p.field != "" {
			pieces = append(pieces, p)
		}
	}
	for row != "" {
		var before, token string
		before, token, row = cutToken(row)
		add(piece{text: before})
		switch token {
		case "**":
			bold = !bold
		case "{", "}", "}}":
			flaws = append(flaws, flaw{code: "accolades"})
		case "{{":
			var name string
			var bad *flaw
			if name, row, bad = placeholder(row); bad != nil {
				flaws = append(flaws, *bad)
				continue
			}
			add(piece{field: name})
		}
	}
	if bold {
		flaws = append(flaws, flaw{code: "sterretjes"})
	}
	return pieces, flaws
}

// cutToken parts a line at its first sign of markup; a star alone is text.
func cutToken(row string) (before, token, rest string) {
	for from := 0; ; {
		at := strings.IndexAny(row[from:], "*{}")
		if at < 0 {
			return row, "", ""
		}
		at += from
		token = row[at:min(at+2, len(row))]
		switch {
		case token == "**" || token == "{{" || token == "}}":
			return row[:at], token, row[at+2:]
		case row[at] != '*':
			return row[:at], row[at : at+1], row[at+1:]
		}
		from = at + 1
	}
}

// placeholder reads a field's name after "{{".
func placeholder(row string) (name, rest string, bad *flaw) {
	name, rest, closed := strings.Cut(row, "}}")
	name = strings.TrimSpace(name)
	switch {
	case !closed:
		return "", "", &flaw{code: "accolades"}
	case name != "" && strings.ContainsRune("#^/", rune(name[0])):
		return "", rest, &flaw{code: "deel-eigen-regel"}
	case !fieldName.MatchString(name):
		return "", rest, &flaw{code: "veldnaam-onleesbaar"}
	}
	return name, rest, nil
}

// blank reports whether l parts paragraphs.
func (l line) blank() bool { return len(l.pieces) == 0 }

// lone gives the field of a line that holds nothing else.
func (l line) lone() (string, bool) {
	if len(l.pieces) != 1 || l.pieces[0].field == "" || l.pieces[0].bold {
		return "", false
	}
	return l.pieces[0].field, true
}
