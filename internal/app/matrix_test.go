package app_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

var update = flag.Bool("update", false, "write golden files anew")

// matrixRoles are the columns of the matrix: name, letter in the header and
// who it is.
var matrixRoles = []string{
	"anonymous", "reporter", "affected", "manager", "deputy", "coordinator", "administrator", "analyst", "director", "security", "peer", "prevention", "system",
	"token meldingen.schrijven", "token meldingen.lezen", "token zaken.lezen", "token cijfers.lezen", "command",
}

// matrixActor gives the actor of a column and the name under which the world
// knows her, empty for who is no person.
func matrixActor(w *apptest.World, role string) (vpt.Actor, string) {
	people := map[string]string{
		"reporter": "rosa", "affected": "anna", "manager": "mila", "deputy": "dirk", "coordinator": "cora", "administrator": "bea", "analyst": "ada",
		"director": "dora", "security": "sven", "peer": "pia", "prevention": "petra",
	}
	if name, ok := people[role]; ok {
		return w.Actor(name), name
	}
	switch role {
	case "system":
		return apptest.System(w.Org.ID), ""
	case "command":
		return apptest.Command(w.Org.ID), ""
	case "anonymous":
		return vpt.AnonymousActor("toets", "adres", "nl"), ""
	}
	scope := vpt.TokenScope(strings.TrimPrefix(role, "token "))
	return vpt.Actor{Kind: vpt.ActorService, Organisation: w.Org.ID, Name: "dienst", Scopes: []vpt.TokenScope{scope}, Lang: "nl"}, ""
}

// TestMatrix calls every exported method as every role on five objects and
// writes down what happened: not what the table says, but what was done. A
// refusal may not have changed a row outside of the audit log. A world becomes
// slow by what is done in it, so that some methods share one.
func TestMatrix(t *testing.T) {
	t.Parallel()
	methods := exportedMethods()
	rows := make([]string, len(methods))
	t.Run("methods", func(t *testing.T) {
		for i := 0; i < len(methods); i += methodsInAWorld {
			end := min(i+methodsInAWorld, len(methods))
			t.Run(methods[i], func(t *testing.T) {
				t.Parallel()
				matrixRows(t, methods[i:end], rows[i:end])
			})
		}
	})
	if !t.Failed() {
		golden(t, "matrix.txt", matrixHead()+strings.Join(rows, "\n")+"\n")
	}
}

const methodsInAWorld = 30

