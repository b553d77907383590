// Package upload tells what somebody sends by its first bytes, and takes only
// what people need as evidence.
package upload

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"

	"rugdekking/vpt"
)

// Problem is a refusal of one field.
func Problem(path, code string) error {
	var p vpt.Problems
	p.Add(path, code)
	return p.Err()
}

// ErrFileType is a file that is none of the accepted types.
var ErrFileType = Problem("evidence", "bestandstype")

// Sniffer establishes the type of a file from its content while it streams by.
// The name and what the browser says of it are not looked at. What is not
// clearly one of the accepted types is refused; HTML and SVG always are.
type Sniffer struct {
	begun bool
	found kindOfFile
	seen  []bool // which of found.needs have passed
	tail  []byte // the end of the last part, for marks that lie across two
}

// kindOfFile is a type with what must and must not occur in such a file.
type kindOfFile struct {
	mediaType string
	needs     []string
	refuses   []string
	text      bool
}

// overlap is the longest mark less one.
const overlap = 63

// Write looks at the next part; false when the file can be none of the
// accepted types.
func (s *Sniffer) Write(part []byte) bool {
	if !s.begun {
		s.begun = true
		s.found = kindOf(part)
		s.seen = make([]bool, len(s.found.needs))
	}
	if s.found.mediaType == "" {
		return false
	}
	if s.found.text && !readable(part) {
		return false
	}
	if len(s.found.needs)+len(s.found.refuses) == 0 {
		return true
	}
	window := slices.Concat(s.tail, part)
	for i, mark := range s.found.needs {
		s.seen[i] = s.seen[i] || bytes.Contains(window, []byte(mark))
	}
	for _, mark := range s.found.refuses {
		if bytes.Contains(window, []byte(mark)) {
			return false
		}
	}
	s.tail = bytes.Clone(window[max(0, len(window)-overlap):])
	return true
}

// MediaType gives the type after the last part.
func (s *Sniffer) MediaType() (string, bool) {
	return s.found.mediaType, s.begun && s.found.mediaType != "" && !slices.Contains(s.seen, false)
}

// readable reports whether a part is text: no control characters but those of
// layout. Text in an old one-byte encoding is text too.
func readable(part []byte) bool {
	return !slices.ContainsFunc(part, func(c byte) bool {
		return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f
	})
}

// utf16 gives an ASCII mark as UTF-16LE.
func utf16(text string) string {
	return strings.Join(strings.Split(text, ""), "\x00") + "\x00"
}

// The marks inside containers.
const (
	wordMacros = "vbaProject.bin"
	soundTrack = "hdlr\x00\x00\x00\x00\x00\x00\x00\x00soun"
	videoTrack = "hdlr\x00\x00\x00\x00\x00\x00\x00\x00vide"
	odfText    = "mimetypeapplication/vnd.oasis.opendocument.text"
	bomUTF8    = "\xef\xbb\xbf"
)

