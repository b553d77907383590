package casework

import (
	"rugdekking/internal/app/internal/desk"
	"rugdekking/vpt"
)

// chain adds what came of a case beyond the organisation itself: the police and
// Halt, damage, and what is learnt from it.
func (v *Viewing) chain(out *vpt.CaseView) (err error) {
	id := out.Case.ID
	if out.PoliceSteps, err = v.Tx.PoliceSteps(id); err != nil {
		return err
	}
	out.Grounds = Grounds(v.Known, out.Case)
	out.ComplaintBy = ComplaintBy(v.Known, out.Case, out.Police)
	if out.Halt, err = v.Tx.HaltChecks(id); err != nil {
		return err
	}
	if out.Damage, err = v.Tx.DamageOfCase(id); err != nil {
		return err
	}
	if out.Analyses, err = v.Tx.Analyses(id); err != nil {
		return err
	}
	out.MustAnalyse = len(out.Analyses) == 0 && out.Case.NeedsAnalysis(v.Known.Org.Settings.Learning)
	if out.Improvements, err = v.Tx.ImprovementsOfCase(id); err != nil {
		return err
	}
	for i := range out.Improvements {
		name, err := v.Name(out.Improvements[i].Owner)
		if err != nil {
			return err
		}
		out.Improvements[i].Name = name.Name
	}
	if out.Accidents, err = v.Tx.AccidentsOfCase(id); err != nil {
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

// Grounds gives what the kinds of the case may be under the law.
func Grounds(k *desk.Known, c vpt.Casefile) []vpt.Ground {
	return vpt.Grounds(c.Incident.Kinds, !k.Org.Settings.Learning.NoOfficial)
}

// ComplaintBy gives the last day for a complaint; empty when none is waited for.
func ComplaintBy(k *desk.Known, c vpt.Casefile, records []vpt.PoliceRecord) vpt.Date {
	for _, r := range records {
		if r.Kind == vpt.PoliceComplaint || r.Kind == vpt.PoliceNone || r.Kind == vpt.PoliceUndistinguished {
			return ""
		}
	}
	if c.Verdict != vpt.VerdictAggression || !vpt.NeedsComplaint(Grounds(k, c)) {
		return ""
	}
	return vpt.ComplaintBy(c.Incident.OccurredOn)
}
