package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Me gives what every page shows of the actor herself.
func (a *App) Me(ctx context.Context, who vpt.Actor) (vpt.Me, error) {
	var me vpt.Me
	err := a.read(ctx, who, policy.AccountRead, about(accountSubject(who.Person)), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		p, err := tx.PersonByID(who.Person)
		if err != nil {
			return err
		}
		me = a.meOf(who, k, p)
		return nil
	})
	return me, err
}

func (a *App) meOf(who vpt.Actor, k *known, p vpt.Person) vpt.Me {
	me := vpt.Me{Person: p.ID, Name: p.Name, Organisation: k.org, Look: p.Look, Lang: p.Lang}
	for _, role := range vpt.Roles() {
		if who.Has(role) {
			me.Roles = append(me.Roles, role)
		}
	}
	me.MayOversee = a.policy.Decide(who, policy.AdminOverview, policy.Subject{})
	return me
}
