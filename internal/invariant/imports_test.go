package invariant_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// maxDependencies is how many modules the program may name and link.
const maxDependencies = 30

func TestImportsGoInwardOnly(t *testing.T) { report(t, wrongImports(packages(t))) }

func TestImportRuleFindsPlantedFaults(t *testing.T) {
	mustFind(t, 7, wrongImports([]pkg{
		{ImportPath: "rugdekking/internal/util"},
		{ImportPath: "rugdekking/vpt", Imports: []string{"strings", "rugdekking/internal/clock"}},
		{ImportPath: "rugdekking/internal/web/page", Imports: []string{"rugdekking/internal/app"}},
		{ImportPath: "rugdekking/internal/api", Imports: []string{"rugdekking/internal/web", "rugdekking/vpt"}},
		{ImportPath: "rugdekking/internal/app", Imports: []string{"rugdekking/internal/dbtest"}},
		{ImportPath: "rugdekking/internal/web", Imports: []string{"database/sql"}},
		{ImportPath: "rugdekking/internal/stats", XTestImports: []string{"rugdekking/internal/app", "rugdekking/internal/dbtest"}},
		{ImportPath: "rugdekking/cmd/rugdekking", Imports: []string{"rugdekking/internal/app", "rugdekking/internal/web"}},
	}))
}

// wrongImports gives every import that the table does not allow.
func wrongImports(all []pkg) []string {
	var findings []string
	for _, p := range all {
		allowed, listed := table[p.path()]
		if !listed {
			findings = append(findings, p.ImportPath+" stands in no row of the import table")
			continue
		}
		for _, path := range p.Imports {
			if why := refuse(p.path(), allowed, path); why != "" {
				findings = append(findings, p.ImportPath+" imports "+path+": "+why)
			}
		}
		inTests := rule{imports: allowed.imports + " " + allowed.testing + " " + everyTest + " " + p.path(), testOnly: true}
		for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
			if why := refuse(p.path(), inTests, path); why != "" {
				findings = append(findings, "tests of "+p.ImportPath+" import "+path+": "+why)
			}
		}
	}
	return findings
}

// refuse says why a package with rule r may not import path, or nothing.
func refuse(importer string, r rule, path string) string {
	speaks := func(prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }
	if slices.ContainsFunc(sqlModules, speaks) && !r.testOnly && !among(importer, sqlSpeakers) {
		return "only the store speaks SQL"
	}
	short, ours := strings.CutPrefix(path, module+"/")
	if !ours {
		return ""
	}
	if table[short].testOnly && !r.testOnly {
		return "that is for tests only"
	}
	if !among("*", r.imports) && !among(short, r.imports) {
		return "not in the import table"
	}
	return ""
}

func TestDirectDependenciesStayFew(t *testing.T) {
	linked := modules(t, "list", "-e", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/rugdekking")
	direct := modules(t, "list", "-m", "-f", "{{if not (or .Indirect .Main)}}{{.Path}}{{end}}", "all")
	if len(direct) == 0 {
		t.Fatal("go.mod names no module: the count means nothing")
	}
	both := slices.DeleteFunc(direct, func(path string) bool { return !slices.Contains(linked, path) })
	if len(both) > maxDependencies {
		t.Errorf("the program links %d modules that go.mod names, at most %d: %s",
			len(both), maxDependencies, strings.Join(both, " "))
	}
}

// modules runs go and gives the lines of its answer, each once.
func modules(t *testing.T, arguments ...string) []string {
	t.Helper()
	command := exec.Command("go", arguments...)
	command.Dir = root(t)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(arguments, " "), err)
	}
	lines := strings.Fields(string(out))
	slices.Sort(lines)
	return slices.Compact(lines)
}
