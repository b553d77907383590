package document

// odtStyle is a style of paragraphs: its name, that it is based on, and what
// it changes of the paragraph and of the text.
type odtStyle struct{ name, parent, outline, paragraph, text string }

// odtParagraphs are the styles by their names in the file ("_20_" is a
// space); the measures are those of the PDF.
func odtParagraphs() []odtStyle {
	const next = `fo:keep-with-next="always"`
	return []odtStyle{
		{"Text_20_body", "Standard", "", `fo:margin-bottom="8pt" fo:orphans="2" fo:widows="2"`, ``},
		{"Heading", "Standard", "", next, `fo:font-weight="bold"`},
		{"Heading_20_1", "Heading", "1", `fo:margin-top="20pt" fo:margin-bottom="8pt" ` + next, `fo:font-size="16pt"`},
		{"Heading_20_2", "Heading", "2", `fo:margin-top="18pt" fo:margin-bottom="5pt" ` + next, `fo:font-size="13pt"`},
		{"Heading_20_3", "Heading", "3", `fo:margin-top="14pt" fo:margin-bottom="3pt" ` + next, `fo:font-size="11pt"`},
		{"Heading_20_4", "Heading", "4", `fo:margin-top="12pt" fo:margin-bottom="2pt" ` + next, `fo:font-weight="normal" fo:font-style="italic"`},
		{"List", "Text_20_body", "", `fo:margin-bottom="3pt"`, ``},
		{"Quotations", "Text_20_body", "", `fo:margin-left="14pt" fo:padding-left="8pt" fo:border-left="1.5pt solid #bfbfbf"`, ``},
		{"Letterhead_20_Name", "Standard", "", next, `fo:font-size="14pt" fo:font-weight="bold"`},
		{"Letterhead", "Standard", "", `fo:margin-bottom="34pt" fo:line-height="12pt"`, `fo:font-size="8.5pt"`},
		{"Addressee", "Standard", "", `fo:margin-bottom="40pt"`, ``},
		{"Closing", "Standard", "", `fo:margin-top="14pt" fo:margin-bottom="56pt" ` + next, ``},
		{"Signature", "Standard", "", ``, ``},
		{"Caption", "Standard", "", `fo:margin-top="6pt" fo:margin-bottom="4pt" ` + next, `fo:font-size="10pt" fo:font-weight="bold"`},
		{"Figure", "Standard", "", `fo:line-height="normal" fo:margin-top="6pt" fo:margin-bottom="6pt"`, ``},
		{"Table_20_Contents", "Standard", "", `fo:line-height="13pt"`, `fo:font-size="9.5pt"`},
		{"Table_20_Heading", "Table_20_Contents", "", ``, `fo:font-weight="bold"`},
		{"Table_20_End", "Standard", "", `fo:line-height="12pt"`, `fo:font-size="6pt"`},
		{"Page_20_Break", "Standard", "", `fo:break-after="page"`, `fo:font-size="6pt"`},
	}
}

// odtStyles writes styles.xml.
func odtStyles(m *markup, d Document) {
	m.open("office:document-styles", odtNames()...)
	m.raw(`<office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans', Arial, sans-serif"/></office:font-face-decls><office:styles>`)
	lang, country := d.locale()
	if country == "" {
		country = "none"
	}
	m.raw(`<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="15.5pt" style:tab-stop-distance="36pt"/>`)
	m.empty("style:text-properties", "style:font-name", "Liberation Sans", "fo:font-size", "11pt", "fo:language", lang, "fo:country", country, "fo:hyphenate", "false")
	m.raw(`</style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>`)
	for _, s := range odtParagraphs() {
		odtParagraph(m, s)
	}
	m.raw(`<style:style style:name="Facts" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="110pt" fo:text-indent="-110pt">` +
		`<style:tab-stops><style:tab-stop style:position="0pt"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="10pt"/></style:style>` +
		`<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties>` +
		`<style:tab-stops><style:tab-stop style:position="160mm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8.5pt" fo:color="#595959"/></style:style>` +
		`<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>` +
		`<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>` +
		`<style:style style:name="Strong_20_Emphasis" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>`)
	odtList(m, "Bullets", `<text:list-level-style-bullet text:level="1" text:bullet-char="•">`, "text:list-level-style-bullet")
	odtList(m, "Numbers", `<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">`, "text:list-level-style-number")
	m.raw(`</office:styles>`)
	odtPage(m, d)
	m.close("office:document-styles")
}

func odtParagraph(m *markup, s odtStyle) {
	attributes := []string{"style:name", s.name, "style:family", "paragraph", "style:parent-style-name", s.parent}
	if s.outline != "" {
		attributes = append(attributes, "style:default-outline-level", s.outline)
	}
	m.open("style:style", attributes...)
	if s.paragraph != "" {
		m.raw("<style:paragraph-properties " + s.paragraph + "/>")
	}
	if s.text != "" {
		m.raw("<style:text-properties " + s.text + "/>")
	}
	m.close("style:style")
}

func odtList(m *markup, name, level, end string) {
	m.open("text:list-style", "style:name", name)
	m.raw(level + `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">` +
		`<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="16pt" fo:text-indent="-16pt" fo:margin-left="16pt"/></style:list-level-properties>`)
	m.close(end)
	m.close("text:list-style")
}

// odtPage gives the page its size, margins and foot.
func odtPage(m *markup, d Document) {
	m.raw(`<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"` +
		` fo:margin-top="25mm" fo:margin-bottom="12mm" fo:margin-left="25mm" fo:margin-right="25mm" style:print-orientation="portrait"/>` +
		`<style:footer-style><style:header-footer-properties fo:min-height="13mm" fo:margin-top="6mm"/></style:footer-style></style:page-layout></office:automatic-styles>` +
		`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">`)
	words := wordsOf(d.Lang)
	m.text(d.Footer)
	m.raw("<text:tab/>")
	m.text(words.page + " ")
	m.raw(`<text:page-number text:select-page="current">1</text:page-number>`)
	m.text(" " + words.of + " ")
	m.raw(`<text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>`)
}
