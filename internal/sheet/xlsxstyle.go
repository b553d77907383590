package sheet

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// xlsxStyle is how a cell looks.
type xlsxStyle struct {
	kind   Kind
	digits int
	bold   bool
	right  bool // aligned with the numbers under it
	note   bool // a sentence that runs on over the next columns
}

// wraps reports whether the text is broken over lines to fit its column.
func (s xlsxStyle) wraps() bool { return s.kind == KindText && !s.note }

// linesIn estimates how many lines a text takes in a column.
func linesIn(text string, width int) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/width
	}
	return lines
}

// height is the height of a row in points; 0 leaves it to the program. Not
// every program makes a row higher by itself when its text is broken over
// lines. Excel stops at 409.
func height(lines int) float64 {
	if lines < 2 {
		return 0
	}
	return min(15*float64(lines), 405)
}

// xlsxStyles makes each style once.
type xlsxStyles struct {
	file  *excelize.File
	known map[xlsxStyle]int
}

func (s xlsxStyles) id(look xlsxStyle) (int, error) {
	if id, ok := s.known[look]; ok {
		return id, nil
	}
	style := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: look.wraps()}}
	if look.bold {
		style.Font = &excelize.Font{Bold: true, Family: "Calibri", Size: 11} // the font of the other cells
	}
	if look.right {
		style.Alignment.Horizontal = "right"
	}
	format := xlsxFormat(look)
	style.CustomNumFmt = &format
	id, err := s.file.NewStyle(style)
	if err == nil {
		s.known[look] = id
	}
	return id, err
}

// xlsxFormat gives the number format. Dates are day-month-year in every
// language of the document: an unambiguous order matters more than habit.
func xlsxFormat(look xlsxStyle) string {
	decimals := "0"
	if look.digits > 0 {
		decimals = "0." + strings.Repeat("0", look.digits)
	}
	switch look.kind {
	case KindInteger:
		return "0"
	case KindDecimal:
		return decimals
	case KindPercentage:
		return decimals + "%"
	case KindDate:
		return `dd\-mm\-yyyy`
	}
	return "@" // stays text when someone edits it
}

// xlsxValue gives what is stored: a number, a date as serial, or text.
func xlsxValue(c Cell) (any, error) {
	switch c.kind {
	case KindInteger:
		return strconv.ParseInt(c.text, 10, 64)
	case KindDecimal:
		return strconv.ParseFloat(c.text, 64)
	case KindPercentage:
		return strconv.ParseFloat(c.ratio(), 64)
	case KindDate:
		if c.day.Year() >= firstXLSXDateYear {
			return serialOf(c.day), nil
		}
	}
	return c.text, nil
}

func utf16Length(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}
