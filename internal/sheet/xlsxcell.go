package sheet

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// readSheet hands the rows of one worksheet to into.
func (b *workbook) readSheet(part string, into *collector) error {
	line := 0
	return b.archive.eachTop(part, func(x *xmlReader, e xml.StartElement) error {
		if e.Name.Local != "sheetData" {
			return x.skip()
		}
		return x.eachChild(func(e xml.StartElement) error {
			if e.Name.Local != "row" {
				return x.skip()
			}
			if line = rowNumber(e, line+1); line < 1 {
				return fail(CodeBroken)
			}
			cells, err := b.readRow(x, line)
			if err != nil {
				return err
			}
			return into.add(line, cells)
		})
	})
}

// rowNumber is the number that a row carries, else otherwise; 0 when it is none.
func rowNumber(row xml.StartElement, otherwise int) int {
	written := attribute(row, "r")
	if written == "" {
		return otherwise
	}
	n, err := strconv.Atoi(written)
	if err != nil || n < 1 || n > 1_048_576 {
		return 0
	}
	return n
}

func (b *workbook) readRow(x *xmlReader, line int) ([]string, error) {
	var cells []string
	column := 0 // of the cell before, from 1
	err := x.eachChild(func(e xml.StartElement) error {
		if e.Name.Local != "c" {
			return x.skip()
		}
		if column++; attribute(e, "r") != "" {
			column = columnNumber(attribute(e, "r"))
		}
		if column < 1 || column > 16_384 {
			return failAt(CodeBroken, line)
		}
		value, err := b.readCell(x, e, line)
		if err != nil || blank(value) {
			return err
		}
		for len(cells) < column {
			cells = append(cells, "")
		}
		cells[column-1] = value
		return nil
	})
	return cells, err
}

// columnNumber reads the letters of a reference such as "AB12": A is 1. It is
// 0 for what is no reference.
func columnNumber(reference string) int {
	n := 0
	for i := 0; i < len(reference) && i < 4; i++ {
		c := reference[i] &^ 0x20 // capitals
		if c < 'A' || c > 'Z' {
			return n
		}
		n = n*26 + int(c-'A') + 1
	}
	return 0
}

// readCell gives the value of the cell that was just started, by its type
// (ECMA-376 part 1, §18.18.11).
func (b *workbook) readCell(x *xmlReader, cell xml.StartElement, line int) (string, error) {
	var value, inline string
	err := x.eachChild(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "v":
			value, err = x.text(b.limits.MaxCellBytes)
		case "is":
			inline, err = b.richText(x)
		default: // formulas are not run and not shown
			err = x.skip()
		}
		return err
	})
	if err != nil {
		return "", atLine(err, line)
	}
	switch attribute(cell, "t") {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if value == "" {
			return "", nil
		}
		if err != nil || i < 0 || i >= len(b.strings) {
			return "", failAt(CodeBroken, line)
		}
		return b.strings[i], nil
	case "inlineStr":
		return unescape(inline), nil
	case "str":
		return unescape(value), nil
	case "b":
		return truth(strings.TrimSpace(value) == "1"), nil
	case "d":
		return isoText(value), nil
	case "e":
		return value, nil
	}
	return b.number(value, attribute(cell, "s")), nil
}

// truth writes a truth value as Dutch spreadsheet programs do.
func truth(yes bool) string {
	if yes {
		return "WAAR"
	}
	return "ONWAAR"
}

// number writes a number as its style shows it: as a date, a time or a number.
func (b *workbook) number(raw, style string) string {
	plain := plainNumber(raw)
	i, err := strconv.Atoi(style)
	if err != nil || i < 0 || i >= len(b.styles) || b.styles[i] == styleNumber {
		return plain
	}
	serial, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil || math.IsNaN(serial) || serial < 0 || serial >= lastSerial+1 {
		return plain
	}
	switch b.styles[i] {
	case styleElapsed:
		return clockText(int(math.Round(serial * 86_400)))
	case styleTime:
		return clockText(int(math.Round((serial-math.Floor(serial))*86_400)) % 86_400)
	}
	moment := serialMoment(serial, b.epoch)
	if serial < 1 && b.epoch.Equal(epoch1900) { // "0 January 1900": a time under a style for moments
		return clockText(int(math.Round(serial*86_400)) % 86_400)
	}
	if b.styles[i] == styleDate {
		return moment.Format("2006-01-02")
	}
	return momentText(moment)
}

// atLine adds the line to an error that has none.
func atLine(err error, line int) error {
	if e := asError(err); e.Line == 0 && e.Code != CodeTooLarge {
		return failAt(e.Code, line)
	}
	return err
}
