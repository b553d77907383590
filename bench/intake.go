package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// engine is a database to measure with: where it is served, and where its raw
// commits are tried.
type engine struct {
	name          string
	serve, owner  string // addresses; the owner's makes the tables
	unscoped, raw string
}

// intake measures durable reports: one report is one commit that survives a
// loss of power, with audit and sealing, against the raw engine committing one
// row at a time with the same settings. A machine is not equally quick from one
// minute to the next, so that the raw engine is measured before and after each
// number of clients, and the two are averaged.
func intake(ctx context.Context, table *report, e engine, reports int) error {
	w, err := newWorld(ctx, e)
	if err != nil {
		return err
	}
	defer w.close()
	if _, _, err := w.send(ctx, 4, 200); err != nil { // warm the caches and statements
		return err
	}
	before, err := e.rawCommits(ctx, reports/4)
	if err != nil {
		return err
	}
	table.row(e.name+": raw engine, 1 row a commit, 1 client", fmt.Sprintf("%.0f/s, %.2f ms each", before, 1000/before), "", "the base of the ratios")
	for _, clients := range []int{1, 16, 64} {
		rate, cpu, err := w.send(ctx, clients, reports)
		if err != nil {
			return err
		}
		after, err := e.rawCommits(ctx, reports/4)
		if err != nil {
			return err
		}
		raw := (before + after) / 2
		before = after
		aim, remark := "", ""
		switch {
		case e.name != "SQLite": // the aims are about the shared commit
		case clients == 16:
			aim, remark = "≤ 0.60 ms CPU", verdict(cpu.Seconds()*1000 <= 0.6)
		case clients == 64:
			aim, remark = "≥ 0.8 of raw", verdict(rate/raw >= 0.8)
		}
		table.row(fmt.Sprintf("%s: reports, %d clients", e.name, clients),
			fmt.Sprintf("%.2f of raw (%.0f/s), %.2f ms CPU each", rate/raw, rate, cpu.Seconds()*1000), aim, remark)
	}
	return nil
}

// send has clients send reports until there are as many as asked, and gives
// reports per second and processor time per report.
func (w *world) send(ctx context.Context, clients, reports int) (float64, time.Duration, error) {
	var left atomic.Int64
	left.Store(int64(reports))
	var group sync.WaitGroup
	var failed atomic.Value
	before, start := processorTime(), time.Now()
	for i := range clients {
		group.Go(func() {
			for left.Add(-1) >= 0 {
				if _, err := w.app.ReportIncident(ctx, w.reporters[i%len(w.reporters)], w.report()); err != nil {
					failed.Store(err)
					return
				}
			}
		})
	}
	group.Wait()
	took, cpu := time.Since(start), processorTime()-before
	if err, ok := failed.Load().(error); ok {
		return 0, 0, err
	}
	return float64(reports) / took.Seconds(), cpu / time.Duration(reports), nil
}

// report is a report of about 1.4 kB.
func (w *world) report() vpt.ReportIncident {
	n := w.sent.Add(1)
	return vpt.ReportIncident{
		OnBehalf: vpt.ForMyself, Choice: vpt.ChoiceNormal, Kinds: []string{"V2", "B1"}, OccurredOn: w.today, OccurredTime: "10:15",
		Channel: "balie", Site: w.place, Place: vpt.NewPrivate("balie 3, naast de ingang"),
		Account:    vpt.NewPrivate(strings.Repeat("De man wilde niet wachten en begon te schelden. ", 24)),
		Affected:   []vpt.AffectedInput{{Self: true}},
		Help:       vpt.HelpNo,
		Origin:     vpt.OriginForm,
		Instigator: vpt.NewPrivate("een man van een jaar of veertig"),
		Once:       vpt.Once{Key: fmt.Sprintf("bench-%08d", n), Sum: [32]byte{byte(n)}},
	}
}

// rawCommits has the engine commit one row at a time, with the settings of the
// product, and gives rows per second.
func (e engine) rawCommits(ctx context.Context, rows int) (float64, error) {
	driver, blob := "pgx", "bytea"
	if e.name == "SQLite" {
		driver, blob = "sqlite", "blob"
	}
	db, err := sql.Open(driver, e.raw)
	if err != nil {
		return 0, err
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, `CREATE TABLE raw_bench (id text PRIMARY KEY, body `+blob+`)`); err != nil {
		return 0, err
	}
	body := make([]byte, 1400)
	start := time.Now()
	for i := range rows {
		if _, err := db.ExecContext(ctx, `INSERT INTO raw_bench (id, body) VALUES ($1, $2)`, fmt.Sprintf("row-%08d", i), body); err != nil {
			return 0, err
		}
	}
	rate := float64(rows) / time.Since(start).Seconds()
	_, err = db.ExecContext(ctx, `DROP TABLE raw_bench`)
	return rate, err
}

// sqliteEngine is an embedded database in a folder.
func sqliteEngine(dir, file string) engine {
	address := "sqlite:" + filepath.Join(dir, file)
	return engine{name: "SQLite", serve: address, owner: address, unscoped: address,
		raw: "file:" + filepath.Join(dir, "raw.db") + "?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate"}
}

// postgresEngine starts a cluster of its own, which the caller stops.
func postgresEngine(dir string) (engine, *dbtest.Cluster, error) {
	cluster, err := dbtest.StartCluster()
	if err != nil {
		return engine{}, nil, err
	}
	db, err := cluster.Fresh(dir)
	if err != nil {
		return engine{}, nil, errors.Join(err, cluster.Stop())
	}
	return engine{name: "PostgreSQL", serve: db.URL, owner: db.OwnerURL, unscoped: db.UnscopedURL, raw: db.OwnerURL}, cluster, nil
}

// processorTime is the time that this process has used, user and system.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
