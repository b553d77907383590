package paper

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/setup"
	"rugdekking/internal/dossier"
	"rugdekking/vpt"
)

// LessonSheetForm gives what a team would get to talk a case over. Looking is
// logged as opening the case.
func (a Room) LessonSheetForm(ctx context.Context, who vpt.Actor, number string) (vpt.LessonSheet, error) {
	var out vpt.LessonSheet
	err := a.withLesson(ctx, who, policy.CaseRead, vpt.MakeLessonSheet{Case: number}, &out)
	return out, err
}

// LessonSheet gives the document with which a team talks a case over: without
// names, and without anybody's own account.
func (a Room) LessonSheet(ctx context.Context, who vpt.Actor, in vpt.MakeLessonSheet) (vpt.LetterFile, error) {
	if err := in.Validate(); err != nil {
		return vpt.LetterFile{}, err
	}
	var s vpt.LessonSheet
	if err := a.withLesson(ctx, who, policy.CaseLesson, in, &s); err != nil {
		return vpt.LetterFile{}, err
	}
	return fileOf(dossier.Lesson(s), "leerblad-"+s.Number+"."+string(in.Format), in.Format)
}

func (a Room) withLesson(ctx context.Context, who vpt.Actor, action policy.Action, in vpt.MakeLessonSheet, into *vpt.LessonSheet) error {
	return a.onPaper(ctx, who, action, policy.CaseLesson, in.Case, func(v *casework.Viewing, c vpt.Casefile) error {
		s, err := lesson(v, who, c)
		s.Summary = in.Summary
		*into = s
		return err
	})
}

// lesson gathers the sheet. Everybody whom the case knows by name goes along,
// so that no text of it can name one of them.
func lesson(v *casework.Viewing, who vpt.Actor, c vpt.Casefile) (vpt.LessonSheet, error) {
	d, err := gather(v, who, c, vpt.MakeDossier{Mode: vpt.IdentityNumber})
	if err != nil {
		return vpt.LessonSheet{}, err
	}
	s := vpt.LessonSheet{
		Number: d.Number, Organisation: d.Organisation, Unit: d.Unit, Made: d.Made, Zone: d.Zone, Month: d.OccurredOn, Kinds: d.Kinds, Channel: d.Channel,
		People: append(append(d.People, d.Others...), d.Contact), Instigators: d.Instigators,
	}
	for _, unit := range v.Known.Tree.Up(c.Unit) {
		if norm, ok := setup.NewestNorm(v.Known.Norms, unit); ok {
			s.Norm = norm
			break
		}
	}
	all, err := v.Tx.Analyses(c.ID)
	if err != nil {
		return s, err
	}
	if len(all) > 0 {
		made := all[0]
		s.Analysed, s.Trigger, s.Nature = true, label(v, vpt.TriggerList, made.Trigger.Code), label(v, vpt.NatureList, made.Nature.Code)
		s.Colleague, s.DidWhat, s.DidHelp, s.WouldHelp, s.Lessons = made.Colleague, made.DidWhat, made.DidHelp, made.WouldHelp, made.Lessons
		for _, cause := range made.Causes {
			s.Causes = append(s.Causes, label(v, vpt.CauseList, cause.Code))
		}
	}
	improvements, err := v.Tx.ImprovementsOfCase(c.ID)
	for _, i := range improvements {
		s.Actions = append(s.Actions, i.What)
		person, err := dossierPerson(v, i.Owner)
		if err != nil {
			return s, err
		}
		s.People = append(s.People, person)
	}
	return s, err
}
