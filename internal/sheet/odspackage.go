package sheet

import (
	"archive/zip"
	"bufio"
	"hash/crc32"
	"io"
	"time"
)

// odsPackage writes the ZIP file of an OpenDocument (ODF 1.3 part 2, §3).
type odsPackage struct {
	zip *zip.Writer
	at  time.Time
}

// newODSPackage starts with the media type: first, not compressed and with
// nothing between its name and its content, so that a program can recognise
// the file by its first bytes (ODF 1.3 part 2, §3.3).
func newODSPackage(w io.Writer, at time.Time) (*odsPackage, error) {
	p := &odsPackage{zip: zip.NewWriter(w), at: at.UTC()}
	part, err := p.zip.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(odsMimetype)),
		CompressedSize64: uint64(len(odsMimetype)), UncompressedSize64: uint64(len(odsMimetype)),
	})
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(part, odsMimetype)
	return p, err
}

func (p *odsPackage) add(name string, write func(*xmlWriter)) error {
	part, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	if err != nil {
		return err
	}
	x := &xmlWriter{out: bufio.NewWriter(part)}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	write(x)
	return x.out.Flush()
}

func (p *odsPackage) close() error { return p.zip.Close() }

// odsNamespaces are the attributes of every root element but the manifest's.
func odsNamespaces() []string {
	const oasis = "urn:oasis:names:tc:opendocument:xmlns:"
	return []string{
		"xmlns:office", oasis + "office:1.0", "xmlns:table", oasis + "table:1.0",
		"xmlns:text", oasis + "text:1.0", "xmlns:style", oasis + "style:1.0",
		"xmlns:number", oasis + "datastyle:1.0", "xmlns:meta", oasis + "meta:1.0",
		"xmlns:fo", oasis + "xsl-fo-compatible:1.0", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"office:version", "1.3",
	}
}

// writeManifest lists the parts (ODF 1.3 part 2, §4).
func writeManifest(x *xmlWriter) {
	x.open("manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3")
	x.empty("manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.3", "manifest:media-type", odsMimetype)
	for _, part := range []string{contentPart, "styles.xml", "meta.xml"} {
		x.empty("manifest:file-entry", "manifest:full-path", part, "manifest:media-type", "text/xml")
	}
	x.close("manifest:manifest")
}

func writeMeta(x *xmlWriter, doc Document) {
	at := doc.MadeAt.UTC().Format("2006-01-02T15:04:05Z")
	x.open("office:document-meta", odsNamespaces()...)
	x.open("office:meta")
	x.element("meta:generator", doc.Creator)
	x.element("dc:title", doc.Title)
	x.element("dc:creator", doc.Creator)
	x.element("meta:creation-date", at)
	x.element("dc:date", at)
	x.element("dc:language", doc.Language)
	x.close("office:meta")
	x.close("office:document-meta")
}
