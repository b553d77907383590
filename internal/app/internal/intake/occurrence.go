package intake

import (
	"context"
	"strconv"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// errSeriesFull refuses more events than one dossier holds.
var errSeriesFull = vpt.Fail(vpt.KindConflict, "reeks-vol")

// AddOccurrences adds events to a dossier of conduct that goes on, by who
// handles it. They make no reports: the dossier stays one.
func (a Room) AddOccurrences(ctx context.Context, who vpt.Actor, in vpt.AddOccurrences) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseSeries, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		if err := insertOccurrences(d.Tx, who, d.Work, d.Case.ID, in.Events); err != nil {
			return err
		}
		return d.Event(vpt.EventSeries, vpt.VisibleHandlers, func(e *vpt.Event) { e.Detail = strconv.Itoa(len(in.Events)) })
	})
}

// TellOccurrences adds events by who made the report, or whom it happened to.
// Who handles the case is told.
func (a Room) TellOccurrences(ctx context.Context, who vpt.Actor, in vpt.AddOccurrences) error {
	var r vpt.Report
	return a.desk.Write(ctx, who, policy.ReportAdd, a.desk.OfReport(in.Report, &r), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			if err := in.Validate(k.Today(tx)); err != nil {
				return "", err
			}
			if err := tx.HoldCase(r.Casefile); err != nil {
				return "", err
			}
			if err := insertOccurrences(tx, who, w, r.Casefile, in.Events); err != nil {
				return "", err
			}
			err = tx.InsertEvent(r.Casefile, who.ID(), vpt.Event{Kind: vpt.EventSeries, Visible: vpt.VisibleReporter, Ref: string(r.ID), Detail: strconv.Itoa(len(in.Events))})
			if err != nil {
				return "", err
			}
			return r.Number, a.tellHandler(tx, who, r.Casefile, vpt.MailComment)
		})
		return err
	})
}

func insertOccurrences(tx *store.Tx, who vpt.Actor, w *desk.Work, casefile vpt.CasefileID, events []vpt.Occurrence) error {
	n, err := tx.CountOccurrences(casefile)
	if err != nil {
		return err
	}
	if !vpt.MayGrow(n, len(events)) {
		return errSeriesFull
	}
	for _, e := range events {
		e.ID, e.By = vpt.OccurrenceID(store.NewID()), who.Person
		if err := tx.InsertOccurrence(casefile, e); err != nil {
			return err
		}
	}
	w.Changed("occurrence")
	return nil
}
