package account

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ActorFor gives the actor that a person would be now. Only commands and tests
// ask this: whoever comes by the web signs in.
func (a Room) ActorFor(ctx context.Context, who vpt.Actor, person vpt.PersonID) (vpt.Actor, error) {
	actor := vpt.Actor{}
	if who.Kind != vpt.ActorCommand {
		return actor, a.desk.Deny(ctx, who, policy.SessionOpen, desk.AccountSubject(person), vpt.ErrForbidden)
	}
	err := a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		p, err := tx.PersonByID(person)
		if err != nil {
			return err
		}
		actor, err = ActorOf(a.desk, tx, p)
		return err
	})
	return actor, err
}

// ActorOf puts together what a person may do today: own assignments, and those
// of whom she deputises for.
func ActorOf(a *desk.Desk, tx *store.Tx, p vpt.Person) (vpt.Actor, error) {
	actor := vpt.Actor{Kind: vpt.ActorPerson, Organisation: tx.Organisation(), Person: p.ID, Lang: p.Lang}
	k, err := a.Knowledge(tx)
	if err != nil {
		return actor, err
	}
	day := k.Today(tx)
	assigned, err := tx.Assignments("", day)
	if err != nil {
		return actor, err
	}
	managed := func(u vpt.UnitID) bool { return len(desk.ManagersOf(assigned, u)) > 0 }
	actor.Grants = grants(k, assigned, p.ID, "", managed)
	deputising, err := tx.Deputyships(p.ID, false, day)
	if err != nil {
		return actor, err
	}
	for _, d := range deputising {
		if d.Holds(day) {
			actor.Grants = append(actor.Grants, grants(k, assigned, d.Person, d.Person, managed)...)
		}
	}
	actor.Closed = k.Tree.Closed(actor.Grants)
	return actor, nil
}

// grants turns the assignments of one person into grants. For a deputy only
// the roles that handle cases count.
func grants(k *desk.Known, assigned []vpt.Assignment, person, deputisedFor vpt.PersonID, managed func(vpt.UnitID) bool) []vpt.Grant {
	var out []vpt.Grant
	for _, s := range assigned {
		if s.Person != person || deputisedFor != "" && !s.Role.Handles() {
			continue
		}
		g := vpt.Grant{Role: s.Role, For: deputisedFor}
		switch s.Scope {
		case vpt.ScopeOrganisation:
			g.All = true
		case vpt.ScopeUnit:
			stop := k.IsCircle
			if s.Role == vpt.RoleManager {
				stop = func(u vpt.UnitID) bool { return k.IsCircle(u) || managed(u) }
			}
			g.Units = k.Tree.Covered(s.Unit, stop)
		case vpt.ScopeSite:
			site, ok := k.Site(s.Site)
			if ok && s.Role == vpt.RoleSecurity {
				g.Sites = []vpt.SiteID{site.ID}
			} else if ok && site.Unit != "" {
				g.Units = []vpt.UnitID{site.Unit}
			}
		}
		if g.All || len(g.Units) > 0 || len(g.Sites) > 0 {
			out = append(out, g)
		}
	}
	return slices.Clip(out)
}
