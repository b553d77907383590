package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/dossier"
	"rugdekking/vpt"
)

// LessonSheetForm gives what a team would get to talk a case over. Looking is
// logged as opening the case.
func (a *App) LessonSheetForm(ctx context.Context, who vpt.Actor, number string) (vpt.LessonSheet, error) {
	var out vpt.LessonSheet
	err := a.withLesson(ctx, who, policy.CaseRead, vpt.MakeLessonSheet{Case: number}, &out)
	return out, err
}

// LessonSheet gives the document with which a team talks a case over: without
// names, and without anybody's own account.
func (a *App) LessonSheet(ctx context.Context, who vpt.Actor, in vpt.MakeLessonSheet) (vpt.LetterFile, error) {
	if err := in.Validate(); err != nil {
		return vpt.LetterFile{}, err
	}
	var s vpt.LessonSheet
	if err := a.withLesson(ctx, who, policy.CaseLesson, in, &s); err != nil {
		return vpt.LetterFile{}, err
	}
	return fileOf(dossier.Lesson(s), "leerblad-"+s.Number+"."+string(in.Format), in.Format)
}

func (a *App) withLesson(ctx context.Context, who vpt.Actor, action policy.Action, in vpt.MakeLessonSheet, into *vpt.LessonSheet) error {
	return a.onPaper(ctx, who, action, policy.CaseLesson, in.Case, func(v *viewing, c vpt.Casefile) error {
		s, err := v.lesson(who, c)
		s.Summary = in.Summary
		*into = s
		return err
	})
}

// lesson gathers the sheet. Everybody whom the case knows by name goes along,
// so that no text of it can name one of them.
func (v *viewing) lesson(who vpt.Actor, c vpt.Casefile) (vpt.LessonSheet, error) {
	d, err := v.dossier(who, c, vpt.MakeDossier{Mode: vpt.IdentityNumber})
	if err != nil {
		return vpt.LessonSheet{}, err
	}
	s := vpt.LessonSheet{
		Number: d.Number, Organisation: d.Organisation, Unit: d.Unit, Made: d.Made, Zone: d.Zone, Month: d.OccurredOn, Kinds: d.Kinds, Channel: d.Channel,
		People: append(append(d.People, d.Others...), d.Contact), Instigators: d.Instigators,
	}
	for _, unit := range v.k.tree.Up(c.Unit) {
		if norm, ok := newestNorm(v.k.norms, unit); ok {
			s.Norm = norm
			break
		}
	}
	all, err := v.tx.Analyses(c.ID)
	if err != nil {
		return s, err
	}
	if len(all) > 0 {
		made := all[0]
		s.Analysed, s.Trigger, s.Nature = true, v.label(vpt.TriggerList, made.Trigger.Code), v.label(vpt.NatureList, made.Nature.Code)
		s.Colleague, s.DidWhat, s.DidHelp, s.WouldHelp, s.Lessons = made.Colleague, made.DidWhat, made.DidHelp, made.WouldHelp, made.Lessons
		for _, cause := range made.Causes {
			s.Causes = append(s.Causes, v.label(vpt.CauseList, cause.Code))
		}
	}
	improvements, err := v.tx.ImprovementsOfCase(c.ID)
	for _, i := range improvements {
		s.Actions = append(s.Actions, i.What)
		person, err := v.dossierPerson(i.Owner)
		if err != nil {
			return s, err
		}
		s.People = append(s.People, person)
	}
	return s, err
}
