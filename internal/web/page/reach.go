package page

import (
	"fmt"
	"html/template"
	syntax "text/template/parse"
)

// only gives the page whose templates are all, with no more of them than it
// needs: a copy of every part for every page and language would take three
// times the memory of the rest of the program.
func only(all *template.Template, functions template.FuncMap) (*template.Template, error) {
	page := template.New("layout").Funcs(functions).Option("missingkey=error")
	seen := map[string]bool{}
	next := []string{"layout"}
	for len(next) > 0 {
		name := next[len(next)-1]
		next = next[:len(next)-1]
		if seen[name] {
			continue
		}
		seen[name] = true
		part := all.Lookup(name)
		if part == nil || part.Tree == nil {
			return nil, fmt.Errorf("page: no template %q", name)
		}
		if _, err := page.AddParseTree(name, part.Tree); err != nil {
			return nil, err
		}
		next = append(next, uses(part.Tree.Root)...)
	}
	return page, nil
}

// uses gives the names of the templates that part of a template calls.
func uses(node syntax.Node) []string {
	switch n := node.(type) {
	case *syntax.TemplateNode:
		return []string{n.Name}
	case *syntax.IfNode:
		return usesOf(&n.BranchNode)
	case *syntax.RangeNode:
		return usesOf(&n.BranchNode)
	case *syntax.WithNode:
		return usesOf(&n.BranchNode)
	case *syntax.ListNode:
		var names []string
		if n != nil {
			for _, one := range n.Nodes {
				names = append(names, uses(one)...)
			}
		}
		return names
	}
	return nil
}

func usesOf(b *syntax.BranchNode) []string { return append(uses(b.List), uses(b.ElseList)...) }
