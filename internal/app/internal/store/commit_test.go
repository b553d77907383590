package store_test

import (
	"context"
	"database/sql"
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

// hold keeps the committer busy with one member and gives how to let it go on.
// Whatever is written meanwhile waits, and then shares commits.
func hold(t *testing.T, s *storetest.Store) (release func()) {
	t.Helper()
	begun, free, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		done <- s.Write(context.Background(), storetest.Home, func(*store.Tx) error {
			close(begun)
			<-free
			return nil
		})
	}()
	<-begun
	return func() {
		t.Helper()
		close(free)
		if err := <-done; err != nil {
			t.Errorf("the member that held up the others: %v", err)
		}
	}
}

// queued is what members do that wait together; it gives what each was told,
// in order. Every member stands in the queue before the first is done.
func queued(t *testing.T, s *storetest.Store, members ...func(*store.Tx) error) []error {
	t.Helper()
	release := hold(t, s)
	errs := make([]error, len(members))
	var all sync.WaitGroup
	for i, member := range members {
		all.Go(func() { errs[i] = s.Write(context.Background(), storetest.Home, member) })
		waitQueue(t, s, i+1)
	}
	release()
	all.Wait()
	return errs
}

// waitQueue waits until n members stand in the queue.
func waitQueue(t *testing.T, s *storetest.Store, n int) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); s.Queued() < n; time.Sleep(50 * time.Microsecond) {
		if time.Now().After(end) {
			t.Fatalf("%d members in the queue, want %d", s.Queued(), n)
		}
	}
}

// commits counts the commits that wrote to the log of the home organisation.
func commits(s *storetest.Store) int {
	return s.Count(`SELECT COUNT(sequence) FROM audit_checkpoint WHERE organisation_id = $1`, string(storetest.Home))
}

func TestWrite_ManyShareACommit(t *testing.T) {
	s := storetest.SQLite(t, nil)
	before, entries := commits(s), s.Entries()
	var members []func(*store.Tx) error
	for i := range 50 {
		members = append(members, storetest.Put(fmt.Sprintf("e%02d", i)))
	}
	for i, err := range queued(t, s, members...) {
		if err != nil {
			t.Errorf("member %d: %v", i, err)
		}
	}
	if n := commits(s) - before; n < 1 || n > 2 {
		t.Errorf("50 members took %d commits, want at most 2", n)
	}
	if n := s.Entries() - entries; n != 50 {
		t.Errorf("%d entries in the log, want 50", n)
	}
	for i := range 50 {
		if !s.Names()[fmt.Sprintf("e%02d", i)] {
			t.Errorf("what member %d wrote is gone", i)
		}
	}
	s.VerifyAudit()
}

func TestWrite_MoreThanABatchHolds(t *testing.T) {
	s := storetest.SQLite(t, nil)
	var all sync.WaitGroup
	release := hold(t, s)
	for i := range store.MaxBatch + 40 { // the queue is full: the rest waits before it
		all.Go(func() {
			if err := s.Write(context.Background(), storetest.Home, storetest.Put(fmt.Sprintf("e%d", i))); err != nil {
				t.Error(err)
			}
		})
	}
	waitQueue(t, s, store.MaxBatch)
	release()
	all.Wait()
	if n := len(s.Names()); n != store.MaxBatch+40+1 {
		t.Errorf("%d units, want %d", n, store.MaxBatch+41)
	}
	s.VerifyAudit()
}

func TestWrite_OneThatFailsLeavesItsNeighboursAlone(t *testing.T) {
	s := storetest.SQLite(t, nil)
	entries := s.Entries()
	refusal := vpt.Fail(vpt.KindConflict, "kan-niet")
	halfway := func(end func() error) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			if err := storetest.Put("half")(tx); err != nil {
				return err
			}
			return end()
		}
	}
	unknown := func(tx *store.Tx) error { return tx.SaveUnit(vpt.Unit{ID: "wees", Parent: "weg", Name: "wees"}) }
	errs := queued(t, s,
		storetest.Put("eerste"), halfway(func() error { return refusal }), storetest.Put("tweede"),
		halfway(func() error { panic("stuk") }), storetest.Put("derde"), unknown, storetest.Put("vierde"),
	)
	for i, err := range errs {
		if i%2 == 0 && err != nil {
			t.Errorf("member %d, a neighbour, was told %v", i, err)
		}
	}
	if !errors.Is(errs[1], refusal) {
		t.Errorf("who refused was told %v", errs[1])
	}
	if errs[3] == nil || !strings.Contains(errs[3].Error(), "panic") {
		t.Errorf("who panicked was told %v", errs[3])
	}
	if vpt.KindOf(errs[5]) != vpt.KindInvalid {
		t.Errorf("who named a unit that is not there was told %v", errs[5])
	}
	names := s.Names()
	for _, name := range []string{"eerste", "tweede", "derde", "vierde"} {
		if !names[name] {
			t.Errorf("%s is gone", name)
		}
	}
	if names["half"] || names["wees"] || len(names) != 5 {
		t.Errorf("a half member was committed: %v", names)
	}
	if n := s.Entries() - entries; n != 4 {
		t.Errorf("%d entries in the log, want those of the four that were done", n)
	}
	s.VerifyAudit()
}

