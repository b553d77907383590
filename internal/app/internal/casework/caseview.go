package casework

import (
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// Viewing puts together what handlers see of a case.
type Viewing struct {
	Tx       *store.Tx
	Known    *desk.Known
	Names    map[vpt.PersonID]vpt.PersonName
	involved map[vpt.InvolvedID]vpt.Private // also who is involved twice
}

// Name gives a person as others see her, read once per view.
func (v *Viewing) Name(id vpt.PersonID) (vpt.PersonName, error) {
	if name, ok := v.Names[id]; ok || id == "" {
		return name, nil
	}
	name, err := v.Tx.PersonName(id)
	v.Names[id] = name
	return name, err
}

func (v *Viewing) caseView(c vpt.Casefile) (vpt.CaseView, error) {
	today := v.Known.Today(v.Tx)
	out := vpt.CaseView{
		Case: c, UnitName: v.Known.UnitName(c.Unit), Lists: v.Known.Codes, Next: c.NextStep, Blocks: c.WhatBlocksClosing(),
		Now: v.Tx.Now(), Today: today, Zone: v.Known.Zone, GatesOpen: v.Known.Org.Settings.Instigator.Open(today),
	}
	out.Circle = v.Known.CircleName(c.Unit)
	if site, ok := v.Known.Site(c.Incident.Site); ok {
		out.SiteName = site.Name
	}
	for _, part := range []func(*vpt.CaseView) error{v.reports, v.records, v.chain, v.talks, v.pauses, v.texts, v.merged, v.timeline} {
		if err := part(&out); err != nil {
			return out, err
		}
	}
	return out, nil
}

func (v *Viewing) reports(out *vpt.CaseView) (err error) {
	id := out.Case.ID
	if out.Reports, err = v.Tx.ReportsOfCase(id); err != nil {
		return err
	}
	out.Reporters = map[vpt.PersonID]vpt.PersonName{}
	for _, r := range out.Reports {
		if out.Reporters[r.Reporter], err = v.Name(r.Reporter); err != nil {
			return err
		}
	}
	if err := v.people(out); err != nil {
		return err
	}
	if out.Details, err = v.Tx.DetailsOfCase(id); err != nil {
		return err
	}
	for i := range out.Details {
		name, err := v.Name(out.Details[i].By)
		if err != nil {
			return err
		}
		out.Details[i].ByName = name.Name
	}
	if out.Evidence, err = v.Tx.EvidenceOfCase(id); err != nil {
		return err
	}
	for i := range out.Evidence {
		name, err := v.Name(out.Evidence[i].By)
		if err != nil {
			return err
		}
		out.Evidence[i].ByName = name.Name
	}
	return nil
}

// people adds who is involved: once, also when reports that were merged name
// the same colleague.
func (v *Viewing) people(out *vpt.CaseView) error {
	all, err := v.Tx.Involved(out.Case.ID)
	if err != nil {
		return err
	}
	v.involved = make(map[vpt.InvolvedID]vpt.Private, len(all))
	for _, i := range all {
		v.involved[i.ID] = i.Name
	}
	out.Involved = vpt.OneEach(all)
	return nil
}

func (v *Viewing) records(out *vpt.CaseView) (err error) {
	id := out.Case.ID
	if out.Instigators, err = v.Tx.Instigators(id); err != nil {
		return err
	}
	if out.Measures, err = v.Tx.Measures(id); err != nil {
		return err
	}
	if out.Hearings, err = v.Tx.Hearings(id); err != nil {
		return err
	}
	if out.Case.Verdict == vpt.VerdictAggression {
		var m vpt.Measure
		if err := takeOverRules(v.Tx, v.Known, out.Case, &m, &out.Proposal); err != nil {
			return err
		}
		out.Proposal.Measure = m
	}
	if out.Remedies, err = v.Tx.Remedies(id); err != nil {
		return err
	}
	if out.Occurrences, err = v.Tx.Occurrences(id, ""); err != nil {
		return err
	}
	for i := range out.Occurrences {
		name, err := v.Name(out.Occurrences[i].By)
		if err != nil {
			return err
		}
		out.Occurrences[i].ByName = name.Name
	}
	if out.Letters, err = v.Tx.Letters(id); err != nil {
		return err
	}
	for _, code := range letter.Codes() {
		out.LetterKinds = append(out.LetterKinds, string(code))
	}
	if out.Duties, err = v.Tx.DutiesOfCase(id); err != nil {
		return err
	}
	out.Police, err = v.Tx.PoliceRecords(id)
	return err
}

// talks adds the care plan, with the names of those whom it is for.
func (v *Viewing) talks(out *vpt.CaseView) (err error) {
	if out.Talks, err = v.Tx.Talks(out.Case.ID); err != nil {
		return err
	}
	for i := range out.Talks {
		out.Talks[i].ForName = v.involved[out.Talks[i].Involved]
		v.Known.PlaceTalk(&out.Talks[i])
	}
	return nil
}

func (v *Viewing) texts(out *vpt.CaseView) (err error) {
	if out.Notes, err = v.Tx.Notes(out.Case.ID); err != nil {
		return err
	}
	out.Feedback, err = v.Tx.ShownFeedback(out.Case.ID)
	return err
}

func (v *Viewing) merged(out *vpt.CaseView) (err error) {
	out.MergedFrom, err = v.Tx.MergedNumbers(out.Case.ID)
	return err
}

// timeline adds what happened, with who did it and the text that it stands for.
func (v *Viewing) timeline(out *vpt.CaseView) error {
	events, err := v.Tx.Events(out.Case.ID, false)
	if err != nil {
		return err
	}
	texts := eventTexts(*out)
	for i := range events {
		e := &events[i]
		by, err := v.Name(e.By)
		if err != nil {
			return err
		}
		e.ByName, e.Text = by.Name, texts[e.Ref]
		switch e.Kind {
		case vpt.EventPaused:
			for _, p := range out.Pauses {
				if string(p.ID) == e.Ref {
					e.Text = p.Why
				}
			}
		case vpt.EventOwned, vpt.EventImprove, vpt.EventTalkPlanned, vpt.EventTalkHeld, vpt.EventTalkDecline, vpt.EventReferral:
			whom, err := v.Name(e.For)
			if err != nil {
				return err
			}
			e.ForName = whom.Name
			for _, t := range out.Talks {
				if string(t.ID) == e.Ref {
					e.ForName = t.ForName
				}
			}
		case vpt.EventInvolved:
			e.ForName = v.involved[vpt.InvolvedID(e.Ref)]
		case vpt.EventLifted:
			e.Text = Find(out.Measures, func(m vpt.Measure) bool { return string(m.ID) == e.Ref }).LiftedWhy
		case vpt.EventAssessed:
			e.Text = out.Case.VerdictWhy
		case vpt.EventNoReaction:
			e.Text = out.Case.Track(vpt.TrackInstigator).Why
		case vpt.EventTrack:
			e.Text = out.Case.Track(vpt.TrackKind(e.Ref)).Why
		case vpt.EventClosed:
			e.Text = out.Case.Closing
		case vpt.EventComment:
			e.Text = commentAt(out.Details, *e)
		}
	}
	out.Timeline = events
	return nil
}

// eventTexts gives the texts that lines of the timeline stand for, by their Ref.
func eventTexts(out vpt.CaseView) map[string]vpt.Private {
	texts := map[string]vpt.Private{}
	for _, n := range out.Notes {
		texts[string(n.ID)] = n.Text
	}
	for _, f := range out.Feedback {
		texts[f.ID] = f.Text
	}
	for _, m := range out.Measures {
		texts[string(m.ID)] = m.Reason
	}
	for _, p := range out.Police {
		texts[string(p.ID)] = p.Note
	}
	chainTexts(out, texts)
	return texts
}

// commentAt gives what a reporter said at the time of an event.
func commentAt(details []vpt.Detail, e vpt.Event) vpt.Private {
	for _, d := range details {
		if d.Field == vpt.DetailComment && string(d.Report) == e.Ref && d.At.Equal(e.At) {
			return d.Value
		}
	}
	return vpt.Private{}
}

// Find gives the first that fits, the zero value when none does.
func Find[T any](all []T, fits func(T) bool) T {
	var none T
	if i := slices.IndexFunc(all, fits); i >= 0 {
		return all[i]
	}
	return none
}
