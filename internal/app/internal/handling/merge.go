package handling

import (
	"context"
	"errors"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MergeCases makes two cases one: reports, people, evidence and records of From
// go to Into, of each clock the earliest that runs stands, and the address of
// From leads to Into. Both must be the actor's to handle.
func (a Room) MergeCases(ctx context.Context, who vpt.Actor, in vpt.MergeCases) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMerge, in.Into, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		from, err := a.mergeable(d, in)
		if err != nil {
			return err
		}
		m := store.Merge{ID: store.NewID(), Into: d.Case.ID, From: from.ID}
		if err := takeOver(d, from, &m); err != nil {
			return err
		}
		if in.OwnerFrom {
			if err := casework.Own(a.desk, d, from.Owner); err != nil {
				return err
			}
		}
		if err := casework.ReplaceOwner(a.desk, d); err != nil {
			return err
		}
		from.State, from.MergedInto = vpt.CaseMerged, d.Case.ID
		from.Settle(nil, d.Tx.Now())
		if err := d.Tx.UpdateCase(from); err != nil {
			return err
		}
		if err := d.Tx.InsertMerge(m, who.ID()); err != nil {
			return err
		}
		d.Work.Changed("merged:" + string(from.ID))
		return d.Event(vpt.EventMerged, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = m.ID, from.Number })
	})
}

// takeOver moves what hangs on another case to this one. Somebody who has a
// care plan in both goes on with one: what she no longer needs of the other
// stays behind with the case that is merged.
func takeOver(d *casework.Deed, from vpt.Casefile, m *store.Merge) error {
	ours, err := d.Tx.Talks(d.Case.ID)
	if err != nil {
		return err
	}
	theirs, err := d.Tx.Talks(from.ID)
	if err != nil {
		return err
	}
	stay, aside := vpt.OnePlan(ours, theirs)
	m.Earlier = d.Case.MergeFrom(from, stay)
	if err := d.Tx.MoveRecords(from.ID, d.Case.ID); err != nil {
		return err
	}
	now := map[vpt.CareTalkID]vpt.PlacedTalk{}
	for _, t := range stay {
		now[t.ID] = t.At(d.Case.ID)
	}
	for _, t := range aside {
		now[t.ID] = t.At(from.ID)
	}
	for i, t := range append(ours, theirs...) {
		was, usual := t.At(d.Case.ID), t.At(d.Case.ID)
		if i >= len(ours) {
			was.Casefile = from.ID
		}
		if now[t.ID] == usual {
			continue
		}
		m.Earlier.Talks = append(m.Earlier.Talks, was)
		d.Work.Changed("talk:" + string(t.ID))
		if err := d.Tx.PlaceTalk(now[t.ID]); err != nil {
			return err
		}
		if t.IsCheck() && now[t.ID].Casefile != d.Case.ID { // nobody asks twice
			if err := d.Fulfil(vpt.DutyReferral, string(t.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// mergeable finds the other case and checks that the actor may handle it too.
// One that she may not see is, to her, not there.
func (a Room) mergeable(d *casework.Deed, in vpt.MergeCases) (vpt.Casefile, error) {
	if in.OwnerFrom && !d.Who.Has(vpt.RoleCoordinator) {
		return vpt.Casefile{}, casework.Invalid("ownerFrom", "alleen-coordinator")
	}
	from, err := d.Tx.CaseByNumber(in.From)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return from, casework.Invalid("from", "zaak-niet-gevonden")
	}
	if err != nil {
		return from, err
	}
	on, err := desk.CaseSubject(d.Tx, from)
	if err != nil {
		return from, err
	}
	if !a.desk.Policy.Decide(d.Who, policy.CaseMerge, on) {
		return from, casework.Invalid("from", "zaak-niet-gevonden")
	}
	if from.State != vpt.CaseOpen && from.State != vpt.CaseClosed {
		return from, casework.Invalid("from", "zaak-niet-open")
	}
	return from, nil
}

// UndoMerge takes the latest merging into a case apart again. It is possible
// until something new is recorded on the case.
func (a Room) UndoMerge(ctx context.Context, who vpt.Actor, in vpt.UndoMerge) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMerge, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		m, err := d.Tx.UndoableMerge(d.Case.ID)
		if vpt.KindOf(err) == vpt.KindNotFound {
			return vpt.Fail(vpt.KindConflict, "samenvoegen-ligt-vast")
		}
		if err != nil {
			return err
		}
		from, err := d.Tx.CaseByID(m.From)
		if err != nil {
			return err
		}
		if err := d.Tx.ReturnRecords(d.Case.ID, from.ID); err != nil {
			return err
		}
		for _, t := range m.Earlier.Talks {
			d.Work.Changed("talk:" + string(t.ID))
			if err := d.Tx.PlaceTalk(t); err != nil {
				return err
			}
		}
		d.Case.Restore(m.Earlier)
		from.State, from.MergedInto = m.Earlier.FromState, ""
		other := &casework.Deed{Tx: d.Tx, Who: who, Work: d.Work, Known: d.Known, Case: from}
		if err := errors.Join(d.OweChecks(), other.OweChecks()); err != nil {
			return err
		}
		if err := other.Save(); err != nil {
			return err
		}
		d.Work.Changed("unmerged:" + string(from.ID))
		if err := d.Tx.MarkUndone(m); err != nil {
			return err
		}
		for _, one := range []struct {
			on    *casework.Deed
			other string
		}{{d, from.Number}, {other, d.Case.Number}} {
			err := one.on.Event(vpt.EventUnmerged, vpt.VisibleHandlers, func(e *vpt.Event) { e.Detail = one.other })
			if err != nil {
				return err
			}
		}
		return nil
	})
}
