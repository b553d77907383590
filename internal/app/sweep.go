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
	draftFor       = 7 * 24 * time.Hour
	keysFor        = 7 * 24 * time.Hour
	orphanFor      = 24 * time.Hour
	mailDoubt      = 10 * time.Minute
	overdueAtATime = 200
)

// sweepOne does what is due by the clock in one organisation: it tells owners
// of terms that passed, sees to mail that is stuck, and removes what is past its time.
func (a *App) sweepOne(ctx context.Context, who vpt.Actor) error {
	return a.write(ctx, who, policy.DueSweep, nothing, func(tx *store.Tx, w *work) error {
		removed, err := tx.Expire(store.Terms{
			Drafts: tx.Now().Add(-draftFor), Keys: tx.Now().Add(-keysFor), Orphans: tx.Now().Add(-orphanFor),
		})
		if err != nil {
			return err
		}
		overdue, err := tx.NewlyOverdue(overdueAtATime)
		if err != nil {
			return err
		}
		for _, late := range overdue {
			if err := a.tellOverdue(tx, who, late); err != nil {
				return err
			}
		}
		doubtful, err := tx.DoubtMails(tx.Now().Add(-mailDoubt))
		if err != nil {
			return err
		}
		stranded, err := a.fetchStranded(tx)
		if err != nil {
			return err
		}
		w.again = removed == 0 && doubtful == 0 && stranded == 0 && len(overdue) == 0 // nothing done is nothing to log
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

func (a *App) tellOverdue(tx *store.Tx, who vpt.Actor, late store.Overdue) error {
	if first, err := tx.MarkOverdue(late); err != nil || !first {
		return err
	}
	if late.Owner != "" {
		return a.notify(tx, who, late.Owner, vpt.MailOverdue, "/zaken/"+late.Number)
	}
	return a.notifyCoordinators(tx, who, vpt.MailOverdue, "/zaken/"+late.Number)
}

// notifyCoordinators mails every coordinator of the whole organisation.
func (a *App) notifyCoordinators(tx *store.Tx, who vpt.Actor, reason vpt.MailReason, path string) error {
	k, err := a.knowledge(tx)
	if err != nil {
		return err
	}
	assigned, err := tx.Assignments("", k.today(tx))
	if err != nil {
		return err
	}
	told := map[vpt.PersonID]bool{}
	for _, s := range assigned {
		if s.Role == vpt.RoleCoordinator && s.Scope == vpt.ScopeOrganisation && !told[s.Person] {
			told[s.Person] = true
			if err := a.notify(tx, who, s.Person, reason, path); err != nil {
				return err
			}
		}
	}
	return nil
}
