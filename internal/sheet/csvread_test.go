package sheet

import (
	"encoding/csv"
	"errors"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestReadCSV(t *testing.T) {
	for name, tt := range map[string]struct {
		data      string
		encoding  Encoding
		separator string
		header    []string
		rows      []Row
	}{
		"semicolon": {"a;b\n1;2\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"comma, values with semicolons": {"nummer,soorten\n1,a;b\n2,c;d;e\n", EncodingUTF8, ",",
			[]string{"nummer", "soorten"}, []Row{{2, []string{"1", "a;b"}}, {3, []string{"2", "c;d;e"}}}},
		"semicolon, decimal commas": {"naam;bedrag\nx;1,5\ny;2,5\n", EncodingUTF8, ";",
			[]string{"naam", "bedrag"}, []Row{{2, []string{"x", "1,5"}}, {3, []string{"y", "2,5"}}}},
		"semicolon, comma in the header": {"naam, voornaam;datum\nx;1\ny;2\n", EncodingUTF8, ";",
			[]string{"naam, voornaam", "datum"}, []Row{{2, []string{"x", "1"}}, {3, []string{"y", "2"}}}},
		"tab": {"a\tb\n1\t2\n", EncodingUTF8, "\t", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"sep line": {"sep=,\r\na;b,c\r\n1,2\r\n", EncodingUTF8, ",",
			[]string{"a;b", "c"}, []Row{{3, []string{"1", "2"}}}},
		"sep line with a bar":           {"\"sep=|\"\na|b\n1|2\n", EncodingUTF8, "|", []string{"a", "b"}, []Row{{3, []string{"1", "2"}}}},
		"byte order mark":               {"\xEF\xBB\xBFa;b\n1;é\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "é"}}}},
		"mark, quoted header":           {"\xEF\xBB\xBF\"a\";b\n1;2\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"windows-1252":                  {"a;b\nJos\xE9;\x80 5\n", EncodingWindows1252, ";", []string{"a", "b"}, []Row{{2, []string{"José", "€ 5"}}}},
		"windows-1252, by chance utf-8": {"a;b\n\xE9\xE8;\xC3\xA9\n", EncodingWindows1252, ";", []string{"a", "b"}, []Row{{2, []string{"éè", "Ã©"}}}},
		"blank rows before a comma":     {"\n,,\na,b\n1,2\n", EncodingUTF8, ",", []string{"a", "b"}, []Row{{4, []string{"1", "2"}}}},
		"widest header":                 {"a;b,c,d\n", EncodingUTF8, ",", []string{"a;b", "c", "d"}, nil},
		"utf-16 little endian":          {"\xFF\xFEa\x00\t\x00b\x00\r\x00\n\x00\xE9\x00\t\x00\xAC\x20", EncodingUTF16, "\t", []string{"a", "b"}, []Row{{2, []string{"é", "€"}}}},
		"utf-16 big endian":             {"\xFE\xFF\x00a\x00;\x00b\x00\n\x001\x00;\x002", EncodingUTF16, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"line breaks between quotes": {"a;b\r\n\"een\r\ntwee\ndrie\";1\r\n\r\n\"vier\";2\r\n", EncodingUTF8, ";",
			[]string{"a", "b"}, []Row{{2, []string{"een\ntwee\ndrie", "1"}}, {6, []string{"vier", "2"}}}},
		"line break in the header": {"\"datum\n melding\";b\n1;2\n", EncodingUTF8, ";",
			[]string{"datum melding", "b"}, []Row{{3, []string{"1", "2"}}}},
		"old Macintosh":   {"a;b\r1;2\r\r3;4", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}, {4, []string{"3", "4"}}}},
		"DOS end of file": {"a;b\r\n1;2\r\n\x1a", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"doubled quotes":  {"a;b\n\"zei \"\"stop\"\"\";1\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{`zei "stop"`, "1"}}}},
		"quote inside an unquoted value": {"a;b\nJan \"de Beer\";1\n5\" buis;2\n", EncodingUTF8, ";",
			[]string{"a", "b"}, []Row{{2, []string{`Jan "de Beer"`, "1"}}, {3, []string{`5" buis`, "2"}}}},
		"space after a closing quote": {"a;b\n\"x\" ;1\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"x", "1"}}}},
		"blank rows and trailing separators": {"\n;;\n a ;b;;\n\n; ;\n1;2;;\n", EncodingUTF8, ";",
			[]string{"a", "b"}, []Row{{6, []string{"1", "2"}}}},
		"short and long rows": {"a;b;c\n1\n1;2;3;4\n", EncodingUTF8, ";",
			[]string{"a", "b", "c"}, []Row{{2, []string{"1", "", ""}}, {3, []string{"1", "2", "3", "4"}}}},
		"one column":         {"nummer\n1\n2\n", EncodingUTF8, ";", []string{"nummer"}, []Row{{2, []string{"1"}}, {3, []string{"2"}}}},
		"only a header":      {"a;b", EncodingUTF8, ";", []string{"a", "b"}, nil},
		"empty column":       {"a;;c\n1;2;3\n", EncodingUTF8, ";", []string{"a", "", "c"}, []Row{{2, []string{"1", "2", "3"}}}},
		"values are kept":    {"a;b\n 007 ;1E5\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{" 007 ", "1E5"}}}},
		"white space":        {"a;b\n \t\u00a0;x\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"", "x"}}}},
		"guarded formula":    {"a;b\n'=1+1;'t Hof\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"=1+1", "'t Hof"}}}},
		"glued files":        {"\uFEFFa;\uFEFFb\n1;2\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		"no end of line":     {"a;b\n1;", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"1", ""}}}},
		"replacement letter": {"a;b\n\uFFFD;1\n", EncodingUTF8, ";", []string{"a", "b"}, []Row{{2, []string{"\uFFFD", "1"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			want := Table{Format: FormatCSV, Encoding: tt.encoding, Separator: tt.separator, Header: tt.header, Rows: tt.rows}
			got, err := Read([]byte(tt.data), "x.csv", Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %#v\nwant %#v", got, want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	small := Limits{MaxBytes: 2000, MaxRows: 3, MaxColumns: 4, MaxCells: 9, MaxCellBytes: 20}
	for name, tt := range map[string]struct {
		data string
		want Error
	}{
		"nothing":                  {"", Error{CodeEmpty, 0}},
		"white space":              {"\r\n \t\n;;;\n", Error{CodeEmpty, 0}},
		"marks only":               {"\xEF\xBB\xBF\xEF\xBB\xBF;\n", Error{CodeEmpty, 0}},
		"mark only":                {"\xEF\xBB\xBF", Error{CodeEmpty, 0}},
		"web page":                 {"\n<html><table>", Error{CodeUnknownFormat, 0}},
		"web page after a mark":    {"\xEF\xBB\xBF<!DOCTYPE html>", Error{CodeUnknownFormat, 0}},
		"json":                     {`[{"a":1}]`, Error{CodeUnknownFormat, 0}},
		"pdf":                      {"%PDF-1.7\n", Error{CodeUnknownFormat, 0}},
		"binary":                   {"a;b\n\x00\x01\xFF;2", Error{CodeUnknownFormat, 0}},
		"utf-16 without mark":      {"a\x00;\x00b\x00", Error{CodeUnknownFormat, 0}},
		"half a utf-16 unit":       {"\xFF\xFEa", Error{CodeBroken, 0}},
		"half a surrogate pair":    {"\xFF\xFEa\x00\n\x00\x00\xD8", Error{CodeUnknownText, 2}},
		"broken after a mark":      {"\xEF\xBB\xBFa;b\n1;\xE9\n", Error{CodeUnknownText, 2}},
		"one broken byte in utf-8": {"é;ë\nü;ö\n\"\n\";\xC3\n", Error{CodeUnknownText, 4}},
		"no windows-1252":          {"a;b\n1;2\n\x81;3", Error{CodeUnknownText, 3}},
		"quote never closed":       {"a;b\n1;2\n3;\"x\ny;z\n", Error{CodeUnclosedQuote, 3}},
		"text after a quote":       {"a;b\n1;\"\nx\"y\n", Error{CodeMisplacedQuote, 3}},
		"too many bytes":           {strings.Repeat("a\n", 1001), Error{CodeTooLarge, 0}},
		"too many rows":            {"a\n1\n\n2\n3\n", Error{CodeTooManyRows, 5}},
		"too many columns":         {"a;b\n1;2;3;4;5\n", Error{CodeTooManyColumns, 2}},
		"too many cells":           {"a;b;c;d\n1\n2\n", Error{CodeTooManyCells, 3}},
		"cell too large":           {"a;b\n1;" + strings.Repeat("x", 21), Error{CodeCellTooLarge, 2}},
		"zip, cut off":             {"PK\x03\x04 and no more", Error{CodeBroken, 0}},
		"zip, empty":               {"PK\x05\x06" + strings.Repeat("\x00", 18), Error{CodeUnknownFormat, 0}},
		"zip of something else":    {zipOf(t, part{"word/document.xml", "<a/>"}), Error{CodeUnknownFormat, 0}},
		"text document": {zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.text"}, part{"content.xml", "<a/>"}),
			Error{CodeUnknownFormat, 0}},
		"old Excel":         {string(oleMagic) + "Workbook", Error{CodeOldExcel, 0}},
		"Excel, password":   {string(oleMagic) + wide("EncryptedPackage"), Error{CodeEncrypted, 0}},
		"separators only":   {"a;b\n" + strings.Repeat(";", 1900) + "1", Error{CodeTooManyColumns, 2}},
		"quote in a header": {"\"a\"b;c\n", Error{CodeMisplacedQuote, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read([]byte(tt.data), "x.csv", small)
			checkError(t, err, tt.want)
		})
	}
}

// Errors are shown and logged, so they may not hold what stood in the file.
func TestErrorsHoldNoValues(t *testing.T) {
	const secret = "Geheimstra"
	for _, data := range []string{
		"a;b\n\"" + secret, "a;b\n\"" + secret + "\"x", "\xEF\xBB\xBF" + secret + "\xE9", "a\n" + strings.Repeat(secret, 9),
		xlsxOf(t, "<row><c><"+secret+"></v></c></row>"), xlsxOf(t, `<row><c r="`+secret+`"><v>1</v></c></row>`),
		odsOf(t, "<table:table-row><"+secret+"></table:table-row>"), odsOf(t, "&"+secret+";"),
	} {
		_, err := Read([]byte(data), secret, Limits{MaxCellBytes: 20})
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("%q: got %v", data, err)
		}
		for inner := err; inner != nil; inner = errors.Unwrap(inner) {
			if strings.Contains(inner.Error(), secret[:5]) {
				t.Errorf("error tells what stood in the file: %v", inner)
			}
		}
	}
}

// The last column that is refused is counted without reading the line to its
// end, so that a file of separators takes little memory.
func TestSeparatorsDoNotGrow(t *testing.T) {
	data := []byte("a;b\n" + strings.Repeat(";", 20<<20))
	_, err := Read(data, "x.csv", Limits{})
	checkError(t, err, Error{CodeTooManyColumns, 2})
}

func TestMisnamed(t *testing.T) {
	for name, want := range map[string]bool{
		"a.csv": false, "a.CSV": false, "a.txt": false, "a": false, "": false, "a.dat": false, "a.xlsx": true, "a.ods": true, "a.xls": true,
	} {
		got, err := Read([]byte("a;b\n1;2\n"), name, Limits{})
		if err != nil || got.Misnamed != want || got.Format != FormatCSV {
			t.Errorf("%q: got %v %v %v, want %v", name, got.Misnamed, got.Format, err, want)
		}
	}
}

func TestReadFixture(t *testing.T) {
	data, err := os.ReadFile("testdata/uwv_2014h2_fixture_a.csv")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(data, "uwv.csv", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 396 || got.Separator != "," || got.Rows[395].Line != 397 {
		t.Fatalf("got %d rows, separator %q", len(got.Rows), got.Separator)
	}
	column := slices.Index(got.Header, "types")
	counts := map[string]int{}
	for _, row := range got.Rows {
		for kind := range strings.SplitSeq(row.Cells[column], ";") {
			counts[kind]++
		}
	}
	want := map[string]int{"verbale agressie": 178, "persoonlijke bedreiging": 225, "fysieke agressie": 19}
	if !reflect.DeepEqual(counts, want) {
		t.Errorf("got %v, want %v", counts, want)
	}
}

// What the strict reader of the standard library accepts, we read the same.
func FuzzCSVLikeStandard(f *testing.F) {
	for _, seed := range []string{"a;b\n1;2\n", "\"a\"\"b\";\"c\nd\"\n\n;;\n", "a;b\n1;2;3\n", "x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\r", "") // line ends are made equal before
		standard := csv.NewReader(strings.NewReader(text))
		standard.Comma, standard.FieldsPerRecord = ';', -1
		want, err := standard.ReadAll()
		if err != nil {
			return
		}
		scan := csvScanner{text: text, line: 1, separator: ';', maxCells: len(text) + 1}
		var got [][]string
		for {
			cells, line, err := scan.record()
			if err != nil {
				break
			}
			if before := strings.Count(text[:scan.pos], "\n"); line > before+1 {
				t.Fatalf("line %s of a text of %d lines", strconv.Itoa(line), before)
			}
			if len(cells) > 1 || cells[0] != "" { // the standard library drops empty lines
				got = append(got, cells)
			}
		}
		want = slices.DeleteFunc(want, func(cells []string) bool { return len(cells) == 1 && cells[0] == "" })
		if len(got) != len(want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		for i := range got {
			if !slices.Equal(got[i], want[i]) {
				t.Fatalf("got %q, want %q", got[i], want[i])
			}
		}
	})
}
