// Package desk is what every room of the door shares: the transaction in which
// something is decided, done, logged and queued, what is known of an
// organisation, and how somebody is told.
package desk

import (
	"log/slog"
	"sync"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/clock"
	"rugdekking/internal/credential"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// Desk is what the rooms work at. New makes one.
type Desk struct {
	DB       *store.DB
	Policy   policy.Policy
	Clock    clock.Clock
	Hasher   *credential.Hasher
	Rules    *credential.PasswordRules
	Mailer   mail.Transport
	MailText func(vpt.MailReason, string) vpt.MailText
	BaseURL  string
	Demo     bool
	Silent   bool
	Log      *slog.Logger
	Transfer chan struct{} // bounds how many pictures are drawn at once

	known  *knownCache
	listed *listedCache
}

// New gives a desk with its caches.
func New(d Desk) *Desk {
	d.known, d.listed, d.Transfer = newKnownCache(), newListedCache(), make(chan struct{}, 2)
	return &d
}

// viewWindow is how long one look at a list stands for the next.
const viewWindow = 15 * time.Minute

// listedCache remembers which lists were looked at, so that a look is logged
// once per actor, list and quarter of an hour.
type listedCache struct {
	mu   sync.Mutex
	seen map[string]time.Time
}

func newListedCache() *listedCache { return &listedCache{seen: map[string]time.Time{}} }

// first reports whether key was not seen in the current window, and marks it.
func (c *listedCache) first(key string, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.seen[key]; ok && now.Sub(at) < viewWindow {
		return false
	}
	if len(c.seen) > 10_000 {
		for k, at := range c.seen {
			if now.Sub(at) >= viewWindow {
				delete(c.seen, k)
			}
		}
	}
	c.seen[key] = now
	return true
}

// forget undoes first, when the log could not be written.
func (c *listedCache) forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.seen, key)
}
