package demo

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"slices"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/dbtest"
)

// auditHolds verifies the log of a whole world: two years of acts by everybody.
// Then it changes one byte of a row, and takes a last row away, and expects to
// be told which.
func auditHolds(t *testing.T, db dbtest.Database, raw *sql.DB) {
	if report := verified(t, db); !report.Clean() || len(report.Trees) < 2 {
		t.Fatalf("the log of the world as it was built: %+v", report)
	}
	type leaf struct {
		organisation, payload string
		position              int64
	}
	var row leaf
	total := 0
	if err := raw.QueryRow(`SELECT COUNT(position) FROM audit_leaf`).Scan(&total); err != nil || total < 3000 {
		t.Fatalf("%d entries, %v", total, err)
	}
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	err := raw.QueryRow(`SELECT organisation_id, position, payload FROM audit_leaf ORDER BY organisation_id, position LIMIT 1 OFFSET $1`, random.IntN(total)).
		Scan(&row.organisation, &row.position, &row.payload)
	if err != nil {
		t.Fatal(err)
	}
	changed := []byte(row.payload)
	changed[random.IntN(len(changed))] ^= 1
	set := func(payload string) {
		t.Helper()
		if _, err := raw.Exec(`UPDATE audit_leaf SET payload = $1 WHERE organisation_id = $2 AND position = $3`, payload, row.organisation, row.position); err != nil {
			t.Fatal(err)
		}
	}
	set(string(changed))
	found(t, db, row.organisation, row.position, "rij-gewijzigd", "one changed byte, seed", seed)
	set(row.payload)

	var last int64
	if err := raw.QueryRow(`SELECT MAX(position) FROM audit_leaf WHERE organisation_id = $1`, row.organisation).Scan(&last); err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Exec(`DELETE FROM audit_leaf WHERE organisation_id = $1 AND position = $2`, row.organisation, last); err != nil {
		t.Fatal(err)
	}
	found(t, db, row.organisation, last, "rij-ontbreekt", "the last row deleted, seed", seed)
}

func verified(t *testing.T, db dbtest.Database) app.AuditReport {
	t.Helper()
	report, err := app.VerifyAudit(context.Background(), app.AuditCheck{Database: db.UnscopedURL})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// found expects this finding among the entries of this tree and no other, and
// nothing in another tree. One byte can break an entry in two ways.
func found(t *testing.T, db dbtest.Database, organisation string, position int64, what string, about ...any) {
	t.Helper()
	want := app.AuditFinding{Table: "audit_leaf", Position: position, What: what}
	for _, tree := range verified(t, db).Trees {
		leaves := slices.DeleteFunc(slices.Clone(tree.Findings), func(f app.AuditFinding) bool { return f.Table != want.Table })
		leaves = slices.Compact(leaves)
		switch {
		case tree.ID != organisation && len(tree.Findings) > 0:
			t.Errorf("%v: tree %s, in which nothing was changed: %+v", about, tree.ID, tree.Findings)
		case tree.ID == organisation && (len(leaves) != 1 || leaves[0] != want):
			t.Errorf("%v: %+v, want %+v", about, tree.Findings, want)
		}
	}
}
