package store_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/internal/dbtest"
)

// statement is one text of SQL in the source: literals that are put together,
// with … for what is not known before it runs.
type statement struct {
	file string
	line int
	text string
}

var sqlText = regexp.MustCompile(`(?s)^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH) `)

// sqlPart is a text that may be part of a statement.
var sqlPart = regexp.MustCompile(`\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|AND|ORDER BY|VALUES|SET|UNION|LIMIT|RETURNING)\b`)

// statements collects the SQL of one file. Constants are those of the package.
func statements(set *token.FileSet, file *ast.File, constants map[string]string) []statement {
	var out []statement
	seen := map[ast.Node]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		expression, ok := node.(ast.Expr)
		if !ok || seen[node] {
			return !seen[node]
		}
		text, isText := flatten(expression, constants, seen)
		if isText && sqlPart.MatchString(text) {
			at := set.Position(node.Pos())
			out = append(out, statement{filepath.Base(at.Filename), at.Line, text})
		}
		return !isText
	})
	return out
}

// flatten gives the text of a literal, of a constant, or of several with +.
func flatten(expression ast.Expr, constants map[string]string, seen map[ast.Node]bool) (string, bool) {
	switch e := expression.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return flatten(e.X, constants, seen)
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return "", false
		}
		left, isLeft := flatten(e.X, constants, seen)
		right, isRight := flatten(e.Y, constants, seen)
		if !isLeft && !isRight {
			return "", false
		}
		if !isLeft {
			left = constantOr(e.X, constants)
		}
		if !isRight {
			right = constantOr(e.Y, constants)
		}
		return left + right, true
	}
	return "", false
}

func constantOr(e ast.Expr, constants map[string]string) string {
	if name, ok := e.(*ast.Ident); ok && constants[name.Name] != "" {
		return constants[name.Name]
	}
	return "…"
}

// parsed reads the product's files of this package and its text constants.
func parsed(t *testing.T) (*token.FileSet, []*ast.File, map[string]string) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, constants := token.NewFileSet(), map[string]string{}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				for _, spec := range g.Specs {
					v := spec.(*ast.ValueSpec)
					for i := range v.Values {
						if text, ok := flatten(v.Values[i], constants, nil); ok {
							constants[v.Names[i].Name] = text
						}
					}
				}
			}
		}
	}
	return set, files, constants
}

// forbidden is what the engines do not do alike, or what hides a choice.
var forbidden = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`(?i)\bnow\s*\(`), "time comes from the injected clock"},
	{regexp.MustCompile(`(?i)\bcurrent_(timestamp|date|time)\b`), "time comes from the injected clock"},
	{regexp.MustCompile(`(?i)\b(strftime|date_trunc|datetime|julianday|to_char|extract|age)\s*\(`), "days are columns, not computed"},
	{regexp.MustCompile(`(?i)\b(lower|upper)\s*\(`), "the engines fold letters differently; fold before storing"},
	{regexp.MustCompile(`\b(I?LIKE|GLOB|SIMILAR TO|REGEXP)\b|~\*?\s*\$`), "the engines match differently; search by blind index"},
	{regexp.MustCompile(`(?i)\b(SELECT|RETURNING)\s+(\w+\.)?\*`), "columns are named"},
	{regexp.MustCompile(`(?i)INSERT\s+INTO\s+\w+\s*(VALUES|SELECT|\()?\s*(VALUES|SELECT)\b`), "columns are named"},
	{regexp.MustCompile(`(?i)\b(random|last_insert_rowid|changes|rowid|ifnull|iif|group_concat|string_agg|julianday|printf|json_\w+|jsonb_\w+)\s*\(`), "one engine only"},
	{regexp.MustCompile(`(?i)\bINSERT\s+OR\b|\bREPLACE\s+INTO\b|\bON\s+DUPLICATE\b`), "one engine only"},
	{regexp.MustCompile(`\?\d*(\s|,|\)|$)`), "values are $N"},
	{regexp.MustCompile(`::\w+`), "one engine only; CAST works on both"},
	{regexp.MustCompile(`(?i)\b(TRUE|FALSE)\b`), "flags are 0 and 1"},
	{regexp.MustCompile(`(?i)\bNULLS\s+(FIRST|LAST)\b`), "sort by a column that is always filled"},
}

// ownFiles hold statements on the database itself or across organisations.
var ownFiles = map[string]string{
	"unscoped.go":   "works across organisations; its callers are listed",
	"auditcheck.go": "verifies the trees of all organisations",
	"migrate.go":    "makes the tables",
}

// composed hold statements whose condition is put together elsewhere in the
// same file, where the organisation stands.
var composed = []string{"figures.go", "figuredrill.go", "servicelist.go", "servicecase.go"}

// ofEngine are statements about the engine's own catalogue and settings.
var ofEngine = regexp.MustCompile(`\b(pg_\w+|pragma_\w+|sqlite_master|set_config)\b`)

var mentioned = regexp.MustCompile(`\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)`)

