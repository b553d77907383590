package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PrepareMeasure saves the draft of a measure as far as it is filled in, and
// gives its id. What is still owed is said by MeasureByID.
func (a *App) PrepareMeasure(ctx context.Context, who vpt.Actor, in vpt.PrepareMeasure) (vpt.MeasureID, error) {
	id, err := a.onCaseMaking(ctx, who, policy.CaseMeasure, in.Case, in.Once, untilMerged(), func(d *deed) error {
		today := d.k.today(d.tx)
		if err := in.Validate(today); err != nil {
			return err
		}
		if _, err := mayImpose(d, in.Kind, today); err != nil {
			return err
		}
		if err := d.checkDraft(in); err != nil {
			return err
		}
		m, err := d.draft(in)
		if err != nil {
			return err
		}
		in.Into(&m)
		d.made = string(m.ID)
		if err := d.tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.w.changed("measure.draft")
		if err := d.owe(vpt.DutyPrepared, string(m.ID), d.k.cal.WorkingDays(d.tx.Now(), 2), func(duty *vpt.Duty) { duty.Person = m.PreparedBy }); err != nil {
			return err
		}
		return d.authored(m)
	})
	return vpt.MeasureID(id), err
}

// authored puts on the timeline that somebody works on a draft: once for each
// author, however often she saves it.
func (d *deed) authored(m vpt.Measure) error {
	authors, err := d.tx.Authors(string(m.ID), vpt.EventDraft, sentBack(m))
	if err != nil || slices.Contains(authors, d.who.Person) {
		return err
	}
	return d.step(m, string(vpt.MeasureDraft))
}

// draft gives the draft that the input is about: a new one, or one that may
// still be changed.
func (d *deed) draft(in vpt.PrepareMeasure) (vpt.Measure, error) {
	if in.ID != "" {
		m, err := d.measure(in.ID)
		if err == nil && m.State != vpt.MeasureDraft {
			err = errMeasureState
		}
		if err == nil && in.Kind != m.Kind.Code {
			err = invalid("kind", "onbekende-keuze")
		}
		if err == nil {
			err = vpt.UnlessChanged("reason", in.Seen, m.Seen())
		}
		return m, err
	}
	m := vpt.Measure{
		ID: vpt.MeasureID(store.NewID()), Casefile: d.c.ID, Kind: d.k.ref(vpt.MeasureList, in.Kind), State: vpt.MeasureDraft, PreparedBy: d.who.Person, Extends: in.Extends,
	}
	if err := d.tx.InsertMeasure(m); err != nil {
		return m, err
	}
	if d.c.Track(vpt.TrackInstigator).State == vpt.TrackOpen {
		d.c.SetTrack(vpt.TrackInstigator, vpt.TrackBusy, vpt.Private{})
	}
	m.Version = 2 // as InsertMeasure left it
	return m, nil
}

// checkDraft refuses a draft that points at what is not of this case or
// organisation.
func (d *deed) checkDraft(in vpt.PrepareMeasure) error {
	var p vpt.Problems
	if in.Instigator != "" && ofThisCase(d, in.Instigator) != nil {
		p.Add("instigator", "onbekende-keuze")
	}
	for _, site := range in.Sites {
		if _, ok := d.k.site(site); !ok {
			p.Add("sites", "onbekende-keuze")
		}
	}
	channels := d.k.codes[vpt.ChannelList]
	if slices.ContainsFunc(in.Channels, func(code string) bool { return !channels.Choosable(code) }) {
		p.Add("channels", "onbekende-keuze")
	}
	if in.Contact != "" {
		able, err := d.handlers()
		if err != nil {
			return err
		}
		if !slices.Contains(able, in.Contact) {
			p.Add("contact", "onbekende-keuze")
		}
	}
	return p.Err()
}

// step puts a step of a measure on the timeline of handlers. Who made one is
// an author: authors are never the second pair of eyes.
func (d *deed) step(m vpt.Measure, what string) error {
	return d.event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(m.ID), what+" "+m.Kind.Code })
}

// DropMeasure gives up a draft, with the reason.
func (a *App) DropMeasure(ctx context.Context, who vpt.Actor, in vpt.DropMeasure) error {
	return a.onCase(ctx, who, policy.CaseMeasure, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		m, err := d.measure(in.ID)
		if err != nil {
			return err
		}
		if m.Decided() || m.State == vpt.MeasureDropped {
			return errMeasureState
		}
		m.State, m.LiftedWhy = vpt.MeasureDropped, in.Why
		if err := d.tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.w.changed("measure.dropped")
		if err := d.endDuties(m.ID, vpt.DutyPrepared, vpt.DutySecond); err != nil {
			return err
		}
		return d.step(m, string(vpt.MeasureDropped))
	})
}

// endDuties ends the duties of some kinds about a measure.
func (d *deed) endDuties(id vpt.MeasureID, kinds ...vpt.DutyKind) error {
	for _, kind := range kinds {
		if err := d.fulfil(kind, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// ExtendMeasure makes a draft that goes on where a measure ends: a new
// decision, with gates of its own. It gives the draft.
func (a *App) ExtendMeasure(ctx context.Context, who vpt.Actor, in vpt.ExtendMeasure) (vpt.MeasureID, error) {
	id, err := a.onCaseMaking(ctx, who, policy.CaseMeasure, in.Case, in.Once, untilMerged(), func(d *deed) error {
		old, err := d.measure(in.ID)
		if err != nil {
			return err
		}
		if old.State != vpt.MeasureDecided || old.EndsOn == "" {
			return errMeasureState
		}
		m, err := d.draft(vpt.PrepareMeasure{Kind: old.Kind.Code, Extends: old.ID})
		if err != nil {
			return err
		}
		d.made = string(m.ID)
		m.Instigator, m.Everywhere, m.Sites, m.Channels, m.Remedy = old.Instigator, old.Everywhere, old.Sites, old.Channels, old.Remedy
		m.Exceptions, m.HowToAct, m.Reachable, m.Contact, m.ContactName = old.Exceptions, old.HowToAct, old.Reachable, old.Contact, old.ContactName
		m.StartsOn = old.EndsOn.AddDays(1)
		if err := d.tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.w.changed("measure.draft")
		return d.step(m, string(vpt.MeasureDraft))
	})
	return vpt.MeasureID(id), err
}
