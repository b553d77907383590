package app

import (
	"context"

	"rugdekking/internal/app/internal/account"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SetDemoPasswords gives the people of a demonstration one password, hashed
// once: a hash is made to be slow, and a demonstration has over a hundred
// people. Outside of one nobody knows the password of another.
func (a *App) SetDemoPasswords(ctx context.Context, who vpt.Actor, persons []vpt.PersonID, password vpt.Private) error {
	on := policy.Subject{Kind: "organisatie", ID: string(who.Organisation)}
	if !a.desk.Demo || who.Kind != vpt.ActorCommand {
		return a.desk.Deny(ctx, who, policy.PersonInvite, on, vpt.ErrForbidden)
	}
	hash, err := a.desk.Hasher.Hash(ctx, password)
	if err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.PersonInvite, desk.About(on), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("password")
		for _, person := range persons {
			if err := account.NewPassword(a.desk, tx, person, hash.Private(), ""); err != nil {
				return err
			}
		}
		return nil
	})
}
