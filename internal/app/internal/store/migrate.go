package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing/fstest"
	"time"

	"github.com/pressly/goose/v3"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/seal"
)

//go:embed migrations/*.sql
var migrations embed.FS

// dialect gives the words in which the engines' table definitions differ.
func dialect(engine Engine) *strings.Replacer {
	if engine == Postgres {
		return strings.NewReplacer("{{int}}", "bigint", "{{text}}", `text COLLATE "C"`, "{{blob}}", "bytea", "{{strict}}", "", "{{clustered}}", "")
	}
	return strings.NewReplacer("{{int}}", "INTEGER", "{{text}}", "TEXT", "{{blob}}", "BLOB", "{{strict}}", " STRICT", "{{clustered}}", " STRICT, WITHOUT ROWID")
}

// migrationsFor gives the migrations of an engine: shared ones with the
// engine's words filled in, and its own twins.
func migrationsFor(engine Engine) (fs.FS, error) {
	out := fstest.MapFS{}
	entries, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return nil, fmt.Errorf("store: migrations: %w", err)
	}
	for _, e := range entries {
		name := e.Name()
		if base, own := strings.CutSuffix(name, "."+string(engine)+".sql"); own {
			name = base + ".sql"
		} else if strings.Count(name, ".") > 1 {
			continue
		}
		text, err := fs.ReadFile(migrations, "migrations/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("store: migrations: %w", err)
		}
		out[name] = &fstest.MapFile{Data: []byte(dialect(engine).Replace(string(text)))}
	}
	return out, nil
}

// Extra migrates tables that are not ours, such as the job queue's, on the
// same pool.
type Extra func(ctx context.Context, engine Engine, pool *sql.DB) error

// Migrate brings a database up to date and, when it is new, marks whose key it
// has and whether it is a demo.
func Migrate(ctx context.Context, cfg Config, demo bool, extra Extra) error {
	address := cfg.OwnerURL
	if address == "" {
		address = cfg.URL
	}
	engine, path, err := splitURL(address)
	if err != nil {
		return err
	}
	pool, gooseDialect, err := openOwner(engine, path)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	// A wrong key is refused before anything is changed.
	if there, err := hasTables(ctx, engine, pool); err != nil {
		return err
	} else if there {
		if _, err := installed(ctx, pool, cfg.Master, demo); err != nil {
			return err
		}
	}
	files, err := migrationsFor(engine)
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(gooseDialect, pool, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("store: migrate: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("store: migrate: %w", err)
	}
	if extra != nil {
		if err := extra(ctx, engine, pool); err != nil {
			return fmt.Errorf("store: migrate queue: %w", err)
		}
	}
	if engine == SQLite {
		if err := assumeStatistics(ctx, pool); err != nil {
			return err
		}
	}
	return install(ctx, pool, cfg.Master, cfg.Now(), demo)
}

func openOwner(engine Engine, path string) (*sql.DB, goose.Dialect, error) {
	if engine == Postgres {
		pool, err := OpenPostgres(path, "", 2)
		return pool, goose.DialectPostgres, err
	}
	// The file must not be readable by others, also before anything is in it.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, "", fmt.Errorf("store: create database: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, "", fmt.Errorf("store: create database: %w", err)
	}
	pool, err := OpenSQLite(path, 1, false)
	return pool, goose.DialectSQLite3, err
}

// ErrDemo is returned when demo and real data would mix.
var ErrDemo = errors.New("store: demo and real data never share a database")

// GrantQueue lets the serving roles of PostgreSQL use the job queue's tables,
// which hold ids only and have no organisation.
func GrantQueue(ctx context.Context, engine Engine, pool *sql.DB) error {
	if engine != Postgres {
		return nil
	}
	_, err := pool.ExecContext(ctx, `DO $$
		DECLARE t text;
		BEGIN
			FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename IN
				('river_job', 'river_leader', 'river_queue', 'river_client', 'river_client_queue', 'river_notification') LOOP
				EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO rugdekking_serve', t);
			END LOOP;
			FOR t IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
				EXECUTE format('GRANT USAGE ON SEQUENCE %I TO rugdekking_serve', t);
			END LOOP;
		END $$`)
	if err != nil {
		return fmt.Errorf("store: grant queue: %w", translate(err))
	}
	return nil
}

// installed reports whether the database is marked, and refuses one with
// another key or of another sort.
func installed(ctx context.Context, pool *sql.DB, master *seal.Master, demo bool) (bool, error) {
	var isDemo int
	var check []byte
	err := pool.QueryRowContext(ctx, `SELECT demo, key_check FROM installation WHERE id = 1`).Scan(&isDemo, &check)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("store: read installation: %w", translate(err))
	case string(check) != string(master.Check()):
		return false, ErrKey
	case (isDemo == 1) != demo:
		return false, ErrDemo
	}
	return true, nil
}

func install(ctx context.Context, pool *sql.DB, master *seal.Master, now time.Time, demo bool) error {
	if there, err := installed(ctx, pool, master, demo); err != nil || there {
		return err
	}
	signer, err := audit.NewSigner(master.Sign())
	if err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, `INSERT INTO installation (id, demo, key_check, audit_key, created_at) VALUES (1, $1, $2, $3, $4)`,
		flag(demo), master.Check(), signer.PublicKey(), now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: mark installation: %w", translate(err))
	}
	return nil
}

// IsNew tells whether a database has never been migrated; for SQLite also
// when the file is not there.
func IsNew(ctx context.Context, address string) (bool, error) {
	engine, path, err := splitURL(address)
	if err != nil {
		return false, err
	}
	if engine == SQLite {
		if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
			return true, nil
		}
	}
	pool, _, err := openOwner(engine, path)
	if err != nil {
		return false, err
	}
	defer func() { _ = pool.Close() }()
	there, err := hasTables(ctx, engine, pool)
	return !there, err
}

// hasTables tells whether the database was ever migrated.
func hasTables(ctx context.Context, engine Engine, pool *sql.DB) (bool, error) {
	query := `SELECT count(name) FROM sqlite_master WHERE name = 'installation'`
	if engine == Postgres {
		query = `SELECT count(relname) FROM pg_class WHERE relname = 'installation'`
	}
	var n int
	if err := pool.QueryRowContext(ctx, query).Scan(&n); err != nil {
		return false, fmt.Errorf("store: look for tables: %w", translate(err))
	}
	return n > 0, nil
}
