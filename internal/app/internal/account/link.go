package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// errBlocked and errSelf refuse an invitation.
var (
	errBlocked = vpt.Fail(vpt.KindConflict, "account-geblokkeerd")
	errSelf    = vpt.Fail(vpt.KindConflict, "niet-jezelf")
)

// The addresses of the pages behind a link; the secret comes after.
const (
	invitationPath = "/uitnodiging/"
	resetPath      = "/wachtwoord/"
)

// InvitePerson mails a person a link by which she sets her password. Older
// links end. It is also the way back for who lost her second factor: accepting
// an invitation clears it.
func (a Room) InvitePerson(ctx context.Context, who vpt.Actor, person vpt.PersonID) error {
	return a.desk.Write(ctx, who, policy.PersonInvite, desk.About(desk.AccountSubject(person)), func(tx *store.Tx, w *desk.Work) error {
		return a.invite(tx, who, w, person)
	})
}

func (a Room) invite(tx *store.Tx, who vpt.Actor, w *desk.Work, person vpt.PersonID) error {
	secret, err := a.newInvitation(tx, who, person)
	if err != nil {
		return err
	}
	w.Changed("link")
	return a.desk.Post(tx, vpt.Mail{To: person, Reason: vpt.MailInvitation, Path: invitationPath}, secret)
}

// InviteLink gives the path of such a link to the command that prints it,
// instead of mailing it.
func (a Room) InviteLink(ctx context.Context, who vpt.Actor, person vpt.PersonID) (vpt.Private, error) {
	if who.Kind != vpt.ActorCommand {
		return vpt.Private{}, a.desk.Deny(ctx, who, policy.PersonInvite, desk.AccountSubject(person), vpt.ErrForbidden)
	}
	var secret vpt.Private
	err := a.desk.Write(ctx, who, policy.PersonInvite, desk.About(desk.AccountSubject(person)), func(tx *store.Tx, w *desk.Work) error {
		var err error
		secret, err = a.newInvitation(tx, who, person)
		w.Changed("link")
		return err
	})
	if err != nil {
		return vpt.Private{}, err
	}
	return secret.Map(func(s string) string { return invitationPath + s }), nil
}

func (a Room) newInvitation(tx *store.Tx, who vpt.Actor, person vpt.PersonID) (vpt.Private, error) {
	p, err := tx.PersonByID(person)
	switch {
	case err != nil:
		return vpt.Private{}, err
	case p.State == vpt.PersonBlocked:
		return vpt.Private{}, errBlocked
	case person == who.Person:
		return vpt.Private{}, errSelf
	}
	if err := tx.EndLinks(person); err != nil {
		return vpt.Private{}, err
	}
	return a.newLink(tx, person, vpt.LinkInvitation)
}

func (a Room) newLink(tx *store.Tx, person vpt.PersonID, purpose vpt.LinkPurpose) (vpt.Private, error) {
	secret, hash := credential.NewToken("")
	return secret, tx.InsertLink(store.Link{ID: store.NewID(), Person: person, Purpose: purpose}, hash[:], tx.Now().Add(vpt.LinkFor))
}

// RequestReset mails a link for a new password to an address, when there is an
// account. The answer never tells whether there is, and neither that it mailed
// a moment ago. Older links keep working, or a stranger could end them by asking.
func (a Room) RequestReset(ctx context.Context, who vpt.Actor, in vpt.RequestReset) error {
	if !a.desk.Policy.Ever(who, policy.SessionOpen) {
		return a.desk.Deny(ctx, who, policy.SessionOpen, policy.Subject{}, vpt.ErrForbidden)
	}
	if err := in.Validate(); err != nil {
		return err
	}
	index := a.desk.DB.EmailIndex(in.Email)
	g := a.resetGuard(who, index)
	mayMail, err := a.countReset(ctx, g)
	if err != nil {
		return err
	}
	org, held, err := a.credentialAt(ctx, who, index)
	if err != nil {
		return err
	}
	if !mayMail || held.Person.ID == "" || held.Person.State == vpt.PersonBlocked {
		return a.failed(ctx, who, g)
	}
	who.Organisation = org
	return a.desk.Write(ctx, who, policy.SessionOpen, desk.About(desk.AccountSubject(held.Person.ID)), func(tx *store.Tx, w *desk.Work) error {
		secret, err := a.newLink(tx, held.Person.ID, vpt.LinkReset)
		if err != nil {
			return err
		}
		w.Changed("link")
		return a.desk.Post(tx, vpt.Mail{To: held.Person.ID, Reason: vpt.MailReset, Path: resetPath}, secret)
	})
}

// linkOf finds the organisation of a link by its secret.
func (a Room) linkOf(ctx context.Context, secret vpt.Private) (store.Located, error) {
	hash := credential.HashToken(secret)
	found, err := a.desk.DB.UnscopedLink(ctx, hash[:])
	if vpt.KindOf(err) == vpt.KindNotFound {
		return found, desk.ErrLink
	}
	return found, err
}

