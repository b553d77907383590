package document

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// errPicture is about a picture that cannot be put into a document.
var errPicture = errors.New("document: not a PNG or JPEG picture that can be shown")

// mostPixels bounds the memory that a picture takes when it is unpacked.
const mostPixels = 25_000_000

// picture is a PNG or JPEG that has been looked at.
type picture struct {
	data          []byte // a JPEG without what cameras write besides, such as where it was taken
	jpeg          bool
	width, height int
	pixels        image.Image
}

// newPicture unpacks a picture, so that what comes into a document can be
// shown by who opens it.
func newPicture(data []byte) (picture, error) {
	settings, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "png" && kind != "jpeg" {
		return picture{}, errPicture
	}
	if settings.Width <= 0 || settings.Height <= 0 || settings.Width > mostPixels/settings.Height {
		return picture{}, fmt.Errorf("%d by %d pixels: %w", settings.Width, settings.Height, errPicture)
	}
	p := picture{data: data, jpeg: kind == "jpeg", width: settings.Width, height: settings.Height}
	if p.jpeg {
		p.pixels, err = jpeg.Decode(bytes.NewReader(data))
		p.data = bareJPEG(data)
	} else {
		p.pixels, err = png.Decode(bytes.NewReader(data))
	}
	if err != nil {
		return picture{}, fmt.Errorf("%w: %w", errPicture, err)
	}
	return p, nil
}

// bareJPEG leaves out the segments that hold no part of the picture: APP1 to
// APP13, APP15 and comments (ITU-T T.81, annex B).
func bareJPEG(data []byte) []byte {
	out := append([]byte{}, data[:2]...)
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker := data[at+1]
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xDA || end > len(data) { // the picture itself follows
			return append(out, data[at:]...)
		}
		if kept := marker < 0xE1 || marker == 0xEE || marker > 0xEF && marker != 0xFE; kept {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return data
}

// CheckPicture reports whether data is a picture that documents can show, so
// that a logo is refused when it is chosen and not when a letter is made.
func CheckPicture(data []byte) error {
	_, err := newPicture(data)
	return err
}

// embed writes the picture into a PDF file (ISO 32000-1 §8.9).
func (p picture) embed(f *pdfFile) pdfRef {
	entries := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8", p.width, p.height)
	if p.jpeg {
		switch p.pixels.ColorModel() {
		case color.GrayModel:
			return f.addStream(entries+" /ColorSpace /DeviceGray /Filter /DCTDecode", p.data)
		case color.YCbCrModel:
			return f.addStream(entries+" /ColorSpace /DeviceRGB /Filter /DCTDecode", p.data)
		}
	}
	return f.addFlate(entries+" /ColorSpace /DeviceRGB", p.rgb())
}

// rgb gives the pixels on white paper: what shines through would need another
// kind of PDF.
func (p picture) rgb() []byte {
	flat := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), p.pixels, p.pixels.Bounds().Min, draw.Over)
	out := make([]byte, 0, 3*p.width*p.height)
	for i := 0; i+4 <= len(flat.Pix); i += 4 {
		out = append(out, flat.Pix[i:i+3]...)
	}
	return out
}

// size gives the size in points of the picture at this width, smaller where it
// would be higher than most.
func (p picture) size(width, most float64) (w, h float64) {
	h = width * float64(p.height) / float64(p.width)
	if h > most {
		return width * most / h, most
	}
	return width, h
}

// natural is the width in points when 96 pixels are an inch.
func (p picture) natural() float64 { return float64(p.width) * 72 / 96 }

// Measures of logos and figures in points.
const (
	logoWidth   = 60 * millimetre
	logoHeight  = 20 * millimetre
	figureLimit = 180 * millimetre // of the height
)

// logoSize gives the size of a logo.
func (p picture) logoSize() (w, h float64) { return p.size(min(p.natural(), logoWidth), logoHeight) }

// figureSize gives the size of a figure that asks for a width.
func (p picture) figureSize(widthMM int) (w, h float64) {
	width := p.natural()
	if widthMM > 0 {
		width = float64(widthMM) * millimetre
	}
	return p.size(min(width, textWidth), figureLimit)
}
