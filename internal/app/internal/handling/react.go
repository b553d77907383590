package handling

import (
	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/measure"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// assessed tells of an assessment, and records the reaction that was given in
// one go with it. That is a measure like any other, with its own right and its
// own checks; the reporter gets one mail about both.
func (a Room) assessed(d *casework.Deed, in vpt.AssessCase) error {
	if in.React == "" {
		return casework.News(a.desk, d, vpt.EventAssessed, "", string(in.Verdict))
	}
	on, err := desk.CaseSubject(d.Tx, d.Case)
	if err != nil {
		return err
	}
	if !a.desk.Policy.Decide(d.Who, policy.CaseMeasure, on) {
		return vpt.ErrNotFound
	}
	if in.React != vpt.NoReaction && !d.Known.Codes[vpt.MeasureList].Choosable(in.React) {
		return casework.Invalid("react", "onbekende-keuze")
	}
	if err := d.Event(vpt.EventAssessed, vpt.VisibleReporter, func(e *vpt.Event) { e.Detail = string(in.Verdict) }); err != nil {
		return err
	}
	if err := measure.Decide(a.desk, d, vpt.DecideMeasure{Case: in.Case, Kind: in.React, Reason: in.ReactWhy, DecideOn: d.Known.Today(d.Tx)}); err != nil {
		return err
	}
	if in.React == vpt.NoReaction { // which tells nobody by itself
		return casework.TellReporters(a.desk, d)
	}
	return nil
}
