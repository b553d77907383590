package demo

import (
	"context"
	"strconv"
	"strings"

	"rugdekking/vpt"
)

// recoverDamage claims what was broken from the insurer, who pays most of it.
func (s *story) recoverDamage(ctx context.Context, who vpt.Actor) error {
	kind, euros := vpt.DamageFurniture, strconv.Itoa(s.DamageEuro)
	if strings.Contains(s.What, "auto") {
		kind = vpt.DamageVehicle
	}
	return s.door.SaveDamage(ctx, who, vpt.SaveDamage{
		Case: s.casefile, Kind: kind, Amount: euros, Description: vpt.NewPrivate("Beschadigd bij het incident."), Route: vpt.RouteInsurer,
		Claimed: euros, ClaimedOn: s.today(), Awarded: euros, AwardedOn: s.today(), Received: euros, ReceivedOn: s.today(),
	})
}

// lesson is what an analysis found on the organisation's own side.
type lesson struct {
	causes []string
	would  string
	then   string
	action string // an improvement that follows from it; empty for none
}

// lessons are found again and again, as in practice.
func lessons() []lesson {
	return []lesson{
		{[]string{"wachttijd"}, "Uitleg over hoelang het duurt.", "We zeggen bij binnenkomst hoelang het wachten is.", "Scherm met de wachttijd in de hal"},
		{[]string{"besluit-of-brief"}, "Een brief die zegt wat er nog wel kan.", "De brief wordt herschreven.", "Afwijzingsbrief herschrijven in gewone taal"},
		{[]string{"alleen-werken", "bezetting"}, "Een tweede collega in de buurt.", "Na vier uur staan we met zijn tweeën.", "Rooster van de balie aanpassen"},
		{[]string{"training-verouderd"}, "Oefenen met grenzen stellen.", "We oefenen dit in het teamoverleg.", ""},
		{[]string{"risico-niet-gedeeld"}, "Weten dat het eerder gebeurde.", "Bij de dagstart noemen we wie er komt.", ""},
		{[]string{"geen"}, "", "", ""},
	}
}

// learn looks back on what was serious, and agrees on what is going to be done
// better.
func (s *story) learn(ctx context.Context, who vpt.Actor) error {
	if s.Class <= 1 || s.Class < vpt.AnalysisFromClass && s.random.IntN(3) > 0 {
		return nil
	}
	found := lessons()[s.random.IntN(len(lessons()))]
	in := vpt.AnalyseCase{
		Case: s.casefile, Trigger: s.Trigger, Nature: s.Nature, Causes: found.causes, Colleague: vpt.AnswerNo,
		WouldHelp: vpt.NewPrivate(found.would), Lessons: vpt.NewPrivate(found.then),
	}
	if in.Trigger == "" {
		in.Trigger = "A13"
	}
	if in.Nature == "" {
		in.Nature = "frustratie"
	}
	if s.random.IntN(2) == 0 {
		in.Colleague, in.DidWhat, in.DidHelp = vpt.AnswerYes, vpt.NewPrivate("Kwam erbij staan en belde de beveiliging."), vpt.AnswerYes
	}
	if err := s.door.AnalyseCase(ctx, who, in); err != nil || found.action == "" || s.random.IntN(3) > 0 {
		return err
	}
	err := s.door.PlanImprovement(ctx, who, vpt.PlanImprovement{
		Case: s.casefile, What: vpt.NewPrivate(found.action), Owner: who.Person, DueOn: s.today().AddDays(60), Plan: vpt.NewPrivate("plan van aanpak, agressie"),
	})
	if err == nil && s.random.IntN(5) > 0 {
		s.plan(s.clock.Now().AddDate(0, 0, 20+s.random.IntN(38)), "verbeteractie", func(ctx context.Context) error { return s.improve(ctx, who) })
	}
	return err
}

// improve finishes what was agreed on.
func (s *story) improve(ctx context.Context, who vpt.Actor) error {
	v, err := s.door.CaseByNumber(ctx, who, s.casefile)
	if err != nil {
		return err
	}
	for _, i := range v.Improvements {
		if i.DoneOn != "" || i.Owner != who.Person {
			continue
		}
		if err := s.door.FinishImprovement(ctx, who, vpt.FinishImprovement{ID: i.ID, DoneOn: s.today(), Result: vpt.NewPrivate("Het is ingevoerd en besproken in het team.")}); err != nil {
			return err
		}
	}
	return nil
}
