package invariant_test

import (
	"fmt"
	"go/ast"
	"strings"
	"testing"
)

func TestPersonalTextIsRevealedInFewPlaces(t *testing.T) { report(t, each(t, wrongReveals)) }

func TestRevealRuleFindsPlantedFaults(t *testing.T) {
	const text = `package p; func f(x X) { g(x.Reveal()); h := x.Name.Reveal; _ = h }`
	mustFind(t, 2, wrongReveals(parse(t, "internal/web", "internal/web/a.go", text)))
	mustFind(t, 0, wrongReveals(parse(t, "internal/web/page", "internal/web/page/a.go", text)))
	mustFind(t, 0, wrongReveals(parse(t, "internal/web", "internal/web/a_test.go", text)))
}

// wrongReveals finds Reveal where it is not allowed, also as a method value.
func wrongReveals(s source) []string {
	if s.testOnly() || among(s.pkg, revealers) {
		return nil
	}
	return selectors(s, func(name *ast.SelectorExpr) string {
		if name.Sel.Name == "Reveal" {
			return "reveals personal text; only " + revealers + " may"
		}
		return ""
	})
}

func TestTheClockIsInjected(t *testing.T) { report(t, each(t, wrongClocks)) }

func TestClockRuleFindsPlantedFaults(t *testing.T) {
	const text = `package p; import "time"; func f(o O) { now := time.Now; _ = now(); time.Since(a); time.Until(a); o.Now() }`
	mustFind(t, 3, wrongClocks(parse(t, "internal/app", "internal/app/a.go", text)))
	mustFind(t, 0, wrongClocks(parse(t, "internal/clock", "internal/clock/a.go", text)))
	mustFind(t, 0, wrongClocks(parse(t, "internal/app", "internal/app/a_test.go", text)))
}

// wrongClocks finds who reads the clock of the machine.
func wrongClocks(s source) []string {
	if s.testOnly() || among(s.pkg, clockReaders) {
		return nil
	}
	return selectors(s, func(name *ast.SelectorExpr) string {
		from, ok := name.X.(*ast.Ident)
		if ok && from.Name == "time" && among(name.Sel.Name, "Now Since Until") {
			return "reads the machine's clock; take an internal/clock.Clock"
		}
		return ""
	})
}

func TestNoTestSkipsAndNothingHidesInAContext(t *testing.T) { report(t, each(t, wrongCalls)) }

func TestCallRuleFindsPlantedFaults(t *testing.T) {
	const text = `package p; func f(t T) { t.Skip("x"); t.SkipNow(); t.Skipf("x"); context.WithValue(c, k, v); d.Skip() }`
	mustFind(t, 4, wrongCalls(parse(t, "internal/app", "internal/app/a_test.go", text)))
}

// wrongCalls finds skipped tests and values hidden in a context.
func wrongCalls(s source) []string {
	return selectors(s, func(name *ast.SelectorExpr) string {
		from, ok := name.X.(*ast.Ident)
		switch {
		case ok && among(from.Name, "t tb b f") && among(name.Sel.Name, "Skip Skipf SkipNow"):
			return "skips a test: it fails or it runs"
		case ok && from.Name == "context" && name.Sel.Name == "WithValue":
			return "hides a value in a context: pass it as an argument"
		}
		return ""
	})
}

func TestTheDoorAsksWho(t *testing.T) { report(t, each(t, wrongDoors)) }

func TestDoorRuleFindsPlantedFaults(t *testing.T) {
	const text = `package app
		func (a *App) Good(ctx context.Context, who vpt.Actor, in vpt.X) error { return nil }
		func (a *App) Close() error { return nil }
		func (a *App) inner() {}
		func (r *Reader) Read() {}
		func (a *App) NoActor(ctx context.Context, in vpt.X) error { return nil }
		func (a *App) ActorFirst(who vpt.Actor, ctx context.Context) error { return nil }
		func (a *App) Nothing() {}`
	mustFind(t, 3, wrongDoors(parse(t, "internal/app", "internal/app/a.go", text)))
	mustFind(t, 3, wrongDoors(parse(t, "internal/app/internal/care", "internal/app/internal/care/a.go", strings.ReplaceAll(text, "*App", "Room"))))
}

// wrongDoors finds exported methods of app.App, and of the rooms from which it
// has them, that do not start with a context and the actor.
func wrongDoors(s source) []string {
	if s.pkg != "internal/app" && !strings.HasPrefix(s.pkg, "internal/app/internal/") || s.test {
		return nil
	}
	var findings []string
	for _, declaration := range s.file.Decls {
		method, ok := declaration.(*ast.FuncDecl)
		if !ok || method.Recv == nil || !method.Name.IsExported() || doorExceptions[method.Name.Name] != "" {
			continue
		}
		if !among(strings.TrimPrefix(typeText(method.Recv.List[0].Type), "*"), "App Room") {
			continue
		}
		var first []string
		for _, field := range method.Type.Params.List {
			for range max(len(field.Names), 1) {
				first = append(first, typeText(field.Type))
			}
		}
		if len(first) < 2 || first[0] != "context.Context" || first[1] != "vpt.Actor" {
			findings = append(findings, s.at(method)+" App."+method.Name.Name+" does not start (context.Context, vpt.Actor)")
		}
	}
	return findings
}

// each applies a rule to every Go file of the project.
func each(t *testing.T, rule func(source) []string) []string {
	t.Helper()
	var findings []string
	for _, s := range sources(t) {
		findings = append(findings, rule(s)...)
	}
	return findings
}

// selectors gives a finding for every x.y that judge objects to.
func selectors(s source, judge func(*ast.SelectorExpr) string) []string {
	var findings []string
	ast.Inspect(s.file, func(node ast.Node) bool {
		if name, ok := node.(*ast.SelectorExpr); ok {
			if why := judge(name); why != "" {
				findings = append(findings, fmt.Sprintf("%s %s", s.at(name), why))
			}
		}
		return true
	})
	return findings
}

// typeText writes a simple type as it stands in the source.
func typeText(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeText(e.X)
	case *ast.SelectorExpr:
		return typeText(e.X) + "." + e.Sel.Name
	}
	return "another type"
}
