// Command bench measures what the product promises about speed and size, and
// prints each as a ratio within one run or as a use of processor time: wall
// times of a busy machine mean little. It is never part of the tests.
//
// It builds its databases in a temporary folder and takes them away again.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"text/tabwriter"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	cases := flags.Int("cases", 100_000, "cases on the worklist")
	per := flags.Int("reports", 4_000, "reports per number of clients")
	binary := flags.String("binary", "bin/rugdekking", "the built program")
	only := flags.String("only", "", "intake, postgres, syncs, worklist, weight or program, with commas between; empty for all")
	clients := flags.Int("clients", 1, "clients of the child whose syncs are counted")
	profile := flags.String("cpuprofile", "", "file for a processor profile")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	dir, err := os.MkdirTemp("", "rugdekking-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	table := &report{w: tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)}
	table.row("measure", "value", "aim", "")
	steps := []struct {
		name string
		do   func() error
	}{
		{"intake", func() error { return intake(ctx, table, sqliteEngine(dir, "intake.db"), *per) }},
		{"postgres", func() error { return onPostgres(ctx, table, dir, *per) }},
		{"syncs", func() error { return syncs(ctx, table, dir) }},
		{"worklist", func() error { return worklist(ctx, table, sqliteEngine(dir, "list.db"), *cases) }},
		{"weight", func() error { return weight(ctx, table, *binary, filepath.Join(dir, "demo")) }},
		{"program", func() error { return program(ctx, table, *binary, sqliteEngine(dir, "list.db")) }},
		{"child", func() error { return syncsChild(ctx, dir, *clients, *per) }},
	}
	for _, step := range steps {
		if *only == "" && step.name == "child" || *only != "" && !slices.Contains(strings.Split(*only, ","), step.name) {
			continue
		}
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return nil
}

// onPostgres measures intake on a cluster of its own.
func onPostgres(ctx context.Context, table *report, dir string, reports int) error {
	e, cluster, err := postgresEngine(dir)
	if err != nil {
		return err
	}
	return errors.Join(intake(ctx, table, e, reports), cluster.Stop())
}

// report is the table that is printed, line by line as results come in.
type report struct{ w *tabwriter.Writer }

func (r *report) row(measure, value, aim, remark string) {
	fmt.Fprintf(r.w, "%s\t%s\t%s\t%s\n", measure, value, aim, remark)
	_ = r.w.Flush()
}

// verdict says whether an aim was met.
func verdict(met bool) string {
	if met {
		return "met"
	}
	return "MISSED"
}
