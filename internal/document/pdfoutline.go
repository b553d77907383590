package document

import "fmt"

// bookmark is a heading in the list beside the pages (ISO 32000-1 §12.3.3).
type bookmark struct {
	text  string
	level int
	tag   *tag
	page  *page
	top   float64

	ref  pdfRef
	kids []*bookmark
}

// writeOutline gives the entry of the catalog for the list of headings, empty
// when there are none.
func writeOutline(f *pdfFile, all []*bookmark) string {
	if len(all) == 0 {
		return ""
	}
	root := &bookmark{ref: f.reserve()}
	path := []*bookmark{root} // the last heading of each level above
	for _, b := range all {
		b.ref = f.reserve()
		path = path[:min(len(path), b.level)]
		above := path[len(path)-1]
		above.kids = append(above.kids, b)
		path = append(path, b)
	}
	f.set(root.ref, fmt.Sprintf("<</Type /Outlines%s>>", root.below(f)))
	return fmt.Sprintf(" /Outlines %s", root.ref)
}

// below writes the bookmarks under b, and gives the entries that lead there.
func (b *bookmark) below(f *pdfFile) string {
	if len(b.kids) == 0 {
		return ""
	}
	for i, k := range b.kids {
		body := fmt.Sprintf("<</Title %s /Parent %s /SE %s /Dest [%s /XYZ 0 %s null]", pdfText(k.text), b.ref, k.tag.ref,
			k.page.ref, pdfNumber(pageHeight-k.top+10))
		if i > 0 {
			body += fmt.Sprintf(" /Prev %s", b.kids[i-1].ref)
		}
		if i < len(b.kids)-1 {
			body += fmt.Sprintf(" /Next %s", b.kids[i+1].ref)
		}
		f.set(k.ref, body+k.below(f)+">>")
	}
	return fmt.Sprintf(" /First %s /Last %s /Count %d", b.kids[0].ref, b.kids[len(b.kids)-1].ref, b.count())
}

// count is the number of bookmarks below b, all of which are shown.
func (b *bookmark) count() int {
	sum := len(b.kids)
	for _, k := range b.kids {
		sum += k.count()
	}
	return sum
}
