package app_test

import (
	"context"

	"rugdekking/vpt"
)

// careFixtures are those of care, of what is due, and of handing over.
func careFixtures() map[string]actFixture {
	const sometime = vpt.Date("2026-12-01")
	return map[string]actFixture{
		"CheckReferral": {about: "zaak", by: "mila", prepare: (*scene).check, args: func(s *scene) []any {
			return []any{vpt.CheckReferral{Case: s.casefile, Talk: s.talk, Referred: vpt.AnswerNo, On: today}}
		}},
		"HoldTalk": {about: "zaak", by: "pia", prepare: (*scene).plan, args: func(s *scene) []any {
			return []any{vpt.CloseTalk{Talk: s.talk, State: vpt.TalkHeld, On: today}}
		}},
		"DeclineTalk":     {about: "melding", by: "rosa", args: func(s *scene) []any { return []any{vpt.DeclineTalk{Talk: s.talk}} }},
		"TalkForCalendar": {about: "melding", by: "rosa", prepare: (*scene).plan, args: func(s *scene) []any { return []any{s.talk} }},
		"PeerRoster":      {by: "cora", args: none},
		"AddAway":         {by: "pia", args: func(*scene) []any { return []any{vpt.AddAway{From: sometime, Until: sometime.AddDays(3)}} }},
		"EndAway":         {by: "pia", args: func(*scene) []any { return []any{vpt.AwayID("00000000-0000-7000-8000-000000000000")} }},
		"MyTasks":         {by: "mila", args: none},
		"PauseClock": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.PauseClock{Case: s.casefile, Clock: vpt.ClockReaction, Until: "2026-11-20", Why: p("de politie vroeg om te wachten")}}
		}},
		"ResumeClock": {about: "zaak", by: "mila", prepare: (*scene).pause, args: func(s *scene) []any {
			return []any{vpt.ResumeClock{Case: s.casefile, Clock: vpt.ClockReaction}}
		}},
		"HandOverView": {by: "cora", args: func(s *scene) []any { return []any{s.w.People["mila"]} }},
		"HandOver": {by: "cora", args: func(s *scene) []any {
			return []any{vpt.HandOver{From: s.w.People["leo"], To: s.w.People["mila"]}} // leo has nothing, so that the scene stays as it is
		}},
		"SaveMailWhen": {by: "mila", args: func(*scene) []any { return []any{vpt.SaveMailWhen{When: vpt.MailMorning}} }},
		"SaveCare":     {by: "bea", args: func(*scene) []any { return []any{vpt.SaveCare{}} }},
		"SaveRaise":    {by: "bea", args: func(*scene) []any { return []any{vpt.DefaultRaise()} }},
		"Elapsed":      {by: "ada", args: func(*scene) []any { return []any{period()} }},
	}
}

// plan plans the talk of the scene with pia, who is no party to it, or else with
// somebody without an account.
func (s *scene) plan() {
	in := vpt.PlanTalk{Case: s.casefile, Talk: s.talk, On: "2026-11-20", Time: "10:00", WithName: p("Greet")}
	pia := s.w.People["pia"]
	if s.org == s.w.Org.ID && s.who.Person != pia || s.who.Person == pia && s.w.Value(`SELECT COUNT(i.id) || '' FROM involved i
		JOIN casefile c ON c.id = i.casefile_id WHERE c.number = $1 AND i.person_id = $2`, s.casefile, string(pia)) == "0" && s.org == s.w.Org.ID {
		in.With, in.WithName = pia, vpt.Private{}
	}
	s.w.Must(s.w.App.PlanTalk(context.Background(), s.as(), in))
}

// check holds the first talk, so that there is a referral check.
func (s *scene) check() {
	s.w.Must(s.w.App.FinishTalk(context.Background(), s.as(), vpt.FinishTalk{Case: s.casefile, Talk: s.talk, State: vpt.TalkHeld, On: today}))
	s.talk = vpt.CareTalkID(s.w.Value(`SELECT t.id FROM care_talk t JOIN casefile c ON c.id = t.casefile_id WHERE c.number = $1 AND t.kind = 'verwijscheck'`, s.casefile))
}

func (s *scene) pause() {
	s.w.Must(s.w.App.PauseClock(context.Background(), s.as(), vpt.PauseClock{Case: s.casefile, Clock: vpt.ClockReaction, Until: "2026-11-20", Why: p("wachten")}))
}
