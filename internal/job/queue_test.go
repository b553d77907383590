package job_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"rugdekking/internal/dbtest"
	"rugdekking/internal/job"
)

// desk is a queue on a fresh database, and what was done of it.
type desk struct {
	t    *testing.T
	pool *sql.DB
	cfg  job.Config
	*job.Queue
	log bytes.Buffer

	mu   sync.Mutex
	done []job.Job
}

// each runs fn with a queue on both engines. do is told how often a job was
// tried before.
func each(t *testing.T, do func(ctx context.Context, d *desk, j job.Job, before int) error, fn func(t *testing.T, d *desk)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, db dbtest.Database) {
		d := &desk{t: t, pool: db.Raw(t)}
		lite := db.Engine == dbtest.SQLite
		if lite {
			d.pool.SetMaxOpenConns(1)
		}
		if err := job.Migrate(t.Context(), d.pool, lite); err != nil {
			t.Fatal(err)
		}
		d.cfg = job.Config{
			Pool: d.pool, SQLite: lite, Workers: 2, Log: slog.New(slog.NewTextHandler(&d.log, nil)), Period: time.Hour,
			Do: func(ctx context.Context, j job.Job) error {
				d.mu.Lock()
				before := 0
				for _, earlier := range d.done {
					if earlier == j {
						before++
					}
				}
				d.done = append(d.done, j)
				d.mu.Unlock()
				return do(ctx, d, j, before)
			},
		}
		fn(t, d)
	})
}

func (d *desk) open() {
	d.t.Helper()
	q, err := job.Open(d.cfg)
	if err != nil {
		d.t.Fatal(err)
	}
	d.Queue = q
}

// start lets the queue work until the test ends.
func (d *desk) start() {
	d.t.Helper()
	if err := d.Start(context.Background()); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = d.Stop(context.Background()) })
}

// insert puts jobs in the queue and commits or rolls back.
func (d *desk) insert(commit bool, jobs ...job.Job) {
	d.t.Helper()
	tx, err := d.pool.BeginTx(d.t.Context(), nil)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.Insert(d.t.Context(), tx, jobs); err != nil {
		d.t.Fatal(err)
	}
	end := tx.Rollback
	if commit {
		end = tx.Commit
	}
	if err := end(); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) times(j job.Job) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := 0
	for _, one := range d.done {
		if one == j {
			n++
		}
	}
	return n
}

// wait waits until a job was done n times.
func (d *desk) wait(j job.Job, n int) {
	d.t.Helper()
	for end := time.Now().Add(30 * time.Second); d.times(j) < n; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			d.t.Fatalf("%+v was done %d times, want %d; log:\n%s", j, d.times(j), n, d.log.String())
		}
	}
}

// rows gives every value of every row of the queue, as text.
func (d *desk) rows(state string) (n int, text string) {
	d.t.Helper()
	found, err := d.pool.QueryContext(context.Background(), `SELECT * FROM river_job`)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = found.Close() }()
	names, err := found.Columns()
	if err != nil {
		d.t.Fatal(err)
	}
	for found.Next() {
		values, into := make([]sql.RawBytes, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := found.Scan(into...); err != nil {
			d.t.Fatal(err)
		}
		for i, v := range values {
			text += names[i] + "=" + string(v) + " "
			if names[i] == "state" && string(v) == state {
				n++
			}
		}
	}
	return n, text
}

func TestInsert_WhatIsRolledBackIsNeverDone(t *testing.T) {
	each(t, func(context.Context, *desk, job.Job, int) error { return nil }, func(t *testing.T, d *desk) {
		d.open()
		undone, done := job.Job{Task: "mail", Organisation: "o", ID: "teruggedraaid"}, job.Job{Task: "mail", Organisation: "o", ID: "vastgelegd"}
		d.insert(false, undone)
		d.insert(true, done, job.Job{Task: "anders", ID: "ook"})
		d.start()
		d.insert(false, undone) // also while it works
		d.wait(done, 1)
		d.wait(job.Job{Task: "anders", ID: "ook"}, 1)
		if n := d.times(undone); n != 0 {
			t.Errorf("what was rolled back was done %d times", n)
		}
		if n := d.times(done); n != 1 {
			t.Errorf("done %d times", n)
		}
	})
}

