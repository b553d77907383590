package document_test

import (
	"fmt"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

// pagesOf gives a checked file and its pages.
func pagesOf(t *testing.T, d document.Document) (*checker, []pdfObject) {
	t.Helper()
	tree, err := readPDF(pdf(t, d))
	if err != nil {
		t.Fatal(err)
	}
	c := newChecker(tree)
	if len(c.faults) > 0 {
		t.Fatalf("faults: %q", c.faults)
	}
	var pages []pdfObject
	for _, page := range c.listOf(c.dictOf(c.dictOf(c.trailer["Root"])["Pages"])["Kids"]) {
		pages = append(pages, page.(pdfObject))
	}
	return c, pages
}

// owner gives the kind of tag that holds piece id of a page.
func (c *checker) owner(page pdfObject, id int) string {
	owners := c.listOf(c.nums()[int(c.dictOf(page)["StructParents"].(float64))])
	return string(c.dictOf(owners[id])["S"].(pdfName))
}

func sentence(words int) string { return strings.TrimSpace(strings.Repeat("woord ", words)) + "." }

func TestHeadingsAndLinesAreNotLeftAlone(t *testing.T) {
	for shift := range 40 { // the text moves up line by line, so that every break occurs
		d := document.Document{Blocks: []document.Block{document.Text(sentence(14 * (shift + 1)))}}
		for i := range 25 {
			d.Blocks = append(d.Blocks, document.Heading{Level: 1 + i%2, Text: fmt.Sprintf("Kop %d", i)}, document.Text(sentence(60)))
		}
		d.Blocks = append(d.Blocks, document.Text(sentence(60)), document.Signature{Lines: []string{"Met vriendelijke groet,", "Naam"}})
		c, pages := pagesOf(t, d)
		for _, page := range pages {
			last := len(c.content[page]) - 1
			if kind := c.owner(page, last); kind[0] == 'H' {
				t.Errorf("shift %d: %q ends a page", shift, c.content[page][last])
			}
			for _, id := range []int{0, last} {
				if strings.HasPrefix(c.content[page][id], "woord") && c.lines[page][id] < 2 {
					t.Errorf("shift %d: one line alone on a page", shift)
				}
			}
			if strings.HasPrefix(c.content[page][0], "Met vriendelijke") || c.content[page][0] == "Naam" {
				t.Errorf("shift %d: a signature under nothing", shift)
			}
		}
	}
}

func TestHeadOfATableIsRepeatedAsAnArtifact(t *testing.T) {
	c, pages := pagesOf(t, dossier(t))
	if len(pages) < 5 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		tables := false // the page goes on with a row
		if owner := c.owner(page, 0); i > 0 && (owner == "TD" || owner == "TH") {
			tables = true
		}
		if got := strings.Contains(c.aside[page], "DatumSoortWat er gebeurde"); got != tables {
			t.Errorf("page %d repeats the head: %t, goes on with a row: %t", i+1, got, tables)
		}
		if want := fmt.Sprintf("Pagina %d van %d", i+1, len(pages)); !strings.Contains(c.aside[page], want) {
			t.Errorf("page %d says %q", i+1, c.aside[page])
		}
	}
}

func TestAddressStandsBehindTheWindow(t *testing.T) {
	d := letter(t)
	tree, err := readPDF(pdf(t, d))
	if err != nil {
		t.Fatal(err)
	}
	content := string(tree.streams[firstPage(tree)["Contents"].(pdfObject)])
	l := &lexer{data: []byte(content[strings.Index(content, "/P <</MCID 3>> BDC"):])} // after the logo, the name and its lines
	for l.value() != pdfOp("Tf") {
	}
	x, y := l.value().(float64)/72*25.4, 297-l.value().(float64)/72*25.4
	if x < 20 || x > 35 || y < 55 || y > 62 {
		t.Errorf("the address begins at %.0f mm from the left and %.0f mm from the top", x, y)
	}
}

func TestPagesBreakWhereAsked(t *testing.T) {
	d := document.Document{Lang: "en", Blocks: []document.Block{document.Text("a"), document.PageBreak{}, document.Text("b")}}
	c, pages := pagesOf(t, d)
	if len(pages) != 2 || c.content[pages[1]][0] != "b" || !strings.Contains(c.aside[pages[0]], "Page 1 of 2") {
		t.Errorf("%d pages: %v %v", len(pages), c.content, c.aside)
	}
}

func TestBookmarksFollowTheHeadings(t *testing.T) {
	c, _ := pagesOf(t, dossier(t))
	var out []string
	var walk func(pdfDict, string)
	walk = func(above pdfDict, indent string) {
		for next := c.dictOf(above["First"]); next != nil; next = c.dictOf(next["Next"]) {
			out = append(out, indent+string(next["Title"].(pdfString)))
			walk(next, indent+" ")
		}
	}
	walk(c.dictOf(c.dictOf(c.trailer["Root"])["Outlines"]), "")
	got := strings.Join(out, "|")
	if !strings.HasPrefix(got, "Dossier Z-2026-00041| Wat er is gebeurd| Bijlagen|  \xFE\xFF") || !strings.HasSuffix(got, "|   Toelichting") {
		t.Errorf("%q", got)
	}
}
