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

// seenEvery is how often, at most, the use of a session is written down.
const seenEvery = time.Minute

// SessionActor gives who holds the secret of a session, as she is now: with the
// roles of today, blocked or not. When a step of signing in is left, the actor
// is an anonymous one with person and session, who may do that step and nothing
// else. ErrUnauthenticated when the session is not there, over or idle too long.
func (a Room) SessionActor(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, vpt.SignInStep, error) {
	found, err := a.sessionOf(ctx, secret)
	if err != nil {
		return who, vpt.StepDone, err
	}
	who.Organisation = found.Organisation
	actor, step, stale := vpt.Actor{}, vpt.StepDone, false
	err = a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		held, err := tx.SessionByID(vpt.SessionID(found.ID))
		if vpt.KindOf(err) == vpt.KindNotFound {
			return vpt.ErrUnauthenticated
		}
		if err != nil {
			return err
		}
		if actor, step, err = a.holder(tx, who, held); err != nil {
			return err
		}
		stale = tx.Now().Sub(held.Session.SeenAt) >= seenEvery
		return nil
	})
	if err == nil && stale {
		err = a.seen(ctx, who, vpt.SessionID(found.ID))
	}
	return actor, step, err
}

func (a Room) sessionOf(ctx context.Context, secret vpt.Private) (store.Located, error) {
	if secret.IsZero() {
		return store.Located{}, vpt.ErrUnauthenticated
	}
	hash := credential.HashToken(secret)
	found, err := a.desk.DB.UnscopedSession(ctx, hash[:])
	if vpt.KindOf(err) == vpt.KindNotFound {
		return found, vpt.ErrUnauthenticated
	}
	return found, err
}

// holder judges a session and gives its actor.
func (a Room) holder(tx *store.Tx, who vpt.Actor, held store.HeldSession) (vpt.Actor, vpt.SignInStep, error) {
	actor, err := ActorOf(a.desk, tx, held.Person)
	if err != nil {
		return actor, vpt.StepDone, err
	}
	if held.Person.State != vpt.PersonActive || !alive(held.Session, actor, tx.Now()) {
		return vpt.Actor{}, vpt.StepDone, vpt.ErrUnauthenticated
	}
	actor.Session, actor.Request, actor.Remote = held.Session.ID, who.Request, who.Remote
	step := vpt.StepCode
	if !held.Pending {
		if step, err = a.stepOf(tx, held.Person, actor); err != nil {
			return actor, step, err
		}
	}
	if step != vpt.StepDone {
		actor.Kind, actor.Grants = vpt.ActorAnonymous, nil
	}
	return actor, step, nil
}

// alive judges a session by the clock. Who handles cases is out sooner.
func alive(s vpt.Session, actor vpt.Actor, now time.Time) bool {
	idle := vpt.IdleReporter
	if len(actor.Grants) > 0 {
		idle = vpt.IdleHandler
	}
	return now.Before(s.ExpiresAt) && now.Sub(s.SeenAt) < idle
}

// stepOf says whether somebody must set a second factor before anything else:
// whoever has more than the rights of a reporter, or everybody when the
// organisation says so. It is asked at each request, so that a role given
// during a session counts at once. A demo asks nobody.
func (a Room) stepOf(tx *store.Tx, p vpt.Person, actor vpt.Actor) (vpt.SignInStep, error) {
	if p.TOTP || a.desk.Demo {
		return vpt.StepDone, nil
	}
	must, err := a.mustHaveFactor(tx, actor)
	if must {
		return vpt.StepEnrol, err
	}
	return vpt.StepDone, err
}

func (a Room) mustHaveFactor(tx *store.Tx, actor vpt.Actor) (bool, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return false, err
	}
	return !a.desk.Demo && (len(actor.Grants) > 0 || k.Org.Settings.SecondFactor), nil
}

// seen writes down that a session is used. It changes nothing that a log should
// tell.
func (a Room) seen(ctx context.Context, who vpt.Actor, id vpt.SessionID) error {
	return a.desk.Write(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		return tx.SeeSession(id)
	})
}

// Sessions lists where the actor is signed in.
func (a Room) Sessions(ctx context.Context, who vpt.Actor) ([]vpt.Session, error) {
	var out []vpt.Session
	err := a.desk.List(ctx, who, policy.SessionList, "sessies", func(tx *store.Tx, scope policy.Scope) (int, error) {
		all, err := tx.Sessions(scope.Person())
		if err != nil {
			return 0, err
		}
		out = nil
		for _, s := range all {
			if s.Current = s.ID == who.Session; alive(s, who, tx.Now()) {
				out = append(out, s)
			}
		}
		return len(out), nil
	})
	return out, err
}

// EndSession ends one session of the actor.
func (a Room) EndSession(ctx context.Context, who vpt.Actor, id vpt.SessionID) error {
	return a.desk.Write(ctx, who, policy.SessionEnd, desk.About(sessionSubject(who.Person, id)), func(tx *store.Tx, w *desk.Work) error {
		return tx.EndSession(who.Person, id)
	})
}

// EndOtherSessions ends all sessions of the actor but the one she asks with.
func (a Room) EndOtherSessions(ctx context.Context, who vpt.Actor) error {
	return a.desk.Write(ctx, who, policy.SessionEnd, desk.About(sessionSubject(who.Person, "")), func(tx *store.Tx, w *desk.Work) error {
		return tx.EndSessions(who.Person, who.Session)
	})
}

// SignOut ends the session with this secret, whatever state it is in. A session
// that is not there is no error: then she is signed out.
func (a Room) SignOut(ctx context.Context, who vpt.Actor, secret vpt.Private) error {
	found, err := a.sessionOf(ctx, secret)
	if vpt.KindOf(err) == vpt.KindUnauthenticated {
		return nil
	}
	if err != nil {
		return err
	}
	who.Organisation = found.Organisation
	return a.desk.Write(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		hash := credential.HashToken(secret)
		w.Makes("sessie", found.ID)
		w.Changed("ended")
		return tx.EndSessionOf(hash[:])
	})
}

func sessionSubject(person vpt.PersonID, id vpt.SessionID) policy.Subject {
	return policy.Subject{Kind: "sessie", ID: string(id), Person: person}
}
