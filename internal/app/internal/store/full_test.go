package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/vpt"
)

// pages sets how many pages the database may take on its writing connection;
// 0 leaves room for a few small rows and no more.
func pages(t *testing.T, s *storetest.Store, n int) {
	t.Helper()
	ctx := context.Background()
	if n == 0 {
		if err := s.Writer().QueryRowContext(ctx, `PRAGMA page_count`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		n += 2
	}
	if _, err := s.Writer().ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, n)); err != nil {
		t.Fatal(err)
	}
}

func big(name string) func(*store.Tx) error {
	return storetest.Put(name + strings.Repeat("x", 200_000))
}

func TestWrite_WhenTheDiskIsFull(t *testing.T) {
	s := storetest.SQLite(t, nil)
	entries := s.Entries()
	pages(t, s, 0)
	stubborn := func(tx *store.Tx) error { // takes no notice of what it is told
		_ = big("koppig")(tx)
		_ = storetest.Put("alleen")(tx)
		return nil
	}
	stubbornThenError := func(tx *store.Tx) error {
		_ = big("koppig")(tx)
		_ = storetest.Put("alleen")(tx)
		return errors.New("toch niet")
	}
	errs := queued(t, s, storetest.Put("eerste"), big("te-groot"), storetest.Put("tweede"), stubborn, stubbornThenError, storetest.Put("derde"))
	written, lines := s.Names(), 0
	for i, name := range map[int]string{0: "eerste", 2: "tweede", 5: "derde"} {
		// A neighbour is done or told; what it was told is what happened.
		if (errs[i] == nil) != written[name] {
			t.Errorf("%s was told %v, and is there: %v", name, errs[i], written[name])
		}
		if errs[i] == nil {
			lines++
		} else if vpt.KindOf(errs[i]) != vpt.KindUnavailable {
			t.Errorf("%s was told %v", name, errs[i])
		}
	}
	if errs[0] != nil {
		t.Errorf("there was room for the first, which was told %v", errs[0])
	}
	if vpt.KindOf(errs[1]) != vpt.KindUnavailable || errs[3] == nil || errs[4] == nil {
		t.Errorf("who did not fit was told: %v", errs)
	}
	if written["alleen"] || len(written) != lines+1 {
		t.Errorf("%d of %d were told they are done; there is also something else", lines, len(written)-1)
	}
	if n := s.Entries() - entries; n != lines {
		t.Errorf("%d entries in the log for %d that were done", n, lines)
	}
	s.VerifyAudit()

	pages(t, s, 1_000_000)
	s.Must(big("past-weer"))
	s.VerifyAudit()
}

// The log is the last thing that is written: without room for it, what it is
// about is not written either.
func TestWrite_WhenThereIsNoRoomForTheLog(t *testing.T) {
	s := storetest.SQLite(t, nil)
	entries := s.Entries()
	pages(t, s, 0)
	long := func(tx *store.Tx) error {
		if err := storetest.Put("zonder logboek")(tx); err != nil {
			return err
		}
		for range 2000 {
			tx.Note(storetest.Entry(tx, strings.Repeat("x", 60)))
		}
		return nil
	}
	if err := s.Write(context.Background(), storetest.Home, long); vpt.KindOf(err) != vpt.KindUnavailable {
		t.Errorf("told %v", err)
	}
	if s.Names()["zonder logboek"] || s.Entries() != entries {
		t.Error("a change stands without its line in the log, or the other way round")
	}
	pages(t, s, 1_000_000)
	s.Must(long)
	s.VerifyAudit()
}

// Two programs on one file, such as `serve` and `import`: both append to the
// same tree.
func TestWrite_TwoProgramsOnOneDatabase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		other := storetest.Open(t, s.Base, nil)
		entries := s.Entries()
		const each = 60
		var all sync.WaitGroup
		for name, program := range map[string]*storetest.Store{"a": s, "b": other} {
			for i := range each {
				all.Go(func() {
					if err := program.Write(context.Background(), storetest.Home, storetest.Put(fmt.Sprintf("%s%d", name, i))); err != nil {
						t.Errorf("%s%d: %v", name, i, err)
					}
				})
			}
		}
		all.Wait()
		if n := len(other.Names()); n != 2*each+1 {
			t.Errorf("%d units, want %d", n, 2*each+1)
		}
		if n := s.Entries() - entries; n != 2*each {
			t.Errorf("%d entries in the log, want %d", n, 2*each)
		}
		s.VerifyAudit()
	})
}

