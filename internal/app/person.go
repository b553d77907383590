package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SavePerson makes (ID empty) or changes an account and gives its id. An
// account that is made is invited: it has no password yet.
func (a *App) SavePerson(ctx context.Context, who vpt.Actor, in vpt.SavePerson) (vpt.PersonID, error) {
	id := in.ID
	err := a.write(ctx, who, policy.PersonSave, nothing, func(tx *store.Tx, w *work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		p := vpt.Person{ID: id, Lang: "nl", Look: vpt.LookAuto, State: vpt.PersonInvited}
		if id == "" {
			p.ID = vpt.PersonID(store.NewID())
		} else if p, err = tx.PersonByID(id); err != nil {
			return err
		}
		id = p.ID
		p.Name, p.Email, p.StaffNo, p.Function, p.Unit = in.Name, in.Email, in.StaffNo, in.Function, in.Unit
		if in.Lang != "" {
			p.Lang = in.Lang
		}
		var problems vpt.Problems
		if _, ok := k.tree.Unit(p.Unit); p.Unit != "" && !ok {
			problems.Add("unit", "onbekende-keuze")
		}
		if err := problems.Err(); err != nil {
			return err
		}
		w.makes("account", string(id))
		w.changed("name", "email", "staffNo", "function", "unit", "lang")
		if err := tx.SavePerson(p); err != nil {
			return takenEmail(err)
		}
		for _, role := range in.Roles {
			if err := a.assign(tx, who, k, vpt.AssignRole{Person: id, Role: role.Role, Scope: role.Scope, Unit: role.Unit, Site: role.Site, From: role.From, Until: role.Until}); err != nil {
				return err
			}
		}
		return nil
	})
	return id, err
}

// takenEmail says what is wrong when the account's row collides: the e-mail
// address is unique in the installation, the staff number in the organisation.
func takenEmail(err error) error {
	if vpt.KindOf(err) != vpt.KindConflict {
		return err
	}
	var p vpt.Problems
	p.Add("email", "al-in-gebruik")
	return p.Err()
}

// AssignRole gives a person a role. Nobody changes her own roles, and each
// change is mailed to the coordinators.
func (a *App) AssignRole(ctx context.Context, who vpt.Actor, in vpt.AssignRole) error {
	return a.write(ctx, who, policy.RoleAssign, about(accountSubject(in.Person)), func(tx *store.Tx, w *work) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		w.changed("role:" + string(in.Role))
		return a.assign(tx, who, k, in)
	})
}

func accountSubject(id vpt.PersonID) policy.Subject {
	return policy.Subject{Kind: "account", ID: string(id), Person: id}
}

// errOwnRoles is returned to who would change her own roles.
var errOwnRoles = vpt.Fail(vpt.KindConflict, "eigen-rollen")

func (a *App) assign(tx *store.Tx, who vpt.Actor, k *known, in vpt.AssignRole) error {
	if in.From == "" {
		in.From = k.today(tx)
	}
	if err := in.Validate(); err != nil {
		return err
	}
	if in.Person == who.Person {
		return errOwnRoles
	}
	if _, err := tx.PersonByID(in.Person); err != nil {
		return err
	}
	var p vpt.Problems
	if _, ok := k.tree.Unit(in.Unit); in.Scope == vpt.ScopeUnit && !ok {
		p.Add("unit", "onbekende-keuze")
	}
	if _, ok := k.site(in.Site); in.Scope == vpt.ScopeSite && !ok {
		p.Add("site", "onbekende-keuze")
	}
	if err := p.Err(); err != nil {
		return err
	}
	err := tx.InsertAssignment(vpt.Assignment{
		ID: vpt.AssignmentID(store.NewID()), Person: in.Person, Role: in.Role, Scope: in.Scope, Unit: in.Unit, Site: in.Site,
		From: in.From, Until: in.Until,
	}, string(who.Kind)+":"+who.ID())
	if err != nil {
		return err
	}
	return a.notifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(in.Person))
}

// EndAssignment takes a role away at once.
func (a *App) EndAssignment(ctx context.Context, who vpt.Actor, person vpt.PersonID, id vpt.AssignmentID) error {
	return a.write(ctx, who, policy.RoleEnd, about(accountSubject(person)), func(tx *store.Tx, w *work) error {
		if person == who.Person {
			return errOwnRoles
		}
		held, err := tx.AssignmentsEver(person)
		if err != nil {
			return err
		}
		for _, s := range held {
			if s.ID == id {
				w.changed("role:" + string(s.Role))
				if err := tx.EndAssignment(id); err != nil {
					return err
				}
				return a.notifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(person))
			}
		}
		return vpt.ErrNotFound
	})
}

// NameDeputy lets another person act for the actor for a while.
func (a *App) NameDeputy(ctx context.Context, who vpt.Actor, in vpt.NameDeputy) error {
	return a.write(ctx, who, policy.DeputyName, about(accountSubject(who.Person)), func(tx *store.Tx, w *work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		var p vpt.Problems
		if in.Deputy == who.Person {
			p.Add("deputy", "niet-jezelf")
		}
		found, err := tx.PersonByID(in.Deputy)
		if vpt.KindOf(err) == vpt.KindNotFound {
			p.Add("deputy", "collega-niet-gevonden")
		} else if err != nil {
			return err
		}
		if err := p.Err(); err != nil {
			return err
		}
		w.changed("deputy")
		if err := a.notify(tx, who, found.ID, vpt.MailDeputy, "/"); err != nil {
			return err
		}
		return tx.InsertDeputyship(vpt.Deputyship{
			ID: vpt.DeputyID(store.NewID()), Person: who.Person, Deputy: in.Deputy, From: in.From, Until: in.Until,
		})
	})
}

// EndDeputy ends a deputyship of the actor at once.
func (a *App) EndDeputy(ctx context.Context, who vpt.Actor, id vpt.DeputyID) error {
	return a.write(ctx, who, policy.DeputyName, about(accountSubject(who.Person)), func(tx *store.Tx, w *work) error {
		w.changed("deputy")
		return tx.EndDeputyship(who.Person, id)
	})
}
