package chain

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SaveDamage records an item of damage, or what came of recovering it. The
// damage track follows from the items; it may still be set by hand.
func (a Room) SaveDamage(ctx context.Context, who vpt.Actor, in vpt.SaveDamage) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseDamage, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		items, err := d.Tx.DamageOfCase(d.Case.ID)
		if err != nil {
			return err
		}
		if in.ID != "" && !slices.ContainsFunc(items, func(i vpt.DamageItem) bool { return i.ID == in.ID }) {
			return vpt.ErrNotFound
		}
		grounds, err := damageGrounds(d)
		if err != nil {
			return err
		}
		item, err := in.Item(grounds, d.Known.Today(d.Tx))
		if err != nil {
			return err
		}
		if item.ID == "" {
			item.ID = vpt.DamageID(store.NewID())
		}
		if err := d.Tx.SaveDamage(d.Case.ID, item, who.Person); err != nil {
			return err
		}
		d.Work.Changed("damage:" + string(item.Kind))
		if items, err = d.Tx.DamageOfCase(d.Case.ID); err != nil {
			return err
		}
		if state, ok := vpt.DamageTrack(items); ok && d.Case.State == vpt.CaseOpen {
			d.Case.SetTrack(vpt.TrackDamage, state, vpt.Private{})
		}
		if err := OweDamage(d); err != nil {
			return err
		}
		return d.Event(vpt.EventDamage, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(item.ID), string(item.Kind) })
	})
}

// damageGrounds gathers what the routes depend on.
func damageGrounds(d *casework.Deed) (vpt.DamageGrounds, error) {
	g := vpt.DamageGrounds{Kinds: d.Case.Incident.Kinds}
	var err error
	if g.Police, err = d.Tx.PoliceRecords(d.Case.ID); err != nil {
		return g, err
	}
	g.Evidence, err = d.Tx.EvidenceOfCase(d.Case.ID)
	return g, err
}

// OweDamage keeps the duty to claim damage before a hearing that is planned.
func OweDamage(d *casework.Deed) error {
	items, err := d.Tx.DamageOfCase(d.Case.ID)
	if err != nil {
		return err
	}
	steps, err := d.Tx.PoliceSteps(d.Case.ID)
	if err != nil {
		return err
	}
	today := d.Known.Today(d.Tx)
	due, ok := vpt.DamageDue(items, d.Case.Track(vpt.TrackDamage).State, vpt.HearingAhead(steps, today), today)
	if !ok {
		return d.Tx.FulfilInCase(vpt.DutyDamage, d.Case.ID)
	}
	return d.Owe(vpt.DutyDamage, string(d.Case.ID), d.EndOfDay(due), nil)
}
