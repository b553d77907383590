package app_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// emptyLike gives a new, empty database of the same engine, with the key of w.
func emptyLike(t *testing.T, w *apptest.World) app.Config {
	t.Helper()
	cfg := w.Config
	if w.DB.Engine == dbtest.SQLite {
		url := "sqlite:" + filepath.Join(t.TempDir(), "terug.db")
		cfg.Database, cfg.OwnerURL, cfg.UnscopedURL = url, url, url
		return cfg
	}
	fresh := dbtest.NewPostgres(t)
	cfg.Database, cfg.OwnerURL, cfg.UnscopedURL = fresh.URL, fresh.OwnerURL, fresh.UnscopedURL
	return cfg
}

func TestBackupComesBackWhole(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, casefile := w.Report("rosa", func(in *vpt.ReportIncident) { in.Account = vpt.NewPrivate("Hij riep: kanariegeel!") })
		path := filepath.Join(t.TempDir(), "kopie")
		w.Must(w.Runtime.Backup(ctx, apptest.Command(""), w.Config, path))
		info, err := os.Stat(path)
		w.Must(err)
		if info.Mode().Perm() != 0o600 || info.Size() == 0 {
			t.Errorf("the backup has mode %v and %d bytes", info.Mode(), info.Size())
		}
		w.Report("rosa", nil) // after the backup, so not in it
		data, err := os.ReadFile(path)
		w.Must(err)
		for _, secret := range [][]byte{w.Config.Key, []byte("kanariegeel"), []byte("Rosa de Wit")} {
			if bytes.Contains(data, bytes.TrimSpace(secret)) {
				t.Errorf("the backup holds %q", secret)
			}
		}
		cfg := emptyLike(t, w)
		w.Must(app.Restore(ctx, apptest.Command(""), cfg, path))
		back, err := app.Open(ctx, cfg)
		w.Must(err)
		defer func() { w.Must(back.Close(ctx)) }()
		mila, err := back.App.ActorFor(ctx, apptest.Command(w.Org.ID), w.People["mila"])
		w.Must(err)
		view, err := back.App.CaseByNumber(ctx, mila, casefile)
		w.Must(err)
		if len(view.Reports) != 1 || view.Reports[0].Number != number || view.Reports[0].Account.Reveal() != "Hij riep: kanariegeel!" {
			t.Errorf("the case came back as %+v", view.Reports)
		}
		rosa, err := back.App.ActorFor(ctx, apptest.Command(w.Org.ID), w.People["rosa"])
		w.Must(err)
		next, err := back.App.ReportIncident(ctx, rosa, apptest.AReport())
		if err != nil || next == number {
			t.Errorf("a new report in the restored database: %q, %v", next, err)
		}
		verify := app.AuditCheck{Database: cfg.UnscopedURL}
		if w.DB.Engine == dbtest.SQLite {
			verify.Database = cfg.Database
		}
		report, err := app.VerifyAudit(ctx, verify)
		if err != nil || !report.Clean() || len(report.Trees) != 3 {
			t.Errorf("the log after restoring: %+v, %v", report, err)
		}
		if err := app.Restore(ctx, apptest.Command(""), cfg, path); !errors.Is(err, app.ErrNotEmpty) {
			t.Errorf("restoring over data: %v", err)
		}
	})
}

func TestBackupIsNotTakenHalfOrWithAnotherKey(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		w.Report("rosa", nil)
		path := filepath.Join(t.TempDir(), "kopie")
		w.Must(w.Runtime.Backup(ctx, apptest.Command(""), w.Config, path))
		if err := w.Runtime.Backup(ctx, apptest.Command(""), w.Config, path); !errors.Is(err, os.ErrExist) {
			t.Errorf("a backup over another: %v", err)
		}
		data, err := os.ReadFile(path)
		w.Must(err)
		half := filepath.Join(t.TempDir(), "half")
		w.Must(os.WriteFile(half, data[:len(data)*2/3], 0o600))
		cfg := emptyLike(t, w)
		if err := app.Restore(ctx, apptest.Command(""), cfg, half); !errors.Is(err, app.ErrNoBackup) {
			t.Errorf("half a backup: %v", err)
		}
		wrong := cfg
		wrong.Key = app.NewKey()
		if w.DB.Engine == dbtest.Postgres { // the half one has migrated it with the right key already
			wrong = emptyLike(t, w)
			wrong.Key = app.NewKey()
		}
		if err := app.Restore(ctx, apptest.Command(""), wrong, path); !errors.Is(err, app.ErrKey) {
			t.Errorf("another key: %v", err)
		}
		w.Must(app.Restore(ctx, apptest.Command(""), cfg, path)) // what failed left nothing behind
	})
}

// TestCommitsWaitForTheDisk reads the settings from the connections that the
// server writes with (decision: durability is asserted).
func TestCommitsWaitForTheDisk(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		found, err := w.Runtime.Durability(context.Background())
		w.Must(err)
		values := map[string]string{}
		for _, s := range found.Settings {
			values[s.Name] = s.Value
		}
		if found.Engine == dbtest.SQLite {
			for name, want := range map[string]string{
				"synchronous": "2", "journal_mode": "wal", "queue synchronous": "2", "queue journal_mode": "wal",
			} {
				if values[name] != want {
					t.Errorf("%s is %q, want %q", name, values[name], want)
				}
			}
			if !found.Safe {
				t.Error("not called safe")
			}
			return
		}
		for _, name := range []string{"fsync", "synchronous_commit"} {
			if values[name] != "on" {
				t.Errorf("%s is %q", name, values[name])
			}
		}
		if !found.Safe {
			t.Error("not called safe")
		}
	})
}
