package sheet

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestReadXLSXCells(t *testing.T) {
	for name, tt := range map[string]struct{ cell, want string }{
		"shared":              {`<c t="s"><v>0</v></c>`, "kop"},
		"shared, rich":        {`<c t="s"><v>1</v></c>`, "vet en niet"},
		"shared, escaped":     {`<c t="s"><v>2</v></c>`, "a\n_bA"},
		"inline":              {`<c t="inlineStr"><is><r><t>een</t></r><t> twee</t></is></c>`, "een twee"},
		"result of a formula": {`<c t="str"><f>A1&amp;"x"</f><v>=tekst</v></c>`, "=tekst"},
		"text like a number":  {`<c t="inlineStr"><is><t>12E3</t></is></c>`, "12E3"},
		"number":              {`<c><v>12E3</v></c>`, "12000"},
		"small number":        {`<c t="n"><v>1.25E-3</v></c>`, "0.00125"},
		"binary noise":        {`<c><v>0.30000000000000004</v></c>`, "0.3"},
		"large number":        {`<c><v>1.23456789012345E+20</v></c>`, "123456789012345000000"},
		"percentage":          {`<c s="5"><v>0.449</v></c>`, "0.449"},
		"no number":           {`<c><v>Infinity</v></c>`, "Infinity"},
		"true":                {`<c t="b"><v>1</v></c>`, "WAAR"},
		"false":               {`<c t="b"><v>0</v></c>`, "ONWAAR"},
		"mistake":             {`<c t="e"><v>#N/A</v></c>`, "#N/A"},
		"date":                {`<c s="1"><v>41821</v></c>`, "2014-07-01"},
		"date with a time":    {`<c s="1"><v>41821.9</v></c>`, "2014-07-01"},
		"built-in date":       {`<c s="6"><v>42004</v></c>`, "2014-12-31"},
		"first day":           {`<c s="1"><v>1</v></c>`, "1900-01-01"},
		"day 59":              {`<c s="1"><v>59</v></c>`, "1900-02-28"},
		"day 61":              {`<c s="1"><v>61</v></c>`, "1900-03-01"},
		"last day":            {`<c s="1"><v>2958465</v></c>`, "9999-12-31"},
		"after the last day":  {`<c s="1"><v>2958466</v></c>`, "2958466"},
		"before the first":    {`<c s="1"><v>-1</v></c>`, "-1"},
		"moment":              {`<c s="2"><v>41820.5729166667</v></c>`, "2014-06-30 13:45"},
		"moment, rounded up":  {`<c s="2"><v>41820.9999999</v></c>`, "2014-07-01"},
		"moment, seconds":     {`<c s="2"><v>41820.5729282407</v></c>`, "2014-06-30 13:45:01"},
		"moment, only time":   {`<c s="2"><v>0.5</v></c>`, "12:00"},
		"time":                {`<c s="3"><v>0.378472222222222</v></c>`, "09:05"},
		"time of a moment":    {`<c s="3"><v>41820.5729166667</v></c>`, "13:45"},
		"duration":            {`<c s="4"><v>1.25</v></c>`, "30:00"},
		"nearly midnight":     {`<c s="3"><v>0.9999999</v></c>`, "00:00"},
		"built-in moment":     {`<c s="7"><v>41820.5729166667</v></c>`, "2014-06-30 13:45"},
		"built-in time":       {`<c s="8"><v>0.5</v></c>`, "12:00"},
		"built-in duration":   {`<c s="9"><v>2</v></c>`, "48:00"},
		"ISO date":            {`<c t="d"><v>2014-07-01T00:00:00Z</v></c>`, "2014-07-01"},
		"ISO moment":          {`<c t="d"><v>2014-07-01T13:45:00.000</v></c>`, "2014-07-01 13:45"},
		"style that is none":  {`<c s="99"><v>41821</v></c>`, "41821"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read([]byte(xlsxOf(t, `<row><c t="s"><v>0</v></c></row><row>`+tt.cell+`</row>`)), "x.xlsx", Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Rows) != 1 || got.Rows[0].Cells[0] != tt.want {
				t.Errorf("got %+v, want %q", got.Rows, tt.want)
			}
		})
	}
}

func TestReadXLSXDates1904(t *testing.T) {
	for _, on := range []string{"1", "true"} {
		parts := xlsxParts(`<row><c t="s"><v>0</v></c></row><row><c s="1"><v>40359</v></c></row><row><c s="1"><v>0</v></c></row>`)
		parts[2].content = strings.Replace(parts[2].content, "<workbookPr/>", `<workbookPr date1904="`+on+`"/>`, 1)
		got, err := Read([]byte(zipOf(t, parts...)), "x.xlsx", Limits{})
		if err != nil || got.Rows[0].Cells[0] != "2014-07-01" || got.Rows[1].Cells[0] != "1904-01-01" {
			t.Errorf("got %+v %v", got.Rows, err)
		}
	}
}

