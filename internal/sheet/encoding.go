package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding is the character encoding in which a CSV file was read.
type Encoding string

// The encodings that are recognised. UTF-16 is what a spreadsheet program
// calls "Unicode text"; it is recognised by its byte order mark only.
const (
	EncodingUTF8        Encoding = "utf-8"
	EncodingWindows1252 Encoding = "windows-1252"
	EncodingUTF16       Encoding = "utf-16"
)

// decodeText gives the text of data without byte order mark, with "\n" as the
// only line break.
func decodeText(data []byte) (string, Encoding, error) {
	text, encoding, err := decode(data)
	if err != nil {
		return "", "", err
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", "", fail(CodeUnknownFormat)
	}
	text = strings.TrimRight(text, "\x1a") // end-of-file mark of DOS programs
	if !strings.Contains(text, "\n") {     // line breaks of old Macintosh programs
		return strings.ReplaceAll(text, "\r", "\n"), encoding, nil
	}
	return strings.ReplaceAll(text, "\r\n", "\n"), encoding, nil
}

func decode(data []byte) (string, Encoding, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	rest, marked := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(rest) {
		return string(rest), EncodingUTF8, nil
	}
	if marked || damagedUTF8(rest) {
		return "", "", failAt(CodeUnknownText, lineOfInvalid(rest))
	}
	return decodeWindows1252(rest)
}

// damagedUTF8 tells a UTF-8 file with a few broken bytes from a windows-1252
// file: in the latter, two letters with accents that happen to form a valid
// sequence are rare. Reading such a file as windows-1252 would silently turn
// every accent into two other characters.
func damagedUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		data = data[size:]
	}
	return valid > invalid
}

func lineOfInvalid(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			return line
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}

// decodeWindows1252 refuses the five bytes that mean nothing in it: the file is
// then in an encoding that we do not know.
func decodeWindows1252(data []byte) (string, Encoding, error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return "", "", fail(CodeUnknownFormat)
	}
	for i, b := range data {
		switch b {
		case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
			return "", "", failAt(CodeUnknownText, 1+bytes.Count(data[:i], []byte("\n")))
		}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fail(CodeUnknownText)
	}
	return string(text), EncodingWindows1252, nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) (string, Encoding, error) {
	if len(data)%2 != 0 {
		return "", "", fail(CodeBroken)
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 {
		return "", "", failAt(CodeUnknownText, 1+strings.Count(text[:i], "\n"))
	}
	return text, EncodingUTF16, nil
}
