package sheet

import (
	"errors"
	"io"
	"strings"
)

// readCSV reads delimited text. The standard library's reader is not used: it
// refuses a quote inside an unquoted value, which every spreadsheet program
// accepts, or (when lenient) lets one forgotten quote swallow the rest of the
// file in silence.
func readCSV(data []byte, limits Limits) (Table, error) {
	if looksOther(data) {
		return Table{}, fail(CodeUnknownFormat)
	}
	text, encoding, err := decodeText(data)
	if err != nil {
		return Table{}, err
	}
	separator, scan := detectSeparator(text, limits)
	into := &collector{limits: limits}
	for {
		cells, line, err := scan.record()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Table{}, err
		}
		for i, cell := range cells {
			cells[i] = unguard(cell)
		}
		if err := into.add(line, cells); err != nil {
			return Table{}, err
		}
	}
	return into.into(Table{Format: FormatCSV, Encoding: encoding, Separator: string(separator)})
}

// looksOther recognises text that is no table: web pages under the name of a
// spreadsheet, XML, JSON, PDF and RTF.
func looksOther(data []byte) bool {
	start := strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 256)]), "\xEF\xBB\xBF"), " \t\r\n")
	for _, mark := range []string{"<", "{", "[", "%PDF-"} {
		if strings.HasPrefix(start, mark) {
			return true
		}
	}
	return false
}

// csvScanner cuts text with "\n" line breaks into records (RFC 4180). More
// lenient than the RFC in one thing: a quote inside an unquoted value is text.
type csvScanner struct {
	text      string
	pos       int
	line      int // of pos, from 1
	separator byte
	maxCells  int // in one record, so that a line of separators cannot grow without bound
}

// record gives the cells of the next record and the line where it starts.
// After the last one it gives io.EOF.
func (s *csvScanner) record() ([]string, int, error) {
	if s.pos >= len(s.text) {
		return nil, s.line, io.EOF
	}
	start := s.line
	var cells []string
	for {
		cell, last, err := s.cell()
		if err != nil {
			return nil, start, err
		}
		if cells = append(cells, cell); len(cells) > s.maxCells {
			return nil, start, failAt(CodeTooManyColumns, start)
		}
		if last {
			return cells, start, nil
		}
	}
}

// cell gives the next cell, and whether it is the last of its record.
func (s *csvScanner) cell() (string, bool, error) {
	if s.pos < len(s.text) && s.text[s.pos] == '"' {
		return s.quoted()
	}
	rest := s.text[s.pos:]
	end := strings.IndexAny(rest, string(s.separator)+"\n")
	if end < 0 {
		s.pos = len(s.text)
		return rest, true, nil
	}
	return rest[:end], s.past(s.pos + end), nil
}

// quoted reads a cell between quotes; a doubled quote stands for one.
func (s *csvScanner) quoted() (string, bool, error) {
	opened := s.line
	var value strings.Builder
	for s.pos++; ; s.pos++ {
		end := strings.IndexByte(s.text[s.pos:], '"')
		if end < 0 {
			return "", false, failAt(CodeUnclosedQuote, opened)
		}
		part := s.text[s.pos : s.pos+end]
		value.WriteString(part)
		s.line += strings.Count(part, "\n")
		s.pos += end + 1
		if s.pos >= len(s.text) || s.text[s.pos] != '"' {
			break
		}
		value.WriteByte('"')
	}
	s.pos += len(s.text[s.pos:]) - len(strings.TrimLeft(s.text[s.pos:], " "))
	if s.pos >= len(s.text) {
		return value.String(), true, nil
	}
	if next := s.text[s.pos]; next != s.separator && next != '\n' {
		return "", false, failAt(CodeMisplacedQuote, s.line)
	}
	return value.String(), s.past(s.pos), nil
}

// past steps over the separator or line break at pos; true for the latter.
func (s *csvScanner) past(pos int) bool {
	s.pos = pos + 1
	if s.text[pos] != '\n' {
		return false
	}
	s.line++
	return true
}
