package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// Account gives a person her own account: roles with how far they reach,
// deputies on both sides, second factor.
func (a Room) Account(ctx context.Context, who vpt.Actor) (vpt.Account, error) {
	var out vpt.Account
	err := a.desk.Read(ctx, who, policy.AccountRead, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		p, err := tx.PersonByID(who.Person)
		if err != nil {
			return err
		}
		codes, err := tx.RecoveryCodes(who.Person)
		if err != nil {
			return err
		}
		must, err := a.mustHaveFactor(tx, who)
		if err != nil {
			return err
		}
		out = vpt.Account{
			Me: a.meOf(who, k, p), Email: p.Email, Function: p.Function, UnitName: k.UnitName(p.Unit), SecondFactor: p.TOTP, Recovery: len(codes),
			Today: k.Today(tx), Zone: k.Zone, MayNameDeputy: mayNameDeputy(who),
			MustHaveFactor: must, MayDropFactor: p.TOTP && !must,
		}
		if out.MailWhen, err = tx.MailWhen(who.Person); err != nil {
			return err
		}
		out.MayMailWhen = len(who.Grants) > 0
		if out.Held, err = heldRoles(tx, k, who.Person); err != nil {
			return err
		}
		return a.deputies(tx, k, p, &out)
	})
	return out, err
}

func heldRoles(tx *store.Tx, k *desk.Known, person vpt.PersonID) ([]vpt.HeldRole, error) {
	assigned, err := tx.Assignments(person, k.Today(tx))
	if err != nil {
		return nil, err
	}
	out := make([]vpt.HeldRole, 0, len(assigned))
	for _, s := range assigned {
		h := vpt.HeldRole{Role: s.Role, Scope: s.Scope, Until: s.Until, Where: k.UnitName(s.Unit)}
		if site, ok := k.Site(s.Site); ok {
			h.Where = site.Name
		}
		out = append(out, h)
	}
	return out, nil
}

// deputies fills in both sides, and who could be named.
func (a Room) deputies(tx *store.Tx, k *desk.Known, p vpt.Person, out *vpt.Account) error {
	day := k.Today(tx)
	for _, side := range []struct {
		asPerson bool
		into     *[]vpt.DeputyLine
	}{{true, &out.Deputies}, {false, &out.Deputising}} {
		found, err := tx.Deputyships(p.ID, side.asPerson, day)
		if err != nil {
			return err
		}
		for _, d := range found {
			other := d.Person
			if side.asPerson {
				other = d.Deputy
			}
			name, err := tx.PersonName(other)
			if err != nil {
				return err
			}
			*side.into = append(*side.into, vpt.DeputyLine{Deputyship: d, Other: name, Now: d.Holds(day)})
		}
	}
	if !out.MayNameDeputy || p.Unit == "" {
		return nil
	}
	colleagues, err := tx.PeopleOfUnit(p.Unit)
	if err != nil {
		return err
	}
	for _, c := range colleagues {
		if c.ID != p.ID && c.State != vpt.PersonBlocked {
			out.Colleagues = append(out.Colleagues, vpt.PersonName{ID: c.ID, Name: c.Name, Function: c.Function})
		}
	}
	return nil
}

// SaveLook keeps the actor's own language and colours.
func (a Room) SaveLook(ctx context.Context, who vpt.Actor, in vpt.SaveLook) error {
	return a.desk.Write(ctx, who, policy.AccountChange, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		w.Changed("lang", "look")
		return tx.SetLook(who.Person, in)
	})
}

// ChangePassword gives the actor a new password and ends her other sessions.
func (a Room) ChangePassword(ctx context.Context, who vpt.Actor, in vpt.ChangePassword) error {
	if err := in.Validate(); err != nil {
		return err
	}
	held, err := a.ownCredential(ctx, who)
	if err != nil {
		return err
	}
	if err := a.prove(ctx, who, held, in.Old, "old"); err != nil {
		return err
	}
	hash, err := a.newHash(ctx, in.Password, credential.Owner{Name: held.Person.Name, Email: held.Person.Email})
	if err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.AccountChange, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		now, err := tx.CredentialOf(who.Person)
		if err != nil {
			return err
		}
		if credential.StoredHash(now.Password) != credential.StoredHash(held.Password) {
			return oneProblem("old", "wachtwoord-klopt-niet")
		}
		w.Changed("password")
		if err := a.desk.WarnHolder(tx, who.Person, vpt.MailPassword); err != nil {
			return err
		}
		return NewPassword(a.desk, tx, who.Person, hash, who.Session)
	})
}

// ownCredential reads the credentials of the actor herself.
func (a Room) ownCredential(ctx context.Context, who vpt.Actor) (store.Credential, error) {
	var held store.Credential
	err := a.desk.Read(ctx, who, policy.AccountRead, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx) error {
		var err error
		held, err = tx.CredentialOf(who.Person)
		return err
	})
	return held, err
}

// prove checks the password of who is signed in, before an act that could shut
// her out of her own account. Who found a phone unlocked cannot guess on: these
// attempts are counted like those of signing in.
func (a Room) prove(ctx context.Context, who vpt.Actor, held store.Credential, password vpt.Private, field string) error {
	if password.IsZero() {
		return oneProblem(field, "verplicht")
	}
	g := a.guardOf(who, a.desk.DB.EmailIndex(held.Person.Email), vpt.Private{}, guardPassword)
	if err := a.countAttempt(ctx, g); err != nil {
		return err
	}
	verdict, err := a.verify(ctx, held.Password, password)
	if err != nil {
		return err
	}
	if !verdict.Match {
		if err := a.failed(ctx, who, g); err != nil {
			return err
		}
		return oneProblem(field, "wachtwoord-klopt-niet")
	}
	return a.desk.DB.UnscopedSucceeded(ctx, g.counters)
}