func TestWork_AFailedJobIsTriedAgainAndItsErrorStaysAway(t *testing.T) {
	const secret = "Anna Yilmaz, Dorpsstraat 1"
	failing := func(_ context.Context, _ *desk, j job.Job, before int) error {
		switch {
		case before > 0:
			return nil
		case j.ID == "paniek":
			panic(secret)
		}
		return errors.New(secret)
	}
	each(t, failing, func(t *testing.T, d *desk) {
		d.open()
		jobs := []job.Job{{Task: "mail", Organisation: "o", ID: "fout"}, {Task: "mail", Organisation: "o", ID: "paniek"}}
		d.insert(true, jobs...)
		d.start()
		for _, j := range jobs {
			d.wait(j, 2)
		}
		if err := d.Stop(context.Background()); err != nil {
			t.Fatal(err)
		}
		n, text := d.rows("completed")
		if n != 2 {
			t.Errorf("%d jobs are completed, want 2: %s", n, text)
		}
		for _, place := range map[string]string{"row": text, "log": d.log.String()} {
			if strings.Contains(place, "Anna") || strings.Contains(place, "Dorpsstraat") {
				t.Errorf("the error is kept:\n%s", place)
			}
		}
		if !strings.Contains(d.log.String(), "queue_test.go") {
			t.Errorf("where it panicked is not logged:\n%s", d.log.String())
		}
		if !strings.Contains(text, "mislukt") {
			t.Errorf("that it failed is not kept: %s", text)
		}
	})
}

func TestStop_LetsARunningJobFinish(t *testing.T) {
	begun, free := make(chan struct{}, 1), make(chan struct{})
	slow := func(context.Context, *desk, job.Job, int) error {
		begun <- struct{}{}
		<-free
		return nil
	}
	each(t, slow, func(t *testing.T, d *desk) {
		d.open()
		d.insert(true, job.Job{Task: "traag", ID: "1"})
		d.start()
		<-begun
		stopped := make(chan error, 1)
		go func() { stopped <- d.Stop(context.Background()) }()
		select {
		case err := <-stopped:
			t.Errorf("stopped while a job ran: %v", err)
		case <-time.After(100 * time.Millisecond):
		}
		free <- struct{}{}
		if err := <-stopped; err != nil {
			t.Error(err)
		}
		if n, text := d.rows("completed"); n != 1 {
			t.Errorf("the job that ran is not completed: %s", text)
		}
		d.insert(true, job.Job{Task: "traag", ID: "2"})
		if n := d.times(job.Job{Task: "traag", ID: "2"}); n != 0 {
			t.Error("a stopped queue works")
		}
	})
}

func TestEvery_PutsItsTasksInAtTheStart(t *testing.T) {
	each(t, func(context.Context, *desk, job.Job, int) error { return nil }, func(t *testing.T, d *desk) {
		d.cfg.Every = []string{"veeg"}
		d.open()
		d.start()
		d.wait(job.Job{Task: "veeg"}, 1)
	})
}

func TestQueue_WorksAfterTheProgramThatPutItInIsGone(t *testing.T) {
	each(t, func(context.Context, *desk, job.Job, int) error { return nil }, func(t *testing.T, d *desk) {
		d.open()
		left := job.Job{Task: "mail", Organisation: "o", ID: "blijft"}
		d.insert(true, left)
		d.open() // another program, which never saw the first
		d.start()
		d.wait(left, 1)
	})
}

func TestJobRows_HoldIdsOnly(t *testing.T) {
	each(t, func(context.Context, *desk, job.Job, int) error { return nil }, func(t *testing.T, d *desk) {
		d.open()
		d.insert(true, job.Job{Task: "mail", Organisation: "o-1", ID: "m-1"})
		query := `SELECT args::text FROM river_job`
		if d.cfg.SQLite {
			query = `SELECT json(args) FROM river_job`
		}
		var args string
		if err := d.pool.QueryRowContext(t.Context(), query).Scan(&args); err != nil {
			t.Fatal(err)
		}
		var found map[string]string
		if err := json.Unmarshal([]byte(args), &found); err != nil {
			t.Fatal(err)
		}
		if want := map[string]string{"task": "mail", "organisation": "o-1", "id": "m-1"}; !maps.Equal(found, want) {
			t.Errorf("the row holds %v, want %v", found, want)
		}
	})
}

func TestMigrate_Twice(t *testing.T) {
	each(t, nil, func(t *testing.T, d *desk) {
		if err := job.Migrate(t.Context(), d.pool, d.cfg.SQLite); err != nil {
			t.Error(err)
		}
	})
}

func TestStop_LeavesNothingRunning(t *testing.T) {
	db := dbtest.NewSQLite(t)
	pool := db.Raw(t)
	pool.SetMaxOpenConns(1)
	if err := job.Migrate(t.Context(), pool, true); err != nil {
		t.Fatal(err)
	}
	before := goleak.IgnoreCurrent()
	q, err := job.Open(job.Config{Pool: pool, SQLite: true, Do: func(context.Context, job.Job) error { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	if err := q.Start(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := q.Stop(context.Background()); err != nil {
		t.Fatal(err)
	}
	goleak.VerifyNone(t, before)
}
