package upload

import (
	"encoding/binary"
	"image"
)

// orientationTag is the tag that says how a camera was held (Exif 2.32 §4.6.4).
const orientationTag = 0x0112

// Orientation reads from a JPEG how the camera was held: 1 to 8, 1 for upright
// and for whatever it does not understand.
func Orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(data) || data[at+1] == 0xda {
			return 1
		}
		if body := data[at+4 : end]; data[at+1] == 0xe1 && len(body) > 14 && string(body[:6]) == "Exif\x00\x00" {
			return exifOrientation(body[6:])
		}
		at = end
	}
	return 1
}

// exifOrientation looks for the tag in the first directory of a TIFF block.
func exifOrientation(tiff []byte) int {
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	first := int64(order.Uint32(tiff[4:]))
	if first < 8 || first+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == orientationTag {
			if held := int(order.Uint16(entries[8:])); held >= 1 && held <= 8 {
				return held
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// Upright turns and mirrors a picture back.
func Upright(in *image.RGBA, held int) *image.RGBA {
	if held < 2 || held > 8 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if held >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			to := [...]image.Point{
				{}, {}, {X: w - 1 - x, Y: y}, {X: w - 1 - x, Y: h - 1 - y}, {X: x, Y: h - 1 - y},
				{X: y, Y: x}, {X: h - 1 - y, Y: x}, {X: h - 1 - y, Y: w - 1 - x}, {X: y, Y: w - 1 - x},
			}[held]
			out.SetRGBA(to.X, to.Y, in.RGBAAt(x, y))
		}
	}
	return out
}
