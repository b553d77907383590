package demo

import (
	"context"
	"slices"
	"time"

	"rugdekking/vpt"
)

// planTalk plans the talks that have no date yet, each with the handler, and
// holds them when their day has come.
func (s *story) planTalk(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	view, err := s.door.CaseByNumber(ctx, who, s.casefile)
	if err != nil {
		return err
	}
	for _, talk := range s.talks {
		if !open(view, talk.ID) { // settled in the meantime
			continue
		}
		on := s.dayOfTalk(talk)
		if talk.IsCheck() {
			s.plan(on, "verwijscheck", func(ctx context.Context) error { return s.checkReferral(ctx, talk) })
			continue
		}
		err := s.door.PlanTalk(ctx, who, vpt.PlanTalk{
			Case: s.casefile, Talk: talk.ID, On: vpt.DateOf(on, s.zone), Time: on.In(s.zone).Format("15:04"), With: s.people[s.handler],
		})
		if err != nil {
			return err
		}
		held := on.Add(time.Duration(30+s.random.IntN(120)) * time.Minute)
		s.plan(held, "gesprek", func(ctx context.Context) error { return s.holdTalk(ctx, talk) })
	}
	s.talks = nil
	return nil
}

// dayOfTalk gives an hour on a working day before the talk is due, or after it
// when the story says that care came late.
func (s *story) dayOfTalk(talk vpt.CareTalk) time.Time {
	minutes := time.Duration(9*60+30*s.random.IntN(13)) * time.Minute
	if talk.Sequence == 1 {
		wait := 1
		if s.Late == "care" {
			wait = 6
		}
		return s.workday(s.clock.Now(), wait).Add(minutes)
	}
	day := s.workday(talk.DueAt.AddDate(0, 0, -6), 1)
	if day.Before(s.clock.Now()) {
		day = s.workday(s.clock.Now(), 1)
	}
	return day.Add(minutes)
}

// holdTalk records that a talk was held or declined; after the first come two
// more.
func (s *story) holdTalk(ctx context.Context, talk vpt.CareTalk) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	in := vpt.FinishTalk{Case: s.casefile, Talk: talk.ID, State: vpt.TalkHeld, On: s.today()}
	if talk.Sequence > 1 && s.random.IntN(4) == 0 || s.Class == 1 && s.random.IntN(10) < 6 {
		in.State = vpt.TalkDeclined
	}
	err = s.door.FinishTalk(ctx, who, in)
	if vpt.KindOf(err) == vpt.KindNotFound { // merging left one plan for both
		return nil
	}
	if err != nil {
		return err
	}
	if talk.Sequence == 1 && in.State == vpt.TalkHeld {
		view, err := s.door.CaseByNumber(ctx, who, s.casefile)
		if err != nil || view.Case.State == vpt.CaseMerged {
			return err
		}
		for _, next := range view.Talks {
			if next.State == vpt.TalkOpen && next.Involved == talk.Involved {
				s.talks = append(s.talks, next)
			}
		}
		return s.planTalk(ctx)
	}
	return nil
}

// checkReferral answers whether more help is needed: mostly not.
func (s *story) checkReferral(ctx context.Context, talk vpt.CareTalk) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	referred := vpt.AnswerNo
	if s.Class >= 3 && s.random.IntN(5) == 0 {
		referred = vpt.AnswerYes
	}
	err = s.door.CheckReferral(ctx, who, vpt.CheckReferral{Case: s.casefile, Talk: talk.ID, Referred: referred, On: s.today()})
	if vpt.KindOf(err) == vpt.KindNotFound {
		return nil
	}
	return err
}

// open reports whether a talk is still to be planned.
func open(view vpt.CaseView, id vpt.CareTalkID) bool {
	return slices.ContainsFunc(view.Talks, func(t vpt.CareTalk) bool { return t.ID == id && t.State == vpt.TalkOpen })
}
