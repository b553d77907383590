package document_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

// golden compares with a file under testdata; with -update it writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed (go test ./internal/document -update):\n%s", name, got)
	}
}

var _ = flag.Bool("update", false, "write the golden files")

func TestLetterAsTextAndHTML(t *testing.T) {
	d := letter(t)
	golden(t, "letter.txt", []byte(d.PlainText()))
	var page bytes.Buffer
	if err := d.WriteHTML(&page, 2); err != nil {
		t.Fatal(err)
	}
	golden(t, "letter.html", []byte(strings.ReplaceAll(page.String(), "><", ">\n<")))
}

func TestHTMLStartsAtTheLevelAsked(t *testing.T) {
	d := document.Document{Blocks: []document.Block{
		document.Heading{Level: 1, Text: "a"}, document.Heading{Level: 4, Text: "b"}, document.Heading{Level: 9, Text: "c"}, document.Heading{Text: "d"}}}
	for top, want := range map[int]string{1: "<h1>a</h1><h2>b</h2><h3>c</h3><h1>d</h1>", 3: "<h3>a</h3><h4>b</h4><h5>c</h5><h3>d</h3>", 6: "<h6>a</h6><h6>b</h6><h6>c</h6><h6>d</h6>"} {
		if got := html(t, d, top); !strings.Contains(got, want) {
			t.Errorf("top %d: %s", top, got)
		}
	}
}

func TestHTMLIsEscapedAndLeadsNowhereElse(t *testing.T) {
	evil := `<script>alert("x")</script>' onload='`
	d := document.Document{Lang: `nl" onload="x`, Letterhead: document.Letterhead{Name: evil}, Blocks: []document.Block{
		document.Heading{Level: 1, Text: evil}, document.Text(evil), document.Quote{Text: evil}, document.Facts{Rows: [][2]string{{evil, evil}}},
		document.Table{Caption: evil, Head: []string{evil}, Rows: [][]string{{evil}}}, document.Figure{Alt: evil, Caption: evil},
		document.Paragraph{Spans: []document.Span{{Text: "a", Link: "javascript:alert(1)"}, {Text: "b", Link: "//x.example"}, {Text: "c", Link: "data:text/html,x"},
			{Text: "d", Link: `https://x.example/"><script>`}, {Text: "e", Link: "https:x"}}},
	}}
	got := html(t, d, 2)
	for _, never := range []string{"<script", `onload="`, `onload='`, "javascript:", "data:", `"//x`, "style=", "<img"} {
		if strings.Contains(got, never) {
			t.Errorf("holds %s: %s", never, got)
		}
	}
	if strings.Count(got, "<a ") != 1 || !strings.Contains(got, `href="https://x.example/%22%3E%3Cscript%3E"`) {
		t.Errorf("links: %s", got)
	}
}

func html(t testing.TB, d document.Document, top int) string {
	t.Helper()
	var out bytes.Buffer
	if err := d.WriteHTML(&out, top); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTextsAreTidied(t *testing.T) {
	d := document.Document{Blocks: []document.Block{
		document.Paragraph{Spans: []document.Span{{Text: "  a "}, {Text: " b", Bold: true}, {Text: " \n "}, {Text: "c\u00ADd\u202Ee\x00\xff "}}},
		document.Text(" \n "), document.Heading{Level: 2, Text: "x\ny"}, document.Quote{Text: "a\nb\r\n\r\n \n\nc\n"},
		document.List{Items: []document.Paragraph{{}, document.Text("i\nj")}}, document.Table{}, document.Address{}, document.Signature{Lines: []string{" "}},
		document.Table{Head: []string{"h"}, Rows: [][]string{{"1", "2\n3"}, {}, {""}}},
		document.Facts{Rows: [][2]string{{"T:", "v"}, {"U", "w"}, {"", ""}}}, document.Text("e\u0301"),
	}}
	want := "a b\ncde\uFFFD\n\nx y\n\na\nb\n\nc\n\n• i\n  j\n\nh\t\n1\t2 3\n\nT: v\nU: w\n\n\u00e9\n"
	if got := d.PlainText(); got != want {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}
