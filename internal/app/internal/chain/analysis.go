package chain

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AnalyseCase records what is learnt from a case and finishes the learning
// track. One analysis stands per case; a later one writes over it.
func (a Room) AnalyseCase(ctx context.Context, who vpt.Actor, in vpt.AnalyseCase) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseAnalyse, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		an, err := analysis(d, in)
		if err != nil {
			return err
		}
		if err := d.Tx.SaveAnalysis(d.Case.ID, an); err != nil {
			return err
		}
		if d.Case.State == vpt.CaseOpen {
			d.Case.SetTrack(vpt.TrackLearning, vpt.TrackDone, vpt.Private{})
		}
		d.Work.Changed("analysis")
		if err := d.Tx.FulfilInCase(vpt.DutyAnalysis, d.Case.ID); err != nil {
			return err
		}
		return d.Event(vpt.EventAnalysis, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref = string(an.ID) })
	})
}

// analysis turns the input into a record, with the versions of the lists and
// the id of an earlier one.
func analysis(d *casework.Deed, in vpt.AnalyseCase) (vpt.Analysis, error) {
	var p vpt.Problems
	one := func(path string, list vpt.CodeList, code string) vpt.CodeRef {
		for _, ref := range d.Known.Refs(&p, path, list, []string{code}) {
			return ref
		}
		return vpt.CodeRef{}
	}
	an := vpt.Analysis{
		ID: vpt.AnalysisID(store.NewID()), Trigger: one("trigger", vpt.TriggerList, in.Trigger), Nature: one("nature", vpt.NatureList, in.Nature),
		Causes: d.Known.Refs(&p, "causes", vpt.CauseList, in.Causes), Colleague: in.Colleague, DidWhat: in.DidWhat, DidHelp: in.DidHelp,
		WouldHelp: in.WouldHelp, Lessons: in.Lessons, By: d.Who.Person, MadeOn: d.Known.Today(d.Tx), Version: in.Version,
	}
	if err := p.Err(); err != nil {
		return an, err
	}
	earlier, err := d.Tx.Analyses(d.Case.ID)
	if err == nil && len(earlier) > 0 {
		an.ID = earlier[0].ID
	}
	return an, err
}

// oweAnalysis keeps the duty of a mandatory analysis after an assessment. A
// learning track that was finished without one, when the case seemed lighter,
// is open again.
func oweAnalysis(d *casework.Deed) error {
	made, err := d.Tx.Analysed(d.Case.ID)
	if err != nil {
		return err
	}
	if made || !d.Case.NeedsAnalysis(d.Known.Org.Settings.Learning) {
		return d.Tx.FulfilInCase(vpt.DutyAnalysis, d.Case.ID)
	}
	if d.Case.Track(vpt.TrackLearning).State.Final() {
		d.Case.SetTrack(vpt.TrackLearning, vpt.TrackOpen, vpt.Private{})
	}
	due := vpt.DateOf(d.Tx.Now(), d.Known.Zone).AddDays(vpt.AnalysisDays)
	return d.Owe(vpt.DutyAnalysis, string(d.Case.ID), d.EndOfDay(due), nil)
}

// MayFinishLearning refuses to finish the learning track by hand when an
// analysis is mandatory and was not made.
func MayFinishLearning(d *casework.Deed, in vpt.SetTrack) error {
	if in.Track != vpt.TrackLearning || !in.State.Final() || !d.Case.NeedsAnalysis(d.Known.Org.Settings.Learning) {
		return nil
	}
	made, err := d.Tx.Analysed(d.Case.ID)
	if err == nil && !made {
		err = casework.Invalid("state", "analyse-verplicht")
	}
	return err
}

// ChainAfterAssessment brings up to date what follows from the kinds and the
// severity of a case.
func ChainAfterAssessment(d *casework.Deed) error {
	if err := oweComplaint(d); err != nil {
		return err
	}
	return oweAnalysis(d)
}
