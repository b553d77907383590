package measure

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// PrepareMeasure saves the draft of a measure as far as it is filled in, and
// gives its id. What is still owed is said by MeasureByID.
func (a Room) PrepareMeasure(ctx context.Context, who vpt.Actor, in vpt.PrepareMeasure) (vpt.MeasureID, error) {
	id, err := casework.OnCaseMaking(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		today := d.Known.Today(d.Tx)
		if err := in.Validate(today); err != nil {
			return err
		}
		if _, err := mayImpose(d, in.Kind, today); err != nil {
			return err
		}
		if err := checkDraft(d, in); err != nil {
			return err
		}
		m, err := draft(d, in)
		if err != nil {
			return err
		}
		in.Into(&m)
		d.Made = string(m.ID)
		if err := d.Tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.Work.Changed("measure.draft")
		if err := d.Owe(vpt.DutyPrepared, string(m.ID), d.Known.Cal.WorkingDays(d.Tx.Now(), 2), func(duty *vpt.Duty) { duty.Person = m.PreparedBy }); err != nil {
			return err
		}
		return authored(d, m)
	})
	return vpt.MeasureID(id), err
}

// authored puts on the timeline that somebody works on a draft: once for each
// author, however often she saves it.
func authored(d *casework.Deed, m vpt.Measure) error {
	authors, err := d.Tx.Authors(string(m.ID), vpt.EventDraft, sentBack(m))
	if err != nil || slices.Contains(authors, d.Who.Person) {
		return err
	}
	return step(d, m, string(vpt.MeasureDraft))
}

// draft gives the draft that the input is about: a new one, or one that may
// still be changed.
func draft(d *casework.Deed, in vpt.PrepareMeasure) (vpt.Measure, error) {
	if in.ID != "" {
		m, err := measure(d, in.ID)
		if err == nil && m.State != vpt.MeasureDraft {
			err = errMeasureState
		}
		if err == nil && in.Kind != m.Kind.Code {
			err = casework.Invalid("kind", "onbekende-keuze")
		}
		if err == nil {
			err = vpt.UnlessChanged("reason", in.Seen, m.Seen())
		}
		return m, err
	}
	m := vpt.Measure{
		ID: vpt.MeasureID(store.NewID()), Casefile: d.Case.ID, Kind: d.Known.Ref(vpt.MeasureList, in.Kind), State: vpt.MeasureDraft, PreparedBy: d.Who.Person, Extends: in.Extends,
	}
	if err := d.Tx.InsertMeasure(m); err != nil {
		return m, err
	}
	if d.Case.Track(vpt.TrackInstigator).State == vpt.TrackOpen {
		d.Case.SetTrack(vpt.TrackInstigator, vpt.TrackBusy, vpt.Private{})
	}
	m.Version = 2 // as InsertMeasure left it
	return m, nil
}

// checkDraft refuses a draft that points at what is not of this case or
// organisation.
func checkDraft(d *casework.Deed, in vpt.PrepareMeasure) error {
	var p vpt.Problems
	if in.Instigator != "" && casework.OfThisCase(d, in.Instigator) != nil {
		p.Add("instigator", "onbekende-keuze")
	}
	for _, site := range in.Sites {
		if _, ok := d.Known.Site(site); !ok {
			p.Add("sites", "onbekende-keuze")
		}
	}
	channels := d.Known.Codes[vpt.ChannelList]
	if slices.ContainsFunc(in.Channels, func(code string) bool { return !channels.Choosable(code) }) {
		p.Add("channels", "onbekende-keuze")
	}
	if in.Contact != "" {
		able, err := d.Handlers()
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
func step(d *casework.Deed, m vpt.Measure, what string) error {
	return d.Event(vpt.EventDraft, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(m.ID), what+" "+m.Kind.Code })
}

// DropMeasure gives up a draft, with the reason.
func (a Room) DropMeasure(ctx context.Context, who vpt.Actor, in vpt.DropMeasure) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		m, err := measure(d, in.ID)
		if err != nil {
			return err
		}
		if m.Decided() || m.State == vpt.MeasureDropped {
			return errMeasureState
		}
		m.State, m.LiftedWhy = vpt.MeasureDropped, in.Why
		if err := d.Tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.Work.Changed("measure.dropped")
		if err := endDuties(d, m.ID, vpt.DutyPrepared, vpt.DutySecond); err != nil {
			return err
		}
		return step(d, m, string(vpt.MeasureDropped))
	})
}

// endDuties ends the duties of some kinds about a measure.
func endDuties(d *casework.Deed, id vpt.MeasureID, kinds ...vpt.DutyKind) error {
	for _, kind := range kinds {
		if err := d.Fulfil(kind, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// ExtendMeasure makes a draft that goes on where a measure ends: a new
// decision, with gates of its own. It gives the draft.
func (a Room) ExtendMeasure(ctx context.Context, who vpt.Actor, in vpt.ExtendMeasure) (vpt.MeasureID, error) {
	id, err := casework.OnCaseMaking(ctx, a.desk, who, policy.CaseMeasure, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		old, err := measure(d, in.ID)
		if err != nil {
			return err
		}
		if old.State != vpt.MeasureDecided || old.EndsOn == "" {
			return errMeasureState
		}
		m, err := draft(d, vpt.PrepareMeasure{Kind: old.Kind.Code, Extends: old.ID})
		if err != nil {
			return err
		}
		d.Made = string(m.ID)
		m.Instigator, m.Everywhere, m.Sites, m.Channels, m.Remedy = old.Instigator, old.Everywhere, old.Sites, old.Channels, old.Remedy
		m.Exceptions, m.HowToAct, m.Reachable, m.Contact, m.ContactName = old.Exceptions, old.HowToAct, old.Reachable, old.Contact, old.ContactName
		m.StartsOn = old.EndsOn.AddDays(1)
		if err := d.Tx.UpdateMeasure(m); err != nil {
			return err
		}
		d.Work.Changed("measure.draft")
		return step(d, m, string(vpt.MeasureDraft))
	})
	return vpt.MeasureID(id), err
}
