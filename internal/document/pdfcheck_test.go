package document_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// checker holds a PDF against what PDF/UA-1 asks for and what we promise. It
// collects what is wrong.
type checker struct {
	*pdfTree
	faults  []string
	content map[pdfObject]map[int]string // page → MCID → text
	aside   map[pdfObject]string         // what artifacts of a page say
	lines   map[pdfObject]map[int]int    // how often text is drawn for an MCID
	seen    map[pdfObject]map[int]bool   // what the tree holds
	links   map[pdfObject]bool           // annotations that the tree holds
	text    strings.Builder              // of the tree, in its order
	level   int                          // of the last heading
}

// checkPDF gives the text in the order of the structure tree, and what is
// wrong with the file.
func checkPDF(data []byte) (text string, faults []string) {
	tree, err := readPDF(data)
	if err != nil {
		return "", []string{err.Error()}
	}
	return checkTree(tree)
}

// checkTree does the same for a file that has been read.
func checkTree(tree *pdfTree) (text string, faults []string) {
	c := newChecker(tree)
	return c.text.String(), c.faults
}

// newChecker walks through a whole file.
func newChecker(tree *pdfTree) *checker {
	c := &checker{pdfTree: tree, content: map[pdfObject]map[int]string{}, aside: map[pdfObject]string{}, lines: map[pdfObject]map[int]int{},
		seen: map[pdfObject]map[int]bool{}, links: map[pdfObject]bool{}}
	catalog := c.dictOf(c.trailer["Root"])
	c.catalog(catalog)
	pages := c.listOf(c.dictOf(catalog["Pages"])["Kids"])
	for _, p := range pages {
		c.page(p.(pdfObject))
	}
	root := c.dictOf(catalog["StructTreeRoot"])
	for _, kid := range c.listOf(root["K"]) {
		c.element(kid.(pdfObject), catalog["StructTreeRoot"].(pdfObject), "StructTreeRoot")
	}
	for page, marks := range c.content {
		c.want(len(marks) == len(c.seen[page]), "page %d: %d pieces of content, %d in the tree", page, len(marks), len(c.seen[page]))
	}
	c.parents(root, pages)
	return c
}

func (c *checker) want(ok bool, format string, arguments ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Sprintf(format, arguments...))
	}
}

func (c *checker) catalog(catalog pdfDict) {
	lang, _ := catalog["Lang"].(pdfString)
	c.want(lang != "", "no language")
	c.want(c.dictOf(catalog["MarkInfo"])["Marked"] == pdfOp("true"), "not marked")
	c.want(c.dictOf(catalog["ViewerPreferences"])["DisplayDocTitle"] == pdfOp("true"), "title is not shown")
	metadata, _ := catalog["Metadata"].(pdfObject)
	c.want(bytes.Contains(c.streams[metadata], []byte("<dc:title>")), "no title in the metadata")
	c.want(!bytes.Contains(c.data, []byte("pdfuaid")), "claims PDF/UA")
	title, _ := c.dictOf(c.trailer["Info"])["Title"].(pdfString)
	c.want(title != "", "no title")
	c.want(len(c.listOf(c.trailer["ID"])) == 2, "no identifier")
}

