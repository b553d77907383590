package invariant_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pkg is one package of the project as `go list` tells it.
type pkg struct {
	ImportPath, Dir                    string
	Doc                                string
	GoFiles, TestGoFiles, XTestGoFiles []string
	IgnoredGoFiles                     []string
	Imports, TestImports, XTestImports []string
}

// path is the package's path below the module.
func (p pkg) path() string { return strings.TrimPrefix(p.ImportPath, module+"/") }

// root gives the project's folder.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// packages lists the project's packages, also those that do not compile now.
func packages(t *testing.T) []pkg {
	t.Helper()
	command := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Doc,GoFiles,TestGoFiles,XTestGoFiles,"+
		"IgnoredGoFiles,Imports,TestImports,XTestImports", "./...")
	command.Dir = root(t)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.Dir, "node_modules") {
			all = append(all, p)
		}
	}
	if len(all) < 5 {
		t.Fatalf("go list found %d packages: the rules would hold over nothing", len(all))
	}
	return all
}

// source is one parsed Go file.
type source struct {
	pkg  string // path below the module
	name string // path below the project's folder
	test bool
	set  *token.FileSet
	file *ast.File
}

// at gives a place in the file for a message.
func (s source) at(node ast.Node) string {
	return s.name + ":" + s.set.Position(node.Pos()).String()[len(s.name)+1:]
}

// testOnly reports whether the file is no part of the product.
func (s source) testOnly() bool { return s.test || table[s.pkg].testOnly }

// parse parses text as a file, for planted faults.
func parse(t *testing.T, path, name, text string) source {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, parser.ParseComments)
	if err != nil {
		t.Fatalf("parse %s: %v", name, err)
	}
	return source{pkg: path, name: name, test: strings.HasSuffix(name, "_test.go"), set: set, file: file}
}

// sources parses every Go file of the project.
func sources(t *testing.T) []source {
	t.Helper()
	top := root(t)
	var all []source
	for _, p := range packages(t) {
		for _, name := range slices.Concat(p.GoFiles, p.TestGoFiles, p.XTestGoFiles, p.IgnoredGoFiles) {
			path := filepath.Join(p.Dir, name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			short, err := filepath.Rel(top, path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, parse(t, p.path(), short, string(text)))
		}
	}
	return all
}

// tracked gives the files that git tracks or would track, below the project's
// folder. Built and installed things are left out by .gitignore.
func tracked(t *testing.T) []string {
	t.Helper()
	command := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	command.Dir = root(t)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	var files []string
	for name := range strings.SplitSeq(strings.Trim(string(out), "\x00"), "\x00") {
		if info, err := os.Stat(filepath.Join(root(t), name)); err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	return files
}

// among reports whether a space-separated list has name.
func among(name, list string) bool { return slices.Contains(strings.Fields(list), name) }

// report fails the test with every finding.
func report(t *testing.T, findings []string) {
	t.Helper()
	for _, finding := range findings {
		t.Error(finding)
	}
}

// mustFind fails unless findings are exactly as many as were planted.
func mustFind(t *testing.T, planted int, findings []string) {
	t.Helper()
	if len(findings) != planted {
		t.Errorf("found %d of %d planted faults: %q", len(findings), planted, findings)
	}
}
