package document

import (
	"fmt"
	"strings"
)

// tag is an element of the structure tree: what a screen reader walks through
// (ISO 32000-1 §14.7).
type tag struct {
	kind    string // "P", "H1", "TH", …: only standard types, so that no role map is needed
	parent  *tag
	kids    []kid
	entries string // further entries of its dictionary
	box     *box4  // where a figure stands, known when it is drawn
	ref     pdfRef
}

// box4 is a rectangle: left, bottom, right, top.
type box4 [4]float64

// kid is one of: a tag below, marked content of a page, a link on a page.
type kid struct {
	child *tag
	page  *page
	mcid  int
	link  *link
}

func (t *tag) add(kind string) *tag {
	child := &tag{kind: kind, parent: t}
	t.kids = append(t.kids, kid{child: child})
	return child
}

// scoped adds a header cell that heads its "Column" or "Row".
func (t *tag) scoped(scope string) *tag {
	cell := t.add("TH")
	cell.entries = " /A <</O /Table /Scope /" + scope + ">>"
	return cell
}

// list adds a list whose labels are of this kind (ISO 32000-1 table 347).
func (t *tag) list(numbering string) *tag {
	list := t.add("L")
	list.entries = " /A <</O /List /ListNumbering /" + numbering + ">>"
	return list
}

// write makes the objects of the tree and gives its root (§14.7.2), with the
// table that leads from what is drawn back to its tag (§14.7.4.4).
func writeTags(f *pdfFile, document *tag, pages []*page) pdfRef {
	root := f.reserve()
	reserveTags(f, document)
	setTag(f, document, root)
	var nums strings.Builder
	for i, p := range pages {
		refs := make([]string, len(p.marks))
		for mcid, owner := range p.marks {
			refs[mcid] = owner.ref.String()
		}
		fmt.Fprintf(&nums, "%d %s ", i, f.add("["+strings.Join(refs, " ")+"]"))
	}
	next := len(pages)
	for _, p := range pages {
		for _, l := range p.links {
			fmt.Fprintf(&nums, "%d %s ", next, l.tag.ref)
			next++
		}
	}
	tree := f.add(fmt.Sprintf("<</Nums [%s]>>", nums.String()))
	f.set(root, fmt.Sprintf("<</Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d>>", document.ref, tree, next))
	return root
}

func reserveTags(f *pdfFile, t *tag) {
	t.ref = f.reserve()
	for _, k := range t.kids {
		if k.child != nil {
			reserveTags(f, k.child)
		}
	}
}

func setTag(f *pdfFile, t *tag, parent pdfRef) {
	var home *page // the page of the first content: shorter references to it
	kids := make([]string, len(t.kids))
	for i, k := range t.kids {
		switch {
		case k.child != nil:
			setTag(f, k.child, t.ref)
			kids[i] = k.child.ref.String()
		case k.link != nil:
			kids[i] = fmt.Sprintf("<</Type /OBJR /Obj %s /Pg %s>>", k.link.ref, k.page.ref)
		default:
			if home == nil {
				home = k.page
			}
			kids[i] = fmt.Sprint(k.mcid)
			if k.page != home {
				kids[i] = fmt.Sprintf("<</Type /MCR /Pg %s /MCID %d>>", k.page.ref, k.mcid)
			}
		}
	}
	body := fmt.Sprintf("<</S /%s /P %s%s", t.kind, parent, t.entries)
	if t.box != nil {
		body += fmt.Sprintf(" /A <</O /Layout /Placement /Block /BBox [%s]>>", pdfNumbers(t.box[:]...))
	}
	if home != nil {
		body += " /Pg " + home.ref.String()
	}
	if len(kids) > 0 {
		body += " /K [" + strings.Join(kids, " ") + "]"
	}
	f.set(t.ref, body+">>")
}
