package document

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// flat gives the outline of a glyph with the outlines of its parts instead of
// their numbers.
func flat(t *trueType, glyph int) []byte {
	parts := []int{glyph}
	outline, parts := composed(t.outline(glyph), parts) // parts are numbered from 1 in the order in which they come
	out := bytes.TrimRight(outline, "\x00")
	for _, part := range parts[1:] {
		out = append(bytes.Clone(out), flat(t, part)...)
	}
	return out
}

func TestPartOfAFontDrawsTheSame(t *testing.T) {
	all, err := loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	for which, f := range all {
		const text = "Ağıüş Łódź é€ËëÏ’“•–□"
		f.encode(text)
		glyphs, composites := []int{0}, 0
		for _, r := range f.drawn {
			glyphs = append(glyphs, f.glyph(r))
		}
		data := f.ttf.subset(glyphs)
		if fontChecksum(data) != fontSum {
			t.Errorf("face %d: the sum over the file is %x", which, fontChecksum(data))
		}
		small := &trueType{tables: map[string][]byte{}, longLoca: true, unit: f.ttf.unit}
		for i := range int(binary.BigEndian.Uint16(data[4:])) {
			record := data[12+16*i:]
			offset, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			small.tables[string(record[:4])] = data[offset : offset+size]
		}
		small.metrics = int(binary.BigEndian.Uint16(small.tables["hhea"][34:]))
		for i, glyph := range glyphs {
			if outline := f.ttf.outline(glyph); len(outline) > 0 && outline[0] == 0xFF {
				composites++
			}
			if !bytes.Equal(flat(small, i), flat(f.ttf, glyph)) {
				t.Errorf("face %d: glyph %d is drawn in another way", which, glyph)
			}
			if small.advance(i) != f.ttf.advance(glyph) {
				t.Errorf("face %d: glyph %d has another width", which, glyph)
			}
		}
		if composites == 0 {
			t.Errorf("face %d: no glyph of parts, this test means less than it says", which)
		}
	}
}

func TestNothingIsDrawnAsTheGlyphForNothing(t *testing.T) {
	all, err := loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		for _, r := range "a漢👩\u0601\u2011\u202f\u00a0\u200d□\U0010FFFD" {
			if f.glyph(r) == 0 {
				t.Errorf("%U has no glyph", r)
			}
		}
	}
}
