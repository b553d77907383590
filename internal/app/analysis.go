package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AnalyseCase records what is learnt from a case and finishes the learning
// track. One analysis stands per case; a later one writes over it.
func (a *App) AnalyseCase(ctx context.Context, who vpt.Actor, in vpt.AnalyseCase) error {
	return a.onCase(ctx, who, policy.CaseAnalyse, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		an, err := d.analysis(in)
		if err != nil {
			return err
		}
		if err := d.tx.SaveAnalysis(d.c.ID, an); err != nil {
			return err
		}
		if d.c.State == vpt.CaseOpen {
			d.c.SetTrack(vpt.TrackLearning, vpt.TrackDone, vpt.Private{})
		}
		d.w.changed("analysis")
		if err := d.tx.FulfilInCase(vpt.DutyAnalysis, d.c.ID); err != nil {
			return err
		}
		return d.event(vpt.EventAnalysis, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(an.ID) })
	})
}

// analysis turns the input into a record, with the versions of the lists and
// the id of an earlier one.
func (d *deed) analysis(in vpt.AnalyseCase) (vpt.Analysis, error) {
	var p vpt.Problems
	one := func(path string, list vpt.CodeList, code string) vpt.CodeRef {
		for _, ref := range d.k.refs(&p, path, list, []string{code}) {
			return ref
		}
		return vpt.CodeRef{}
	}
	an := vpt.Analysis{
		ID: vpt.AnalysisID(store.NewID()), Trigger: one("trigger", vpt.TriggerList, in.Trigger), Nature: one("nature", vpt.NatureList, in.Nature),
		Causes: d.k.refs(&p, "causes", vpt.CauseList, in.Causes), Colleague: in.Colleague, DidWhat: in.DidWhat, DidHelp: in.DidHelp,
		WouldHelp: in.WouldHelp, Lessons: in.Lessons, By: d.who.Person, MadeOn: d.k.today(d.tx), Version: in.Version,
	}
	if err := p.Err(); err != nil {
		return an, err
	}
	earlier, err := d.tx.Analyses(d.c.ID)
	if err == nil && len(earlier) > 0 {
		an.ID = earlier[0].ID
	}
	return an, err
}

// oweAnalysis keeps the duty of a mandatory analysis after an assessment. A
// learning track that was finished without one, when the case seemed lighter,
// is open again.
func (d *deed) oweAnalysis() error {
	made, err := d.tx.Analysed(d.c.ID)
	if err != nil {
		return err
	}
	if made || !d.c.NeedsAnalysis(d.k.org.Settings.Learning) {
		return d.tx.FulfilInCase(vpt.DutyAnalysis, d.c.ID)
	}
	if d.c.Track(vpt.TrackLearning).State.Final() {
		d.c.SetTrack(vpt.TrackLearning, vpt.TrackOpen, vpt.Private{})
	}
	due := vpt.DateOf(d.tx.Now(), d.k.zone).AddDays(vpt.AnalysisDays)
	return d.owe(vpt.DutyAnalysis, string(d.c.ID), d.endOfDay(due), nil)
}

// mayFinishLearning refuses to finish the learning track by hand when an
// analysis is mandatory and was not made.
func (d *deed) mayFinishLearning(in vpt.SetTrack) error {
	if in.Track != vpt.TrackLearning || !in.State.Final() || !d.c.NeedsAnalysis(d.k.org.Settings.Learning) {
		return nil
	}
	made, err := d.tx.Analysed(d.c.ID)
	if err == nil && !made {
		err = invalid("state", "analyse-verplicht")
	}
	return err
}

// chainAfterAssessment brings up to date what follows from the kinds and the
// severity of a case.
func (d *deed) chainAfterAssessment() error {
	if err := d.oweComplaint(); err != nil {
		return err
	}
	return d.oweAnalysis()
}
