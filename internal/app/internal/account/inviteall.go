package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// InviteEveryone invites every account that was never used and has no
// invitation that still works, and gives how many it mailed. Each invitation is
// a transaction of its own with its own line in the log, as with a list of
// people that is read in: hundreds of mails must not keep a report waiting.
// Asked twice, or again after it stopped halfway, it mails nobody twice.
func (a Room) InviteEveryone(ctx context.Context, who vpt.Actor) (int, error) {
	var waiting []vpt.PersonID
	err := a.desk.Read(ctx, who, policy.PersonInvite, desk.OfOrganisation(who), func(tx *store.Tx) (err error) {
		waiting, err = tx.Uninvited(who.Person)
		return err
	})
	mailed := 0
	for _, person := range waiting {
		if err != nil {
			break
		}
		var sent bool
		if sent, err = a.inviteOnce(ctx, who, person); sent {
			mailed++
		}
	}
	return mailed, err
}

// inviteOnce invites a person unless somebody did so in the meantime.
func (a Room) inviteOnce(ctx context.Context, who vpt.Actor, person vpt.PersonID) (sent bool, err error) {
	err = a.desk.Write(ctx, who, policy.PersonInvite, desk.About(desk.AccountSubject(person)), func(tx *store.Tx, w *desk.Work) error {
		if sent, err = tx.StillUninvited(person); err != nil || !sent {
			w.Unlogged()
			return err
		}
		return a.invite(tx, who, w, person)
	})
	return sent && err == nil, err
}
