package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var day = time.Date(2014, time.July, 1, 23, 59, 0, 0, time.FixedZone("CEST", 2*3600))

func everything() Document {
	return Document{
		Title: `Cijfers "2014" & <meer>`, MadeAt: time.Date(2026, 11, 1, 12, 30, 0, 0, time.UTC),
		Sheets: []Sheet{
			{
				Name:    "Soorten",
				Columns: []Column{{"Soort", KindText}, {"Aantal", KindInteger}, {"Percentage", KindPercentage}, {"Gemiddeld", KindDecimal}, {"Datum", KindDate}},
				Rows: [][]Cell{
					{TextCell("verbale agressie"), IntegerCell(178), PercentageCell(44.949, 1), DecimalCell(0.285, 2), DateCell(day)},
					{TextCell("  regel 1\r\n\tregel  2 "), IntegerCell(-3), PercentageCell(0.5, 1), DecimalCell(-1234.5, 0), DateCell(time.Date(1850, 1, 2, 0, 0, 0, 0, time.UTC))},
					{},
					{TextCell(`é € "; , ` + "\U0001F600 _x0041_"), EmptyCell(), PercentageCell(100, 0), DecimalCell(math.NaN(), 1)},
				},
			},
			{Name: "soorten", Notes: []string{"Een melding telt één keer per soort."}, Columns: []Column{{"a", KindText}}, Rows: [][]Cell{{TextCell("b")}}},
			{Name: "Leeg"},
		},
	}
}

var formats = map[string]func(io.Writer, Document) error{
	"xlsx": WriteXLSX, "ods": WriteODS,
	"csv": func(w io.Writer, d Document) error { return WriteCSV(w, d.Sheets[0], CSVOptions{}) },
}

