package desk

import (
	"slices"
	"time"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// TasksPath is where somebody sees what is hers to do.
const TasksPath = "/taken"

// NotifyCoordinators mails every coordinator of the whole organisation.
func (d *Desk) NotifyCoordinators(tx *store.Tx, who vpt.Actor, reason vpt.MailReason, path string) error {
	_, err := d.NotifyRole(tx, who, vpt.RoleCoordinator, "", reason, path)
	return err
}

// NotifyRole mails everybody who has a role for a unit: for the whole
// organisation, or in the closed circle that the unit is in. It tells whether
// there is anybody.
func (d *Desk) NotifyRole(tx *store.Tx, who vpt.Actor, role vpt.Role, unit vpt.UnitID, reason vpt.MailReason, path string) (bool, error) {
	k, err := d.Knowledge(tx)
	if err != nil {
		return false, err
	}
	assigned, err := tx.Assignments("", k.Today(tx))
	if err != nil {
		return false, err
	}
	holders := k.Tree.Holders(assigned, role, unit)
	for _, person := range holders {
		if err := d.Notify(tx, who, person, reason, path); err != nil {
			return false, err
		}
	}
	return len(holders) > 0, nil
}

// NotifyCase mails who coordinates the cases of a unit, but for whom is told
// already. A closed circle that has no coordinator of its own has its managers;
// when it has nobody at all, the administrators hear that somebody must be given
// the role.
func (d *Desk) NotifyCase(tx *store.Tx, who vpt.Actor, unit vpt.UnitID, reason vpt.MailReason, path string, told ...vpt.PersonID) error {
	k, err := d.Knowledge(tx)
	if err != nil {
		return err
	}
	assigned, err := tx.Assignments("", k.Today(tx))
	if err != nil {
		return err
	}
	holders, circle := k.Tree.Holders(assigned, vpt.RoleCoordinator, unit), k.Tree.CircleOf(unit) != ""
	if len(holders) == 0 && circle {
		holders = k.Tree.Holders(assigned, vpt.RoleManager, unit)
	}
	if len(holders) == 0 && circle {
		_, err = d.NotifyRole(tx, who, vpt.RoleAdministrator, "", vpt.MailCircle, "/beheer/onderdelen")
		return err
	}
	for _, person := range holders {
		if slices.Contains(told, person) {
			continue
		}
		if err := d.Notify(tx, who, person, reason, path); err != nil {
			return err
		}
	}
	return nil
}

// MailDoubt is after how long a mail that is on its way, or that nobody fetched, is looked into.
const MailDoubt = 10 * time.Minute

// Notify puts a mail in the outbox of this transaction. Nobody is mailed about
// her own act.
func (d *Desk) Notify(tx *store.Tx, who vpt.Actor, to vpt.PersonID, reason vpt.MailReason, path string) error {
	if to == "" || to == who.Person && reason != vpt.MailReceipt {
		return nil
	}
	return d.Post(tx, vpt.Mail{To: to, Reason: reason, Path: path}, vpt.Private{})
}

// AccountPath is where somebody sees her own account.
const AccountPath = "/account"

// WarnHolder tells somebody that her password or second factor was changed, so
// that she notices when it was not by her.
func (d *Desk) WarnHolder(tx *store.Tx, person vpt.PersonID, reason vpt.MailReason) error {
	return d.Post(tx, vpt.Mail{To: person, Reason: reason, Path: AccountPath}, vpt.Private{})
}

// Post puts a mail in the outbox of this transaction, with a secret for its link
// if it has one.
func (d *Desk) Post(tx *store.Tx, m vpt.Mail, secret vpt.Private) error {
	if d.Silent {
		return nil
	}
	if m.ID == "" {
		m.ID = vpt.MailID(store.NewID())
	}
	if err := tx.InsertMail(m, secret); err != nil {
		return err
	}
	tx.Enqueue(TaskMail, "")
	return nil
}

// MailRound and roundFor bound one round of sending. A job is cut off after a
// minute; a mail that is cut off on its way out is uncertain for ever, so that
// none is begun in the second half.
const (
	MailRound = 200
	RoundFor  = 25 * time.Second
)
