package document

import (
	"archive/zip"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// archive writes the ZIP file of an office document. All its parts bear the
// time of the document.
type archive struct {
	zip *zip.Writer
	at  time.Time
	err error // the first
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

func newArchive(w io.Writer, d Document) *archive {
	at, ok := d.made()
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); !ok || at.Before(first) || at.Year() > 2107 {
		at = first // what the times of a ZIP file can hold
	}
	return &archive{zip: zip.NewWriter(w), at: at}
}

// plain adds a part that is not compressed, with nothing between its name and
// its content: so a program knows a file by its first bytes.
func (a *archive) plain(name, text string) {
	size := uint64(len(text))
	part, err := a.zip.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: size, UncompressedSize64: size})
	if err == nil {
		_, err = io.WriteString(part, text)
	}
	a.keep(name, err)
}

func (a *archive) add(name string, data []byte) {
	part, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.at})
	if err == nil {
		_, err = part.Write(data)
	}
	a.keep(name, err)
}

// xml adds a part that is XML.
func (a *archive) xml(name string, write func(*markup)) {
	var m markup
	m.raw(xmlHead)
	write(&m)
	a.add(name, m.Bytes())
}

func (a *archive) keep(name string, err error) {
	if err != nil && a.err == nil {
		a.err = fmt.Errorf("document: write %s: %w", name, err)
	}
}

func (a *archive) close() error {
	a.keep("the end", a.zip.Close())
	return a.err
}
