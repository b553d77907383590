package credential

import (
	"fmt"
	"html"
	"strings"

	"github.com/boombuler/barcode/qr"

	"rugdekking/vpt"
)

// quietZone is the white margin in modules that ISO/IEC 18004 asks for.
const quietZone = 4

// modulePixels is the width of one module. A secret of ours takes about sixty
// of them, which then fits the narrowest phone.
const modulePixels = 4

// QRCode draws text as an SVG element with label as its name for who cannot see
// it. It uses neither style nor script, so it fits a page whose content
// security policy forbids both. The drawing shows the text, hence Private.
func QRCode(text vpt.Private, label string) (vpt.Private, error) {
	code, err := qr.Encode(text.Reveal(), qr.M, qr.Auto)
	if err != nil {
		// The cause would repeat the text.
		return vpt.Private{}, fmt.Errorf("qr code: %d bytes do not fit", text.Len())
	}
	size := code.Bounds().Dx()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d" width="%[2]d" height="%[2]d" role="img" aria-label="%[3]s" shape-rendering="crispEdges">`,
		size+2*quietZone, modulePixels*(size+2*quietZone), html.EscapeString(label))
	b.WriteString(`<path fill="#fff" d="M0 0h` + fmt.Sprintf("%[1]dv%[1]dH0z", size+2*quietZone) + `"/><path fill="#000" d="`)
	for y := range size {
		for x := 0; x < size; x++ {
			run := 0
			for x+run < size && dark(code.At(x+run, y)) {
				run++
			}
			if run > 0 {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", x+quietZone, y+quietZone, run, run)
				x += run
			}
		}
	}
	b.WriteString(`"/></svg>`)
	return vpt.NewPrivate(b.String()), nil
}

func dark(c interface{ RGBA() (r, g, b, a uint32) }) bool {
	r, _, _, _ := c.RGBA()
	return r == 0
}
