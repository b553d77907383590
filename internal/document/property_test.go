package document_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rugdekking/internal/document"
)

// texts draws texts with words of all lengths, odd characters and white space
// of all kinds.
func texts() *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.StringMatching(`[a-zA-ZëïşğıŁąćęŃóśźż]{1,14}`), rapid.SampledFrom([]string{"€ 12,50", "’s-Gravenhage", "“ja”", "–", "•", "1.", "<b>&amp;", `(\)`, "a\u0301\u0323", "👩\u200d🚒",
			"שלום", "漢字", "\u202eomgekeerd", "\u00a0", "\u2011", "x\ty", "\n", "\n\n", "\x01", "\xff", "]]>", "%PDF", strings.Repeat("lang", 40)}), rapid.String())
	return rapid.Map(rapid.SliceOfN(word, 0, 12), func(words []string) string { return strings.Join(words, " ") })
}

func documents(t testing.TB) *rapid.Generator[document.Document] {
	pictures := rapid.SampledFrom([][]byte{logo(t), photo(t)})
	some := rapid.SliceOfN(texts(), 0, 5)
	paragraph := rapid.Custom(func(t *rapid.T) document.Paragraph {
		var p document.Paragraph
		for range rapid.IntRange(0, 4).Draw(t, "spans") {
			p.Spans = append(p.Spans, document.Span{Text: texts().Draw(t, "span"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"),
				Link: rapid.SampledFrom([]string{"", "", "https://example.nl/é?a=(b)", "mailto:a@example.nl", "ftp://x"}).Draw(t, "link")})
		}
		return p
	})
	block := rapid.Custom(func(t *rapid.T) document.Block {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return document.Heading{Level: rapid.IntRange(-1, 6).Draw(t, "level"), Text: texts().Draw(t, "heading")}
		case 1:
			return document.List{Ordered: rapid.Bool().Draw(t, "ordered"), Items: rapid.SliceOfN(paragraph, 0, 12).Draw(t, "items")}
		case 2:
			return document.Table{Caption: texts().Draw(t, "caption"), Head: some.Draw(t, "head"), Rows: rapid.SliceOfN(some, 0, 40).Draw(t, "rows"),
				RowHead: rapid.Bool().Draw(t, "row head"), Widths: rapid.SliceOfN(rapid.IntRange(-1, 9), 0, 5).Draw(t, "widths")}
		case 3:
			return document.Quote{Text: texts().Draw(t, "quote") + "\n\n" + texts().Draw(t, "more")}
		case 4:
			return document.Address{Lines: some.Draw(t, "address")}
		case 5:
			return document.Facts{Rows: [][2]string{{texts().Draw(t, "term"), texts().Draw(t, "fact")}, {"a", "b"}}}
		case 6:
			return document.Figure{Data: pictures.Draw(t, "picture"), Alt: texts().Draw(t, "alt"), Caption: texts().Draw(t, "under"), WidthMM: rapid.IntRange(-1, 400).Draw(t, "mm")}
		case 7:
			return document.Signature{Lines: some.Draw(t, "signature")}
		case 8:
			return document.PageBreak{}
		}
		return paragraph.Draw(t, "paragraph")
	})
	return rapid.Custom(func(t *rapid.T) document.Document {
		d := document.Document{Title: texts().Draw(t, "title"), Lang: rapid.SampledFrom([]string{"nl", "en", "", "nl-BE", "x\"", "é"}).Draw(t, "lang"), Footer: texts().Draw(t, "footer"),
			Author: texts().Draw(t, "author"), Date: time.Unix(rapid.Int64Range(-1e11, 1e12).Draw(t, "date"), 0), Blocks: rapid.SliceOfN(block, 0, 14).Draw(t, "blocks")}
		if rapid.Bool().Draw(t, "letterhead") {
			d.Letterhead = document.Letterhead{Name: texts().Draw(t, "name"), Lines: some.Draw(t, "lines"), LogoAlt: texts().Draw(t, "logo")}
			if rapid.Bool().Draw(t, "with logo") {
				d.Letterhead.Logo = pictures.Draw(t, "logo")
			}
		}
		return d
	})
}

func TestAnyDocumentIsSoundAndTheSameInAllFormats(t *testing.T) {
	all := documents(t)
	rapid.Check(t, func(r *rapid.T) {
		d := all.Draw(r, "document")
		want := d.PlainText()
		data := pdf(t, d)
		sound(r, data, want)
		sameWords(r, markupText(t, []byte(html(t, d, 2))), want)
		sameWords(r, markupText(t, officePart(t, d.WriteODT, "content.xml")), want)
		sameWords(r, markupText(t, officePart(t, d.WriteDOCX, "word/document.xml")), want)
		if !bytes.Equal(data, pdf(t, d)) {
			r.Fatalf("another file for the same document")
		}
	})
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	for format := range writers(document.Document{}) {
		var one, two bytes.Buffer
		if err := writers(dossier(t))[format](&one); err != nil {
			t.Fatal(err)
		}
		if err := writers(dossier(t))[format](&two); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s differs", format)
		}
		var other bytes.Buffer
		d := dossier(t)
		d.Title = "Iets anders"
		if err := writers(d)[format](&other); err != nil {
			t.Fatal(err)
		}
		if format != "html" && bytes.Equal(one.Bytes(), other.Bytes()) {
			t.Errorf("%s does not hold the title", format)
		}
	}
}

func FuzzPDFText(f *testing.F) {
	for _, text := range []string{"", "gewoon", "a\u0301 \u0301", "👩‍🚒 漢字 שלום", "\u202e\u00ad\ufeff", strings.Repeat("x", 400), strings.Repeat("woord ", 600), "a\n\n\nb\r\nc", "\xff\xfe", "\ufffc\U0010ffff\U000e0041", "(\\)<>[]%"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := document.Document{Title: text, Footer: text, Letterhead: document.Letterhead{Name: text}, Blocks: []document.Block{
			document.Address{Lines: []string{text}}, document.Heading{Level: 1, Text: text}, document.Text(text), document.Quote{Text: text},
			document.Facts{Rows: [][2]string{{text, text}}}, document.Table{Caption: text, Head: []string{text, "x"}, Rows: [][]string{{text, text}}},
			document.Paragraph{Spans: []document.Span{{Text: text, Link: "https://a.example/" + text}, {Text: text, Bold: true}}}}}
		sound(t, pdf(t, d), d.PlainText())
	})
}

func TestBrokenPicturesAreRefused(t *testing.T) {
	half := logo(t)
	for name, data := range map[string][]byte{"none": nil, "no picture": []byte("GIF89a"), "half": half[:len(half)/2], "half a photo": photo(t)[:200]} {
		d := document.Document{Blocks: []document.Block{document.Figure{Data: data}}}
		l := document.Document{Letterhead: document.Letterhead{Logo: append([]byte("x"), data...)}}
		for format, write := range writers(d) {
			var out bytes.Buffer
			if err := write(&out); format != "html" && (err == nil || out.Len() > 0) {
				t.Errorf("%s takes %s as a picture", format, name)
			}
			if err := writers(l)[format](&out); format != "html" && err == nil {
				t.Errorf("%s takes %s as a logo", format, name)
			}
		}
	}
}
