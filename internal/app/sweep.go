package app

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// The terms after which things that are kept for a while are removed.
const (
	draftFor  = 7 * 24 * time.Hour
	keysFor   = 7 * 24 * time.Hour
	orphanFor = 24 * time.Hour
	mailDoubt = 10 * time.Minute
)

// sweepOne does what is due by the clock in one organisation: it tells of
// what is late, writes the mails of the morning, sees to mail that is stuck, and removes what is past its time.
func (a *App) sweepOne(ctx context.Context, who vpt.Actor) error {
	return a.write(ctx, who, policy.DueSweep, nothing, func(tx *store.Tx, w *work) error {
		removed, err := tx.Expire(store.Terms{
			Drafts: tx.Now().Add(-draftFor), Keys: tx.Now().Add(-keysFor), Orphans: tx.Now().Add(-orphanFor),
		})
		if err != nil {
			return err
		}
		raised, err := a.raise(tx, who)
		if err != nil {
			return err
		}
		written, err := a.mornings(tx)
		if err != nil {
			return err
		}
		doubtful, err := tx.DoubtMails(tx.Now().Add(-mailDoubt))
		if err != nil {
			return err
		}
		stranded, err := a.fetchStranded(tx)
		if err != nil {
			return err
		}
		letters, err := a.sweepLetters(tx)
		if err != nil {
			return err
		}
		w.again = letters == 0 && removed == 0 && doubtful == 0 && stranded == 0 && raised == 0 && written == 0 // nothing done is nothing to log
		w.makes("opruiming", "")
		return nil
	})
}

// fetchStranded asks for the sending of mail that waits while nobody sends it:
// its job gave up, or was in a queue that a restored backup does not have.
func (a *App) fetchStranded(tx *store.Tx) (int64, error) {
	stranded, err := tx.StrandedMails(tx.Now().Add(-mailDoubt))
	if stranded > 0 {
		tx.Enqueue(taskMail, "")
	}
	return stranded, err
}

// notifyCoordinators mails every coordinator of the whole organisation.
func (a *App) notifyCoordinators(tx *store.Tx, who vpt.Actor, reason vpt.MailReason, path string) error {
	return a.notifyRole(tx, who, vpt.RoleCoordinator, reason, path)
}