func TestRoundTrip(t *testing.T) {
	for name, write := range formats {
		var b bytes.Buffer
		if err := write(&b, everything()); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.Bytes(), "x."+name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		perCent, half, all, line := "0.449", "0.005", "1", 5
		if name == "csv" {
			perCent, half, all, line = "44.9", "0.5", "100", 6 // one text runs over two lines
		}
		want := []Row{
			{2, []string{"verbale agressie", "178", perCent, "0.29", "2014-07-01"}},
			{3, []string{"  regel 1\n\tregel  2 ", "-3", half, "-1235", "1850-01-02"}},
			{line, []string{`é € "; , ` + "\U0001F600 _x0041_", "", all, "", ""}},
		}
		if !reflect.DeepEqual(got.Rows, want) || got.Misnamed || got.Header[4] != "Datum" {
			t.Errorf("%s\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

func TestNotesStandAboveTheTable(t *testing.T) {
	for name, write := range map[string]func(io.Writer, Document) error{"xlsx": WriteXLSX, "ods": WriteODS} {
		doc := everything()
		doc.Sheets = doc.Sheets[1:2]
		var b bytes.Buffer
		if err := write(&b, doc); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.Bytes(), "", Limits{})
		want := []Row{{2, []string{"Een melding telt één keer per soort."}}, {4, []string{"a"}}, {5, []string{"b"}}}
		if err != nil || got.Header[0] != doc.Title || !reflect.DeepEqual(got.Rows, want) {
			t.Errorf("%s: got %+v %v", name, got, err)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, write := range formats {
		var first bytes.Buffer
		for i := range 20 {
			var b bytes.Buffer
			if err := write(&b, everything()); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = b
			} else if !bytes.Equal(first.Bytes(), b.Bytes()) {
				t.Fatalf("%s: other bytes the second time", name)
			}
		}
	}
}

func TestWriteCSVForm(t *testing.T) {
	s := Sheet{Columns: []Column{{"a;b", KindText}, {"c", KindDecimal}}, Rows: [][]Cell{
		{TextCell(`zei "ja"`), DecimalCell(1.25, 1)}, {TextCell("x, y")}, {TextCell(" z\x00"), IntegerCell(-1)}}}
	for options, want := range map[CSVOptions]string{
		{}:                                   "\"a;b\";c\r\n\"zei \"\"ja\"\"\";1.3\r\n\"x, y\";\r\n\" z\uFFFD\";-1\r\n",
		{Separator: '\t', BOM: true}:         "\uFEFF\"a;b\"\tc\r\n\"zei \"\"ja\"\"\"\t1.3\r\n\"x, y\"\t\r\n\" z\uFFFD\"\t-1\r\n",
		{Separator: ',', DecimalComma: true}: "\"a;b\",c\r\n\"zei \"\"ja\"\"\",\"1,3\"\r\n\"x, y\",\r\n\" z\uFFFD\",-1\r\n",
	} {
		var b bytes.Buffer
		if err := WriteCSV(&b, s, options); err != nil || b.String() != want {
			t.Errorf("%+v\ngot  %q %v\nwant %q", options, b.String(), err, want)
		}
	}
}

// A CSV file never starts such that it looks like something else.
func TestCSVStart(t *testing.T) {
	for _, title := range []string{"<a>", "{", "[1]", "%PDF-", "PK\x03\x04"} {
		var b bytes.Buffer
		if err := WriteCSV(&b, Sheet{Columns: []Column{{Title: title}}}, CSVOptions{}); err != nil {
			t.Fatal(err)
		}
		if got, err := Read(b.Bytes(), "", Limits{}); err != nil || got.Header[0] != TextCell(title).text {
			t.Errorf("%q: got %q %v", title, got.Header, err)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	one := []Column{{"a", KindText}}
	for name, write := range formats {
		err := write(io.Discard, Document{Sheets: []Sheet{{Columns: one, Rows: [][]Cell{{}, {{}, {}}}}}})
		if e := asError(err); *e != (Error{CodeUneven, 2}) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for name, write := range map[string]func(io.Writer, Document) error{"xlsx": WriteXLSX, "ods": WriteODS} {
		err := write(io.Discard, Document{Sheets: []Sheet{{Columns: one, Rows: make([][]Cell, mostXLSXRows)}}})
		if e := asError(err); *e != (Error{CodeTooManyRows, 0}) {
			t.Errorf("%s: got %v", name, err)
		}
		err = write(io.Discard, Document{Sheets: []Sheet{{Columns: make([]Column, mostXLSXColumns+1)}}})
		if e := asError(err); *e != (Error{CodeTooManyColumns, 0}) {
			t.Errorf("%s: got %v", name, err)
		}
		if err := write(failing{}, everything()); !errors.Is(err, errDiskFull) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	long := Document{Sheets: []Sheet{{Columns: one, Rows: [][]Cell{{TextCell(strings.Repeat("é", longestXLSXText))}, {TextCell(strings.Repeat("é", longestXLSXText+1))}}}}}
	checkError(t, WriteXLSX(io.Discard, long), Error{CodeCellTooLarge, 2})
	if err := WriteCSV(failing{}, everything().Sheets[0], CSVOptions{}); !errors.Is(err, errDiskFull) {
		t.Errorf("csv: got %v", err)
	}
}

var errDiskFull = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errDiskFull }

// The package rules of ODF 1.3 part 2 §3.3: a program recognises the file by
// the bytes from position 30.
func TestODSPackage(t *testing.T) {
	var b bytes.Buffer
	if err := WriteODS(&b, everything()); err != nil {
		t.Fatal(err)
	}
	if got := b.String()[30:][:8+len(odsMimetype)]; got != "mimetype"+odsMimetype {
		t.Errorf("the file starts with %q", got)
	}
	if flags := b.Bytes()[6]; flags != 0 {
		t.Errorf("mimetype has flags %b", flags)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	manifest := readPart(t, r.File[1])
	for i, f := range r.File {
		content := readPart(t, f)
		if i > 1 && !strings.Contains(manifest, `full-path="`+f.Name+`"`) {
			t.Errorf("%s is not in the manifest", f.Name)
		}
		if i > 0 && xml.Unmarshal([]byte(content), new(struct{})) != nil {
			t.Errorf("%s is not well-formed", f.Name)
		}
	}
	meta := readPart(t, r.File[2])
	for _, want := range []string{"<dc:title>Cijfers &#34;2014&#34; &amp; &lt;meer&gt;</dc:title>", "<dc:date>2026-11-01T12:30:00Z</dc:date>", "<dc:language>nl</dc:language>"} {
		if !strings.Contains(meta, want) {
			t.Errorf("meta.xml misses %s", want)
		}
	}
	content := readPart(t, r.File[4])
	if strings.Contains(content, "<table:table-row></table:table-row>") {
		t.Error("a row without cells is not valid")
	}
	for _, want := range []string{
		`<number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>`,
		`office:value-type="percentage" office:value="0.449"><text:p>44.9%</text:p>`, `<table:table-header-rows>`,
		`table:name="Leeg"><table:table-column/>`, // a sheet without columns is not valid
		`<text:p><text:s text:c="2"/>regel 1</text:p><text:p><text:tab/>regel<text:s text:c="2"/>2<text:s text:c="1"/></text:p>`} {
		if !strings.Contains(content, want) {
			t.Errorf("content.xml misses %s", want)
		}
	}
}

// Opened with the library: types and number formats, not only what we read.
func TestXLSXTypes(t *testing.T) {
	var b bytes.Buffer
	if err := WriteXLSX(&b, everything()); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got := file.GetSheetList(); !reflect.DeepEqual(got, []string{"Soorten", "soorten (2)", "Leeg"}) {
		t.Errorf("sheets %q", got)
	}
	for cell, want := range map[string]string{"A2": "verbale agressie", "B3": "-3", "C2": "44.9%", "D2": "0.29", "E2": "01-07-2014", "C5": "100%", "E3": "1850-01-02"} {
		if got, err := file.GetCellValue("Soorten", cell); err != nil || got != want {
			t.Errorf("%s: got %q %v, want %q", cell, got, err, want)
		}
	}
	for row, want := range map[int]float64{2: 15, 3: 30} {
		if got, err := file.GetRowHeight("Soorten", row); err != nil || got != want {
			t.Errorf("row %d is %v high %v", row, got, err)
		}
	}
	panes, err := file.GetPanes("soorten (2)")
	if err != nil || !panes.Freeze || panes.YSplit != 4 {
		t.Errorf("panes %+v %v", panes, err)
	}
	if width, err := file.GetColWidth("Soorten", "A"); err != nil || width < 18 || width > 25 {
		t.Errorf("width %v %v", width, err)
	}
	if all := file.GetDefinedName(); len(all) != 3 || all[1].RefersTo != "'soorten (2)'!$4:$4" {
		t.Errorf("print titles %+v", all)
	}
	props, err := file.GetDocProps()
	if err != nil || props.Title != everything().Title || props.Created != "2026-11-01T12:30:00Z" || props.Creator != "Rugdekking" || props.Language != "nl" {
		t.Errorf("properties %+v %v", props, err)
	}
}

// An export of more than the library keeps in memory by itself leaves nothing
// on disk: it holds personal data.
func TestXLSXLeavesNoTraces(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	row := []Cell{TextCell(strings.Repeat("lang verhaal ", 2000))}
	rows := make([][]Cell, 2000) // about 50 MB
	for i := range rows {
		rows[i] = row
	}
	watch := &watching{folder: folder}
	if err := WriteXLSX(watch, Document{Sheets: []Sheet{{Columns: []Column{{"a", KindText}}, Rows: rows}}}); err != nil {
		t.Fatal(err)
	}
	if watch.written == 0 || watch.files != 0 {
		t.Errorf("%d bytes, %d temporary files", watch.written, watch.files)
	}
}

// watching counts the files in a folder while it is written to.
type watching struct {
	folder         string
	written, files int
}

func (w *watching) Write(p []byte) (int, error) {
	entries, err := os.ReadDir(w.folder)
	w.written, w.files = w.written+len(p), w.files+len(entries)
	return len(p), err
}

func readPart(t *testing.T, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