// wrong gives what is wrong with a statement.
func wrong(s statement, organisationTables []string) []string {
	var found []string
	if s.file != "migrate.go" && !ofEngine.MatchString(s.text) {
		for _, rule := range forbidden {
			if rule.pattern.MatchString(s.text) {
				found = append(found, rule.why+": "+rule.pattern.FindString(s.text))
			}
		}
	}
	if ownFiles[s.file] != "" || !sqlText.MatchString(s.text) {
		return found
	}
	tables := 0
	for _, name := range mentioned.FindAllStringSubmatch(s.text, -1) {
		if slices.Contains(organisationTables, name[1]) {
			tables++
		}
	}
	elsewhere := slices.Contains(composed, s.file) && strings.Contains(s.text, "…")
	if n := strings.Count(s.text, "organisation_id"); n < tables && !(elsewhere && n == tables-1) {
		found = append(found, fmt.Sprintf("%d tables of an organisation and %d times organisation_id", tables, n))
	}
	insert := strings.HasPrefix(strings.TrimSpace(s.text), "INSERT")
	switch {
	case tables == 0:
	case insert && !regexp.MustCompile(`^\s*INSERT INTO \w+ \(organisation_id,`).MatchString(s.text):
		found = append(found, "an insert begins with the organisation")
	case !insert && !elsewhere && !regexp.MustCompile(`organisation_id = \$1\b`).MatchString(s.text):
		found = append(found, "$1 is the organisation of the transaction")
	}
	return found
}

func TestSQL_KeepsToWhatBothEnginesDo(t *testing.T) {
	own := organisationTables(t, dbtest.MigratedSQLite(t, "storetest", storetest.Migrate))
	set, files, constants := parsed(t)
	complete := 0
	for _, file := range files {
		for _, s := range statements(set, file, constants) {
			if sqlText.MatchString(s.text) {
				complete++
			}
			for _, why := range wrong(s, own) {
				t.Errorf("%s:%d: %s\n\t%s", s.file, s.line, why, strings.Join(strings.Fields(s.text), " "))
			}
		}
	}
	for _, name := range composed {
		if text, err := os.ReadFile(name); err != nil || !strings.Contains(string(text), "organisation_id = $1") {
			t.Errorf("%s puts conditions together, and none of them is the organisation (%v)", name, err)
		}
	}
	if complete < 100 {
		t.Errorf("%d statements found: the rules would hold over little", complete)
	}
}

func TestSQLRules_FindPlantedFaults(t *testing.T) {
	const text = `package store
		const columns = "SELECT id, name FROM unit"
		func f(name string) {
			x("SELECT id FROM unit WHERE organisation_id = $1 AND lower(name) = $2")
			x("SELECT id FROM unit WHERE organisation_id = $1 AND name LIKE $2")
			x("SELECT * FROM unit WHERE organisation_id = $1")
			x("UPDATE unit SET name = now() WHERE organisation_id = $1 RETURNING *")
			x("INSERT INTO unit VALUES ($1, $2)")
			x("SELECT id FROM unit WHERE name = " + name)
			x("SELECT u.id FROM unit u JOIN site s ON s.unit_id = u.id WHERE u.organisation_id = $1")
			x("SELECT id FROM unit WHERE organisation_id = $2 AND id = $1")
			x("INSERT INTO unit (id, organisation_id) VALUES ($1, $2)")
			x(columns + " WHERE id = $1")
			x("DELETE FROM unit WHERE id IN (SELECT s.unit_id FROM site s WHERE s.organisation_id = $1)")
			x(" AND strftime('%Y', day) = ?")
			ok("SELECT id FROM unit WHERE organisation_id = $1 AND name = " + name + " ORDER BY id")
			ok("INSERT INTO unit (organisation_id, id) VALUES ($1, $2)")
			ok("no SQL: what is liked now()")
		}`
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "planted.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	faulty := map[int]bool{}
	for _, s := range statements(set, file, map[string]string{"columns": "SELECT id, name FROM unit"}) {
		if len(wrong(s, []string{"unit", "site"})) > 0 {
			faulty[s.line] = true
		}
	}
	for line := 4; line <= 18; line++ {
		if planted := line <= 15; faulty[line] != planted {
			t.Errorf("line %d is found faulty: %v, want %v", line, faulty[line], planted)
		}
	}
}

// Values are bound by their number, also when a later one comes first and when
// one is used twice: list queries are put together that way.
func TestDriver_BindsByNumber(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for range 2 { // the second time the statement is prepared
			err := s.Read(context.Background(), storetest.Home, func(tx *store.Tx) error {
				var a, b, c string
				err := tx.One(`SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT) FROM organisation WHERE organisation_id = $3`,
					[]any{"een", "twee", string(storetest.Home)}, &a, &b, &c)
				if a != "twee" || b != "een" || c != "twee" {
					t.Errorf("$2, $1, $2 are %q, %q, %q", a, b, c)
				}
				if err != nil {
					return err
				}
				var n int
				err = tx.One(`SELECT COUNT(u.id) FROM unit u WHERE u.name = $2 AND u.organisation_id = $1 AND u.id IN ($3, $4)`,
					[]any{string(storetest.Home), "eenheid", string(storetest.UnitOf(storetest.Home)), "x"}, &n)
				if n != 1 {
					t.Errorf("%d rows, want 1", n)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
