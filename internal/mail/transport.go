package mail

import (
	"context"
	"sync"
)

// Transport sends one message. An error is one of ErrInvalid, ErrRefused,
// ErrTemporary or ErrUncertain, by errors.Is. An implementation is safe for use
// by several goroutines and never sends by itself a second time.
type Transport interface {
	Send(ctx context.Context, m Message) error
}

// Capture is a Transport that keeps the last messages in memory instead of
// sending them, for the demo and for tests.
type Capture struct {
	mu   sync.Mutex
	keep int
	kept []Message
	fail error
}

// NewCapture returns a Capture that keeps the last keep messages.
func NewCapture(keep int) *Capture { return &Capture{keep: max(keep, 1)} }

// Send keeps m, under the same conditions as the real transport.
func (c *Capture) Send(ctx context.Context, m Message) error {
	if err := m.Validate(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return failure(ErrTemporary, "ctx", 0)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fail != nil {
		return c.fail
	}
	c.kept = append(c.kept, m)
	if surplus := len(c.kept) - c.keep; surplus > 0 {
		c.kept = append([]Message(nil), c.kept[surplus:]...)
	}
	return nil
}

// Fail makes every next Send return err and keep nothing, until Fail(nil).
func (c *Capture) Fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fail = err
}

// Messages returns what was kept, oldest first.
func (c *Capture) Messages() []Message {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]Message(nil), c.kept...)
}
