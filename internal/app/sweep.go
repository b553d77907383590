package app

import (
	"context"
	"slices"
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

// sweepOne does what is due by the clock in one organisation: it removes what
// is past its time, ends what is over, tells of what is late, writes the mails
// of the morning, and sees to mails and letters that are stuck.
func (a *App) sweepOne(ctx context.Context, who vpt.Actor) error {
	return a.write(ctx, who, policy.DueSweep, nothing, func(tx *store.Tx, w *work) error {
		var done int64
		for _, step := range []func() (int64, error){
			func() (int64, error) { return tx.Expire(sweepTerms(tx.Now())) },
			func() (int64, error) { return a.takeOver(tx, who) },
			func() (int64, error) { return a.sweepMeasures(tx) },
			func() (int64, error) { return inAll(a.raise(tx, who)) },
			func() (int64, error) { return inAll(a.mornings(tx)) },
			func() (int64, error) { return tx.DoubtMails(tx.Now().Add(-mailDoubt)) },
			func() (int64, error) { return a.fetchStranded(tx) },
			func() (int64, error) { return a.sweepLetters(tx) },
		} {
			n, err := step()
			if err != nil {
				return err
			}
			done += n
		}
		w.again = done == 0 // nothing done is nothing to log
		w.makes("opruiming", "")
		return nil
	})
}

func sweepTerms(now time.Time) store.Terms {
	return store.Terms{Drafts: now.Add(-draftFor), Keys: now.Add(-keysFor), Orphans: now.Add(-orphanFor)}
}

func inAll(n int, err error) (int64, error) { return int64(n), err }

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
	_, err := a.notifyRole(tx, who, vpt.RoleCoordinator, "", reason, path)
	return err
}

// notifyRole mails everybody who has a role for a unit: for the whole
// organisation, or in the closed circle that the unit is in. It tells whether
// there is anybody.
func (a *App) notifyRole(tx *store.Tx, who vpt.Actor, role vpt.Role, unit vpt.UnitID, reason vpt.MailReason, path string) (bool, error) {
	k, err := a.knowledge(tx)
	if err != nil {
		return false, err
	}
	assigned, err := tx.Assignments("", k.today(tx))
	if err != nil {
		return false, err
	}
	holders := k.tree.Holders(assigned, role, unit)
	for _, person := range holders {
		if err := a.notify(tx, who, person, reason, path); err != nil {
			return false, err
		}
	}
	return len(holders) > 0, nil
}

// notifyCase mails who coordinates the cases of a unit, but for whom is told
// already. A closed circle that has no coordinator of its own has its managers;
// when it has nobody at all, the administrators hear that somebody must be given
// the role.
func (a *App) notifyCase(tx *store.Tx, who vpt.Actor, unit vpt.UnitID, reason vpt.MailReason, path string, told ...vpt.PersonID) error {
	k, err := a.knowledge(tx)
	if err != nil {
		return err
	}
	assigned, err := tx.Assignments("", k.today(tx))
	if err != nil {
		return err
	}
	holders, circle := k.tree.Holders(assigned, vpt.RoleCoordinator, unit), k.tree.CircleOf(unit) != ""
	if len(holders) == 0 && circle {
		holders = k.tree.Holders(assigned, vpt.RoleManager, unit)
	}
	if len(holders) == 0 && circle {
		_, err = a.notifyRole(tx, who, vpt.RoleAdministrator, "", vpt.MailCircle, "/beheer/onderdelen")
		return err
	}
	for _, person := range holders {
		if slices.Contains(told, person) {
			continue
		}
		if err := a.notify(tx, who, person, reason, path); err != nil {
			return err
		}
	}
	return nil
}
