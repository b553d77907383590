package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SaveDamage records an item of damage, or what came of recovering it. The
// damage track follows from the items; it may still be set by hand.
func (a *App) SaveDamage(ctx context.Context, who vpt.Actor, in vpt.SaveDamage) error {
	return a.onCase(ctx, who, policy.CaseDamage, in.Case, in.Once, untilMerged(), func(d *deed) error {
		items, err := d.tx.DamageOfCase(d.c.ID)
		if err != nil {
			return err
		}
		if in.ID != "" && !slices.ContainsFunc(items, func(i vpt.DamageItem) bool { return i.ID == in.ID }) {
			return vpt.ErrNotFound
		}
		grounds, err := d.damageGrounds()
		if err != nil {
			return err
		}
		item, err := in.Item(grounds, d.k.today(d.tx))
		if err != nil {
			return err
		}
		if item.ID == "" {
			item.ID = vpt.DamageID(store.NewID())
		}
		if err := d.tx.SaveDamage(d.c.ID, item, who.Person); err != nil {
			return err
		}
		d.w.changed("damage:" + string(item.Kind))
		if items, err = d.tx.DamageOfCase(d.c.ID); err != nil {
			return err
		}
		if state, ok := vpt.DamageTrack(items); ok && d.c.State == vpt.CaseOpen {
			d.c.SetTrack(vpt.TrackDamage, state, vpt.Private{})
		}
		if err := d.oweDamage(); err != nil {
			return err
		}
		return d.event(vpt.EventDamage, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(item.ID), string(item.Kind) })
	})
}

// damageGrounds gathers what the routes depend on.
func (d *deed) damageGrounds() (vpt.DamageGrounds, error) {
	g := vpt.DamageGrounds{Kinds: d.c.Incident.Kinds}
	var err error
	if g.Police, err = d.tx.PoliceRecords(d.c.ID); err != nil {
		return g, err
	}
	g.Evidence, err = d.tx.EvidenceOfCase(d.c.ID)
	return g, err
}

// oweDamage keeps the duty to claim damage before a hearing that is planned.
func (d *deed) oweDamage() error {
	items, err := d.tx.DamageOfCase(d.c.ID)
	if err != nil {
		return err
	}
	steps, err := d.tx.PoliceSteps(d.c.ID)
	if err != nil {
		return err
	}
	today := d.k.today(d.tx)
	due, ok := vpt.DamageDue(items, d.c.Track(vpt.TrackDamage).State, vpt.HearingAhead(steps, today), today)
	if !ok {
		return d.tx.FulfilInCase(vpt.DutyDamage, d.c.ID)
	}
	return d.owe(vpt.DutyDamage, string(d.c.ID), d.endOfDay(due), nil)
}
