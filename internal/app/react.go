package app

import (
	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// assessed tells of an assessment, and records the reaction that was given in
// one go with it. That is a measure like any other, with its own right and its
// own checks; the reporter gets one mail about both.
func (a *App) assessed(d *deed, in vpt.AssessCase) error {
	if in.React == "" {
		return a.news(d, vpt.EventAssessed, "", string(in.Verdict))
	}
	on, err := caseSubject(d.tx, d.c)
	if err != nil {
		return err
	}
	if !a.policy.Decide(d.who, policy.CaseMeasure, on) {
		return vpt.ErrNotFound
	}
	if in.React != vpt.NoReaction && !d.k.codes[vpt.MeasureList].Choosable(in.React) {
		return invalid("react", "onbekende-keuze")
	}
	if err := d.event(vpt.EventAssessed, vpt.VisibleReporter, func(e *vpt.Event) { e.Detail = string(in.Verdict) }); err != nil {
		return err
	}
	if err := a.decide(d, vpt.DecideMeasure{Case: in.Case, Kind: in.React, Reason: in.ReactWhy, DecideOn: d.k.today(d.tx)}); err != nil {
		return err
	}
	if in.React == vpt.NoReaction { // which tells nobody by itself
		return a.tellReporters(d)
	}
	return nil
}
