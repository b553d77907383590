package document

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// producer names the program in the metadata of files.
const producer = "Rugdekking"

// WritePDF writes the document as a tagged PDF 1.7 on A4, built to the rules
// of PDF/UA-1 (ISO 14289-1). It does not claim that standard: no independent
// validator has looked at it. It fails for a picture that is no PNG or JPEG.
func (d Document) WritePDF(w io.Writer) error {
	d, err := d.tidy()
	if err != nil {
		return err
	}
	s, err := newTypesetter(d.Lang)
	if err != nil {
		return err
	}
	if err := s.letterhead(d.Letterhead); err != nil {
		return fmt.Errorf("letterhead: %w", err)
	}
	top := margin
	if !d.Letterhead.IsZero() {
		top = letterTop
	}
	if err := s.blocks(d.Blocks); err != nil {
		return err
	}
	s.paginate(top)
	s.foot(d.Footer)
	_, err = w.Write(s.finish(d))
	return err
}

func newTypesetter(lang string) (*typesetter, error) {
	all, err := loadFonts()
	if err != nil {
		return nil, err
	}
	return &typesetter{fonts: all, file: &pdfFile{}, root: &tag{kind: "Document"}, words: wordsOf(lang)}, nil
}

// wordsOf gives the words for the page number. There are two languages.
func wordsOf(lang string) pageWords {
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return pageWords{"Page", "of"}
	}
	return pageWords{"Pagina", "van"}
}

// finish writes the objects around the pages.
func (s *typesetter) finish(d Document) []byte {
	f := s.file
	resources, parent := s.resources(), f.reserve()
	pages := make([]string, len(s.pages))
	next := len(s.pages)
	for _, p := range s.pages {
		for _, l := range p.links {
			l.ref = f.reserve()
		}
	}
	for i, p := range s.pages {
		p.write(f, parent, resources, i, next)
		next += len(p.links)
		pages[i] = p.ref.String()
	}
	f.set(parent, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), strings.Join(pages, " ")))
	tree := writeTags(f, s.root, s.pages)
	outline := writeOutline(f, s.bookmarks)
	catalog := fmt.Sprintf("<</Type /Catalog /Pages %s /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %s"+
		" /ViewerPreferences <</DisplayDocTitle true>> /Metadata %s%s>>",
		parent, pdfText(d.Lang), tree, f.addStream("/Type /Metadata /Subtype /XML", xmp(d)), outline)
	return f.bytes(f.add(catalog), f.add(info(d)))
}

// resources lists the fonts and pictures that pages use.
func (s *typesetter) resources() pdfRef {
	var names, images strings.Builder
	for i, one := range s.fonts {
		if len(one.drawn) > 0 {
			fmt.Fprintf(&names, "/F%d %s ", i, one.embed(s.file, face(i)))
		}
	}
	for _, image := range s.images {
		fmt.Fprintf(&images, "/I%d %s ", image, image)
	}
	return s.file.add(fmt.Sprintf("<</Font <<%s>> /XObject <<%s>>>>", names.String(), images.String()))
}

// info writes the older form of the metadata, which many programs show.
func info(d Document) string {
	out := "<</Title " + pdfText(d.Title) + " /Producer " + pdfText(producer)
	if d.Author != "" {
		out += " /Author " + pdfText(d.Author)
	}
	if at, ok := d.made(); ok {
		out += " /CreationDate (D:" + at.Format("20060102150405") + "Z)"
	}
	return out + ">>"
}

// made gives the time of making, when it is one that files can hold.
func (d Document) made() (time.Time, bool) {
	at := d.Date.UTC()
	return at, !d.Date.IsZero() && at.Year() >= 1 && at.Year() <= 9999
}

// xmp writes the metadata as XMP (ISO 16684-1).
func xmp(d Document) []byte {
	var m markup
	m.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	m.open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/")
	m.open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
	m.open("rdf:Description", "rdf:about", "", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:xmp", "http://ns.adobe.com/xap/1.0/", "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/")
	m.raw("<dc:title><rdf:Alt>")
	m.element("rdf:li", d.Title, "xml:lang", "x-default")
	m.raw("</rdf:Alt></dc:title>")
	if d.Author != "" {
		m.raw("<dc:creator><rdf:Seq>")
		m.element("rdf:li", d.Author)
		m.raw("</rdf:Seq></dc:creator>")
	}
	m.raw("<dc:language><rdf:Bag>")
	m.element("rdf:li", d.Lang)
	m.raw("</rdf:Bag></dc:language>")
	if at, ok := d.made(); ok {
		m.element("xmp:CreateDate", at.Format(time.RFC3339))
	}
	m.element("pdf:Producer", producer)
	m.raw("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return m.Bytes()
}
