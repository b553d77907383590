package dbtest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// statementTimeout bounds one act of the administrator of the test cluster.
const statementTimeout = 60 * time.Second

// NewPostgres makes an empty PostgreSQL database, dropped when the test ends.
func NewPostgres(tb testing.TB) Database {
	tb.Helper()
	return fromTemplate(tb, "template0")
}

// MigratedPostgres gives a copy of the PostgreSQL database that migrate made;
// see EachMigrated.
func MigratedPostgres(tb testing.TB, key string, migrate func(db Database) error) Database {
	tb.Helper()
	c, err := shared()
	if err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	made, err := postgresTemplates.of(key).once(func(t *template, dir string) error {
		db := c.database("template_"+strings.ToLower(rand.Text()), dir)
		t.name = db.name
		if err := c.create(db, "template0"); err != nil {
			return err
		}
		return migrate(db)
	})
	if err != nil {
		tb.Fatalf("dbtest: migrate PostgreSQL template %q: %v", key, err)
	}
	db := fromTemplate(tb, made.name)
	if err := made.write(db.Dir); err != nil {
		tb.Fatalf("dbtest: copy PostgreSQL template %q: %v", key, err)
	}
	return db
}

// fromTemplate makes a database for one test as a copy of template.
func fromTemplate(tb testing.TB, template string) Database {
	tb.Helper()
	c, err := shared()
	if err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	db := c.database("test_"+strings.ToLower(rand.Text()), tb.TempDir())
	if err := c.create(db, template); err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	tb.Cleanup(func() {
		// FORCE: a test that kills its server leaves connections behind.
		if err := c.exec("DROP DATABASE " + db.name + " WITH (FORCE)"); err != nil {
			tb.Errorf("dbtest: %v", err)
		}
	})
	return db
}

// Fresh makes an empty database in the cluster for who is no test, such as a
// benchmark: it goes when the cluster does. dir is a folder of its own.
func (c *Cluster) Fresh(dir string) (Database, error) {
	db := c.database("fresh_"+strings.ToLower(rand.Text()), dir)
	return db, c.create(db, "template0")
}

// database gives the addresses of a database of the cluster, made or not.
func (c *Cluster) database(name, dir string) Database {
	return Database{
		Engine:      Postgres,
		URL:         c.url(ServeRole, name),
		OwnerURL:    c.url(OwnerRole, name),
		UnscopedURL: c.url(UnscopedRole, name),
		Dir:         dir,
		DataDir:     filepath.Join(c.Dir, "data"),
		adminURL:    c.url("postgres", name),
		name:        name,
	}
}

func (c *Cluster) url(role, name string) string {
	address := url.URL{
		Scheme: "postgres", User: url.User(role), Path: "/" + name,
		RawQuery: url.Values{"host": {c.Dir}}.Encode(),
	}
	return address.String()
}

func (c *Cluster) create(db Database, template string) error {
	return c.exec("CREATE DATABASE " + db.name + " OWNER " + OwnerRole + " TEMPLATE " + template)
}

// makeRoles makes the three roles of the product. None is a superuser and the
// serving one must never get BYPASSRLS.
func (c *Cluster) makeRoles() error {
	return errors.Join(
		c.exec("CREATE ROLE "+OwnerRole+" LOGIN"),
		c.exec("CREATE ROLE "+ServeRole+" LOGIN NOBYPASSRLS"),
		c.exec("CREATE ROLE "+UnscopedRole+" LOGIN BYPASSRLS"),
	)
}

// Versions names both engines and their versions, for the head of a test run.
func (c *Cluster) Versions() (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), statementTimeout)
	defer cancel()
	conn, err := pgx.Connect(ctx, c.url("postgres", "postgres"))
	if err != nil {
		return "", fmt.Errorf("connect to the test cluster: %w", err)
	}
	defer conn.Close(ctx)
	var server, library string
	if err := conn.QueryRow(ctx, "SHOW server_version").Scan(&server); err != nil {
		return "", err
	}
	memory, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return "", err
	}
	defer memory.Close()
	if err := memory.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&library); err != nil {
		return "", err
	}
	return "SQLite " + library + " and PostgreSQL " + server, nil
}

// exec runs one statement as the cluster's administrator, on a connection of
// its own: a pool would hold goroutines that tests for leaks then find.
func (c *Cluster) exec(statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), statementTimeout)
	defer cancel()
	conn, err := pgx.Connect(ctx, c.url("postgres", "postgres"))
	if err != nil {
		return fmt.Errorf("connect to the test cluster: %w", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}
