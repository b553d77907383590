package invariant_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

func TestNothingIsGlobalOrHappensByItself(t *testing.T) { report(t, wrongState(sources(t))) }

func TestStateRuleFindsPlantedFaults(t *testing.T) {
	const text = `package p
		import _ "embed"
		//go:embed a.txt
		var embedded string
		var ErrGone = errors.New("gone")
		var pattern = regexp.MustCompile("x")
		var labels = map[string]string{"a": "b"}
		var order = []string{"a"}
		var _ I = T{}
		var made = make(map[string]int)
		var zero int
		var pointer = &T{}
		var fresh = new(int)
		var grown = []string{"a"}
		var cache = map[string]int{"a": 1}
		var dropped = map[string]int{"a": 1}
		var counter = T{n: 1}
		var leaked = T{n: 1}
		var set = 1
		func init() {}
		func f() {
			grown = append(grown, "b"); cache["b"] = 2; delete(dropped, "a"); counter.n++; g(&leaked); set, x := 2, 3
			local := map[string]int{}; local["a"] = 1; labels := labels; labels["x"] = "shadow"
			_ = set; _ = x
		}
		func h() { set = 3 }`
	// init; made, zero, pointer, fresh; grown, cache, dropped, counter, leaked, set.
	mustFind(t, 11, wrongState([]source{parse(t, "internal/app", "internal/app/a.go", text)}))
	mustFind(t, 0, wrongState([]source{parse(t, "internal/app", "internal/app/a_test.go", text)}))
}

// wrongState finds init functions and package variables that change: declared
// to be filled later, or written to somewhere in their package.
func wrongState(all []source) []string {
	var findings []string
	globals := map[string]map[string]bool{} // package → variable
	for _, s := range all {
		if s.testOnly() {
			continue
		}
		if globals[s.pkg] == nil {
			globals[s.pkg] = map[string]bool{}
		}
		findings = append(findings, declared(s, globals[s.pkg])...)
	}
	for _, s := range all {
		if !s.testOnly() {
			findings = append(findings, written(s, globals[s.pkg])...)
		}
	}
	return findings
}

// declared notes the package variables of a file in globals, and finds those
// that cannot but change.
func declared(s source, globals map[string]bool) []string {
	var findings []string
	for _, declaration := range s.file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Name.Name == "init" && d.Recv == nil {
				findings = append(findings, s.at(d)+" init: nothing happens by being imported")
			}
		case *ast.GenDecl:
			if d.Tok != token.VAR || embeds(d.Doc) {
				continue
			}
			for _, one := range d.Specs {
				findings = append(findings, declaredOne(s, one.(*ast.ValueSpec), globals)...)
			}
		}
	}
	return findings
}

func declaredOne(s source, spec *ast.ValueSpec, globals map[string]bool) []string {
	var findings []string
	for i, name := range spec.Names {
		if name.Name == "_" || embeds(spec.Doc) {
			continue
		}
		if len(spec.Values) == 0 || (i < len(spec.Values) && mutable(spec.Values[i])) {
			findings = append(findings, s.at(name)+" "+name.Name+": a package variable that is there to be changed")
			continue
		}
		globals[name.Name] = true
	}
	return findings
}

// mutable reports whether a value can only be meant to be changed.
func mutable(value ast.Expr) bool {
	switch v := value.(type) {
	case *ast.UnaryExpr:
		return v.Op == token.AND
	case *ast.CallExpr:
		name, ok := v.Fun.(*ast.Ident)
		return ok && (name.Name == "make" || name.Name == "new")
	}
	return false
}

func embeds(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, comment := range doc.List {
		if strings.HasPrefix(comment.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// written finds statements that change one of globals. The parser's own
// resolution tells a local variable of the same name apart: it knows the
// declaration of a local one, and for ours either none or a package-level one.
func written(s source, globals map[string]bool) []string {
	var findings []string
	target := func(node ast.Node, expression ast.Expr) {
		name := base(expression)
		if name == nil || !globals[name.Name] || isLocal(s, name) {
			return
		}
		findings = append(findings, s.at(node)+" changes the package variable "+name.Name)
	}
	ast.Inspect(s.file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, left := range n.Lhs {
					target(n, left)
				}
			}
		case *ast.IncDecStmt:
			target(n, n.X)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				target(n, n.X)
			}
		case *ast.CallExpr:
			name, ok := n.Fun.(*ast.Ident)
			if ok && len(n.Args) > 0 && (name.Name == "delete" || name.Name == "clear") {
				target(n, n.Args[0])
			}
		}
		return true
	})
	return findings
}

// base gives the variable that x, x.f, x[i] and *x start with.
func base(expression ast.Expr) *ast.Ident {
	for {
		switch e := expression.(type) {
		case *ast.Ident:
			return e
		case *ast.SelectorExpr:
			expression = e.X
		case *ast.IndexExpr:
			expression = e.X
		case *ast.ParenExpr:
			expression = e.X
		case *ast.StarExpr:
			expression = e.X
		default:
			return nil
		}
	}
}

// isLocal reports whether name is declared inside a function of the file.
func isLocal(s source, name *ast.Ident) bool {
	if name.Obj == nil { // declared in another file of the package
		return false
	}
	return s.file.Scope.Lookup(name.Name) != name.Obj
}
