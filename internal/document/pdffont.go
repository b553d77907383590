package document

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// face is one of the four faces of the font.
type face int

const (
	regular face = iota
	bold
	italic
	boldItalic
	faces
)

// font is a face in use. Every character that is drawn gets its own number
// (CID), also when characters share a glyph: so each can be copied and read
// aloud as what it is. That holds for a character without a glyph too: it is
// drawn as an empty box but its text is right.
type font struct {
	ttf    *trueType
	glyphs map[rune]int    // found so far
	codes  map[rune]uint16 // drawn so far
	drawn  []rune          // drawn[i] has CID i+1; CID 0 is the glyph for nothing, which is never drawn
}

// fonts are the faces; only what is drawn comes into the file.
type fonts [faces]*font

func loadFonts() (fonts, error) {
	var all fonts
	data := [faces][]byte{liberationsansregular.TTF, liberationsansbold.TTF, liberationsansitalic.TTF, liberationsansbolditalic.TTF}
	for i := range all {
		ttf, err := newTrueType(data[i])
		if err != nil {
			return fonts{}, err
		}
		all[i] = &font{ttf: ttf, glyphs: map[rune]int{}, codes: map[rune]uint16{}}
	}
	return all, nil
}

// blankBox stands for what the font has no glyph for.
const blankBox = '□'

// glyph gives the glyph to draw for r; never 0, which PDF/UA forbids
// (ISO 14289-1 §7.21.8).
func (f *font) glyph(r rune) int {
	if glyph, ok := f.glyphs[r]; ok {
		return glyph
	}
	glyph := f.ttf.glyph(r)
	switch {
	case glyph != 0:
	case r == '\u202F': // a narrow space that does not break
		glyph = f.ttf.glyph(' ')
	case r == '\u2011': // a hyphen that does not break
		glyph = f.ttf.glyph('-')
	default:
		glyph = f.ttf.glyph(blankBox)
	}
	f.glyphs[r] = glyph
	return glyph
}

// width gives the width of r in thousandths of the size.
func (f *font) width(r rune) float64 { return f.ttf.advance(f.glyph(r)) }

// encode gives the string that draws text.
func (f *font) encode(text string) string {
	var out strings.Builder
	out.WriteByte('<')
	for _, r := range text {
		code, ok := f.codes[r]
		if !ok {
			f.drawn = append(f.drawn, r)
			code = uint16(len(f.drawn))
			f.codes[r] = code
		}
		fmt.Fprintf(&out, "%04X", code)
	}
	out.WriteByte('>')
	return out.String()
}

// embed writes the font with only what was drawn (ISO 32000-1 §9.7).
func (f *font) embed(file *pdfFile, which face) pdfRef {
	glyphs, widths := []int{0}, make([]string, 0, len(f.drawn))
	for _, r := range f.drawn {
		glyphs = append(glyphs, f.glyph(r))
		widths = append(widths, pdfNumber(f.width(r)))
	}
	data := f.ttf.subset(glyphs)
	name := subsetPrefix(data) + "+LiberationSans" + [faces]string{"", "-Bold", "-Italic", "-BoldItalic"}[which]
	program := file.addFlate(fmt.Sprintf("/Length1 %d", len(data)), data)
	descriptor := file.add(f.descriptor(name, which, program))
	descendant := file.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %s /CIDToGIDMap /Identity /DW 0 /W [1 [%s]]>>", name, descriptor, strings.Join(widths, " ")))
	unicode := file.addFlate("", f.toUnicode())
	return file.add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>", name, descendant, unicode))
}

// subsetPrefix gives the six capitals before the name of a part of a font.
func subsetPrefix(data []byte) string {
	sum := crc32.ChecksumIEEE(data)
	prefix := make([]byte, 6)
	for i := range prefix {
		prefix[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(prefix)
}

// descriptor writes the measures of the face (ISO 32000-1 §9.8).
func (f *font) descriptor(name string, which face, program pdfRef) string {
	scale := func(table string, at int) float64 {
		return float64(int16(binary.BigEndian.Uint16(f.ttf.tables[table][at:]))) * 1000 / f.ttf.unit
	}
	const symbolic, slanted = 4, 64
	flags, angle, stem := symbolic, 0, 80
	if which == italic || which == boldItalic {
		flags, angle = flags|slanted, -12
	}
	if which == bold || which == boldItalic {
		stem = 140
	}
	return fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%s] /ItalicAngle %d /Ascent %s /Descent %s /CapHeight %s /StemV %d /FontFile2 %s>>",
		name, flags, pdfNumbers(scale("head", 36), scale("head", 38), scale("head", 40), scale("head", 42)), angle,
		pdfNumber(scale("hhea", 4)), pdfNumber(scale("hhea", 6)), pdfNumber(scale("OS/2", 88)), stem, program)
}

// toUnicode gives the text of every CID (ISO 32000-1 §9.10.3).
func (f *font) toUnicode() []byte {
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // at most so many in one
	for start := 0; start < len(f.drawn); start += block {
		some := f.drawn[start:min(start+block, len(f.drawn))]
		fmt.Fprintf(&out, "%d beginbfchar\n", len(some))
		for i, r := range some {
			fmt.Fprintf(&out, "<%04X> <%s>\n", start+i+1, utf16Hex(string(r)))
		}
		out.WriteString("endbfchar\n")
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(out.String())
}
