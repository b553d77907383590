package demo

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"rugdekking/content"
	"rugdekking/vpt"
)

// chief gives who handles the case, signed in.
func (s *story) chief(ctx context.Context) (vpt.Actor, error) {
	return s.actor(ctx, s.place, s.handler)
}

func (s *story) today() vpt.Date { return vpt.DateOf(s.clock.Now(), s.zone) }

// assess opens the case and judges it, and plans what comes next.
func (s *story) assess(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	view, err := s.door.CaseByNumber(ctx, who, s.casefile)
	if err != nil {
		return err
	}
	s.talks = view.Talks
	if s.Outcome != "" {
		return s.judgeOtherwise(ctx, who)
	}
	if s.Class == 0 {
		return nil // still to be judged
	}
	err = s.door.AssessCase(ctx, who, vpt.AssessCase{
		Case: s.casefile, Verdict: vpt.VerdictAggression, Kinds: s.Kinds, Class: s.Class, FactsComplete: true,
		PrivateRisk: slices.Contains(s.Kinds, "S1") && s.Class >= 3,
	})
	if err != nil {
		return err
	}
	at := s.clock.Now()
	s.plan(at.Add(time.Duration(3+s.random.IntN(25))*time.Minute), "gesprek plannen", s.planTalk)
	for i := range s.Measures {
		wait := time.Duration(40+s.random.IntN(300)) * time.Minute
		s.plan(at.Add(wait+time.Duration(i)*20*time.Hour), "maatregel", func(ctx context.Context) error { return s.decide(ctx, i) })
	}
	days := map[bool]int{false: 1, true: 4}
	s.onWorkday(max(days[s.Late == "police"], s.passed()), "politie", s.police)
	s.onWorkday(max(3, s.passed()), "sporen", s.finishTracks)
	s.onWorkday(max(map[bool]int{false: 2 + s.random.IntN(3), true: 8}[s.Late == "feedback"], s.passed()+1), "terugkoppelen", s.feedback)
	for _, n := range s.Notes {
		s.plan(at.Add(time.Duration(1+s.random.IntN(30))*time.Hour), "notitie", func(ctx context.Context) error { return s.note(ctx, n.Text, n.Shared) })
	}
	s.onWorkday(max(7, s.passed()+2)+s.random.IntN(9), "sluiten", s.close)
	return nil
}

// passed gives how many working days have gone since the report.
func (s *story) passed() int {
	n := 0
	for s.workday(s.reported, n+1).Before(s.clock.Now()) {
		n++
	}
	return n + 1
}

// judgeOtherwise records that it was no aggression, withdrawn or reported twice.
func (s *story) judgeOtherwise(ctx context.Context, who vpt.Actor) error {
	in := vpt.AssessCase{Case: s.casefile, Verdict: vpt.VerdictNoAggression, Why: vpt.NewPrivate(s.OutcomeWhy)}
	switch s.Outcome {
	case "withdrawn":
		in.Verdict = vpt.VerdictWithdrawn
	case "duplicate":
		in.Verdict = vpt.VerdictDuplicate
		first := s.cases[s.DuplicateOf]
		if first != nil && first.casefile != "" && first.place == s.place {
			in.DuplicateOf = first.casefile
			if err := s.door.AssessCase(ctx, who, in); err != nil {
				return err
			}
			return s.door.MergeCases(ctx, who, vpt.MergeCases{Into: first.casefile, From: s.casefile})
		}
	}
	if err := s.door.AssessCase(ctx, who, in); err != nil {
		return err
	}
	s.plan(s.clock.Now().Add(20*time.Minute), "gesprek plannen", s.planTalk)
	s.onWorkday(max(2, s.passed()), "terugkoppelen", s.feedback)
	s.onWorkday(max(5, s.passed()+2), "sluiten", s.close)
	return nil
}