// matrixRows calls methods in a world of their own and fills in their rows.
func matrixRows(t *testing.T, methods, rows []string) {
	w := apptest.SQLite(t)
	w.Person("piet", "Piet Bos", "Balie")
	w.Person("cees", "Cees Mulder", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
	encircle(w)
	w.Deputise()
	w.Exec(`INSERT INTO number_series (organisation_id, series, last) VALUES ('` + string(w.Other.ID) + `', 'M-2026', 70000), ('` + string(w.Other.ID) + `', 'Z-2026', 70000)`)
	m := &matrix{t: t, w: w, changes: watch(w)}
	all := fixtures()
	for i, method := range methods {
		f, ok := all[method]
		if !ok {
			t.Errorf("%s has no fixture", method)
			continue
		}
		cells := []string{fmt.Sprintf("%-19s", method)}
		for _, role := range matrixRoles {
			cells = append(cells, fmt.Sprintf("%-5s", m.cell(method, role, f)))
		}
		rows[i] = strings.TrimRight(strings.Join(cells, "  "), " ")
	}
}

// matrix is a world in which one method after another is called.
type matrix struct {
	t       *testing.T
	w       *apptest.World
	changes func() int
	n       int // how often
}

// cell calls a method as a role on each of the objects.
func (m *matrix) cell(method, role string, f actFixture) string {
	cell := ""
	for _, where := range places(role) {
		if f.about == "" && where.name != "eigen" {
			continue
		}
		m.n++
		who, self := matrixActor(m.w, role)
		s := set(m.t, m.w, who, self, where, m.n, f)
		if f.prepare != nil {
			f.prepare(s)
		}
		args := f.args(s)
		before := m.changes()
		err := call(m.w.App, method, who, args)
		sign, refused := outcome(err)
		if changed := m.changes() - before; refused && changed != 0 {
			m.t.Errorf("%s as %s on %s was refused (%v) but changed %d rows", method, role, where.name, err, changed)
		}
		if sign == "?" {
			m.t.Errorf("%s as %s on %s: %v", method, role, where.name, err)
		}
		cell += sign
	}
	return cell
}

func matrixHead() string {
	var b strings.Builder
	b.WriteString(`Wie kan wat: elke rol x elke methode van de deur, uitgevoerd door TestMatrix.

Per vakje vijf tekens: op een eigen object, in hetzelfde onderdeel, in een ander onderdeel, in een gesloten kring van
bestuurders, in een andere organisatie.
Een methode zonder eigen object heeft een teken.

  +  gedaan      .  niet gevonden (en gelogd)      -  mag deze rol nooit (en gelogd)
  !  mag wel, maar niet met deze invoer of in deze toestand      a  eerst inloggen

Kolommen, van links naar rechts:
`)
	for i, role := range matrixRoles {
		fmt.Fprintf(&b, "  %2d  %s\n", i+1, role)
	}
	b.WriteString("\n" + fmt.Sprintf("%-19s", "methode"))
	for i := range matrixRoles {
		fmt.Fprintf(&b, "  %-5d", i+1)
	}
	return strings.TrimRight(b.String(), " ") + "\n"
}

// outcome turns an error into a sign, and says whether it is a refusal.
func outcome(err error) (string, bool) {
	switch vpt.KindOf(err) {
	case vpt.KindNotFound:
		return ".", true
	case vpt.KindForbidden:
		return "-", true
	case vpt.KindUnauthenticated:
		return "a", true
	case vpt.KindInvalid, vpt.KindConflict, vpt.KindThrottled:
		return "!", true
	}
	if err != nil {
		return "?", false
	}
	return "+", false
}

// call calls a method by name.
func call(a *app.App, method string, who vpt.Actor, args []any) error {
	in := []reflect.Value{reflect.ValueOf(context.Background()), reflect.ValueOf(who)}
	for _, arg := range args {
		in = append(in, reflect.ValueOf(arg))
	}
	out := reflect.ValueOf(a).MethodByName(method).Call(in)
	if err, ok := out[len(out)-1].Interface().(error); ok {
		return err
	}
	return nil
}

func exportedMethods() []string {
	var names []string
	for m := range reflect.TypeFor[*app.App]().Methods() {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	return names
}

// watch counts changed rows outside of the audit log by triggers.
func watch(w *apptest.World) func() int {
	w.Exec(`CREATE TABLE matrix_change (n INTEGER NOT NULL)`)
	w.Exec(`INSERT INTO matrix_change (n) VALUES (0)`)
	for _, table := range w.Tables() {
		if strings.HasPrefix(table, "audit_") || table == "matrix_change" || table == "throttle" || strings.HasPrefix(table, "river_") || strings.HasPrefix(table, "sqlite_") || strings.HasPrefix(table, "goose_") {
			continue
		}
		for _, act := range []string{"INSERT", "UPDATE", "DELETE"} {
			w.Exec(fmt.Sprintf(`CREATE TRIGGER matrix_%s_%s AFTER %s ON %s BEGIN UPDATE matrix_change SET n = n + 1; END`, table, act, act, table))
		}
	}
	return func() int {
		var n int
		_, err := fmt.Sscan(w.Value(`SELECT n || '' FROM matrix_change`), &n)
		w.Must(err)
		return n
	}
}

// golden compares text with a file in testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s is not what was done; look at the difference and write it with -update:\n%s", path, difference(string(want), got))
	}
}

func difference(want, got string) string {
	old := strings.Split(want, "\n")
	var b strings.Builder
	for _, line := range strings.Split(got, "\n") {
		if !slices.Contains(old, line) {
			b.WriteString("+ " + line + "\n")
		}
	}
	for _, line := range old {
		if !slices.Contains(strings.Split(got, "\n"), line) {
			b.WriteString("- " + line + "\n")
		}
	}
	return b.String()
}
