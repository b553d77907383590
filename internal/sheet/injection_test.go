package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func attacks() []string {
	return []string{
		"=1+1", "+31 6 1234", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x",
		"=cmd|'/c calc'!A1", `=HYPERLINK("http://x","y")`, "'=1", "''=1", "-", `=1;"=2`, "=1,=2",
	}
}

func attackDocument() Document {
	s := Sheet{Name: "=1+1", Columns: []Column{{"=kop", KindText}}}
	for _, text := range attacks() {
		s.Rows = append(s.Rows, []Cell{TextCell(text)})
	}
	return Document{Title: "=1+1", Sheets: []Sheet{s}}
}

// In CSV no value that a program sees may start like a formula, whichever of
// the usual programs splits it.
func TestCSVInjection(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, attackDocument().Sheets[0], CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(&b)
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil || len(records) != 1+len(attacks()) {
		t.Fatalf("%d records, %v", len(records), err)
	}
	for _, record := range records {
		for _, value := range record {
			if strings.ContainsAny(value[:1], "=+-@\t\r\n") || strings.HasPrefix(value, "＝") || value[0] != '\'' {
				t.Errorf("%q would be a formula", value)
			}
		}
	}
}

// Numbers are no text: a negative number stays a number.
func TestCSVKeepsNegativeNumbers(t *testing.T) {
	var b bytes.Buffer
	s := Sheet{Columns: []Column{{"a", KindInteger}, {"b", KindDecimal}}, Rows: [][]Cell{{IntegerCell(-5), DecimalCell(-0.5, 1)}}}
	if err := WriteCSV(&b, s, CSVOptions{}); err != nil || !strings.HasSuffix(b.String(), "\r\n-5;-0.5\r\n") {
		t.Errorf("got %q %v", b.String(), err)
	}
}

func TestXLSXInjection(t *testing.T) {
	var b bytes.Buffer
	if err := WriteXLSX(&b, attackDocument()); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for i := range len(attacks()) + 1 {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		kind, err := file.GetCellType("=1+1", cell)
		formula, err2 := file.GetCellFormula("=1+1", cell)
		id, err3 := file.GetCellStyle("=1+1", cell)
		style, err4 := file.GetStyle(id)
		if err != nil || err2 != nil || err3 != nil || err4 != nil {
			t.Fatal(err, err2, err3, err4)
		}
		isText := style.NumFmt == 49 || style.CustomNumFmt != nil && *style.CustomNumFmt == "@"
		if kind != excelize.CellTypeInlineString || formula != "" || !isText {
			t.Errorf("%s: type %v, formula %q, text format %v", cell, kind, formula, isText)
		}
	}
}

func TestODSInjection(t *testing.T) {
	var b bytes.Buffer
	if err := WriteODS(&b, attackDocument()); err != nil {
		t.Fatal(err)
	}
	a, err := openArchive(b.Bytes(), Limits{}.withDefaults())
	if err != nil {
		t.Fatal(err)
	}
	content := readPart(t, a.parts["content.xml"])
	if strings.Contains(content, "table:formula") || strings.Contains(content, "office:string-value") {
		t.Error("a cell is written as a formula")
	}
	if got := strings.Count(content, `office:value-type="string"`); got != len(attacks())+1 {
		t.Errorf("%d text cells", got)
	}
	if !strings.Contains(content, "<number:text-content/>") {
		t.Error("texts would become formulas when edited")
	}
}

// Nothing is lost by the protection: what is read back is what was written.
func TestInjectionRoundTrip(t *testing.T) {
	for name, write := range formats {
		var b bytes.Buffer
		if err := write(&b, attackDocument()); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.Bytes(), "", Limits{})
		if err != nil || len(got.Rows) != len(attacks()) || got.Header[0] != "=kop" {
			t.Fatalf("%s: got %+v %v", name, got, err)
		}
		for i, text := range attacks() {
			if want := strings.ReplaceAll(text, "\r", "\n"); got.Rows[i].Cells[0] != want {
				t.Errorf("%s: got %q, want %q", name, got.Rows[i].Cells[0], want)
			}
		}
	}
}
