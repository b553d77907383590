package sheet

import (
	"strings"
)

// separators in order of preference when nothing else decides: the semicolon is
// what a spreadsheet program with Dutch settings writes.
const separators = ";,\t"

// sampled is the number of records on which the separator is judged.
const sampled = 50

// detectSeparator finds the separator of text, and gives a scanner placed after
// a "sep=;" line (an instruction of Excel, no data) when there is one.
func detectSeparator(text string, limits Limits) (byte, *csvScanner) {
	scan := csvScanner{text: text, line: 1, maxCells: limits.MaxColumns + 16_384}
	first, _, _ := strings.Cut(text, "\n")
	if said := strings.Trim(first, "\" "); len(said) == 5 && strings.EqualFold(said[:4], "sep=") && said[4] != '"' {
		scan.pos, scan.line, scan.separator = min(len(first)+1, len(text)), 2, said[4]
		return said[4], &scan
	}
	best, bestEven, bestWidth := separators[0], 0, 0
	for _, candidate := range []byte(separators) {
		scan.separator = candidate
		even, width := evenness(scan)
		if even > bestEven || even == bestEven && width > bestWidth {
			best, bestEven, bestWidth = candidate, even, width
		}
	}
	scan.separator = best
	return best, &scan
}

// evenness counts how many of the first records have as many cells as the
// header, and gives that number. It is 0 when the header does not contain the
// separator: values may hold any of them, names of columns hardly do.
func evenness(scan csvScanner) (even, width int) {
	for seen := 0; seen < sampled; {
		cells, _, err := scan.record()
		if err != nil {
			return even, width
		}
		if len(trimBlank(cells)) == 0 {
			continue
		}
		if seen++; seen == 1 {
			width = len(cells)
		}
		if width < 2 {
			return 0, 0
		}
		if len(cells) == width {
			even++
		}
	}
	return even, width
}