// kindOf names the type that the beginning of a file shows; empty for none.
func kindOf(head []byte) kindOfFile {
	h := string(head[:min(len(head), 4096)])
	at := func(offset int, mark string) bool { return len(h) >= offset && strings.HasPrefix(h[offset:], mark) }
	switch {
	case at(0, "\xff\xd8\xff"):
		return kindOfFile{mediaType: "image/jpeg"}
	case at(0, "\x89PNG\r\n\x1a\n"):
		return kindOfFile{mediaType: "image/png"}
	case at(0, "RIFF") && at(8, "WEBP"):
		return kindOfFile{mediaType: "image/webp"}
	case at(0, "RIFF") && at(8, "WAVE"):
		return kindOfFile{mediaType: "audio/wav"}
	case at(0, "%PDF-"):
		return kindOfFile{mediaType: "application/pdf"}
	case at(4, "ftyp"):
		return isoMedia(h)
	case at(0, "OggS\x00"):
		return ogg(h)
	case at(0, "ID3") && len(h) > 10 && h[3] < 0xff && h[4] < 0xff && h[6]|h[7]|h[8]|h[9] < 0x80, mp3Frames(head):
		return kindOfFile{mediaType: "audio/mpeg"}
	case at(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return kindOfFile{mediaType: "application/vnd.ms-outlook", needs: []string{utf16("__properties_version1.0")}}
	case at(0, "PK\x03\x04") && at(30, odfText):
		// A template or formula begins alike: the name of the type must end there.
		if end := 30 + len(odfText); len(h) > end && (h[end] == '-' || h[end] >= 'a' && h[end] <= 'z') {
			return kindOfFile{}
		}
		return kindOfFile{mediaType: "application/vnd.oasis.opendocument.text"}
	case at(0, "PK\x03\x04"):
		return kindOfFile{
			mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			needs:     []string{"[Content_Types].xml", "word/document.xml"}, refuses: []string{wordMacros},
		}
	}
	return textKind(h)
}

// isoMedia tells HEIC pictures and sound from video by brand and tracks
// (ISO/IEC 14496-12 §4.3).
func isoMedia(h string) kindOfFile {
	size := int(binary.BigEndian.Uint32([]byte(h[:4])))
	if size < 16 || size > len(h) {
		return kindOfFile{}
	}
	brands := []string{h[8:12]}
	for i := 16; i+4 <= size; i += 4 {
		brands = append(brands, h[i:i+4])
	}
	has := func(wanted ...string) bool {
		return slices.ContainsFunc(brands, func(b string) bool { return slices.Contains(wanted, b) })
	}
	switch {
	case has("heic", "heix", "heim", "heis", "mif1"):
		return kindOfFile{mediaType: "image/heic"}
	case has("M4A ", "M4B ", "mp41", "mp42", "isom", "iso2", "3gp4", "3gp5", "3gp6"):
		return kindOfFile{mediaType: "audio/mp4", needs: []string{soundTrack}, refuses: []string{videoTrack}}
	}
	return kindOfFile{}
}

// ogg takes the sound formats in an Ogg stream (RFC 5334).
func ogg(h string) kindOfFile {
	if len(h) < 27 {
		return kindOfFile{}
	}
	start := 27 + int(h[26])
	if start > len(h) {
		return kindOfFile{}
	}
	for _, mark := range []string{"\x01vorbis", "OpusHead", "\x7fFLAC", "Speex   "} {
		if strings.HasPrefix(h[start:], mark) {
			return kindOfFile{mediaType: "audio/ogg"}
		}
	}
	return kindOfFile{}
}

// mp3Rates are the bit rates of layer III in kbit/s, for MPEG 1 and for 2
// and 2.5 (ISO/IEC 11172-3 §2.4.2.3, 13818-3 §2.4.2.3).
var mp3Rates = [2][15]int{
	{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
	{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
}

// mp3Frames reports whether data begins with two frames of layer III, one
// after another: one alone is too weak a sign.
func mp3Frames(data []byte) bool {
	first := mp3Frame(data)
	return first > 0 && first < len(data) && mp3Frame(data[first:]) > 0
}

// mp3Frame gives the length of the frame at the start, 0 when there is none.
func mp3Frame(d []byte) int {
	if len(d) < 4 || d[0] != 0xff || d[1]&0xe0 != 0xe0 || d[1]>>1&3 != 1 {
		return 0
	}
	version, rate, frequency := d[1]>>3&3, d[2]>>4, d[2]>>2&3
	if version == 1 || rate == 0 || rate == 15 || frequency == 3 {
		return 0
	}
	hertz := [3]int{44100, 48000, 32000}[frequency]
	table, factor := 0, 144
	if version != 3 {
		table, factor, hertz = 1, 72, hertz/2
	}
	if version == 0 {
		hertz /= 2
	}
	return factor*mp3Rates[table][rate]*1000/hertz + int(d[2]>>1&1)
}

// markup are the beginnings that a browser would take for a page or drawing.
var markup = []string{"<!doctype", "<html", "<svg", "<script", "<?xml", "<iframe", "<body", "<head", "<img", "<style", "<a ", "<object", "<embed"}

// textKind tells mails and plain text from markup, which is refused.
func textKind(h string) kindOfFile {
	text := strings.TrimPrefix(h, bomUTF8)
	if text == "" {
		return kindOfFile{}
	}
	if isMail(text) {
		return kindOfFile{mediaType: "message/rfc822", text: true}
	}
	lower := strings.ToLower(text)
	if strings.HasPrefix(strings.TrimLeft(lower, " \t\r\n\f"), "<") ||
		slices.ContainsFunc(markup, func(m string) bool { return strings.Contains(lower, m) }) {
		return kindOfFile{}
	}
	return kindOfFile{mediaType: "text/plain", text: true}
}

// isMail reports whether text begins with the header of a mail (RFC 5322
// §2.2): lines of a name and a colon, with a sender and a date or subject.
func isMail(text string) bool {
	var from, other bool
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
			return from && other && !utf8.ValidString(line) // cut off in the middle
		}
		switch strings.ToLower(name) {
		case "from", "sender", "return-path":
			from = true
		case "date", "subject", "message-id", "received":
			other = true
		}
	}
	return from && other
}
