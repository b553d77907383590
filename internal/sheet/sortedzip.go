package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sortedZip writes the parts of a workbook in a fixed order, because the
// library hands over its sheets in the order of a map: the same document must
// give the same bytes. The list of content types stands first, where programs
// that guess the type of a file look for it.
type sortedZip struct {
	w     io.Writer
	parts []sortedPart
}

type sortedPart struct {
	name    string
	content *bytes.Buffer
}

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w} }

// Create gives a place for the content of a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	part := sortedPart{name, new(bytes.Buffer)}
	z.parts = append(z.parts, part)
	return part.content, nil
}

// AddFS is part of the interface that the library asks for; it never calls it.
func (z *sortedZip) AddFS(fs.FS) error {
	return fmt.Errorf("sheet: parts of a folder: %w", fs.ErrInvalid)
}

// Close writes the archive.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b sortedPart) int { return cmp.Compare(a.name, b.name) })
	out := zip.NewWriter(z.w)
	for _, part := range z.parts {
		w, err := out.Create(part.name)
		if err != nil {
			return fmt.Errorf("start part: %w", err)
		}
		if _, err := part.content.WriteTo(w); err != nil {
			return fmt.Errorf("write part: %w", err)
		}
	}
	return out.Close()
}
