package app_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// TestClose_LeavesOneFile: with a write-ahead log beside it, the database
// cannot be copied as one file.
func TestClose_LeavesOneFile(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	path := strings.TrimPrefix(w.DB.URL, "sqlite:")
	for round := range 2 {
		_, number := w.Report("rosa", nil)
		w.Must(w.Runtime.Start(ctx))
		var wait sync.WaitGroup
		for range 8 { // every reading connection, and statements that are prepared on them
			wait.Go(func() {
				_, err := w.App.CaseByNumber(ctx, w.Actor("mila"), number)
				_, also := w.App.Worklist(ctx, w.Actor("mila"), vpt.WorkFilter{})
				if err := errors.Join(err, also); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		if _, err := os.Stat(path + "-wal"); err != nil {
			t.Fatalf("while it is open there should be a log: %v", err)
		}
		w.Close()
		for _, more := range []string{"-wal", "-shm"} {
			if info, err := os.Stat(path + more); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("round %d: %s is still there, with %d bytes", round, more, info.Size())
			}
		}
		w.Reopen()
	}
}
