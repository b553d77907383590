package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// RecordPolice records a notice or complaint to the police, or why there is
// none. Either stops the clock of the police track.
func (a *App) RecordPolice(ctx context.Context, who vpt.Actor, in vpt.RecordPolice) error {
	return a.onCase(ctx, who, policy.CasePolice, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		r := vpt.PoliceRecord{
			ID: vpt.PoliceRecordID(store.NewID()), Casefile: d.c.ID, Kind: in.Kind, DoneOn: in.DoneOn, Reference: in.Reference,
			Note: in.Note, PoliceDetails: in.Details.Tidy(in.Kind), RecordedBy: who.Person, RecordedAt: d.tx.Now(),
		}
		if err := d.tx.InsertPoliceRecord(r); err != nil {
			return err
		}
		d.c.TellPolice(in.Kind, in.Note, d.when(in.DoneOn))
		d.w.changed("police:" + string(in.Kind))
		if err := d.oweComplaint(); err != nil {
			return err
		}
		if in.Kind == vpt.PoliceNone {
			return d.event(vpt.EventNoPolice, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(r.ID) })
		}
		return a.news(d, vpt.EventPolice, string(r.ID), string(in.Kind))
	})
}

// UpdatePolice records what came of a notice or complaint, and what became
// known of it later. That the case is closed by now does not matter: a judge may
// take years. An outcome is told to who reported.
func (a *App) UpdatePolice(ctx context.Context, who vpt.Actor, in vpt.UpdatePolice) error {
	return a.onCase(ctx, who, policy.CasePolice, in.Case, in.Once, untilMerged(), func(d *deed) error {
		r, err := d.policeRecord(in.Record)
		if err != nil {
			return err
		}
		if err := vpt.UnlessChanged("step", in.Seen, r.Seen()); err != nil {
			return err
		}
		if err := in.Validate(r, d.k.today(d.tx)); err != nil {
			return err
		}
		details := in.Details.Tidy(r.Kind)
		if in.Step.Kind == "" && details == r.PoliceDetails {
			return nil
		}
		if err := d.tx.SavePoliceDetails(r.ID, details); err != nil {
			return err
		}
		if in.Step.Kind == "" {
			d.w.changed("policeDetails")
			return d.event(vpt.EventPoliceMore, vpt.VisibleHandlers, nil)
		}
		return a.policeStep(d, r, in.Step)
	})
}

// policeRecord finds a record of this case.
func (d *deed) policeRecord(id vpt.PoliceRecordID) (vpt.PoliceRecord, error) {
	all, err := d.tx.PoliceRecords(d.c.ID)
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

func (a *App) policeStep(d *deed, r vpt.PoliceRecord, s vpt.PoliceStep) error {
	s.ID, s.Record, s.By = vpt.PoliceStepID(store.NewID()), r.ID, d.who.Person
	if err := d.tx.InsertPoliceStep(d.c.ID, s); err != nil {
		return err
	}
	d.w.changed("policeStep:" + string(s.Kind))
	if err := d.oweDamage(); err != nil {
		return err
	}
	if s.Kind.Outcome() {
		return a.news(d, vpt.EventPoliceEnd, string(s.ID), string(s.Kind))
	}
	return d.event(vpt.EventPoliceStep, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(s.ID), string(s.Kind) })
}

// grounds gives what the kinds of the case may be under the law.
func (k *known) grounds(c vpt.Casefile) []vpt.Ground {
	return vpt.Grounds(c.Incident.Kinds, !k.org.Settings.Learning.NoOfficial)
}

// oweComplaint keeps the duty that an offence which waits for a complaint of
// the victim gets one in time. A complaint fulfils it, and so does the decision
// on record not to go to the police.
func (d *deed) oweComplaint() error {
	records, err := d.tx.PoliceRecords(d.c.ID)
	if err != nil {
		return err
	}
	if d.k.complaintBy(d.c, records) == "" {
		return d.tx.FulfilInCase(vpt.DutyPolice, d.c.ID)
	}
	return d.owe(vpt.DutyPolice, string(d.c.ID), d.endOfDay(vpt.ComplaintBy(d.c.Incident.OccurredOn)), nil)
}

// complaintBy gives the last day for a complaint; empty when none is waited for.
func (k *known) complaintBy(c vpt.Casefile, records []vpt.PoliceRecord) vpt.Date {
	for _, r := range records {
		if r.Kind == vpt.PoliceComplaint || r.Kind == vpt.PoliceNone || r.Kind == vpt.PoliceUndistinguished {
			return ""
		}
	}
	if c.Verdict != vpt.VerdictAggression || !vpt.NeedsComplaint(k.grounds(c)) {
		return ""
	}
	return vpt.ComplaintBy(c.Incident.OccurredOn)
}
