// Package app is the door: every read and write of an organisation's data is
// an exported method of App that says who asks. What a method may do is
// decided in one table, what it did is written to one log, and change, log and
// jobs stand or fall in one transaction.
//
// SQL, policy and audit are nested under internal/app/internal, so that the
// compiler refuses whoever tries to go around. Rules about one noun live in
// vpt; rules across nouns live here. Nothing here shows text to a user.
package app

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

// App is the door. Open makes one.
type App struct {
	db       *store.DB
	policy   policy.Policy
	clock    clock.Clock
	hasher   *credential.Hasher
	rules    *credential.PasswordRules
	mailer   mail.Transport
	mailText func(vpt.MailReason, string) vpt.MailText
	baseURL  string
	demo     bool
	silent   bool
	log      *slog.Logger
	known    *knownCache
	listed   *listedCache
	transfer chan struct{} // bounds how many pictures are drawn at once
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
