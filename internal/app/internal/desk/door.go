package desk

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

// Locate finds what an act is about, in the transaction of the act.
type Locate func(*store.Tx) (policy.Subject, error)

// Nothing is for acts that are about no object.
func Nothing(*store.Tx) (policy.Subject, error) { return policy.Subject{}, nil }

// About is for acts whose object is known without looking.
func About(s policy.Subject) Locate {
	return func(*store.Tx) (policy.Subject, error) { return s, nil }
}

// Work is what an act tells the door for the log: which fields it changed, and
// what it made.
type Work struct {
	fields []string
	made   policy.Subject
	Again  bool // the act was done before, under the same key

	repeated bool // its key may be used before: look up what it made
}

// Changed notes names of fields; never values.
func (w *Work) Changed(fields ...string) { w.fields = append(w.fields, fields...) }

// Makes notes what the act brought into being.
func (w *Work) Makes(kind, id string) { w.made = policy.Subject{Kind: kind, ID: id} }

// Unlogged keeps an act out of the log: what the table marks as never logged,
// and the parts of an act that is logged as a whole.
func (w *Work) Unlogged() { w.Again = true }

// ErrDenied marks a refusal by policy within a transaction.
var ErrDenied = errors.New("app: denied")

// Write does an act: one transaction with its audit entry and jobs.
func (d *Desk) Write(ctx context.Context, who vpt.Actor, action policy.Action, find Locate, do func(*store.Tx, *Work) error) error {
	if !d.Policy.Ever(who, action) {
		return d.Deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	on, err := d.perform(ctx, who, action, find, do, Work{})
	if first := (perhapsDone{}); errors.As(err, &first) {
		on, err = d.perform(ctx, who, action, find, do, Work{repeated: true})
		if errors.Is(err, errNewKey) {
			err = first.refusal
		}
	}
	return d.after(ctx, who, action, on, err)
}

func (d *Desk) perform(ctx context.Context, who vpt.Actor, action policy.Action, find Locate, do func(*store.Tx, *Work) error, begin Work) (policy.Subject, error) {
	var on policy.Subject
	err := d.DB.Write(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !d.Policy.Decide(who, action, on) {
			return ErrDenied
		}
		w := begin
		if err := do(tx, &w); err != nil {
			return err
		}
		if w.Again {
			return nil
		}
		if on.Kind == "" {
			on = w.made
		}
		tx.Note(EntryOf(who, action, on, tx, w.fields, 0))
		return nil
	})
	return on, err
}

// Read does a reading of one object. One that must be logged is not answered
// before it is.
func (d *Desk) Read(ctx context.Context, who vpt.Actor, action policy.Action, find Locate, do func(*store.Tx) error) error {
	if !d.Policy.Ever(who, action) {
		return d.Deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	var on policy.Subject
	err := d.DB.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !d.Policy.Decide(who, action, on) {
			return ErrDenied
		}
		return do(tx)
	})
	if err == nil && d.Policy.Row(action).Audit == policy.Always {
		err = d.note(ctx, who, action, on, 0)
	}
	return d.after(ctx, who, action, on, err)
}

// Resume goes on with a reading that was logged when it began, such as the
// next part of a file: it decides anew, in a transaction of its own, and logs
// refusals only.
func (d *Desk) Resume(ctx context.Context, who vpt.Actor, action policy.Action, find Locate, do func(*store.Tx) error) error {
	var on policy.Subject
	err := d.DB.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		if on, err = find(tx); err != nil {
			return err
		}
		if !d.Policy.Decide(who, action, on) {
			return ErrDenied
		}
		return do(tx)
	})
	return d.after(ctx, who, action, on, err)
}

// List does a reading of many rows, within the scope of the actor. do gives
// the number of rows. filter names the list and how it was narrowed, in codes.
func (d *Desk) List(ctx context.Context, who vpt.Actor, action policy.Action, filter string, do func(*store.Tx, policy.Scope) (int, error)) error {
	scope := d.Policy.ScopeOf(who, action)
	if scope.Empty() {
		return d.Deny(ctx, who, action, policy.Subject{}, vpt.ErrForbidden)
	}
	count := 0
	err := d.DB.Read(ctx, who.Organisation, func(tx *store.Tx) error {
		var err error
		count, err = do(tx, scope)
		return err
	})
	on := policy.Subject{Kind: "lijst", ID: filter}
	key := who.ID() + "|" + string(action) + "|" + filter
	if err == nil && d.Policy.Row(action).Audit != policy.Never && d.listed.first(key, d.Clock.Now()) {
		if err = d.note(ctx, who, action, on, count); err != nil {
			d.listed.forget(key)
		}
	}
	return d.after(ctx, who, action, on, err)
}

// after turns a refusal into what the caller may know: not found.
func (d *Desk) after(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, err error) error {
	if errors.Is(err, ErrDenied) {
		return d.Deny(ctx, who, action, on, vpt.ErrNotFound)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", action, err)
	}
	return nil
}

// Deny logs a refusal in a transaction of its own and gives the answer.
func (d *Desk) Deny(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, answer error) error {
	entry := func(tx *store.Tx) audit.Entry {
		e := EntryOf(who, action, on, tx, nil, 0)
		e.Outcome = audit.Denied
		return e
	}
	err := d.DB.Write(ctx, treeOf(who), func(tx *store.Tx) error {
		tx.Note(entry(tx))
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: log denial: %w", action, err)
	}
	return fmt.Errorf("%s: %w", action, answer)
}

// note logs a reading.
func (d *Desk) note(ctx context.Context, who vpt.Actor, action policy.Action, on policy.Subject, count int) error {
	return d.DB.Write(ctx, treeOf(who), func(tx *store.Tx) error {
		tx.Note(EntryOf(who, action, on, tx, nil, count))
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

// EntryOf gives the entry for the log of an act that was allowed.
func EntryOf(who vpt.Actor, action policy.Action, on policy.Subject, tx *store.Tx, fields []string, count int) audit.Entry {
	return audit.Entry{
		At: tx.Now(), Actor: string(who.Kind) + ":" + who.ID(), Action: string(action), Subject: on.String(),
		Outcome: audit.Allowed, Fields: fields, Count: count, Request: who.Request,
	}
}
