package sheet

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fuzzLimits are low, so that the fuzzer reaches them.
func fuzzLimits() Limits {
	return Limits{MaxBytes: 1 << 20, MaxUnzipped: 1 << 20, MaxRows: 200, MaxColumns: 20, MaxCells: 2000, MaxCellBytes: 500}
}

// checkRead reads data and holds the result to what Read promises about every
// table, whatever the file.
func checkRead(t *testing.T, data []byte) {
	limits := fuzzLimits()
	table, err := Read(data, "x", limits)
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.Code == "" || e.Line < 0 {
			t.Fatalf("error %#v", err)
		}
		return
	}
	if len(table.Header) == 0 || len(table.Header) > limits.MaxColumns || strings.TrimSpace(strings.Join(table.Header, "")) != strings.Join(table.Header, "") && len(table.Header) == 1 {
		t.Fatalf("header %q", table.Header)
	}
	if len(table.Rows) >= limits.MaxRows {
		t.Fatalf("%d rows", len(table.Rows))
	}
	line := 0
	for _, row := range table.Rows {
		if len(row.Cells) < len(table.Header) || len(row.Cells) > limits.MaxColumns || row.Line < 1 {
			t.Fatalf("row %+v under %q", row, table.Header)
		}
		if table.Format != FormatXLSX && row.Line <= line { // XLSX numbers its rows itself
			t.Fatalf("line %d after %d", row.Line, line)
		}
		line = row.Line
		if len(trimBlank(row.Cells)) == 0 {
			t.Fatalf("blank row %+v", row)
		}
	}
	checkRoundTrip(t, table)
}

// checkRoundTrip writes what was read in each format and reads it again.
func checkRoundTrip(t *testing.T, table Table) {
	if len(table.Header) == 1 && strings.HasPrefix(strings.ToLower(table.Header[0]), "sep=") {
		return // is an instruction in CSV
	}
	s := Sheet{Name: table.Sheet}
	width := len(table.Header)
	for _, row := range table.Rows {
		width = max(width, len(row.Cells))
		cells := make([]Cell, len(row.Cells))
		for i, text := range row.Cells {
			cells[i] = TextCell(text)
		}
		s.Rows = append(s.Rows, cells)
	}
	for i := range width {
		title := ""
		if i < len(table.Header) {
			title = table.Header[i]
		}
		s.Columns = append(s.Columns, Column{Title: title})
	}
	for name, write := range formats {
		var b bytes.Buffer
		if err := write(&b, Document{Sheets: []Sheet{s}}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, err := Read(b.Bytes(), "x", Limits{})
		if err != nil || len(again.Rows) != len(table.Rows) {
			t.Fatalf("%s: %v, %d rows, not %d", name, err, len(again.Rows), len(table.Rows))
		}
		for i, row := range again.Rows {
			want := slices.Clone(table.Rows[i].Cells)
			for j, text := range want {
				want[j] = TextCell(text).text
			}
			if !slices.Equal(trimBlank(row.Cells), trimBlank(want)) {
				t.Fatalf("%s: got %q, want %q", name, row.Cells, want)
			}
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"a;b\n1;2\n", "\xEF\xBB\xBFa,b\r\n\"x\r\ny\",\"\"\"\"\r\n", "\xFF\xFEa\x00\t\x00b\x00\n\x001\x00", "a\tb\rJos\xE9\t\x80\r",
		"sep=|\na|b\n'=1|'t\n", "\n;;\n a ; \n1;2;3\n", "a;b\n\"x", "é;\xC3\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, data) })
}

// FuzzReadFile starts from whole files of the three formats, so that the
// containers are damaged too.
func FuzzReadFile(f *testing.F) {
	for _, name := range []string{"kantoorprogramma.ods", "kantoorprogramma.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(storedZip(f, xlsxParts(`<row><c t="s"><v>0</v></c></row>`)...)))
	f.Add([]byte(storedZip(f, part{"mimetype", odsMimetype}, part{"content.xml", odsContent(odsRow(odsText("a")))})))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, data) })
}

func FuzzReadXLSX(f *testing.F) {
	parts := xlsxParts("")
	styles, shared := parts[4].content, parts[5].content
	for _, rows := range []string{
		`<row r="3"><c r="B3" t="s"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row><row><c s="2"><v>41820.57</v></c><c t="b"><v>1</v></c></row>`,
		`<row><c t="str"><f>A1</f><v>=x</v></c></row><row><c s="4"><v>1.5</v></c><c t="d"><v>2014-07-01T13:45:00</v></c><c t="e"><v>#N/A</v></c></row>`,
		`<row><!-- ' --><c><v><![CDATA[1E5]]></v></c></row>`,
	} {
		f.Add(rows, styles, shared)
	}
	f.Fuzz(func(t *testing.T, rows, styles, shared string) {
		parts := xlsxParts(rows)
		parts[4].content, parts[5].content = styles, shared
		checkRead(t, []byte(storedZip(t, parts...)))
	})
}

func FuzzReadODS(f *testing.F) {
	for _, rows := range []string{
		odsRow(odsText("a"), odsText("b", `table:number-columns-repeated="2"`)) + odsRow(odsText(`x<text:s text:c="3"/>y<text:tab/><text:span>z</text:span>`)),
		`<table:table-header-rows><table:table-row table:number-rows-repeated="3">` + odsText("a") + `</table:table-row></table:table-header-rows>`,
		odsRow(`<table:table-cell office:value-type="time" office:time-value="PT1H2M3S"/>`, `<table:table-cell office:value-type="date" office:date-value="2014-07-01"/>`) +
			odsRow(`<table:table-cell office:value-type="percentage" office:value="0.1"/>`, `<table:table-cell office:value-type="boolean" office:boolean-value="true"/>`),
		`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` + odsRow(odsText("x")),
	} {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		checkRead(t, []byte(storedZip(t, part{"mimetype", odsMimetype}, part{"content.xml", odsContent(rows)})))
	})
}

// The guard must see the same tags as the decoder: no trick with comments,
// quotes or instructions may hide a long tag from it.
func FuzzXMLGuard(f *testing.F) {
	f.Add(`<!-- > <a " -->`, ` a=">"`)
	f.Add(`<?x > <a " ?>`, ` a='"'`)
	f.Add(`<w><![CDATA[ > <a " ]]>`, `>`)
	f.Fuzz(func(t *testing.T, before, attributes string) {
		long := strings.Repeat(` a=""`, longestTag/5+1)
		x := &xmlReader{decoder: xmlDecoder(strings.NewReader(before + "<a " + attributes + long + "/>"))}
		for {
			token, err := x.next()
			if err != nil {
				return
			}
			if attributeCount(token) > longestTag/5 {
				t.Fatal("a tag that is too long came through")
			}
		}
	})
}
