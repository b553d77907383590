package document_test

import (
	"bytes"
	"testing"
)

// TestCheckerFindsPlantedFaults holds the checker itself against files that
// are not as they should be.
func TestCheckerFindsPlantedFaults(t *testing.T) {
	good := pdf(t, letter(t))
	for name, plant := range map[string]func(*pdfTree){
		"no language":       func(f *pdfTree) { delete(f.dictOf(f.trailer["Root"]), "Lang") },
		"no marks":          func(f *pdfTree) { delete(f.dictOf(f.trailer["Root"]), "MarkInfo") },
		"title not shown":   func(f *pdfTree) { delete(f.dictOf(f.trailer["Root"]), "ViewerPreferences") },
		"no title":          func(f *pdfTree) { delete(f.dictOf(f.trailer["Info"]), "Title") },
		"no order of tabs":  func(f *pdfTree) { delete(firstPage(f), "Tabs") },
		"no scope":          func(f *pdfTree) { delete(f.tagged("TH"), "A") },
		"no alt":            func(f *pdfTree) { delete(f.tagged("Figure"), "Alt") },
		"lost content":      func(f *pdfTree) { delete(f.tagged("H1"), "K") },
		"content twice":     func(f *pdfTree) { e := f.tagged("H1"); e["K"] = append(f.listOf(e["K"]), f.listOf(e["K"])...) },
		"skipped level":     func(f *pdfTree) { f.tagged("H1")["S"] = pdfName("H3") },
		"another type":      func(f *pdfTree) { f.tagged("H1")["S"] = pdfName("Kop") },
		"item outside list": func(f *pdfTree) { f.tagged("L")["S"] = pdfName("P") },
		"lost parent":       func(f *pdfTree) { f.tagged("H1")["P"] = pdfObject(1) },
		"silent link":       func(f *pdfTree) { delete(f.dictOf(f.listOf(firstPage(f)["Annots"])[0]), "Contents") },
		"lost link":         func(f *pdfTree) { f.dictOf(f.listOf(firstPage(f)["Annots"])[0])["StructParent"] = 0.0 },
		"font outside":      func(f *pdfTree) { delete(f.typed("FontDescriptor"), "FontFile2") },
		"bare text":         func(f *pdfTree) { f.redraw("/P <</MCID 1>> BDC", "") },
		"open end":          func(f *pdfTree) { f.redraw("EMC", "") },
		"far away":          func(f *pdfTree) { f.redraw("Tf ", "Tf 9999 ") },
	} {
		t.Run(name, func(t *testing.T) {
			tree, err := readPDF(good)
			if err != nil {
				t.Fatal(err)
			}
			plant(tree)
			if _, faults := checkTree(tree); len(faults) == 0 {
				t.Error("goes unseen")
			}
		})
	}
}

func firstPage(f *pdfTree) pdfDict {
	return f.dictOf(f.listOf(f.dictOf(f.dictOf(f.trailer["Root"])["Pages"])["Kids"])[0])
}

// tagged gives the first element of a kind.
func (t *pdfTree) tagged(kind string) pdfDict { return t.first("S", kind) }

// typed gives the first object of a type.
func (t *pdfTree) typed(kind string) pdfDict { return t.first("Type", kind) }

func (t *pdfTree) first(key, kind string) pdfDict {
	for i := range pdfObject(len(t.objects) + 1) {
		if d := t.dictOf(i); d[key] == pdfName(kind) {
			return d
		}
	}
	panic("no object of kind " + kind)
}

// redraw changes what is drawn on the first page.
func (t *pdfTree) redraw(old, with string) {
	content := firstPage(t)["Contents"].(pdfObject)
	t.streams[content] = bytes.Replace(t.streams[content], []byte(old), []byte(with), 1)
}
