package document_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

// writers gives all writers of a document by format.
func writers(d document.Document) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"html": func(w io.Writer) error { return d.WriteHTML(w, 2) }, "pdf": d.WritePDF, "odt": d.WriteODT, "docx": d.WriteDOCX,
	}
}

// officePart writes a document and gives one part of the package.
func officePart(t testing.TB, write func(io.Writer) error, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	parts, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part, err := parts.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// markupText gives the words of a text in HTML, ODT or DOCX in their order,
// with the labels that programs put before the items of lists.
func markupText(t testing.TB, data []byte) string {
	t.Helper()
	var out strings.Builder
	var names []string
	ordered, counts, hidden := false, map[string]int{}, 0
	list := ""
	label := func() {
		counts[list]++
		if out.WriteString("\n•"); ordered {
			text := out.String()
			out.Reset()
			out.WriteString(strings.TrimSuffix(text, "•") + strconv.Itoa(counts[list]) + ".")
		}
		out.WriteByte(' ')
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			names = append(names, name)
			value := func(key string) string {
				for _, a := range token.Attr {
					if a.Name.Local == key {
						return a.Value
					}
				}
				return ""
			}
			switch {
			case hidden > 0 || name == "title" || value("class") == "rd-doc-alt": // the text of a picture
				hidden++
			case name == "ul" || name == "ol" || name == "list":
				list = strconv.Itoa(len(counts))
				ordered = name == "ol" || value("style-name") == "Numbers"
				counts[list] = 0
			case name == "li" || name == "list-item":
				label()
			case name == "numId":
				list = "n" + value("val")
				ordered = value("val") != "1"
				label()
			case strings.Contains(" br tab line-break p tc td th dt dd ", " "+name+" "):
				out.WriteByte(' ')
			}
		case xml.EndElement:
			name := names[len(names)-1]
			names = names[:len(names)-1]
			if hidden > 0 {
				hidden--
			}
			if strings.Contains(" p h h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption ", " "+name+" ") {
				out.WriteByte(' ')
			}
		case xml.CharData:
			if hidden == 0 {
				out.Write(token)
			}
		}
	}
}

func TestOtherFormatsSayTheSame(t *testing.T) {
	for name, d := range map[string]document.Document{"letter": letter(t), "dossier": dossier(t), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			sameWords(t, markupText(t, []byte(html(t, d, 2))), d.PlainText())
			sameWords(t, markupText(t, officePart(t, d.WriteODT, "content.xml")), d.PlainText())
			sameWords(t, markupText(t, officePart(t, d.WriteDOCX, "word/document.xml")), d.PlainText())
		})
	}
}

func TestOfficeFilesHoldWhatReadersNeed(t *testing.T) {
	d := dossier(t)
	for part, wants := range map[string][]string{
		"content.xml": {`<text:h text:style-name="Heading_20_1" text:outline-level="1">`, "<table:table-header-rows>", "<text:list ", "<svg:title>Kras van een halve meter"},
		"styles.xml":  {`fo:language="nl" fo:country="NL"`, `style:default-outline-level="4"`, "<text:page-number", "vertrouwelijk"},
		"meta.xml":    {"<dc:title>Dossier Z-2026-00041</dc:title>", "<dc:language>nl</dc:language>", "2026-03-03T09:30:00Z"},
	} {
		holds(t, part, officePart(t, d.WriteODT, part), wants)
	}
	for part, wants := range map[string][]string{
		"word/document.xml":   {`<w:pStyle w:val="Heading1"/>`, "<w:tblHeader/>", "<w:numPr>", `descr="Kras van een halve meter in de balie"`},
		"word/styles.xml":     {`<w:lang w:val="nl-NL"/>`, `<w:outlineLvl w:val="3"/>`},
		"word/footer1.xml":    {"vertrouwelijk", `w:instr="NUMPAGES"`},
		"docProps/core.xml":   {"<dc:title>Dossier Z-2026-00041</dc:title>", "Gemeente Zuiderdal"},
		"word/numbering.xml":  {`<w:num w:numId="2">`, "<w:startOverride"},
		"[Content_Types].xml": {"/word/footer1.xml"},
	} {
		holds(t, part, officePart(t, d.WriteDOCX, part), wants)
	}
	var out bytes.Buffer
	if err := d.WriteODT(&out); err != nil {
		t.Fatal(err)
	}
	if start := out.Bytes()[30:]; !bytes.HasPrefix(start, []byte("mimetypeapplication/vnd.oasis.opendocument.text")) {
		t.Error("the media type is not what the file begins with")
	}
}

func holds(t *testing.T, part string, data []byte, wants []string) {
	t.Helper()
	for _, want := range wants {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s does not hold %s", part, want)
		}
	}
}

func TestLibreOfficeReadsTheSame(t *testing.T) {
	d := dossier(t)
	folder := t.TempDir()
	for name, write := range map[string]func(io.Writer) error{"a.odt": d.WriteODT, "b.docx": d.WriteDOCX} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, "soffice", "-env:UserInstallation=file://"+folder+"/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder,
		filepath.Join(folder, "a.odt"), filepath.Join(folder, "b.docx"))
	for _, name := range []string{"a.txt", "b.txt"} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatalf("LibreOffice Writer read nothing; please run `make setup` (libreoffice-writer-nogui): %v", err)
		}
		sameWords(t, strings.TrimPrefix(string(text), "\uFEFF"), d.PlainText())
	}
}
