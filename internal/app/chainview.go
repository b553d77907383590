package app

import "rugdekking/vpt"

// chain adds what came of a case beyond the organisation itself: the police and
// Halt, damage, and what is learnt from it.
func (v *viewing) chain(out *vpt.CaseView) (err error) {
	id := out.Case.ID
	if out.PoliceSteps, err = v.tx.PoliceSteps(id); err != nil {
		return err
	}
	out.Grounds = v.k.grounds(out.Case)
	out.ComplaintBy = v.k.complaintBy(out.Case, out.Police)
	if out.Halt, err = v.tx.HaltChecks(id); err != nil {
		return err
	}
	if out.Damage, err = v.tx.DamageOfCase(id); err != nil {
		return err
	}
	if out.Analyses, err = v.tx.Analyses(id); err != nil {
		return err
	}
	out.MustAnalyse = len(out.Analyses) == 0 && out.Case.NeedsAnalysis(v.k.org.Settings.Learning)
	if out.Improvements, err = v.tx.ImprovementsOfCase(id); err != nil {
		return err
	}
	for i := range out.Improvements {
		name, err := v.name(out.Improvements[i].Owner)
		if err != nil {
			return err
		}
		out.Improvements[i].Name = name.Name
	}
	if out.Accidents, err = v.tx.AccidentsOfCase(id); err != nil {
		return err
	}
	for i := range out.Accidents {
		out.Accidents[i].Name = v.involved[out.Accidents[i].Involved]
	}
	return nil
}

// chainTexts adds the texts that lines of the timeline stand for.
func chainTexts(out vpt.CaseView, texts map[string]vpt.Private) {
	for _, s := range out.PoliceSteps {
		texts[string(s.ID)] = s.Note
	}
	for _, d := range out.Damage {
		texts[string(d.ID)] = d.Description
	}
	for _, a := range out.Analyses {
		texts[string(a.ID)] = a.Lessons
	}
	for _, i := range out.Improvements {
		texts[string(i.ID)] = i.What
	}
}