func TestWrite_CancelledBeforeItBeganLeavesNoTrace(t *testing.T) {
	s := storetest.SQLite(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	release := hold(t, s)
	gone, stays := make(chan error, 1), make(chan error, 1)
	go func() { gone <- s.Write(ctx, storetest.Home, storetest.Put("afgehaakt")) }()
	waitQueue(t, s, 1)
	go func() { stays <- s.Write(context.Background(), storetest.Home, storetest.Put("buur")) }()
	waitQueue(t, s, 2)
	cancel()
	release()
	if err := <-gone; !errors.Is(err, context.Canceled) {
		t.Errorf("who stopped waiting was told %v", err)
	}
	if err := <-stays; err != nil {
		t.Errorf("the neighbour was told %v", err)
	}
	if names := s.Names(); names["afgehaakt"] || !names["buur"] {
		t.Errorf("written: %v", names)
	}
	if err := s.Write(ctx, storetest.Home, storetest.Put("te laat")); !errors.Is(err, context.Canceled) || s.Names()["te laat"] {
		t.Errorf("with a context that was cancelled already: %v", err)
	}
}

// A cancelled statement would roll the whole transaction back, and what
// followed would be committed alone.
func TestWrite_CancelledWhileItRunsIsStillWhole(t *testing.T) {
	s := storetest.SQLite(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	release := hold(t, s)
	during, stays := make(chan error, 1), make(chan error, 1)
	go func() {
		during <- s.Write(ctx, storetest.Home, func(tx *store.Tx) error {
			if err := storetest.Put("voor")(tx); err != nil {
				return err
			}
			cancel()
			return storetest.Put("na")(tx)
		})
	}()
	waitQueue(t, s, 1)
	go func() { stays <- s.Write(context.Background(), storetest.Home, storetest.Put("buur")) }()
	waitQueue(t, s, 2)
	release()
	if err := <-during; err != nil {
		t.Errorf("it was told %v, though it was committed", err)
	}
	if err := <-stays; err != nil {
		t.Errorf("the neighbour was told %v", err)
	}
	if names := s.Names(); !names["voor"] || !names["na"] || !names["buur"] {
		t.Errorf("written: %v", names)
	}
	s.VerifyAudit()
}

// A commit that is refused leaves SQLite's transaction open. The driver ends
// it; otherwise every later writer on that one connection would fail.
func TestWrite_ARefusedCommitIsOvercome(t *testing.T) {
	s := storetest.SQLite(t, nil)
	deferred := func(tx *store.Tx) error {
		if _, err := tx.Exec(`PRAGMA defer_foreign_keys = ON`); err != nil {
			return err
		}
		return tx.SaveUnit(vpt.Unit{ID: "wees", Parent: "weg", Name: "wees"})
	}
	runs := 0
	counted := func(tx *store.Tx) error { runs++; return storetest.Put("buur")(tx) }
	errs := queued(t, s, counted, deferred, storetest.Put("tweede"))
	if errs[0] != nil || errs[2] != nil || errs[1] == nil {
		t.Errorf("told: %v", errs)
	}
	if runs != 2 {
		t.Errorf("the neighbour ran %d times, want once together and once alone", runs)
	}
	s.Must(storetest.Put("later"))
	if names := s.Names(); names["wees"] || !names["buur"] || !names["tweede"] || !names["later"] {
		t.Errorf("written: %v", names)
	}
	s.VerifyAudit()
}

func TestWrite_JobsOfWhoFailedAreNotQueued(t *testing.T) {
	var mu sync.Mutex
	var batches [][]store.Job
	s := storetest.SQLite(t, func(cfg *store.Config) {
		cfg.Enqueue = func(_ context.Context, _ *sql.Tx, jobs []store.Job) error {
			mu.Lock()
			defer mu.Unlock()
			batches = append(batches, jobs)
			return nil
		}
	})
	asks := func(id string, end error) func(*store.Tx) error {
		return func(tx *store.Tx) error { tx.Enqueue("toets", id); return end }
	}
	queued(t, s, asks("a", nil), asks("b", errors.New("stuk")), asks("c", nil), asks("a", nil))
	want := []store.Job{{Kind: "toets", Organisation: storetest.Home, ID: "a"}, {Kind: "toets", Organisation: storetest.Home, ID: "c"}}
	if fmt.Sprint(batches) != fmt.Sprint([][]store.Job{want}) {
		t.Errorf("queued %v, want %v at once", batches, want)
	}
}

func TestWrite_AQueueThatFailsUndoesTheCommit(t *testing.T) {
	broken := true
	s := storetest.SQLite(t, func(cfg *store.Config) {
		cfg.Enqueue = func(context.Context, *sql.Tx, []store.Job) error {
			if broken {
				return errors.New("vol")
			}
			return nil
		}
	})
	errs := queued(t, s, storetest.Put("zonder"), func(tx *store.Tx) error { tx.Enqueue("toets", "1"); return storetest.Put("met")(tx) })
	if errs[0] != nil || errs[1] == nil {
		t.Errorf("told %v: only who asks for a job depends on the queue", errs)
	}
	if names := s.Names(); !names["zonder"] || names["met"] {
		t.Errorf("written: %v", names)
	}
	s.VerifyAudit()
}

func TestClose_TellsWhoComesLater(t *testing.T) {
	s := storetest.SQLite(t, nil)
	release := hold(t, s)
	waiting := make(chan error, 1)
	go func() { waiting <- s.Write(context.Background(), storetest.Home, storetest.Put("wachtte")) }()
	waitQueue(t, s, 1)
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	release()
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := <-waiting; err != nil && vpt.KindOf(err) != vpt.KindUnavailable {
		t.Errorf("who waited was told %v", err)
	}
	if err := s.Write(context.Background(), storetest.Home, storetest.Put("te laat")); vpt.KindOf(err) != vpt.KindUnavailable {
		t.Errorf("who came later was told %v", err)
	}
	again := storetest.Open(t, s.Base, nil)
	if names := again.Names(); names["te laat"] || !names["wachtte"] {
		t.Errorf("written: %v", names)
	}
	again.VerifyAudit()
}
