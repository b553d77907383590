package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// syncs counts how often the kernel is asked to put reports on the disk, with
// strace around a process of this program: without one sync per commit nothing
// survives a loss of power, and with one sync per report nobody shares.
func syncs(ctx context.Context, table *report, dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, clients := range []int{1, 64} {
		none, err := countSyncs(ctx, self, dir, clients, 0)
		if err != nil {
			return err
		}
		const reports = 2000
		all, err := countSyncs(ctx, self, dir, clients, reports)
		if err != nil {
			return err
		}
		if all <= none {
			return fmt.Errorf("%d reports took %d syncs, no reports %d", reports, all, none)
		}
		table.row(fmt.Sprintf("SQLite: reports per sync, %d clients", clients), fmt.Sprintf("%.1f", reports/float64(all-none)), "", "counted by strace")
	}
	return nil
}

// countSyncs runs intake under strace, on a fresh database, and gives the
// number of syncs of the whole process.
func countSyncs(ctx context.Context, self, dir string, clients, reports int) (int, error) {
	summary := filepath.Join(dir, "strace.txt")
	cmd := exec.CommandContext(ctx, "strace", "-f", "-c", "-o", summary, "-e", "trace=fsync,fdatasync",
		self, "-only", "child", "-clients", strconv.Itoa(clients), "-reports", strconv.Itoa(reports))
	if output, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("strace: %w: %s", err, output)
	}
	text, err := os.ReadFile(summary)
	if err != nil {
		return 0, err
	}
	total := 0
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line) // % time, seconds, usecs/call, calls, errors, syscall
		if len(fields) < 5 || !strings.HasSuffix(fields[len(fields)-1], "sync") {
			continue
		}
		calls, err := strconv.Atoi(fields[3])
		if err != nil {
			return 0, fmt.Errorf("strace printed %q", line)
		}
		total += calls
	}
	return total, nil
}

// syncsChild is the process whose syncs are counted.
func syncsChild(ctx context.Context, dir string, clients, reports int) error {
	w, err := newWorld(ctx, sqliteEngine(dir, "child.db"))
	if err != nil {
		return err
	}
	defer w.close()
	if reports == 0 { // what setting up costs, to be taken off
		return nil
	}
	_, _, err = w.send(ctx, clients, reports)
	return err
}
