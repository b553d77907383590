package app

import (
	"context"
	"errors"
	"fmt"

	"rugdekking/internal/app/internal/audit"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// This file is the only one that begins transactions. Each of write, read and
// list decides, begins, does, audits, enqueues and commits; a use case is what
// happens in the middle.

// locate finds what an act is about, in the transaction of the act.
type locate func(*store.Tx) (policy.Subject, error)

// nothing is for acts that are about no object.
func nothing(*store.Tx) (policy.Subject, error) { return policy.Subject{}, nil }

// about is for acts whose object is known without looking.
func about(s policy.Subject) locate {
	return func(*store.Tx) (policy.Subject, error) { return s, nil }
}

// work is what an act tells the door for the log: which fields it changed, and
// what it made.
type work struct {
	fields []string
	made   policy.Subject
	again  bool // the act was done before, under the same key

	repeated bool // its key may be used before: look up what it made
}

// changed notes names of fields; never values.
func (w *work) changed(fields ...string) { w.fields = append(w.fields, fields...) }

// makes notes what the act brought into being.
func (w *work) makes(kind, id string) { w.made = policy.Subject{Kind: kind, ID: id} }

// unlogged keeps an act out of the log: what the table marks as never logged,
// and the parts of an act that is logged as a whole.
func (w *work) unlogged() { w.again = true }

// errDenied marks a refusal by policy within a transaction.
var errDenied = errors.New("app: denied")

// write does an act: one transaction with its audit entry and jobs.
func (a *App) write(ctx context.Context, who vpt.Actor, action policy.Action, find locate, do func(*store.Tx, *work) error) error {
	if !a.policy.Ever(who, action) {
		return a.deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	on, err := a.perform(ctx, who, action, find, do, work{})
	if first := (perhapsDone{}); errors.As(err, &first) {
		on, err = a.perform(ctx, who, action, find, do, work{repeated: true})
		if errors.Is(err, errNewKey) {
			err = first.refusal
		}
	}
	return a.after(ctx, who, action, on, err)
}

func (a *App) perform(ctx context.Context, who vpt.Actor, action policy.Action, find locate, do func(*store.Tx, *work) error, begin work) (policy.Subject, error) {
	var on policy.Subject
	err := a.db.Write(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !a.policy.Decide(who, action, on) {
			return errDenied
		}
		w := begin
		if err := do(tx, &w); err != nil {
			return err
		}
		if w.again {
			return nil
		}
		if on.Kind == "" {
			on = w.made
		}
		tx.Note(entryOf(who, action, on, tx, w.fields, 0))
		return nil
	})
	return on, err
}

// read does a reading of one object. One that must be logged is not answered
// before it is.
func (a *App) read(ctx context.Context, who vpt.Actor, action policy.Action, find locate, do func(*store.Tx) error) error {
	if !a.policy.Ever(who, action) {
		return a.deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	var on policy.Subject
	err := a.db.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !a.policy.Decide(who, action, on) {
			return errDenied
		}
		return do(tx)
	})
	if err == nil && a.policy.Row(action).Audit == policy.Always {
		err = a.note(ctx, who, action, on, 0)
	}
	return a.after(ctx, who, action, on, err)
}

// resume goes on with a reading that was logged when it began, such as the
// next part of a file: it decides anew, in a transaction of its own, and logs
// refusals only.
func (a *App) resume(ctx context.Context, who vpt.Actor, action policy.Action, find locate, do func(*store.Tx) error) error {
	var on policy.Subject
	err := a.db.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !a.policy.Decide(who, action, on) {
			return errDenied
		}
		return do(tx)
	})
	return a.after(ctx, who, action, on, err)
}

// list does a reading of many rows, within the scope of the actor. do gives
// the number of rows. filter names the list and how it was narrowed, in codes.
func (a *App) list(ctx context.Context, who vpt.Actor, action policy.Action, filter string, do func(*store.Tx, policy.Scope) (int, error)) error {
	scope := a.policy.ScopeOf(who, action)
	if scope.Empty() {
		return a.deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	count := 0
	err := a.db.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		count, err = do(tx, scope)
		return err
	})
	on := policy.Subject{Kind: "lijst", ID: filter}
	key := who.ID() + "|" + string(action) + "|" + filter
	if err == nil && a.policy.Row(action).Audit != policy.Never && a.listed.first(key, a.clock.Now()) {
		if err = a.note(ctx, who, action, on, count); err != nil {
			a.listed.forget(key)
		}
	}
	return a.after(ctx, who, action, on, err)
}

// after turns a refusal into what the caller may know: not found.
func (a *App) after(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, err error) error {
	if errors.Is(err, errDenied) {
		return a.deny(ctx, who, action, on, vpt.ErrNotFound)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", action, err)
	}
	return nil
}

// deny logs a refusal in a transaction of its own and gives the answer.
func (a *App) deny(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, answer error) error {
	entry := func(tx *store.Tx) audit.Entry {
		e := entryOf(who, action, on, tx, nil, 0)
		e.Outcome = audit.Denied
		return e
	}
	err := a.db.Write(ctx, treeOf(who), func(tx *store.Tx) error {
		tx.Note(entry(tx))
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: log denial: %w", action, err)
	}
	return fmt.Errorf("%s: %w", action, answer)
}

// note logs a reading.
func (a *App) note(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, count int) error {
	return a.db.Write(ctx, treeOf(who), func(tx *store.Tx) error {
		tx.Note(entryOf(who, action, on, tx, nil, count))
		return nil
	})
}

// treeOf gives the organisation in whose log an act belongs: the
// installation's own when the actor has none yet.
func treeOf(who vpt.Actor) vpt.OrganisationID {
	if who.Organisation == "" {
		return store.Installation
	}
	return who.Organisation
}

func entryOf(who vpt.Actor, action policy.Action, on policy.Subject, tx *store.Tx, fields []string, count int) audit.Entry {
	return audit.Entry{
		At: tx.Now(), Actor: string(who.Kind) + ":" + who.ID(), Action: string(action), Subject: on.String(),
		Outcome: audit.Allowed, Fields: fields, Count: count, Request: who.Request,
	}
}
