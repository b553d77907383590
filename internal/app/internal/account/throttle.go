package account

import (
	"context"
	"encoding/hex"
	"time"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// How guessing is slowed without locking anybody out.
//
// Attempts are counted three ways: by account and address together, by address,
// and by account. The first makes whoever tries wait. The second does so only
// after many failures, because an office shares one address. The third counts
// only against an address that failed on this account before, so that a
// stranger's failures never stand in the way of a colleague elsewhere. A browser
// on which somebody signed in before shows a mark; her attempts there are
// counted by that mark alone, so that nobody behind her own address is in her
// way either. Nothing is ever locked: the longest wait is a quarter of an hour.
const (
	freeOwn     = 5
	freeAddress = 50
	freeAccount = 10
	longestOwn  = 15 * time.Minute
	longestAddr = time.Minute
	ForgetOwn   = 24 * time.Hour
	forgetAddr  = time.Hour
)

// guard counts the attempts on one account for one sort of secret.
type guard struct {
	counters []store.Counter
	strict   bool // the account's own count counts for everybody without a mark
	index    []byte
	sort     string
}

// guardOf makes the counters for attempts on the account with this e-mail
// index. Who guesses codes knows the password already: then the account's own
// count holds for every address.
func (a Room) guardOf(who vpt.Actor, index []byte, familiar vpt.Private, sort string) guard {
	now := a.desk.Clock.Now()
	count := func(by, value string, forget time.Duration) store.Counter {
		return store.Counter{Subject: a.desk.DB.Master().BlindIndex("throttle:"+sort, by, value), Since: now.Add(-forget)}
	}
	g := guard{index: index, sort: sort, strict: sort == guardCode}
	if nonce, ok := credential.Familiar(familiar, a.familiarKey(index)); ok {
		g.counters = []store.Counter{count("mark", nonce, ForgetOwn)}
		return g
	}
	account := hex.EncodeToString(index)
	g.counters = []store.Counter{
		count("account and address", account+" "+who.Remote, ForgetOwn),
		count("address", who.Remote, forgetAddr),
		count("account", account, ForgetOwn),
	}
	return g
}

// The sorts of secret that are guessed at.
const (
	guardPassword = "password"
	guardCode     = "code"
	guardReset    = "reset"
)

// familiarKey is the key of the marks of one account.
func (a Room) familiarKey(index []byte) []byte {
	return a.desk.DB.Master().BlindIndex("familiar", "", string(index))
}

// countAttempt counts an attempt, or refuses it when it comes too soon.
func (a Room) countAttempt(ctx context.Context, g guard) error {
	return a.desk.DB.UnscopedAttempt(ctx, g.counters, func(now time.Time, stand []store.Counted) ([]time.Time, error) {
		for i, c := range stand {
			spared := i == 2 && !g.strict && stand[0].Failures < 2
			if !spared && now.Before(c.Until) {
				return nil, vpt.ErrThrottled
			}
		}
		waits := []time.Time{now.Add(wait(stand[0].Failures, freeOwn, longestOwn))}
		if len(stand) > 1 {
			waits = append(waits, now.Add(wait(stand[1].Failures, freeAddress, longestAddr)),
				now.Add(wait(stand[2].Failures, freeAccount, longestOwn)))
		}
		return waits, nil
	})
}

// How often an account gets a mail with a link for a new password, and how many
// may be asked for from one address in an hour.
const (
	resetEvery       = 5 * time.Minute
	resetsPerAddress = 50
)

// resetGuard counts the requests for a new password.
func (a Room) resetGuard(who vpt.Actor, index []byte) guard {
	since := a.desk.Clock.Now().Add(-time.Hour)
	subject := func(by, value string) store.Counter {
		return store.Counter{Subject: a.desk.DB.Master().BlindIndex("throttle:"+guardReset, by, value), Since: since}
	}
	return guard{index: index, sort: guardReset, counters: []store.Counter{
		subject("account", hex.EncodeToString(index)), subject("address", who.Remote),
	}}
}

// countReset counts a request and says whether its account may get a mail. An
// address that asks too often is refused; an account never is, for that would
// tell that it exists. Requests in between do not make the wait longer: nobody
// can keep another from getting her mail.
func (a Room) countReset(ctx context.Context, g guard) (mayMail bool, err error) {
	err = a.desk.DB.UnscopedAttempt(ctx, g.counters, func(now time.Time, stand []store.Counted) ([]time.Time, error) {
		if stand[1].Failures > resetsPerAddress {
			return nil, vpt.ErrThrottled
		}
		if mayMail = !now.Before(stand[0].Until); mayMail {
			return []time.Time{now.Add(resetEvery)}, nil
		}
		return nil, nil
	})
	return mayMail, err
}

// wait gives how long to wait after so many failures: nothing at first, then a
// second, doubling up to longest.
func wait(failures, free int, longest time.Duration) time.Duration {
	over := failures - free
	switch {
	case over < 0:
		return 0
	case over > 10:
		return longest
	}
	return min(longest, time.Second<<over)
}

// failed logs a failed attempt in the installation's tree, without saying whose
// account it was about: there may be none.
func (a Room) failed(ctx context.Context, who vpt.Actor, g guard) error {
	return a.desk.DB.UnscopedNote(ctx, audit.Entry{
		At: a.desk.Clock.Now(), Actor: string(vpt.ActorAnonymous) + ":" + string(vpt.ActorAnonymous), Action: string(policy.SessionOpen),
		Subject: "aanmelding:" + hex.EncodeToString(a.desk.DB.Master().BlindIndex("failed", "", string(g.index))[:8]),
		Outcome: audit.Denied, Fields: []string{g.sort}, Request: who.Request,
	})
}