// A sheet that is one chart has no rows; it is passed over, whatever is in it.
func TestReadXLSXPassesOverCharts(t *testing.T) {
	parts := xlsxParts(`<row><c t="s"><v>0</v></c></row>`)
	parts[2].content = strings.Replace(parts[2].content, "<sheets>", `<sheets><sheet name="Grafiek" r:id="s9"/>`, 1)
	parts[3].content = strings.Replace(parts[3].content, "</Relationships>", `<Relationship Id="s9" Type="x/chartsheet" Target="chart.xml"/></Relationships>`, 1)
	got, err := Read([]byte(zipOf(t, parts...)), "x.xlsx", Limits{})
	if err != nil || got.Sheet != "Blad1" {
		t.Errorf("got %+v %v", got, err)
	}
}

func TestReadXLSXRows(t *testing.T) {
	rows := `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>` +
		`<row r="4"><c r="B4" t="s"><v>3</v></c><c r="ZZ4" s="1"/></row>` +
		`<row r="1000"><c r="A1000"><v>1</v></c><c r="C1000"><v>3</v></c></row><row><c><v>4</v></c><c r="E1001"><v>5</v></c></row>`
	got, err := Read([]byte(xlsxOf(t, rows)), "x.csv", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := Table{Format: FormatXLSX, Sheet: "Blad1", Misnamed: true, Header: []string{"", "kop", "", "vet en niet"}, Rows: []Row{
		{1000, []string{"1", "", "3", ""}}, {1001, []string{"4", "", "", "", "5"}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestReadXLSXRefuses(t *testing.T) {
	head := `<row><c t="s"><v>0</v></c></row>`
	with := func(i int, from, to string) string {
		parts := xlsxParts(head)
		parts[i].content = strings.Replace(parts[i].content, from, to, 1)
		return zipOf(t, parts...)
	}
	small := Limits{MaxRows: 3, MaxColumns: 4, MaxCellBytes: 30, MaxUnzipped: 100_000}
	for name, tt := range map[string]struct {
		data string
		want Error
	}{
		"no rows":                {xlsxOf(t, `<row><c t="s"><v>3</v></c></row>`), Error{CodeEmpty, 0}},
		"hidden":                 {with(2, `sheetId="1"`, `state="veryHidden"`), Error{CodeEmpty, 0}},
		"no workbook":            {with(1, "xl/workbook.xml", "xl/nergens.xml"), Error{CodeBroken, 0}},
		"no sheet part":          {with(3, "sheet1.xml", "sheet9.xml"), Error{CodeBroken, 0}},
		"cut off":                {with(6, "</row></sheetData></worksheet>", ""), Error{CodeBroken, 0}},
		"no root":                {with(6, strings.TrimSpace(xlsxParts(head)[6].content), "  "), Error{CodeBroken, 0}},
		"document type":          {with(6, "<worksheet", `<!DOCTYPE x [<!ENTITY a "b">]><worksheet`), Error{CodeBroken, 0}},
		"shared text that isn't": {xlsxOf(t, head+`<row><c t="s"><v>4</v></c></row>`), Error{CodeBroken, 2}},
		"negative shared text":   {xlsxOf(t, head+`<row><c t="s"><v>-1</v></c></row>`), Error{CodeBroken, 2}},
		"column that isn't":      {xlsxOf(t, head+`<row><c r="12"><v>4</v></c></row>`), Error{CodeBroken, 2}},
		"column too far":         {xlsxOf(t, head+`<row><c r="XFE2"><v>4</v></c></row>`), Error{CodeBroken, 2}},
		"row that isn't":         {xlsxOf(t, head+`<row r="0"/>`), Error{CodeBroken, 0}},
		"too many columns":       {xlsxOf(t, head+`<row r="7"><c r="E7"><v>4</v></c></row>`), Error{CodeTooManyColumns, 7}},
		"too many rows":          {xlsxOf(t, strings.Repeat(head, 4)), Error{CodeTooManyRows, 4}},
		"cell too large":         {xlsxOf(t, head+`<row><c t="str"><v>`+strings.Repeat("x", 31)+`</v></c></row>`), Error{CodeCellTooLarge, 2}},
		"runs too large":         {xlsxOf(t, head+`<row><c t="inlineStr"><is>`+strings.Repeat("<t>tien tekens</t>", 3)+`</is></c></row>`), Error{CodeCellTooLarge, 2}},
		"tag too long":           {xlsxOf(t, head+`<row `+strings.Repeat(`a="" `, 70_000)+`/>`), Error{CodeTooLarge, 0}},
		"too many formats":       {with(4, "<numFmts>", "<numFmts>"+numberFormats(mostParts)), Error{CodeTooLarge, 0}},
		"too deep":               {xlsxOf(t, strings.Repeat("<a>", 300)+strings.Repeat("</a>", 300)), Error{CodeBroken, 0}},
		"binary workbook":        {zipOf(t, append(xlsxParts(head), part{"xl/workbook.bin", ""})...), Error{CodeUnknownFormat, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			limits := small
			if name == "tag too long" || name == "too many formats" {
				limits.MaxUnzipped = 0
			}
			_, err := Read([]byte(tt.data), "x.xlsx", limits)
			checkError(t, err, tt.want)
		})
	}
}

func numberFormats(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="0"/>`, 200+i)
	}
	return b.String()
}

// A changed byte in the compressed data must not pass for data, also when the
// XML is still well-formed.
func TestReadXLSXChecksum(t *testing.T) {
	parts := xlsxParts(`<row><c t="s"><v>0</v></c></row><row><c><v>111111</v></c></row>`)
	data := []byte(storedZip(t, parts...))
	if _, err := Read(data, "x.xlsx", Limits{}); err != nil {
		t.Fatal(err)
	}
	data[bytes.Index(data, []byte("111111"))] = '9'
	_, err := Read(data, "x.xlsx", Limits{})
	checkError(t, err, Error{CodeBroken, 0})
}

func TestReadXLSXOtherNames(t *testing.T) {
	parts := xlsxParts(`<row><c t="s"><v>0</v></c></row><row><c><v>1</v></c></row>`)
	for i := range parts {
		parts[i].name = strings.ReplaceAll(strings.ToUpper(parts[i].name), "/", `\`)
	}
	got, err := Read([]byte(zipOf(t, parts...)), "x.xlsx", Limits{})
	if err != nil || len(got.Rows) != 1 {
		t.Errorf("got %v %v", got, err)
	}
}

// The same workbook as an office suite saved it in both formats.
func TestReadOfficeSuite(t *testing.T) {
	for name, format := range map[string]Format{"kantoorprogramma.xlsx": FormatXLSX, "kantoorprogramma.ods": FormatODS} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(data, name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		second := []string{"0042", "2014-12-31", "", "", "", "ONWAAR", "", "", "=1+1"}
		want := Table{Format: format, Sheet: "Meldingen",
			Header: []string{"nummer", "datum melding", "moment", "tijd", "aandeel", "politie", "som", "groot", "omschrijving"},
			Rows: []Row{
				{4, []string{"12E3", "2014-07-01", "2014-06-30 13:45", "09:05", "0.449", "WAAR", "0.3", "1500000000000000",
					"Eerste regel   met ruimte\ntweede regel met € en ë"}},
				{8, second}, {9, second},
			}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s\ngot  %+v\nwant %+v", name, got, want)
		}
	}
	data, err := os.ReadFile("testdata/kantoorprogramma.xls")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(data, "x.xls", Limits{})
	checkError(t, err, Error{CodeOldExcel, 0})
}

// What the library writes and reads, we read the same: dates in its own
// styles, shared and inline texts, numbers.
func TestReadXLSXLikeLibrary(t *testing.T) {
	file := excelize.NewFile()
	for i, row := range [][]any{{"a", "b", "c"}, {"=1+1", 12.5, true}, {nil, -3, "é\n<&>"}, {"_x0041_", 1e15, "  x "}} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := file.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var saved bytes.Buffer
	if err := file.Write(&saved); err != nil {
		t.Fatal(err)
	}
	got, err := Read(saved.Bytes(), "x.xlsx", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := file.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range got.Rows {
		theirs := slices.Clone(want[i+1])
		if i == 0 {
			theirs[2] = "WAAR"
		}
		if !slices.Equal(row.Cells, theirs) {
			t.Errorf("row %d: got %q, want %q", i, row.Cells, theirs)
		}
	}
	var locked bytes.Buffer
	if err := file.Write(&locked, excelize.Options{Password: "geheim"}); err != nil {
		t.Fatal(err)
	}
	_, err = Read(locked.Bytes(), "x.xlsx", Limits{})
	checkError(t, err, Error{CodeEncrypted, 0})
}

func TestStyleOfCode(t *testing.T) {
	for code, want := range map[string]valueStyle{
		"General": styleNumber, "0.00E+00": styleNumber, "@": styleNumber, `[Red]#,##0.00;[Blue]-0`: styleNumber,
		`#,##0 "dagen"`: styleNumber, `0 \d`: styleNumber, `_d0_m`: styleNumber, `[$€-413] #,##0.00`: styleNumber, `0;dd-mm`: styleNumber,
		"yyyy-mm-dd": styleDate, "[$-413]d mmmm yyyy;@": styleDate, "MMM": styleDate, `"dag "d`: styleDate, "D/M/YY": styleDate,
		"dd-mm-yyyy hh:mm": styleMoment, "m/d/yy h:mm AM/PM": styleMoment,
		"hh:mm:ss": styleTime, "mm:ss.0": styleTime, "[h]:mm": styleElapsed, "[HH]:mm": styleElapsed, "[mm]:ss": styleElapsed,
		`"nooit gesloten`: styleNumber, "[nooit gesloten": styleNumber, `\`: styleNumber,
	} {
		if got := styleOfCode(code); got != want {
			t.Errorf("%q: got %d, want %d", code, got, want)
		}
	}
}
