package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/seal"
)

// TestPlansFollowTheIndexOfTheCase holds what the assumed statistics are for:
// on a database without any rows, statements about one case use its index and
// do not walk through the organisation.
func TestPlansFollowTheIndexOfTheCase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leeg.db")
	master, err := seal.ParseMaster(seal.NewMaster())
	if err != nil {
		t.Fatal(err)
	}
	if err := Migrate(context.Background(), Config{URL: "sqlite:" + path, Master: master, Now: time.Now}, false, nil); err != nil {
		t.Fatal(err)
	}
	pool, err := OpenSQLite(path, 1, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	for statement, column := range map[string]string{
		`SELECT t.id FROM care_talk t JOIN involved i ON i.organisation_id = t.organisation_id AND i.id = t.involved_id
			WHERE t.organisation_id = 'o' AND t.casefile_id = 'c' ORDER BY t.involved_id, t.sequence`: "casefile_id=?",
		`SELECT id FROM assignment WHERE organisation_id = 'o' AND person_id = 'p' AND ended_at IS NULL ORDER BY from_on, id`: "person_id=?",
		`SELECT id FROM report WHERE organisation_id = 'o' AND casefile_id = 'c' ORDER BY reported_on, id`:                    "casefile_id=?",
		`SELECT id FROM event WHERE organisation_id = 'o' AND casefile_id = 'c' ORDER BY at, id`:                              "casefile_id=?",
		// Orphans are looked for in the key, never in the parts themselves.
		`SELECT DISTINCT k.evidence_id FROM evidence_chunk k WHERE k.organisation_id = 'o'
			AND NOT EXISTS (SELECT e.id FROM evidence e WHERE e.organisation_id = 'o' AND e.id = k.evidence_id)`: "SEARCH k USING COVERING INDEX",
		`DELETE FROM evidence_chunk WHERE organisation_id = 'o' AND at < 1 AND evidence_id IN (SELECT DISTINCT k.evidence_id
			FROM evidence_chunk k WHERE k.organisation_id = 'o')`: "evidence_id=?",
	} {
		rows, err := pool.Query("EXPLAIN QUERY PLAN " + statement)
		if err != nil {
			t.Fatal(err)
		}
		var plan []string
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			plan = append(plan, detail)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(plan, "; "); !strings.Contains(all, column) {
			t.Errorf("%s\nis done by %s", statement, all)
		}
	}
}
