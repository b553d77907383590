package document

import "strconv"

// docxStyle is a style of paragraphs; the measures are those of the PDF, in
// twentieths of a point for space and halves for text.
type docxStyle struct{ id, name, paragraph, run string }

func docxParagraphs() []docxStyle {
	const next, tight = `<w:keepNext/>`, `<w:spacing w:after="0"/>`
	heading := func(level int, before, after, run string) docxStyle {
		n := strconv.Itoa(level)
		return docxStyle{"Heading" + n, "heading " + n, next + `<w:spacing w:before="` + before + `" w:after="` + after + `" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="` + strconv.Itoa(level-1) + `"/>`, run}
	}
	return []docxStyle{
		heading(1, "400", "160", `<w:b/><w:sz w:val="32"/>`),
		heading(2, "360", "100", `<w:b/><w:sz w:val="26"/>`),
		heading(3, "280", "60", `<w:b/>`),
		heading(4, "240", "40", `<w:i/>`),
		{"ListParagraph", "List Paragraph", `<w:spacing w:after="60"/>`, ``},
		{"Quote", "Quote", `<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="BFBFBF"/></w:pBdr><w:ind w:left="280"/>`, ``},
		{"LetterheadName", "Letterhead Name", next + tight, `<w:b/><w:sz w:val="28"/>`},
		{"Letterhead", "Letterhead", `<w:spacing w:after="680" w:line="240" w:lineRule="exact"/>`, `<w:sz w:val="17"/>`},
		{"Addressee", "Addressee", `<w:spacing w:after="800"/>`, ``},
		{"Facts", "Facts", `<w:tabs><w:tab w:val="left" w:pos="2200"/></w:tabs><w:spacing w:after="0"/><w:ind w:left="2200" w:hanging="2200"/>`, `<w:sz w:val="20"/>`},
		{"Closing", "Closing", next + `<w:spacing w:before="280" w:after="1120"/>`, ``},
		{"Signature", "Signature", tight, ``},
		{"Caption", "caption", next + `<w:spacing w:before="120" w:after="80"/>`, `<w:b/><w:sz w:val="20"/>`},
		{"Figure", "Figure", `<w:keepNext/><w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>`, ``},
		{"TableText", "Table Text", `<w:spacing w:after="0" w:line="260" w:lineRule="exact"/>`, `<w:sz w:val="19"/>`},
		{"TableHead", "Table Head", `<w:spacing w:after="0" w:line="260" w:lineRule="exact"/>`, `<w:b/><w:sz w:val="19"/>`},
		{"TableEnd", "Table End", `<w:spacing w:after="0" w:line="200" w:lineRule="exact"/>`, `<w:sz w:val="12"/>`},
		{"Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs><w:spacing w:after="0"/>`, `<w:color w:val="595959"/><w:sz w:val="17"/>`},
	}
}

// docxStyles writes word/styles.xml.
func docxStyles(m *markup, d Document) {
	lang, country := d.locale()
	if country != "" {
		lang += "-" + country
	}
	m.open("w:styles", "xmlns:w", wordNames)
	m.raw(`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans" w:eastAsia="Liberation Sans" w:cs="Liberation Sans"/><w:sz w:val="22"/><w:szCs w:val="22"/>`)
	m.empty("w:lang", "w:val", lang)
	m.raw(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="310" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for _, s := range docxParagraphs() {
		m.open("w:style", "w:type", "paragraph", "w:styleId", s.id)
		m.empty("w:name", "w:val", s.name)
		m.raw(`<w:basedOn w:val="Normal"/><w:pPr>` + s.paragraph + `</w:pPr><w:rPr>` + s.run + `</w:rPr></w:style>`)
	}
	m.raw(`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0F4773"/><w:u w:val="single"/></w:rPr></w:style>`)
	m.raw(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="table" w:styleId="TableRules"><w:name w:val="Table Rules"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
		`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>` +
		`<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	m.close("w:styles")
}
