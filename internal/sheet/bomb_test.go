package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// repeatedPart is a zip with the parts and one more part in which text repeats,
// made without ever having the whole of it in memory.
func repeatedPart(t testing.TB, parts []part, name, before, text string, times int, after string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	write := func(name string, chunks ...string) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, chunk := range chunks {
			if _, err := f.Write([]byte(chunk)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, p := range parts {
		if p.name != name {
			write(p.name, p.content)
		}
	}
	block := strings.Repeat(text, 1000)
	chunks := []string{before}
	for range times / 1000 {
		chunks = append(chunks, block)
	}
	write(name, append(chunks, after)...)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Each of these files is small and would take gigabytes, or forever, when read
// without care. Reading must end in an error (or an empty rest) and may not
// allocate out of proportion.
func TestBombs(t *testing.T) {
	xlsx := xlsxParts(`<row><c t="s"><v>0</v></c></row>`)
	sheet, shared := xlsx[6].name, xlsx[5].name
	limits := Limits{MaxUnzipped: 20 << 20, MaxCells: 1_000_000, MaxRows: 40_000} // smaller than the defaults, to take less time
	ods := []part{{"mimetype", odsMimetype}}
	odsBefore, odsAfter, _ := strings.Cut(odsContent("|"), "|")
	wideRow := `<row><c t="s"><v>0</v></c><c r="XFD1"><v></v></c></row>`
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"sheet past the limit":         {repeatedPart(t, xlsx, sheet, "<worksheet><sheetData>", "<row/>", 4_000_000, ""), CodeTooLarge},
		"content past the limit":       {repeatedPart(t, ods, "content.xml", odsBefore, "          ", 3_000_000, odsAfter), CodeTooLarge},
		"empty shared texts":           {repeatedPart(t, xlsx, shared, "<sst>", "<si/>", 2_000_000, "</sst>"), CodeTooManyCells},
		"attributes":                   {repeatedPart(t, xlsx, sheet, "<worksheet ", `a="" `, 2_000_000, "/>"), CodeTooLarge},
		"attributes after a trap":      {repeatedPart(t, xlsx, sheet, `<!-- > <a " --><worksheet a=">" `, `a="" `, 2_000_000, "/>"), CodeTooLarge},
		"attributes after an order":    {repeatedPart(t, xlsx, sheet, `<?x > <a " ?><worksheet a=">" `, `a="" `, 2_000_000, "/>"), CodeTooLarge},
		"attributes after CDATA":       {repeatedPart(t, xlsx, sheet, `<w><![CDATA[ > <a " ]]><b a=">" `, `a="" `, 2_000_000, "/></w>"), CodeTooLarge},
		"attributes after apostrophes": {repeatedPart(t, xlsx, sheet, `<worksheet a='>' `, `a="" `, 2_000_000, "/>"), CodeTooLarge},
		"runs of a text":               {repeatedPart(t, xlsx, sheet, `<worksheet><sheetData><row><c t="inlineStr"><is>`, "<r><t>tien tekens</t></r>", 700_000, "</is></c></row></sheetData></worksheet>"), CodeCellTooLarge},
		"depth":                        {repeatedPart(t, xlsx, sheet, "<worksheet>", "<a>", 2_000_000, ""), CodeBroken},
		"links":                        {repeatedPart(t, xlsx, "_rels/.rels", "<r>", "<a/>", 2_000_000, "</r>"), CodeTooLarge},
		"one sheet a thousand times": {repeatedPart(t, append(slices.Clone(xlsx[:6]), part{sheet, "<worksheet>" + strings.Repeat(" ", 100_000) + "</worksheet>"}), "xl/workbook.xml",
			`<workbook xmlns:r="r"><sheets>`, `<sheet r:id="s1"/>`, 1000, "</sheets></workbook>"), CodeTooLarge},
		"wide rows": {repeatedPart(t, xlsx, sheet, "<worksheet><sheetData>", wideRow, 50_000, "</sheetData></worksheet>"), CodeTooManyRows},
		"one text": {repeatedPart(t, xlsx, sheet, "<worksheet><sheetData><row><c t=\"str\"><v>", "xxxxxxxxxx", 1_500_000, "</v></c></row></sheetData></worksheet>"),
			CodeCellTooLarge},
		"repeated rows and cells": {[]byte(odsOf(t, strings.Repeat(`<table:table-row table:number-rows-repeated="1048576">`+odsText("x", `table:number-columns-repeated="200"`)+`</table:table-row>`, 10))),
			CodeTooManyCells},
		"repeated nothing": {repeatedPart(t, ods, "content.xml", odsBefore, `<table:table-row table:number-rows-repeated="2147483647"/>`, 200_000, odsAfter), CodeEmpty},
	} {
		t.Run(name, func(t *testing.T) {
			if len(tt.data) > 3<<20 {
				t.Fatalf("a bomb of %d bytes proves nothing", len(tt.data))
			}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			_, err := Read(tt.data, "x", limits)
			runtime.ReadMemStats(&after)
			if e := asError(err); err == nil || e.Code != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			// In use, as far as the collector has not run; what was allocated
			// and dropped in small pieces does not count.
			if inUse := int64(after.HeapSys) - int64(before.HeapSys); inUse > 150<<20 {
				t.Errorf("the heap grew by %d MB", inUse>>20)
			}
		})
	}
}

// What is too large by its own account is not read at all.
func TestSizeIsCheckedFirst(t *testing.T) {
	_, err := Read([]byte(rawZip(t, &zip.FileHeader{Name: contentPart, UncompressedSize64: 1 << 40})), "x.ods", Limits{})
	checkError(t, err, Error{CodeTooLarge, 0})
}

func TestBudgetIsKeptWhileReading(t *testing.T) {
	a := &archive{budget: 10}
	for i, want := range []bool{true, true, false} {
		_, err := io.ReadAll(&budgeted{content: io.NopCloser(strings.NewReader("vijf.")), archive: a})
		if (err == nil) != want {
			t.Errorf("part %d: got %v", i, err)
		}
	}
}

func TestPartsUnderPassword(t *testing.T) {
	_, err := Read([]byte(rawZip(t, &zip.FileHeader{Name: contentPart, Flags: 1})), "x.ods", Limits{})
	checkError(t, err, Error{CodeEncrypted, 0})
}

func TestManyParts(t *testing.T) {
	parts := []part{{"mimetype", odsMimetype}, {contentPart, odsContent(odsRow(odsText("a")))}}
	for i := range mostParts {
		parts = append(parts, part{fmt.Sprintf("plaatjes/%d.png", i), ""})
	}
	_, err := Read([]byte(zipOf(t, parts...)), "x.ods", Limits{})
	checkError(t, err, Error{CodeTooLarge, 0})
}

// The limit that the issue of zip bombs turns on; the library's own is 16 GB.
func TestDefaultLimits(t *testing.T) {
	if got := (Limits{MaxRows: 5}).withDefaults(); got.MaxUnzipped != 100<<20 || got.MaxBytes != 25<<20 || got.MaxRows != 5 {
		t.Errorf("got %+v", got)
	}
}

// A size in the directory that is too low does not open the door: the zip
// reader stops at it.
func TestUnderstatedSize(t *testing.T) {
	parts := xlsxParts(`<row><c t="s"><v>0</v></c></row>` + strings.Repeat("<row/>", 100_000))
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		header := &zip.FileHeader{Name: p.name, Method: zip.Store, CompressedSize64: uint64(len(p.content)), UncompressedSize64: 10}
		f, err := w.CreateRaw(header)
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
	_, err := Read(b.Bytes(), "x.xlsx", Limits{})
	checkError(t, err, Error{CodeBroken, 0})
}
