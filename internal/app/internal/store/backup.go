package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotEmpty is returned when a backup would be put over existing data.
var ErrNotEmpty = errors.New("store: this database is not empty")

// ErrNoBackup is returned for a file that is no backup, is cut short, or is of
// another engine or another version of the tables than the database.
var ErrNoBackup = errors.New("store: this is no backup for this database")

// sqliteMagic begins every SQLite file.
const sqliteMagic = "SQLite format 3\x00"

// Backup writes a consistent copy of a database to a new file that only its
// owner can read, while others go on writing. On SQLite that is a database
// itself; on PostgreSQL it is the format of dump.go, read as who owns the
// tables. Sealed texts stay sealed, and no key that opens them is in it.
func Backup(ctx context.Context, url, path string) (err error) {
	engine, address, err := splitURL(url)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("store: backup: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	if engine == Postgres {
		err = dump(ctx, address, f)
	} else {
		err = copySQLite(ctx, address, path)
	}
	return errors.Join(err, f.Sync(), f.Close())
}

// copySQLite fills an empty file with a snapshot of the database.
func copySQLite(ctx context.Context, address, path string) error {
	if _, err := os.Stat(address); err != nil {
		return fmt.Errorf("%w: %w", ErrNotMigrated, err)
	}
	pool, err := OpenSQLite(address, 1, false)
	if err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, `VACUUM INTO $1`, path)
	if err = errors.Join(err, pool.Close()); err != nil {
		return fmt.Errorf("store: backup: %w", translate(err))
	}
	return nil
}

// RestoreSQLite puts a backup where no database is yet.
func RestoreSQLite(ctx context.Context, url, path string) (err error) {
	_, address, err := splitURL(url)
	if err != nil {
		return err
	}
	if info, err := os.Stat(address); err == nil && info.Size() > 0 {
		return ErrNotEmpty
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("store: restore: %w", err)
	}
	from, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	defer func() { _ = from.Close() }()
	// Beside the place first, so that a copy that breaks off is never taken for
	// a database.
	to, err := os.CreateTemp(filepath.Dir(address), ".restore-")
	if err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(to.Name())
		}
	}()
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	if err := intact(ctx, to.Name()); err != nil {
		return err
	}
	if err := os.Rename(to.Name(), address); err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	return nil
}

// intact reports whether a file is a whole database of ours.
func intact(ctx context.Context, path string) error {
	head := make([]byte, len(sqliteMagic))
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	_, err = io.ReadFull(f, head)
	_ = f.Close()
	if err != nil || string(head) != sqliteMagic {
		return ErrNoBackup
	}
	pool, err := OpenSQLite(path, 1, false)
	if err != nil {
		return err
	}
	var answer string
	err = pool.QueryRowContext(ctx, `PRAGMA integrity_check`).Scan(&answer)
	there := false
	if err == nil && answer == "ok" {
		there, err = hasTables(ctx, SQLite, pool)
	}
	// Leave the file whole: what was written beside it goes back in.
	_, flat := pool.ExecContext(ctx, `PRAGMA journal_mode = DELETE`)
	if err = errors.Join(err, flat, pool.Close()); err != nil || !there {
		return errors.Join(ErrNoBackup, err)
	}
	return nil
}

// IsSQLite reports whether an address is of an SQLite database.
func IsSQLite(url string) bool {
	engine, _, err := splitURL(url)
	return err == nil && engine == SQLite
}

// SQLitePath gives the file of an SQLite database.
func SQLitePath(url string) string {
	_, path, err := splitURL(url)
	if err != nil {
		return ""
	}
	return path
}
