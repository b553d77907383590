package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRunGivesTheCommandAClusterAndItsStatusBack(t *testing.T) {
	note := filepath.Join(t.TempDir(), "dir")
	status, err := run([]string{"sh", "-c",
		`test -S "$RUGDEKKING_TEST_POSTGRES/.s.PGSQL.5432" || exit 9
		printf %s "$RUGDEKKING_TEST_POSTGRES" >"$0"; exit 3`, note})
	if err != nil || status != 3 {
		t.Fatalf("run = %d, %v; want 3", status, err)
	}
	dir, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(string(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("cluster %s outlived the command (%v)", dir, err)
	}
}

func TestRunRefusesNothingAndTheUnknown(t *testing.T) {
	if status, err := run(nil); status != 1 || err == nil || !strings.Contains(err.Error(), "COMMAND") {
		t.Errorf("run() = %d, %v; want 1 and how to use it", status, err)
	}
	if status, err := run([]string{"no-such-command-here"}); status != 1 || err == nil {
		t.Errorf("an unknown command gives %d, %v; want 1 and why", status, err)
	}
}
