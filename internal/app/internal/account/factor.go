package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// errFactorNeeded refuses to drop a second factor that a role requires.
var errFactorNeeded = vpt.Fail(vpt.KindConflict, "tweede-factor-verplicht")

// StartFactor gives a shared secret for an authenticator app, to be confirmed.
// It is the same one until it is confirmed or somebody signs in anew, so that a
// reload of the page does not make the picture on a phone worthless. Whoever is
// halfway signing in may do this only when a second factor is the step left.
func (a Room) StartFactor(ctx context.Context, who vpt.Actor, label string) (vpt.Enrolment, error) {
	var out vpt.Enrolment
	var uri vpt.Private
	err := a.desk.Write(ctx, who, policy.SessionOpen, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		held, err := a.enroller(tx, who)
		if err != nil {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out.Secret, out.NeedsPassword = held.Waiting, who.Kind == vpt.ActorPerson
		w.Unlogged() // nothing is changed until it is confirmed
		if held.Waiting.IsZero() {
			out.Secret = credential.NewTOTPSecret()
			if err := tx.SetWaitingFactor(who.Person, out.Secret); err != nil {
				return err
			}
		}
		uri, err = credential.TOTPURI(out.Secret, k.Org.Name, held.Person.Email)
		return err
	})
	if err != nil {
		return vpt.Enrolment{}, err
	}
	out.QR, err = credential.QRCode(uri, label)
	return out, err
}

// enroller reads the credentials of who may set a second factor now.
func (a Room) enroller(tx *store.Tx, who vpt.Actor) (store.Credential, error) {
	switch who.Kind {
	case vpt.ActorPerson:
	case vpt.ActorAnonymous:
		if err := a.atStep(tx, who, vpt.StepEnrol); err != nil {
			return store.Credential{}, err
		}
	default:
		return store.Credential{}, vpt.ErrUnauthenticated
	}
	return tx.CredentialOf(who.Person)
}

// ConfirmFactor makes the waiting secret the second factor, when the code of
// the app is right. It gives ten recovery codes, once, ends every session and
// begins a new one.
func (a Room) ConfirmFactor(ctx context.Context, who vpt.Actor, in vpt.ConfirmFactor) (vpt.Enrolled, error) {
	var none vpt.Enrolled
	if err := in.Validate(); err != nil {
		return none, err
	}
	var held store.Credential
	err := a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		var err error
		held, err = a.enroller(tx, who)
		return err
	})
	if err != nil {
		return none, err
	}
	if who.Kind == vpt.ActorPerson {
		if err := a.prove(ctx, who, held, in.Password, "password"); err != nil {
			return none, err
		}
	}
	step, ok := credential.VerifyTOTP(held.Waiting, in.Code, a.desk.Clock.Now(), 0)
	if held.Waiting.IsZero() || !ok {
		return none, errCode()
	}
	codes, hashes, err := a.desk.Hasher.NewRecoveryCodes(ctx)
	if err != nil {
		return none, err
	}
	out := vpt.Enrolled{Codes: codes}
	err = a.desk.Write(ctx, who, policy.SessionOpen, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("totp", "recoveryCodes")
		now, err := a.enroller(tx, who)
		if err != nil {
			return err
		}
		if credential.HashToken(now.Waiting) != credential.HashToken(held.Waiting) { // another page was quicker
			return errCode()
		}
		out.Session, err = a.setFactor(tx, now, step, hashTexts(hashes), in.Visit)
		return err
	})
	if err != nil {
		return none, err
	}
	return out, nil
}

// setFactor keeps a confirmed factor and begins the one session that is left.
func (a Room) setFactor(tx *store.Tx, held store.Credential, step int64, hashes []string, visit vpt.Visit) (vpt.SignedIn, error) {
	if err := a.desk.WarnHolder(tx, held.Person.ID, vpt.MailFactor); err != nil {
		return vpt.SignedIn{}, err
	}
	if err := tx.SetFactor(held.Person.ID, held.Waiting, step); err != nil {
		return vpt.SignedIn{}, err
	}
	if err := tx.SetRecoveryCodes(held.Person.ID, hashes); err != nil {
		return vpt.SignedIn{}, err
	}
	if err := tx.EndSessions(held.Person.ID, ""); err != nil {
		return vpt.SignedIn{}, err
	}
	p := held.Person
	p.TOTP = true
	return a.openSession(tx, p, false, visit)
}

// RenewRecoveryCodes gives ten new recovery codes; the old ones stop working.
func (a Room) RenewRecoveryCodes(ctx context.Context, who vpt.Actor, password vpt.Private) ([]vpt.Private, error) {
	held, err := a.ownCredential(ctx, who)
	if err != nil {
		return nil, err
	}
	if err := a.prove(ctx, who, held, password, "password"); err != nil {
		return nil, err
	}
	codes, hashes, err := a.desk.Hasher.NewRecoveryCodes(ctx)
	if err != nil {
		return nil, err
	}
	err = a.desk.Write(ctx, who, policy.AccountChange, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("recoveryCodes")
		if err := a.desk.WarnHolder(tx, who.Person, vpt.MailFactor); err != nil {
			return err
		}
		return tx.SetRecoveryCodes(who.Person, hashTexts(hashes))
	})
	if err != nil {
		return nil, err
	}
	return codes, nil
}

// DropFactor removes the second factor of who need not have one.
func (a Room) DropFactor(ctx context.Context, who vpt.Actor, password vpt.Private) error {
	held, err := a.ownCredential(ctx, who)
	if err != nil {
		return err
	}
	if err := a.prove(ctx, who, held, password, "password"); err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.AccountChange, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		must, err := a.mustHaveFactor(tx, who)
		if err != nil {
			return err
		}
		if must {
			return errFactorNeeded
		}
		w.Changed("totp", "recoveryCodes")
		if err := a.desk.WarnHolder(tx, who.Person, vpt.MailFactor); err != nil {
			return err
		}
		return tx.DropFactor(who.Person)
	})
}

// hashTexts gives hashes as they are stored.
func hashTexts(hashes []credential.PasswordHash) []string {
	out := make([]string, len(hashes))
	for i, hash := range hashes {
		out[i] = string(hash)
	}
	return out
}
