package document

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// errFont is about a font that this reader cannot follow: another format than
// TrueType outlines.
var errFont = errors.New("document: not a TrueType font")

// trueType reads what is needed of a TrueType font to measure text and to cut
// a smaller font out of it.
type trueType struct {
	tables   map[string][]byte
	sfnt     *sfnt.Font // finds the glyph of a character
	unit     float64    // units per em
	metrics  int        // glyphs with a width of their own
	longLoca bool
}

func newTrueType(data []byte) (*trueType, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("document: font: %w", err)
	}
	t := &trueType{tables: map[string][]byte{}, sfnt: f}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		offset, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		t.tables[string(record[:4])] = data[offset : offset+size]
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "OS/2"} {
		if t.tables[name] == nil {
			return nil, fmt.Errorf("table %s: %w", name, errFont)
		}
	}
	t.unit = float64(binary.BigEndian.Uint16(t.tables["head"][18:]))
	t.longLoca = binary.BigEndian.Uint16(t.tables["head"][50:]) == 1
	t.metrics = int(binary.BigEndian.Uint16(t.tables["hhea"][34:]))
	return t, nil
}

// glyph gives the number of the glyph of r, 0 when there is none.
func (t *trueType) glyph(r rune) int {
	index, err := t.sfnt.GlyphIndex(nil, r)
	if err != nil {
		return 0
	}
	return int(index)
}

// advance gives the width of a glyph in thousandths of an em.
func (t *trueType) advance(glyph int) float64 {
	return float64(binary.BigEndian.Uint16(t.tables["hmtx"][4*min(glyph, t.metrics-1):])) * 1000 / t.unit
}

// metric gives the width and the left side bearing of a glyph, as they stand.
func (t *trueType) metric(glyph int) []byte {
	table := t.tables["hmtx"]
	if glyph < t.metrics {
		return table[4*glyph : 4*glyph+4]
	}
	bearing := 4*t.metrics + 2*(glyph-t.metrics)
	return slices.Concat(table[4*t.metrics-4:4*t.metrics-2], table[bearing:bearing+2])
}

// outline gives the description of a glyph, empty for a blank one.
func (t *trueType) outline(glyph int) []byte {
	loca, glyf := t.tables["loca"], t.tables["glyf"]
	if t.longLoca {
		return glyf[binary.BigEndian.Uint32(loca[4*glyph:]):binary.BigEndian.Uint32(loca[4*glyph+4:])]
	}
	return glyf[2*int(binary.BigEndian.Uint16(loca[2*glyph:])) : 2*int(binary.BigEndian.Uint16(loca[2*glyph+2:]))]
}

// subset gives a font with only these glyphs, numbered in this order, and
// after them what they are composed of. The first must be glyph 0.
func (t *trueType) subset(glyphs []int) []byte {
	glyphs = slices.Clone(glyphs)
	var glyf, hmtx []byte
	loca := make([]byte, 4)
	for i := 0; i < len(glyphs); i++ { // it grows while we walk
		var outline []byte
		outline, glyphs = composed(t.outline(glyphs[i]), glyphs)
		glyf = append(glyf, outline...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = append(hmtx, t.metric(glyphs[i])...)
	}
	count := uint16(len(glyphs))
	head, hhea, maxp := slices.Clone(t.tables["head"]), slices.Clone(t.tables["hhea"]), slices.Clone(t.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint16(hhea[34:], count)
	binary.BigEndian.PutUint16(maxp[4:], count)
	return assembled(map[string][]byte{
		"cvt ": t.tables["cvt "], "fpgm": t.tables["fpgm"], "prep": t.tables["prep"],
		"glyf": glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": loca, "maxp": maxp,
	})
}

// Flags of a part of a composed glyph (OpenType, table glyf).
const (
	partWords     = 0x0001
	partScale     = 0x0008
	partMore      = 0x0020
	partXYScale   = 0x0040
	partTwoByTwo  = 0x0080
	partFirstByte = 10 // after the number of contours and the box
)

// composed gives an outline whose parts have their new numbers, and the list
// of glyphs with the parts added to it.
func composed(outline []byte, glyphs []int) ([]byte, []int) {
	if len(outline) == 0 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return outline, glyphs
	}
	outline = slices.Clone(outline)
	for at := partFirstByte; ; {
		flags := binary.BigEndian.Uint16(outline[at:])
		part := int(binary.BigEndian.Uint16(outline[at+2:]))
		place := slices.Index(glyphs, part)
		if place < 0 {
			place, glyphs = len(glyphs), append(glyphs, part)
		}
		binary.BigEndian.PutUint16(outline[at+2:], uint16(place))
		at += 6
		if flags&partWords != 0 {
			at += 2
		}
		switch {
		case flags&partScale != 0:
			at += 2
		case flags&partXYScale != 0:
			at += 4
		case flags&partTwoByTwo != 0:
			at += 8
		}
		if flags&partMore == 0 {
			return outline, glyphs
		}
	}
}
