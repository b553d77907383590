package app

import (
	"context"
	"errors"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MergeCases makes two cases one: reports, people, evidence and records of From
// go to Into, of each clock the earliest that runs stands, and the address of
// From leads to Into. Both must be the actor's to handle.
func (a *App) MergeCases(ctx context.Context, who vpt.Actor, in vpt.MergeCases) error {
	return a.onCase(ctx, who, policy.CaseMerge, in.Into, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		from, err := a.mergeable(d, in)
		if err != nil {
			return err
		}
		m := store.Merge{ID: store.NewID(), Into: d.c.ID, From: from.ID}
		if err := d.takeOver(from, &m); err != nil {
			return err
		}
		if in.OwnerFrom {
			if err := a.own(d, from.Owner); err != nil {
				return err
			}
		}
		if err := a.replaceOwner(d); err != nil {
			return err
		}
		from.State, from.MergedInto = vpt.CaseMerged, d.c.ID
		from.Settle(nil, d.tx.Now())
		if err := d.tx.UpdateCase(from); err != nil {
			return err
		}
		if err := d.tx.InsertMerge(m, who.ID()); err != nil {
			return err
		}
		d.w.changed("merged:" + string(from.ID))
		return d.event(vpt.EventMerged, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = m.ID, from.Number })
	})
}

// takeOver moves what hangs on another case to this one. Somebody who has a
// care plan in both goes on with one: what she no longer needs of the other
// stays behind with the case that is merged.
func (d *deed) takeOver(from vpt.Casefile, m *store.Merge) error {
	ours, err := d.tx.Talks(d.c.ID)
	if err != nil {
		return err
	}
	theirs, err := d.tx.Talks(from.ID)
	if err != nil {
		return err
	}
	stay, aside := vpt.OnePlan(ours, theirs)
	m.Earlier = d.c.MergeFrom(from, stay)
	if err := d.tx.MoveRecords(from.ID, d.c.ID); err != nil {
		return err
	}
	now := map[vpt.CareTalkID]vpt.PlacedTalk{}
	for _, t := range stay {
		now[t.ID] = t.At(d.c.ID)
	}
	for _, t := range aside {
		now[t.ID] = t.At(from.ID)
	}
	for i, t := range append(ours, theirs...) {
		was, usual := t.At(d.c.ID), t.At(d.c.ID)
		if i >= len(ours) {
			was.Casefile = from.ID
		}
		if now[t.ID] == usual {
			continue
		}
		m.Earlier.Talks = append(m.Earlier.Talks, was)
		d.w.changed("talk:" + string(t.ID))
		if err := d.tx.PlaceTalk(now[t.ID]); err != nil {
			return err
		}
		if t.IsCheck() && now[t.ID].Casefile != d.c.ID { // nobody asks twice
			if err := d.fulfil(vpt.DutyReferral, string(t.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// mergeable finds the other case and checks that the actor may handle it too.
// One that she may not see is, to her, not there.
func (a *App) mergeable(d *deed, in vpt.MergeCases) (vpt.Casefile, error) {
	if in.OwnerFrom && !d.who.Has(vpt.RoleCoordinator) {
		return vpt.Casefile{}, invalid("ownerFrom", "alleen-coordinator")
	}
	from, err := d.tx.CaseByNumber(in.From)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return from, invalid("from", "zaak-niet-gevonden")
	}
	if err != nil {
		return from, err
	}
	on, err := caseSubject(d.tx, from)
	if err != nil {
		return from, err
	}
	if !a.policy.Decide(d.who, policy.CaseMerge, on) {
		return from, invalid("from", "zaak-niet-gevonden")
	}
	if from.State != vpt.CaseOpen && from.State != vpt.CaseClosed {
		return from, invalid("from", "zaak-niet-open")
	}
	return from, nil
}

// UndoMerge takes the latest merging into a case apart again. It is possible
// until something new is recorded on the case.
func (a *App) UndoMerge(ctx context.Context, who vpt.Actor, in vpt.UndoMerge) error {
	return a.onCase(ctx, who, policy.CaseMerge, in.Case, in.Once, whileOpen(), func(d *deed) error {
		m, err := d.tx.UndoableMerge(d.c.ID)
		if vpt.KindOf(err) == vpt.KindNotFound {
			return vpt.Fail(vpt.KindConflict, "samenvoegen-ligt-vast")
		}
		if err != nil {
			return err
		}
		from, err := d.tx.CaseByID(m.From)
		if err != nil {
			return err
		}
		if err := d.tx.ReturnRecords(d.c.ID, from.ID); err != nil {
			return err
		}
		for _, t := range m.Earlier.Talks {
			d.w.changed("talk:" + string(t.ID))
			if err := d.tx.PlaceTalk(t); err != nil {
				return err
			}
		}
		d.c.Restore(m.Earlier)
		from.State, from.MergedInto = m.Earlier.FromState, ""
		other := &deed{tx: d.tx, who: who, w: d.w, k: d.k, c: from}
		if err := errors.Join(d.oweChecks(), other.oweChecks()); err != nil {
			return err
		}
		if err := other.save(); err != nil {
			return err
		}
		d.w.changed("unmerged:" + string(from.ID))
		if err := d.tx.MarkUndone(m); err != nil {
			return err
		}
		for _, one := range []struct {
			on    *deed
			other string
		}{{d, from.Number}, {other, d.c.Number}} {
			err := one.on.event(vpt.EventUnmerged, vpt.VisibleHandlers, func(e *vpt.Event) { e.Detail = one.other })
			if err != nil {
				return err
			}
		}
		return nil
	})
}
