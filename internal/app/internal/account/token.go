package account

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

// tokenPrefix tells people and secret scanners what a token of ours is.
const tokenPrefix = "rugdekking_"

// TokenActor gives the service that a token of the API stands for.
// ErrUnauthenticated when the token is unknown or revoked.
func (a Room) TokenActor(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, error) {
	hash := credential.HashToken(secret)
	found, err := a.desk.DB.UnscopedToken(ctx, hash[:])
	if vpt.KindOf(err) == vpt.KindNotFound {
		return who, vpt.ErrUnauthenticated
	}
	if err != nil {
		return who, err
	}
	who.Organisation = found.Organisation
	var actor vpt.Actor
	err = a.desk.Read(ctx, who, policy.SessionOpen, desk.Nothing, func(tx *store.Tx) error {
		t, err := tx.TokenByID(vpt.TokenID(found.ID))
		if vpt.KindOf(err) == vpt.KindNotFound {
			return vpt.ErrUnauthenticated
		}
		if err != nil {
			return err
		}
		actor = vpt.Actor{
			Kind: vpt.ActorService, Organisation: tx.Organisation(), Name: t.Name, Scopes: t.Scopes, Unit: t.Unit,
			Request: who.Request, Remote: who.Remote, Lang: "nl",
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		if t.Unit == "" {
			actor.Closed = k.Tree.Closed(nil)
			return nil
		}
		actor.Units = k.Tree.Covered(t.Unit, k.IsCircle)
		return nil
	})
	return actor, err
}

// AddToken makes a token of the API and gives its secret, which is shown once:
// only its hash is kept.
func (a Room) AddToken(ctx context.Context, who vpt.Actor, in vpt.AddToken) (vpt.NewToken, error) {
	secret, hash := credential.NewToken(tokenPrefix)
	made := vpt.NewToken{ID: vpt.TokenID(store.NewID()), Secret: secret}
	err := a.desk.Write(ctx, who, policy.TokenAdd, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		var p vpt.Problems
		if _, ok := k.Tree.Unit(in.Unit); in.Unit != "" && !ok {
			p.Add("unit", "onbekende-keuze")
		}
		if err := p.Err(); err != nil {
			return err
		}
		w.Makes("token", string(made.ID))
		err = tx.InsertToken(vpt.Token{ID: made.ID, Name: in.Name, Scopes: in.Scopes, Unit: in.Unit}, hash[:])
		if vpt.KindOf(err) == vpt.KindConflict {
			p.Add("name", "al-in-gebruik")
			return p.Err()
		}
		if err != nil {
			return err
		}
		// A program may read what its maker may not.
		return a.desk.NotifyCoordinators(tx, who, vpt.MailToken, "/beheer")
	})
	if err != nil {
		return vpt.NewToken{}, err
	}
	return made, nil
}

// Tokens lists the tokens of the organisation, also the revoked ones.
func (a Room) Tokens(ctx context.Context, who vpt.Actor) ([]vpt.Token, error) {
	var out []vpt.Token
	err := a.desk.List(ctx, who, policy.TokenList, "tokens", func(tx *store.Tx, _ policy.Scope) (int, error) {
		var err error
		out, err = tx.Tokens()
		return len(out), err
	})
	return out, err
}

// RevokeToken makes a token worthless at once.
func (a Room) RevokeToken(ctx context.Context, who vpt.Actor, id vpt.TokenID) error {
	on := desk.About(policy.Subject{Kind: "token", ID: string(id)})
	return a.desk.Write(ctx, who, policy.TokenRevoke, on, func(tx *store.Tx, w *desk.Work) error {
		w.Changed("revoked")
		return tx.RevokeToken(id)
	})
}
