package document

import (
	"fmt"
	"strings"
)

// Measures of a page in points, an A4 of 210 by 297 mm.
const (
	millimetre = 72 / 25.4
	pageWidth  = 210 * millimetre
	pageHeight = 297 * millimetre
	margin     = 25 * millimetre
	textWidth  = pageWidth - 2*margin
	textBottom = pageHeight - margin
)

// page is a page being drawn. Heights are given from its top edge downwards.
type page struct {
	out   strings.Builder
	marks []*tag // by MCID
	links []*link
	ref   pdfRef
}

// link is the part of a link that stands on one page.
type link struct {
	tag   *tag
	to    string
	text  string
	rects []box4 // one a line
	ref   pdfRef
}

func (p *page) op(format string, arguments ...any) { fmt.Fprintf(&p.out, format+"\n", arguments...) }

// begin starts content that belongs to t.
func (p *page) begin(t *tag) {
	t.kids = append(t.kids, kid{page: p, mcid: len(p.marks)})
	p.op("/%s <</MCID %d>> BDC", t.kind, len(p.marks))
	p.marks = append(p.marks, t)
}

// artifact starts content that a screen reader passes over (§14.8.2.2), such
// as "/Type /Pagination".
func (p *page) artifact(entries string) { p.op("/Artifact <<%s>> BDC", entries) }

// end ends what begin or artifact started.
func (p *page) end() { p.op("EMC") }

// rule draws a thin line across as an artifact.
func (p *page) rule(left, right, top, thickness, grey float64) {
	p.artifact("/Type /Layout")
	p.op("%s G %s w %s %s m %s %s l S", pdfNumber(grey), pdfNumber(thickness),
		pdfNumber(left), pdfNumber(pageHeight-top), pdfNumber(right), pdfNumber(pageHeight-top))
	p.end()
}

// bar draws a thick line downwards as an artifact.
func (p *page) bar(left, top, bottom, thickness, grey float64) {
	p.artifact("/Type /Layout")
	p.op("%s g %s re f", pdfNumber(grey), pdfNumbers(left, pageHeight-bottom, thickness, bottom-top))
	p.end()
}

// picture draws an image in a rectangle.
func (p *page) picture(image pdfRef, at box4) {
	p.op("q %s 0 0 %s %s cm /I%d Do Q", pdfNumber(at[2]-at[0]), pdfNumber(at[3]-at[1]), pdfNumbers(at[0], at[1]), image)
}

// linkOn gives the part of the link of t on this page.
func (p *page) linkOn(t *tag, to string) *link {
	for _, l := range p.links {
		if l.tag == t {
			return l
		}
	}
	l := &link{tag: t, to: to}
	p.links = append(p.links, l)
	return l
}

// joinLinks hangs the links of the page under their tags.
func (p *page) joinLinks() {
	for _, l := range p.links {
		l.tag.kids = append(l.tag.kids, kid{page: p, link: l})
	}
}

// write makes the page object. key is the number of the page in the table of
// parents, and nextLink that of its first link.
func (p *page) write(f *pdfFile, parent, resources pdfRef, key, nextLink int) {
	content := f.addFlate("", []byte(p.out.String()))
	annotations := make([]string, len(p.links))
	for i, l := range p.links {
		f.set(l.ref, l.annotation(p.ref, nextLink+i))
		annotations[i] = l.ref.String()
	}
	extra := ""
	if len(annotations) > 0 {
		extra = " /Annots [" + strings.Join(annotations, " ") + "]"
	}
	f.set(p.ref, fmt.Sprintf("<</Type /Page /Parent %s /MediaBox [0 0 %s] /Resources %s /Contents %s /StructParents %d /Tabs /S%s>>",
		parent, pdfNumbers(pageWidth, pageHeight), resources, content, key, extra))
}

// annotation writes the place that can be clicked (§12.5.6.5).
func (l *link) annotation(on pdfRef, key int) string {
	around, quads := l.rects[0], make([]string, 0, len(l.rects))
	for _, r := range l.rects {
		around = box4{min(around[0], r[0]), min(around[1], r[1]), max(around[2], r[2]), max(around[3], r[3])}
		quads = append(quads, pdfNumbers(r[0], r[3], r[2], r[3], r[0], r[1], r[2], r[1]))
	}
	return fmt.Sprintf("<</Type /Annot /Subtype /Link /F 4 /P %s /Rect [%s] /QuadPoints [%s] /Border [0 0 0] /Contents %s /StructParent %d /A <</S /URI /URI %s>>>>",
		on, pdfNumbers(around[:]...), strings.Join(quads, " "), pdfText(line(l.text)), key, pdfText(l.to))
}
