package account

import (
	"bytes"
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SavePerson makes (ID empty) or changes an account and gives its id. An
// account that is made is invited: it has no password yet.
func (a Room) SavePerson(ctx context.Context, who vpt.Actor, in vpt.SavePerson) (vpt.PersonID, error) {
	return a.savePerson(ctx, who, in, true)
}

// savePerson is SavePerson; with tell the coordinators get a mail about roles.
func (a Room) savePerson(ctx context.Context, who vpt.Actor, in vpt.SavePerson, tell bool) (vpt.PersonID, error) {
	id := in.ID
	err := a.desk.Write(ctx, who, policy.PersonSave, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		id = in.ID
		p := vpt.Person{ID: id, Lang: "nl", Look: vpt.LookAuto, State: vpt.PersonInvited}
		if id == "" {
			p.ID = vpt.PersonID(store.NewID())
		} else if p, err = tx.PersonByID(id); err != nil {
			return err
		}
		id = p.ID
		was := p.Email
		p.Name, p.Email, p.StaffNo, p.Function, p.Unit = in.Name, in.Email, in.StaffNo, in.Function, in.Unit
		if in.Lang != "" {
			p.Lang = in.Lang
		}
		if err := personProblems(tx, k, p); err != nil {
			return err
		}
		w.Makes("account", string(id))
		w.Changed("name", "email", "staffNo", "function", "unit", "lang")
		if err := tx.SavePerson(p); err != nil {
			return takenEmail(err)
		}
		if err := a.moved(tx, who, p, was); err != nil {
			return err
		}
		for _, role := range in.Roles {
			if err := a.assign(tx, who, k, vpt.AssignRole{Person: id, Role: role.Role, Scope: role.Scope, Unit: role.Unit, Site: role.Site, From: role.From, Until: role.Until}); err != nil {
				return err
			}
			w.Changed("role:" + string(role.Role))
		}
		if len(in.Roles) == 0 || !tell {
			return nil
		}
		return a.desk.NotifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(id))
	})
	return id, err
}

// moved does what belongs to another e-mail address: links that were
// mailed to the old one end, and people are told. A link to an address of her own
// would otherwise give an administrator, unseen, the account of somebody who may
// read cases. Who was only invited never used the old address.
func (a Room) moved(tx *store.Tx, who vpt.Actor, p vpt.Person, was vpt.Private) error {
	if was.IsZero() || bytes.Equal(a.desk.DB.EmailIndex(was), a.desk.DB.EmailIndex(p.Email)) {
		return nil
	}
	if err := tx.EndLinks(p.ID); err != nil {
		return err
	}
	if p.State != vpt.PersonInvited {
		if err := a.desk.Post(tx, vpt.Mail{To: p.ID, Reason: vpt.MailAddress, Path: desk.AccountPath}, was); err != nil {
			return err
		}
	}
	held, err := tx.AssignmentsEver(p.ID)
	if err != nil {
		return err
	}
	stands, err := ActorOf(a.desk, tx, p) // a deputy has rights without a role of her own
	if err != nil || len(held)+len(stands.Grants) == 0 {
		return err
	}
	return a.desk.NotifyCoordinators(tx, who, vpt.MailAddressOf, "/beheer/personen/"+string(p.ID))
}

// personProblems checks an account against the units and the other accounts of
// the organisation. An e-mail address that another organisation uses shows only
// when the row is written.
func personProblems(tx *store.Tx, k *desk.Known, p vpt.Person) error {
	var problems vpt.Problems
	if _, ok := k.Tree.Unit(p.Unit); p.Unit != "" && !ok {
		problems.Add("unit", "onbekende-keuze")
	}
	other, err := tx.PersonByEmail(p.Email)
	if err == nil && other.ID != p.ID {
		problems.Add("email", "al-in-gebruik")
	}
	if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
		return err
	}
	if !p.StaffNo.IsZero() {
		other, err = tx.PersonByStaffNo(p.StaffNo)
		if err == nil && other.ID != p.ID {
			problems.Add("staffNo", "al-in-gebruik")
		}
		if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
			return err
		}
	}
	return problems.Err()
}

// takenEmail says what is wrong when the account's row collides: the e-mail
// address is unique in the installation.
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
func (a Room) AssignRole(ctx context.Context, who vpt.Actor, in vpt.AssignRole) error {
	return a.assignRole(ctx, who, in, true)
}

func (a Room) assignRole(ctx context.Context, who vpt.Actor, in vpt.AssignRole, tell bool) error {
	return a.desk.Write(ctx, who, policy.RoleAssign, desk.About(desk.AccountSubject(in.Person)), func(tx *store.Tx, w *desk.Work) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		w.Changed("role:" + string(in.Role))
		if err := a.assign(tx, who, k, in); err != nil || !tell {
			return err
		}
		return a.desk.NotifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(in.Person))
	})
}

