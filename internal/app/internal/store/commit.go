package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"rugdekking/vpt"
)

// maxBatch bounds how many writers share one commit: the first of them waits
// for the last.
const maxBatch = 128

// member is one writer that waits for a shared commit.
type member struct {
	ctx    context.Context
	org    vpt.OrganisationID
	do     func(*Tx) error
	answer chan error
	failed error // its own refusal, told after the commit
	tx     *Tx
}

// committer owns the writing connection of SQLite. It takes all writers that
// wait, runs each within a savepoint of one transaction, syncs once, and only
// then answers.
type committer struct {
	db    *DB
	queue chan *member
	quit  chan struct{}
	done  chan struct{}
	once  sync.Once
}

// The marks that set members of one transaction apart.
const (
	markBegin = `SAVEPOINT member`
	markUndo  = `ROLLBACK TO member`
	markEnd   = `RELEASE member`
)

func startCommitter(db *DB) *committer {
	db.stmts.prepare(db.write, markBegin, markUndo, markEnd)
	c := &committer{db: db, queue: make(chan *member, maxBatch), quit: make(chan struct{}), done: make(chan struct{})}
	go c.run()
	return c
}

func (c *committer) stop() {
	c.once.Do(func() { close(c.quit) })
	<-c.done
}

// do hands fn to the committer and waits for the commit. A caller that stops
// waiting before fn began leaves no trace; after that the answer is awaited,
// because the commit may happen.
func (c *committer) do(ctx context.Context, org vpt.OrganisationID, fn func(*Tx) error) error {
	m := &member{ctx: ctx, org: org, do: fn, answer: make(chan error, 1)}
	select {
	case c.queue <- m:
	case <-c.quit:
		return vpt.ErrUnavailable
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-m.answer:
		return err
	case <-c.done:
		select {
		case err := <-m.answer:
			return err
		default:
			return vpt.ErrUnavailable
		}
	}
}

func (c *committer) run() {
	defer close(c.done)
	for {
		select {
		case m := <-c.queue:
			c.batch(c.gather(m))
		case <-c.quit:
			for {
				select {
				case m := <-c.queue:
					c.batch(c.gather(m))
				default:
					return
				}
			}
		}
	}
}

func (c *committer) gather(first *member) []*member {
	batch := []*member{first}
	for len(batch) < maxBatch {
		select {
		case m := <-c.queue:
			batch = append(batch, m)
		default:
			return batch
		}
	}
	return batch
}

// errLost tells that the shared transaction was rolled back under its members.
var errLost = errors.New("store: the shared transaction was lost")

// errNotBegun tells that there was no transaction at all: trying each member
// alone would make the last of them wait for all others' waiting.
var errNotBegun = errors.New("store: no transaction")

// batch commits its members together. When the transaction is lost under them
// they are retried, each whole and alone, so that the one that broke it is the
// only one to be told.
func (c *committer) batch(batch []*member) {
	err := c.together(batch)
	if err != nil && len(batch) > 1 && !errors.Is(err, errNotBegun) {
		for _, m := range batch {
			m.answer <- c.outcome(m, c.together([]*member{m}))
		}
		return
	}
	for _, m := range batch {
		m.answer <- c.outcome(m, err)
	}
}

func (c *committer) outcome(m *member, err error) error {
	if m.failed != nil {
		return m.failed
	}
	return err
}

func (c *committer) together(batch []*member) error {
	// No statement of a shared transaction gets a context that can be
	// cancelled: a cancelled statement rolls all of it back, and later ones
	// would commit alone.
	ctx := context.Background()
	raw, err := c.db.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%w: begin: %w", errNotBegun, translate(err))
	}
	defer func() { _ = raw.Rollback() }()
	var good []*Tx
	for _, m := range batch {
		m.failed, m.tx = nil, nil
		if m.failed = m.ctx.Err(); m.failed != nil {
			continue
		}
		ok, err := c.one(ctx, raw, m)
		if err != nil {
			return err
		}
		if ok {
			good = append(good, m.tx)
		}
	}
	if len(good) == 0 {
		return nil
	}
	if err := c.db.finish(ctx, raw, good); err != nil {
		return err
	}
	if err := raw.Commit(); err != nil {
		return fmt.Errorf("store: commit: %w", translate(err))
	}
	for _, tx := range good {
		tx.committed()
		c.db.stmts.learn(tx)
	}
	return nil
}

// one runs a member within its savepoint. An error means that the whole
// transaction is lost; the member's own refusal is kept in m.failed.
func (c *committer) one(ctx context.Context, raw *sql.Tx, m *member) (bool, error) {
	if err := c.mark(ctx, raw, markBegin); err != nil {
		return false, fmt.Errorf("store: savepoint: %w", translate(err))
	}
	tx := c.db.newTx(ctx, raw, m.org)
	if err := tx.guard(m.do); err != nil {
		// Full disks and the like end the whole transaction: then the savepoint is
		// gone too, and nothing of this batch may be committed.
		if gone := c.mark(ctx, raw, markUndo); gone != nil {
			m.failed = err
			return false, errors.Join(errLost, translate(gone))
		}
		if gone := c.mark(ctx, raw, markEnd); gone != nil {
			return false, errors.Join(errLost, translate(gone))
		}
		m.failed = err
		return false, nil
	}
	if err := c.mark(ctx, raw, markEnd); err != nil {
		return false, errors.Join(errLost, translate(err))
	}
	m.tx = tx
	return true, nil
}

// mark runs one of the marks, prepared: it is run for every member.
func (c *committer) mark(ctx context.Context, raw *sql.Tx, query string) error {
	if stmt := c.db.stmts.find(c.db.write, query); stmt != nil {
		_, err := raw.StmtContext(ctx, stmt).ExecContext(ctx)
		return err
	}
	_, err := raw.ExecContext(ctx, query)
	return err
}
