package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// idleFor is how long the program rests before its memory is read.
const idleFor = 60 * time.Second

// program measures the built binary: its size, the time from exec to the first
// page on a migrated database, and its memory when nobody asks anything.
func program(ctx context.Context, table *report, binary string, e engine) error {
	info, err := os.Stat(binary)
	if err != nil {
		return fmt.Errorf("build it first: %w", err)
	}
	size := float64(info.Size()) / 1e6
	table.row("size of the binary", fmt.Sprintf("%.1f MB", size), "≤ 35 MB", verdict(size <= 35))
	if _, err := os.Stat(strings.TrimPrefix(e.serve, "sqlite:")); err != nil { // no worklist was measured: a small database will do
		w, err := newWorld(ctx, e)
		if err != nil {
			return err
		}
		w.close()
	}
	if err := e.quiet(ctx); err != nil {
		return err
	}
	address, err := freeAddress()
	if err != nil {
		return err
	}
	start := time.Now()
	cmd := exec.CommandContext(ctx, binary, "serve", "--database", e.serve, "--listen", address, "--base-url", "http://"+address)
	cmd.Stderr = io.Discard
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}()
	if err := waitFor(ctx, "http://"+address+"/inloggen"); err != nil {
		return err
	}
	first := time.Since(start)
	table.row("first page after start", fmt.Sprintf("%.2f s", first.Seconds()), "≤ 0.30 s", verdict(first <= 300*time.Millisecond))
	select {
	case <-time.After(idleFor):
	case <-ctx.Done():
		return ctx.Err()
	}
	memory, err := residentMemory(cmd.Process.Pid)
	if err != nil {
		return err
	}
	table.row("memory when idle", fmt.Sprintf("%.0f MB", memory), "≤ 60 MB", verdict(memory <= 60))
	return nil
}

// quiet takes the mails away that nobody sent while the cases were made: a
// program that sends two hundred thousand of them is not idle.
func (e engine) quiet(ctx context.Context) error {
	db, err := sql.Open("sqlite", "file:"+strings.TrimPrefix(e.serve, "sqlite:"))
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	for _, table := range []string{"mail", "river_job"} {
		if _, err := db.ExecContext(ctx, `DELETE FROM `+table); err != nil {
			return err
		}
	}
	return nil
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

func waitFor(ctx context.Context, url string) error {
	for range 3000 {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	return errors.New("the server does not answer")
}

// residentMemory reads the memory of a process, in MB.
func residentMemory(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1000, err
		}
	}
	return 0, errors.New("no memory in the status of the process")
}
