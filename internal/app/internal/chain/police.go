package chain

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// RecordPolice records a notice or complaint to the police, or why there is
// none. Either stops the clock of the police track.
func (a Room) RecordPolice(ctx context.Context, who vpt.Actor, in vpt.RecordPolice) error {
	return casework.OnCase(ctx, a.desk, who, policy.CasePolice, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		r := vpt.PoliceRecord{
			ID: vpt.PoliceRecordID(store.NewID()), Casefile: d.Case.ID, Kind: in.Kind, DoneOn: in.DoneOn, Reference: in.Reference,
			Note: in.Note, PoliceDetails: in.Details.Tidy(in.Kind), RecordedBy: who.Person, RecordedAt: d.Tx.Now(),
		}
		if err := d.Tx.InsertPoliceRecord(r); err != nil {
			return err
		}
		d.Case.TellPolice(in.Kind, in.Note, d.When(in.DoneOn))
		d.Work.Changed("police:" + string(in.Kind))
		if err := oweComplaint(d); err != nil {
			return err
		}
		if in.Kind == vpt.PoliceNone {
			return d.Event(vpt.EventNoPolice, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(r.ID) })
		}
		return casework.News(a.desk, d, vpt.EventPolice, string(r.ID), string(in.Kind))
	})
}

// UpdatePolice records what came of a notice or complaint, and what became
// known of it later. That the case is closed by now does not matter: a judge may
// take years. An outcome is told to who reported.
func (a Room) UpdatePolice(ctx context.Context, who vpt.Actor, in vpt.UpdatePolice) error {
	return casework.OnCase(ctx, a.desk, who, policy.CasePolice, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		r, err := policeRecord(d, in.Record)
		if err != nil {
			return err
		}
		if err := vpt.UnlessChanged("step", in.Seen, r.Seen()); err != nil {
			return err
		}
		if err := in.Validate(r, d.Known.Today(d.Tx)); err != nil {
			return err
		}
		details := in.Details.Tidy(r.Kind)
		if in.Step.Kind == "" && details == r.PoliceDetails {
			return nil
		}
		if err := d.Tx.SavePoliceDetails(r.ID, details); err != nil {
			return err
		}
		if in.Step.Kind == "" {
			d.Work.Changed("policeDetails")
			return d.Event(vpt.EventPoliceMore, vpt.VisibleHandlers, nil)
		}
		return a.policeStep(d, r, in.Step)
	})
}

// policeRecord finds a record of this case.
func policeRecord(d *casework.Deed, id vpt.PoliceRecordID) (vpt.PoliceRecord, error) {
	all, err := d.Tx.PoliceRecords(d.Case.ID)
	if err != nil {
		return vpt.PoliceRecord{}, err
	}
	for _, r := range all {
		if r.ID == id && r.Kind.Counts() {
			return r, nil
		}
	}
	return vpt.PoliceRecord{}, vpt.ErrNotFound
}

func (a Room) policeStep(d *casework.Deed, r vpt.PoliceRecord, s vpt.PoliceStep) error {
	s.ID, s.Record, s.By = vpt.PoliceStepID(store.NewID()), r.ID, d.Who.Person
	if err := d.Tx.InsertPoliceStep(d.Case.ID, s); err != nil {
		return err
	}
	d.Work.Changed("policeStep:" + string(s.Kind))
	if err := OweDamage(d); err != nil {
		return err
	}
	if s.Kind.Outcome() {
		return casework.News(a.desk, d, vpt.EventPoliceEnd, string(s.ID), string(s.Kind))
	}
	return d.Event(vpt.EventPoliceStep, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(s.ID), string(s.Kind) })
}

// oweComplaint keeps the duty that an offence which waits for a complaint of
// the victim gets one in time. A complaint fulfils it, and so does the decision
// on record not to go to the police.
func oweComplaint(d *casework.Deed) error {
	records, err := d.Tx.PoliceRecords(d.Case.ID)
	if err != nil {
		return err
	}
	if casework.ComplaintBy(d.Known, d.Case, records) == "" {
		return d.Tx.FulfilInCase(vpt.DutyPolice, d.Case.ID)
	}
	return d.Owe(vpt.DutyPolice, string(d.Case.ID), d.EndOfDay(vpt.ComplaintBy(d.Case.Incident.OccurredOn)), nil)
}
