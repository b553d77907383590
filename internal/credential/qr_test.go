package credential

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"

	"rugdekking/vpt"
)

// TestQRCodeDrawsEveryModule paints the path back into squares and compares
// each with the code itself.
func TestQRCodeDrawsEveryModule(t *testing.T) {
	const text = "otpauth://totp/Gemeente%20Lindemeer:fatma@lindemeer.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gemeente%20Lindemeer"
	svg, err := QRCode(vpt.NewPrivate(text), `Code voor "je" <app>`)
	if err != nil {
		t.Fatal(err)
	}
	drawing := svg.Reveal()
	want, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		t.Fatal(err)
	}
	path := drawing[strings.Index(drawing, `fill="#000" d="`)+len(`fill="#000" d="`):]
	painted := map[[2]int]bool{}
	for _, run := range strings.SplitAfter(path[:strings.Index(path, `"`)], "z") {
		if run == "" {
			continue
		}
		var x, y, width, back int
		if _, err := fmt.Sscanf(run, "M%d %dh%dv1h-%dz", &x, &y, &width, &back); err != nil || width != back {
			t.Fatalf("run %q: %v", run, err)
		}
		for i := range width {
			painted[[2]int{x + i, y}] = true
		}
	}
	size := want.Bounds().Dx()
	for y := -quietZone; y < size+quietZone; y++ {
		for x := -quietZone; x < size+quietZone; x++ {
			inside := x >= 0 && y >= 0 && x < size && y < size
			if black := inside && dark(want.At(x, y)); painted[[2]int{x + quietZone, y + quietZone}] != black {
				t.Fatalf("module %d,%d is painted wrongly", x, y)
			}
		}
	}
}

func TestQRCodeFitsAStrictPage(t *testing.T) {
	svg, err := QRCode(vpt.NewPrivate("kort"), `Code voor "je" <app>`)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for decoder := xml.NewDecoder(strings.NewReader(svg.Reveal())); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			for _, a := range start.Attr {
				names[a.Name.Local] = a.Value
			}
		}
	}
	if names["aria-label"] != `Code voor "je" <app>` || names["role"] != "img" {
		t.Errorf("name for who cannot see it: %v", names)
	}
	if _, has := names["style"]; has || strings.Contains(svg.Reveal(), "<style") {
		t.Error("style is refused by the content security policy")
	}
}

func TestQRCodeTooLongDoesNotRepeatTheText(t *testing.T) {
	_, err := QRCode(vpt.NewPrivate(strings.Repeat("geheim ", 1000)), "x")
	if err == nil || strings.Contains(err.Error(), "geheim") {
		t.Errorf("error = %v", err)
	}
}