// decide records one measure, with the instigator first where it takes one.
func (s *story) decide(ctx context.Context, i int) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	m := s.Measures[i]
	if i == 0 && s.Instigator != nil {
		in := vpt.RecordInstigator{
			Case: s.casefile, Kind: vpt.InstigatorUnknown, Relation: s.Instigator.Relation,
			Description: vpt.NewPrivate(s.Instigator.Description),
		}
		if s.Instigator.Relation == "groep" {
			in.Kind = vpt.InstigatorGroup
		}
		if s.Instigator.Name != "" {
			in.Kind, in.Name, in.NotifiedOn = vpt.InstigatorKnown, vpt.NewPrivate(s.Instigator.Name), s.today()
		}
		if err := s.door.RecordInstigator(ctx, who, in); err != nil {
			return err
		}
	}
	if vpt.Restricts(vpt.Code{Code: m.Kind}) {
		return s.impose(ctx, who, m.Kind, m.Reason, m.Alternative, m.Weeks)
	}
	in := vpt.DecideMeasure{Case: s.casefile, Kind: m.Kind, Reason: vpt.NewPrivate(m.Reason), DecideOn: s.today()}
	if m.Weeks > 0 {
		in.StartsOn, in.EndsOn = s.today(), s.today().AddDays(7*m.Weeks)
	}
	return s.door.DecideMeasure(ctx, who, in)
}

// police records what was done with the police, or why nothing was.
func (s *story) police(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	if s.RegisterOnly && s.Police == nil {
		return nil // the reporter wished none
	}
	in := vpt.RecordPolice{Case: s.casefile, Kind: vpt.PoliceNone, Note: vpt.NewPrivate("Niet strafbaar of te licht; met de melder besproken.")}
	if s.Police != nil {
		in.Kind, in.DoneOn, in.Note = vpt.PoliceNotice, s.today(), vpt.NewPrivate(s.Police.Note)
		if s.Police.Kind == "complaint" {
			in.Kind = vpt.PoliceComplaint
			in.Reference = vpt.NewPrivate(fmt.Sprintf("PL0100-%d-%05d", s.clock.Now().Year(), 10000+s.random.IntN(80000)))
		}
	}
	return s.door.RecordPolice(ctx, who, in)
}

// finishTracks ends the tracks that no act of its own ends.
func (s *story) finishTracks(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	damage := vpt.SetTrack{Case: s.casefile, Track: vpt.TrackDamage, State: vpt.TrackNotApplicable, Why: vpt.NewPrivate("Er is geen schade.")}
	if s.DamageEuro > 0 {
		if err := s.recoverDamage(ctx, who); err != nil {
			return err
		}
		damage.State, damage.Why = vpt.TrackDone, vpt.Private{}
	}
	if err := s.learn(ctx, who); err != nil {
		return err
	}
	learning := vpt.SetTrack{Case: s.casefile, Track: vpt.TrackLearning, State: vpt.TrackDone}
	if s.Class == 1 {
		learning.State, learning.Why = vpt.TrackNotApplicable, vpt.NewPrivate("Besproken in het team; er hoeft niets te veranderen.")
	}
	steps := []vpt.SetTrack{damage, learning}
	reacted := slices.ContainsFunc(s.Measures, func(m content.DemoMeasure) bool { return vpt.IsReaction(m.Kind) })
	if !reacted && !s.RegisterOnly {
		steps = append(steps, vpt.SetTrack{Case: s.casefile, Track: vpt.TrackInstigator, State: vpt.TrackDone})
	}
	for _, in := range steps {
		if err := s.door.SetTrack(ctx, who, in); err != nil {
			return err
		}
	}
	return nil
}

// feedback tells the reporter what was done.
func (s *story) feedback(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	in := vpt.SendFeedback{Case: s.casefile, Text: vpt.NewPrivate(s.Feedback), Waived: s.Feedback == ""}
	return s.door.SendFeedback(ctx, who, in)
}

func (s *story) note(ctx context.Context, text string, shared bool) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	in := vpt.WriteNote{Case: s.casefile, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate(text)}
	if shared {
		in.Visible = vpt.VisibleReporter
	}
	return s.door.WriteNote(ctx, who, in)
}

// close closes the case when nothing stands in the way.
func (s *story) close(ctx context.Context) error {
	who, err := s.chief(ctx)
	if err != nil {
		return err
	}
	messages := []string{
		"Alles is gedaan wat we hebben afgesproken. Komt er nog iets bij? Laat het me weten.",
		"Ik sluit je melding. De gesprekken die we hebben gepland gaan gewoon door.",
		"Dank dat je dit hebt gemeld. Hierdoor weten we beter wat er aan de hand is.",
	}
	in := vpt.CloseCase{Case: s.casefile, Message: vpt.NewPrivate(messages[s.random.IntN(len(messages))])}
	err = s.door.CloseCase(ctx, who, in)
	if vpt.KindOf(err) == vpt.KindConflict {
		return nil // something is left to do: it stays open
	}
	return err
}

func euros(n int) string { return "Schade van ongeveer € " + strconv.Itoa(n) + "." }
