package main

import (
	"bytes"
	"fmt"
	"strings"
)

// Letters outside of the basic file: the whole of Latin Extended-A holds
// Turkish, Polish, Czech, Croatian and the rest of Latin Europe, and S and T
// with a comma are Romanian. The basic file has what Dutch, Frisian, English,
// German, French and Spanish need.
const (
	basicRange    = "U+20-7E,U+A0-FF,U+152-153,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+20AC,U+2212"
	extendedRange = "U+100-151,U+154-17F,U+218-21B,U+1E9E"
)

// addFonts makes Noto Sans in two weights and two files each. A browser takes
// the second file only for a page that has such a letter, and so a Dutch page
// pays for Dutch.
func addFonts(p project) error {
	for _, weight := range []string{"400", "700"} {
		for suffix, part := range map[string]struct{ file, letters string }{
			"":          {"latin", basicRange},
			"-extended": {"latin-ext", extendedRange},
		} {
			font := p.module("@fontsource", "noto-sans", "files", fmt.Sprintf("noto-sans-%s-%s-normal.woff2", part.file, weight))
			var made bytes.Buffer
			if err := node(p, []byte(lettersOf(part.letters)), &made, "subset.mjs", font); err != nil {
				return err
			}
			p.out.add("noto-sans-"+weight+suffix+".woff2", made.Bytes())
		}
	}
	return nil
}

// lettersOf writes out the letters of a unicode-range.
func lettersOf(ranges string) string {
	var letters strings.Builder
	for _, part := range strings.Split(ranges, ",") {
		var from, to rune
		if n, _ := fmt.Sscanf(part, "U+%X-%X", &from, &to); n < 2 {
			to = from
		}
		for letter := from; letter <= to; letter++ {
			letters.WriteRune(letter)
		}
	}
	return letters.String()
}

// fontFaces is the CSS that names the made files. The fallback has the width
// of Noto Sans, so that nothing jumps when the font arrives.
func fontFaces(p project) string {
	var css strings.Builder
	for _, weight := range []string{"400", "700"} {
		for _, part := range []struct{ suffix, letters string }{{"", basicRange}, {"-extended", extendedRange}} {
			fmt.Fprintf(&css, `@font-face{font-family:"Noto Sans";font-style:normal;font-display:swap;font-weight:%s;src:url(%s) format("woff2");unicode-range:%s}`+"\n",
				weight, p.out.hashed["noto-sans-"+weight+part.suffix+".woff2"], part.letters)
		}
	}
	css.WriteString(`@font-face{font-family:"Noto Sans fallback";src:local("Arial"),local("Liberation Sans");size-adjust:106%;ascent-override:101%;descent-override:28%;line-gap-override:0%}` + "\n")
	return css.String()
}