// errOwnRoles is returned to who would change her own roles.
var errOwnRoles = vpt.Fail(vpt.KindConflict, "eigen-rollen")

func (a Room) assign(tx *store.Tx, who vpt.Actor, k *desk.Known, in vpt.AssignRole) error {
	if in.From == "" {
		in.From = k.Today(tx)
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
	if _, ok := k.Tree.Unit(in.Unit); in.Scope == vpt.ScopeUnit && !ok {
		p.Add("unit", "onbekende-keuze")
	}
	if _, ok := k.Site(in.Site); in.Scope == vpt.ScopeSite && !ok {
		p.Add("site", "onbekende-keuze")
	}
	held, err := tx.AssignmentsEver(in.Person)
	if err != nil {
		return err
	}
	if holds(held, in) {
		p.Add("role", "rol-bestaat-al")
	}
	if err := p.Err(); err != nil {
		return err
	}
	if err := a.desk.TellCircle(tx, who, k.Tree, in.Unit); err != nil {
		return err
	}
	return tx.InsertAssignment(vpt.Assignment{
		ID: vpt.AssignmentID(store.NewID()), Person: in.Person, Role: in.Role, Scope: in.Scope, Unit: in.Unit, Site: in.Site,
		From: in.From, Until: in.Until,
	}, string(who.Kind)+":"+who.ID())
}

// holds reports whether somebody has a role, in the same scope, on a day on
// which in would give it. That also makes sending the form twice harmless.
func holds(held []vpt.Assignment, in vpt.AssignRole) bool {
	return slices.ContainsFunc(held, func(s vpt.Assignment) bool {
		apart := s.Until != "" && s.Until < in.From || in.Until != "" && in.Until < s.From
		return !apart && s.Role == in.Role && s.Scope == in.Scope && s.Unit == in.Unit && s.Site == in.Site
	})
}

// EndAssignment takes a role away at once.
func (a Room) EndAssignment(ctx context.Context, who vpt.Actor, person vpt.PersonID, id vpt.AssignmentID) error {
	return a.desk.Write(ctx, who, policy.RoleEnd, desk.About(desk.AccountSubject(person)), func(tx *store.Tx, w *desk.Work) error {
		if person == who.Person {
			return errOwnRoles
		}
		held, err := tx.AssignmentsEver(person)
		if err != nil {
			return err
		}
		for _, s := range held {
			if s.ID == id {
				w.Changed("role:" + string(s.Role))
				if err := tx.EndAssignment(id); err != nil {
					return err
				}
				k, err := a.desk.Knowledge(tx)
				if err != nil {
					return err
				}
				if err := a.desk.TellCircle(tx, who, k.Tree, s.Unit); err != nil {
					return err
				}
				return a.desk.NotifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(person))
			}
		}
		return vpt.ErrNotFound
	})
}

// mayNameDeputy reports whether somebody handles cases herself: who only does so
// for another has nothing to hand on.
func mayNameDeputy(who vpt.Actor) bool {
	return slices.ContainsFunc(who.Grants, func(g vpt.Grant) bool { return g.For == "" && g.Role.Handles() })
}

// NameDeputy lets another person act for the actor for a while.
func (a Room) NameDeputy(ctx context.Context, who vpt.Actor, in vpt.NameDeputy) error {
	return a.desk.Write(ctx, who, policy.DeputyName, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		if !mayNameDeputy(who) {
			return desk.ErrDenied
		}
		if err := in.Validate(); err != nil {
			return err
		}
		found, err := deputyMeant(tx, who, in)
		if err != nil {
			return err
		}
		w.Changed("deputy")
		if err := a.desk.Notify(tx, who, found.ID, vpt.MailDeputy, "/"); err != nil {
			return err
		}
		return tx.InsertDeputyship(vpt.Deputyship{
			ID: vpt.DeputyID(store.NewID()), Person: who.Person, Deputy: found.ID, From: in.From, Until: in.Until,
		})
	})
}

// deputyMeant finds whom the actor wants as a deputy.
func deputyMeant(tx *store.Tx, who vpt.Actor, in vpt.NameDeputy) (vpt.Person, error) {
	path, found, err := "deputy", vpt.Person{}, error(nil)
	if in.Deputy != "" {
		found, err = tx.PersonByID(in.Deputy)
	} else {
		path = "lookup"
		found, err = desk.Lookup(tx, in.Lookup)
	}
	if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
		return found, err
	}
	switch {
	case found.ID == "" || err != nil || found.State == vpt.PersonBlocked:
		return found, oneProblem(path, "collega-niet-gevonden")
	case found.ID == who.Person:
		return found, oneProblem(path, "niet-jezelf")
	}
	return found, nil
}

// EndDeputy ends a deputyship of the actor at once.
func (a Room) EndDeputy(ctx context.Context, who vpt.Actor, id vpt.DeputyID) error {
	return a.desk.Write(ctx, who, policy.DeputyName, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("deputy")
		return tx.EndDeputyship(who.Person, id)
	})
}
