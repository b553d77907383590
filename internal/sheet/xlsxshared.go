package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// valueStyle is what the number format of a cell makes of its number.
type valueStyle int8

const (
	styleNumber  valueStyle = iota
	styleDate               // a day
	styleMoment             // a day and a time
	styleTime               // a time of day
	styleElapsed            // hours that go on after 24
)

// readStrings reads the shared strings (ECMA-376 part 1, §18.4).
func (b *workbook) readStrings(part string) error {
	return b.archive.eachTop(part, func(x *xmlReader, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return x.skip()
		}
		if len(b.strings) >= b.limits.MaxCells {
			return fail(CodeTooManyCells)
		}
		text, err := b.richText(x)
		b.strings = append(b.strings, unescape(text))
		return err
	})
}

// richText joins the runs of a text; phonetic hints are no part of it.
func (b *workbook) richText(x *xmlReader) (string, error) {
	var whole string
	add := func() error {
		text, err := x.text(b.limits.MaxCellBytes)
		if whole += text; err == nil && len(whole) > b.limits.MaxCellBytes {
			return fail(CodeCellTooLarge)
		}
		return err
	}
	err := x.eachChild(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			return add()
		case "r":
			return x.eachChild(func(e xml.StartElement) error {
				if e.Name.Local == "t" {
					return add()
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	return whole, err
}

// unescape decodes _xHHHH_, by which XLSX writes characters that XML cannot
// hold (ECMA-376 part 1, §22.9.2.19, ST_Xstring), and makes "\n" the only line
// break.
func unescape(text string) string {
	if strings.Contains(text, "_x") {
		var b strings.Builder
		for i := 0; i < len(text); {
			if i+7 <= len(text) && text[i] == '_' && text[i+1] == 'x' && text[i+6] == '_' {
				if code, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil {
					b.WriteRune(rune(code)) // half of a pair becomes the replacement character
					i += 7
					continue
				}
			}
			b.WriteByte(text[i])
			i++
		}
		text = b.String()
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// readStyles reads which cell formats show a date or time (§18.8).
func (b *workbook) readStyles(part string) error {
	codes := map[int]string{}
	return b.archive.eachTop(part, func(x *xmlReader, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmts":
			return x.eachChild(func(e xml.StartElement) error {
				if len(codes) >= mostParts {
					return fail(CodeTooLarge)
				}
				if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
					codes[id] = attribute(e, "formatCode")
				}
				return x.skip()
			})
		case "cellXfs":
			return x.eachChild(func(e xml.StartElement) error {
				id, _ := strconv.Atoi(attribute(e, "numFmtId")) // none is 0, General
				b.styles = append(b.styles, styleOf(id, codes[id]))
				return x.skip()
			})
		}
		return x.skip()
	})
}

// styleOf classifies a number format: the built-in ones by number (§18.8.30,
// including those of East Asian locales), the others by their code.
func styleOf(id int, code string) valueStyle {
	switch {
	case code != "":
		return styleOfCode(code)
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return styleDate
	case id == 22:
		return styleMoment
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47:
		return styleTime
	case id == 46:
		return styleElapsed
	}
	return styleNumber
}

// styleOfCode looks for the letters of a date or time in the first section of
// a format code, outside of literal text.
func styleOfCode(code string) valueStyle {
	var date, clock, month, elapsed bool
scan:
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == ';':
			break scan
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '"':
			literal, _, _ := strings.Cut(code[i+1:], `"`)
			i += len(literal) + 1
		case code[i] == '[':
			inside, _, _ := strings.Cut(strings.ToLower(code[i+1:]), "]")
			elapsed = elapsed || isElapsed(inside)
			i += len(inside) + 1
		case c == 'y' || c == 'd':
			date = true
		case c == 'h' || c == 's':
			clock = true
		case c == 'm':
			month = true
		}
	}
	switch {
	case elapsed:
		return styleElapsed
	case date && clock:
		return styleMoment
	case clock:
		return styleTime
	case date || month:
		return styleDate
	}
	return styleNumber
}

// isElapsed recognises [h], [mm] and the like among the colours, conditions and
// currencies that also stand between brackets.
func isElapsed(inside string) bool {
	return inside != "" && strings.ContainsAny(inside[:1], "hms") && strings.Trim(inside, inside[:1]) == ""
}
