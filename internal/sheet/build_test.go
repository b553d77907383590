package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// part is one part of a file that a test puts together.
type part struct{ name, content string }

func zipOf(t testing.TB, parts ...part) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// xlsxParts is a workbook with one sheet that holds rows. Style 1 is a date,
// 2 a moment, 3 a time, 4 a duration, 5 a percentage; 6 to 9 are the built-in
// date, moment, time and duration.
func xlsxParts(rows string) []part {
	const main, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return []part{
		{"[Content_Types].xml", `<Types/>`},
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><workbookPr/><sheets><sheet name="Blad1" sheetId="1" r:id="s1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships>` +
			`<Relationship Id="s1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="s2" Type="` + office + `/styles" Target="styles.xml"/>` +
			`<Relationship Id="s3" Type="` + office + `/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy;@"/><numFmt numFmtId="165" formatCode="d mmm yy h:mm"/>` +
			`<numFmt numFmtId="166" formatCode="[$-413]h:mm;@"/><numFmt numFmtId="167" formatCode="[h]:mm"/><numFmt numFmtId="168" formatCode="0.0%"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst><si><t>kop</t></si><si><r><t>vet</t></r><r><rPr/><t xml:space="preserve"> en niet</t></r><rPh><t>hint</t></rPh></si><si><t>a_x000D__x005F_b_x0041_</t></si><si/></sst>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="` + main + `"><sheetData>` + rows + `</sheetData></worksheet>`},
	}
}

func xlsxOf(t testing.TB, rows string) string { return zipOf(t, xlsxParts(rows)...) }

// odsContent is the content of a spreadsheet with one sheet that holds rows.
func odsContent(rows string) string {
	const oasis = "urn:oasis:names:tc:opendocument:xmlns:"
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="` + oasis + `office:1.0" xmlns:table="` + oasis + `table:1.0" xmlns:text="` + oasis + `text:1.0">` +
		`<office:body><office:spreadsheet><table:table table:name="Blad1">` + rows + `</table:table></office:spreadsheet></office:body></office:document-content>`
}

func odsOf(t testing.TB, rows string) string {
	return zipOf(t, part{"mimetype", odsMimetype}, part{"content.xml", odsContent(rows)})
}

// odsText is a cell with text, with extra attributes.
func odsText(text string, attributes ...string) string {
	return `<table:table-cell office:value-type="string" ` + strings.Join(attributes, " ") + `><text:p>` + text + `</text:p></table:table-cell>`
}

func odsRow(cells ...string) string {
	return `<table:table-row>` + strings.Join(cells, "") + `</table:table-row>`
}

func wide(text string) string { return strings.Join(strings.Split(text, ""), "\x00") + "\x00" }

func checkError(t *testing.T, err error, want Error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || *e != want {
		t.Errorf("got %v, want %v", err, &want)
	}
}

// storedZip does not compress, so that a test can change what is in it.
func storedZip(t testing.TB, parts ...part) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// xmlDecoder is the decoder behind the guard, as openXML makes it.
func xmlDecoder(r io.Reader) *xml.Decoder { return xml.NewDecoder(newXMLGuard(r)) }

func attributeCount(token xml.Token) int {
	if start, ok := token.(xml.StartElement); ok {
		return len(start.Attr)
	}
	return 0
}

// rawZip is a spreadsheet with one part that says of itself what header says.
func rawZip(t testing.TB, header *zip.FileHeader) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	mimetype, err := w.Create("mimetype")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mimetype.Write([]byte(odsMimetype)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.CreateRaw(header); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
