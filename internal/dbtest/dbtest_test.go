package dbtest_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/dbtest"
)

func TestEachRunsOnBothEnginesAndEachDatabaseIsEmpty(t *testing.T) {
	var engines []string
	for range 2 {
		dbtest.Each(t, func(t *testing.T, db dbtest.Database) {
			engines = append(engines, db.Engine)
			// Fails the second time if the first left its table behind.
			exec(t, db, "CREATE TABLE fresh (id bigint)")
			if !strings.HasPrefix(db.URL, map[string]string{"sqlite": "sqlite:/", "postgres": "postgres://"}[db.Engine]) {
				t.Errorf("URL %q is not one of %s", db.URL, db.Engine)
			}
		})
	}
	if want := []string{"sqlite", "postgres", "sqlite", "postgres"}; !slices.Equal(engines, want) {
		t.Errorf("ran on %v, want %v", engines, want)
	}
}

func TestEachMigratedMigratesOnceAndCopies(t *testing.T) {
	migrated := map[string]int{}
	migrate := func(db dbtest.Database) error {
		migrated[db.Engine]++
		if err := os.WriteFile(filepath.Join(db.Dir, "a.key"), []byte("secret"), 0o600); err != nil {
			return err
		}
		return dbtest.Statement(db, "CREATE TABLE counted (n bigint)")
	}
	for range 3 {
		dbtest.EachMigrated(t, "once", migrate, func(t *testing.T, db dbtest.Database) {
			raw := db.Raw(t)
			exec(t, db, "INSERT INTO counted VALUES (1)")
			var rows int
			if err := raw.QueryRow("SELECT count(*) FROM counted").Scan(&rows); err != nil {
				t.Fatal(err)
			}
			if rows != 1 {
				t.Errorf("%d rows: the copy is shared with another test", rows)
			}
			info, err := os.Stat(filepath.Join(db.Dir, "a.key"))
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm() != 0o600 {
				t.Errorf("the copied key file has mode %v, want 0600", info.Mode())
			}
		})
	}
	if migrated["sqlite"] != 1 || migrated["postgres"] != 1 {
		t.Errorf("migrated %v, want once per engine", migrated)
	}
}

func TestServeRoleIsBoundByRowLevelSecurityAndNeedsGrants(t *testing.T) {
	db := dbtest.NewPostgres(t)
	owner, serve := db.RawOwner(t), db.RawServe(t)
	for _, statement := range []string{
		"CREATE TABLE secret (organisation_id text)",
		"INSERT INTO secret VALUES ('a'), ('b')",
		"ALTER TABLE secret ENABLE ROW LEVEL SECURITY",
		"CREATE POLICY own ON secret USING (organisation_id = current_setting('app.organisation', true))",
	} {
		if _, err := owner.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	var rows int
	count := "SELECT count(*) FROM secret"
	if err := serve.QueryRow(count).Scan(&rows); err == nil {
		t.Error("the serving role reads a table that nobody granted it")
	}
	if _, err := owner.Exec("GRANT SELECT ON secret TO " + dbtest.ServeRole); err != nil {
		t.Fatal(err)
	}
	if err := serve.QueryRow(count).Scan(&rows); err != nil || rows != 0 {
		t.Errorf("without an organisation the serving role reads %d rows (%v), want 0", rows, err)
	}
	if err := db.Raw(t).QueryRow(count).Scan(&rows); err != nil || rows != 2 {
		t.Errorf("Raw reads %d rows (%v), want both", rows, err)
	}
	if _, err := serve.Exec("CREATE TABLE mine (id bigint)"); err == nil {
		t.Error("the serving role can make tables")
	}
}

func TestPostgresIsAsDurableAsInProduction(t *testing.T) {
	serve := dbtest.NewPostgres(t).RawServe(t)
	for _, setting := range []string{"fsync", "synchronous_commit", "full_page_writes"} {
		var value string
		if err := serve.QueryRow("SHOW " + setting).Scan(&value); err != nil {
			t.Fatal(err)
		}
		if value != "on" {
			t.Errorf("%s is %s: tests would assert a durability that they do not have", setting, value)
		}
	}
}

// exec runs a statement that must succeed, as the owner.
func exec(t *testing.T, db dbtest.Database, statement string) {
	t.Helper()
	if _, err := db.Raw(t).Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
