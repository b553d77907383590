package due

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/intake"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// The terms after which things that are kept for a while are removed.
const (
	keysFor   = 7 * 24 * time.Hour
	orphanFor = 24 * time.Hour
)

// SweepOne does what is due by the clock in one organisation: it removes what
// is past its time, ends what is over, tells of what is late, writes the mails
// of the morning, and sees to mails and letters that are stuck.
func SweepOne(ctx context.Context, a *desk.Desk, who vpt.Actor) error {
	return a.Write(ctx, who, policy.DueSweep, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		var done int64
		for _, step := range []func() (int64, error){
			func() (int64, error) { return tx.Expire(sweepTerms(tx.Now())) },
			func() (int64, error) { return In(a).takeOver(tx, who) },
			func() (int64, error) { return post.SweepMeasures(a, tx) },
			func() (int64, error) { return inAll(In(a).raise(tx, who)) },
			func() (int64, error) { return inAll(In(a).mornings(tx)) },
			func() (int64, error) { return tx.DoubtMails(tx.Now().Add(-desk.MailDoubt)) },
			func() (int64, error) { return In(a).fetchStranded(tx) },
			func() (int64, error) { return post.SweepLetters(a, tx) },
		} {
			n, err := step()
			if err != nil {
				return err
			}
			done += n
		}
		w.Again = done == 0 // nothing done is nothing to log
		w.Makes("opruiming", "")
		return nil
	})
}

func sweepTerms(now time.Time) store.Terms {
	return store.Terms{Drafts: now.Add(-intake.DraftFor), Keys: now.Add(-keysFor), Orphans: now.Add(-orphanFor)}
}

func inAll(n int, err error) (int64, error) { return int64(n), err }

// fetchStranded asks for the sending of mail that waits while nobody sends it:
// its job gave up, or was in a queue that a restored backup does not have.
func (a Room) fetchStranded(tx *store.Tx) (int64, error) {
	stranded, err := tx.StrandedMails(tx.Now().Add(-desk.MailDoubt))
	if stranded > 0 {
		tx.Enqueue(desk.TaskMail, "")
	}
	return stranded, err
}