// page reads what is drawn on a page.
func (c *checker) page(ref pdfObject) {
	p := c.dictOf(ref)
	c.want(p["Tabs"] == pdfName("S"), "page %d: order of tabs", ref)
	c.content[ref], c.lines[ref], c.seen[ref] = map[int]string{}, map[int]int{}, map[int]bool{}
	fonts := map[string]map[uint16]string{}
	for name, font := range c.dictOf(c.dictOf(p["Resources"])["Font"]) {
		fonts[name] = c.font(c.dictOf(font))
	}
	l := &lexer{data: c.streams[p["Contents"].(pdfObject)]}
	var stack []any
	var open any // nothing, "artifact" or the MCID
	font := ""
	for l.peek() != 0 {
		value := l.value()
		op, ok := value.(pdfOp)
		if !ok {
			stack = append(stack, value)
			continue
		}
		switch op {
		case "BDC":
			c.want(open == nil, "page %d: content inside content", ref)
			open = "artifact"
			if id, marked := stack[1].(pdfDict)["MCID"]; marked {
				open = int(id.(float64))
				_, twice := c.content[ref][open.(int)]
				c.want(!twice && open == len(c.content[ref]), "page %d: number %d of content", ref, open)
				c.content[ref][open.(int)] = ""
			}
		case "EMC":
			c.want(open != nil, "page %d: an end too many", ref)
			open = nil
		case "Tf":
			font = string(stack[0].(pdfName))
		case "Td":
			x, y := stack[0].(float64), stack[1].(float64)
			c.want(x >= 70 && x <= 525 && y >= 28 && y <= 815, "page %d: text at %.0f, %.0f", ref, x, y)
		case "Tj":
			c.draw(ref, open, fonts[font], stack[0].(pdfString))
		case "Do", "S", "f":
			c.want(open != nil, "page %d: %s outside marked content", ref, op)
		}
		stack = nil
	}
	c.want(open == nil, "page %d: content does not end", ref)
}

// draw notes the text that is drawn.
func (c *checker) draw(page pdfObject, open any, font map[uint16]string, codes pdfString) {
	c.want(open != nil, "page %d: text outside marked content", page)
	if id, marked := open.(int); marked {
		c.lines[page][id]++
	}
	for i := 0; i+1 < len(codes); i += 2 {
		code := uint16(codes[i])<<8 | uint16(codes[i+1])
		text, known := font[code]
		c.want(known && code != 0, "page %d: code %d has no text", page, code)
		if id, marked := open.(int); marked {
			c.content[page][id] += text
		} else {
			c.aside[page] += text
		}
	}
}

// font checks that a font stands in the file and gives the text of its codes.
func (c *checker) font(font pdfDict) map[uint16]string {
	c.want(font["Subtype"] == pdfName("Type0") && font["Encoding"] == pdfName("Identity-H"), "font is not composed")
	descendant := c.dictOf(c.listOf(font["DescendantFonts"])[0])
	program, _ := c.dictOf(descendant["FontDescriptor"])["FontFile2"].(pdfObject)
	c.want(len(c.streams[program]) > 0, "font is not embedded")
	widths := c.listOf(c.listOf(descendant["W"])[1])
	out := map[uint16]string{}
	l := &lexer{data: c.streams[font["ToUnicode"].(pdfObject)]}
	for inside := false; l.peek() != 0; {
		switch value := l.value().(type) {
		case pdfOp:
			inside = value == "beginbfchar"
		case pdfString:
			if !inside {
				continue
			}
			to := l.value().(pdfString)
			units := make([]uint16, len(to)/2)
			for i := range units {
				units[i] = uint16(to[2*i])<<8 | uint16(to[2*i+1])
			}
			out[uint16(value[0])<<8|uint16(value[1])] = string(utf16.Decode(units))
		}
	}
	c.want(len(widths) == len(out), "%d widths for %d characters", len(widths), len(out))
	return out
}

// within says under which elements one may stand; others stand anywhere.
var within = map[string]string{
	"TR": "THead TBody", "TH": "TR", "TD": "TR", "THead": "Table", "TBody": "Table", "Caption": "Table",
	"LI": "L", "Lbl": "LI", "LBody": "LI", "Document": "StructTreeRoot",
}

var kinds = strings.Fields("Document H1 H2 H3 H4 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Link BlockQuote")

