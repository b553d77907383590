package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// DecideMeasure records a measure towards the instigator, or that there will be
// no reaction and why. Either stops the reaction clock. A measure above the
// lightest takes an instigator on record, and an organisation that may record
// one.
func (a *App) DecideMeasure(ctx context.Context, who vpt.Actor, in vpt.DecideMeasure) error {
	return a.onCase(ctx, who, policy.CaseMeasure, in.Case, in.Once, whileOpen(), func(d *deed) error {
		today := d.k.today(d.tx)
		if err := in.Validate(today); err != nil {
			return err
		}
		if in.Kind == vpt.NoReaction {
			return a.noReaction(d, in)
		}
		if err := mayImpose(d, in.Kind, today); err != nil {
			return err
		}
		m := vpt.Measure{
			ID: vpt.MeasureID(store.NewID()), Casefile: d.c.ID, Kind: d.k.ref(vpt.MeasureList, in.Kind), Reason: in.Reason,
			DecidedBy: who.Person, DecidedAt: d.tx.Now(), DecidedOn: in.DecideOn, StartsOn: in.StartsOn, EndsOn: in.EndsOn,
		}
		if err := d.tx.InsertMeasure(m); err != nil {
			return err
		}
		d.c.Impose(in.Kind, d.when(in.DecideOn))
		d.w.changed("measure:" + in.Kind)
		return a.news(d, vpt.EventMeasure, string(m.ID), in.Kind)
	})
}

// mayImpose checks what a kind of measure takes.
func mayImpose(d *deed, kind string, today vpt.Date) error {
	if !d.k.codes[vpt.MeasureList].Choosable(kind) {
		return invalid("kind", "onbekende-keuze")
	}
	if !vpt.NeedsInstigator(kind) {
		return nil
	}
	if !d.k.org.Settings.Instigator.Open(today) {
		return invalid("kind", "vastleggen-niet-open")
	}
	known, err := d.tx.Instigators(d.c.ID)
	if err == nil && len(known) == 0 {
		err = invalid("kind", "veroorzaker-ontbreekt")
	}
	return err
}

// noReaction records that there is no reaction. The reason stands with the
// track; it is for handlers.
func (a *App) noReaction(d *deed, in vpt.DecideMeasure) error {
	d.c.LeaveInstigator(in.Reason, d.when(in.DecideOn))
	d.w.changed("measure:" + in.Kind)
	return d.event(vpt.EventNoReaction, vpt.VisibleHandlers, nil)
}
