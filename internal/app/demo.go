package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SetDemoPasswords gives the people of a demonstration one password, hashed
// once: a hash is made to be slow, and a demonstration has over a hundred
// people. Outside of one nobody knows the password of another.
func (a *App) SetDemoPasswords(ctx context.Context, who vpt.Actor, people []vpt.PersonID, password vpt.Private) error {
	on := policy.Subject{Kind: "organisatie", ID: string(who.Organisation)}
	if !a.demo || who.Kind != vpt.ActorCommand {
		return a.deny(ctx, who, policy.PersonInvite, on, vpt.ErrForbidden)
	}
	hash, err := a.hasher.Hash(ctx, password)
	if err != nil {
		return err
	}
	return a.write(ctx, who, policy.PersonInvite, about(on), func(tx *store.Tx, w *work) error {
		w.changed("password")
		for _, person := range people {
			if err := a.newPassword(tx, person, hash.Private(), ""); err != nil {
				return err
			}
		}
		return nil
	})
}