// element walks through an element of the tree.
func (c *checker) element(ref, parent pdfObject, above string) {
	e := c.dictOf(ref)
	kind := string(e["S"].(pdfName))
	c.want(slices.Contains(kinds, kind), "%s is not a standard type that we use", kind)
	c.want(e["P"] == parent, "%s does not know its parent", kind)
	c.want(e["twice A"] == nil, "%s has two sets of attributes", kind)
	if where := within[kind]; where != "" {
		c.want(slices.Contains(strings.Fields(where), above), "%s inside %s", kind, above)
	}
	attributes := c.dictOf(e["A"])
	switch {
	case kind == "TH":
		c.want(attributes["Scope"] == pdfName("Row") || attributes["Scope"] == pdfName("Column"), "TH without scope")
	case kind == "Figure":
		alt, _ := e["Alt"].(pdfString)
		c.want(alt != "" && len(c.listOf(attributes["BBox"])) == 4, "Figure without text or place")
	case kind == "L":
		c.want(attributes["ListNumbering"] != nil, "L without numbering")
	case len(kind) == 2 && kind[0] == 'H':
		level := int(kind[1] - '0')
		c.want(level <= c.level+1, "%s after level %d", kind, c.level)
		c.level = level
	}
	if kind != "Link" {
		c.text.WriteString("\n")
	}
	annotations := 0
	for _, kid := range c.listOf(e["K"]) {
		annotations += c.kid(kid, ref, e, kind)
	}
	c.want((kind == "Link") == (annotations > 0), "%s with %d annotations", kind, annotations)
	if kind != "Link" {
		c.text.WriteString("\n")
	}
}

// kid follows one kid and tells whether it is an annotation.
func (c *checker) kid(kid any, ref pdfObject, e pdfDict, kind string) int {
	page, id := e["Pg"], 0
	switch kid := kid.(type) {
	case pdfObject:
		c.element(kid, ref, kind)
		return 0
	case float64:
		id = int(kid)
	case pdfDict:
		page = kid["Pg"]
		if kid["Type"] == pdfName("OBJR") {
			c.annotation(kid["Obj"].(pdfObject), ref, page.(pdfObject))
			return 1
		}
		id = int(kid["MCID"].(float64))
	}
	on, _ := page.(pdfObject)
	text, known := c.content[on][id]
	c.want(known && !c.seen[on][id], "%s: content %d of page %d stands not once in the tree", kind, id, on)
	if known {
		c.seen[on][id] = true
	}
	c.text.WriteString(text)
	return 0
}

func (c *checker) annotation(ref, owner, page pdfObject) {
	a := c.dictOf(ref)
	contents, _ := a["Contents"].(pdfString)
	c.want(contents != "" && !c.links[ref], "link without a description, or twice")
	c.want(slices.Contains(c.listOf(c.dictOf(page)["Annots"]), any(ref)), "link is not on its page")
	c.links[ref] = true
	tree := c.nums()
	key, _ := a["StructParent"].(float64)
	c.want(tree[int(key)] == any(owner), "link does not lead back to its tag")
}

// nums gives the table of parents.
func (c *checker) nums() map[int]any {
	root := c.dictOf(c.dictOf(c.trailer["Root"])["StructTreeRoot"])
	list, out := c.listOf(c.dictOf(root["ParentTree"])["Nums"]), map[int]any{}
	for i := 0; i+1 < len(list); i += 2 {
		out[int(list[i].(float64))] = list[i+1]
	}
	return out
}

// parents checks that each piece of content leads back to the tag that holds
// it, and that every annotation of a page stands in the tree.
func (c *checker) parents(root pdfDict, pages []any) {
	tree := c.nums()
	for _, page := range pages {
		p := c.dictOf(page)
		owners := c.listOf(tree[int(p["StructParents"].(float64))])
		c.want(len(owners) == len(c.content[page.(pdfObject)]), "page %d: %d parents", page, len(owners))
		for id, owner := range owners {
			c.want(c.holds(c.dictOf(owner), page, id), "page %d: content %d leads to another tag", page, id)
		}
		for _, annotation := range c.listOf(p["Annots"]) {
			c.want(c.links[annotation.(pdfObject)], "page %d: a link outside the tree", page)
		}
	}
	c.want(root["ParentTreeNextKey"] == float64(len(tree)), "next key of the parents")
}

func (c *checker) holds(e pdfDict, page any, id int) bool {
	return slices.ContainsFunc(c.listOf(e["K"]), func(kid any) bool {
		if dict, ok := kid.(pdfDict); ok {
			return dict["MCID"] == float64(id) && dict["Pg"] == page
		}
		return kid == float64(id) && e["Pg"] == page
	})
}
