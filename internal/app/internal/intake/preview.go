package intake

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/upload"
	"rugdekking/vpt"
)

// Limits of a preview. A picture may be small as a file and still unfold to
// gigabytes: what it would unfold to is looked at before anything is drawn.
const (
	previewPixels  = 16_000_000
	previewMemory  = 64 << 20 // bytes
	previewQuality = 80
)

// errNoPreview is a picture that cannot be shown small.
var errNoPreview = vpt.Fail(vpt.KindNotFound, "geen-voorbeeld")

// EvidencePreview draws a picture anew, small, as JPEG: whatever else the file
// holds (a place, a script) does not come along.
func (a Room) EvidencePreview(ctx context.Context, who vpt.Actor, ref vpt.EvidenceRef) ([]byte, error) {
	f, err := a.Evidence(ctx, who, ref)
	if err != nil {
		return nil, err
	}
	if !f.Pictured() {
		return nil, fmt.Errorf("%s: %w", policy.EvidenceRead, errNoPreview)
	}
	select { // a picture takes memory: a few at a time
	case a.desk.Transfer <- struct{}{}:
		defer func() { <-a.desk.Transfer }()
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", policy.EvidenceRead, ctx.Err())
	}
	data, err := io.ReadAll(f.Content)
	if err != nil {
		return nil, err
	}
	out, err := drawPreview(f.MediaType, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", policy.EvidenceRead, errNoPreview.Because(err))
	}
	return out, nil
}

// decoder reads one format of pictures. They are named here, and not
// registered, so that no import elsewhere adds another.
type decoder struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

func decoderOf(mediaType string) (decoder, bool) {
	switch mediaType {
	case "image/jpeg":
		return decoder{jpeg.DecodeConfig, jpeg.Decode}, true
	case "image/png":
		return decoder{png.DecodeConfig, png.Decode}, true
	case "image/webp":
		return decoder{webp.DecodeConfig, webp.Decode}, true
	}
	return decoder{}, false
}

// drawPreview reads a picture and writes it as a JPEG of at most PreviewSide
// pixels, upright.
func drawPreview(mediaType string, data []byte) ([]byte, error) {
	d, ok := decoderOf(mediaType)
	if !ok {
		return nil, fmt.Errorf("no picture: %s", mediaType)
	}
	shape, err := d.config(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if shape.Width < 1 || shape.Height < 1 || shape.Width > previewPixels/shape.Height || shape.Width*shape.Height*bytesPerPixel(shape.ColorModel) > previewMemory {
		return nil, fmt.Errorf("picture of %d × %d is too large", shape.Width, shape.Height)
	}
	picture, err := d.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	size := picture.Bounds().Size()
	if longest := max(size.X, size.Y); longest > vpt.PreviewSide {
		size = image.Pt(max(1, size.X*vpt.PreviewSide/longest), max(1, size.Y*vpt.PreviewSide/longest))
	}
	small := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	if mediaType == "image/jpeg" {
		small = upload.Upright(small, upload.Orientation(data))
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: previewQuality}); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return out.Bytes(), nil
}

func bytesPerPixel(m color.Model) int {
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.YCbCrModel:
		return 3
	}
	return 4
}
