package document

import (
	"fmt"
	"io"
	"time"
)

const odtType = "application/vnd.oasis.opendocument.text"

// WriteODT writes the document as OpenDocument text (ODF 1.3). It fails for a
// picture that is no PNG or JPEG.
func (d Document) WriteODT(w io.Writer) error {
	d, err := d.tidy()
	if err != nil {
		return err
	}
	body := &odtBody{}
	if err := body.write(d); err != nil {
		return err
	}
	a := newArchive(w, d)
	a.plain("mimetype", odtType)
	a.xml("META-INF/manifest.xml", func(m *markup) { odtManifest(m, body.pictures) })
	a.xml("content.xml", body.content)
	a.xml("styles.xml", func(m *markup) { odtStyles(m, d) })
	a.xml("meta.xml", func(m *markup) { odtMeta(m, d) })
	for i, p := range body.pictures {
		a.add(p.part("Pictures", i), p.data)
	}
	return a.close()
}

// part gives the name of picture i in a package.
func (p picture) part(folder string, i int) string {
	kind := "png"
	if p.jpeg {
		kind = "jpeg"
	}
	return fmt.Sprintf("%s/%d.%s", folder, i+1, kind)
}

func (p picture) mediaType() string {
	if p.jpeg {
		return "image/jpeg"
	}
	return "image/png"
}

// odtNames are the attributes of root elements.
func odtNames() []string {
	const oasis = "urn:oasis:names:tc:opendocument:xmlns:"
	return []string{
		"xmlns:office", oasis + "office:1.0", "xmlns:style", oasis + "style:1.0", "xmlns:text", oasis + "text:1.0",
		"xmlns:table", oasis + "table:1.0", "xmlns:draw", oasis + "drawing:1.0", "xmlns:fo", oasis + "xsl-fo-compatible:1.0",
		"xmlns:svg", oasis + "svg-compatible:1.0", "xmlns:meta", oasis + "meta:1.0", "xmlns:xlink", "http://www.w3.org/1999/xlink",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "office:version", "1.3",
	}
}

// odtManifest lists the parts (ODF 1.3 part 2, §4).
func odtManifest(m *markup, pictures []picture) {
	m.open("manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3")
	entry := func(path, media string) {
		m.empty("manifest:file-entry", "manifest:full-path", path, "manifest:media-type", media)
	}
	m.empty("manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.3", "manifest:media-type", odtType)
	for _, part := range []string{"content.xml", "styles.xml", "meta.xml"} {
		entry(part, "text/xml")
	}
	for i, p := range pictures {
		entry(p.part("Pictures", i), p.mediaType())
	}
	m.close("manifest:manifest")
}

func odtMeta(m *markup, d Document) {
	m.open("office:document-meta", odtNames()...)
	m.open("office:meta")
	m.element("meta:generator", producer)
	m.element("dc:title", d.Title)
	if d.Author != "" {
		m.element("meta:initial-creator", d.Author)
		m.element("dc:creator", d.Author)
	}
	if at, ok := d.made(); ok {
		m.element("meta:creation-date", at.Format(time.RFC3339))
		m.element("dc:date", at.Format(time.RFC3339))
	}
	m.element("dc:language", d.Lang)
	m.close("office:meta")
	m.close("office:document-meta")
}
