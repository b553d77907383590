package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/clock"
	"rugdekking/internal/credential"
	"rugdekking/internal/job"
	"rugdekking/internal/mail"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// Config says what the door stands on. Key is the content of the master key
// file.
type Config struct {
	Database    string // sqlite:PATH or postgres://…
	OwnerURL    string // PostgreSQL: who migrates; Database when empty
	UnscopedURL string // PostgreSQL: who works across organisations; Database when empty
	Key         []byte
	BaseURL     string
	Demo        bool
	Building    bool // the past of a demonstration is being built: no mail is queued, no commit waits for the disk
	Clock       clock.Clock
	Mailer      mail.Transport
	MailText    func(reason vpt.MailReason, lang string) vpt.MailText
	Log         *slog.Logger
	Cost        *credential.Params // of password hashes; nil for the recommended
}

// Runtime opens the door, keeps the queue running and closes both. It is the
// only way in that is not a method of App with an actor.
type Runtime struct {
	App   *App
	db    *store.DB
	queue *job.Queue
	pool  *store.Pool // the queue's own connection on SQLite
}

// The reasons for not opening.
var (
	ErrKey         = store.ErrKey
	ErrNotMigrated = store.ErrNotMigrated
	ErrDemo        = store.ErrDemo
)

// NewKey makes the content of a master key file.
func NewKey() []byte { return seal.NewMaster() }

// IsNew tells whether a database has never been migrated.
func IsNew(ctx context.Context, database string) (bool, error) { return store.IsNew(ctx, database) }

// Migrate brings a database up to date. demo marks a new one as such; demo and
// real data never share one.
func Migrate(ctx context.Context, cfg Config) error {
	master, err := seal.ParseMaster(cfg.Key)
	if err != nil {
		return err
	}
	return store.Migrate(ctx, storeConfig(cfg, master), cfg.Demo, func(ctx context.Context, engine store.Engine, pool *store.Pool) error {
		if err := job.Migrate(ctx, pool, engine == store.SQLite); err != nil {
			return err
		}
		return store.GrantQueue(ctx, engine, pool)
	})
}

func storeConfig(cfg Config, master *seal.Master) store.Config {
	return store.Config{URL: cfg.Database, OwnerURL: cfg.OwnerURL, UnscopedURL: cfg.UnscopedURL, Master: master, Now: cfg.Clock.Now}
}

// Open opens a migrated database.
func Open(ctx context.Context, cfg Config) (*Runtime, error) {
	master, err := seal.ParseMaster(cfg.Key)
	if err != nil {
		return nil, err
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	cost := credential.Recommended()
	if cfg.Cost != nil {
		cost = *cfg.Cost
	}
	hasher, err := credential.NewHasher(cost, max(2, runtime.NumCPU()))
	if err != nil {
		return nil, fmt.Errorf("app: %w", err)
	}
	r := &Runtime{}
	if cfg.Building && !cfg.Demo {
		return nil, ErrDemo
	}
	settings := storeConfig(cfg, master)
	settings.Hasty = cfg.Building
	settings.Enqueue = func(ctx context.Context, tx *store.RawTx, jobs []store.Job) error { return r.enqueue(ctx, tx, jobs) }
	if r.db, err = store.Open(ctx, settings); err != nil {
		return nil, err
	}
	r.App = newApp(desk.New(desk.Desk{
		DB: r.db, Policy: policy.New(), Clock: cfg.Clock, Hasher: hasher, Rules: credential.NewPasswordRules(), Mailer: cfg.Mailer,
		MailText: cfg.MailText, BaseURL: cfg.BaseURL, Demo: cfg.Demo, Silent: cfg.Building, Log: cfg.Log,
	}))
	if err := r.openQueue(cfg); err != nil {
		return nil, errors.Join(err, r.Close(ctx))
	}
	return r, nil
}

func (r *Runtime) openQueue(cfg Config) (err error) {
	pool := r.db.Writer()
	if r.db.Engine() == store.SQLite {
		if r.pool, err = r.db.QueuePool(); err != nil {
			return err
		}
		pool = r.pool
	}
	r.queue, err = job.Open(job.Config{
		Pool: pool, SQLite: r.db.Engine() == store.SQLite, Do: r.App.do, Every: []string{desk.TaskSweep}, Workers: 2, Log: cfg.Log,
	})
	return err
}

func (r *Runtime) enqueue(ctx context.Context, tx *store.RawTx, jobs []store.Job) error {
	out := make([]job.Job, len(jobs))
	for i, j := range jobs {
		out[i] = job.Job{Task: j.Kind, Organisation: string(j.Organisation), ID: j.ID}
	}
	return r.queue.Insert(ctx, tx, out)
}

// Start lets the queue do its jobs.
func (r *Runtime) Start(ctx context.Context) error { return r.queue.Start(ctx) }

// Close lets running jobs finish, then closes the database.
func (r *Runtime) Close(ctx context.Context) error {
	var errs []error
	if r.queue != nil {
		errs = append(errs, r.queue.Stop(ctx))
	}
	if r.pool != nil {
		errs = append(errs, r.pool.Close())
	}
	if r.db != nil {
		errs = append(errs, r.db.Close())
	}
	return errors.Join(errs...)
}
