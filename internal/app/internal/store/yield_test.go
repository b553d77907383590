package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// postgresStore is a store on PostgreSQL alone: on SQLite writers never get in
// each other's way.
func postgresStore(t *testing.T) *storetest.Store {
	t.Helper()
	return storetest.Open(t, dbtest.MigratedPostgres(t, "storetest", storetest.Migrate), nil)
}

// Two writers that wait for each other both succeed in the end, and each leaves
// one line in the log, whatever it noted in the try that was lost.
func TestWrite_DeadlockIsTriedAgain(t *testing.T) {
	s := postgresStore(t)
	s.Must(storetest.Put("een"))
	s.Must(storetest.Put("twee"))
	before := s.Entries()
	var tries atomic.Int32
	var met, done sync.WaitGroup
	met.Add(2)
	errs := make([]error, 2)
	for i, order := range [][2]string{{"een", "twee"}, {"twee", "een"}} {
		done.Go(func() {
			first := true
			errs[i] = s.Write(context.Background(), storetest.Home, func(tx *store.Tx) error {
				tries.Add(1)
				tx.Note(storetest.Entry(tx, "unit.save"))
				for at, id := range order {
					if _, err := tx.Exec(`UPDATE unit SET name = $3 WHERE organisation_id = $1 AND id = $2`, string(storetest.Home), id, id+order[0]); err != nil {
						return fmt.Errorf("rename: %w", err)
					}
					if at == 0 && first {
						first = false
						met.Done()
						met.Wait()
					}
				}
				return nil
			})
		})
	}
	done.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Errorf("one of two that waited for each other failed: %v", err)
	}
	if tries.Load() < 3 || s.Entries() != before+2 {
		t.Errorf("%d tries and %d lines in the log, want at least 3 and 2", tries.Load(), s.Entries()-before)
	}
	s.VerifyAudit()
}

// What keeps failing is told after three tries; what would fail again at once,
// and what somebody no longer waits for, is tried once.
func TestWrite_TriesEnd(t *testing.T) {
	s := postgresStore(t)
	ended, end := context.WithCancel(context.Background())
	defer end()
	for name, row := range map[string]struct {
		ctx   context.Context
		code  string
		leave bool
		tries int
	}{
		"serialization": {context.Background(), "40001", false, 3},
		"deadlock":      {context.Background(), "40P01", false, 3},
		"disk full":     {context.Background(), "53100", false, 1},
		"gone":          {ended, "40P01", true, 1},
	} {
		tries := 0
		err := s.Write(row.ctx, storetest.Home, func(tx *store.Tx) error {
			tries++
			if row.leave {
				end()
			}
			return store.Translate(&pgconn.PgError{Code: row.code})
		})
		if tries != row.tries || vpt.KindOf(err) != vpt.KindUnavailable {
			t.Errorf("%s: %d tries, then %v; want %d", name, tries, err, row.tries)
		}
	}
}