// While another program holds the database, everybody who waits is told at
// once, and not each after waiting alone.
func TestWrite_AllAreToldWhenTheDatabaseIsHeld(t *testing.T) {
	s := storetest.SQLite(t, nil)
	raw := s.Base.Raw(t)
	raw.SetMaxOpenConns(1)
	ctx := context.Background()
	if _, err := s.Writer().ExecContext(ctx, `PRAGMA busy_timeout = 200`); err != nil {
		t.Fatal(err)
	}
	var members []func(*store.Tx) error
	for i := range 40 {
		members = append(members, storetest.Put(fmt.Sprintf("e%d", i)))
	}
	if _, err := raw.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	errs := make([]error, len(members))
	var all sync.WaitGroup
	begin := time.Now()
	for i, member := range members {
		all.Go(func() { errs[i] = s.Write(ctx, storetest.Home, member) })
	}
	all.Wait()
	took := time.Since(begin)
	if _, err := raw.ExecContext(ctx, `ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	for i, err := range errs {
		if vpt.KindOf(err) != vpt.KindUnavailable || s.Names()[fmt.Sprintf("e%d", i)] {
			t.Errorf("member %d was told %v", i, err)
		}
	}
	if took > 4*time.Second {
		t.Errorf("it took %s to tell all: each waited alone", took)
	}
	s.Must(storetest.Put("daarna"))
	s.VerifyAudit()
}

func TestRead_DoesNotWaitForWhoWrites(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Must(func(tx *store.Tx) error {
			if err := storetest.Put("nog niet")(tx); err != nil {
				return err
			}
			if s.Names()["nog niet"] {
				t.Error("what is not committed is read")
			}
			return nil
		})
		if !s.Names()["nog niet"] {
			t.Error("what was committed is not read")
		}
	})
}

// A page that asks twice gets one answer: what others commit in between is of
// a later moment.
func TestRead_IsOfOneMoment(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		units := func(tx *store.Tx) int {
			all, err := tx.Units()
			if err != nil {
				t.Fatal(err)
			}
			return len(all)
		}
		err := s.Read(context.Background(), storetest.Home, func(tx *store.Tx) error {
			before := units(tx)
			s.Must(storetest.Put("ondertussen"))
			if after := units(tx); after != before {
				t.Errorf("%d units, and a moment later %d", before, after)
			}
			return nil
		})
		if err != nil || !s.Names()["ondertussen"] {
			t.Errorf("what was committed is not read afterwards: %v", err)
		}
	})
}

func TestRead_CannotWrite(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		err := s.Read(context.Background(), storetest.Home, func(tx *store.Tx) error {
			return tx.SaveUnit(vpt.Unit{ID: "stil", Name: "stil"})
		})
		if err == nil || s.Names()["stil"] {
			t.Errorf("a reading transaction wrote: %v", err)
		}
	})
}

func TestDurability_OfTheConnectionsThatWrite(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		found, safe, err := s.Durability(context.Background(), nil)
		if err != nil || len(found) != 2 {
			t.Fatalf("%v, %v", found, err)
		}
		if s.Engine() == store.Postgres {
			// A test cluster is thrown away and need not wait for its disk: what it
			// says must be what is told.
			var fsync string
			if err := s.Writer().QueryRowContext(context.Background(), `SHOW fsync`).Scan(&fsync); err != nil {
				t.Fatal(err)
			}
			if found[0] != (store.Setting{Name: "fsync", Value: fsync}) || safe != (fsync == "on") {
				t.Errorf("safe: %v with %v", safe, found)
			}
			return
		}
		if !safe {
			t.Errorf("the writing connection does not wait for the disk: %v", found)
		}
		if _, err := s.Writer().ExecContext(context.Background(), `PRAGMA synchronous = NORMAL`); err != nil {
			t.Fatal(err)
		}
		if _, safe, err = s.Durability(context.Background(), nil); err != nil || safe {
			t.Errorf("a connection that does not wait for the disk counts as safe (%v)", err)
		}
	})
}
