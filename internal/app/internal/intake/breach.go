package intake

import (
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// breachKind is the code for not keeping to a measure.
const breachKind = "H2"

// breachOf finds the measure that a report says was not kept to, and adds the
// kind that says so.
func breachOf(tx *store.Tx, k *desk.Known, in *vpt.ReportIncident) (vpt.Measure, error) {
	if in.Breach == "" {
		return vpt.Measure{}, nil
	}
	m, err := tx.MeasureByID(in.Breach)
	switch {
	case vpt.KindOf(err) == vpt.KindNotFound, err == nil && !m.Decided():
		return m, casework.Invalid("breach", "onbekende-keuze")
	case err != nil:
		return m, err
	}
	if k.Codes[vpt.KindList].Choosable(breachKind) && !slices.Contains(in.Kinds, breachKind) {
		in.Kinds = append(slices.Clone(in.Kinds), breachKind)
	}
	return m, nil
}

// Breaches gives the later cases of not keeping to a measure of a case.
func Breaches(a *desk.Desk, tx *store.Tx, who vpt.Actor, c vpt.Casefile, id vpt.MeasureID) ([]vpt.CaseLink, error) {
	all, err := casework.Links(a, tx, who, c)
	return slices.DeleteFunc(all, func(l vpt.CaseLink) bool { return l.Kind != vpt.LinkBreach || l.Earlier || l.Measure != id }), err
}

// linkBreach ties a new case to the measure that was not kept to, and tells
// who handles the case of that measure.
func (a Room) linkBreach(tx *store.Tx, who vpt.Actor, c vpt.Casefile, m vpt.Measure) error {
	if m.ID == "" {
		return nil
	}
	if err := tx.LinkCases(vpt.LinkBreach, c.ID, m.Casefile, m.ID, who.ID()); err != nil {
		return err
	}
	earlier, err := tx.CaseByID(m.Casefile)
	if err != nil {
		return err
	}
	err = tx.InsertEvent(m.Casefile, who.ID(), vpt.Event{Kind: vpt.EventLinked, Visible: vpt.VisibleHandlers, Ref: string(c.ID), Detail: c.Number})
	if err != nil {
		return err
	}
	return a.desk.Notify(tx, who, earlier.Owner, vpt.MailBreach, casework.MeasurePath(earlier.Number, m.ID))
}
