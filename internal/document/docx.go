package document

import (
	"fmt"
	"io"
	"strconv"
	"time"
)

// The namespaces of WordprocessingML (ECMA-376 part 1).
const (
	officeRelations  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordNames        = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	drawingNames     = "http://schemas.openxmlformats.org/drawingml/2006/"
	wordType         = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relationsType    = "application/vnd.openxmlformats-package.relationships+xml"
)

// WriteDOCX writes the document as WordprocessingML. It fails for a picture
// that is no PNG or JPEG.
func (d Document) WriteDOCX(w io.Writer) error {
	d, err := d.tidy()
	if err != nil {
		return err
	}
	body := &docxBody{}
	if err := body.write(d); err != nil {
		return err
	}
	a := newArchive(w, d)
	a.xml("[Content_Types].xml", docxTypes)
	a.xml("_rels/.rels", docxPackage)
	a.xml("word/document.xml", body.part)
	a.xml("word/_rels/document.xml.rels", body.relations)
	a.xml("word/styles.xml", func(m *markup) { docxStyles(m, d) })
	a.xml("word/numbering.xml", func(m *markup) { docxNumbering(m, body.ordered) })
	a.xml("word/settings.xml", docxSettings)
	a.xml("word/footer1.xml", func(m *markup) { docxFooter(m, d) })
	a.xml("docProps/core.xml", func(m *markup) { docxCore(m, d) })
	for i, p := range body.pictures {
		a.add(p.part("word/media", i), p.data)
	}
	return a.close()
}

func docxTypes(m *markup) {
	m.open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	for _, one := range [][2]string{{"rels", relationsType}, {"xml", "application/xml"}, {"png", "image/png"}, {"jpeg", "image/jpeg"}} {
		m.empty("Default", "Extension", one[0], "ContentType", one[1])
	}
	for _, one := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"numbering", "numbering"}, {"settings", "settings"}, {"footer1", "footer"}} {
		m.empty("Override", "PartName", "/word/"+one[0]+".xml", "ContentType", wordType+one[1]+"+xml")
	}
	m.empty("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	m.close("Types")
}

func docxPackage(m *markup) {
	m.open("Relationships", "xmlns", packageRelations)
	m.empty("Relationship", "Id", "rId1", "Type", officeRelations+"/officeDocument", "Target", "word/document.xml")
	m.empty("Relationship", "Id", "rId2", "Type", packageRelations+"/metadata/core-properties", "Target", "docProps/core.xml")
	m.close("Relationships")
}

func docxSettings(m *markup) {
	m.open("w:settings", "xmlns:w", wordNames)
	m.raw(`<w:autoHyphenation w:val="false"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`)
	m.close("w:settings")
}

func docxCore(m *markup, d Document) {
	m.open("cp:coreProperties", "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	m.element("dc:title", d.Title)
	if d.Author != "" {
		m.element("dc:creator", d.Author)
	}
	m.element("dc:language", d.Lang)
	if at, ok := d.made(); ok {
		m.element("dcterms:created", at.Format(time.RFC3339), "xsi:type", "dcterms:W3CDTF")
		m.element("dcterms:modified", at.Format(time.RFC3339), "xsi:type", "dcterms:W3CDTF")
	}
	m.close("cp:coreProperties")
}

func docxFooter(m *markup, d Document) {
	words := wordsOf(d.Lang)
	field := func(name string) { m.raw(`<w:fldSimple w:instr="` + name + `"><w:r><w:t>1</w:t></w:r></w:fldSimple>`) }
	run := func(text string) {
		m.raw("<w:r>")
		m.element("w:t", text, "xml:space", "preserve")
		m.raw("</w:r>")
	}
	m.open("w:ftr", "xmlns:w", wordNames)
	m.raw(`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`)
	run(d.Footer)
	m.raw("<w:r><w:tab/></w:r>")
	run(words.page + " ")
	field("PAGE")
	run(" " + words.of + " ")
	field("NUMPAGES")
	m.raw("</w:p></w:ftr>")
}

// docxNumbering gives the bullets number 1, and each list with numbers its
// own, so that it starts at 1.
func docxNumbering(m *markup, ordered int) {
	const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>` +
		`<w:pPr><w:ind w:left="320" w:hanging="320"/></w:pPr></w:lvl>`
	m.open("w:numbering", "xmlns:w", wordNames)
	m.raw(`<w:abstractNum w:abstractNumId="0">` + fmt.Sprintf(level, "bullet", bullet) + `</w:abstractNum>`)
	m.raw(`<w:abstractNum w:abstractNumId="1">` + fmt.Sprintf(level, "decimal", "%1.") + `</w:abstractNum>`)
	m.raw(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i := range ordered {
		m.open("w:num", "w:numId", strconv.Itoa(i+2))
		m.raw(`<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`)
	}
	m.close("w:numbering")
}
