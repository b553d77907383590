package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// DecideMeasure records a measure that needs no gates, or that there will be
// no reaction and why. Either stops the reaction clock. A measure above the
// lightest takes an instigator on record, and an organisation that may record
// one. From a restriction upward a measure is prepared first: PrepareMeasure.
func (a *App) DecideMeasure(ctx context.Context, who vpt.Actor, in vpt.DecideMeasure) error {
	return a.onCase(ctx, who, policy.CaseMeasure, in.Case, in.Once, whileOpen(), func(d *deed) error { return a.decide(d, in) })
}

// decide records a measure that needs no gates, or that there is none.
func (a *App) decide(d *deed, in vpt.DecideMeasure) error {
	today := d.k.today(d.tx)
	if err := in.Validate(today); err != nil {
		return err
	}
	if in.Kind == vpt.NoReaction {
		return a.noReaction(d, in)
	}
	code, err := mayImpose(d, in.Kind, today)
	if err != nil {
		return err
	}
	if vpt.Restricts(code) {
		return invalid("kind", "eerst-voorbereiden")
	}
	m := vpt.Measure{
		ID: vpt.MeasureID(store.NewID()), Casefile: d.c.ID, Kind: d.k.ref(vpt.MeasureList, in.Kind), State: vpt.MeasureDecided, Reason: in.Reason,
		PreparedBy: d.who.Person, DecidedBy: d.who.Person, DecidedAt: d.tx.Now(), DecidedOn: in.DecideOn, StartsOn: in.StartsOn, EndsOn: in.EndsOn,
	}
	if err := d.tx.InsertMeasure(m); err != nil {
		return err
	}
	if in.Letter {
		if err := d.writeLetter(letter.Code(m.Letter()), vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	d.c.Impose(in.Kind, d.when(in.DecideOn))
	d.w.changed("measure:" + in.Kind)
	return a.news(d, vpt.EventMeasure, string(m.ID), in.Kind)
}

// mayImpose checks what a kind of measure takes, and gives its code.
func mayImpose(d *deed, kind string, today vpt.Date) (vpt.Code, error) {
	code, _ := d.k.codes[vpt.MeasureList].ByCode(kind)
	if !d.k.codes[vpt.MeasureList].Choosable(kind) {
		return code, invalid("kind", "onbekende-keuze")
	}
	if !vpt.NeedsInstigator(kind) {
		return code, nil
	}
	if !d.k.org.Settings.Instigator.Open(today) {
		return code, invalid("kind", "vastleggen-niet-open")
	}
	known, err := d.tx.Instigators(d.c.ID)
	if err == nil && len(known) == 0 {
		err = invalid("kind", "veroorzaker-ontbreekt")
	}
	return code, err
}

// noReaction records that there is no reaction. The reason stands with the
// track; it is for handlers.
func (a *App) noReaction(d *deed, in vpt.DecideMeasure) error {
	d.c.LeaveInstigator(in.Reason, d.when(in.DecideOn))
	d.w.changed("measure:" + in.Kind)
	return d.event(vpt.EventNoReaction, vpt.VisibleHandlers, nil)
}

// measure finds a measure of this case.
func (d *deed) measure(id vpt.MeasureID) (vpt.Measure, error) {
	m, err := d.tx.MeasureByID(id)
	if err == nil && m.Casefile != d.c.ID {
		err = vpt.ErrNotFound
	}
	return m, err
}

// errMeasureState is returned for an act on a measure that stands elsewhere.
var errMeasureState = vpt.Fail(vpt.KindConflict, "maatregel-kan-niet-meer")
