package account

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// How long a session may stay halfway.
const (
	codeFor  = 15 * time.Minute
	enrolFor = time.Hour
)

// errSignIn is the one answer to a wrong address, a wrong password, an account
// without a password and a blocked one.
func errSignIn() error { return oneProblem("", "aanmelden-mislukt") }

func oneProblem(path, code string) error {
	var p vpt.Problems
	p.Add(path, code)
	return p.Err()
}

// SignIn checks an e-mail address and password and begins a session, under a
// new secret. It answers alike, and after the same work, for an account that
// does not exist.
func (a Room) SignIn(ctx context.Context, who vpt.Actor, in vpt.SignIn) (vpt.SignedIn, error) {
	var none vpt.SignedIn
	if !a.desk.Policy.Ever(who, policy.SessionOpen) {
		return none, a.desk.Deny(ctx, who, policy.SessionOpen, policy.Subject{}, vpt.ErrForbidden)
	}
	if err := in.Validate(); err != nil {
		return none, err
	}
	g := a.guardOf(who, a.desk.DB.EmailIndex(in.Email), in.Visit.Familiar, guardPassword)
	if err := a.countAttempt(ctx, g); err != nil {
		return none, err
	}
	org, held, err := a.credentialAt(ctx, who, g.index)
	if err != nil {
		return none, err
	}
	verdict, err := a.verify(ctx, held.Password, in.Password)
	if err != nil {
		return none, err
	}
	if !verdict.Match || held.Person.State != vpt.PersonActive {
		if err := a.failed(ctx, who, g); err != nil {
			return none, err
		}
		return none, errSignIn()
	}
	fresh := held.Password
	if verdict.Rehash {
		hash, err := a.desk.Hasher.Hash(ctx, in.Password)
		if err != nil {
			return none, err
		}
		fresh = hash.Private()
	}
	signed, err := a.begin(ctx, personActor(who, org, held.Person.ID), held, fresh, in.Visit)
	if err != nil {
		return none, err
	}
	return signed, a.desk.DB.UnscopedSucceeded(ctx, g.counters)
}

// personActor is the person that an anonymous actor has just proven to be.
func personActor(who vpt.Actor, org vpt.OrganisationID, person vpt.PersonID) vpt.Actor {
	return vpt.Actor{Kind: vpt.ActorPerson, Organisation: org, Person: person, Request: who.Request, Remote: who.Remote, Lang: who.Lang}
}

// credentialAt finds the credentials of an e-mail address anywhere in the
// installation; zero when there is no such account.
func (a Room) credentialAt(ctx context.Context, who vpt.Actor, index []byte) (vpt.OrganisationID, store.Credential, error) {
	var held store.Credential
	found, err := a.desk.DB.UnscopedPersonByEmail(ctx, index)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return "", held, nil
	}
	if err != nil {
		return "", held, err
	}
	who = personActor(who, found.Organisation, vpt.PersonID(found.ID))
	err = a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		held, err = tx.CredentialOf(who.Person)
		return err
	})
	return found.Organisation, held, err
}

// verify compares a password. Without a hash to compare with it takes as long.
func (a Room) verify(ctx context.Context, hash, password vpt.Private) (credential.Verdict, error) {
	if hash.IsZero() {
		return credential.Verdict{}, a.desk.Hasher.VerifyUnknown(ctx, password)
	}
	return a.desk.Hasher.Verify(ctx, credential.StoredHash(hash), password)
}

// begin opens the session of somebody whose password was right. The account may
// have changed while it was compared: then it was wrong after all.
func (a Room) begin(ctx context.Context, who vpt.Actor, held store.Credential, fresh vpt.Private, visit vpt.Visit) (vpt.SignedIn, error) {
	var signed vpt.SignedIn
	err := a.desk.Write(ctx, who, policy.SessionOpen, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		now, err := tx.CredentialOf(who.Person)
		if err != nil {
			return err
		}
		if now.Person.State != vpt.PersonActive || credential.StoredHash(now.Password) != credential.StoredHash(held.Password) {
			return errSignIn()
		}
		if credential.StoredHash(fresh) != credential.StoredHash(now.Password) {
			w.Changed("password.cost")
			if err := tx.SetPassword(who.Person, fresh); err != nil {
				return err
			}
		}
		signed, err = a.openSession(tx, now.Person, now.Person.TOTP, visit)
		return err
	})
	return signed, err
}

