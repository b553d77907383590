package app

import (
	"context"
	"errors"
	"fmt"
	"os"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// The reasons for not making or taking a backup.
var (
	ErrNotEmpty = store.ErrNotEmpty
	ErrNoBackup = store.ErrNoBackup
)

// The acts on the whole installation, which only a command does. They are not
// in the policy table because nobody gets there through the door.
const (
	backupMake    policy.Action = "backup.make"
	backupRestore policy.Action = "backup.restore"
)

// Backup writes a consistent copy of the whole database to a new file, while
// the server goes on. The key is not in it. The log tells of it first, so that
// the copy tells of itself.
func (r *Runtime) Backup(ctx context.Context, who vpt.Actor, cfg Config, path string) error {
	if err := r.noteInstallation(ctx, who, backupMake); err != nil {
		return err
	}
	return store.Backup(ctx, ownerAddress(cfg), path)
}

func ownerAddress(cfg Config) string {
	if cfg.OwnerURL != "" {
		return cfg.OwnerURL
	}
	return cfg.Database
}

func (r *Runtime) noteInstallation(ctx context.Context, who vpt.Actor, action policy.Action) error {
	err := r.db.UnscopedNote(ctx, audit.Entry{
		At: r.App.desk.Clock.Now(), Actor: string(who.Kind) + ":" + who.ID(), Action: string(action), Outcome: audit.Allowed,
	})
	if err != nil {
		return fmt.Errorf("%s: %w", action, err)
	}
	return nil
}

// Restore puts a backup into a database that is new or empty, all or nothing.
// The key must be the one that the data was sealed with; without it nothing
// could be read.
func Restore(ctx context.Context, who vpt.Actor, cfg Config, path string) error {
	master, err := seal.ParseMaster(cfg.Key)
	if err != nil {
		return err
	}
	if store.IsSQLite(cfg.Database) {
		err = restoreSQLite(ctx, cfg, path)
	} else {
		if err = Migrate(ctx, cfg); err == nil {
			err = store.RestorePostgres(ctx, ownerAddress(cfg), path, func(check []byte) error {
				if string(check) != string(master.Check()) {
					return ErrKey
				}
				return nil
			})
		}
	}
	if err != nil {
		return err
	}
	r, err := Open(ctx, cfg)
	if err != nil {
		return err
	}
	return errors.Join(r.noteInstallation(ctx, who, backupRestore), r.Close(ctx))
}

// restoreSQLite puts the file in its place and takes it away again when the key
// does not fit: no half restored installation is left.
func restoreSQLite(ctx context.Context, cfg Config, path string) error {
	if err := store.RestoreSQLite(ctx, cfg.Database, path); err != nil {
		return err
	}
	if err := Migrate(ctx, cfg); err != nil {
		return errors.Join(err, os.Remove(store.SQLitePath(cfg.Database)))
	}
	return nil
}
