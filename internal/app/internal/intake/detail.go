package intake

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AddDetails adds to a report: the fields of "Meer vertellen", a correction, a
// comment. The account itself is never changed; what is added stands beside it.
// Who handles the case is told, also when it is closed: she may reopen it.
func (a Room) AddDetails(ctx context.Context, who vpt.Actor, in vpt.AddDetails) error {
	var r vpt.Report
	return a.desk.Write(ctx, who, policy.ReportAdd, a.desk.OfReport(in.Report, &r), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			if err := in.Validate(); err != nil {
				return "", err
			}
			if err := a.checkDetails(tx, in); err != nil {
				return "", err
			}
			return r.Number, a.addDetails(tx, who, w, r, in)
		})
		return err
	})
}

func (a Room) addDetails(tx *store.Tx, who vpt.Actor, w *desk.Work, r vpt.Report, in vpt.AddDetails) error {
	if err := tx.HoldCase(r.Casefile); err != nil {
		return err
	}
	added, commented := false, false
	for _, field := range vpt.DetailFields() {
		value := in.Values[field]
		if value.IsZero() {
			continue
		}
		w.Changed(string(field))
		if err := tx.InsertDetail(r, vpt.Detail{ID: store.NewID(), Field: field, Value: value, By: who.Person}); err != nil {
			return err
		}
		if field == vpt.DetailComment {
			commented = true
		} else {
			added = true
		}
	}
	for _, e := range []struct {
		kind     vpt.EventKind
		happened bool
	}{{vpt.EventDetails, added}, {vpt.EventComment, commented}} {
		if !e.happened {
			continue
		}
		if err := tx.InsertEvent(r.Casefile, who.ID(), vpt.Event{Kind: e.kind, Visible: vpt.VisibleReporter, Ref: string(r.ID)}); err != nil {
			return err
		}
	}
	return a.tellHandler(tx, who, r.Casefile, vpt.MailComment)
}

// checkDetails holds what a list or a scale offers against what was sent.
func (a Room) checkDetails(tx *store.Tx, in vpt.AddDetails) error {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return err
	}
	var p vpt.Problems
	for _, chosen := range []struct {
		field vpt.DetailField
		list  vpt.CodeList
	}{{vpt.DetailTrigger, vpt.TriggerList}, {vpt.DetailInjury, vpt.InjuryList}} {
		if value := in.Values[chosen.field]; !value.IsZero() && !in.Chosen(chosen.field, k.Codes[chosen.list].Codes) {
			p.Add(string(chosen.field), "onbekende-keuze")
		}
	}
	return p.Err()
}

// tellHandler mails the owner of a case and who acts for her now; the
// coordinators when there is no owner.
func (a Room) tellHandler(tx *store.Tx, who vpt.Actor, id vpt.CasefileID, reason vpt.MailReason) error {
	c, err := tx.ShownCase(id)
	if err != nil {
		return err
	}
	path := "/zaken/" + c.Number
	if c.Owner == "" {
		return a.desk.NotifyCase(tx, who, c.Unit, reason, path)
	}
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return err
	}
	deputies, err := a.desk.DeputiesOf(tx, c.Owner, k.Today(tx))
	if err != nil {
		return err
	}
	for _, to := range append([]vpt.PersonID{c.Owner}, deputies...) {
		if err := a.desk.Notify(tx, who, to, reason, path); err != nil {
			return err
		}
	}
	return nil
}