// openSession makes a session in place of the one that the browser had. With
// pending, the code of the second factor is still to come.
func (a Room) openSession(tx *store.Tx, p vpt.Person, pending bool, visit vpt.Visit) (vpt.SignedIn, error) {
	secret, hash := credential.NewToken("")
	signed := vpt.SignedIn{Secret: secret, Step: vpt.StepCode, ExpiresAt: tx.Now().Add(codeFor)}
	if !pending {
		actor, err := ActorOf(a.desk, tx, p)
		if err != nil {
			return signed, err
		}
		if signed.Step, err = a.stepOf(tx, p, actor); err != nil {
			return signed, err
		}
		signed.ExpiresAt = tx.Now().Add(enrolFor)
		if signed.Step == vpt.StepDone {
			signed.ExpiresAt = tx.Now().Add(vpt.SessionMax)
			signed.Familiar = credential.NewFamiliar(a.familiarKey(a.desk.DB.EmailIndex(p.Email)))
		}
	}
	if !visit.Session.IsZero() {
		old := credential.HashToken(visit.Session)
		if err := tx.EndSessionOf(old[:]); err != nil {
			return signed, err
		}
	}
	// A secret that somebody saw and did not confirm is not shown to the next.
	if err := tx.SetWaitingFactor(p.ID, vpt.Private{}); err != nil {
		return signed, err
	}
	return signed, tx.InsertSession(store.NewSession{
		ID: vpt.SessionID(store.NewID()), Person: p.ID, Hash: hash[:], Device: visit.Device, ExpiresAt: signed.ExpiresAt, Pending: pending,
	})
}

// ConfirmCode takes the code of the second factor of somebody who is halfway
// signing in, or one of her recovery codes, and gives the session that goes on.
func (a Room) ConfirmCode(ctx context.Context, who vpt.Actor, in vpt.SecondFactor) (vpt.SignedIn, error) {
	var none vpt.SignedIn
	if err := in.Validate(); err != nil {
		return none, err
	}
	var held store.Credential
	var codes []store.RecoveryCode
	err := a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) (err error) {
		if err := a.atStep(tx, who, vpt.StepCode); err != nil {
			return err
		}
		if held, err = tx.CredentialOf(who.Person); err != nil {
			return err
		}
		codes, err = tx.RecoveryCodes(who.Person)
		return err
	})
	if err != nil {
		return none, err
	}
	g := a.guardOf(who, a.desk.DB.EmailIndex(held.Person.Email), in.Visit.Familiar, guardCode)
	if err := a.countAttempt(ctx, g); err != nil {
		return none, err
	}
	use, err := a.judgeCode(ctx, held, codes, in)
	if err != nil {
		return none, err
	}
	if use == nil {
		if err := a.failed(ctx, who, g); err != nil {
			return none, err
		}
		return none, errCode()
	}
	signed, err := a.passCode(ctx, who, use, in.Visit)
	if err != nil {
		return none, err
	}
	return signed, a.desk.DB.UnscopedSucceeded(ctx, g.counters)
}

func errCode() error { return oneProblem("otp", "code-klopt-niet") }

// atStep refuses who is not at this step of signing in, now.
func (a Room) atStep(tx *store.Tx, who vpt.Actor, step vpt.SignInStep) error {
	held, err := tx.SessionByID(who.Session)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return vpt.ErrUnauthenticated
	}
	if err != nil {
		return err
	}
	_, at, err := a.holder(tx, who, held)
	if err != nil {
		return err
	}
	if at != step || held.Session.Person != who.Person {
		return vpt.ErrUnauthenticated
	}
	return nil
}

// judgeCode gives what takes the code that was typed, or nil when it is wrong.
func (a Room) judgeCode(ctx context.Context, held store.Credential, codes []store.RecoveryCode, in vpt.SecondFactor) (func(*store.Tx) error, error) {
	if !in.Recovery() {
		step, ok := credential.VerifyTOTP(held.TOTP, in.Code, a.desk.Clock.Now(), held.Step)
		if !ok {
			return nil, nil
		}
		return func(tx *store.Tx) error { return tx.UseStep(held.Person.ID, step) }, nil
	}
	hashes := make([]credential.PasswordHash, len(codes))
	for i, code := range codes {
		hashes[i] = credential.PasswordHash(code.Hash)
	}
	i, err := a.desk.Hasher.VerifyRecoveryCode(ctx, hashes, in.Code)
	if err != nil || i < 0 {
		return nil, err
	}
	return func(tx *store.Tx) error { return tx.UseRecoveryCode(codes[i].ID) }, nil
}

func (a Room) passCode(ctx context.Context, who vpt.Actor, use func(*store.Tx) error, visit vpt.Visit) (vpt.SignedIn, error) {
	var signed vpt.SignedIn
	err := a.desk.Write(ctx, who, policy.SessionOpen, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		if err := a.atStep(tx, who, vpt.StepCode); err != nil {
			return err
		}
		err := use(tx)
		if vpt.KindOf(err) == vpt.KindNotFound { // taken in the meantime
			return errCode()
		}
		if err != nil {
			return err
		}
		if err := tx.EndSession(who.Person, who.Session); err != nil {
			return err
		}
		p, err := tx.PersonByID(who.Person)
		if err != nil {
			return err
		}
		w.Changed("code")
		signed, err = a.openSession(tx, p, false, visit)
		return err
	})
	return signed, err
}
