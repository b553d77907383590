package app_test

import (
	"context"

	"rugdekking/vpt"
)

// chainFixtures are those of police, Halt, damage, learning and accidents.
func chainFixtures() map[string]actFixture {
	return map[string]actFixture{
		"UpdatePolice": {about: "zaak", by: "mila", prepare: (*scene).complain, args: func(s *scene) []any {
			return []any{vpt.UpdatePolice{Case: s.casefile, Record: vpt.PoliceRecordID(s.hanging("police_record")), Step: vpt.PoliceStep{
				Kind: vpt.StepConvicted, On: today, Reference: p("16-123456-26"), Demanded: p("taakstraf van 60 uur"), Sentence: p("taakstraf van 40 uur"), Note: p("gebeld door het OM"),
			}}}
		}},
		"CheckHalt": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.CheckHalt{Case: s.casefile, Age: "15", Injury: vpt.AnswerNo, Weapon: vpt.AnswerNo, PoliceKnows: vpt.AnswerYes, Wish: vpt.AnswerYes, Damage: vpt.AnswerNo,
				ReferredBy: vpt.ReferredByPolice, Article: p("350 Sr")}}
		}},
		"SaveDamage": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.SaveDamage{Case: s.casefile, Kind: vpt.DamageClothes, Amount: "80", Description: p("haar jas"), GivenUp: true, GivenUpWhy: p("zij wil het niet")}}
		}},
		"AnalyseCase": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.AnalyseCase{Case: s.casefile, Trigger: "A1", Nature: "frustratie", Causes: []string{"training"}, Colleague: vpt.AnswerYes,
				DidWhat: p("riep de beveiliging"), DidHelp: vpt.AnswerYes, WouldHelp: p("een tweede collega"), Lessons: p("rooster aanpassen")}}
		}},
		"PlanImprovement": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.PlanImprovement{Case: s.casefile, What: p("noodknop testen"), Owner: s.as().Person, DueOn: today.AddDays(30), Plan: p("plan van aanpak, punt 12")}}
		}},
		"Improvement": {about: "zaak", by: "mila", prepare: (*scene).improve, args: func(s *scene) []any {
			return []any{vpt.ImprovementID(s.hanging("improvement"))}
		}},
		"FinishImprovement": {about: "zaak", by: "mila", prepare: (*scene).improve, args: func(s *scene) []any {
			return []any{vpt.FinishImprovement{ID: vpt.ImprovementID(s.hanging("improvement")), DoneOn: today, Result: p("de knop werkt weer")}}
		}},
		"Improvements": {by: "petra", args: func(*scene) []any { return []any{vpt.Period{}} }},
		"TestAccident": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.TestAccident{Case: s.casefile, Injury: "licht", Absent: vpt.AnswerYes}}
		}},
		"Accidents": {by: "petra", args: none},
	}
}

// hanging gives the id of what hangs on the case of the scene.
func (s *scene) hanging(table string) string {
	return s.w.Value(`SELECT x.id FROM `+table+` x JOIN casefile c ON c.id = x.casefile_id WHERE c.number = $1`, s.casefile)
}

func (s *scene) complain() {
	s.w.Must(s.w.App.RecordPolice(context.Background(), s.as(), vpt.RecordPolice{Case: s.casefile, Kind: vpt.PoliceComplaint, DoneOn: today}))
}

func (s *scene) improve() {
	in := vpt.PlanImprovement{Case: s.casefile, What: p("noodknop testen"), Owner: s.as().Person, DueOn: today.AddDays(30)}
	s.w.Must(s.w.App.PlanImprovement(context.Background(), s.as(), in))
}
