package app_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestZZCanary(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Person("piet", "Piet Bos", "Balie")
		w.Person("cees", "Cees Mulder", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
		c := &canaries{t: t, driven: map[string]bool{}, skipped: map[string]bool{}}
		for n, method := range slices.Sorted(maps.Keys(careFixtures())) {
			c.drive(w, method, fixtures()[method], n)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		w.Clock.Advance(30 * 24 * time.Hour)
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		w.Must(w.App.DeliverMail(ctx, apptest.System(w.Org.ID)))
		for len(c.texts) < 41 {
			c.next("x")
		}
		c.search(w)
		for _, m := range w.Mail.Messages() {
			t.Log(m.Subject, m.Text, m.Link)
		}
	})
}

func TestZZMatrix(t *testing.T) {
	w := apptest.SQLite(t)
	w.Person("piet", "Piet Bos", "Balie")
	w.Person("cees", "Cees Mulder", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
	w.Deputise()
	w.Exec(`INSERT INTO number_series (organisation_id, series, last) VALUES ('` + string(w.Other.ID) + `', 'M-2026', 70000), ('` + string(w.Other.ID) + `', 'Z-2026', 70000)`)
	changes := watch(w)
	n := 0
	for _, method := range slices.Sorted(maps.Keys(careFixtures())) {
		f := fixtures()[method]
		row := ""
		for _, role := range matrixRoles {
			cell := ""
			for _, where := range places(role) {
				if f.about == "" && where.name != "eigen" {
					continue
				}
				n++
				who, self := matrixActor(w, role)
				s := set(t, w, who, self, where, n, f)
				if f.prepare != nil {
					f.prepare(s)
				}
				args := f.args(s)
				before := changes()
				err := call(w.App, method, who, args)
				sign, refused := outcome(err)
				if changed := changes() - before; refused && changed != 0 {
					t.Errorf("%s as %s on %s was refused (%v) but changed %d rows", method, role, where.name, err, changed)
				}
				if sign == "?" {
					t.Errorf("%s as %s on %s: %v", method, role, where.name, err)
				}
				cell += sign
			}
			row += cell + "  "
		}
		t.Logf("%-16s %s", method, row)
	}
}
