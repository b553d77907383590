// Package job is the queue of work that is done after a commit: mail, sweeps.
//
// It exists so that a job stands in the same transaction as the change that
// asks for it, and so that River, which does the real work, can be replaced
// without anybody noticing. It knows no nouns: a job is a kind, an
// organisation and an id, never personal data. Every job must be safe to do
// twice. Delayed work is not a job but a due row that a sweep finds.
package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
)

// Job is work to do: what, for which organisation, about which id.
type Job struct {
	Task         string `json:"task"`
	Organisation string `json:"organisation,omitempty"`
	ID           string `json:"id,omitempty"`
}

// Kind is River's name for our one sort of row.
func (Job) Kind() string { return "rugdekking.work" }

// Do does a job. An error means: try again later.
type Do func(ctx context.Context, j Job) error

// Config says how the queue runs. Pool is the queue's own connections to the
// database of the store.
type Config struct {
	Pool    *sql.DB
	SQLite  bool
	Do      Do
	Every   []string      // tasks put in the queue once every Period
	Period  time.Duration // a minute when zero
	Workers int
	Log     *slog.Logger
}

// Queue runs jobs.
type Queue struct{ client *river.Client[*sql.Tx] }

// The terms of the queue: a job that hangs is cut off after a minute, and one
// whose process died is picked up after five.
const (
	timeout      = time.Minute
	rescueAfter  = 5 * time.Minute
	maxAttempts  = 12
	pollInterval = time.Second
)

func driver(pool *sql.DB, sqlite bool) riverdriver.Driver[*sql.Tx] {
	if sqlite {
		return riversqlite.New(pool)
	}
	return riverdatabasesql.New(pool)
}

// Migrate makes or updates the queue's tables.
func Migrate(ctx context.Context, pool *sql.DB, sqlite bool) error {
	migrator, err := rivermigrate.New(driver(pool, sqlite), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return fmt.Errorf("job: migrate: %w", err)
	}
	if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("job: migrate: %w", err)
	}
	return nil
}

// Open makes a queue; nothing runs before Start. Inserting works at once.
func Open(cfg Config) (*Queue, error) {
	if cfg.Period == 0 {
		cfg.Period = time.Minute
	}
	workers := river.NewWorkers()
	log := quiet(cfg.Log)
	river.AddWorker(workers, &worker{do: cfg.Do, log: log})
	var periodic []*river.PeriodicJob
	for _, task := range cfg.Every {
		periodic = append(periodic, river.NewPeriodicJob(river.PeriodicInterval(cfg.Period),
			func() (river.JobArgs, *river.InsertOpts) { return Job{Task: task}, nil }, &river.PeriodicJobOpts{ID: task, RunOnStart: true}))
	}
	client, err := river.NewClient(driver(cfg.Pool, cfg.SQLite), &river.Config{
		Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: max(cfg.Workers, 1)}}, Workers: workers, PeriodicJobs: periodic,
		JobTimeout: timeout, RescueStuckJobsAfter: rescueAfter, MaxAttempts: maxAttempts, FetchPollInterval: pollInterval,
		Logger: log, ErrorHandler: silent{},
	})
	if err != nil {
		return nil, fmt.Errorf("job: %w", err)
	}
	return &Queue{client: client}, nil
}

// quiet keeps River's own chatter to warnings.
func quiet(log *slog.Logger) *slog.Logger {
	if log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(warnings{log.Handler()})
}

type warnings struct{ slog.Handler }

// Enabled lets warnings and errors through.
func (w warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && w.Handler.Enabled(ctx, level)
}

// Insert puts jobs in the queue within a transaction.
func (q *Queue) Insert(ctx context.Context, tx *sql.Tx, jobs []Job) error {
	params := make([]river.InsertManyParams, len(jobs))
	for i, j := range jobs {
		params[i] = river.InsertManyParams{Args: j}
	}
	if _, err := q.client.InsertManyFastTx(ctx, tx, params); err != nil {
		return fmt.Errorf("job: insert: %w", err)
	}
	return nil
}

// Start begins doing jobs.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.client.Start(ctx); err != nil {
		return fmt.Errorf("job: start: %w", err)
	}
	return nil
}

// Stop lets the jobs that run finish, until ctx ends.
func (q *Queue) Stop(ctx context.Context) error {
	if err := q.client.Stop(ctx); err != nil {
		return fmt.Errorf("job: stop: %w", err)
	}
	return nil
}

type worker struct {
	river.WorkerDefaults[Job]
	do  Do
	log *slog.Logger
}

// errFailed is all that the queue keeps of an error: its rows are readable.
var errFailed = errors.New("mislukt")

// Work does one job. A panic ends here: River would keep its text, which may
// be anybody's, in the row and in the log. Where it happened is logged.
func (w *worker) Work(ctx context.Context, j *river.Job[Job]) (err error) {
	defer func() {
		if recover() != nil {
			w.log.ErrorContext(ctx, "panic in a job", "task", j.Args.Task, "id", j.Args.ID, "stack", string(debug.Stack()))
			err = errFailed
		}
	}()
	if err := w.do(ctx, j.Args); err != nil {
		return errFailed
	}
	return nil
}

// silent keeps errors and panics of jobs out of the queue's rows and River's
// log: whoever does the job logs them once, without personal data.
type silent struct{}

// HandleError accepts the retry.
func (silent) HandleError(context.Context, *rivertype.JobRow, error) *river.ErrorHandlerResult {
	return nil
}

// HandlePanic accepts the retry.
func (silent) HandlePanic(context.Context, *rivertype.JobRow, any, string) *river.ErrorHandlerResult {
	return nil
}
