package measure

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// DecideMeasure records a measure that needs no gates, or that there will be
// no reaction and why. Either stops the reaction clock. A measure above the
// lightest takes an instigator on record, and an organisation that may record
// one. From a restriction upward a measure is prepared first: PrepareMeasure.
func (a Room) DecideMeasure(ctx context.Context, who vpt.Actor, in vpt.DecideMeasure) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error { return Decide(a.desk, d, in) })
}

// Decide records a measure that needs no gates, or that there is none.
func Decide(a *desk.Desk, d *casework.Deed, in vpt.DecideMeasure) error {
	today := d.Known.Today(d.Tx)
	if err := in.Validate(today); err != nil {
		return err
	}
	if in.Kind == vpt.NoReaction {
		return In(a).noReaction(d, in)
	}
	code, err := mayImpose(d, in.Kind, today)
	if err != nil {
		return err
	}
	if vpt.Restricts(code) {
		return casework.Invalid("kind", "eerst-voorbereiden")
	}
	m := vpt.Measure{
		ID: vpt.MeasureID(store.NewID()), Casefile: d.Case.ID, Kind: d.Known.Ref(vpt.MeasureList, in.Kind), State: vpt.MeasureDecided, Reason: in.Reason,
		PreparedBy: d.Who.Person, DecidedBy: d.Who.Person, DecidedAt: d.Tx.Now(), DecidedOn: in.DecideOn, StartsOn: in.StartsOn, EndsOn: in.EndsOn,
	}
	if err := d.Tx.InsertMeasure(m); err != nil {
		return err
	}
	if in.Letter {
		if err := post.WriteLetter(d, letter.Code(m.Letter()), vpt.LetterAbout("maatregel", m.ID)); err != nil {
			return err
		}
	}
	d.Case.Impose(in.Kind, d.When(in.DecideOn))
	d.Work.Changed("measure:" + in.Kind)
	return casework.News(a, d, vpt.EventMeasure, string(m.ID), in.Kind)
}

// mayImpose checks what a kind of measure takes, and gives its code.
func mayImpose(d *casework.Deed, kind string, today vpt.Date) (vpt.Code, error) {
	code, _ := d.Known.Codes[vpt.MeasureList].ByCode(kind)
	if !d.Known.Codes[vpt.MeasureList].Choosable(kind) {
		return code, casework.Invalid("kind", "onbekende-keuze")
	}
	if !vpt.NeedsInstigator(kind) {
		return code, nil
	}
	if !d.Known.Org.Settings.Instigator.Open(today) {
		return code, casework.Invalid("kind", "vastleggen-niet-open")
	}
	known, err := d.Tx.Instigators(d.Case.ID)
	if err == nil && len(known) == 0 {
		err = casework.Invalid("kind", "veroorzaker-ontbreekt")
	}
	return code, err
}

// noReaction records that there is no reaction. The reason stands with the
// track; it is for handlers.
func (a Room) noReaction(d *casework.Deed, in vpt.DecideMeasure) error {
	d.Case.LeaveInstigator(in.Reason, d.When(in.DecideOn))
	d.Work.Changed("measure:" + in.Kind)
	return d.Event(vpt.EventNoReaction, vpt.VisibleHandlers, nil)
}

// measure finds a measure of this case.
func measure(d *casework.Deed, id vpt.MeasureID) (vpt.Measure, error) {
	m, err := d.Tx.MeasureByID(id)
	if err == nil && m.Casefile != d.Case.ID {
		err = vpt.ErrNotFound
	}
	return m, err
}

// errMeasureState is returned for an act on a measure that stands elsewhere.
var errMeasureState = vpt.Fail(vpt.KindConflict, "maatregel-kan-niet-meer")