// Link gives what the page behind a single-use link shows, without using it.
func (a Room) Link(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.LinkView, error) {
	var view vpt.LinkView
	found, err := a.linkOf(ctx, secret)
	if err != nil {
		return view, err
	}
	who.Organisation = found.Organisation
	err = a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		link, p, err := a.openLink(tx, found.ID)
		view = vpt.LinkView{Purpose: link.Purpose, Organisation: k.Org.Name, Name: p.Name, Email: p.Email}
		return err
	})
	return view, err
}

// openLink reads a link that works, and whose it is.
func (a Room) openLink(tx *store.Tx, id string) (store.Link, vpt.Person, error) {
	link, err := tx.LinkByID(id)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return link, vpt.Person{}, desk.ErrLink
	}
	if err != nil {
		return link, vpt.Person{}, err
	}
	p, err := tx.PersonByID(link.Person)
	if err == nil && p.State == vpt.PersonBlocked {
		err = desk.ErrLink
	}
	return link, p, err
}

// AcceptLink sets the password of whoever got a link, ends her other sessions
// and begins a new one. The link does not work again.
func (a Room) AcceptLink(ctx context.Context, who vpt.Actor, in vpt.AcceptLink) (vpt.SignedIn, error) {
	var none vpt.SignedIn
	view, err := a.Link(ctx, who, in.Secret)
	if err != nil {
		return none, err
	}
	if err := in.Validate(); err != nil {
		return none, err
	}
	hash, err := a.newHash(ctx, in.Password, credential.Owner{Name: view.Name, Email: view.Email})
	if err != nil {
		return none, err
	}
	found, err := a.linkOf(ctx, in.Secret)
	if err != nil {
		return none, err
	}
	who.Organisation = found.Organisation
	var signed vpt.SignedIn
	var link store.Link
	locate := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		link, _, err = a.openLink(tx, found.ID)
		return desk.AccountSubject(link.Person), err
	}
	err = a.desk.Write(ctx, who, policy.SessionOpen, locate, func(tx *store.Tx, w *desk.Work) error {
		w.Changed("password", "session")
		if err := a.takeLink(tx, link, hash); err != nil {
			return err
		}
		p, err := tx.PersonByID(link.Person)
		if err != nil {
			return err
		}
		signed, err = a.openSession(tx, p, p.TOTP, in.Visit)
		return err
	})
	return signed, err
}

// takeLink uses a link for a new password.
func (a Room) takeLink(tx *store.Tx, link store.Link, hash vpt.Private) error {
	err := tx.UseLink(link.ID)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return desk.ErrLink
	}
	if err != nil {
		return err
	}
	if err := a.warnOfLink(tx, link); err != nil {
		return err
	}
	if link.Purpose == vpt.LinkInvitation {
		if err := tx.DropFactor(link.Person); err != nil {
			return err
		}
	}
	return NewPassword(a.desk, tx, link.Person, hash, "")
}

// warnOfLink tells the holder of an account what a link changes about it. Who
// chooses her first password needs no warning.
func (a Room) warnOfLink(tx *store.Tx, link store.Link) error {
	p, err := tx.PersonByID(link.Person)
	if err != nil || p.State == vpt.PersonInvited {
		return err
	}
	if err := a.desk.WarnHolder(tx, p.ID, vpt.MailPassword); err != nil {
		return err
	}
	if link.Purpose != vpt.LinkInvitation || !p.TOTP {
		return nil
	}
	return a.desk.WarnHolder(tx, p.ID, vpt.MailFactor)
}

// NewPassword keeps a new password: an invited account becomes active, its open
// links and its sessions end, except one.
func NewPassword(a *desk.Desk, tx *store.Tx, person vpt.PersonID, hash vpt.Private, except vpt.SessionID) error {
	if err := tx.SetPassword(person, hash); err != nil {
		return err
	}
	if err := tx.ActivatePerson(person); err != nil {
		return err
	}
	if err := tx.EndLinks(person); err != nil {
		return err
	}
	return tx.EndSessions(person, except)
}

// newHash judges a new password and hashes it.
func (a Room) newHash(ctx context.Context, password vpt.Private, owner credential.Owner) (vpt.Private, error) {
	if code := a.desk.Rules.Check(password, owner); code != "" {
		return vpt.Private{}, oneProblem("password", code)
	}
	hash, err := a.desk.Hasher.Hash(ctx, password)
	return hash.Private(), err
}

// SetPassword gives a person of a demo a password; nowhere else does anybody
// know the password of another.
func (a Room) SetPassword(ctx context.Context, who vpt.Actor, person vpt.PersonID, password vpt.Private) error {
	if !a.desk.Demo || who.Kind != vpt.ActorCommand {
		return a.desk.Deny(ctx, who, policy.PersonInvite, desk.AccountSubject(person), vpt.ErrForbidden)
	}
	hash, err := a.desk.Hasher.Hash(ctx, password)
	if err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.PersonInvite, desk.About(desk.AccountSubject(person)), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("password")
		return NewPassword(a.desk, tx, person, hash.Private(), "")
	})
}
