package api

import (
	"math"
	"sync"
	"time"

	"rugdekking/vpt"
)

// perMinute is how many requests a token may make in a minute, evenly or at
// once: far above what a program that keeps a file up to date needs, and low
// enough that one that runs wild leaves room for people.
const perMinute = 600

// rate counts the requests of each token in memory: a count that a restart
// forgets does no harm, and each server of several has its own.
type rate struct {
	now  func() time.Time
	most float64

	mu   sync.Mutex
	left map[string]allowance
}

// allowance is what a token had left at an instant.
type allowance struct {
	requests float64
	at       time.Time
}

func newRate(now func() time.Time, most int) *rate {
	return &rate{now: now, most: float64(most), left: map[string]allowance{}}
}

// take counts one request, and gives an error that says how long to wait when
// there is none left.
func (r *rate) take(who vpt.Actor) error {
	key := string(who.Organisation) + "|" + who.ID()
	now := r.now()
	r.mu.Lock()
	defer r.mu.Unlock()
	had, known := r.left[key]
	if !known {
		had = allowance{r.most, now}
	}
	perSecond := r.most / 60
	has := min(r.most, had.requests+perSecond*now.Sub(had.at).Seconds())
	if has < 1 {
		r.left[key] = allowance{has, now}
		return &tooManyError{time.Duration(math.Ceil((1-has)/perSecond)) * time.Second}
	}
	r.left[key] = allowance{has - 1, now}
	return nil
}

// tooManyError says after how long a token may ask again.
type tooManyError struct{ after time.Duration }

func (e *tooManyError) Error() string { return "api: too many requests" }

// Unwrap makes it an Error of its kind, for the status.
func (e *tooManyError) Unwrap() error { return vpt.ErrThrottled }
