package intake

import (
	"context"
	"time"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// DraftFor is how long a draft is kept.
const DraftFor = 7 * 24 * time.Hour

// ofSelf is the object of acts on what is the actor's own.
func ofSelf(kind string, who vpt.Actor) desk.Locate {
	return desk.About(policy.Subject{Kind: kind, ID: string(who.Person), Person: who.Person})
}

// SaveDraft keeps what the actor typed so far. It is saved every few seconds,
// so it leaves no line in the log: nobody else can read it.
func (a Room) SaveDraft(ctx context.Context, who vpt.Actor, in vpt.Draft) error {
	return a.desk.Write(ctx, who, policy.DraftKeep, ofSelf("concept", who), func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		if err := in.Validate(); err != nil {
			return err
		}
		if in.Data.IsZero() {
			return tx.DropDraft(who.Person, in.Form)
		}
		return tx.SaveDraft(who.Person, in)
	})
}

// Draft gives what the actor typed before, at most seven days ago; the zero
// draft when there is nothing.
func (a Room) Draft(ctx context.Context, who vpt.Actor, form vpt.DraftForm) (vpt.Draft, error) {
	var d vpt.Draft
	err := a.desk.Read(ctx, who, policy.DraftRead, ofSelf("concept", who), func(tx *store.Tx) (err error) {
		d, err = tx.Draft(who.Person, form, tx.Now().Add(-DraftFor))
		return err
	})
	return d, err
}

// DropDraft throws a draft away.
func (a Room) DropDraft(ctx context.Context, who vpt.Actor, form vpt.DraftForm) error {
	return a.desk.Write(ctx, who, policy.DraftKeep, ofSelf("concept", who), func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		return tx.DropDraft(who.Person, form)
	})
}
