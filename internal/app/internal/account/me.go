package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Me gives what every page shows of the actor herself.
func (a Room) Me(ctx context.Context, who vpt.Actor) (vpt.Me, error) {
	var me vpt.Me
	err := a.desk.Read(ctx, who, policy.AccountRead, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
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

func (a Room) meOf(who vpt.Actor, k *desk.Known, p vpt.Person) vpt.Me {
	me := vpt.Me{Person: p.ID, Name: p.Name, Organisation: k.Org, Look: p.Look, Lang: p.Lang}
	for _, role := range vpt.Roles() {
		if who.Has(role) {
			me.Roles = append(me.Roles, role)
		}
	}
	me.MayOversee = a.desk.Policy.Decide(who, policy.AdminOverview, policy.Subject{})
	return me
}
