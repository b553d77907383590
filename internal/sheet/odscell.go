package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// cell gives the value of the cell that was just started, by its type (ODF 1.3
// part 3, §19.387). The value counts, not how the cell shows it.
func (r *odsReader) cell(e xml.StartElement) (string, error) {
	text, err := r.paragraphs()
	if err != nil {
		return "", err
	}
	switch attribute(e, "value-type") {
	case "float", "currency", "percentage":
		return plainNumber(attribute(e, "value")), nil
	case "date":
		return isoText(attribute(e, "date-value")), nil
	case "time":
		return durationText(attribute(e, "time-value")), nil
	case "boolean":
		return truth(attribute(e, "boolean-value") == "true"), nil
	}
	if written := attribute(e, "string-value"); written != "" {
		text = written
	}
	if len(text) > r.limits.MaxCellBytes {
		return "", fail(CodeCellTooLarge)
	}
	return text, nil
}

// paragraphs joins the paragraphs directly in a cell by line breaks. Comments
// and drawings hold paragraphs too, but one level deeper.
func (r *odsReader) paragraphs() (string, error) {
	var b strings.Builder
	first := true
	err := r.eachChild(func(e xml.StartElement) error {
		if e.Name.Local != "p" && e.Name.Local != "h" {
			return r.skip()
		}
		if !first {
			b.WriteByte('\n')
		}
		first = false
		return r.paragraph(&b)
	})
	return b.String(), err
}

// paragraph writes the text of the paragraph that was just started, with the
// white space that ODF writes as elements (§6.1.2, §6.1.3 to §6.1.5).
func (r *odsReader) paragraph(b *strings.Builder) error {
	for outside := r.depth - 1; r.depth > outside; {
		token, err := r.next()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if err := r.inParagraph(b, t); err != nil {
				return err
			}
		}
		if b.Len() > r.limits.MaxCellBytes {
			return fail(CodeCellTooLarge)
		}
	}
	return nil
}

func (r *odsReader) inParagraph(b *strings.Builder, e xml.StartElement) error {
	switch e.Name.Local {
	case "s":
		n, err := strconv.Atoi(attribute(e, "c"))
		if err != nil || n < 1 {
			n = 1
		}
		b.WriteString(strings.Repeat(" ", min(n, r.limits.MaxCellBytes+1)))
	case "tab":
		b.WriteByte('\t')
	case "line-break":
		b.WriteByte('\n')
	case "annotation", "frame", "note", "ruby-text":
		return r.skip()
	}
	return nil // a span, link or field: its text follows
}

// durationText turns an ISO 8601 duration as ODS stores times (PT13H45M00S)
// into HH:MM[:SS]. What is none is given back as it is.
func durationText(raw string) string {
	rest, ok := strings.CutPrefix(raw, "PT")
	if !ok {
		return raw
	}
	total := 0.0
	for _, unit := range []struct {
		letter  string
		seconds float64
	}{{"H", 3600}, {"M", 60}, {"S", 1}} {
		number, after, found := strings.Cut(rest, unit.letter)
		if !found {
			continue
		}
		n, err := strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
		if err != nil || !(n >= 0 && n < 1e9) {
			return raw
		}
		total, rest = total+n*unit.seconds, after
	}
	if rest != "" {
		return raw
	}
	return clockText(int(total + 0.5))
}
